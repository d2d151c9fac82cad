"""Rows of the tables as records: one by one, or whole with the lists that they own."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Row, Select, Table, bindparam, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.records.catalogue import KINDS, RECORDS, lists_of, owner_of
from hubra_desktop.model.records.fields import fields_of
from hubra_desktop.store.tables import TABLES

R = TypeVar("R")
T = TypeVar("T")
_AT_ONCE = 500
_Order = tuple[ColumnElement[Any], ...]


def table_of(record: type) -> Table:
    """Return the table that a record is a row of."""
    return TABLES[KINDS[record]]


def owner_column(part: type, owner: type) -> Column[Any]:
    """Return the column by which rows of a list name the row that owns them."""
    lists = owner_of(KINDS[part])
    assert lists is not None
    assert lists.kind == KINDS[owner]
    return table_of(part).c[lists.column]


def record_of(record: type[R], row: object, **given: Any) -> R:  # noqa: ANN401
    """Return a record with the row's values of the same names; those ``given`` go before."""
    names = fields_of(record)
    return record(**{each: given[each] if each in given else getattr(row, each) for each in names})


def record_maker(
    record: type[R], table: Table, without: Collection[str] = ()
) -> Callable[[Row[Any], Mapping[str, Any]], R]:
    """Return what makes records of rows that begin with the table's columns: there may be many.

    The fields ``without`` are not in the row, but given beside it.
    """
    keys = list(table.c.keys())
    names = tuple(name for name in fields_of(record) if name in keys and name not in without)
    pick = itemgetter(*(keys.index(name) for name in names))

    def make(row: Row[Any], given: Mapping[str, Any]) -> R:
        return record(**dict(zip(names, pick(row), strict=True)), **given)

    return make


def some_at_a_time(values: Iterable[T]) -> Iterator[tuple[T, ...]]:
    """Part what a statement is to name: SQLite may be built to take no more than 999 values."""
    left = iter(values)
    while some := tuple(islice(left, _AT_ONCE)):
        yield some


def records(
    reader: Connection, record: type[R], *where: ColumnElement[bool], order: _Order = ()
) -> tuple[R, ...]:
    """Return the records that ``where`` leaves, with what they own, by ``order``, then by id."""
    shape = _shape(KINDS[record])
    wanted = shape.all
    if where or order:
        wanted = select(shape.table).where(*where).order_by(*order, shape.table.c.id)
    rows = reader.execute(wanted).all()
    return tuple(made for _, made in _with_lists(reader, shape, rows, whole=not where))


@dataclass(frozen=True)
class _Shape:
    """How rows of a table become records; its statements are built, and keyed, but once."""

    table: Table
    make: Callable[[Row[Any], Mapping[str, Any]], Any]
    own_id: int
    """The place of the row's id among its columns."""
    all: Select[Any]
    lists: Mapping[str, "_OwnedList"]


@dataclass(frozen=True)
class _OwnedList:
    """The rows of one list, all of them or those of the owners whose ids are given."""

    shape: _Shape
    owner: int
    """The place of the owner's id among the columns."""
    all: Select[Any]
    of_some: Select[Any]


@cache
def _shape(kind: str) -> _Shape:
    record, table = RECORDS[kind], TABLES[kind]
    lists = {name: _owned_list(part, record) for name, part in lists_of(record).items()}
    return _Shape(
        table,
        record_maker(record, table, lists),
        table.c.keys().index("id"),
        select(table).order_by(table.c.id),
        lists,
    )


def _owned_list(part: type, record: type) -> _OwnedList:
    table = table_of(part)
    owner = owner_column(part, record)
    in_order = select(table).order_by(table.c.position, table.c.id)
    return _OwnedList(
        _shape(KINDS[part]),
        table.c.keys().index(owner.name),
        in_order,
        in_order.where(owner.in_(bindparam("owners", expanding=True))),
    )


def _with_lists(
    reader: Connection, shape: _Shape, rows: Sequence[Row[Any]], *, whole: bool
) -> list[tuple[Any, Any]]:
    """Return the rows with their records; the lists of ``whole`` tables are read whole too."""
    if not rows:
        return []
    ids = [row[shape.own_id] for row in rows]
    owned = {
        name: _by_owner(reader, each, None if whole else ids) for name, each in shape.lists.items()
    }
    return [
        (row, shape.make(row, {name: tuple(lists.get(own, ())) for name, lists in owned.items()}))
        for own, row in zip(ids, rows, strict=True)
    ]


def _by_owner(
    reader: Connection, lists: _OwnedList, owners: Sequence[str] | None
) -> Mapping[str, list[Any]]:
    """Return what each of the owners owns, in order; no owners are all of them."""
    if owners is None:
        rows = reader.execute(lists.all).all()
    else:
        rows = [
            row
            for some in some_at_a_time(owners)
            for row in reader.execute(lists.of_some, {"owners": some}).all()
        ]
    found: dict[str, list[Any]] = defaultdict(list)
    for row, made in _with_lists(reader, lists.shape, rows, whole=owners is None):
        found[row[lists.owner]].append(made)
    return found
