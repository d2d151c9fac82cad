"""Rows that are not as they were written, named for the user: of what part, by what name."""

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Final

from hubra_desktop.model.differences import called
from hubra_desktop.model.records.catalogue import RECORDS
from hubra_desktop.model.wording import joined, joined_first, quoted, shortened
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.row_check import WrongRow
from hubra_desktop.store.unfit import part_of

_MOST_NAMED: Final = 3
_LONGEST_NAME: Final = 40


def told(database: sqlite3.Connection, wrong: Iterable[WrongRow]) -> str:
    """Return where the wrong rows of a register are, with the names that can be read.

    ``sammanträdena (”Nattvandring” och ”Övrigt”) och historiken``.
    """
    by_part: dict[str, list[str]] = {}
    for row in wrong:
        names = by_part.setdefault(part_of(row.kind), [])
        name = _name(database, row) if len(names) < _MOST_NAMED else ""
        names += [name] if name else []
    return joined([
        f"{part} ({joined_first(names, _MOST_NAMED)})" if names else part
        for part, names in by_part.items()
    ])  # fmt: skip


def _name(database: sqlite3.Connection, row: WrongRow) -> str:
    """Return what a row is called, "" when it is gone, has no name or cannot be read."""
    if row.kind not in RECORDS:
        return ""
    database.text_factory, was = _readable, database.text_factory
    try:
        found = database.execute(f'SELECT * FROM "{row.kind}" WHERE id = ?', (row.row_id,))
        names = [column for column, *_ in found.description]
        values = found.fetchone() or ()
    except sqlite3.Error:
        return ""
    finally:
        database.text_factory = was
    name = shortened(
        called(SimpleNamespace(**dict(zip(names, values, strict=False)))), _LONGEST_NAME
    )
    return quoted(name) if name.isprintable() and name else ""


def _readable(content: bytes) -> str:
    return content.decode("utf-8", "replace")
