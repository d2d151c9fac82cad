"""How the attendance of a meeting is drawn at random."""

from collections.abc import Mapping

from hubra_desktop.model.attendance.attendance_terms import AttendanceReply, AttendanceStatus
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.work.commands.attendance import (
    Arrive,
    CallSubstitute,
    Leave,
    MakeAttendance,
    Reply,
    Serve,
    StopServing,
    Tick,
)
from hubra_desktop.work.edits import Add, Change, Remove
from tests.work.drawn import Drawn
from tests.work.paper_makers import Maker


def _clock(d: Drawn) -> int | None:
    return None if d.one(True, False) else d.number(900, 1100)


ATTENDANCE: Mapping[str, Maker] = {
    "AddAttendance": lambda d: Add(Attendance, d.values("attendance", "meeting_id", "name")),
    "Arrive": lambda d: Arrive(
        d.id("attendance"), _clock(d), d.id_or_none("agenda_item"), d.one(True, False)
    ),
    "CallSubstitute": lambda d: CallSubstitute(
        d.id("attendance"), d.id_or_none("attendance"), d.day()
    ),
    "ChangeAttendance": lambda d: Change(
        Attendance, d.id("attendance"), d.values("attendance"), d.visit()
    ),
    "Leave": lambda d: Leave(d.id("attendance"), _clock(d), d.id_or_none("agenda_item")),
    "MakeAttendance": lambda d: MakeAttendance(d.id("meeting")),
    "RemoveAttendance": lambda d: Remove(Attendance, d.id("attendance")),
    "Reply": lambda d: Reply(d.id("attendance"), d.one(*AttendanceReply), d.day(), d.text()),
    "Serve": lambda d: Serve(
        d.id("attendance"), d.id("attendance"), _clock(d), d.id_or_none("agenda_item")
    ),
    "StopServing": lambda d: StopServing(
        d.id("attendance"), _clock(d), d.id_or_none("agenda_item")
    ),
    "Tick": lambda d: Tick(d.id("attendance"), d.one(*AttendanceStatus)),
}
