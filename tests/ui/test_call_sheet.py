"""A meeting is called on one sheet, by the keyboard alone, and the log tells of it ever after."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.terms import DeliveryWay, MeetingState
from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.dispatch.call_sheet import CallSheetPage
from hubra_desktop.ui.pages.meetings.dispatch.dispatch_part import DispatchPart
from hubra_desktop.ui.paper_out import PaperOut
from hubra_desktop.work.commands.calls import CancelMeeting
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries.dispatches import dispatches_of
from tests.documents.reading import spoken
from tests.ui.hands import settle, sheet


@pytest.fixture
def planned(window: MainWindow) -> MainWindow:
    """The window at a planned meeting that lacks nothing."""
    values = {"state": MeetingState.PLANNED, "place": "A-salen"}
    window.desk.run(Change(Meeting, sheet(window).id, values))
    window.activateWindow()
    settle()
    return window


def press_stage(window: MainWindow) -> None:
    button = window.meetings.head.stages.buttons[1]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle()


def part_of(window: MainWindow) -> DispatchPart:
    part = window.meetings.parts.findChild(DispatchPart)
    assert isinstance(part, DispatchPart)
    return part


def sheet_of(window: MainWindow) -> CallSheetPage:
    return part_of(window).sheet


def sent(window: MainWindow) -> int:
    with window.desk.read() as reader:
        return len(dispatches_of(reader, sheet(window).id))


def send(window: MainWindow) -> None:
    sheet_of(window).go.setFocus()
    QTest.keyClick(sheet_of(window).go, Qt.Key.Key_Return)
    settle()


def test_a_meeting_is_called_by_the_keyboard_alone(planned: MainWindow) -> None:
    press_stage(planned)
    assert planned.meetings.parts.shown == "dispatch"
    view, rows = sheet_of(planned).recipients.view, sheet_of(planned).recipients.rows
    assert view.hasFocus()
    chosen = len(sheet_of(planned).recipients.ticked)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert len(sheet_of(planned).recipients.ticked) == chosen - 1
    assert rows.proposals[0].ticked is False
    send(planned)
    assert sheet(planned).state is MeetingState.CALLED
    assert not part_of(planned).calling
    assert sent(planned) == 1
    told = planned.meetings.head.called.text()
    assert told.startswith("Kallat den ")
    assert told.endswith(", version 1")
    assert part_of(planned).log.got.rowCount() == chosen - 1
    assert part_of(planned).log.call.text() == "Skicka handlingarna…"


def test_a_stop_leads_to_where_it_is_mended_and_nothing_is_lost(planned: MainWindow) -> None:
    planned.desk.run(Change(Meeting, sheet(planned).id, {"place": ""}))
    press_stage(planned)
    shown = sheet_of(planned)
    assert shown.go.text() == "Kalla ändå"
    shown.text.setPlainText("Eget brev.")
    (line,) = shown.stops.lines()
    assert line.hasFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert planned.meetings.facts.texts["place"].hasFocus()
    planned.desk.run(Change(Meeting, sheet(planned).id, {"place": "B-salen"}))
    settle()
    assert shown.go.text() == "Kalla"
    assert shown.text.toPlainText() == "Eget brev."
    assert sheet(planned).state is MeetingState.PLANNED


def test_the_draft_is_looked_at_before_it_is_sent(
    planned: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[tuple[str, bytes]] = []
    monkeypatch.setattr(PaperOut, "view_made", lambda _, *made: looked.append(made))
    press_stage(planned)
    QTest.keyClick(sheet_of(planned).look, Qt.Key.Key_Return)
    ((name, content),) = looked
    assert name.startswith("Kallelse")
    assert "Utkast" in spoken(content)
    assert sent(planned) == 0


def test_esc_leaves_with_nothing_sent(planned: MainWindow) -> None:
    press_stage(planned)
    sheet_of(planned).subject.setFocus()
    QTest.keyClick(sheet_of(planned).subject, Qt.Key.Key_Escape)
    assert not part_of(planned).calling
    assert (sent(planned), sheet(planned).state) == (0, MeetingState.PLANNED)


def test_it_can_have_been_called_in_another_way(planned: MainWindow) -> None:
    press_stage(planned)
    sheet_of(planned).other_way.click()
    settle()
    assert (sent(planned), sheet(planned).state) == (0, MeetingState.CALLED)


def test_recipients_are_added_and_sent_another_way(planned: MainWindow) -> None:
    press_stage(planned)
    chosen = sheet_of(planned).recipients
    chosen.new_name.setText("Åsa Ek")
    chosen.new_address.setText("asa@example.se")
    chosen.add.click()
    one = chosen.ticked[-1].recipient
    assert (one.name, one.address, one.way) == ("Åsa Ek", "asa@example.se", DeliveryWay.EMAIL)
    chosen.way.setCurrentIndex(chosen.way.findData(DeliveryWay.POST))
    chosen.way.activated.emit(chosen.way.currentIndex())
    assert "Adressen saknas" in chosen.ticked[-1].missing
    chosen.address.setText("Storgatan 1")
    chosen.put_address()
    assert (chosen.ticked[-1].recipient.address, chosen.ticked[-1].missing) == ("Storgatan 1", "")
    chosen.rows.tick_all(ticked=False)
    send(planned)
    assert sheet_of(planned).told.text.text() == "Välj minst en mottagare."
    assert sent(planned) == 0


def test_a_full_disk_leaves_nothing_or_all(
    planned: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    press_stage(planned)
    sheet_of(planned).text.setPlainText("Eget brev.")
    workspace = planned.desk.workspace
    assert workspace is not None

    def full(*_: object) -> None:
        raise InputError("Disken är full.")

    monkeypatch.setattr(workspace, "run", full)
    send(planned)
    assert part_of(planned).calling
    assert sheet_of(planned).text.toPlainText() == "Eget brev."
    assert sent(planned) == 0
    monkeypatch.undo()
    send(planned)
    assert sent(planned) == 1


def test_changes_go_to_those_whom_they_concern(planned: MainWindow) -> None:
    press_stage(planned)
    send(planned)
    planned.desk.run(Change(Item, sheet(planned).items[2].id, {"duration": 30}))
    settle()
    log = part_of(planned).log
    assert log.call.text() == "Skicka ändringarna…"
    log.call.click()
    settle()
    shown = sheet_of(planned)
    assert "Ärende 3" in shown.changes.text()
    everybody = len(shown.recipients.ticked)
    shown.recipients.concerned.setChecked(True)
    assert 0 < len(shown.recipients.ticked) < everybody
    send(planned)
    states = [line.state.value for line in log.log._given if line.state]
    assert states == ["issued", "replaced"]
    assert planned.meetings.head.called.text().endswith("version 2")
    planned.desk.run(CancelMeeting(sheet(planned).id, planned.desk.today(), "Sjukdom."))
    settle()
    assert log.call.text() == "Meddela att det är inställt…"
    log.call.click()
    send(planned)
    assert sent(planned) == 3


def test_drafts_calendar_and_packet_are_saved_from_the_log(
    planned: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    press_stage(planned)
    send(planned)
    log = part_of(planned).log
    monkeypatch.setattr(files, "ask_copy", lambda _, name: tmp_path / name)
    monkeypatch.setattr(files, "ask_pdf", lambda _, name: tmp_path / name)
    monkeypatch.setattr(files, "ask_folder", lambda *_: tmp_path)
    for each in (*log.dispatch_buttons, log.packet, log.folder):
        each.click()
        settle()
    names = {each.name for each in tmp_path.iterdir()}
    day = sheet(planned).date.isoformat()
    assert {f"Övning Kallelse {day}.eml", f"Övning Handlingar {day}.pdf"} <= names
    assert any(name.endswith(".ics") for name in names)
    assert any(each.is_dir() and "Handlingar till" in each.name for each in tmp_path.iterdir())
    log.mark_buttons[0].click()
    settle()
    assert log.got_told.text().startswith("Skickat till alla")
