"""What a year's budget is heading for, post by post and month by month.

Of each post it tells what is booked, what is committed and when that falls due, and what
more is expected to move: the rest of the plan, in the months that the user says, else as
last year's months were, else evenly. Every row adds up from what it shows: *left* is
planned less net less committed, *forecast* net plus committed plus expected, *deviation*
planned less forecast. A sum is that of the posts below it.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from hubra_desktop.model.money.budget import BudgetRow, BudgetTable
from hubra_desktop.model.money.expected import YEAR, Expected, read_expected
from hubra_desktop.model.money.ledger import counts_in, effective_day
from hubra_desktop.model.money.statement import net_of
from hubra_desktop.model.money.terms import PostKind
from hubra_desktop.model.records.money import BudgetPost, BudgetYear, Instalment, LedgerEntry

AFTER: Final = 13
"""The month that stands for what falls due when the year is over."""

_MONTHS: Final = (*YEAR, AFTER)
Months = Mapping[int, int]
"""Öre by month, 1–12, and ``AFTER``."""


@dataclass(frozen=True, kw_only=True)
class MonthFigures:
    """A month of a post or of all: net booked, committed that falls due, and more expected.

    ``last_year`` is the net of the same month a year before. All in öre.
    """

    month: int
    booked: int = 0
    due: int = 0
    expected: int = 0
    last_year: int = 0

    @property
    def sum(self) -> int:
        """Return what the month comes to."""
        return self.booked + self.due + self.expected

    def __add__(self, other: "MonthFigures") -> "MonthFigures":
        return MonthFigures(
            month=self.month,
            booked=self.booked + other.booked,
            due=self.due + other.due,
            expected=self.expected + other.expected,
            last_year=self.last_year + other.last_year,
        )


@dataclass(frozen=True, kw_only=True)
class ForecastRow:
    """A post with what it is heading for, in öre; ``months`` are all twelve, and ``AFTER``."""

    row: BudgetRow
    months: tuple[MonthFigures, ...]

    @property
    def planned(self) -> int:
        """Return what the budget gives the post."""
        return self.row.sums.planned

    @property
    def net(self) -> int:
        """Return what is booked."""
        return self.row.sums.net

    @property
    def committed(self) -> int:
        """Return what is granted or reserved and not paid."""
        return self.row.sums.committed

    @property
    def left(self) -> int:
        """Return what is left when all that is granted has been paid."""
        return self.row.sums.left

    @property
    def expected(self) -> int:
        """Return what more is expected to move."""
        return sum(each.expected for each in self.months)

    @property
    def forecast(self) -> int:
        """Return what the year is heading for."""
        return self.net + self.committed + self.expected

    @property
    def deviation(self) -> int:
        """Return what the forecast leaves of the plan; below zero for a deficit."""
        return self.planned - self.forecast

    @property
    def last_year(self) -> int:
        """Return last year's net."""
        return sum(each.last_year for each in self.months)


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """A year's forecast as of a day; ``total`` is the sum of the rows at the top.

    ``over`` tells that the year has ended or is closed: nothing more is expected then.
    """

    year: int
    on: dt.date
    over: bool
    rows: tuple[ForecastRow, ...]
    total: ForecastRow


@dataclass(frozen=True, kw_only=True)
class ForecastGround:
    """What a forecast is made of.

    ``booked`` and ``last_year`` are net öre by the year's posts and months; ``instalments``
    the payment plans by the ids of grants.
    """

    sheet: BudgetYear
    table: BudgetTable
    booked: Mapping[str, Months]
    last_year: Mapping[str, Months] = field(default_factory=dict)
    instalments: Mapping[str, Sequence[Instalment]] = field(default_factory=dict)


def forecast(ground: ForecastGround, on: dt.date) -> Forecast:
    """Return what the year is heading for, as of a day."""
    sheet, table = ground.sheet, ground.table
    over = on.year > sheet.year or table.closed_on is not None
    months = _coming(sheet.year, on, over=over)
    leaves = {row.post.id: _leaf(ground, row, months) for row in table.rows if row.leaf}
    rows = tuple(
        leaves[row.post.id] if row.leaf else _sum(row, _below(row, table, leaves))
        for row in table.rows
    )
    whole = BudgetRow(
        post=BudgetPost(id=""), depth=0, leaf=False, sums=table.total,
        stated=any(row.stated for row in table.rows), example=table.has_example,
        deviates=False, share=None,
    )  # fmt: skip
    total = _sum(whole, leaves.values())
    return Forecast(year=sheet.year, on=on, over=over, rows=rows, total=total)


def _coming(year: int, on: dt.date, *, over: bool) -> tuple[int, ...]:
    """Return the months that are still to come, the one that is going on among them."""
    if over:
        return ()
    return tuple(YEAR) if on.year < year else tuple(range(on.month, 13))


def _leaf(ground: ForecastGround, row: BudgetRow, coming: tuple[int, ...]) -> ForecastRow:
    booked = ground.booked.get(row.post.id, {})
    last = ground.last_year.get(row.post.id, {})
    said = read_expected(row.post.expected)
    due = _due(ground, row, coming, _shares(said, last, coming))
    expected = _expected(row, said, _shares(said, last, coming), coming)
    return ForecastRow(
        row=row,
        months=tuple(
            MonthFigures(
                month=month,
                booked=booked.get(month, 0),
                due=due.get(month, 0),
                expected=expected.get(month, 0),
                last_year=last.get(month, 0),
            )
            for month in _MONTHS
        ),
    )


def _shares(said: Expected | None, last: Months, coming: tuple[int, ...]) -> Months:
    """Return the weights of the coming months: as is said, as last year, or even."""
    named = [month for month in (said.months if said else ()) if month in coming]
    if named:
        return dict.fromkeys(named, 1)
    if said is None:
        as_last = {month: last[month] for month in coming if last.get(month, 0) > 0}
        if as_last:
            return as_last
    return dict.fromkeys(coming, 1)


def parted(ore: int, shares: Months) -> Months:
    """Part an amount by weights into whole öre that make the amount; the last takes the rest."""
    whole = sum(shares.values())
    made, before, weight = {}, 0, 0
    for month in sorted(shares):
        weight += shares[month]
        upto = ore * weight // whole
        made[month] = upto - before
        before = upto
    return made


def _due(ground: ForecastGround, row: BudgetRow, coming: tuple[int, ...], shares: Months) -> Months:
    """Return when what is committed falls due: by the payment plans, the rest as is expected."""
    found: dict[int, int] = defaultdict(int)
    rest = row.sums.reserved
    for each in row.commitments:
        left = each.ore
        for month, ore in _planned(ground, each.grant_id, each.paid, coming):
            taken = min(left, ore)
            found[month] += taken
            left -= taken
        rest += left
    for month, ore in (parted(rest, shares) if shares else {AFTER: rest}).items():
        found[month] += ore
    return found


def _planned(
    ground: ForecastGround, grant_id: str, paid: int, coming: tuple[int, ...]
) -> Iterable[tuple[int, int]]:
    """Yield what of a payment plan is not paid, with the month it falls due in.

    What was paid used up the plan from its beginning. What is overdue falls due now.
    """
    plan = [each for each in ground.instalments.get(grant_id, ()) if each.due is not None]
    for each in sorted(plan, key=lambda one: (one.due or dt.date.max, one.id)):
        used = min(paid, each.amount_ore)
        paid -= used
        assert each.due is not None
        if each.due.year > ground.sheet.year or not coming:
            month = AFTER
        elif each.due.year < ground.sheet.year:
            month = coming[0]
        else:
            month = max(each.due.month, coming[0])
        yield month, each.amount_ore - used


def _expected(
    row: BudgetRow, said: Expected | None, shares: Months, coming: tuple[int, ...]
) -> Months:
    """Return what more moves by month; of an income post the income that is still to come."""
    if not coming:
        return {}
    if said is not None and said.says_how_much:
        sign = -1 if row.post.kind is PostKind.INCOME else 1
        found: dict[int, int] = defaultdict(int)
        for month, ore in said.amounts:
            if month in coming:
                found[month] += sign * ore
        return found
    rest, planned = row.sums.left, row.sums.planned
    return parted(rest, shares) if rest * planned > 0 else {}


def _below(
    row: BudgetRow, table: BudgetTable, leaves: Mapping[str, ForecastRow]
) -> list[ForecastRow]:
    """Return the leaves below a post: those that follow it, deeper than it stands."""
    rows = list(table.rows)
    place = rows.index(row)
    found = []
    for each in rows[place + 1 :]:
        if each.depth <= row.depth:
            break
        if each.leaf:
            found.append(leaves[each.post.id])
    return found


def _sum(row: BudgetRow, rows: Iterable[ForecastRow]) -> ForecastRow:
    months = [MonthFigures(month=month) for month in _MONTHS]
    for each in rows:
        months = [one + other for one, other in zip(months, each.months, strict=True)]
    return ForecastRow(row=row, months=tuple(months))


def net_by_month(
    sheet: BudgetYear, entries: Iterable[LedgerEntry], homes: Mapping[str, str]
) -> Mapping[str, Months]:
    """Return the net of a year by post and month; ``homes`` lead to the posts it is told by.

    ``entries`` hold the rows that corrections among them point to. What concerns the year
    and moved before it stands in January, what moved after it in December.
    """
    entries = tuple(entries)
    by_id = {each.id: each for each in entries}
    found: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for entry in entries:
        if counts_in(sheet, sheet.basis, entry):
            day = effective_day(entry)
            first = max(day, dt.date(sheet.year, 1, 1))
            month = min(first, dt.date(sheet.year, 12, 31)).month
            found[homes.get(entry.post_id, "")][month] += net_of(entry, by_id)
    return found
