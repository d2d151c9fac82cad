"""The allowances of a year: its rates, its lists, what is booked of them, and the forecast."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.attendance.allowance import (
    AllowanceForecast,
    MeetingTimes,
    RateTable,
    allowance_rows,
    sum_ore,
)
from hubra_desktop.model.attendance.allowance_findings import (
    AllowanceFinding,
    MeetingAllowances,
    allowance_findings,
)
from hubra_desktop.model.attendance.attendance_terms import (
    AllowanceKind,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.money.budget import BudgetRow, leaves_of
from hubra_desktop.model.money.ledger import effective
from hubra_desktop.model.money.terms import PostKind
from hubra_desktop.model.records.attendance import (
    AllowancePeriod,
    AllowanceRate,
    AllowanceRow,
    Attendance,
)
from hubra_desktop.model.records.council import Mandate
from hubra_desktop.model.records.money import BudgetPost, LedgerEntry
from hubra_desktop.model.swedish import sort_key
from hubra_desktop.model.terms import HELD_STATES, LIFTED_STATES, Role
from hubra_desktop.store.reading import records, some_at_a_time
from hubra_desktop.store.tables import LEDGER_ENTRY, MANDATE, MEETING, TABLES
from hubra_desktop.work.queries.entries import entries_with
from hubra_desktop.work.queries.in_order import by_words
from hubra_desktop.work.queries.money import budget, budget_year
from hubra_desktop.work.queries.people import serves_on

_ROLES: Mapping[Role, AttendanceRole] = {
    Role.CHAIR: AttendanceRole.CHAIR,
    Role.VICE_CHAIR: AttendanceRole.VICE_CHAIR,
    Role.MEMBER: AttendanceRole.MEMBER,
}


@dataclass(frozen=True, kw_only=True)
class AllowanceList:
    """A period with its rows, computed while it is open; ``days`` are those of its meetings.

    ``findings`` say what keeps it from being closed, ``there`` who was at its meetings, each with
    the day. ``booked`` is what is left of the row of the
    ledger that its sum was booked in, in öre, ``number`` that row's; None: it is not booked.
    """

    period: AllowancePeriod
    rows: tuple[AllowanceRow, ...]
    days: Mapping[str, dt.date]
    findings: tuple[AllowanceFinding, ...] = ()
    there: tuple[tuple[dt.date, Attendance], ...] = ()
    booked: int | None = None
    number: int | None = None

    @property
    def closed(self) -> bool:
        """Return whether it never changes any more."""
        return self.period.closed_on is not None

    @property
    def total(self) -> int:
        """Return what it comes to, in öre."""
        return sum_ore(self.rows)


def allowance_rates(reader: Connection, year: int) -> tuple[AllowanceRate, ...]:
    """Return a year's rates by role and kind."""
    found = records(reader, AllowanceRate, TABLES["allowance_rate"].c.year == year)
    return tuple(sorted(found, key=_rate_place))


def _rate_place(rate: AllowanceRate) -> tuple[int, int]:
    return list(AttendanceRole).index(rate.role), list(AllowanceKind).index(rate.kind)


def allowance_periods(reader: Connection, year: int) -> tuple[AllowancePeriod, ...]:
    """Return the periods that begin in a year, the earliest first."""
    first = TABLES["allowance_period"].c.first
    within = first.between(dt.date(year, 1, 1), dt.date(year, 12, 31))
    return records(reader, AllowancePeriod, within, order=(first,))


def allowance_years(reader: Connection) -> tuple[int, ...]:
    """Return the years that have a list, the earliest first."""
    first = TABLES["allowance_period"].c.first
    return tuple(sorted({day.year for day in reader.scalars(select(first))}, key=int))


def year_of_allowance(reader: Connection, kind: str, record_id: str) -> int | None:
    """Return the year that a rate, a period or a row of one is of."""
    rate, period, row = (TABLES[f"allowance_{each}"].c for each in ("rate", "period", "row"))
    if kind == "allowance_rate":
        return reader.scalar(select(rate.year).where(rate.id == record_id))
    owner = select(row.allowance_period_id).where(row.id == record_id).scalar_subquery()
    wanted = owner if kind == "allowance_row" else record_id
    first = reader.scalar(select(period.first).where(period.id == wanted))
    return None if first is None else first.year


def allowance_lists(reader: Connection, year: int) -> tuple[AllowanceList, ...]:
    """Return the lists of a year, the earliest first."""
    return tuple(_list_of(reader, each) for each in allowance_periods(reader, year))


def allowance_list(reader: Connection, period_id: str) -> AllowanceList:
    """Return a list; raises InputError when it is gone."""
    found = records(reader, AllowancePeriod, TABLES["allowance_period"].c.id == period_id)
    if not found:
        raise refusal("Perioden finns inte längre.")
    return _list_of(reader, found[0])


def allowance_corrections(reader: Connection, row_ids: Iterable[str]) -> tuple[AllowanceRow, ...]:
    """Return the rows that correct these, in whatever list they stand."""
    column = TABLES["allowance_row"].c.corrects_id
    return tuple(
        row
        for some in some_at_a_time(row_ids)
        for row in records(reader, AllowanceRow, column.in_(some))
    )


def _list_of(reader: Connection, period: AllowancePeriod) -> AllowanceList:
    if period.closed_on is not None:
        entry = _entry(reader, period)
        return AllowanceList(
            period=period,
            rows=period.rows,
            days=_days(reader, period.rows),
            booked=None if entry is None else _left(reader, entry),
            number=None if entry is None else entry.number,
        )
    meetings = _meetings(reader, MEETING.c.date.between(period.first, period.last))
    rates = RateTable(allowance_rates(reader, period.first.year), period.first.year)
    seats = _seats(reader, meetings)
    made = computed_rows(meetings, rates, seats)
    return AllowanceList(
        period=period,
        rows=(*made, *period.rows),
        days={**{each.times.id: each.times.date for each in meetings},
              **_days(reader, period.rows)},
        findings=allowance_findings(meetings, rates, seats),
        there=tuple(_there(meetings)),
    )  # fmt: skip


def _there(meetings: Iterable[MeetingAllowances]) -> Iterator[tuple[dt.date, Attendance]]:
    """Yield those who were at meetings that are over, the latest meeting's first, by name."""
    for meeting in sorted(meetings, key=lambda each: each.times.date, reverse=True):
        for each in by_words(meeting.attendances, lambda one: one.name):
            if meeting.held and each.status is AttendanceStatus.PRESENT:
                yield meeting.times.date, each


def seat_sorts(reader: Connection) -> tuple[str, ...]:
    """Return the sorts of seats that mandates name, in Swedish order."""
    return by_words(filter(None, reader.scalars(select(MANDATE.c.seat).distinct())), str)


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


def _meetings(reader: Connection, *where: ColumnElement[bool]) -> tuple[MeetingAllowances, ...]:
    """Return the meetings that take place, by day, with those who were called to them."""
    meeting = MEETING.c
    found = reader.execute(
        select(meeting.id, meeting.date, meeting.state, meeting.opened_at, meeting.ended_at)
        .where(*where, meeting.state.not_in(LIFTED_STATES))
        .order_by(meeting.date, meeting.start, meeting.id)
    ).all()
    ids = [row.id for row in found]
    called, begun = _called(reader, ids), _begun(reader, ids)
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


def _called(reader: Connection, ids: Iterable[str]) -> Mapping[str, list[Attendance]]:
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


def _seats(reader: Connection, meetings: Iterable[MeetingAllowances]) -> dict[str, str]:
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


def _days(reader: Connection, rows: Iterable[AllowanceRow]) -> dict[str, dt.date]:
    ids = {row.meeting_id for row in rows if row.meeting_id}
    return {
        row.id: row.date
        for some in some_at_a_time(ids)
        for row in reader.execute(
            select(MEETING.c.id, MEETING.c.date).where(MEETING.c.id.in_(some))
        )
    }


def _entry(reader: Connection, period: AllowancePeriod) -> LedgerEntry | None:
    found = entries_with(reader, LEDGER_ENTRY.c.id, [period.entry_id] if period.entry_id else [])
    return found[0] if found else None


def _left(reader: Connection, entry: LedgerEntry) -> int:
    """Return what is left of a row after its corrections."""
    fixes = entries_with(reader, LEDGER_ENTRY.c.original_id, [entry.id])
    return effective([entry, *fixes])[entry.id]


def fee_posts(reader: Connection, year: int) -> tuple[BudgetPost, ...]:
    """Return the posts of a year's budget that allowances are booked on."""
    sheet = budget_year(reader, year)
    leaves = leaves_of(sheet) if sheet is not None else ()
    return tuple(post for post in leaves if post.kind is PostKind.FEES)


def allowance_forecast(reader: Connection, year: int) -> AllowanceForecast:
    """Return what a year's allowances are heading for, beside what is planned for them."""
    lists = allowance_lists(reader, year)
    closed = [each for each in lists if each.closed]
    within = MEETING.c.date.between(dt.date(year, 1, 1), dt.date(year, 12, 31))
    meetings = _meetings(reader, within)
    rates, seats = RateTable(allowance_rates(reader, year), year), _seats(reader, meetings)
    earned = {
        each.times.id: sum_ore(computed_rows([each], rates, seats))
        for each in meetings
        if each.held
    }
    done = {
        each.times.id
        for each in meetings
        if any(one.period.first <= each.times.date <= one.period.last for one in closed)
    }
    coming = [each.times for each in meetings if not each.held]
    open_corrections = [row for each in lists if not each.closed for row in each.period.rows]
    rows = _fee_rows(reader, year)
    return AllowanceForecast(
        year=year,
        planned=sum(row.sums.planned for row in rows) if any(r.stated for r in rows) else None,
        booked=sum(row.sums.net for row in rows),
        closed=sum(each.total for each in closed if not each.booked),
        held=sum(ore for each, ore in earned.items() if each not in done)
        + sum_ore(open_corrections),
        coming=len(coming),
        each=_each(reader, list(earned.values()), coming, rates),
    )


def _fee_rows(reader: Connection, year: int) -> list[BudgetRow]:
    if budget_year(reader, year) is None:
        return []
    rows = budget(reader, year).rows
    return [row for row in rows if row.leaf and row.post.kind is PostKind.FEES]


def _each(
    reader: Connection, earned: list[int], coming: list[MeetingTimes], rates: RateTable
) -> int | None:
    """Return what a meeting costs: as those that were, else as if all came to the next one."""
    if any(earned):
        return round(sum(earned) / len(earned))
    if not coming or not rates:
        return None
    return sum_ore(_all_there(reader, coming[0], rates))


def _all_there(reader: Connection, times: MeetingTimes, rates: RateTable) -> list[AllowanceRow]:
    """Return what a meeting costs where every member comes and it lasts as long as planned."""
    meeting = reader.execute(
        select(MEETING.c.body_id, MEETING.c.start, MEETING.c.end).where(MEETING.c.id == times.id)
    ).one()
    planned = MeetingTimes(id=times.id, date=times.date, opened=meeting.start, ended=meeting.end)
    mandate: Any = MANDATE.c
    held = records(
        reader, Mandate, mandate.body_id == meeting.body_id, serves_on(times.date, mandate)
    )
    return [
        row
        for each in held
        if each.role in _ROLES
        for row in allowance_rows(_expected(each, times.id), planned, rates, each.seat)
    ]


def _expected(mandate: Mandate, meeting_id: str) -> Attendance:
    return Attendance(
        id=mandate.id,
        meeting_id=meeting_id,
        role=_ROLES[mandate.role],
        status=AttendanceStatus.PRESENT,
    )
