"""The allowances of a year: its rates, its lists, what is booked of them, and the forecast."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.attendance.allowance import RateTable, is_later, sum_ore
from hubra_desktop.model.attendance.allowance_difference import (
    AllowanceDifference,
    allowance_differences,
)
from hubra_desktop.model.attendance.allowance_findings import (
    AllowanceFinding,
    MeetingAllowances,
    allowance_findings,
    difference_finding,
)
from hubra_desktop.model.attendance.attendance_terms import (
    AllowanceKind,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.money.budget import leaves_of
from hubra_desktop.model.money.ledger import effective
from hubra_desktop.model.money.terms import PostKind
from hubra_desktop.model.records.attendance import (
    AllowancePeriod,
    AllowanceRate,
    AllowanceRow,
    Attendance,
)
from hubra_desktop.model.records.money import BudgetPost, LedgerEntry
from hubra_desktop.store.reading import records, some_at_a_time
from hubra_desktop.store.tables import LEDGER_ENTRY, MANDATE, MEETING, TABLES
from hubra_desktop.work.queries.allowance_meetings import (
    called_to,
    computed_rows,
    meetings_of_list,
    paid_with,
    seats_of,
)
from hubra_desktop.work.queries.entries import entries_with
from hubra_desktop.work.queries.in_order import by_words
from hubra_desktop.work.queries.money import budget_year


@dataclass(frozen=True, kw_only=True)
class AllowanceList:
    """A period with its rows, computed while it is open; ``days`` are those of its meetings.

    ``findings`` say what keeps it from being closed and, once it is, its ``differences``: where
    it does not pay what the attendance comes to. ``there`` tells who was at its meetings, each
    with the day. ``booked`` is what is left of the row of the ledger that its sum was booked in,
    in öre, ``number`` that row's; None: it is not booked.
    """

    period: AllowancePeriod
    rows: tuple[AllowanceRow, ...]
    days: Mapping[str, dt.date]
    findings: tuple[AllowanceFinding, ...] = ()
    differences: tuple[AllowanceDifference, ...] = ()
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


def all_allowance_rates(reader: Connection) -> tuple[AllowanceRate, ...]:
    """Return the rates of all years, the earliest first, by role and kind."""
    found = records(reader, AllowanceRate)
    return tuple(sorted(found, key=lambda each: (each.year, *_rate_place(each))))


def _rate_place(rate: AllowanceRate) -> tuple[int, int]:
    return list(AttendanceRole).index(rate.role), list(AllowanceKind).index(rate.kind)


def allowance_periods(reader: Connection, year: int) -> tuple[AllowancePeriod, ...]:
    """Return the periods that begin in a year, the earliest first."""
    first = TABLES["allowance_period"].c.first
    within = first.between(dt.date(year, 1, 1), dt.date(year, 12, 31))
    return records(reader, AllowancePeriod, within, order=(first,))


def open_allowance_periods(reader: Connection) -> tuple[AllowancePeriod, ...]:
    """Return the periods that are open, of whatever year, the latest first."""
    period = TABLES["allowance_period"].c
    found = records(reader, AllowancePeriod, period.closed_on.is_(None), order=(period.first,))
    return tuple(reversed(found))


def allowance_years(reader: Connection) -> tuple[int, ...]:
    """Return the years that have a list, the earliest first."""
    first = TABLES["allowance_period"].c.first
    return tuple(sorted({day.year for day in reader.scalars(select(first))}, key=int))


def years_to_pay(reader: Connection) -> frozenset[int]:
    """Return the years that have a rate, a list or a meeting."""
    years = set(reader.scalars(select(TABLES["allowance_rate"].c.year)))
    years |= {day.year for day in reader.scalars(select(TABLES["meeting"].c.date)) if day}
    return frozenset({*years, *allowance_years(reader)})


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
    meetings = meetings_of_list(reader, period, paid_with(reader))
    rates = RateTable(allowance_rates(reader, period.first.year), period.first.year)
    seats = seats_of(reader, meetings)
    made = computed_rows(meetings, rates, seats)
    days = {each.times.id: each.times.date for each in meetings}
    shown = AllowanceList(
        period=period,
        rows=period.rows if period.closed_on is not None else (*made, *period.rows),
        days={**days, **_days(reader, period.rows)},
        there=tuple(_there(meetings)),
    )
    if period.closed_on is None:
        return replace(shown, findings=allowance_findings(meetings, rates, seats))
    entry = _entry(reader, period)
    different = _differences(reader, shown, made, days) if rates else ()
    return replace(
        shown,
        findings=tuple(map(difference_finding, different)),
        differences=different,
        booked=None if entry is None else _left(reader, entry),
        number=None if entry is None else entry.number,
    )


def _differences(
    reader: Connection,
    shown: AllowanceList,
    made: Iterable[AllowanceRow],
    days: Mapping[str, dt.date],
) -> tuple[AllowanceDifference, ...]:
    """Return where a closed list does not pay what the attendance comes to."""
    own = [row for row in shown.rows if not is_later(row)]
    meetings = {**days, **_days(reader, own)}
    later = [
        row
        for some in some_at_a_time(meetings)
        for row in records(reader, AllowanceRow, TABLES["allowance_row"].c.meeting_id.in_(some))
        if is_later(row)
    ]
    called = [each for one in called_to(reader, meetings).values() for each in one]
    return allowance_differences(made, own, later, called, meetings)


def _there(meetings: Iterable[MeetingAllowances]) -> Iterator[tuple[dt.date, Attendance]]:
    """Yield those who were at meetings that are over, the latest meeting's first, by name."""
    for meeting in sorted(meetings, key=lambda each: each.times.date, reverse=True):
        for each in by_words(meeting.attendances, lambda one: one.name):
            if meeting.held and each.status is AttendanceStatus.PRESENT:
                yield meeting.times.date, each


def seat_sorts(reader: Connection) -> tuple[str, ...]:
    """Return the sorts of seats that mandates name, in Swedish order."""
    return by_words(filter(None, reader.scalars(select(MANDATE.c.seat).distinct())), str)


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
