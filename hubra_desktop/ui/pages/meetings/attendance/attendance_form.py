"""Everything about one person on a meeting's list, edited in place beside it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.attendance.attendance_terms import (
    AttendanceReply,
    AttendanceRole,
)
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import say
from hubra_desktop.model.records.attendance import Attendance, AttendanceStay
from hubra_desktop.model.wording import quoted
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import (
    AMOUNT,
    CHOICE,
    CLOCK,
    COUNT,
    DAY,
    FLAG,
    TEXT,
    terms_of,
)
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.forms.rows import Parts
from hubra_desktop.ui.pages.meetings.attendance.attendance_model import (
    AttendanceRow,
    attendance_name,
)
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.widgets import build
from hubra_desktop.work.commands.attendance import Reply
from hubra_desktop.work.edits import Change

PAID = frozenset(
    {
        AttendanceRole.CHAIR,
        AttendanceRole.VICE_CHAIR,
        AttendanceRole.MEMBER,
        AttendanceRole.SUBSTITUTE,
        AttendanceRole.CO_OPTED,
    }
)
"""The roles that may claim lost income and travel."""
_ROWS = frozenset({"came_item_id", "left_item_id"})


class AttendanceForm(Form):
    """Edits one person on the list; the reply is noted with its day, and makes an absence."""

    def __init__(self, desk: Desk, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__("attendance-form", "", parent, desk=desk, change=Attendance)
        self.setAccessibleName(say("På närvarolistan"))
        self._meeting = meeting
        self._numbers: Mapping[str, str] = {}
        self.told = build.label("", "muted", self.inside, name="attendance-told")
        self.build(
            self.told,
            Field("name", say("Namn")),
            (Field("title", say("Titel")), Field("unit", say("Organisation"))),
            Field("role", say("Roll"), CHOICE, choices=terms_of(AttendanceRole, word)),
            (Field("party", say("Parti")), Field("group", say("Grupp"))),
            self._stays(),
            say("Svar på kallelsen"),
            (
                Field("reply", say("Svar"), CHOICE, choices=terms_of(AttendanceReply, word)),
                Field("replied_on", say("Svarade"), DAY),
            ),
            Field("reply_text", say("Med orden"), hint=say("t.ex. sjuk, kommer 16.00")),
            Field(
                "pre_meeting",
                say("Var på förmötet"),
                FLAG,
                shown=_may_be_paid,
            ),
            Field("lost_income_ore", say("Förlorad arbetsinkomst"), AMOUNT, shown=_may_be_paid),
            (
                Field("travel_ore", say("Resa, kronor"), AMOUNT),
                Field("travel_km", say("Resa, kilometer"), COUNT),
            ),
            Field("note", say("Anteckning"), TEXT),
        )
        self.end()

    def _stays(self) -> Parts:
        """Return when the person was inside, to be mended: from one row and before another."""
        return Parts(
            "stay",
            "stays",
            say("Tider i rummet"),
            say("Lägg till tid"),
            (
                Field("came", say("Kom"), CLOCK),
                Field("came_item_id", say("Från nr")),
                Field("left", say("Gick"), CLOCK),
                Field("left_item_id", say("Före nr")),
            ),
            AttendanceStay,
            first=self._next_stay,
            held=self._held,
            written=self._written,
        )

    def _next_stay(self) -> Mapping[str, Any]:
        """Begin a new stay where the last one ended, so that nobody is inside twice."""
        known = self.record.stays if self.record is not None else ()
        if not known:
            return {}
        return {"came": known[-1].left, "came_item_id": known[-1].left_item_id}

    def know_rows(self, numbers: Mapping[str, str]) -> None:
        """Know the numbers that the rows of the agenda have, by their ids."""
        self._numbers = numbers

    def _held(self, stay: AttendanceStay, field: str) -> object:
        """Return what a field shows: of a row of the agenda its number."""
        value = getattr(stay, field)
        return self._numbers.get(value or "", "") if field in _ROWS else value

    def _written(self, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """Turn a row's number into the row; raises InputError for one that there is not."""
        known = {number: item_id for item_id, number in self._numbers.items()}
        written = dict(values)
        for field in _ROWS & values.keys():
            number = str(values[field]).strip()
            if number and number not in known:
                raise refusal("Det finns inget ärende {number} på listan.", number=quoted(number))
            written[field] = known.get(number)
        return written

    def near(self) -> Any:
        sheet = self._meeting.sheet
        return sheet.date if sheet is not None else self.desk.today()

    def show_standing(self, row: AttendanceRow | None) -> None:
        """Say over the fields when the person was there, and for whom."""
        told = ""
        if row is not None:
            status = word(row.attendance.status)
            told = f"{attendance_name(row.attendance)}: {status}"
            if row.presence:
                told = f"{told}, {row.presence}"
        self.told.setText(told)

    def write(self, values: Mapping[str, Any], edit: str) -> None:
        written = dict(values)
        if written.keys() & {"reply", "reply_text"}:
            record: Attendance = self.record
            reply = written.pop("reply", record.reply) or AttendanceReply.NONE
            text = written.pop("reply_text", record.reply_text)
            day = record.replied_on or self.desk.today()
            self.desk.attempt_now(Reply(record.id, reply, day, str(text)))
        if written:
            self.desk.attempt_now(Change(Attendance, self.record.id, written, edit))


def _may_be_paid(attendance: Attendance) -> bool:
    return getattr(attendance, "role", AttendanceRole.MEMBER) in PAID
