"""The municipality's accounts of a year, and how their lines are paired with the ledger's rows.

What was read of a file of accounts is kept as it stood there, whatever is booked later.
Lines of a second file join those that are there; a line that both hold is there once.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.records.money import AccountLine, LedgerEntry
from hubra_desktop.model.swedish import folded

SIGNS: Final[Mapping[EntryKind, int]] = {
    EntryKind.PAYMENT: 1,
    EntryKind.COST: 1,
    EntryKind.REPAYMENT: -1,
    EntryKind.INCOME: -1,
    EntryKind.CORRECTION: -1,
}
"""How a line counts in the net cost. Accounts know no reservations and no transfers."""


class Pair(NamedTuple):
    """A row of the ledger and a line of the accounts that mean the same; either may be missing.

    ``ours`` and ``theirs`` are net costs in öre.
    """

    entry: LedgerEntry | None
    line: AccountLine | None
    ours: int | None
    theirs: int | None


def net_of(entry: LedgerEntry, by_id: Mapping[str, LedgerEntry]) -> int:
    """Return what a row of the ledger adds to the net cost, in öre."""
    if entry.kind is EntryKind.CORRECTION:
        row = by_id.get(entry.original_id or "")
        return -SIGNS.get(row.kind, 0) * entry.amount_ore if row is not None else 0
    return SIGNS.get(entry.kind, 0) * entry.amount_ore


def net_of_line(line: AccountLine) -> int:
    """Return what a line of the accounts adds to the net cost, in öre."""
    return SIGNS.get(line.kind, 0) * line.amount_ore


def compared_lines(
    entries: Sequence[LedgerEntry],
    lines: Sequence[AccountLine],
    by_id: Mapping[str, LedgerEntry],
) -> tuple[Pair, ...]:
    """Return the rows with the lines that mean the same, then what is left of either.

    The surest likeness pairs first: voucher and amount, then day and amount, the amount
    alone, and at last one voucher with two amounts.
    """
    return tuple(_Pairing(entries, lines, by_id).pairs())


class _Pairing:
    """Pairs the rows and lines of one year; used once."""

    def __init__(
        self,
        entries: Sequence[LedgerEntry],
        lines: Sequence[AccountLine],
        by_id: Mapping[str, LedgerEntry],
    ) -> None:
        self._by_id = by_id
        self._entries = list(entries)
        self._lines = [each for each in lines if net_of_line(each)]
        self._found: list[Pair] = []

    def pairs(self) -> Iterator[Pair]:
        """Yield all pairs, in the order of the ledger."""
        self._pair(lambda one, ore: (folded(one.voucher), ore) if one.voucher.strip() else None)
        self._pair(lambda one, ore: (one.date, ore) if one.date else None)
        self._pair(lambda _, ore: (ore,))
        self._pair(lambda one, _: (folded(one.voucher),) if one.voucher.strip() else None)
        left = [Pair(each, None, self._net(each), None) for each in self._entries]
        yield from sorted((*self._found, *left), key=_number)
        for line in self._lines:
            yield Pair(None, line, None, net_of_line(line))

    def _net(self, entry: LedgerEntry) -> int:
        return net_of(entry, self._by_id)

    def _pair(self, likeness: Callable[[Any, int], Hashable | None]) -> None:
        """Pair what is left and is alike; what has no likeness waits."""
        waiting: dict[Hashable, list[AccountLine]] = defaultdict(list)
        for line in self._lines:
            waiting[likeness(line, net_of_line(line))].append(line)
        waiting.pop(None, None)
        kept = []
        for entry in self._entries:
            alike = waiting.get(likeness(entry, self._net(entry)))
            if not alike:
                kept.append(entry)
                continue
            line = alike.pop(0)
            self._lines.remove(line)
            self._found.append(Pair(entry, line, self._net(entry), net_of_line(line)))
        self._entries = kept


def _number(pair: Pair) -> int:
    return pair.entry.number if pair.entry else 0


def joined_lines(
    here: Iterable[AccountLine], coming: Iterable[AccountLine]
) -> tuple[AccountLine, ...]:
    """Return the lines here and those that come; lines that say the same are there once.

    Two equal lines of one file are two: the larger number of them stays.
    """
    here = tuple(here)
    known = Counter(_said(each) for each in here)
    new = []
    for each in coming:
        if known[_said(each)]:
            known[_said(each)] -= 1
        else:
            new.append(each)
    return (*here, *new)


def _said(line: AccountLine) -> AccountLine:
    return replace(line, id="")
