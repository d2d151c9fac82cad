"""A new register in three steps: what is asked, skipped, refused, kept and made."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hubra_desktop.model.records.council import Body, Mandate, Person
from hubra_desktop.model.terms import Role
from hubra_desktop.store.reading import records
from hubra_desktop.ui.dialogs.first_start import (
    COUNCIL,
    MEETING,
    PEOPLE,
    Draft,
    FirstMeeting,
    FirstStartDialog,
    documents,
    read_path,
)
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.work.queries import house_style
from hubra_desktop.work.queries.templates import own_template
from tests.ui.hands import items, sheet, trigger

NAME = "Huddinges brottsförebyggande råd"
LOGOTYPE = Path(__file__).parents[2] / "packaging" / "linux" / "hubra.png"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's documents."""
    made = tmp_path / "Dokument"
    made.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", staticmethod(lambda _: str(made)))
    return made


@pytest.fixture
def draft() -> Draft:
    return Draft()


@pytest.fixture
def dialog(draft: Draft, dressed: QApplication, qtbot: QtBot) -> Iterator[FirstStartDialog]:
    made = FirstStartDialog(draft)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    yield made
    made.done(0)


def write(dialog: FirstStartDialog, name: str, text: str) -> None:
    line = dialog._line(name)
    line.setFocus()
    line.setText(text)
    line.textEdited.emit(text)


def asked(dialog: FirstStartDialog) -> list[str]:
    return [name for name, entry in dialog.entries.items() if entry.isVisible()]


def test_each_step_asks_for_its_own(dialog: FirstStartDialog) -> None:
    council = ["organisation", "short_name", "municipality", "file"]
    assert (dialog.step, asked(dialog)) == (COUNCIL, council)
    assert dialog.back.isHidden()
    write(dialog, "organisation", NAME)
    QTest.keyClick(dialog.entries["organisation"].field, Qt.Key.Key_Return)
    assert (dialog.step, asked(dialog)) == (PEOPLE, ["chair", "secretary"])
    assert dialog.entries["chair"].field.hasFocus()
    QTest.keyClick(dialog.entries["chair"].field, Qt.Key.Key_Return)
    assert (dialog.step, asked(dialog)) == (MEETING, ["date", "start", "end", "place"])
    assert dialog.accept_button.text() == "Skapa registret"
    dialog.back.click()
    assert dialog.step == PEOPLE
    dialog.steps.ask_for(COUNCIL)
    assert dialog._line("organisation").text() == NAME


def test_the_file_is_proposed_under_the_councils_name(
    dialog: FirstStartDialog, folder: Path
) -> None:
    write(dialog, "organisation", "Rådet: Nord/Syd")
    assert dialog._line("file").text() == str(folder / "Rådet- Nord-Syd.hubra")
    write(dialog, "short_name", "HuBrå")
    assert dialog._line("file").text() == str(folder / "HuBrå.hubra")
    (folder / "HuBrå.hubra").write_text("någon annans")
    write(dialog, "short_name", "HuBrå")
    assert dialog._line("file").text() == str(folder / "HuBrå 2.hubra")
    write(dialog, "file", "eget")
    write(dialog, "organisation", NAME)
    assert dialog._line("file").text() == "eget"
    assert read_path("eget") == documents() / "eget.hubra"


def test_what_is_missing_is_said_at_its_field_in_its_step(dialog: FirstStartDialog) -> None:
    dialog.steps.ask_for(MEETING)
    dialog.accept_button.click()
    assert dialog.step == COUNCIL
    told = dialog.entries["organisation"].told
    assert told.isVisible()
    assert told.text().startswith("Skriv rådets namn")
    write(dialog, "organisation", NAME)
    assert not told.isVisible()
    dialog.steps.ask_for(MEETING)
    dialog.accept_button.click()
    assert dialog.step == MEETING
    assert "hoppa över" in dialog.entries["date"].told.text()
    assert dialog.isVisible()


def test_an_end_before_the_start_and_a_wordless_logotype_are_refused(
    dialog: FirstStartDialog,
) -> None:
    write(dialog, "organisation", NAME)
    dialog.logotype.take(LOGOTYPE)
    assert "logotype_text" in asked(dialog)
    dialog.steps.ask_for(MEETING)
    write(dialog, "date", "7 mars 2018")
    dialog.accept_button.click()
    assert dialog.step == COUNCIL
    assert dialog.entries["logotype_text"].told.text().startswith("Skriv logotypen i ord")
    write(dialog, "logotype_text", "Kommunens vapen")
    dialog.steps.ask_for(MEETING)
    write(dialog, "end", "15.00")
    dialog.accept_button.click()
    assert "slutar innan det börjar" in dialog.entries["end"].told.text()
    assert dialog.entries["end"].field.hasFocus()
    write(dialog, "end", "17.30")
    write(dialog, "place", "A-salen")
    dialog.accept_button.click()
    assert dialog.answer.meeting == FirstMeeting(date(2018, 3, 7), 930, 1050, "A-salen")
    assert dialog.answer.logotype == LOGOTYPE.read_bytes()


def test_an_evening_meeting_ends_as_long_after_its_start(dialog: FirstStartDialog) -> None:
    dialog.steps.ask_for(MEETING)
    write(dialog, "start", "18.30")
    assert dialog._line("end").text() == "20.30"
    write(dialog, "end", "21")
    write(dialog, "start", "när som helst")
    assert dialog._line("end").text() == "21"
    write(dialog, "start", "19")
    assert dialog._line("end").text() == "21.30"


def test_the_length_is_kept_when_the_dialog_comes_back(dialog: FirstStartDialog) -> None:
    dialog.steps.ask_for(MEETING)
    write(dialog, "start", "18")
    write(dialog, "end", "19")
    dialog.done(0)
    again = FirstStartDialog(dialog._draft)
    write(again, "start", "18.30")
    assert again._line("end").text() == "19.30"
    again.done(0)
    again.deleteLater()


def test_steps_that_are_skipped_ask_for_nothing(dialog: FirstStartDialog) -> None:
    write(dialog, "organisation", NAME)
    dialog.accept_button.click()
    write(dialog, "chair", "Någon Annan")
    dialog.skip.click()
    write(dialog, "date", "inte en dag")
    assert dialog.skip.text() == "Skapa utan sammanträde"
    dialog.skip.click()
    assert not dialog.isVisible()
    assert (dialog.answer.chair, dialog.answer.meeting) == ("", None)


def test_what_was_typed_is_there_the_next_time(
    dialog: FirstStartDialog, draft: Draft, qtbot: QtBot
) -> None:
    write(dialog, "organisation", NAME)
    dialog.steps.ask_for(PEOPLE)
    write(dialog, "chair", "Christian Ottosson")
    QTest.keyClick(dialog.entries["chair"].field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    again = FirstStartDialog(draft)
    qtbot.addWidget(again)
    assert again._line("organisation").text() == NAME
    assert again._line("chair").text() == "Christian Ottosson"


def test_examples_are_paler_than_what_is_typed(dialog: FirstStartDialog) -> None:
    line = dialog._line("organisation")
    assert line.placeholderText() == f"till exempel {NAME}"
    palette = line.palette()
    paler = palette.placeholderText().color().lightness()
    assert paler > palette.text().color().lightness() + 60


def test_the_steps_make_the_register(
    empty_window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: FirstStartDialog, make: object) -> FirstStartDialog:
        dialog._do = make  # type: ignore[assignment]
        dialog.show()
        for name, text in {"organisation": NAME, "short_name": "HuBrå"}.items():
            write(dialog, name, text)
        dialog.accept_button.click()
        write(dialog, "chair", "Christian Ottosson")
        write(dialog, "secretary", "Antonina Fedorova")
        dialog.accept_button.click()
        write(dialog, "date", "7 mars 2018")
        write(dialog, "place", "A-salen")
        dialog.accept_button.click()
        assert not dialog.isVisible(), [e.told.text() for e in dialog.entries.values()]
        dialog.deleteLater()
        return dialog

    monkeypatch.setattr(FirstStartDialog, "ended", answer)
    trigger(empty_window, "new-register")
    assert empty_window.desk.path == folder / "HuBrå.hubra"
    assert empty_window.windowTitle() == "HuBrå – Hubra"
    assert empty_window.meetings.head.title.text() == "Onsdag 7 mars 2018 · A-salen"
    assert [each.name for each in sheet(empty_window).signatures] == [
        "Christian Ottosson",
        "Antonina Fedorova",
    ]
    assert items(empty_window)[-1].title == "Övriga frågor"
    with empty_window.desk.read() as reader:
        template, style = own_template(reader), house_style(reader)
        (body,) = records(reader, Body)
        people = {each.id: each.name for each in records(reader, Person)}
        roles = {people[each.person_id]: each.role for each in records(reader, Mandate)}
    assert (template.place, template.start, template.end) == ("A-salen", 930, 1050)
    assert (body.short_name, style.logotype) == ("HuBrå", b"")
    assert roles == {"Christian Ottosson": Role.CHAIR, "Antonina Fedorova": Role.SECRETARY}


def test_the_sentences_of_a_step_stand_in_it_alone(dialog: FirstStartDialog) -> None:
    def seen() -> set[str]:
        return {each.text()[:12] for each in dialog.findChildren(QLabel) if each.isVisible()}

    council = seen()
    dialog.steps.ask_for(PEOPLE)
    assert "Namnen räcke" in seen() - council
    dialog.steps.ask_for(MEETING)
    assert "Namnen räcke" not in seen()
