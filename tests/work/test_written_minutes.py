"""Minutes read again where something was written in them are those that are read whole."""

from pathlib import Path

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole, AttendanceStatus
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.minutes import Decision, Section
from hubra_desktop.work.commands.attendance import Tick
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries.minutes import minutes_of
from hubra_desktop.work.queries.written_minutes import written_anew
from tests.work.held_office import held_office


def test_what_was_written_is_read_and_no_more(tmp_path: Path) -> None:
    office = held_office(tmp_path / "a.hubra")
    with office.workspace.read() as reader:
        before = minutes_of(reader, "held")
    office.run(Change(Section, "sec-h2", {"debate": "Samtal"}))
    office.run(Change(Decision, "hd2", {"adopted": "Rådet beviljar 10 000 kr."}))
    with office.workspace.read() as reader:
        whole = minutes_of(reader, "held")
        assert written_anew(reader, before, ["sec-h2"], ["hd2"]) == whole
        half = written_anew(reader, before, ["sec-h2"], [])
    assert half.sections[3] == before.sections[3] != whole.sections[3]
    office.workspace.close()


def test_minutes_name_nobody_as_chair_who_was_away(tmp_path: Path) -> None:
    office = held_office(tmp_path / "a.hubra")
    office.run(Change(Meeting, "held", {"chair_id": office.chair}))
    office.run(Tick("ha0", AttendanceStatus.EXCUSED))
    with office.workspace.read() as reader:
        assert minutes_of(reader, "held").chair == ""
    office.run(Change(Attendance, "ha1", {"role": AttendanceRole.VICE_CHAIR}))
    with office.workspace.read() as reader:
        assert minutes_of(reader, "held").chair == "Bo Sund"
