"""A register looked through to the last value, in a copy in memory that keeps nobody waiting.

The copy is read past the tables' types, so that a value that is damaged is found and told
of by its kind of row, and ends no look. What is told holds no content: counts, kinds of
rows, and SQLite's own words about pages and indexes.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Self

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.catalogue import RULES, check
from hubra_desktop.store import connect, schema
from hubra_desktop.store.deltas import Image
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.errors import (
    OlderRegisterError,
    RegisterError,
    RegisterMissingError,
    unreadable,
)
from hubra_desktop.store.inspection import inspect_file, refuse_damaged_copy
from hubra_desktop.store.journal import CHANGE, StoredChange, load_delta, typed
from hubra_desktop.store.pictures import PictureType, hash_of
from hubra_desktop.store.reasons import cause_of
from hubra_desktop.store.replay import Replayed, RowKey, replayed
from hubra_desktop.store.row_check import ROW_CHECK, SCHEMA, wrong_rows
from hubra_desktop.store.tables import TABLES, metadata
from hubra_desktop.store.upkeep import large_value_columns

_STEPS = 20_000
"""SQLite's steps between two questions whether to go on: some milliseconds."""
_OF_RULES = ("CHECK constraint failed", "NULL value in", "non-unique entry", "NUMERIC value")
"""What SQLite's look at a file says of values that break a table's rules."""


class UnreadablePartError(Exception):
    """A part of the copy cannot be read.

    ``why`` is SQLite's name of the reason, without its message, which may quote content;
    ``damaged`` tells that the file is, and not that the computer has no room for the look.
    """

    def __init__(self, error: Exception) -> None:
        self.why = str(getattr(error, "sqlite_errorname", type(error).__name__))
        super().__init__(self.why)
        cause = cause_of(error)
        self.damaged = cause is None or cause.damaged


class FileProblems(NamedTuple):
    """What SQLite says of pages and indexes, and of values that break the tables' rules."""

    pages: list[str]
    rules: list[str]


class LargeValues(NamedTuple):
    """The large values: how many, those that are not what their hash says, those missing."""

    kept: int
    wrong: int
    missing: int


class DeepCopy:
    """A copy of a register to look through, for the thread that makes it. Close it.

    ``go_on`` is called now and then and may raise what ends the look. Each look raises
    UnreadablePartError when the file is too damaged for it. Raises a RegisterError when
    there is nothing to copy.
    """

    def __init__(self, path: Path, go_on: Callable[[], None] = lambda: None) -> None:
        try:
            if not path.is_file():
                raise RegisterMissingError(path)
            self._database = connect.in_memory(path)
        except (OSError, sqlite3.Error) as error:
            raise unreadable(path, error) from None
        self._database.text_factory = _text
        self.go_on = go_on
        self._ended: BaseException | None = None
        self._database.set_progress_handler(self._asked, _STEPS)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def _asked(self) -> int:
        """Let SQLite go on, or end what it is doing; the reason is raised by ``_query``."""
        try:
            self.go_on()
        except BaseException as ended:
            self._ended = ended
            return 1
        return 0

    def _query(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._database.execute(sql, values)
        except (sqlite3.Error, UnicodeDecodeError) as error:  # of a message that quotes a name
            raise self._ended or UnreadablePartError(error) from None

    def _one(self, sql: str) -> Any:  # noqa: ANN401
        return next(self._query(sql), (None,))[0]

    @property
    def version(self) -> str:
        """Return the schema version, "?" when it cannot be told or is none of a schema's."""
        with suppress(UnreadablePartError):
            version = str(self._one("SELECT version_num FROM alembic_version"))
            return version if version.isdecimal() else "?"
        return "?"

    @property
    def sqlite_version(self) -> str:
        """Return the version of the library that reads the file."""
        return sqlite3.sqlite_version

    @property
    def is_register(self) -> bool:
        """Tell whether the file says that it is a register."""
        return bool(self._one("PRAGMA application_id") == schema.APPLICATION_ID)

    @property
    def pages(self) -> tuple[int, int, int]:
        """Return how many pages there are, how many of them are free, and a page's bytes."""
        names = ("page_count", "freelist_count", "page_size")
        count, free, size = (int(self._one(f"PRAGMA {name}")) for name in names)
        return count, free, size

    def row_counts(self) -> dict[str, int]:
        """Return how many rows each kind has, as far as they can be counted."""
        counted = {}
        for kind in TABLES:
            with suppress(UnreadablePartError):
                counted[kind] = int(self._one(f'SELECT count(*) FROM "{kind}"'))
        return {kind: count for kind, count in counted.items() if count}

    @cached_property
    def file_problems(self) -> FileProblems:
        """Look at every page, every index and every rule of the tables."""
        lines = [str(row[0]) for row in self._query("PRAGMA integrity_check(200)")]
        # Line breaks separate what is found in one tree.
        lines = [each for line in lines if line != "ok" for each in line.splitlines()]
        of_rules = [line for line in lines if line.startswith(_OF_RULES)]
        return FileProblems([line for line in lines if line not in of_rules], of_rules)

    def lacking(self) -> list[str]:
        """Return the tables and columns that the newest schema has and the file has not."""
        found = []
        for table in metadata().sorted_tables:
            there = {row[1] for row in self._query(f'PRAGMA table_info("{table.name}")')}
            missing = [table.name] if not there else []
            missing += [f"{table.name}.{each.name}" for each in table.c if each.name not in there]
            found += missing[:1] if not there else missing
        return found

    def orphans(self) -> Counter[str]:
        """Count the rows that name a row that is not there, by their kind."""
        return Counter(str(row[0]) for row in self._query("PRAGMA foreign_key_check"))

    def wrong_rows(self) -> Counter[str]:
        """Count the rows that are not what their checksums say, by their kind."""
        try:
            return Counter(
                known_kind(each.kind, ROW_CHECK.name) for each in wrong_rows(self._database)
            )
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise self._ended or UnreadablePartError(error) from None

    def refused_values(self) -> Counter[str]:
        """Count the values that their field's rule refuses, by kind and field."""
        found: Counter[str] = Counter()
        for kind in TABLES:
            self.go_on()
            for image in self.rows(kind):
                found += Counter(self._refused_in(kind, image))
        return found

    def _refused_in(self, kind: str, image: Image) -> Iterator[str]:
        for name in RULES[kind]:
            try:
                check(kind, typed(TABLES[kind], {name: image.get(name)}))
            except (InputError, ValueError, LookupError, TypeError):
                yield f"{kind}.{name}"

    def rows(self, kind: str) -> Iterator[Image]:
        """Yield the rows of a kind as the history compares them, large values in full."""
        large = [c.name for c in TABLES[kind].c if isinstance(c.type, PictureType)]
        found = self._query(f'SELECT * FROM "{kind}"')
        names = [str(row[1]) for row in self._query(f'PRAGMA table_info("{kind}")')]
        for row in found:
            image = dict(zip(names, row, strict=True))
            for name in large:
                if name in image:
                    image[name] = self._known(str(image[name] or ""))
            yield image

    def _known(self, hash_: str) -> bytes:
        with suppress(LookupError):
            return self.picture(hash_) if hash_ else b""
        return b""

    def picture(self, hash_: str) -> bytes:
        """Return the large value of a hash; raises LookupError when it is not kept."""
        if hash_ == hash_of(b""):
            return b""
        found = next(self._query("SELECT content FROM large_value WHERE hash = ?", hash_), None)
        if found is None or not isinstance(found[0], bytes):
            raise LookupError(hash_)
        return found[0]

    def large_values(self) -> LargeValues:
        """Hold each large value against its hash, and look for those that rows name."""
        kept, wrong = set(), 0
        for hash_, content in self._query("SELECT hash, content FROM large_value"):
            self.go_on()
            kept.add(hash_)
            wrong += not isinstance(content, bytes) or hash_of(content) != hash_
        named = set[str]()
        for kind, name in large_value_columns():
            named |= {row[0] for row in self._query(f'SELECT DISTINCT "{name}" FROM "{kind}"')}
        return LargeValues(len(kept), wrong, len(named - kept - {"", None, hash_of(b"")}))

    def history(self) -> tuple[int, Replayed]:
        """Return how many steps there are, and what came of walking them there and back."""
        rows = {(kind, str(row["id"])): row for kind in TABLES for row in self.rows(kind)}
        told = "SELECT kind, row_id, before, after FROM change ORDER BY id"
        changes, unreadable_rows = [], set()
        for kind, row_id, before, after in self._query(told):
            try:
                changes.append(_change(kind, row_id, before, after))
            except (ValueError, KeyError, TypeError):
                unreadable_rows.add((known_kind(kind, CHANGE.name), str(row_id)))
        made = [each for each in changes if (each.kind, each.row_id) not in unreadable_rows]
        result = replayed(rows, made, _columns, self.picture, self.go_on)
        result.misfits |= unreadable_rows
        return int(self._one("SELECT count(*) FROM step") or 0), result


def _change(kind: str, row_id: str, before: str | None, after: str | None) -> StoredChange:
    """Return a change as stored; raises ValueError, KeyError or TypeError when it is none."""
    sides = load_delta(before), load_delta(after)
    if not all(each is None or isinstance(each, dict) for each in sides):
        raise TypeError(kind)
    return StoredChange(TABLES[kind].name, row_id, *sides)


def known_kind(kind: object, otherwise: str) -> str:
    """Return a kind of rows, or that of the row which names it: spoilt, it may be any text."""
    known = {*metadata().tables, SCHEMA, "alembic_version"}
    return str(kind) if kind in known else otherwise


def _text(content: bytes) -> str:
    """Read a text whose bytes may be damaged: such a byte becomes half a character."""
    return content.decode("utf-8", "surrogateescape")


def _columns(kind: str) -> list[str]:
    return list(TABLES[kind].c.keys())


def generation_fault(path: Path) -> RegisterError | None:
    """Return why a kept copy cannot be taken back, None when it can; all of it is looked at."""
    try:
        with suppress(OlderRegisterError):  # It is upgraded when it is taken back.
            inspect_file(path, writing=False)
        refuse_damaged_copy(path)
    except RegisterError as refused:
        return refused
    return None


def register_rows(path: Path) -> dict[RowKey, Image]:
    """Return a sound register's rows by kind and id, large values in full."""
    with DeepCopy(path) as copy:
        return {(kind, str(row["id"])): row for kind in TABLES for row in copy.rows(kind)}
