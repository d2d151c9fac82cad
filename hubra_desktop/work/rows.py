"""A row, mapped or plain, as a frozen sheet: field by field of the same name."""

import dataclasses
from functools import cache
from typing import Any, TypeVar

S = TypeVar("S")


def sheet(kind: type[S], row: object, **given: Any) -> S:
    """Return a sheet of ``kind`` with the row's fields of the same names."""
    hashed: Any = kind
    names = _names(hashed)
    return kind(**{each: given[each] if each in given else getattr(row, each) for each in names})


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))
