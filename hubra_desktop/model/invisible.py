"""Characters that nobody sees: those that turn the text around, have no width or only hint.

A name with one of them looks like another name and is found by no search. They come along
when something is copied from the web; what is typed is freed of them, and what comes in a
file as well, which is told.
"""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from hubra_desktop.model.records.fields import RecordField, fields_of
from hubra_desktop.model.records.rules import line, text

T = TypeVar("T")

UNSEEN: Final = (
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\U000e0000-\U000e007f"
)
"""Reversing marks (UAX 9), characters without width, fillers, and the tags of no flag."""

_JOINERS: Final = "(?<![\u0590-\U0010ffff])[\u200c\u200d]"
"""Joiners are part of writing in other scripts and of pictures, but not after our letters."""

# Compiled, and kept by ``re``, when first used: that takes milliseconds, and a start needs it not.
_IN_TEXT: Final = f"[{UNSEEN}]|{_JOINERS}"
_IN_LINE: Final = f"[{UNSEEN}\u00ad]|{_JOINERS}"
"""In a line a soft hyphen too, which in running text says where a word may be divided."""


def seen_line(typed: str) -> str:
    """Return one line of text, such as a name, without what nobody sees in it."""
    return typed if typed.isascii() else re.sub(_IN_LINE, "", typed)


def one_line(typed: str) -> str:
    """Return what is typed in a line as it is stored: what is seen of it, single spaces apart."""
    return " ".join(seen_line(typed).split())


def seen_text(typed: str) -> str:
    """Return running text without what nobody sees in it."""
    return typed if typed.isascii() else re.sub(_IN_TEXT, "", typed)


def seen(part: T, told: Callable[[str], None]) -> T:
    """Return a record, or what is made of records, with only what is seen in its texts.

    ``told`` is called with each text that was freed, as it is then.
    """
    values: dict[str, Any] = {}
    for each in fields(part):  # type: ignore[arg-type]
        value = getattr(part, each.name)
        if isinstance(value, tuple):
            new: Any = tuple(seen(item, told) for item in value)
        elif is_dataclass(value) and not isinstance(value, type):
            new = seen(value, told)
        elif isinstance(value, str) and not value.isascii():
            new = _freed(fields_of(type(part))[each.name], value, told)
        else:
            continue
        if new != value:
            values[each.name] = new
    return replace(part, **values) if values else part  # type: ignore[type-var]


def _freed(field: RecordField, value: str, told: Callable[[str], None]) -> str:
    if field.rule not in (line, text):
        return value
    freed = seen_line(value) if field.rule is line else seen_text(value)
    if freed != value:
        told(freed)
    return freed
