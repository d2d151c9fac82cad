"""What a register holds that no release of the program has written: damage that SQLite passes.

A byte that went wrong may leave the file sound to SQLite and a word unknown, a date
without a month or a text that is no text. It is looked for when something failed that
reads, and when a register is checked; an ordinary read pays nothing for it.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from typing import Any, Final, NamedTuple

from sqlalchemy import Boolean, Column, Date, Enum, Integer, LargeBinary, Table

from hubra_desktop.model.language import N_, say
from hubra_desktop.model.records.catalogue import RECORDS, SINGLE
from hubra_desktop.model.records.field_words import field_word
from hubra_desktop.model.wording import joined
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.journal import CHANGE, STEP, load_delta
from hubra_desktop.store.tables import metadata

_Fits = Callable[[Any], object]
_UNREAD: Final = object()
"""Stands for a text that is not UTF-8."""

_PARTS: Final = {
    "council": N_("rådets uppgifter"),
    "meeting": N_("sammanträdena"),
    "plan": N_("planerna"),
    "money": N_("ekonomin"),
    "indicators": N_("indikatorerna"),
    "reports": N_("rapporterna"),
}
_OTHER_PARTS: Final = {
    "step": N_("historiken"),
    "change": N_("historiken"),
    "large_value": N_("bilagorna och bilderna"),
}
_MAKE_UP: Final = N_("registrets uppbyggnad")
_MOST_NAMED: Final = 3


class Unfit(NamedTuple):
    """A value that cannot be read, by kind, row and column; a whole row or kind without."""

    kind: str
    row_id: str = ""
    column: str = ""


def unfit_values(database: sqlite3.Connection) -> Iterator[Unfit]:
    """Yield what cannot be read in a copy of a register, which nobody else uses.

    A table that ends in the midst, on a page that is damaged, is told as a whole.
    """
    database.text_factory = _text
    for table in metadata().sorted_tables:
        try:
            yield from _in_table(database, table)
        except sqlite3.Error:
            yield Unfit(table.name)
    yield from _orphans(database)


def unfit_words(found: Collection[Unfit]) -> str:
    """Name the parts of the register that cannot be read, with the fields, for a sentence."""
    fields: dict[str, dict[str, None]] = {}
    for each in found:
        of_part = fields.setdefault(part_of(each.kind), {})
        if each.column and each.kind in RECORDS and each.column != "id":
            try:
                of_part[field_word(each.kind, each.column)] = None
            except KeyError:
                of_part[each.column] = None
    parts = [
        f"{part} ({', '.join(list(names)[:_MOST_NAMED])})" if names else part
        for part, names in fields.items()
    ]
    return joined(parts)


def part_of(kind: str) -> str:
    """Name the part of the register that rows of a kind, or of a table, belong to."""
    if kind not in RECORDS:
        return say(_OTHER_PARTS.get(kind, _MAKE_UP))
    return say(_PARTS[RECORDS[kind].__module__.rpartition(".")[2]])


def _text(content: bytes) -> object:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return _UNREAD


def _in_table(database: sqlite3.Connection, table: Table) -> Iterator[Unfit]:
    columns = list(table.c)
    # A name alone that is no column would be taken for a text.
    names = [f'"{table.name}"."{column.name}"' for column in columns]
    tests = [_test(column) for column in columns]
    own_id = columns.index(table.c.id) if "id" in table.c else None
    count = 0
    for row in database.execute(f'SELECT {", ".join(names)} FROM "{table.name}"'):
        count += 1
        for column, test, value in zip(columns, tests, row, strict=True):
            if value is None and column.nullable:
                continue
            if not _holds(test, value):
                row_id = str(row[own_id]) if own_id is not None else ""
                yield Unfit(table.name, row_id, column.name)
    if table.name in SINGLE and count != 1 and _is_begun(database):
        yield Unfit(table.name)


def _is_begun(database: sqlite3.Connection) -> bool:
    """Tell whether the register has its first rows: it is read while it is made, too."""
    return database.execute("SELECT 1 FROM step LIMIT 1").fetchone() is not None


def _holds(test: _Fits, value: object) -> bool:
    try:
        return test(value) is not False
    except (ValueError, TypeError, KeyError):
        return False


def _test(column: Column[Any]) -> _Fits:
    """Return what is False of, or raises at, a value that the column cannot hold."""
    if column is STEP.c.at:
        return dt.datetime.fromisoformat
    if column is CHANGE.c.before or column is CHANGE.c.after:
        return load_delta
    match column.type:
        case Enum(enums=words):
            return frozenset(words).__contains__
        case Date():
            return dt.date.fromisoformat
        case Boolean():
            return lambda value: value in (0, 1)
        case Integer():
            return lambda value: isinstance(value, int)
        case LargeBinary():
            return lambda value: isinstance(value, bytes)
    return lambda value: isinstance(value, str)


def _orphans(database: sqlite3.Connection) -> Iterator[Unfit]:
    """Yield the references to rows that are not there."""
    try:
        found = database.execute("PRAGMA foreign_key_check").fetchall()
        for table, row, _, key in found:
            keys = database.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
            column = next((str(each[3]) for each in keys if each[0] == key), "")
            named = database.execute(f'SELECT id FROM "{table}" WHERE rowid = ?', (row,)).fetchone()
            yield Unfit(str(table), str(named[0]) if named else "", column)
    except sqlite3.Error:
        return  # the table that cannot be read has been told of
