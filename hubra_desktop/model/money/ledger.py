"""What the rows of the ledger add up to, per post, at any date and on either basis.

A row's kind gives its amount the sign. A correction takes back what it says of the row
that it points to, in the same column. A transfer moves what is planned. Paying out uses
up what was reserved for it: payments and costs of a grant use its reservations, a row
that points to a reservation uses that one.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol, Self

from hubra_desktop.model.money.sheets import LedgerEntrySheet
from hubra_desktop.model.money.terms import Basis, EntryKind

CONSUMING = frozenset({EntryKind.PAYMENT, EntryKind.COST})
"""What uses up a reservation."""

_COLUMNS: Mapping[EntryKind, str] = {
    EntryKind.PAYMENT: "paid",
    EntryKind.COST: "cost",
    EntryKind.REPAYMENT: "repaid",
    EntryKind.INCOME: "income",
    EntryKind.TRANSFER_IN: "moved",
    EntryKind.TRANSFER_OUT: "moved",
}


@dataclass(frozen=True, kw_only=True)
class PostSums:
    """What a post is planned to cost, and what became of it; all in öre.

    Neither ``net`` nor ``left`` is ever clamped: a surplus and a deficit are both told.
    """

    planned: int = 0
    reserved: int = 0
    paid: int = 0
    cost: int = 0
    repaid: int = 0
    income: int = 0

    @property
    def net(self) -> int:
        """Return what the post has cost: paid and cost, less what came back or in."""
        return self.paid + self.cost - self.repaid - self.income

    @property
    def left(self) -> int:
        """Return what is left of what is planned; below zero when more was used."""
        return self.planned - self.net - self.reserved

    def __add__(self, other: Self) -> "PostSums":
        return PostSums(
            planned=self.planned + other.planned,
            reserved=self.reserved + other.reserved,
            paid=self.paid + other.paid,
            cost=self.cost + other.cost,
            repaid=self.repaid + other.repaid,
            income=self.income + other.income,
        )


NOTHING = PostSums()


class Sum(NamedTuple):
    """Rows of one kind added up: what ``add_up`` makes posts' sums of.

    ``kind`` is the kind of the row itself, or of the row that a correction corrects; then
    ``amount`` is below zero. ``use`` names the reservation, or the grant whose it is.
    """

    post_id: str
    kind: EntryKind
    use: str | None
    amount: int


class Booked(Protocol):
    """What of a row tells when money moved, and how much: any row of the ledger does."""

    @property
    def id(self) -> str:
        """Return the row's id."""

    @property
    def kind(self) -> EntryKind:
        """Return its kind."""

    @property
    def amount_ore(self) -> int:
        """Return its amount, above zero."""

    @property
    def original_id(self) -> str | None:
        """Return what it points to."""

    @property
    def date(self) -> dt.date | None:
        """Return its day, if one is known."""

    @property
    def year(self) -> int:
        """Return the year it is booked in."""


def effective_day(entry: Booked) -> dt.date:
    """Return the day that a row counts from: the last of its year when none is known."""
    return entry.date or dt.date(entry.year, 12, 31)


def year_of(entry: LedgerEntrySheet, basis: Basis) -> int:
    """Return the year that a row counts in."""
    if basis is Basis.ACCRUAL and entry.year_concerned is not None:
        return entry.year_concerned
    return entry.year


def sums_of(
    chosen: Iterable[LedgerEntrySheet], by_id: Mapping[str, LedgerEntrySheet]
) -> Iterable[Sum]:
    """Yield each row as what it adds; ``by_id`` holds what corrections point to."""
    for entry in chosen:
        told = told_of(entry, by_id)
        if told.kind is not EntryKind.CORRECTION:
            down = (entry is not told) != (told.kind is EntryKind.TRANSFER_OUT)
            amount = -entry.amount_ore if down else entry.amount_ore
            yield Sum(entry.post_id, told.kind, use_of(told), amount)


def told_of(entry: LedgerEntrySheet, by_id: Mapping[str, LedgerEntrySheet]) -> LedgerEntrySheet:
    """Return the row that a correction corrects, if ``by_id`` has it; any other row itself."""
    if entry.kind is EntryKind.CORRECTION:
        return by_id.get(entry.original_id or "", entry)
    return entry


def use_of(entry: LedgerEntrySheet) -> str | None:
    """Return the reservation that a row makes or uses up: its grant's, or a single one."""
    if entry.kind is EntryKind.RESERVATION:
        return entry.grant_id or entry.id
    if entry.kind in CONSUMING:
        return entry.grant_id or entry.original_id
    return None


def add_up(sums: Iterable[Sum]) -> dict[str, PostSums]:
    """Return the sums per post; what is used of a reservation is not reserved any more."""
    columns: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    reserved: dict[tuple[str, str], int] = defaultdict(int)
    used: dict[tuple[str, str], int] = defaultdict(int)
    for each in sums:
        post = columns[each.post_id]
        if each.kind is EntryKind.RESERVATION:
            reserved[each.post_id, each.use or ""] += each.amount
        else:
            post[_COLUMNS[each.kind]] += each.amount
            if each.use is not None:
                used[each.post_id, each.use] += each.amount
    for (post_id, use), amount in reserved.items():
        columns[post_id]["reserved"] += max(0, amount - max(0, used[post_id, use]))
    return {post_id: _sums(post) for post_id, post in columns.items()}


def _sums(columns: Mapping[str, int]) -> PostSums:
    named = {name: columns[name] for name in ("reserved", "paid", "cost", "repaid", "income")}
    return PostSums(planned=columns["moved"], **named)


def effective(entries: Iterable[Booked]) -> dict[str, int]:
    """Return what each row amounts to after its corrections, in öre, by its id."""
    entries = tuple(entries)
    amounts = {entry.id: entry.amount_ore for entry in entries}
    for entry in entries:
        if entry.kind is EntryKind.CORRECTION and entry.original_id in amounts:
            amounts[entry.original_id] -= entry.amount_ore
    return amounts
