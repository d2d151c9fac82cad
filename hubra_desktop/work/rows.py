"""A row, mapped or plain, as a frozen sheet: field by field of the same name."""

import dataclasses
from typing import Any, TypeVar

S = TypeVar("S")


def sheet(kind: type[S], row: object, **given: Any) -> S:
    """Return a sheet of ``kind`` with the row's fields of the same names."""
    values = {
        field.name: given[field.name] if field.name in given else getattr(row, field.name)
        for field in dataclasses.fields(kind)  # type: ignore[arg-type]
    }
    return kind(**values)
