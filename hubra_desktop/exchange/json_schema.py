"""The JSON Schema of the exchange format, derived from the sheets and their rules."""

import dataclasses
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

from hubra_desktop.exchange.json_file import FORMAT, VERSION, hints
from hubra_desktop.model.bundle import Bundle, rules_of
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.rules import Rule

_PLAIN: dict[type, dict[str, Any]] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    str: {"type": "string"},
    bytes: {"type": "string", "contentEncoding": "base64"},
    date: {"type": "string", "format": "date"},
}
_FREE = Rule(lambda _: None)


def schema() -> dict[str, Any]:
    """Return the schema of version ``VERSION`` (JSON Schema, draft 2020-12)."""
    described: dict[str, Any] = {}
    whole = _sheet(Bundle, described)
    head = {"format": {"const": FORMAT}, "version": {"const": VERSION}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Hubra: a council's register, or single meetings",
        "description": "Clock times are minutes since midnight of the meeting's date and may "
        "pass 1440; durations are minutes.",
        **whole,
        "properties": head | whole["properties"],
        "required": [*head, *whole["required"]],
        "$defs": dict(sorted(described.items())),
    }


def _sheet(kind: Any, described: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401
    rules = rules_of(kind)
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            name: _type(each, described, rules.get(name, _FREE).limits)
            for name, each in hints(kind).items()
        },
        "required": [
            each.name
            for each in dataclasses.fields(kind)
            if not _may_be_left_out(each, rules.get(each.name, _FREE))
        ],
    }


def _may_be_left_out(each: "dataclasses.Field[Any]", rule: Rule) -> bool:
    """Tell whether a field has a default, and one that its own rule accepts."""
    if each.default is dataclasses.MISSING:
        return False
    try:
        rule(each.default)
    except InputError:
        return False
    return True


def _type(kind: Any, described: dict[str, Any], limits: Mapping[str, object]) -> dict[str, Any]:  # noqa: ANN401
    if dataclasses.is_dataclass(kind):
        name = kind.__name__  # type: ignore[union-attr]
        if name not in described:
            described[name] = {}
            described[name] = {"description": _first_line(kind), **_sheet(kind, described)}
        return {"$ref": f"#/$defs/{name}"}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _type(get_args(kind)[0], described, {})}
    if isinstance(kind, UnionType):
        inner = next(each for each in get_args(kind) if each is not NoneType)
        return {"anyOf": [_type(inner, described, limits), {"type": "null"}]}
    if issubclass(kind, StrEnum):
        return {"enum": [each.value for each in kind]}
    return {**_PLAIN[kind], **limits}


def _first_line(kind: Any) -> str:  # noqa: ANN401
    return str(kind.__doc__).strip().splitlines()[0]
