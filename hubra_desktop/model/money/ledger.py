"""Sums of the ledger per post, at any date and on either basis.

This is the one place that says how a row counts: ``EFFECTS`` (which column, which sign),
``USES`` (which reservation), ``counted_in`` (which year) and ``last_whole_year`` (from which
day). The database adds rows up by expressions made of the same four, so that a year opens as
fast however long the ledger is.

A row's kind gives its amount the sign. A correction takes back what it says of the row
that it points to, in the same column. A transfer moves what is planned. Paying out uses
up what was reserved for it: payments and costs of a grant use its reservations, a row
that points to a reservation uses that one.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from operator import eq, ne
from typing import Any, Final, NamedTuple, Self, TypeVar

from hubra_desktop.model.money.terms import Basis, EntryKind
from hubra_desktop.model.records.money import BudgetYear, LedgerEntry

C = TypeVar("C")
RowOrColumns = Any
"""A row of the ledger, or the columns of its table: both have the fields of ``Booked``."""

EFFECTS: Final[Mapping[EntryKind, tuple[str, int]]] = {
    EntryKind.RESERVATION: ("reserved", 1),
    EntryKind.PAYMENT: ("paid", 1),
    EntryKind.COST: ("cost", 1),
    EntryKind.REPAYMENT: ("repaid", 1),
    EntryKind.INCOME: ("income", 1),
    EntryKind.TRANSFER_IN: ("planned", 1),
    EntryKind.TRANSFER_OUT: ("planned", -1),
}
"""The field of ``PostSums`` that a row of each kind counts in, and the sign it counts with.

A correction has no effect of its own: it counts where what it corrects does, the other way.
"""

TRANSFERS: Final = frozenset(kind for kind, (name, _) in EFFECTS.items() if name == "planned")

USES: Final[Mapping[EntryKind, tuple[str, str]]] = {
    EntryKind.RESERVATION: ("grant_id", "id"),
    EntryKind.PAYMENT: ("grant_id", "original_id"),
    EntryKind.COST: ("grant_id", "original_id"),
}
"""The fields that name the reservation a row makes or uses up: the first that is filled."""


@dataclass(frozen=True, kw_only=True)
class PostSums:
    """What a post is planned to cost, and what became of it; all in öre.

    ``reserved`` is set aside by hand, ``unpaid`` granted in the year and not paid out,
    ``carried`` granted before it and not paid out. Neither ``net`` nor ``left`` is ever
    clamped: a surplus and a deficit both show.
    """

    planned: int = 0
    reserved: int = 0
    unpaid: int = 0
    carried: int = 0
    paid: int = 0
    cost: int = 0
    repaid: int = 0
    income: int = 0

    @property
    def committed(self) -> int:
        """Return what is promised and not paid out, in öre: granted, and reserved by hand."""
        return self.reserved + self.unpaid + self.carried

    @property
    def net(self) -> int:
        """Return the net cost in öre: paid and cost, less repaid and income."""
        return self.paid + self.cost - self.repaid - self.income

    @property
    def left(self) -> int:
        """Return the part of the plan that is left; below zero when more was used."""
        return self.planned - self.net - self.committed

    def __add__(self, other: Self) -> "PostSums":
        names = (each.name for each in fields(PostSums))
        return PostSums(**{name: getattr(self, name) + getattr(other, name) for name in names})


NOTHING = PostSums()
NO_COVER: Final[Mapping[str, int]] = {}


class Sum(NamedTuple):
    """Rows of one kind added up: what ``add_up`` makes posts' sums of.

    ``kind`` is the kind of the rows themselves, or of what they correct: then they take
    ``back``. ``use`` names the reservation, or the grant whose it is. ``amount`` is above
    zero; ``effect`` is what it counts with its sign.
    """

    post_id: str
    kind: EntryKind
    use: str | None
    amount: int
    back: bool = False

    @property
    def effect(self) -> int:
        """Return the signed amount that the rows add to their column, in öre."""
        sign = EFFECTS[self.kind][1]
        return -sign * self.amount if self.back else sign * self.amount


class Booked(NamedTuple):
    """What of a row tells when money moved, and how much."""

    id: str
    kind: EntryKind
    amount_ore: int
    original_id: str | None
    date: dt.date | None
    year: int


Row = LedgerEntry | Booked
"""A row of the ledger, whole or as much of it as its effect asks for."""


def effective_day(entry: Row) -> dt.date:
    """Return the day a row counts from; without a date the last of its year."""
    return entry.date or dt.date(entry.year, 12, 31)


def last_whole_year(day: dt.date) -> int:
    """Return the last year that has ended on a day; its undated rows count by then."""
    return day.year if (day.month, day.day) == (12, 31) else day.year - 1


def counted_in(
    year: BudgetYear, basis: Basis, entry: RowOrColumns, is_by: Callable[[dt.date], C]
) -> C:
    """Tell whether a row counts in a year on a basis, or choose the rows that do.

    ``entry`` is a row, or the columns of the ledger: ``==``, ``&`` and ``|`` mean the same
    of both. ``is_by`` tells whether it counts on a day. What comes from another year after
    this one was closed does not count, on the year's own basis: its figures are those it
    was closed with.
    """
    here: C = eq(entry.year, year.year)
    if basis is Basis.CASH:
        return here
    concerned = eq(entry.year_concerned, year.year)
    elsewhere: Any = ne(entry.year, year.year) & concerned
    if basis is year.basis and year.closed_on is not None:
        elsewhere = elsewhere & is_by(year.closed_on)
    own: Any = here
    counted: C = (own & (eq(entry.year_concerned, None) | concerned)) | elsewhere
    return counted


def counts_in(year: BudgetYear, basis: Basis, entry: LedgerEntry) -> bool:
    """Tell whether a row counts in a year on a basis; see ``counted_in``."""

    def is_by(day: dt.date) -> bool:
        return effective_day(entry) <= day

    return counted_in(year, basis, entry, is_by)


def sums_of(chosen: Iterable[LedgerEntry], by_id: Mapping[str, LedgerEntry]) -> Iterable[Sum]:
    """Yield each row as a sum; ``by_id`` holds the rows that corrections point to."""
    for entry in chosen:
        row = corrected_entry(entry, by_id)
        if row.kind in EFFECTS:
            yield Sum(entry.post_id, row.kind, use_of(row), entry.amount_ore, entry is not row)


def corrected_entry(entry: LedgerEntry, by_id: Mapping[str, LedgerEntry]) -> LedgerEntry:
    """Return the row that a correction corrects, if ``by_id`` has it; any other row itself."""
    if entry.kind is EntryKind.CORRECTION:
        return by_id.get(entry.original_id or "", entry)
    return entry


def use_of(entry: LedgerEntry) -> str | None:
    """Return the key of the reservation that a row makes or uses up."""
    names = (getattr(entry, name) for name in USES.get(entry.kind, ()))
    return next((name for name in names if name is not None), None)


def add_up(sums: Iterable[Sum], covered: Mapping[str, int] = NO_COVER) -> dict[str, PostSums]:
    """Return the sums per post, reservations lessened by their use.

    ``covered`` holds, by what the reservations are for, the öre that count otherwise.
    """
    sums = tuple(sums)
    columns: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for each in sums:
        post = columns[each.post_id]
        if each.kind is not EntryKind.RESERVATION:
            post[EFFECTS[each.kind][0]] += each.effect
    reserved, used = _by_use(sums)
    for (post_id, use), amount in reserved.items():
        left = amount - max(0, used[post_id, use]) - covered.get(use, 0)
        columns[post_id]["reserved"] += max(0, left)
    return {post_id: PostSums(**post) for post_id, post in columns.items()}


_ByUse = dict[tuple[str, str], int]


def _by_use(sums: Iterable[Sum]) -> tuple[_ByUse, _ByUse]:
    """Return what is reserved on each post for each use, and what is used there, in öre."""
    reserved: _ByUse = defaultdict(int)
    used: _ByUse = defaultdict(int)
    for each in sums:
        if each.kind is EntryKind.RESERVATION:
            reserved[each.post_id, each.use or ""] += each.effect
        elif each.use is not None:
            used[each.post_id, each.use] += each.effect
    return reserved, used


def open_reservations(sums: Iterable[Sum]) -> frozenset[str]:
    """Return the uses that more may be reserved for than is used, wherever the rows are at home.

    Where less than nothing is used on a post, it may come to stand with what is used on another.
    """
    reserved, used = _by_use(sums)
    more = (use for (post, use), ore in reserved.items() if ore > max(0, used.get((post, use), 0)))
    return frozenset((*more, *(use for (_, use), ore in used.items() if ore < 0)))


def effective(entries: Iterable[Row]) -> dict[str, int]:
    """Return the amount of each row after its corrections, in öre, by id."""
    entries = tuple(entries)
    amounts = {entry.id: entry.amount_ore for entry in entries}
    for entry in entries:
        if entry.kind is EntryKind.CORRECTION and entry.original_id in amounts:
            amounts[entry.original_id] -= entry.amount_ore
    return amounts
