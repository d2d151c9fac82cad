"""How the attendance of a meeting is drawn at random."""

from collections.abc import Mapping

from hubra_desktop.model.attendance.attendance_terms import (
    AttendanceReply,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.attendance.presence import VOTING_ROLES
from hubra_desktop.model.records.attendance import Attendance, AttendanceStay
from hubra_desktop.work.commands.attendance import (
    Arrive,
    CallSubstitute,
    Leave,
    Reply,
    Serve,
    StopServing,
    Tick,
)
from hubra_desktop.work.commands.attendance_list import MakeAttendance
from hubra_desktop.work.edits import Add, Change, Remove
from tests.work.drawn import Drawn
from tests.work.paper_makers import Maker


def _clock(d: Drawn) -> int | None:
    return None if d.one(True, False) else d.number(900, 1100)


def _substitute(d: Drawn) -> str:
    return d.id_of(r for r in d.rows("attendance") if r.role is AttendanceRole.SUBSTITUTE)


def _member(d: Drawn) -> str:
    return d.id_of(r for r in d.rows("attendance") if r.role in VOTING_ROLES)


def _present(d: Drawn) -> str:
    there = (r for r in d.rows("attendance") if r.status is AttendanceStatus.PRESENT)
    return d.id_of(there)


def _item(d: Drawn) -> str | None:
    """Draw a row of a meeting that has a list."""
    listed = {each.meeting_id for each in d.rows("attendance")}
    items = [each for m in d.rows("meeting") if m.id in listed for each in m.items]
    return None if d.one(True, False) else d.id_of(items)


ATTENDANCE: Mapping[str, Maker] = {
    "AddAttendance": lambda d: Add(Attendance, d.values("attendance", "meeting_id", "name")),
    "AddAttendanceStay": lambda d: Add(
        AttendanceStay, d.values("attendance_stay"), _present(d), d.place()
    ),
    "ChangeAttendanceStay": lambda d: Change(
        AttendanceStay, d.id("attendance_stay"), d.values("attendance_stay"), d.visit()
    ),
    "RemoveAttendanceStay": lambda d: Remove(AttendanceStay, d.id("attendance_stay")),
    "Arrive": lambda d: Arrive(d.id("attendance"), _clock(d), _item(d), d.one(True, False)),
    "CallSubstitute": lambda d: CallSubstitute(
        _substitute(d), None if d.one(True, False) else _member(d), d.day()
    ),
    "ChangeAttendance": lambda d: Change(
        Attendance, d.id("attendance"), d.values("attendance"), d.visit()
    ),
    "Leave": lambda d: Leave(d.id("attendance"), _clock(d), _item(d)),
    "MakeAttendance": lambda d: MakeAttendance(d.id("meeting")),
    "RemoveAttendance": lambda d: Remove(Attendance, d.id("attendance")),
    "Reply": lambda d: Reply(d.id("attendance"), d.one(*AttendanceReply), d.day(), d.text()),
    "Serve": lambda d: Serve(_substitute(d), _member(d), _clock(d), _item(d)),
    "StopServing": lambda d: StopServing(_substitute(d), _clock(d), _item(d)),
    "Tick": lambda d: Tick(d.id("attendance"), d.one(*AttendanceStatus)),
}
