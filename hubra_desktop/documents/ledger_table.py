"""Rows of the ledger in print: what went out and what came in, summed by post and in all.

The columns are those of ``booked``: a correction takes back in the column of what it
corrects, so that a post's *Ut* is its paid and cost in the budget, its *In* what is repaid
and income.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from hubra_desktop.documents.kit.figure_table import Columns, FigureGroup, FigureLine, NamedSum
from hubra_desktop.documents.money_text import post_in_print
from hubra_desktop.model.language import swedish
from hubra_desktop.model.money.amounts import digits
from hubra_desktop.model.money.booked import (
    BookedAmount,
    Side,
    booked_amount,
    kind_text,
    sides_of,
)
from hubra_desktop.model.money.budget import ELSEWHERE
from hubra_desktop.model.money.grant_list import day_of
from hubra_desktop.model.records.money import BudgetYear, LedgerEntry

_WORDS: Final[Columns] = {
    "Nr": 0.08, "Dag": 0.14, "Slag": 0.2, "Motpart och text": 0.42, "Verifikation": 0.16,
}  # fmt: skip

EXPLAINED: Final = (
    "Netto är ut minus in. En rättelse tar tillbaka i samma kolumn som raden den rättar, och "
    "står med minus där."
)


class LedgerTable(NamedTuple):
    """A table of rows: its columns, its groups with their sums, and the sum of all."""

    columns: Columns
    groups: list[FigureGroup]
    total: tuple[str, ...]


class PrintedEntry(NamedTuple):
    """A row with what it points to, and what its counterpart is called."""

    entry: LedgerEntry
    original: LedgerEntry | None
    counterpart: str

    @property
    def amount(self) -> BookedAmount | None:
        """Return where the row counts."""
        kind = self.original.kind if self.original else None
        return booked_amount(self.entry.kind, self.entry.amount_ore, kind)


def ledger_table(rows: Sequence[PrintedEntry], year: BudgetYear | None = None) -> LedgerTable:
    """Set out rows by their numbers; by the posts of ``year``, each summed, when it is given."""
    sums = sides_of(row.amount for row in rows)
    sides = [side for side in Side if side in sums or side in (Side.OUT, Side.IN)]
    columns = {**_WORDS, **{side.value: 0.0 for side in sides}}
    groups = (
        [FigureGroup("", [_line(row, sides) for row in rows])]
        if year is None
        else list(_by_post(rows, year, sides))
    )
    whole = "Summa" if year is None else "Summa, alla poster"
    return LedgerTable(columns, groups, _summed(whole, rows, sides) if rows else ())


def _by_post(
    rows: Sequence[PrintedEntry], year: BudgetYear, sides: Sequence[Side]
) -> Iterator[FigureGroup]:
    """Part the rows by post, in the budget's order."""
    order = {post.id: place for place, post in enumerate(year.posts)}
    names: Mapping[str, str] = {post.id: post_in_print(post) for post in (*year.posts, ELSEWHERE)}
    placed = sorted(rows, key=lambda each: order.get(each.entry.post_id, len(order)))
    for post_id, some in groupby(placed, key=lambda each: each.entry.post_id):
        name, own = names.get(post_id, names[ELSEWHERE.id]), list(some)
        lines = [_line(row, sides) for row in own]
        yield FigureGroup(name, lines, _summed("Summa", own, sides))


def _summed(name: str, rows: Iterable[PrintedEntry], sides: Sequence[Side]) -> tuple[str, ...]:
    sums = sides_of(row.amount for row in rows)
    net = sums.get(Side.OUT, 0) - sums.get(Side.IN, 0)
    texts = (digits(sums[side]) if side in sums else "" for side in sides)
    return name, "", "", NamedSum("Netto", digits(net)), "", *texts


def _line(row: PrintedEntry, sides: Sequence[Side]) -> FigureLine:
    entry, amount = row.entry, row.amount
    number = row.original.number if row.original else None
    parts = (row.counterpart, entry.text.strip(), _concerned(entry))
    return FigureLine(
        (
            str(entry.number), day_of(entry.date, entry.year),
            kind_text(entry.kind, number, swedish),
            ". ".join(part for part in parts if part), entry.voucher.strip(),
            *(digits(amount.ore) if amount and amount.side is side else "" for side in sides),
        )
    )  # fmt: skip


def _concerned(entry: LedgerEntry) -> str:
    concerned = entry.year_concerned
    return f"Avser {concerned}" if concerned not in {None, entry.year} else ""
