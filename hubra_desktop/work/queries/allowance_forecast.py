"""What a year's allowances are heading for, beside what is planned for them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.attendance.allowance import (
    AllowanceForecast,
    MeetingTimes,
    RateTable,
    allowance_rows,
    sum_ore,
)
from hubra_desktop.model.attendance.allowance_difference import differing_ore
from hubra_desktop.model.attendance.attendance_terms import AttendanceRole, AttendanceStatus
from hubra_desktop.model.money.booked import booked_amount
from hubra_desktop.model.money.budget import BudgetRow, homes_of, leaves_of
from hubra_desktop.model.money.ledger import corrected_entry, counts_in
from hubra_desktop.model.money.terms import PostKind
from hubra_desktop.model.records.attendance import AllowanceRow, Attendance
from hubra_desktop.model.records.council import Mandate
from hubra_desktop.model.records.money import LedgerEntry
from hubra_desktop.model.terms import Role
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import LEDGER_ENTRY, MANDATE, MEETING, TABLES
from hubra_desktop.work.queries.allowance_meetings import (
    computed_rows,
    paid_meetings,
    paid_with,
    seats_of,
)
from hubra_desktop.work.queries.allowances import AllowanceList, allowance_lists, allowance_rates
from hubra_desktop.work.queries.entries import entries_with
from hubra_desktop.work.queries.money import budget, budget_year
from hubra_desktop.work.queries.people import serves_on

_ROLES: Mapping[Role, AttendanceRole] = {
    Role.CHAIR: AttendanceRole.CHAIR,
    Role.VICE_CHAIR: AttendanceRole.VICE_CHAIR,
    Role.MEMBER: AttendanceRole.MEMBER,
}


def allowance_forecast(reader: Connection, year: int) -> AllowanceForecast:
    """Return what a year's allowances are heading for, beside what is planned for them."""
    lists = allowance_lists(reader, year)
    closed = [each for each in lists if each.closed]
    within = MEETING.c.date.between(dt.date(year, 1, 1), dt.date(year, 12, 31))
    meetings = paid_meetings(reader, within)
    rates, seats = RateTable(allowance_rates(reader, year), year), seats_of(reader, meetings)
    earned = {
        each.times.id: sum_ore(computed_rows([each], rates, seats))
        for each in meetings
        if each.held and each.attended
    }
    coming = [each.times for each in meetings if not each.held]
    rows = _fee_rows(reader, year)
    return AllowanceForecast(
        year=year,
        planned=sum(row.sums.planned for row in rows) if any(r.stated for r in rows) else None,
        booked=sum(row.sums.net for row in rows) + _elsewhere(reader, year),
        closed=sum(each.total for each in closed if not each.booked),
        held=_to_pay(reader, lists, earned),
        coming=len(coming),
        each=_each(reader, list(earned.values()), coming, rates),
    )


def _to_pay(reader: Connection, lists: Iterable[AllowanceList], earned: Mapping[str, int]) -> int:
    """Return what is paid for meetings that were, beside what the closed lists pay.

    That is what stands in no closed list, what is corrected with a list that is open, and
    what the closed lists lack.
    """
    kept, paid = tuple(lists), paid_with(reader)
    closed = [each for each in kept if each.closed]
    of_closed = {*paid, *(meeting for each in closed for meeting in each.days)}
    later = [row for each in kept if not each.closed for row in each.period.rows]
    differences = sum(differing_ore(each.differences) for each in closed)
    left = sum(ore for each, ore in earned.items() if each not in of_closed)
    return left + sum_ore(later) + differences


def _elsewhere(reader: Connection, year: int) -> int:
    """Return what is to be added to a year's fees, so that a booked list burdens just one year.

    A list of another year than its row's counts where the budgets count the row. Where they
    count it in neither year, or in both, since the two are kept on different bases or the
    first is closed, it burdens the year in which it was booked.
    """
    by_id = {row.id: row for row in _rows_of_lists(reader)}
    added = 0
    for row in by_id.values():
        if year not in (row.year, row.year_concerned):
            continue
        kept = corrected_entry(row, by_id)
        counted = booked_amount(row.kind, row.amount_ore, kept.kind)
        ore = -counted.direction * abs(counted.ore) if counted else 0
        here = _counts(reader, row.year, row)
        there = row.year_concerned is not None and _counts(reader, row.year_concerned, row)
        if row.year == year and not (here or there):
            added += ore
        elif row.year_concerned == year != row.year and here and there:
            added -= ore
    return added


def _rows_of_lists(reader: Connection) -> list[LedgerEntry]:
    """Return the rows of the ledger that lists were booked in, and those that correct them."""
    booked = TABLES["allowance_period"].c.entry_id
    ids = reader.scalars(select(booked).where(booked.is_not(None))).all()
    own = entries_with(reader, LEDGER_ENTRY.c.id, ids)
    return own + entries_with(reader, LEDGER_ENTRY.c.original_id, ids)


def _counts(reader: Connection, year: int, row: LedgerEntry) -> bool:
    """Tell whether the budget of a year counts a row of the ledger among its fees."""
    sheet = budget_year(reader, year)
    if sheet is None or not counts_in(sheet, sheet.basis, row):
        return False
    other = budget_year(reader, row.year)
    homes = homes_of(sheet, (other,) if other is not None else ())
    fees = {post.id for post in leaves_of(sheet) if post.kind is PostKind.FEES}
    return homes.get(row.post_id) in fees


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
