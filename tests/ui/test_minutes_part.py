"""The part Protokoll of a meeting's page: written, decided, voted, numbered, and led to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import Section
from hubra_desktop.model.records.rules import LONGEST_TEXT
from hubra_desktop.ui.forms.inputs import TextArea
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.minutes.minutes_outline import HEAD, MISSING
from hubra_desktop.ui.pages.meetings.minutes.minutes_part import MinutesPart
from hubra_desktop.ui.pages.meetings.minutes.number_form import NumberForm
from hubra_desktop.work.commands.sections import BeginMinutes, NumberSections
from hubra_desktop.work.edits import Remove, Store
from tests.ui.hands import settle
from tests.ui.minutes_hands import decision, shown_minutes, stored, with_held_meeting, write
from tests.work.held_office import held_office
from tests.work.minutes_approving import ApproveUnrendered, approve


@pytest.fixture
def window(empty_window: MainWindow, tmp_path: Path) -> MainWindow:
    return with_held_meeting(empty_window, tmp_path)


@pytest.fixture
def part(qtbot: QtBot, window: MainWindow) -> Iterator[MinutesPart]:
    yield from shown_minutes(qtbot, window)


def test_the_outline_has_what_is_missing_the_first_page_and_each_section(
    part: MinutesPart,
) -> None:
    role = Qt.ItemDataRole.UserRole
    shown = [part.outline.item(row).data(role) for row in range(part.outline.count())]
    assert shown[:3] == [MISSING, HEAD, "sec-h1"]
    assert len(shown) == 9
    assert "Protokoll" in part.told.text()


def test_what_is_typed_is_drafted_stored_and_undone(part: MinutesPart, window: MainWindow) -> None:
    part.outline.choose("sec-h3")
    before = stored(part, "sec-h3").background
    editor = part.section.background.editor
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    write(editor, "Ny ")
    assert part.minutes.draft is not None
    drafted = next(e for e in part.minutes.draft.sections if e.section.id == "sec-h3")
    assert drafted.section.background == f"Ny {before}"
    assert window.desk.flush()
    assert stored(part, "sec-h3").background == f"Ny {before}"
    window.desk.undo()
    assert editor.text_typed() == before


def test_going_to_another_section_keeps_what_was_typed(part: MinutesPart) -> None:
    part.outline.choose("sec-h3")
    write(part.section.procedure.editor, "Ordning")
    part.outline.choose("sec-h2")
    assert stored(part, "sec-h3").procedure == "Ordning"
    assert part.section.procedure.editor.text_typed() == ""


def test_what_cannot_be_stored_is_not_left_for_another_section(
    part: MinutesPart, window: MainWindow
) -> None:
    part.outline.choose("sec-h3")
    editor = part.section.background.editor
    editor.selectAll()
    write(editor, "x")
    editor.insertPlainText("y" * (LONGEST_TEXT + 1))
    assert not part.outline.choose("sec-h2")
    settle()
    assert part.outline.current() == "sec-h3"
    assert part.section.record.id == "sec-h3"
    editor.selectAll()
    write(editor, "Kort.")
    assert window.desk.flush()
    assert part.section.record.id == "sec-h3"
    assert stored(part, "sec-h3").background == "Kort."


def test_pasted_text_is_freed_of_what_nobody_sees(part: MinutesPart, window: MainWindow) -> None:
    part.outline.choose("sec-h3")
    data = QMimeData()
    data.setText("Ett\r\ntvå\x0btre\x07\u2028fyra")
    for editor in (part.section.background.editor, TextArea("note", "Anteckning", part)):
        editor.selectAll()
        editor.insertFromMimeData(data)
        assert editor.toPlainText().split() == ["Ett", "två", "tre", "fyra"]
    assert window.desk.flush()


def test_motions_are_added_for_somebody_put_in_order_and_taken_away(
    part: MinutesPart, window: MainWindow
) -> None:
    part.outline.choose("sec-h4")
    part.section.proposals.added.emit("ha3")
    motions = stored(part, "sec-h4").proposals
    assert [each.name for each in motions] == ["Finn Dahl", "Dan Berg"]
    last = part.section.proposals.cards[motions[1].id]
    last.moved.emit(-1)
    assert [each.name for each in stored(part, "sec-h4").proposals] == ["Dan Berg", "Finn Dahl"]
    last.write({"attendance_id": "ha6"}, "")
    assert stored(part, "sec-h4").proposals[0].name == "Gun Falk"
    last.removed.emit()
    assert len(stored(part, "sec-h4").proposals) == 1


def test_the_sections_are_numbered_in_a_step(part: MinutesPart) -> None:
    assert part.number.isVisible()
    part.number.click()
    form = part.side.form
    assert isinstance(form, NumberForm)
    form.entries["first"].field.setText("12")
    form.send()
    assert part.side.form is None
    view = part.minutes.view
    assert view is not None
    assert view.numbers == "§§\u00a012–18"
    assert part.outline.item(2).text().startswith("§\u00a012 ")
    assert part.number.isHidden()


def test_what_is_missing_leads_to_where_it_is_mended(part: MinutesPart) -> None:
    part.outline.choose(MISSING)
    due = next(each for each in part.outline.findings if each.id == "no_due")
    part._go_to_finding(due)
    assert part.outline.current() == "sec-h4"
    card = next(iter(part.section.decisions.cards.values()))
    assert card.entries["due"].field.hasFocus()


def test_what_is_missing_elsewhere_is_asked_for_there(part: MinutesPart) -> None:
    asked = QSignalSpy(part.mend_asked)
    for each in part.outline.findings:
        if each.id in ("no_secretary_id", "few_approvers"):
            part._go_to_finding(each)
    assert [asked.at(place)[0] for place in range(asked.count())] == ["secretary_id"]


def test_what_is_recorded_is_found_from_elsewhere(part: MinutesPart) -> None:
    assert part.go_to("decision", "hd3")
    assert part.outline.current() == "sec-h5"
    assert part.go_to("section", "sec-h2")
    part.go_to_field("section", "debate")
    assert part.section.debate.editor.hasFocus()
    assert part.go_to("minutes", "minutes")
    assert not part.go_to("decision", "gone")


def test_nothing_is_written_in_what_is_read_only(part: MinutesPart, window: MainWindow) -> None:
    assert window.desk.path is not None
    assert window.registers.open(window.desk.path, read_only=True)
    window.meeting.open("held")
    part.outline.choose("sec-h4")
    assert part.section.background.editor.isReadOnly()
    assert not part.more.isEnabled()
    card = decision(part, "sec-h4")
    assert card.adopted.editor.isReadOnly()


def test_the_page_and_the_text_lead_to_each_other(qtbot: QtBot, part: MinutesPart) -> None:
    with qtbot.waitSignal(part.page.built, timeout=20_000):
        part.page.ask()
    assert ("sec-h4:background", 0) in part.page.places
    part._go_to_source("sec-h4", "background", 0)
    assert part.outline.current() == "sec-h4"
    assert part.section.background.editor.hasFocus()
    assert part.section.caret_place() == ("sec-h4", "background", 0)
    part._go_to_source("hd2", "adopted", 0)
    card = decision(part, "sec-h4")
    assert card.adopted.editor.hasFocus()
    part._go_to_source("minutes", "opening", 0)
    assert part.outline.current() == HEAD


def test_words_of_the_transcript_come_where_the_writer_was(part: MinutesPart) -> None:
    part.outline.choose("sec-h3")
    part.section.procedure.editor.setFocus()
    part.transcript.insert_asked.emit("Ordföranden frågar.")
    assert part.section.procedure.editor.text_typed() == "Ordföranden frågar."


def test_another_meeting_leaves_the_transcript_and_not_the_place_of_the_keys(
    part: MinutesPart, window: MainWindow, tmp_path: Path
) -> None:
    sheet = window.meeting.sheet
    assert sheet is not None
    other = Meeting(id="other", body_id=sheet.body_id, date=sheet.date, items=(Item(title="Val"),))
    window.desk.run(Store(other))
    window.desk.run(BeginMinutes("other"))
    path = tmp_path / "mote.txt"
    path.write_text("Eva Lind   0:03\nJag öppnar mötet.", encoding="utf-8")
    part.transcript.open(path)
    part.outline.setFocus()
    assert window.meeting.open("other")
    assert not part.transcript.reading
    assert part.transcript.asking.isHidden()
    assert window.meeting.open("held")
    assert not part.transcript.asking.isHidden()
    assert path.name in part.transcript.told.text()
    assert part.focusWidget() not in (part.transcript.throw, part.transcript.keep)
    assert window.meeting.open("other")
    assert part.transcript.asking.isHidden()
    assert path.exists()


def test_commands_that_would_do_nothing_say_why_instead(
    part: MinutesPart, window: MainWindow, tmp_path: Path
) -> None:
    remove, insert = part.more.remove, part.transcript.insert
    part.outline.choose(MISSING)
    assert (remove.isEnabled(), remove.toolTip()) == (False, "Välj en paragraf i listan först.")
    part._add_missing()
    assert window.desk.messages.history[-1].text == "Alla ärenden har redan en paragraf."
    path = tmp_path / "mote.txt"
    path.write_text("Eva Lind   0:03\nJag öppnar mötet.", encoding="utf-8")
    part.transcript.open(path)
    part.transcript.text.selectAll()
    assert not insert.isEnabled()
    part.outline.choose("sec-h3")
    assert remove.isEnabled()
    assert insert.isEnabled()
    approved = "Protokollet är justerat och ändras inte mer."
    held = window.meeting.sheet
    assert held is not None
    window.desk.run(NumberSections("held"))
    window.desk.run(ApproveUnrendered("held", (), held.date))
    assert (insert.isEnabled(), insert.toolTip()) == (False, approved)
    assert (part.more.isEnabled(), part.more.toolTip()) == (False, approved)


def test_keys_lead_to_a_text_where_none_is_in_view(part: MinutesPart, window: MainWindow) -> None:
    part.outline.choose(HEAD)
    part._find_on(1)
    assert part.finder.words.hasFocus()
    part.outline.choose(HEAD)
    part._spell()
    assert part.outline.current() == "sec-h1"
    assert part.tools.editor is part.section.background.editor


def test_spelling_is_walked_from_text_to_text(qtbot: QtBot, part: MinutesPart) -> None:
    part.outline.choose("sec-h3")
    write(part.section.background.editor, "Felstavatt ")
    card = decision(part, "sec-h4")
    write(card.adopted.editor, "Beslutatt ")
    part.outline.choose("sec-h3")
    editor = part.section.background.editor
    editor.setFocus()
    part.spelling._mark()
    qtbot.waitUntil(lambda: bool(editor.wrong), timeout=20_000)
    assert editor.wrong[0].selectedText() == "Felstavatt"
    qtbot.waitUntil(lambda: part.spelling.speller.wrong("Beslutatt"), timeout=20_000)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    part.tools.ask_spelling()
    assert part.outline.current() == "sec-h4"
    card = decision(part, "sec-h4")
    assert card.adopted.editor.textCursor().selectedText() == "Beslutatt"


def test_phrases_complete_what_is_typed(part: MinutesPart) -> None:
    part.outline.choose("sec-h4")
    editor = part.section.procedure.editor
    editor.setFocus()
    QTest.keyClicks(editor, "#ordf")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text_typed() == "Ordföranden ställer proposition på förslaget och finner bifall."


def test_words_are_looked_for_from_section_to_section(part: MinutesPart) -> None:
    part.outline.choose(HEAD)
    part._find()
    assert part.finder.isVisible()
    QTest.keyClicks(part.finder.words, "bakgrund")
    assert part.finder.count.text() == "7 träffar"
    walked = []
    for _ in range(8):
        QTest.keyClick(part.finder.words, Qt.Key.Key_Return)
        assert part.finder.words.hasFocus()
        assert part.section.background.editor.textCursor().selectedText() == "Bakgrund"
        walked.append(part.outline.current())
    assert walked == [f"sec-h{number}" for number in (1, 2, 3, 4, 5, 6, 7, 1)]
    part.finder.previous()
    assert part.outline.current() == "sec-h7"
    part.finder.others.setText("Underlag")
    part.finder.replace()
    assert stored(part, "sec-h7").background.startswith("Underlag")
    assert part.finder.count.text() == "6 träffar"
    QTest.keyClick(part.finder.words, Qt.Key.Key_Escape)
    assert part.finder.isHidden()


def test_no_words_are_looked_for_where_there_is_no_section(
    part: MinutesPart, window: MainWindow
) -> None:
    for number in range(1, 8):
        window.desk.run(Remove(Section, f"sec-h{number}"))
    part.outline.setFocus()
    QTest.keyClick(part.outline, Qt.Key.Key_F3)
    assert part.finder.isHidden()
    assert window.desk.messages.history[-1].text == "Det finns inga paragrafer än."


def test_what_was_approved_is_read_as_it_went_out(
    qtbot: QtBot, empty_window: MainWindow, tmp_path: Path
) -> None:
    office = held_office(tmp_path / "approved.hubra")
    approve(office, "sec-h3")
    approve(office)
    office.workspace.close()
    assert empty_window.registers.open(tmp_path / "approved.hubra")
    assert empty_window.meeting.open("held")
    part = MinutesPart(empty_window.desk, empty_window.meeting, empty_window.actions_)
    qtbot.addWidget(part)
    part.set_editable(True)
    part.show()
    part.outline.choose("sec-h4")
    assert part.section.background.editor.isReadOnly()
    assert part.number.isHidden()
    assert "justerat" in part.told.text()
    paper = part.page.paper()
    assert paper is not None
    assert paper.pdf.startswith(b"%PDF")
    assert part.page.is_of_now(paper)
    part.outline.choose("sec-h3")
    assert "omedelbart justerad" in part.section.present.text()
    part.stop()


def test_the_page_stays_where_something_is_written(qtbot: QtBot, part: MinutesPart) -> None:
    with qtbot.waitSignal(part.page.built, timeout=20_000):
        part.page.ask()
    part._go_to_source("hd2", "adopted", 0)
    part._follow_caret()
    write(decision(part, "sec-h4").adopted.editor, "Ja. ")
    assert part._desk.flush()
    assert part.page._followed == ("hd2:adopted", 0)


def test_words_are_not_exchanged_in_a_section_approved_at_once(
    part: MinutesPart, window: MainWindow
) -> None:
    sheet = window.meeting.sheet
    assert sheet is not None
    window.desk.run(NumberSections("held"))
    window.desk.run(ApproveUnrendered("held", ("sec-h4",), sheet.date))
    part.outline.choose("sec-h3")
    part._find()
    part.finder.words.setText("Bakgrund")
    part.finder.others.setText("Annat")
    part.outline.choose("sec-h4")
    assert part.finder.one.isHidden()
    part.finder.next()
    part.finder.replace()
    assert part.section.background.editor.toPlainText().startswith("Bakgrund")
    part.outline.choose("sec-h3")
    assert not part.finder.one.isHidden()
