"""The ledger's table read back: rows that are new are booked, those here are recognised.

A row of the ledger never changes. One with an id that is here must say what is booked;
one without is recognised by all that it says, so that a file read twice books nothing
twice. Rows may point to others by number: those above them in the file, or those booked.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.tables import BadRow, Row, TableName
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


def ledger_request(reader: Connection, rows: Iterable[Row]) -> TableRequest:
    """Return what the rows of a ledger's table ask for."""
    return _Ledger(reader).request(rows)


class _Ledger:
    """Reads one file; used once."""

    def __init__(self, reader: Connection) -> None:
        self._reader = reader
        self._names = Names(reader)
        order = (LEDGER_ENTRY.c.number,)
        self._here = {each.id: each for each in records(reader, LedgerEntry, order=order)}
        self._alike: dict[tuple[Any, ...], list[str]] = {}
        self._columns: tuple[str, ...] = ()
        self._numbered: dict[int, str | None] = {}
        self._steps: dict[str, TableStep] = {}
        self._bad: list[BadRow] = []

    def request(self, rows: Iterable[Row]) -> TableRequest:
        rows = tuple(rows)
        if rows:
            self._index(rows[0].values)
        for row in rows:
            try:
                self._take(row)
            except InputError as error:
                self._bad.append(bad_row(_NAME, row, error))
                self._number(row, None)
        return TableRequest(tuple(self._steps.values()), tuple(self._bad))

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

    def _number(self, row: Row, entry_id: str | None) -> None:
        if row.values.get("number") is not None:
            self._numbered[row.values["number"]] = entry_id

    def _take(self, row: Row) -> None:
        known = self._here.get(row.values.get("id") or "")
        if known is not None:
            self._refuse_change(row, known)
            self._recognised(row, known)
            return
        entry = self._entry(row)
        alike = self._alike.get(self._said(entry))
        if not row.values.get("id") and alike:
            self._recognised(row, self._here[alike.pop(0)])
            return
        self._add(row, entry)

    def _recognised(self, row: Row, known: LedgerEntry) -> None:
        alike = self._alike.get(self._said(known), [])
        if known.id in alike:
            alike.remove(known.id)
        self._number(row, known.id)
        self._steps[known.id] = TableStep(numbers=(row.number,), label=_description(known))

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
        """Return the row that a number stands for: one above in the file, else one booked."""
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
        raise refusal(
            "Rad nummer {number} finns varken högre upp i filen eller i huvudboken.", number=number
        )

    def _add(self, row: Row, entry: LedgerEntry) -> None:
        """Add a row; the two of a transfer are one step."""
        self._number(row, entry.id)
        step = TableStep(
            numbers=(row.number,),
            label=_description(entry),
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


def _description(entry: LedgerEntry) -> str:
    day = entry.date.isoformat() if entry.date else str(entry.year)
    parts = (day, word(entry.kind), kronor(entry.amount_ore), entry.counterpart or entry.text)
    return ", ".join(part for part in parts if part)
