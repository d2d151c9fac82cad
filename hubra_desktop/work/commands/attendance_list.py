"""The list of a meeting's attendance made, and brought up to date, from mandates and agenda."""

from dataclasses import dataclass
from typing import ClassVar

from hubra_desktop.model.attendance.attendance_terms import (
    AttendanceReply,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.terms import LIFTED_STATES
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Step, found
from hubra_desktop.work.queries.attendance import AttendanceView, attendance_of
from hubra_desktop.work.queries.attendance_list import wanted_list
from hubra_desktop.work.references import clear_references

_OF_MANDATE = ("mandate_id", "name", "role", "party", "group", "title", "unit")


@dataclass(frozen=True)
class MakeAttendance(Step):
    """Make the list of a meeting of the mandates of its day and of those who present.

    A list that is there is brought up to date: those who have come to the body are added,
    and those who have left it go where nothing has been noted about them.
    """

    meeting_id: str
    label: ClassVar[str] = "make-attendance"

    def apply(self, rows: Rows) -> str:
        meeting = found(rows, Meeting, self.meeting_id)
        if meeting.state in LIFTED_STATES:
            raise refusal("Sammanträdet är inställt eller flyttat. Det har ingen närvarolista.")
        view = attendance_of(rows.connection, meeting.id)
        known = {each.person_id or folded(each.name): each for each in view.rows}
        for each in wanted_list(rows.connection, meeting, view.mandates):
            old = known.get(each.person_id or folded(each.name))
            if old is None and each.role is AttendanceRole.PRESENTER:
                # One who stood there by the name alone is known as a person since.
                old = known.get(folded(each.name))
            if old is None:
                rows.add(each)
            elif old.status is AttendanceStatus.OPEN:
                _refresh(rows, old, each)
        _drop_ended(rows, view)
        return meeting.id


def _refresh(rows: Rows, old: Attendance, new: Attendance) -> None:
    """Write what the mandate says now, and the answer where the person has given none."""
    values = {name: getattr(new, name) for name in _OF_MANDATE if new.mandate_id}
    values["person_id"] = new.person_id or old.person_id
    if old.reply is AttendanceReply.NONE:
        values["reply"] = new.reply
    changed = {name: value for name, value in values.items() if getattr(old, name) != value}
    if changed:
        rows.change(Attendance, old.id, changed)


def _drop_ended(rows: Rows, view: AttendanceView) -> None:
    serving = {each.id for each in view.mandates}
    for each in view.rows:
        if each.mandate_id is not None and each.mandate_id not in serving and _is_untouched(each):
            clear_references(rows, Attendance, [each.id])
            rows.remove(Attendance, each.id)


def _is_untouched(each: Attendance) -> bool:
    bare = Attendance(meeting_id=each.meeting_id)
    names = ("reply", "reply_text", "called_on", "called_for_id", "status", "note", "stays",
             "lost_income_ore", "travel_ore", "travel_km", "pre_meeting")  # fmt: skip
    return all(getattr(each, name) == getattr(bare, name) for name in names)
