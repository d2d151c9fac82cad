"""The ledger: rows are added, and never changed or taken away.

What went wrong is corrected by a row that points to it. A step just made can be undone
as any other while its year is open: it is then as if it had not been booked, but for its
number, which is not given again (``model/money/ledger_numbers``), and the register's
history tells of both. Closing a year ends that.
"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import ClassVar

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.money.ledger import effective
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.records.money import BudgetPost, LedgerEntry
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import LEDGER_ENTRY
from hubra_desktop.work.commands.base import Step, found
from hubra_desktop.work.queries.entries import entries_with, posts_of
from hubra_desktop.work.queries.ledger_numbers import next_entry_number

_BOOKED = frozenset({EntryKind.RESERVATION, EntryKind.PAYMENT, EntryKind.COST, EntryKind.INCOME})


@dataclass(frozen=True)
class Book(Step):
    """Book a payment, a cost, an income or a reservation; the program gives the number.

    A payment of a grant uses up what is reserved for it. Returns the row's id.
    """

    entry: LedgerEntry

    @property
    def label(self) -> str:
        return f"book-{self.entry.kind.value}"

    def apply(self, rows: Rows) -> str:
        if self.entry.kind not in _BOOKED:
            raise refusal("Återbetalning, rättelse och omföring bokförs på sina egna sätt.")
        return store_rows(rows, self.entry)


@dataclass(frozen=True)
class Repay(Step):
    """Book what came back of a payment, in the year it came.

    In a later year it stands on that year's post of the same code or name, unless
    another is given, and is noted in the year that the payment concerned.
    """

    payment_id: str
    amount_ore: int
    year: int
    date: dt.date | None = None
    post_id: str | None = None
    voucher: str = ""
    text: str = ""
    label: ClassVar[str] = "book-repayment"

    def apply(self, rows: Rows) -> str:
        payment = found(rows, LedgerEntry, self.payment_id)
        entry = _follow_up(rows, self, payment, EntryKind.REPAYMENT, self.amount_ore)
        return store_rows(rows, replace(entry, voucher=self.voucher))


@dataclass(frozen=True)
class Correct(Step):
    """Take a row back, whole or in part (``amount_ore``); both rows of a transfer at once.

    A row of a closed year is corrected in an open one.
    """

    original_id: str
    year: int
    date: dt.date | None = None
    amount_ore: int | None = None
    post_id: str | None = None
    text: str = ""
    label: ClassVar[str] = "book-correction"

    def apply(self, rows: Rows) -> str:
        originals = _with_pair(rows, found(rows, LedgerEntry, self.original_id))
        made = []
        for row in originals:
            amount = _left(rows, row) if self.amount_ore is None else self.amount_ore
            made.append(_follow_up(rows, self, row, EntryKind.CORRECTION, amount))
        return store_rows(rows, *made)


@dataclass(frozen=True)
class Transfer(Step):
    """Move planned money from a post to another: two rows that sum to zero.

    Returns the id of the row out.
    """

    from_post_id: str
    to_post_id: str
    amount_ore: int
    year: int
    date: dt.date | None = None
    text: str = ""
    label: ClassVar[str] = "book-transfer"

    def apply(self, rows: Rows) -> str:
        out = LedgerEntry(
            id=new_id(),
            year=self.year,
            date=self.date,
            post_id=self.from_post_id,
            kind=EntryKind.TRANSFER_OUT,
            amount_ore=self.amount_ore,
            text=self.text,
        )
        into = replace(
            out,
            id=new_id(),
            post_id=self.to_post_id,
            kind=EntryKind.TRANSFER_IN,
            original_id=out.id,
        )
        return store_rows(rows, out, into)


def store_rows(rows: Rows, *entries: LedgerEntry) -> str:
    """Add the rows with the next numbers; return the first one's id."""
    first = next_entry_number(rows.connection)
    ids = [rows.put(replace(entry, number=number)) for number, entry in enumerate(entries, first)]
    return ids[0]


def _follow_up(
    rows: Rows, step: Repay | Correct, original: LedgerEntry, kind: EntryKind, amount_ore: int
) -> LedgerEntry:
    """Return the row that follows on another, on its post's like unless one is given."""
    return LedgerEntry(
        year=step.year,
        date=step.date,
        post_id=step.post_id or _home(rows, original, step.year),
        kind=kind,
        amount_ore=amount_ore,
        counterpart=original.counterpart,
        counterpart_id=original.counterpart_id,
        grant_id=original.grant_id,
        original_id=original.id,
        year_concerned=_concerned(original, step.year),
        text=step.text,
    )


def _concerned(original: LedgerEntry, year: int) -> int | None:
    """Return the year that what follows on a row concerns, when it is another."""
    concerned = original.year_concerned or original.year
    return None if concerned == year else concerned


def _home(rows: Rows, original: LedgerEntry, year: int) -> str:
    """Return the post of a year that is like the row's: by code, else by name."""
    if year == original.year:
        return original.post_id
    old = found(rows, BudgetPost, original.post_id)
    posts = posts_of(rows.connection, year)
    if not posts:
        raise refusal("Det finns ingen budget för {year}. Lägg upp den först.", year=year)
    above = {post.parent_id for post in posts.values()}
    leaves = [post for post in posts.values() if post.id not in above]
    for field in ("code", "name"):
        wanted = folded(getattr(old, field))
        for post in leaves:
            if wanted and folded(getattr(post, field)) == wanted:
                return post.id
    raise refusal(
        "Budgeten för {year} har ingen post som liknar {name}. Välj en post.",
        year=year,
        name=quoted(old.name),
    )


def _left(rows: Rows, original: LedgerEntry) -> int:
    """Return what is left of a row after the corrections it has, in öre."""
    fixes = entries_with(rows.connection, LEDGER_ENTRY.c.original_id, [original.id])
    left = effective([original, *fixes])[original.id]
    if not left:
        raise refusal("Rad {number} är redan rättad i sin helhet.", number=original.number)
    return left


def _with_pair(rows: Rows, row: LedgerEntry) -> list[LedgerEntry]:
    """Return the row; of a transfer both rows, the one asked for first."""
    if row.kind is EntryKind.TRANSFER_IN and row.original_id:
        return [row, found(rows, LedgerEntry, row.original_id)]
    if row.kind is EntryKind.TRANSFER_OUT:
        others = entries_with(rows.connection, LEDGER_ENTRY.c.original_id, [row.id])
        return [row, *(each for each in others if each.kind is EntryKind.TRANSFER_IN)]
    return [row]
