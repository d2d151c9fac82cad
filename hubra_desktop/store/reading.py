"""Rows of the tables as records: one by one, or whole with the lists that they own."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Row, Select, Table, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.records.catalogue import KINDS, lists_of, owner_of
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
    table = table_of(record)
    chosen = select(table.c.id).where(*where)
    wanted = select(table).where(*where).order_by(*order, table.c.id)
    return tuple(made for _, made in _read(reader, record, wanted, chosen))


def _read(
    reader: Connection, record: type[R], wanted: Select[Any], chosen: Select[Any]
) -> list[tuple[Any, R]]:
    """Return the rows with their records; ``chosen`` selects the ids of the same rows."""
    table = table_of(record)
    own_id = table.c.keys().index("id")
    owned: dict[str, dict[str, list[Any]]] = {}
    for name, part in lists_of(record).items():
        child = table_of(part)
        owner = owner_column(part, record)
        below = select(child).where(owner.in_(chosen)).order_by(child.c.position, child.c.id)
        inside = select(child.c.id).where(owner.in_(chosen))
        owned[name] = defaultdict(list)
        place = child.c.keys().index(owner.name)
        rows: list[tuple[Any, Any]] = _read(reader, part, below, inside)
        for row, made in rows:
            owned[name][row[place]].append(made)
    make = record_maker(record, table, owned)
    return [
        (row, make(row, {name: tuple(lists.get(row[own_id], ())) for name, lists in owned.items()}))
        for row in reader.execute(wanted).all()
    ]
