"""Those on a meeting's list as rows: who, as what, what they answered, and when they were there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from hubra_desktop.model.attendance.attendance_terms import (
    AttendanceReply,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.attendance.presence import NOT_THERE, ROLL_ROLES, VOTING_ROLES
from hubra_desktop.model.attendance.presence_words import PresenceNames, presence_text
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.terms import HELD_STATES
from hubra_desktop.model.words import word
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.work.queries.attendance import AttendanceView

_STATUS = {
    AttendanceStatus.PRESENT: ("check", "success"),
    AttendanceStatus.ABSENT: ("close", "danger"),
    AttendanceStatus.EXCUSED: ("withdrawn", "muted"),
}
_REPLIES = {
    AttendanceReply.COMES: ("check", "success"),
    AttendanceReply.PREVENTED: ("withdrawn", "warning"),
}


@dataclass(frozen=True)
class AttendanceRow:
    """Somebody on the list, with what is told of them."""

    attendance: Attendance
    presence: str = ""
    called_for: str = ""

    @property
    def id(self) -> str:
        """Return the id of the attendance."""
        return self.attendance.id

    @property
    def counted(self) -> bool:
        """Tell whether the roll-call asks for them."""
        return self.attendance.role in ROLL_ROLES


def attendance_rows(view: AttendanceView) -> Iterator[AttendanceRow]:
    """Yield everybody on a meeting's list."""
    of = PresenceNames(
        order=view.order,
        numbers=view.numbers,
        names={each.id: attendance_name(each) for each in view.rows},
    )
    for each in view.rows:
        called_for = view.name_of(each.called_for_id)
        yield AttendanceRow(each, presence_text(each, of), called_for)


def attendance_name(attendance: Attendance) -> str:
    """Return what somebody is called in the list."""
    return attendance.name or attendance.unit or say("(utan namn)")


def _who(row: AttendanceRow) -> str:
    each = row.attendance
    beside = each.party if row.counted else ", ".join(filter(None, (each.title, each.unit)))
    return f"{attendance_name(each)} ({beside})" if beside else attendance_name(each)


def _reply(row: AttendanceRow) -> str:
    each = row.attendance
    if each.reply is AttendanceReply.NONE:
        return ""
    answer = capitalised(word(each.reply))
    return f"{answer}: {each.reply_text}" if each.reply_text else answer


def _status(row: AttendanceRow) -> str:
    return capitalised(word(row.attendance.status))


def _status_picture(row: AttendanceRow) -> tuple[str, str] | None:
    return _STATUS.get(row.attendance.status)


def _reply_picture(row: AttendanceRow) -> tuple[str, str] | None:
    return _REPLIES.get(row.attendance.reply)


def _when(row: AttendanceRow) -> str:
    """Say when somebody was there and for whom; before that for whom they were called."""
    called = say("kallad för {name}", name=row.called_for) if row.called_for else ""
    return row.presence or called


def _role(row: AttendanceRow) -> str:
    return capitalised(word(row.attendance.role))


def attendance_columns() -> tuple[ColumnOf[AttendanceRow], ...]:
    """Return what is told of somebody on the list."""
    return (
        ColumnOf(say("Namn"), _who, 200),
        ColumnOf(say("Roll"), _role, 130, needs=480),
        ColumnOf(say("Grupp"), lambda row: row.attendance.group, 110, needs=900),
        ColumnOf(say("Svar"), _reply, 150, picture=_reply_picture, needs=620),
        ColumnOf(say("Närvaro"), _status, 150, picture=_status_picture),
        ColumnOf(say("När och för vem"), _when),
    )


class AttendanceModel(RowsModel[AttendanceRow]):
    """Knows which row the roll-call goes to next."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(attendance_columns(), parent)

    def row_of(self, row_id: str) -> AttendanceRow | None:
        """Return a row by its id."""
        place = self.place_of(row_id)
        return None if place is None else self._rows[place]

    def next_open(self, row_id: str) -> str:
        """Return the next row after one that the roll-call has not asked for, else the next row.

        It begins again from the top where none is left below.
        """
        rows = self._rows
        place = next((n for n, row in enumerate(rows) if row.id == row_id), -1)
        after: Sequence[AttendanceRow] = [*rows[place + 1 :], *rows[: place + 1]]
        waiting = (
            row.id
            for row in after
            if row.counted and row.attendance.status is AttendanceStatus.OPEN
        )
        return next(waiting, row_id)


def told_of(view: AttendanceView) -> str:
    """Say how many are there, from afar and how many vote; before the roll-call who comes."""
    members = [each for each in view.rows if each.role in VOTING_ROLES]
    ticked = [each for each in view.rows if each.status is not AttendanceStatus.OPEN]
    if not any(each.status is AttendanceStatus.PRESENT for each in ticked):
        return _expected(view, members)
    if view.meeting.state in HELD_STATES:
        return _held_told(view, members)
    item = view.now_item_id
    here = len({each.id for each in members} & {each.id for each in view.present(item)})
    told = [say("{n} av {of} ledamöter är här", n=here, of=len(members))]
    substitutes = [each for each in view.voters(item) if each.role is AttendanceRole.SUBSTITUTE]
    if substitutes:
        count = len(substitutes)
        told.append(say_count("{n} ersättare tjänstgör", "{n} ersättare tjänstgör", count))
    told.append(say("{n} har rösträtt", n=len(view.voters(item))))
    left = sum(
        each.role in ROLL_ROLES and each.status is AttendanceStatus.OPEN for each in view.rows
    )
    if left:
        told.append(say_count("{n} är inte avprickad", "{n} är inte avprickade", left))
    return " · ".join(told)


def _held_told(view: AttendanceView, members: Sequence[Attendance]) -> str:
    here = sum(each.status is AttendanceStatus.PRESENT for each in members)
    told = [say("{n} av {of} ledamöter var med", n=here, of=len(members))]
    served = sum(any(stay.serves_for_id for stay in each.stays) for each in view.rows)
    if served:
        told.append(say_count("{n} ersättare tjänstgjorde", "{n} ersättare tjänstgjorde", served))
    return " · ".join(told)


def _expected(view: AttendanceView, members: Sequence[Attendance]) -> str:
    comes = sum(each.reply is AttendanceReply.COMES for each in members)
    away = sum(
        each.reply is AttendanceReply.PREVENTED or each.status in NOT_THERE for each in members
    )
    told = [
        say_count("{n} ledamot kommer", "{n} ledamöter kommer", comes),
        say("{n} har förhinder", n=away),
        say_count("{n} har inte svarat", "{n} har inte svarat", len(members) - comes - away),
    ]
    return " · ".join(told)
