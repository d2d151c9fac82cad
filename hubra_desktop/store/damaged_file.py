"""What can still be read of a damaged register: row by row, around what is broken.

SQLite is asked first, for one row after the other: from the first to the bad place, from
the last to it, and between them by halves. Of an ordinary file the pages are read by
themselves too, which finds the rows that nothing leads to any more. A locked file gives
its pages to SQLite alone.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from hubra_desktop.store import connect
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.file_pages import FilePages, PageRow
from hubra_desktop.store.journal import CHANGE, LARGE_VALUE, STEP
from hubra_desktop.store.keys import FileKey
from hubra_desktop.store.tables import TABLES, metadata

Found = dict[str, Any]
"""A row's values by column, as stored; a byte that is no text is half a character."""

Orphan = dict[str, Found]
"""A row that nothing leads to, as it would be in each table that its shape fits."""

HISTORY = (STEP.name, CHANGE.name, LARGE_VALUE.name)
CHECKS = "row_check"
_LARGEST = 10_000_000
"""The largest row number that is looked for between two bad places."""


_SCHEMA_ROOT = 1
"""The page where the schema's own table begins."""


class DamagedFile:
    """The rows of a damaged register, all read at once. The file is not touched.

    ``rows`` are the rows by table and number. ``orphans`` are rows that stand on pages
    which nothing leads to, page by page: what was deleted may be among them. ``checks`` are
    the checksums by kind and id, ``indexed`` the ids that the tables' indexes name;
    ``unindexed`` tables have an index that cannot be read to its end. ``schema`` are the
    statements that it was made by, ``key`` the key of a locked file. Raises OSError when the
    file cannot be read at all, LockedContentError when its key is not known.
    """

    def __init__(self, path: Path, go_on: Callable[[], None] = lambda: None) -> None:
        self.rows: dict[str, dict[int, Found]] = defaultdict(dict)
        self.orphans: list[list[Orphan]] = []
        self.checks: dict[tuple[str, str], int] = {}
        self.indexed: dict[str, set[str]] = defaultdict(set)
        self.version = ""
        self.schema: list[str] = []
        self._go_on = go_on
        self._columns = {name: _known_columns(name) for name in (*TABLES, *HISTORY)}
        self.unindexed = set(self._columns)
        self._roots: dict[str, int] = {}
        self.key: FileKey | None = None
        locked = self._read_opened(path)
        if self.key is None:
            # SQLite has no lock on the file now that a handle of the program's own would take.
            self._read_by_page(FilePages(path.read_bytes()))
        if locked is not None and not self.found_anything:
            raise locked

    def _read_opened(self, path: Path) -> connect.LockedContentError | None:
        """Read what SQLite can; return its refusal of a file whose key is not known.

        An ordinary file whose beginning is spoilt looks as if it were locked.
        """
        try:
            with closing(_Asked(path)) as database:
                self.key = database.key
                self._read_by_query(database)
        except connect.LockedContentError as locked:
            return locked
        except sqlite3.Error:
            pass
        return None

    @property
    def found_anything(self) -> bool:
        """Tell whether any row was found at all."""
        return any(self.rows.values()) or bool(self.orphans)

    def _read_by_query(self, database: "_Asked") -> None:
        with suppress(sqlite3.Error):
            sql = "SELECT name, rootpage FROM sqlite_master WHERE type = 'table'"
            self._roots = dict(database.execute(sql))
        with suppress(sqlite3.Error):
            sql = "SELECT sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY rowid"
            self.schema = [str(statement) for (statement,) in database.execute(sql)]
        with suppress(sqlite3.Error):
            for (version,) in database.execute("SELECT version_num FROM alembic_version"):
                self.version = str(version)
        with suppress(sqlite3.Error):
            for kind, row_id, crc in database.execute(f"SELECT kind, row_id, crc FROM {CHECKS}"):
                self.checks[kind, row_id] = crc
        for table in self._columns:
            self._go_on()
            with suppress(sqlite3.Error):
                columns = list(database.execute(f'PRAGMA table_info("{table}")'))
                if columns:
                    self._columns[table] = _mended_names(table, [str(each[1]) for each in columns])
            last = self._read_index(database, table)
            with suppress(sqlite3.Error):
                self.rows[table] = _Table(database, table, self._columns[table], last).all()

    def _read_index(self, database: "_Asked", table: str) -> int:
        """Read the ids that the table's own index names; return the largest row number there."""
        last, index = 0, f'"sqlite_autoindex_{table}_1"'
        try:
            sql = f'SELECT id, rowid FROM "{table}" INDEXED BY {index}'
            for row_id, rowid in database.execute(sql):
                self.indexed[table].add(row_id)
                last = max(last, rowid)
            self.unindexed.discard(table)
        except sqlite3.Error:
            pass
        return last

    def _read_by_page(self, pages: FilePages) -> None:
        """Add the rows of pages that a tree leads to, then what stands on the others."""
        owner: dict[int, str] = {}
        self._read_roots(pages)
        for table, root in self._roots.items():
            if isinstance(root, int):
                owner |= dict.fromkeys(pages.tree(root), table)
        if not self.version:
            self._read_version(pages)
        free = pages.free()
        left = [n for n in range(1, pages.count + 1) if n not in free]
        for number in left:
            if not self.checks or number not in owner:
                self._note_keys(pages.keys(number))
        for number in left:
            self._go_on()
            rows = pages.rows(number)
            if not rows:
                continue
            if number in owner:
                self._note_rows(owner[number], rows)
            else:
                orphans = [orphan for row in rows if (orphan := self._orphan(row))]
                self.orphans += [orphans] if orphans else []

    def _read_roots(self, pages: FilePages) -> None:
        """Learn of the tables from those pages of the schema that are left (File Format, 2.6)."""
        for number in pages.tree(_SCHEMA_ROOT):
            for row in pages.rows(number):
                match row.values:
                    case ("table", str() as name, _, int() as root, _):
                        self._roots.setdefault(name, root)

    def _note_rows(self, table: str, rows: Iterable[PageRow]) -> None:
        if table not in self._columns:
            return
        here = self.rows[table]
        for row in rows:
            if row.rowid not in here and len(row.values) == len(self._columns[table]):
                here[row.rowid] = self._named(table, row)

    def _named(self, table: str, row: PageRow) -> Found:
        found = dict(zip(self._columns[table], row.values, strict=True))
        if "id" in found and found["id"] is None:
            found["id"] = row.rowid  # A column that is the row's number is not stored twice.
        return found

    def _note_keys(self, entries: Iterable[tuple[object, ...]]) -> None:
        for entry in entries:
            match entry:
                case (str() as kind, str() as row_id, int() as crc) if kind in self._columns:
                    self.checks.setdefault((kind, row_id), crc)

    def _orphan(self, row: PageRow) -> Orphan:
        """Return a row by the tables that its shape fits; which one is right ids may tell."""
        return {
            table: self._named(table, row)
            for table, columns in self._columns.items()
            if len(columns) == len(row.values) and _fits(table, columns, row)
        }

    def _read_version(self, pages: FilePages) -> None:
        """Find the version where nothing leads to it: a row of one text of four figures."""
        for number in range(1, pages.count + 1):
            for row in pages.rows(number):
                match row.values:
                    case (str() as version,) if len(version) == 4 and version.isdecimal():
                        self.version = version


class _Asked:
    """A damaged file that SQLite is asked about; raises sqlite3.Error for what it cannot read.

    SQLCipher answers nothing more once a page was not what was encrypted; then the file is
    opened again.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database = self._opened()
        self.key = connect.key_behind(self._database)

    def execute(self, sql: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows that answer a query."""
        try:
            yield from self._database.execute(sql, values)
        except UnicodeDecodeError as error:
            # The driver cannot read a message that quotes a damaged name.
            message = "the schema is damaged"
            raise sqlite3.DatabaseError(message) from error
        except sqlite3.Error:
            if self.key is not None:
                self._database.close()
                self._database = self._opened()
            raise

    def close(self) -> None:
        self._database.close()

    def _opened(self) -> sqlite3.Connection:
        database = connect.read_only(self._path)
        database.text_factory = _text
        return database


class _Table:
    """The rows of one table, read around the places that cannot be; ``last`` may be its last."""

    def __init__(self, database: "_Asked", name: str, columns: list[str], last: int) -> None:
        self._database = database
        self._last = last
        self._columns = columns
        self._from = f'SELECT rowid AS "rowid of it", * FROM "{name}"'
        self._found: dict[int, Found] = {}

    def all(self) -> dict[int, Found]:
        """Return all rows that can be read, by their number."""
        low = self._upwards(0, None)
        high = self._downwards(low, None) if low is not None else None
        if low is not None and high is not None:
            waiting = [(low, min(high, max(self._last, *self._found, 0) + 1))]
            while waiting:
                waiting += self._between(*waiting.pop())
        return self._found

    def _between(self, low: int, high: int) -> list[tuple[int, int]]:
        """Read from the middle of a gap both ways; return the gaps that are left."""
        if high - low < 2:
            return []
        middle = (low + high) // 2
        with suppress(sqlite3.Error):
            self._take(f"{self._from} WHERE rowid = ?", middle)
        up = self._upwards(middle, high)
        down = self._downwards(low, middle)
        gaps = [(low, down)] if down is not None else []
        return gaps + ([(up, high)] if up is not None else [])

    def _upwards(self, low: int, high: int | None) -> int | None:
        """Read rows after ``low`` until it fails; return the last one read, None at the end."""
        return self._walk(low, ">", low, "<", high, "ASC")

    def _downwards(self, low: int, high: int | None) -> int | None:
        """Read rows before ``high`` from the last until it fails; return the last one read."""
        start = high if high is not None else _LARGEST
        return self._walk(start, "<", high, ">", low, "DESC")

    def _walk(
        self, reached: int, one: str, start: int | None, other: str, end: int | None, order: str
    ) -> int | None:
        bounds = [
            (sign, value) for sign, value in ((one, start), (other, end)) if value is not None
        ]
        where = " AND ".join(f"rowid {sign} ?" for sign, _ in bounds) or "1"
        sql = f"{self._from} WHERE {where} ORDER BY rowid {order}"
        try:
            for row in self._database.execute(sql, [value for _, value in bounds]):
                self._note(row)
                reached = row[0]
        except sqlite3.Error:
            return reached
        return None

    def _take(self, sql: str, *values: int) -> None:
        for row in self._database.execute(sql, values):
            self._note(row)

    def _note(self, row: tuple[Any, ...]) -> None:
        self._found[row[0]] = dict(zip(self._columns, row[1:], strict=True))


def _fits(table: str, columns: list[str], row: PageRow) -> bool:
    """Tell whether a row could be one of a table, by its id and the types of its values."""
    if table == LARGE_VALUE.name:
        return isinstance(row.values[0], str) and isinstance(row.values[1], bytes)
    described = _table(table).c
    for name, value in zip(columns, row.values, strict=True):
        column = described.get(name)
        if column is None or (value is None and (column.nullable or name == "id")):
            continue
        wanted: type = int if column.type.python_type in (int, bool) else str
        if not isinstance(value, wanted):
            return False
    return True


def _mended_names(table: str, names: list[str]) -> list[str]:
    """Return a table's columns as the file names them, or as they are called where that is spoilt.

    An earlier version may have others, but not as many with one unheard of.
    """
    known = _known_columns(table)
    return known if len(names) == len(known) and not set(names) <= set(known) else names


def _known_columns(table: str) -> list[str]:
    return list(_table(table).c.keys())


@cache
def _table(name: str) -> Table:
    return metadata().tables[name]


def _text(content: bytes) -> str:
    return content.decode("utf-8", "surrogateescape")


def astray(file: DamagedFile, table: str) -> list[Found]:
    """Return the rows that nothing leads to and that fit a table."""
    return [each[table] for page in file.orphans for each in page if table in each]


def by_key(rows: Mapping[str, Mapping[int, Found]]) -> dict[tuple[str, str], Found]:
    """Return the rows of the kinds by kind and id; of two with one id the first."""
    found: dict[tuple[str, str], Found] = {}
    for kind in TABLES:
        for row in rows.get(kind, {}).values():
            if isinstance(row.get("id"), str):
                found.setdefault((kind, row["id"]), row)
    return found
