"""The large values of a rescue: those that are what their hash says, here or in a backup."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.catalogue import check
from hubra_desktop.store.damaged_file import DamagedFile, astray
from hubra_desktop.store.deep_check import DeepCopy, UnreadablePartError
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.errors import RegisterError
from hubra_desktop.store.pictures import hash_of
from hubra_desktop.store.salvaged_rows import columns_of
from hubra_desktop.store.tables import TABLES
from hubra_desktop.store.upkeep import large_value_columns


class Nameless(NamedTuple):
    """A row that names a large value which is not kept."""

    kind: str
    row_id: str
    column: str
    hash: str


def sound_values(file: DamagedFile) -> Iterator[tuple[str, bytes]]:
    """Yield the large values that are what their hash says."""
    for row in (*file.rows["large_value"].values(), *astray(file, "large_value")):
        if isinstance(row["content"], bytes) and hash_of(row["content"]) == row["hash"]:
            yield row["hash"], row["content"]


def values_beside(register: Path | None, wanted: set[str]) -> Iterator[tuple[str, bytes]]:
    """Yield those of the wanted values that a sound register beside has: the hash proves them."""
    if register is None or not wanted:
        return
    with suppress(RegisterError, UnreadablePartError), DeepCopy(register) as copy:
        for hash_ in sorted(wanted):
            with suppress(LookupError):
                content = copy.picture(hash_)
                if hash_of(content) == hash_:
                    yield hash_, content


def without_value(database: sqlite3.Connection) -> list[Nameless]:
    """Return the rows that name a large value which is not there."""
    found = []
    for kind, column in large_value_columns():
        if column not in columns_of(database, kind):
            continue  # an earlier schema has neither
        kept = f'SELECT 1 FROM large_value WHERE hash = "{column}"'
        rows = database.execute(
            f'SELECT id, "{column}" FROM "{kind}" WHERE "{column}" <> ? AND NOT EXISTS ({kept})',
            ("",),
        )
        found += [Nameless(kind, row_id, column, hash_) for row_id, hash_ in rows]
    return found


def may_be_empty(kind: str, column: str) -> bool:
    """Tell whether a row can do without a large value: a letter without its logotype can."""
    if TABLES[kind].c[column].type.python_type is not bytes:
        return False
    try:
        check(kind, {column: b""})
    except InputError:
        return False
    return True
