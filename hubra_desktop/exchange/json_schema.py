"""The JSON Schema of the exchange format, derived from the records and their rules."""

import dataclasses
import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from hubra_desktop.exchange.json_file import FORMAT, VERSION
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.records.fields import OmitDefault, RecordField, fields_of

_PLAIN: dict[type, dict[str, Any]] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    str: {"type": "string"},
    bytes: {"type": "string", "contentEncoding": "base64"},
    date: {"type": "string", "format": "date"},
}


def schema() -> dict[str, Any]:
    """Return the schema of version ``VERSION`` (JSON Schema, draft 2020-12)."""
    described: dict[str, Any] = {}
    whole = _record(Bundle, described)
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


def _record(kind: type, described: dict[str, Any]) -> dict[str, Any]:
    fields = fields_of(kind)
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _value(each, described) for name, each in fields.items()},
        "required": [name for name, each in fields.items() if not _may_be_left_out(each)],
    }


def _may_be_left_out(field: RecordField) -> bool:
    """Tell whether a field has a default, and one that its own rule accepts."""
    if field.default is dataclasses.MISSING:
        return False
    try:
        field.rule(field.default)
    except InputError:
        return False
    return True


def _value(field: RecordField, described: dict[str, Any]) -> dict[str, Any]:
    one = _one(field.kind, described, field.rule.limits)
    if field.is_list:
        return {"type": "array", "items": one}
    mark = field.mark(OmitDefault)
    said_nothing = [] if mark is None or mark.was is None else [{"const": mark.was}]
    return {"anyOf": [one, *said_nothing, {"type": "null"}]} if field.optional else one


def _one(kind: type, described: dict[str, Any], limits: Mapping[str, object]) -> dict[str, Any]:
    if dataclasses.is_dataclass(kind):
        name = kind.__name__
        if name not in described:
            described[name] = {}
            described[name] = {"description": _first_sentence(kind), **_record(kind, described)}
        return {"$ref": f"#/$defs/{name}"}
    if issubclass(kind, StrEnum):
        return {"enum": [each.value for each in kind]}
    return {**_PLAIN[kind], **limits}


def _first_sentence(kind: type) -> str:
    return re.split(r"(?<=\.)\s", str(kind.__doc__), maxsplit=1)[0]
