"""The ledger's table read back: rows that are new are booked, those here are recognised.

A row of the ledger never changes. One with an id that is here must say what is booked;
one without is recognised by all that it says, so that a file read twice books nothing
twice. Where a file says too little to tell two purchases of a day apart, it is asked
about. Rows may point to others by number: those in the file, wherever they stand, or
those booked.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.table_columns import Choice, Question
from hubra_desktop.exchange.table_reading import BadRow, Row
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.records.money import LedgerEntry
from hubra_desktop.model.words import word
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import LEDGER_ENTRY
from hubra_desktop.work.commands.tables import BookRows
from hubra_desktop.work.table_exports import entry_values
from hubra_desktop.work.table_names import Names
from hubra_desktop.work.table_steps import (
    RowError,
    TableRequest,
    TableStep,
    bad_row,
    differing,
    in_column,
    present_values,
)

_NAME = TableName.LEDGER
_SAID = (
    "year", "date", "post_id", "kind", "amount_ore", "counterpart", "grant_id", "original_id",
    "voucher", "year_concerned", "text",
)  # fmt: skip
_COLUMN_OF = {"post_id": "post", "grant_id": "grant", "original_id": "original"}
_TELLING = ("id", "counterpart", "voucher", "text")
"""Columns that tell one row of a day from another: a row without any of them is asked about."""
_ENOUGH = {"counterpart", "text"}
"""Columns that tell a row apart even where they are empty, as they are in the one booked."""
ALIKE = "alike"
BOOKED, NEW = "booked", "new"
"""The question whether rows that say little are those that are booked, and its answers."""


def ledger_request(
    reader: Connection, rows: Iterable[Row], chosen: Mapping[str, str]
) -> TableRequest:
    """Return what the rows of a ledger's table ask for."""
    return _Ledger(reader, chosen.get(ALIKE, "")).request(rows)


class _Ledger:
    """Reads one file; used once."""

    def __init__(self, reader: Connection, alike: str) -> None:
        self._reader = reader
        self._answer = alike
        self._names = Names(reader)
        order = (LEDGER_ENTRY.c.number,)
        self._here = {each.id: each for each in records(reader, LedgerEntry, order=order)}
        self._alike: dict[tuple[Any, ...], list[str]] = {}
        self._columns: tuple[str, ...] = ()
        self._rows: dict[int | None, Row] = {}
        self._taken: set[int] = set()
        self._numbered: dict[int | None, str | None] = {}
        self._steps: dict[str, TableStep] = {}
        self._bad: list[BadRow] = []
        self._doubtful: list[tuple[Row, LedgerEntry]] = []

    def request(self, rows: Iterable[Row]) -> TableRequest:
        rows = tuple(rows)
        if rows:
            self._index(rows[0].values)
        numbered = ((row.values.get("number"), row) for row in rows)
        self._rows = {number: row for number, row in numbered if number is not None}
        for row in rows:
            for each in reversed(self._chain(row)):
                self._take_once(each)
        questions = (self._question(),) if self._doubtful else ()
        return TableRequest(tuple(self._steps.values()), tuple(self._bad), questions=questions)

    def _chain(self, row: Row) -> list[Row]:
        """Return a row with those that it rests on, each after the one that points to it.

        A bank's list stands with the newest first, a repayment before its payment.
        """
        chain = [row]
        seen = {row.number}
        while (below := self._rows.get(chain[-1].values.get("original"))) is not None:
            if below.number in seen or below.number in self._taken:
                break
            seen.add(below.number)
            chain.append(below)
        return chain

    def _take_once(self, row: Row) -> None:
        if row.number in self._taken:
            return
        self._taken.add(row.number)
        try:
            self._take(row)
        except InputError as error:
            self._bad.append(bad_row(_NAME, row, error))
            self._numbered.setdefault(row.values.get("number", 0), None)

    def _index(self, columns: Mapping[str, Any]) -> None:
        """Note what rows here say in the columns that the file has."""
        self._columns = tuple(
            name for name in _SAID if _COLUMN_OF.get(name, name) in columns or name == "year"
        )
        alike: dict[tuple[Any, ...], list[str]] = defaultdict(list)
        for each in self._here.values():
            alike[self._said(each)].append(each.id)
        self._alike = alike

    def _said(self, entry: LedgerEntry) -> tuple[Any, ...]:
        return tuple(getattr(entry, name) for name in self._columns)

    def _number(self, row: Row, entry_id: str) -> None:
        if row.values.get("number") is not None:
            self._numbered[row.values["number"]] = entry_id

    def _take(self, row: Row) -> None:
        known = self._here.get(row.values.get("id") or "")
        if known is not None:
            self._number(row, known.id)
            self._refuse_change(row, known)
            self._recognised(row, known)
            return
        entry = self._entry(row)
        alike = self._alike.get(self._said(entry))
        if not row.values.get("id") and alike and not self._is_new(row, self._here[alike[0]]):
            known = self._here[alike.pop(0)]
            self._recognised(row, known, taken_for=_named(known))
            return
        self._add(row, entry)

    def _is_new(self, row: Row, known: LedgerEntry) -> bool:
        """Tell whether a row like one that is booked is said to be another; ask if it may be."""
        if row.values.keys() >= _ENOUGH or any(row.values.get(key) for key in _TELLING):
            return False
        self._doubtful.append((row, known))
        return self._answer == NEW

    def _question(self) -> Question:
        """Ask once whether the rows are those that are booked, with the first as an example."""
        row, known = self._doubtful[0]
        return Question(
            key=ALIKE,
            heading=say("Rader som finns"),
            sentence=say(
                "Filen säger för lite för att skilja en rad från en annan. Rad {number} är lik "
                "{known}. Är det samma rad?",
                number=row.number,
                known=_named(known),
            ),
            choices=(
                Choice(value=BOOKED, label=say("Ja, de är bokförda redan")),
                Choice(value=NEW, label=say("Nej, de är nya")),
            ),
            answer=self._answer if self._answer in (BOOKED, NEW) else "",
        )

    def _recognised(self, row: Row, known: LedgerEntry, taken_for: str = "") -> None:
        alike = self._alike.get(self._said(known), [])
        if known.id in alike:
            alike.remove(known.id)
        self._number(row, known.id)
        self._steps[known.id] = TableStep(
            numbers=(row.number,), label=entry_described(known), taken_for=taken_for
        )

    def _refuse_change(self, row: Row, known: LedgerEntry) -> None:
        different = differing(row.values, entry_values(known, self._names))
        if different:
            raise RowError(
                say(
                    "Raden är bokförd som nummer {number} och ändras inte. Bokför en rättelse, "
                    "eller ta bort raden ur filen.",
                    number=known.number,
                ),
                different[0],
            )

    def _entry(self, row: Row) -> LedgerEntry:
        values = row.values
        plain = present_values(
            values, "year", "date", "kind", "amount_ore", "counterpart", "voucher",
            "year_concerned", "text",
        )  # fmt: skip
        counterpart = self._names.body_or_none(values.get("counterpart") or "")
        return LedgerEntry(
            id=values.get("id") or new_id(),
            post_id=in_column("post", lambda: self._names.post_of(values["year"], values["post"])),
            counterpart_id=counterpart,
            grant_id=in_column("grant", lambda: self._grant(values.get("grant") or "")),
            original_id=in_column("original", lambda: self._original(values.get("original"))),
            **plain,
        )

    def _grant(self, typed: str) -> str | None:
        return self._names.grant_of(typed) if typed.strip() else None

    def _original(self, number: int | None) -> str | None:
        """Return the row that a number stands for: one in the file, else one booked."""
        if number is None:
            return None
        if number in self._numbered:
            found = self._numbered[number]
            if found is None:
                raise refusal(
                    "Rad nummer {number}, som raden gäller, går inte att läsa in.", number=number
                )
            return found
        if number in self._names.entries:
            return self._names.entries[number]
        raise refusal("Rad nummer {number} finns varken i filen eller i huvudboken.", number=number)

    def _add(self, row: Row, entry: LedgerEntry) -> None:
        """Add a row; the two of a transfer are one step."""
        self._number(row, entry.id)
        step = TableStep(
            numbers=(row.number,),
            label=entry_described(entry),
            added=True,
            commands=(BookRows((entry,)),),
            makes=(entry.id,),
            rests_on=(entry.original_id,) if entry.original_id else (),
        )
        first = self._steps.get(entry.original_id or "")
        if entry.kind is EntryKind.TRANSFER_IN and first and first.added:
            self._steps[first.makes[0]] = replace(
                first,
                numbers=first.numbers + step.numbers,
                commands=first.commands + step.commands,
                makes=first.makes + step.makes,
            )
        else:
            self._steps[entry.id] = step


def entry_described(entry: LedgerEntry) -> str:
    """Return what a row says of itself: its day, kind, amount and counterpart or text."""
    day = entry.date.isoformat() if entry.date else str(entry.year)
    parts = (day, word(entry.kind), kronor(entry.amount_ore), entry.counterpart or entry.text)
    return ", ".join(part for part in parts if part)


def _named(entry: LedgerEntry) -> str:
    """Name a row that is booked by its number and what it says."""
    what = entry_described(entry)
    return say("nummer {number} i huvudboken ({what})", number=entry.number, what=what)
