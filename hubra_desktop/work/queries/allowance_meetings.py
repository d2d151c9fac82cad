"""The meetings that allowances are paid for: who was called, how long they were, and what is paid.

A meeting is paid with one list: the closed one that was paid for it, else the one whose days
hold it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.attendance.allowance import MeetingTimes, RateTable, allowance_rows
from hubra_desktop.model.attendance.allowance_findings import MeetingAllowances
from hubra_desktop.model.records.attendance import AllowancePeriod, AllowanceRow, Attendance
from hubra_desktop.model.swedish import sort_key
from hubra_desktop.model.terms import HELD_STATES, LIFTED_STATES
from hubra_desktop.store.reading import records, some_at_a_time
from hubra_desktop.store.tables import MANDATE, MEETING, TABLES


def paid_with(reader: Connection) -> dict[str, str]:
    """Return the ids of the closed lists that meetings were paid with, by the meetings' ids."""
    row, period = TABLES["allowance_row"].c, TABLES["allowance_period"].c
    found = (
        select(row.meeting_id, row.allowance_period_id)
        .join(TABLES["allowance_period"], period.id == row.allowance_period_id)
        .where(period.closed_on.is_not(None), row.meeting_id.is_not(None))
        .where(row.corrects_id.is_(None), row.reason == "")
        .distinct()
    )
    return {each.meeting_id: each.allowance_period_id for each in reader.execute(found)}


def is_paid_already(reader: Connection, meeting_id: str) -> bool:
    """Return whether a meeting was paid with a closed list, or is held on one of its days."""
    if meeting_id in paid_with(reader):
        return True
    period, meeting = TABLES["allowance_period"].c, MEETING.c
    closed = select(period.id).where(
        period.closed_on.is_not(None),
        meeting.id == meeting_id,
        period.first <= meeting.date,
        period.last >= meeting.date,
    )
    return reader.scalar(closed.limit(1)) is not None


def meetings_of_list(
    reader: Connection, period: AllowancePeriod, paid: Mapping[str, str]
) -> tuple[MeetingAllowances, ...]:
    """Return the meetings that are paid with a list, by day; ``paid`` is as ``paid_with``."""
    own = [meeting for meeting, each in paid.items() if each == period.id]
    within = MEETING.c.date.between(period.first, period.last)
    found = paid_meetings(reader, or_(within, MEETING.c.id.in_(own)))
    return tuple(each for each in found if paid.get(each.times.id, period.id) == period.id)


def computed_rows(
    meetings: Iterable[MeetingAllowances], rates: RateTable, seats: Mapping[str, str]
) -> tuple[AllowanceRow, ...]:
    """Return what is paid for the meetings that are over, by meeting and name."""
    return tuple(
        row
        for meeting in meetings
        if meeting.held
        for each in sorted(meeting.attendances, key=lambda one: (sort_key(one.name), one.id))
        for row in allowance_rows(each, meeting.times, rates, seats.get(each.id, ""))
    )


def meeting_days_of(reader: Connection, period: AllowancePeriod) -> tuple[tuple[str, date], ...]:
    """Return the meetings that were paid with a list or are over within its days, and their days.

    The latest stands first.
    """
    meetings = meetings_of_list(reader, period, paid_with(reader))
    return tuple((each.times.id, each.times.date) for each in reversed(meetings) if each.held)


def paid_meetings(reader: Connection, *where: ColumnElement[bool]) -> tuple[MeetingAllowances, ...]:
    """Return the meetings that take place, by day, with those who were called to them."""
    meeting = MEETING.c
    found = reader.execute(
        select(meeting.id, meeting.date, meeting.state, meeting.opened_at, meeting.ended_at)
        .where(*where, meeting.state.not_in(LIFTED_STATES))
        .order_by(meeting.date, meeting.start, meeting.id)
    ).all()
    ids = [row.id for row in found]
    called, begun = called_to(reader, ids), _begun(reader, ids)
    return tuple(
        MeetingAllowances(
            times=MeetingTimes(
                id=row.id, date=row.date, opened=row.opened_at, ended=row.ended_at,
                begun=begun[row.id],
            ),
            held=row.state in HELD_STATES,
            attendances=tuple(called[row.id]),
        )
        for row in found
    )  # fmt: skip


def called_to(reader: Connection, ids: Iterable[str]) -> Mapping[str, list[Attendance]]:
    """Return those who stand on the lists of meetings, by the meetings' ids."""
    called: dict[str, list[Attendance]] = defaultdict(list)
    column = TABLES["attendance"].c.meeting_id
    for some in some_at_a_time(ids):
        for each in records(reader, Attendance, column.in_(some)):
            called[each.meeting_id].append(each)
    return called


def _begun(reader: Connection, ids: Iterable[str]) -> Mapping[str, dict[str, int]]:
    """Return when each row of each meeting was first taken up."""
    run = TABLES["agenda_run"].c
    begun: dict[str, dict[str, int]] = defaultdict(dict)
    for some in some_at_a_time(ids):
        chosen = select(run.meeting_id, run.item_id, run.started)
        rows = reader.execute(chosen.where(run.meeting_id.in_(some), run.item_id.is_not(None)))
        for row in sorted(rows, key=lambda each: each.started):
            begun[row.meeting_id].setdefault(row.item_id, row.started)
    return begun


def seats_of(reader: Connection, meetings: Iterable[MeetingAllowances]) -> dict[str, str]:
    """Return the sort of seat of each who was called; a substitute has that of the member."""
    called = {each.id: each for meeting in meetings for each in meeting.attendances}
    mandates = {each.mandate_id for each in called.values() if each.mandate_id}
    columns = (MANDATE.c.id, MANDATE.c.seat)
    sorts: dict[str | None, str] = {
        row.id: row.seat
        for some in some_at_a_time(mandates)
        for row in reader.execute(select(*columns).where(MANDATE.c.id.in_(some)))
    }
    own = {each.id: sorts.get(each.mandate_id, "") for each in called.values()}
    return {each.id: own[each.id] or _served_seat(each, own) for each in called.values()}


def _served_seat(attendance: Attendance, own: Mapping[str, str]) -> str:
    served = (own.get(stay.serves_for_id or "", "") for stay in attendance.stays)
    return next(filter(None, served), "")
