"""Rows that are not as they were written, named for the user: of what subject, by what name."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from types import SimpleNamespace
from typing import Final

from hubra_desktop.model.differences import called
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.records.catalogue import RECORDS
from hubra_desktop.model.wording import joined, joined_first, quoted, shortened
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.row_check import SCHEMA, WrongRow

_MOST_NAMED: Final = 3
_LONGEST_NAME: Final = 40
_OF_RECORDS: Final[Mapping[str, str]] = {
    "council": N_("organisationer och personer"),
    "meeting": N_("sammanträden"),
    "plan": N_("planen"),
    "money": N_("pengarna"),
    "indicators": N_("indikatorerna"),
    "reports": N_("handlingarna"),
}
_OF_OTHERS: Final[Mapping[str, str]] = {
    "step": N_("historiken"),
    "change": N_("historiken"),
    "large_value": N_("bilagor och bilder"),
    SCHEMA: N_("registrets uppbyggnad"),
}
_ANYTHING: Final = N_("kontrollsummorna")


def told(database: sqlite3.Connection, wrong: Iterable[WrongRow]) -> str:
    """Return where the wrong rows of a register are, with the names that can be read.

    ``sammanträden (”Nattvandring” och ”Övrigt”) samt historiken``.
    """
    by_subject: dict[str, list[str]] = {}
    for row in wrong:
        names = by_subject.setdefault(_subject(row.kind), [])
        name = _name(database, row) if len(names) < _MOST_NAMED else ""
        names += [name] if name else []
    return joined([
        f"{subject} ({joined_first(names, _MOST_NAMED)})" if names else subject
        for subject, names in by_subject.items()
    ])  # fmt: skip


def _subject(kind: str) -> str:
    with suppress(KeyError):
        return say(_OF_RECORDS[RECORDS[kind].__module__.rpartition(".")[2]])
    return say(_OF_OTHERS.get(kind, _ANYTHING))


def _name(database: sqlite3.Connection, row: WrongRow) -> str:
    """Return what a row is called, "" when it is gone, has no name or cannot be read."""
    if row.kind in _OF_OTHERS or row.kind not in RECORDS:
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
