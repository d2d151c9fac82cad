"""The one writer: gets, puts and removes records, and records each change of a row.

Nothing else writes to the register's tables, so that nothing is lost to undo. A record is
put with the lists that it owns; only what differs from what is stored is written.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Executable, Table, select
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from hubra_desktop.model.ids import new_id
from hubra_desktop.model.records.catalogue import (
    KINDS,
    UNIQUE,
    check,
    lists_of,
    refused_twice,
    values_of,
)
from hubra_desktop.model.records.rules import identity
from hubra_desktop.store.deltas import Image
from hubra_desktop.store.journal import Journal, Recorded, image_of, plain
from hubra_desktop.store.pictures import hash_of, keep_pictures
from hubra_desktop.store.positions import arranged
from hubra_desktop.store.reading import owner_column, record_of, records, some_at_a_time, table_of
from hubra_desktop.store.refused_rows import refused_by_file

R = TypeVar("R")
_Order = tuple[ColumnElement[Any], ...]


class Rows:
    """What one transaction reads and writes; ``journal`` tells what it has changed.

    ``forgotten`` names, by kind, the rows whose values the history must not keep.

    Values are held to their fields' rules before they are written: InputError tells what a
    field cannot hold, and is raised before anything of that row is written.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.journal = Journal()
        self.forgotten: dict[str, set[str]] = defaultdict(set)

    def get(self, record: type[R], row_id: str | None) -> R | None:
        """Return a record with the lists it owns, or None when there is none of that id."""
        if row_id is None:
            return None
        found = records(self.connection, record, table_of(record).c.id == row_id)
        return found[0] if found else None

    def all(
        self, record: type[R], *where: ColumnElement[bool], order: _Order = ()
    ) -> tuple[R, ...]:
        """Return the records that ``where`` leaves, with the lists they own."""
        return records(self.connection, record, *where, order=order)

    def only(self, record: type[R]) -> tuple[str, R]:
        """Return the one row of a table that has just one, with its id."""
        row = self.connection.execute(select(table_of(record))).one()
        return row.id, record_of(record, row)

    def owner_of(self, part: type, owner: type, row_id: str) -> str | None:
        """Return the id of the row that a row of a list belongs to."""
        column = owner_column(part, owner)
        found = select(column).where(table_of(part).c.id == row_id)
        return self.connection.scalar(found)

    def add(self, part: Any) -> str:
        """Store a new record and the lists it owns; return its id, made where it has none.

        Raises BrokenReferenceError when there is a row of an id already.
        """
        row_id = part.id or new_id()
        self._write(replace(part, id=row_id), None, {})
        return row_id

    def add_only(self, part: Any) -> None:
        """Store the one row of a table that has just one, and whose record bears no id."""
        values = values_of(part)
        check(KINDS[type(part)], values)
        self._insert(table_of(type(part)), new_id(), values)

    def put(self, part: Any, *, was: Any = None) -> str:
        """Store a record and the lists it owns as they are; return its id.

        What its lists no longer hold is removed. ``was`` is the record as it was just
        read, which saves reading it again.
        """
        before = was if was is not None else self.get(type(part), part.id or None)
        if before is None:
            return self.add(part)
        self._release(part, before)
        self._write(part, before, {})
        return str(part.id)

    def put_all(self, parts: Sequence[Any]) -> None:
        """Store records of one kind, all with ids; rows may move from one's list to another's."""
        known: dict[str, Any] = {}
        for some in some_at_a_time(parts):
            among = table_of(type(some[0])).c.id.in_([each.id for each in some])
            known |= {each.id: each for each in records(self.connection, type(some[0]), among)}
        for part in parts:
            if part.id in known:
                self._release(part, known[part.id])
        for part in parts:
            self._write(part, known.get(part.id), {})

    def change(self, record: type, row_id: str, values: Mapping[str, Any]) -> None:
        """Write values into a row's columns; KeyError when the row is not there."""
        check(KINDS[record], values)
        self._update(table_of(record), row_id, values)

    def remove(self, record: type, row_id: str) -> None:
        """Take a row away with all that it owns; nothing happens when it is not there."""
        for part in lists_of(record).values():
            column = owner_column(part, record)
            mine = select(table_of(part).c.id).where(column == row_id)
            for each in self.connection.scalars(mine).all():
                self.remove(part, each)
        self._delete(table_of(record), row_id)

    def keep(self, content: bytes) -> str:
        """Keep a file's content, once however many rows name it; return its hash."""
        keep_pictures(self.connection, (content,))
        return hash_of(content)

    def forget(self, record: type, row_id: str) -> None:
        """Remove a row, and let the history tell nothing of what it held."""
        self.forgotten[KINDS[record]].add(row_id)
        self.remove(record, row_id)

    def _release(self, part: Any, before: Any) -> None:
        """Remove what the lists of a record no longer hold, lists of lists as well."""
        for name in lists_of(type(part)):
            staying = {each.id: each for each in getattr(part, name)}
            for each in getattr(before, name):
                if each.id in staying:
                    self._release(staying[each.id], each)
                else:
                    self.remove(type(each), each.id)

    def _write(self, part: Any, before: Any, fixed: Mapping[str, Any]) -> None:
        """Write a record where it differs from what it was, or whole when it is new.

        ``fixed`` are columns that the record does not carry.
        """
        record = type(part)
        values = values_of(part)
        if before is None:
            identity(part.id)
            check(KINDS[record], values)
            self._insert(table_of(record), part.id, {**values, **fixed})
        else:
            changed = {n: v for n, v in values.items() if getattr(before, n) != v}
            check(KINDS[record], changed)
            if changed or fixed:
                self._update(table_of(record), part.id, {**changed, **fixed})
        for name, kind in lists_of(record).items():
            were = getattr(before, name) if before is not None else ()
            owned = {owner_column(kind, record).name: part.id}
            self._write_list(owned, were, getattr(part, name))

    def _write_list(
        self, owner: Mapping[str, str], before: Sequence[Any], after: Sequence[Any]
    ) -> None:
        """Write the rows of a list that are new, have moved or differ."""
        if before == after:
            return
        were = {each.id: each for each in before}
        wanted = [each if each.id else replace(each, id=new_id()) for each in after]
        places = self._places(wanted, were)
        for each in wanted:
            known = were.get(each.id)
            fixed: dict[str, Any] = dict(owner) if known is None else {}
            if each.id in places:
                fixed["position"] = places[each.id]
            if known != each or fixed:
                self._write(each, known, fixed)

    def _places(self, wanted: Sequence[Any], were: Mapping[str, Any]) -> dict[str, int]:
        """Return the positions of the rows that come or move."""
        if not wanted or [each.id for each in wanted] == list(were):
            return {}
        columns = table_of(type(wanted[0])).c
        stored = {
            row.id: row.position
            for row in self.connection.execute(
                select(columns.id, columns.position).where(columns.id.in_(were))
            )
        }
        now = [stored.get(each.id) for each in wanted]
        return {
            each.id: place
            for each, was, place in zip(wanted, now, arranged(now), strict=True)
            if was != place
        }

    def _image(self, table: Table, row_id: str) -> Image | None:
        found = self.connection.execute(select(table).where(table.c.id == row_id))
        row = found.mappings().one_or_none()
        return None if row is None else image_of(row)

    def _insert(self, table: Table, row_id: str, values: Mapping[str, Any]) -> None:
        whole = {**_defaults(table), **values, "id": row_id}
        self._refuse_second(table, row_id, whole, UNIQUE.get(table.name, ()))
        keep_pictures(self.connection, whole.values())
        self._execute(table.insert(), whole)
        self.journal.note(Recorded(table.name, row_id, None, _plain(whole)))

    def _update(self, table: Table, row_id: str, values: Mapping[str, Any]) -> None:
        before = self._image(table, row_id)
        if before is None:
            raise KeyError(row_id)
        fresh = {name: value for name, value in values.items() if before[name] != plain(value)}
        if fresh:
            unique = UNIQUE.get(table.name, ())
            if fresh.keys() & set(unique):
                self._refuse_second(table, row_id, {**before, **_plain(fresh)}, unique)
            keep_pictures(self.connection, fresh.values())
            self._execute(table.update().where(table.c.id == row_id), fresh)
            after: Image = {**before, **_plain(fresh)}
            self.journal.note(Recorded(table.name, row_id, before, after))

    def _execute(self, statement: Executable, values: Mapping[str, Any] | None = None) -> None:
        """Write; raises RegisterError, in words, when the file itself refuses."""
        try:
            self.connection.execute(statement, values)
        except IntegrityError as error:
            raise refused_by_file(error) from error

    def _refuse_second(
        self, table: Table, row_id: str, values: Mapping[str, Any], unique: Sequence[str]
    ) -> None:
        """Raise InputError when another row has the same in what only one row may have."""
        if not unique or any(values[name] is None for name in unique):
            return
        same = [table.c[name] == values[name] for name in unique]
        other = select(table.c.id).where(*same, table.c.id != row_id).limit(1)
        if self.connection.scalar(other) is not None:
            raise refused_twice(table.name, values)

    def _delete(self, table: Table, row_id: str) -> None:
        before = self._image(table, row_id)
        if before is not None:
            self._execute(table.delete().where(table.c.id == row_id))
            self.journal.note(Recorded(table.name, row_id, before, None))


def _plain(values: Mapping[str, Any]) -> Image:
    return {name: plain(value) for name, value in values.items()}


@cache
def _defaults(table: Table) -> Mapping[str, Any]:
    """Return the values that a new row has where nothing is said."""
    defaults = ((column.name, column.default) for column in table.c if column.name != "id")
    return {name: getattr(default, "arg", None) for name, default in defaults}
