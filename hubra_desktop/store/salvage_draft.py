"""The draft of a rescue: rows put in as they stand, mended, or left out, and its history."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from hubra_desktop.model.records.catalogue import RECORDS, SINGLE, values_of
from hubra_desktop.store import connect, schema
from hubra_desktop.store.damaged_file import DamagedFile, Found, astray, by_key
from hubra_desktop.store.deep_check import DeepCopy
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.journal import plain
from hubra_desktop.store.lock import user_name
from hubra_desktop.store.pictures import hash_of
from hubra_desktop.store.replay import RowKey, told_by_history
from hubra_desktop.store.row_check import seal
from hubra_desktop.store.salvaged_rows import (
    SalvagedRows,
    as_stored,
    changes_read,
    columns_of,
    is_readable,
    is_text,
    orphan_key,
    put_row,
    refused_field,
)
from hubra_desktop.store.salvaged_values import (
    may_be_empty,
    sound_values,
    values_beside,
    without_value,
)
from hubra_desktop.store.tables import TABLES

STEP_LABEL: Final = "salvage"
_TRIES: Final = 8
"""Values of one row that are mended before it is left out."""
_HALVES: Final = re.compile("[\ud800-\udfff]")


class SalvageDraft:
    """The work on one draft; ``made`` does all of it."""

    def __init__(
        self, file: DamagedFile, draft: Path, go_on: Callable[[], None], beside: Path | None
    ) -> None:
        self._beside = beside
        self._by_own = False
        self._file = file
        self._draft = draft
        self._go_on = go_on
        self._large = dict(sound_values(file))
        self._changes = [change for _, change in changes_read(file)]
        self._history = told_by_history(self._changes, self._picture)
        self._result = SalvagedRows()

    def made(self, *, by_own: bool) -> SalvagedRows:
        """Fill the draft, and return what became of the rows.

        With ``by_own`` it begins with the file's own schema, an earlier one, and is upgraded.
        """
        self._by_own = by_own
        if by_own:
            self._build_own()
        else:
            schema.build(self._draft)
        with closing(connect.read_write(self._draft)) as database:
            database.execute("PRAGMA foreign_keys=OFF")
            database.execute("BEGIN")
            self._fill(database)
            database.execute("COMMIT")
        if by_own:
            schema.upgrade(self._draft)
        with closing(connect.read_write(self._draft)) as database:
            database.execute("BEGIN")
            self._refill(database)
            self._loosen(database)
            for kind in SINGLE:
                self._insert_single(database, kind)
            self._hold_against_checks(database)
            database.execute("COMMIT")
        self._settle_history()
        self._count()
        return self._result

    def _build_own(self) -> None:
        with closing(connect.read_write(self._draft)) as database:
            database.execute("BEGIN")
            for statement in self._file.schema:
                database.execute(statement)
            database.execute("INSERT INTO alembic_version VALUES (?)", (self._file.version,))
            database.execute("COMMIT")

    def _picture(self, hash_: str) -> bytes:
        return b"" if hash_ == hash_of(b"") else self._large[hash_]

    def _fill(self, database: sqlite3.Connection) -> None:
        columns = {kind: columns_of(database, kind) for kind in TABLES}
        for hash_, content in self._large.items():
            database.execute("INSERT INTO large_value VALUES (?, ?)", (hash_, content))
        for number, (key, row) in enumerate(self._rows().items()):
            if number % 500 == 0:
                self._go_on()
            known = {n: v for n, v in row.items() if n in columns[key[0]]}
            if known:
                self._insert(database, key, self._completed(key[0]) | known)
        self._insert_history(database)
        self._loosen(database)

    def _completed(self, kind: str) -> Found:
        """Return what a new row of a kind has where nothing is said: an earlier one lacks it."""
        if self._by_own:
            return {}
        defaults = {c.name: getattr(c.default, "arg", None) for c in TABLES[kind].c}
        plain_ones = {n: plain(v) for n, v in defaults.items() if v is not None and not callable(v)}
        return as_stored(kind, plain_ones)

    def _rows(self) -> dict[RowKey, Found]:
        """Return the rows to put in: those read, those found astray, those the history knows."""
        rows = by_key(self._file.rows)
        for key, row in self._astray():
            rows.setdefault(key, row)
        self._result.uncertain |= {key for key in rows if self._is_doubtful(key)}
        known = {key: image for key, image in self._history.items() if image is not None}
        for key in self._missing(rows):
            if key in known:
                rows[key] = as_stored(key[0], known[key])
                self._result.from_history.add(key)
            else:
                self._result.gone.add(key)
        self._result.removed = {k for k, image in self._history.items() if image is None}
        self._result.images = {k: as_stored(k[0], image) for k, image in known.items()} | rows
        return rows

    def _astray(self) -> Iterator[tuple[RowKey, Found]]:
        """Yield rows of pages that nothing leads to.

        A page bears the rows of one table. What something else tells of is there, and with
        it the rest of the page. Where nothing tells of any row, only the shape does.
        """
        for page in self._file.orphans:
            told = Counter(
                kind for row in page for kind in row if self._exists(orphan_key(kind, row))
            )
            shapes = set.intersection(*(set(row) for row in page)) & TABLES.keys()
            kind = told.most_common(1)[0][0] if told else next(iter(shapes), "")
            known = self._file.checks or kind not in self._file.unindexed
            if not told and (len(shapes) != 1 or known):
                continue
            for row in page:
                if kind in row and self._may_exist(orphan_key(kind, row)):
                    yield orphan_key(kind, row), row[kind]

    def _exists(self, key: RowKey) -> bool:
        """Tell whether the checksums, an index or the history knows of a row."""
        kind, row_id = key
        if kind not in TABLES:
            return False
        if key in self._file.checks or row_id in self._file.indexed[kind]:
            return True
        return not self._file.checks and self._history.get(key) is not None

    def _may_exist(self, key: RowKey) -> bool:
        kind = key[0]
        if self._file.checks or kind not in self._file.unindexed:
            return self._exists(key)
        return self._history.get(key, {}) is not None

    def _is_doubtful(self, key: RowKey) -> bool:
        """Tell whether a row was read that nothing else tells of, though it could."""
        if not self._file.checks and key[0] in self._file.unindexed:
            return self._history.get(key) is None
        return not self._may_exist(key)

    def _missing(self, rows: Mapping[RowKey, Found]) -> list[RowKey]:
        """Return the rows that something tells of, and that were not read."""
        told = {key for key in self._file.checks if key[0] in TABLES}
        told |= {(kind, each) for kind, ids in self._file.indexed.items() for each in ids}
        if not self._file.checks:
            whole = {kind for kind, ids in self._file.indexed.items() if ids}
            told |= {
                key
                for key, image in self._history.items()
                if image is not None and key[0] not in whole
            }
        return sorted(key for key in told - rows.keys() if key[0] in TABLES)

    def _insert(self, database: sqlite3.Connection, key: RowKey, row: Found) -> None:
        """Put a row in, mended where the register refuses a value; left out when that fails."""
        row = dict(row)
        for name in [each for each in row if not self._is_readable(key[0], each, row[each])]:
            if not self._mend(key, row, name):
                self._result.left_out.add(key)
                return
        for _ in range(_TRIES):
            try:
                put_row(database, key[0], row)
            except sqlite3.IntegrityError as error:
                name = refused_field(key[0], str(error))
                if name not in row or not self._mend(key, row, name):
                    break
            except (OverflowError, sqlite3.Error):
                break
            else:
                return
        self._result.left_out.add(key)

    def _is_readable(self, kind: str, name: str, value: object) -> bool:
        """Tell whether a value can stand; an older version's are of other types in part."""
        return is_text(value) if self._by_own else is_readable(kind, name, value)

    def _mend(self, key: RowKey, row: Found, name: str) -> bool:
        """Give a field the value that the history tells, else the one of a new row."""
        kind = key[0]
        column = TABLES[kind].c.get(name)
        if column is None or name == "id":
            return False
        known = self._history.get(key) or {}
        others = [as_stored(kind, {name: known[name]})[name]] if name in known else []
        if isinstance(row[name], str) and not column.foreign_keys:
            others.append(_HALVES.sub("\N{REPLACEMENT CHARACTER}", row[name]))
        others += [None] if column.nullable else []
        default = getattr(column.default, "arg", None)
        if default is not None and not callable(default):
            others.append(as_stored(kind, {name: plain(default)})[name])
        for value in others:
            if value != row[name] and self._is_readable(kind, name, value):
                row[name] = value
                if (key, name) not in self._result.mended:
                    self._result.mended.append((key, name))
                return True
        return False

    def _insert_history(self, database: sqlite3.Connection) -> None:
        steps = {r["id"]: r for r in [*self._file.rows["step"].values(),
                                      *astray(self._file, "step")]}  # fmt: skip
        for step in steps.values():
            with suppress(sqlite3.Error, UnicodeEncodeError, ValueError, KeyError):
                datetime.fromisoformat(step["at"])
                put_row(database, "step", step)
        for row, _ in changes_read(self._file):
            with suppress(sqlite3.Error, UnicodeEncodeError):
                put_row(database, "change", row)
        self._result.steps_read = len(steps)

    def _refill(self, database: sqlite3.Connection) -> None:
        """Fetch the large values that are lost from the backup; do without the others."""
        wanted = {each.hash for each in without_value(database)}
        for hash_, content in values_beside(self._beside, wanted):
            database.execute("INSERT INTO large_value VALUES (?, ?)", (hash_, content))
            self._result.refilled += 1
        for kind, row_id, column, _ in without_value(database):
            key, here = (kind, row_id), f'"{kind}" SET "{column}" = ? WHERE id = ?'
            if may_be_empty(kind, column):
                database.execute(f"UPDATE {here}", ("", row_id))
                self._result.mended.append((key, column))
            elif TABLES[kind].c[column].type.python_type is bytes:
                database.execute(f'DELETE FROM "{kind}" WHERE id = ?', (row_id,))
                self._result.left_out.add(key)
            else:
                self._result.emptied.add(key)

    def _loosen(self, database: sqlite3.Connection) -> None:
        """Let go of what is not there, and leave out rows that are nothing without it."""
        while orphans := database.execute("PRAGMA foreign_key_check").fetchall():
            for table, rowid, _, number in orphans:
                keys = database.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
                column = next(each[3] for each in keys if each[0] == number)
                here = f'"{table}" WHERE rowid = ?'
                found = database.execute(f"SELECT id FROM {here}", (rowid,)).fetchone()
                if found is None:
                    continue
                key = (table, str(found[0]))
                if table in TABLES and TABLES[table].c[column].nullable:
                    sql = f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?'
                    database.execute(sql, (rowid,))
                    self._result.loosened.append((key, column))
                else:
                    database.execute(f"DELETE FROM {here}", (rowid,))
                    if table in TABLES:
                        self._result.left_out.add(key)

    def _insert_single(self, database: sqlite3.Connection, kind: str) -> None:
        """See that there is the one row of a table which the program cannot do without."""
        if database.execute(f'SELECT 1 FROM "{kind}"').fetchone() is None:
            columns = columns_of(database, kind)
            values = {n: plain(v) for n, v in values_of(RECORDS[kind]()).items() if n in columns}
            put_row(database, kind, as_stored(kind, {"id": kind, **values}))
            self._result.mended.append(((kind, kind), ""))

    def _hold_against_checks(self, database: sqlite3.Connection) -> None:
        """Take the history's word where only that agrees with a row's checksum; doubt the rest."""
        wrong = self._disagreeing(database)
        was = {key: self._result.images[key] for key in wrong}
        for key in wrong:
            image = self._history.get(key)
            if image is not None:
                self._replace(database, key, as_stored(key[0], image))
        left = self._disagreeing(database)
        for key in left & wrong:
            self._replace(database, key, was[key])
        self._result.from_history |= wrong - left
        self._result.uncertain |= left & wrong

    def _disagreeing(self, database: sqlite3.Connection) -> set[RowKey]:
        """Return the rows that stand as they were read, and are not what was written once."""
        changed = {key for key, _ in (*self._result.mended, *self._result.loosened)}
        seal(database)
        sums = database.execute("SELECT kind, row_id, crc FROM row_check").fetchall()
        return {
            (kind, row_id)
            for kind, row_id, crc in sums
            if self._file.checks.get((kind, row_id), crc) != crc and kind in TABLES
        } - changed

    def _replace(self, database: sqlite3.Connection, key: RowKey, row: Found) -> None:
        names = [name for name in row if name in columns_of(database, key[0]) and name != "id"]
        sets = ", ".join(f'"{name}" = ?' for name in names)
        values = [row[name] for name in names]
        with suppress(sqlite3.IntegrityError):
            database.execute(f'UPDATE "{key[0]}" SET {sets} WHERE id = ?', [*values, key[1]])

    def _settle_history(self) -> None:
        """Leave out what does not lead to the rows, and end undo at what is kept."""
        with DeepCopy(self._draft, self._go_on) as copy:
            _, walked = copy.history()
        with closing(connect.read_write(self._draft)) as database:
            database.execute("BEGIN")
            if not self._file.checks:
                self._result.uncertain |= walked.misfits
            for key in walked.misfits:
                database.execute("DELETE FROM change WHERE kind = ? AND row_id = ?", key)
            database.execute(
                "DELETE FROM step WHERE id NOT IN (SELECT step_id FROM change) AND action = 'do'"
            )
            (self._result.steps,) = database.execute("SELECT count(*) FROM step").fetchone()
            now = datetime.now(UTC).isoformat(timespec="milliseconds")
            database.execute(
                "INSERT INTO step (at, who, action, label, barrier) VALUES (?, ?, 'do', ?, 1)",
                (now, user_name(), STEP_LABEL),
            )
            seal(database)
            database.execute("COMMIT")

    def _count(self) -> None:
        """Count what is in the draft, which must be sound; raises sqlite3.DatabaseError."""
        with closing(connect.read_only(self._draft)) as database:
            wrong = schema.problems(database)
            if wrong:
                raise sqlite3.DatabaseError(wrong[0])
            for kind in TABLES:
                (count,) = database.execute(f'SELECT count(*) FROM "{kind}"').fetchone()
                if count:
                    self._result.saved[kind] = count
        self._result.from_history -= self._result.left_out
        self._result.uncertain -= self._result.left_out
