"""Sheets with the lists they own, read from the tables that ``shapes`` names for them."""

from collections import defaultdict
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, Table, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.shapes import KINDS, lists_of
from hubra_desktop.model.tables.whole import TABLES
from hubra_desktop.work.rows import maker

S = TypeVar("S")
_Order = tuple[ColumnElement[Any], ...]


def table_of(kind: type) -> Table:
    """Return the table that a sheet of ``kind`` is a row of."""
    return TABLES[KINDS[kind]]


def trees(
    reader: Connection, kind: type[S], *where: ColumnElement[bool], order: _Order = ()
) -> tuple[S, ...]:
    """Return the sheets of ``kind`` that ``where`` leaves, whole, ordered by ``order``, then id."""
    table = table_of(kind)
    chosen = select(table.c.id).where(*where)
    wanted = select(table).where(*where).order_by(*_order(table, order))
    return tuple(made for _, made in _read(reader, kind, wanted, chosen))


def _read(
    reader: Connection, kind: type[S], wanted: Select[Any], chosen: Select[Any]
) -> list[tuple[Any, S]]:
    """Return the rows with their sheets; ``chosen`` selects the ids of the same rows."""
    table = table_of(kind)
    own_id = table.c.keys().index("id")
    owned: dict[str, dict[str, list[Any]]] = {}
    for name, part in lists_of(kind).items():
        child = table_of(part)
        owner = child.c[f"{table.name}_id"]
        below = select(child).where(owner.in_(chosen)).order_by(child.c.position)
        inside = select(child.c.id).where(owner.in_(chosen))
        owned[name] = defaultdict(list)
        place = child.c.keys().index(owner.name)
        rows: list[tuple[Any, Any]] = _read(reader, part, below, inside)
        for row, made in rows:
            owned[name][row[place]].append(made)
    make = maker(kind, table, owned)
    return [
        (row, make(row, {name: tuple(lists.get(row[own_id], ())) for name, lists in owned.items()}))
        for row in reader.execute(wanted).all()
    ]


def _order(table: Table, order: _Order) -> _Order:
    return (*order, table.c.id)
