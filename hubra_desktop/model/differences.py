"""In what a record in a file differs from the one in the register, as lines to read.

Each line tells one change, old → new, so that what is chosen is what will happen.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.records.catalogue import KINDS
from hubra_desktop.model.records.field_words import field_word
from hubra_desktop.model.records.fields import Derived, RecordField, Ref, fields_of
from hubra_desktop.model.swedish import clock, figure
from hubra_desktop.model.wording import quoted, shortened
from hubra_desktop.model.words import Term, word

NameOf = Callable[[str, str], str]
"""Says what the row of a kind with an id is called."""

_SHOWN: Final = 60
"""Characters of a text that are shown: enough to know it by."""

_BEFORE: Final = 20
"""Characters shown before the place where two long texts part."""

_CLOCKS: Final = frozenset({"start", "end", "pin"})
_YEARS: Final = frozenset({"year", "compared_year", "year_concerned", "active_from", "active_to"})
_CALLED: Final = (
    "name", "title", "text", "heading", "group", "case_number", "unit", "number", "year", "date",
    "period", "key",
)  # fmt: skip
"""The fields that rows are known by, the first that says something."""


def called(record: Any) -> str:  # noqa: ANN401
    """Return what a record is known by: its name, its title or what else tells it apart.

    "" for one that only joins others.
    """
    for name in _CALLED:
        value = getattr(record, name, None)
        if value:
            return value.isoformat() if isinstance(value, date) else _cut(str(value))
    return ""


def told_changes(before: Any, after: Any, name_of: NameOf) -> Iterator[str]:  # noqa: ANN401
    """Tell every change that makes ``before`` into ``after``, records of one kind."""
    kind = KINDS[type(after)]
    for name, each in fields_of(type(after)).items():
        old, new = getattr(before, name), getattr(after, name)
        if old == new or each.mark(Derived) is not None:
            continue
        word_of = field_word(kind, name)
        if each.is_list:
            yield from _of_lists(word_of, old, new, name_of)
        else:
            yield _of_values(word_of, each, old, new, name_of)


def _of_lists(field: str, old: Sequence[Any], new: Sequence[Any], name_of: NameOf) -> Iterator[str]:
    here, coming = ({each.id: each for each in rows} for rows in (old, new))
    for each in old:
        if each.id not in coming:
            yield say("{field}: {row} tas bort", field=field, row=quoted(called(each)))
    for each in new:
        if each.id not in here:
            yield say("{field}: {row} tillkommer", field=field, row=quoted(called(each)))
            continue
        for line in told_changes(here[each.id], each, name_of):
            row = quoted(called(here[each.id]))
            yield say("{field}, {row}: {line}", field=field, row=row, line=line)
    staying = [each.id for each in old if each.id in coming]
    if staying != [each.id for each in new if each.id in here]:
        yield say("{field}: raderna byter ordning", field=field)


def _of_values(
    word_of: str,
    field: RecordField,
    old: Any,  # noqa: ANN401
    new: Any,  # noqa: ANN401
    name_of: NameOf,
) -> str:
    if field.kind is bytes and old and new:
        return say("{field}: en annan bild", field=word_of)
    if type(old) is type(new) is str and field.mark(Ref) is None:
        old, new = _apart(old, new)
    shown, coming = _shown(field, old, name_of), _shown(field, new, name_of)
    return say("{field}: {old} → {new}", field=word_of, old=shown, new=coming)


def _apart(old: str, new: str) -> tuple[str, str]:
    """Cut two long texts to where they begin to differ."""
    if max(len(old), len(new)) <= _SHOWN:
        return old, new
    same = next(
        (place for place, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )
    start = max(0, same - _BEFORE)
    ahead = "…" * (start > 0)
    return f"{ahead}{old[start:]}" if old else "", f"{ahead}{new[start:]}" if new else ""


def _shown(field: RecordField, value: Any, name_of: NameOf) -> str:  # noqa: ANN401
    """Write a value as a reader knows it."""
    reference = field.mark(Ref)
    if value is None or value in ("", b"", ()):
        return say("inget")
    if reference is not None:
        return quoted(name_of(reference.to, value))
    if isinstance(value, bool):
        return say("ja") if value else say("nej")
    if isinstance(value, Term):
        return word(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return say("en bild")
    return number_told(field.name, value) if isinstance(value, int) else quoted(_cut(str(value)))


def number_told(name: str, value: int) -> str:
    """Write a stored number as it is read, by the name of its field: a time, kronor, a year."""
    if name in _CLOCKS:
        return clock(value)
    if name in _YEARS:
        return str(value)
    if name.endswith("_ore"):
        return kronor(value)
    return figure(value / 1000 if name.endswith("_thousandths") else value)


def _cut(text: str) -> str:
    """Write a text on one line, short, every mark of it seen."""
    short = shortened(text, _SHOWN)
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in short)
