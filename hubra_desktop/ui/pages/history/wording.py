"""How the history is told: what a step did, to what, and each value as it was and is."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from hubra_desktop.model.days import calendar_day, day_in_text
from hubra_desktop.model.differences import number_told
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.records.catalogue import RECORDS, owner_of, references_of
from hubra_desktop.model.records.field_words import field_word
from hubra_desktop.model.records.fields import fields_of
from hubra_desktop.model.swedish import capitalised, clock_of
from hubra_desktop.model.wording import quoted, shortened
from hubra_desktop.model.words import Term, word
from hubra_desktop.ui.labels import step_name
from hubra_desktop.ui.pages.history.labels import kind_name
from hubra_desktop.work.queries.history import (
    LINKED_BY,
    NAMED_BY,
    ChangedRow,
    FieldChange,
    HistoryStep,
    RowKey,
    owner_of_row,
    referred_kinds,
)

Images = Mapping[RowKey, Mapping[str, Any]]
_WORDS = ("name", "title", "heading", "organisation", "case_number", "group", "contact")
_LAST = ("place", "text", "email", "unit")
_DAYS = ("date", "decided_on", "due", "situation_date")
SHORT = 60
"""Characters of a value that is told in the list itself."""


def when(moment: dt.datetime) -> str:
    """Write ``30 november 14.32``, with the year when it is another than this one."""
    day = calendar_day if moment.year == dt.date.today().year else day_in_text
    return f"{day(moment.date())} {clock_of(moment)}"


def what(step: HistoryStep) -> str:
    """Tell in one line what a step did: ``Borttaget sammanträde: 7 mars 2018``."""
    parts = [title(step)]
    if step.row is not None:
        parts.append(row_called((step.row.kind, step.row.id), step.images))
    told = ": ".join(filter(None, parts))
    if step.row is not None and step.row.op == "changed" and len(step.row.fields) == 1:
        told = f"{told} · {change_text(step.row, step.row.fields[0], step.images, SHORT)}"
    if step.more > 0:
        more = say_count("och en rad till", "och {n} rader till", step.more)
        told = f"{told} ({more})"
    return told


def title(step: HistoryStep) -> str:
    """Say what sort of step it was, and whether it undid one or did it again."""
    name = step_name(step.label)
    if not name and step.row is not None:
        name = kind_name(step.row.kind)
    match step.action:
        case "undo":
            return say("Ångrat: {step}", step=name)
        case "redo":
            return say("Gjort om: {step}", step=name)
        case "purge":
            return say("Gallrat: {step}", step=name)
    return capitalised(name)


def row_called(key: RowKey, images: Images) -> str:
    """Call a row by its name, and by what it belongs to."""
    own = own_name(key, images)
    above = owner_of_row(key, images)  # type: ignore[arg-type]
    if above is None:
        return own
    return f"{own} · {kind_name(above[0])} {row_called(above, images)}"


def own_name(key: RowKey, images: Images) -> str:
    """Call a row by its words, its day, its number or what it names."""
    kind, image = key[0], images.get(key, {})
    if kind == "meeting" and image.get("date"):
        return _day(image["date"])
    named = next((str(image[each]) for each in _WORDS if image.get(each)), "")
    if named:
        apart = f" ({image['distinction']})" if image.get("distinction") else ""
        return quoted(shortened(named, SHORT)) + apart
    if by := _named_by(NAMED_BY, key, images):
        return by
    if image.get("number"):
        return say("nummer {number}", number=image["number"])
    day = next((_day(image[each]) for each in _DAYS if image.get(each)), "")
    words = next(
        (quoted(shortened(str(image[each]), SHORT)) for each in _LAST if image.get(each)), ""
    )
    own = day or str(image.get("year") or "") or words
    return own or _named_by(LINKED_BY, key, images) or say("(utan namn)")


def _named_by(references: Iterable[str], key: RowKey, images: Images) -> str:
    """Call a row by the first of its references that leads anywhere; "" when none does."""
    refers, image = references_of(RECORDS[key[0]]), images.get(key, {})
    first = next((each for each in references if each in refers and image.get(each)), None)
    return own_name((refers[first], image[first]), images) if first else ""


def change_text(row: ChangedRow, change: FieldChange, images: Images, most: int = 0) -> str:
    """Tell of a field: ``plats: ”A-salen” → ”B-salen”``; of a long text what differs."""
    old, new = (value_told(row.kind, change.name, v, images) for v in change[1:3])
    if change.partial:
        old, new = f"…{old}…", f"…{new}…"
    if most:
        old, new = shortened(old, most), shortened(new, most)
    return f"{field_word(row.kind, change.name)}: {old} → {new}"


def row_lines(row: ChangedRow, images: Images) -> list[str]:
    """Tell what of a row came, went or differs, a line for each field, in the record's order."""
    if row.masked:
        return [say("Uppgifterna är gallrade.")]
    told = {each.name: each for each in row.fields}
    names = [each for each in fields_of(RECORDS[row.kind]) if each in told and each != "position"]
    if row.op == "changed":
        owner = owner_of(row.kind)
        moved = [owner.column] if owner and owner.column in told else []
        lines = [change_text(row, told[name], images) for name in (*moved, *names)]
        return lines or [say("flyttad i ordningen")]
    side = 2 if row.op == "added" else 1
    held = [(name, told[name][side]) for name in names if told[name][side] not in (None, "", False)]
    return [
        f"{field_word(row.kind, name)}: {value_told(row.kind, name, v, images)}" for name, v in held
    ]


def row_head(row: ChangedRow, images: Images) -> str:
    """Call a row of a step and say what became of it."""
    verbs = {"added": "add", "removed": "remove", "changed": "change"}
    done = capitalised(step_name(f"{verbs[row.op]}-{row.kind}"))
    return f"{done}: {row_called((row.kind, row.id), images)}"


def value_told(kind: str, name: str, value: Any, images: Images) -> str:
    """Say a stored value as it is read in the window."""
    if value in (None, ""):
        return say("tomt")
    refers = referred_kinds(kind)
    if name in refers:
        return own_name((refers[name], str(value)), images)
    field = fields_of(RECORDS[kind]).get(name)
    sort: type = field.kind if field is not None else object
    if issubclass(sort, Term):
        return word(sort(value))
    if sort is bool:
        return say("ja") if value else say("nej")
    if sort is dt.date:
        return _day(value)
    if isinstance(value, dict):
        return say("en bild")
    return number_told(name, value) if isinstance(value, int) else quoted(str(value))


def _day(stored: str) -> str:
    return day_in_text(dt.date.fromisoformat(stored))
