"""A row, mapped or plain, as a frozen sheet: field by field of the same name."""

import dataclasses
from collections.abc import Callable, Collection, Mapping
from functools import cache
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import Row, Table

S = TypeVar("S")


def sheet(kind: type[S], row: object, **given: Any) -> S:
    """Return a sheet of ``kind`` with the row's fields of the same names."""
    hashed: Any = kind
    names = _names(hashed)
    return kind(**{each: given[each] if each in given else getattr(row, each) for each in names})


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def maker(
    kind: type[S], table: Table, without: Collection[str] = ()
) -> Callable[[Row[Any], Mapping[str, Any]], S]:
    """Return what makes sheets of rows that begin with the table's columns: there may be many.

    The fields ``without`` are not in the row, but given beside it.
    """
    hashed: Any = kind
    keys = list(table.c.keys())
    names = tuple(name for name in _names(hashed) if name not in without)
    pick = itemgetter(*(keys.index(name) for name in names))

    def make(row: Row[Any], given: Mapping[str, Any]) -> S:
        return kind(**dict(zip(names, pick(row), strict=True)), **given)

    return make
