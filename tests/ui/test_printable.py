"""Characters that no shipped font has are named at once, and what was typed is kept."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hubra_desktop.documents.kit.coverage import missing_glyphs
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.model.templates import standard_template
from hubra_desktop.ui.dialogs.first_start import FirstStartDialog
from hubra_desktop.ui.dialogs.house_style import HouseStyleDialog
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.pages.meetings.new_meeting import NewMeetingDialog
from hubra_desktop.ui.printable import lacking_sentence, unprintable
from tests.ui.hands import edit, items, settle, sheet, type_over


@pytest.fixture
def style(dressed: object) -> Iterator[HouseStyleDialog]:
    meeting = Meeting(body="Rådet", date=date(2018, 3, 7), start=930)
    made = HouseStyleDialog(HouseStyle(organisation="Rådet"), meeting)
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


def test_what_can_be_printed_is_not_spoken_of() -> None:
    assert unprintable("Åsa Öman, förvaltning – 20 % 😊") == ""
    assert lacking_sentence(()) == ""


def test_what_is_passed_without_reading_the_fonts_is_in_them() -> None:
    western = bytes(range(256)).decode("cp1252", errors="ignore")
    assert len(western) > 240
    assert missing_glyphs(western) == ()


def test_characters_are_named_and_only_a_few_of_them() -> None:
    assert "日 (U+65E5)" in unprintable("Möte 日")
    assert unprintable("日本").startswith("Tecknen 日 (U+65E5) och 本 (U+672C) ")
    assert "och 2 till" in lacking_sentence(tuple("一二三四五六"))


def test_a_cell_says_so_while_it_is_typed_in_and_keeps_the_text(window: MainWindow) -> None:
    callout = window.meetings.agenda._callout
    cell = edit(window, 1, AgendaColumn.TITLE)
    type_over(cell, "Besök från 日本", None)
    assert callout.isVisible()
    assert callout.property("caution")
    assert "U+65E5" in callout.text()
    window.desk.flush()
    assert items(window)[1].title == "Besök från 日本"
    assert callout.isVisible()
    type_over(cell, "Besök från Japan")
    assert callout.isHidden()
    assert items(window)[1].title == "Besök från Japan"


def test_leaving_the_cell_takes_the_sentence_away(window: MainWindow) -> None:
    type_over(edit(window, 1, AgendaColumn.TITLE), "Besök från 日本")
    assert window.meetings.agenda._callout.isHidden()


def test_a_field_says_so_and_stays_marked_when_left(window: MainWindow) -> None:
    window.activateWindow()
    window.actions_["show-facts"].setChecked(True)
    field = window.meetings.facts.texts["place"]
    field.setFocus()
    field.selectAll()
    field.insert("Sal 日")
    field.textEdited.emit("Sal 日")
    assert field._callout is not None
    assert field._callout.isVisible()
    assert "U+65E5" in field.accessibleDescription()
    window.meetings.facts.texts["link"].setFocus()
    settle()
    assert sheet(window).place == "Sal 日"
    assert field._callout.isHidden()
    assert field.property("caution")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "B-salen")
    assert not field.property("caution")


def test_an_inner_note_is_never_printed_and_may_hold_anything(window: MainWindow) -> None:
    window.activateWindow()
    window.meetings.agenda.view.choose(items(window)[1].id, AgendaColumn.TITLE)
    note = window.meetings.agenda.details.texts["inner_note"]
    note.setFocus()
    note.insert("日")
    note.textEdited.emit("日")
    assert not note.property("caution")
    assert note.flush()


@pytest.mark.parametrize(
    "name", ["organisation", "head_prefix", "item_prefix", "note_prefix", "phone", "email"]
)
def test_the_house_style_says_so_at_the_field(style: HouseStyleDialog, name: str) -> None:
    field = style.form.texts[name]
    field.setFocus()
    field.setText("日")
    assert field._callout is not None
    assert field._callout.isVisible()
    assert "U+65E5" in field.accessibleDescription()
    style.form.texts["address"].setFocus()
    assert field._callout.isHidden()
    assert field.property("caution")
    field.setText("Rådet")
    assert not field.property("caution")
    assert field.accessibleDescription() == ""


def test_the_footer_says_so_too(style: HouseStyleDialog) -> None:
    style.form.texts["address"].setFocus()
    style.form.texts["address"].setPlainText("Storgatan 1\n日")
    callout = style.form.texts["address"]._callout
    assert callout is not None
    assert "U+65E5" in callout.text()


def test_what_is_only_read_aloud_may_hold_anything(style: HouseStyleDialog) -> None:
    style.form.texts["logotype_text"].setText("日")
    assert not style.form.texts["logotype_text"].property("caution")


def test_new_registers_and_meetings_say_so(dressed: object, qtbot: QtBot) -> None:
    register = FirstStartDialog()
    qtbot.addWidget(register)
    name = register.form.texts["organisation"]
    name.setText("Rådet 日")
    assert name.property("caution")
    meeting = NewMeetingDialog(date(2018, 3, 7), [], ("Sal 日",), None, standard_template())
    qtbot.addWidget(meeting)
    assert meeting.form.texts["place"].property("caution")


@given(st.text(st.characters(codec="cp1252"), max_size=8) | st.text(max_size=8))
def test_the_answer_is_the_one_that_printing_gives(typed: str) -> None:
    assert unprintable(typed) == lacking_sentence(missing_glyphs(typed))


def test_every_text_field_of_the_paper_is_watched(style: HouseStyleDialog) -> None:
    silent = {field.objectName() for field in style.form.texts.values() if not field.printed}
    assert silent == {"style-accent", "style-logotype_text"}
