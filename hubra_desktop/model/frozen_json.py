"""Frozen values as JSON, by their types: what a paper said, kept as data and read again later.

A later release may know more fields than an earlier one wrote, and fewer: what is not known
is passed over, and what is missing gets its default.
"""

import base64
import dataclasses
import datetime as dt
import json
import types
import zlib
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

T = TypeVar("T")
_LARGEST: Final = 50_000_000
"""Bytes that are unpacked at most: a year is a hundredth of it."""


def pack(value: object) -> bytes:
    """Return a frozen value as compressed JSON; equal values give equal bytes."""
    plain = json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(plain.encode(), 9)


def unpack(kind: type[T], content: bytes) -> T:
    """Return the value of a kind that ``pack`` was given.

    Raises ValueError, TypeError or KeyError for bytes that are no such value.
    """
    reader = zlib.decompressobj()
    try:
        plain = reader.decompress(content, _LARGEST)
    except zlib.error as error:
        raise ValueError(str(error)) from None
    if reader.unconsumed_tail:
        raise ValueError("too large")
    found: T = from_plain(kind, json.loads(plain))
    return found


def to_plain(value: Any) -> Any:  # noqa: ANN401
    """Return a frozen value as JSON carries it."""
    if dataclasses.is_dataclass(value):
        names = [each.name for each in dataclasses.fields(value)]
        return {name: to_plain(getattr(value, name)) for name in names}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: to_plain(getattr(value, name)) for name in value._fields}
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {str(key): to_plain(each) for key, each in value.items()}
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value.isoformat() if isinstance(value, dt.date) else value


def from_plain(kind: Any, value: Any) -> Any:  # noqa: ANN401
    """Return the value of a kind that ``to_plain`` was given."""
    origin = get_origin(kind)
    if origin is Annotated:
        return from_plain(get_args(kind)[0], value)
    if origin in (Union, types.UnionType):
        return _one_of(get_args(kind), value)
    if origin is Literal:
        return value
    if origin is not None and issubclass(origin, tuple):
        return _tuple(get_args(kind), value)
    if origin is not None and issubclass(origin, Mapping):
        _, inner = get_args(kind)
        return {key: from_plain(inner, each) for key, each in value.items()}
    if dataclasses.is_dataclass(kind) or hasattr(kind, "_fields"):
        return _record(kind, value)
    return _plain(kind, value)


def _one_of(kinds: tuple[Any, ...], value: Any) -> Any:  # noqa: ANN401
    """Return a value that may be nothing; of several other kinds it is the first that fits."""
    if value is None:
        return None
    return from_plain(next(each for each in kinds if each is not types.NoneType), value)


def _tuple(kinds: tuple[Any, ...], value: list[Any]) -> tuple[Any, ...]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(from_plain(kinds[0], each) for each in value)
    return tuple(from_plain(kind, each) for kind, each in zip(kinds, value, strict=True))


def _record(kind: Any, value: Mapping[str, Any]) -> Any:  # noqa: ANN401
    known = _hints(kind)
    return kind(
        **{name: from_plain(known[name], each) for name, each in value.items() if name in known}
    )


@cache
def _hints(kind: Any) -> Mapping[str, Any]:  # noqa: ANN401
    """Return the types of a record's fields by name."""
    hints = get_type_hints(kind, include_extras=True)
    if dataclasses.is_dataclass(kind):
        return {each.name: hints[each.name] for each in dataclasses.fields(kind) if each.init}
    return {name: hints[name] for name in kind._fields}


def _plain(kind: type, value: Any) -> Any:  # noqa: ANN401
    for each, read in _READERS.items():
        if issubclass(kind, each):
            return read(kind, value)
    if not isinstance(value, kind):
        raise TypeError(kind, type(value))
    return value


_READERS: Final[Mapping[type, Callable[[Any, Any], object]]] = {
    StrEnum: lambda kind, value: kind(value),
    dt.date: lambda _, value: dt.date.fromisoformat(value),
    bytes: lambda _, value: base64.b64decode(value, validate=True),
    float: lambda _, value: float(value),
}
