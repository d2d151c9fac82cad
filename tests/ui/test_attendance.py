"""The part Närvaro: the list is made, the roll is called by keys, somebody comes and serves."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hubra_desktop.model.attendance.attendance_terms import AttendanceReply, AttendanceStatus
from hubra_desktop.model.council.rulebook_terms import Quorum, SubstituteRule
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.attendance.attendance_list import AttendanceList
from hubra_desktop.ui.pages.meetings.attendance.attendance_part import AttendancePart
from hubra_desktop.work.edits import Add, Change, Remove
from hubra_desktop.work.queries.attendance import attendance_of
from hubra_desktop.work.workspace import Workspace
from tests.ui.hands import settle, trigger
from tests.work.held_office import held_office

MOST_KEYS = 20
"""Key presses in which 13 members and two substitutes are to be ticked."""


@pytest.fixture
def part(window: MainWindow, tmp_path: Path) -> AttendancePart:
    """The part of a called meeting, whose list is not made yet."""
    office = held_office(tmp_path / "hållet.hubra")
    with office.workspace.read() as reader:
        listed = attendance_of(reader, "held").rows
    for each in listed:
        office.run(Remove(Attendance, each.id))
    office.run(Change(Meeting, "held", {"state": MeetingState.CALLED}))
    ranked = {"substitute_rule": SubstituteRule.RANKED, "quorum": Quorum.HALF}
    office.run(Add(BodyRules, {"body_id": office.body, **ranked}))
    office.workspace.close()
    window.desk.use(Workspace.open(office.workspace.path))
    window.meeting.open("held")
    window.meetings.parts.bar.ask_for("attendance")
    settle()
    [made] = window.findChildren(AttendancePart)
    return made


@pytest.fixture
def listed(part: AttendancePart) -> AttendanceList:
    part.list.begin.trigger()
    settle()
    return part.list


def press(listed: AttendanceList, keys: str) -> int:
    """Press keys on the list, a blank for the space bar; return how many."""
    for key in keys:
        code = Qt.Key.Key_Space if key == " " else Qt.Key(ord(key.upper()))
        QTest.keyClick(listed.view, code)
    settle()
    return len(keys)


def statuses(listed: AttendanceList) -> dict[str, AttendanceStatus]:
    assert listed.shown is not None
    return {each.name: each.status for each in listed.shown.rows}


def fill(part: AttendancePart, **values: object) -> None:
    form = part.side.form
    assert isinstance(form, FormPanel)
    form.show_values(values)
    form.send()
    settle()


def test_the_roll_is_called_in_twenty_key_presses(listed: AttendanceList) -> None:
    assert "har inte svarat" in listed.summary.text()
    pressed = press(listed, " " * 4 + "f" + " " * 7 + "f" + " ")
    assert listed.current() is not None
    pressed += press(listed, " ")
    found = statuses(listed)
    assert found["Eva Lind"] is found["Mats Nord"] is AttendanceStatus.ABSENT
    listed.view.choose(next(each.id for each in listed.shown.rows if each.name == "Nils Palm"))  # type: ignore[union-attr]
    pressed += 1 + press(listed, "e")
    QTest.keyClick(listed.view, Qt.Key.Key_Down)
    pressed += 1 + press(listed, "e")
    assert pressed <= MOST_KEYS
    assert listed.summary.text() == (
        "11 av 13 ledamöter är här · 2 ersättare tjänstgör · 13 har rösträtt"
    )
    assert not listed.quorum.isVisible()
    told = [listed.rows.index(row, 5).data() for row in (13, 14)]
    assert told == ["tjänstgör för Eva Lind", "tjänstgör för Mats Nord"]
    press(listed, " ")
    assert listed._desk.messages.history[-1].text == "Olga Ros står redan så i listan."


def test_too_few_is_warned_of_and_stops_nothing(listed: AttendanceList) -> None:
    press(listed, "h" * 7)
    assert listed.quorum.text() == "Blir inte beslutför: 6 av 13 kan komma, och 7 behövs."
    assert listed.shown is not None
    assert listed.shown.rows[0].reply is AttendanceReply.PREVENTED
    press(listed, " " * 8)
    assert listed.quorum.text().startswith("Inte beslutför: 6 av 13")


def test_a_substitute_is_called_and_takes_the_seat(
    part: AttendancePart, listed: AttendanceList
) -> None:
    press(listed, "hl")
    assert part.side.form is not None
    fill(part)
    listed.view.choose(listed.rows.id_at(0))
    press(listed, "l")
    form = part.side.form
    assert isinstance(form, FormPanel)
    form.send()
    settle()
    assert listed.shown is not None
    called = {each.name: each.called_for_id for each in listed.shown.rows if each.called_for_id}
    assert len(called) == 2
    at = next(row for row in range(len(listed.shown.rows)) if listed.rows.index(row, 5).data())
    listed.view.choose(listed.rows.id_at(at))
    told = listed.rows.index(at, 5).data()
    assert told.startswith("kallad för ")
    press(listed, "j")
    assert [listed.rows.index(at, column).data() for column in (3, 5)] == ["Kommer", told]


def test_somebody_comes_late_and_goes_early(
    window: MainWindow, part: AttendancePart, listed: AttendanceList
) -> None:
    press(listed, "k")
    fill(part, at=945, item_id="h2")
    press(listed, "g")
    fill(part, at=1000, item_id="h4")
    row = listed.rows.row_of(listed.rows.id_at(0))
    assert row is not None
    assert row.presence == "fr.o.m. ärende 2 (kl. 15.45) t.o.m. ärende 3 (kl. 16.40)"
    part.go_to("attendance", row.id)
    [times] = listed.form.lists
    assert part.list.record("attendance", row.id) is not None
    [line] = times.lines.values()
    line.commit_field("came", 950, "")
    line.commit_field("came_item_id", "1", "")
    with pytest.raises(InputError, match="inget ärende ”9”"):
        line.commit_field("left_item_id", "9", "")
    line.commit_field("came_item_id", "2", "")
    settle()
    again = listed.rows.row_of(row.id)
    assert again is not None
    assert again.presence.startswith("fr.o.m. ärende 2 (kl. 15.50)")
    times.add.click()
    settle()
    first, second = listed.form.record.stays
    assert (second.came, second.came_item_id) == (first.left, first.left_item_id)
    times.add.click()
    assert "två gånger samtidigt" in window.messages.history[-1].text
    assert len(listed.form.record.stays) == 2


def test_the_list_of_approved_minutes_is_only_read(
    window: MainWindow, listed: AttendanceList, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(listed, " " * 2)
    before = statuses(listed)
    module = "hubra_desktop.ui.pages.meetings.attendance.attendance_list.APPROVED_STATES"
    monkeypatch.setattr(module, frozenset({MeetingState.CALLED}))
    listed.refresh()
    assert listed.quorum.text() == "Sammanträdet är justerat, så närvaron ändras inte mer."
    press(listed, "f")
    assert "justerat" in window.messages.history[-1].text
    assert statuses(listed) == before
    assert not listed.guest.isEnabled()
    assert not listed.keys.isVisible()
    assert listed.deeds["details"].isEnabled()


def test_a_guest_is_added_and_taken_away(
    window: MainWindow, part: AttendancePart, listed: AttendanceList
) -> None:
    listed.guest.click()
    fill(part, name="En gäst", title="forskare")
    assert statuses(listed)["En gäst"] is AttendanceStatus.PRESENT
    guest = next(each.id for each in listed.shown.rows if each.name == "En gäst")  # type: ignore[union-attr]
    assert part.go_to("attendance", guest)
    listed.form.commit_field("reply", AttendanceReply.COMES, "")
    listed.form.commit_field("note", "Talar om forskning.", "")
    listed.form.commit_field("reply_text", "gärna", "")
    listed.do("remove-item")
    assert "En gäst" not in statuses(listed)
    trigger(window, "undo")
    assert statuses(listed)["En gäst"] is AttendanceStatus.PRESENT


def test_what_does_not_fit_is_said_and_nothing_is_written(
    window: MainWindow, part: AttendancePart, listed: AttendanceList
) -> None:
    before = statuses(listed)
    press(listed, "e")
    assert "bara de tjänstgör" in window.messages.history[-1].text
    listed.view.choose(next(each.id for each in listed.shown.rows if each.name == "Olga Ros"))  # type: ignore[union-attr]
    press(listed, "l")
    assert "den ledamot" in window.messages.history[-1].text
    listed.make.click()
    assert "stämmer redan" in window.messages.history[-1].text
    part.set_editable(False)
    press(listed, " ")
    assert statuses(listed) == before


def test_the_year_is_counted_and_leads_back(part: AttendancePart, listed: AttendanceList) -> None:
    part.show_view("year")
    assert "Inget sammanträde 2019" in part.year.summary.text()
    assert not part.list.guest.isVisible()
    part.show_view("own")
    press(listed, " " * 2)
    part.show_view("year")
    settle()
    assert part.year.summary.text() == (
        "1 sammanträde med avprickad närvaro 2019 · ledamöterna närvarade till 15 %"
    )
    assert part.year.people.index(0, 4).data() == "100 %"
    assert part.year.group_view.isVisible()
    assert part.go_to("attendance", listed.rows.id_at(0))
    assert part.bar.shown == "own"


def test_the_sheet_to_sign_is_saved(
    qtbot: QtBot,
    part: AttendancePart,
    listed: AttendanceList,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(files, "ask_pdf", lambda _, name: tmp_path / name)
    assert not part.held.isVisible()
    part.sheet.click()
    path = tmp_path / "Närvarolista 2019-05-15.pdf"
    qtbot.waitUntil(path.exists)
    assert path.read_bytes().startswith(b"%PDF")
    press(listed, " ")
    assert part.held.isVisible()
