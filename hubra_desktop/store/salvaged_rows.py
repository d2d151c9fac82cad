"""The rows of a rescue: what became of them, and how they are read and written one by one."""

import re
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

from hubra_desktop.store.damaged_file import DamagedFile, Found, Orphan, astray
from hubra_desktop.store.deltas import Image
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.journal import StoredChange, load_delta, typed
from hubra_desktop.store.pictures import PictureType, hash_of
from hubra_desktop.store.replay import RowKey
from hubra_desktop.store.tables import TABLES

_REFUSED: Final = re.compile(r"(?:CHECK constraint failed: ck_(\w+)|NOT NULL .*?: (\w+)\.(\w+))")


@dataclass
class SalvagedRows:
    """What became of the rows, by kind and id.

    ``mended`` and ``loosened`` name the fields that got another value, or lead nowhere any
    more. ``emptied`` rows name a file whose content is gone; ``refilled`` counts the contents
    that came from a backup. ``images`` are what is known of rows that are not in the new
    register as they were.
    """

    saved: Counter[str] = field(default_factory=Counter)
    mended: list[tuple[RowKey, str]] = field(default_factory=list)
    loosened: list[tuple[RowKey, str]] = field(default_factory=list)
    from_history: set[RowKey] = field(default_factory=set)
    uncertain: set[RowKey] = field(default_factory=set)
    left_out: set[RowKey] = field(default_factory=set)
    emptied: set[RowKey] = field(default_factory=set)
    gone: set[RowKey] = field(default_factory=set)
    removed: set[RowKey] = field(default_factory=set)
    images: dict[RowKey, Found] = field(default_factory=dict)
    refilled: int = 0
    steps: int = 0
    steps_read: int = 0


def orphan_key(kind: str, orphan: Orphan) -> RowKey:
    """Return the kind and id of a row that nothing leads to, taken as one of a kind."""
    return kind, str(orphan[kind].get("id"))


def as_stored(kind: str, image: Image) -> Found:
    """Return an image's values as they stand in the file: of a large value its hash."""
    return {
        name: (hash_of(value) if value else "") if isinstance(value, bytes) else value
        for name, value in image.items()
        if name in TABLES[kind].c
    }


def changes_read(file: DamagedFile) -> list[tuple[Found, StoredChange]]:
    """Return the changes of the history that can be read, in the order they happened."""
    rows = {r["id"]: r for r in [*file.rows["change"].values(), *astray(file, "change")]}
    found = []
    for number in sorted(each for each in rows if isinstance(each, int)):
        row = rows[number]
        with suppress(ValueError, TypeError, KeyError):
            for each in row.values():
                str(each).encode()
            sides = load_delta(row["before"]), load_delta(row["after"])
            if row["kind"] in TABLES and all(isinstance(s, dict | None) for s in sides):
                found.append((row, StoredChange(row["kind"], row["row_id"], *sides)))
    return found


def columns_of(database: sqlite3.Connection, table: str) -> set[str]:
    """Return the names of a table's columns."""
    return {str(row[1]) for row in database.execute(f'PRAGMA table_info("{table}")')}


def put_row(database: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> None:
    """Insert a row as it is stored; raises sqlite3.Error when the table refuses it."""
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    database.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(row.values()))


def is_text(value: object) -> bool:
    """Tell whether a value has no half characters, of bytes that are no text."""
    try:
        str(value).encode()
    except UnicodeEncodeError:
        return False
    return True


def is_readable(kind: str, name: str, value: object) -> bool:
    """Tell whether the program can read a value as its column's; CHECKs are the file's own."""
    column = TABLES[kind].c.get(name)
    if column is None or not is_text(value):
        return column is None
    try:
        if isinstance(column.type, PictureType):
            return isinstance(value, str)
        wanted = column.type.python_type
        if wanted in (str, int, bool) and value is not None:
            return isinstance(value, str if wanted is str else int)
        typed(TABLES[kind], {name: value})
    except (ValueError, LookupError, TypeError):
        return False
    return True


def refused_field(kind: str, message: str) -> str:
    """Return the field that SQLite's refusal of a row is about, "" when it is none."""
    found = _REFUSED.search(message)
    if found is None:
        return ""
    return found[3] or found[1].removeprefix(f"{kind}_")
