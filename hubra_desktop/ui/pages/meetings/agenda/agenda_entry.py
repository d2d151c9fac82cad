"""What is typed in a cell of the agenda, read into the values of a row.

Pure: from text and the row as it is to a mapping of values, or an InputError whose
sentence is shown beside the cell. The live page and the command use the same way.
"""

from collections.abc import Collection
from dataclasses import dataclass

from hubra_desktop.model.invisible import seen_text
from hubra_desktop.model.numbering import numbered_choice
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.terms import ItemKind, PrintTime
from hubra_desktop.model.text_entry import parse_presenters
from hubra_desktop.model.time_entry import parse_time_entry
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn

_KINDS_BY_BEGINNING = (
    ("godkännande av", ItemKind.FORMALITY),
    ("mötets öppnande", ItemKind.FORMALITY),
    ("val av justerare", ItemKind.FORMALITY),
    ("föregående protokoll", ItemKind.FORMALITY),
    ("paus", ItemKind.BREAK),
    ("fika", ItemKind.BREAK),
    ("kaffe", ItemKind.BREAK),
    ("lunch", ItemKind.BREAK),
    ("övriga frågor", ItemKind.OTHER),
    ("övrigt", ItemKind.OTHER),
    ("information", ItemKind.INFORMATION),
    ("beslut", ItemKind.DECISION),
)
_NO_NUMBER = ("-", "–", "—")


@dataclass(frozen=True)
class Surroundings:
    """What the reading of a cell depends on: where the row would flow to, and names known."""

    flow_start: int | None = None
    organisations: Collection[str] = ()


def values_typed(
    item: Item | None, column: AgendaColumn, text: str, around: Surroundings
) -> dict[str, object]:
    """Return what ``text`` in ``column`` changes in a row (None: a new row).

    Empty when nothing changes. Raises InputError.
    """
    read = {
        AgendaColumn.TIME: _time,
        AgendaColumn.NUMBER: _number,
        AgendaColumn.TITLE: _title,
        AgendaColumn.MINUTES: _minutes,
        AgendaColumn.PRESENTERS: _presenters,
        AgendaColumn.CASE_NUMBER: _case_number,
    }[column]
    values = read(item, seen_text(text), around)
    base = item or Item()
    return {name: value for name, value in values.items() if getattr(base, name) != value}


def kind_of_title(title: str) -> ItemKind:
    """Return what sort of row a new title most likely is; anything else informs."""
    plain = title.strip().casefold()
    found = (kind for beginning, kind in _KINDS_BY_BEGINNING if plain.startswith(beginning))
    return next(found, ItemKind.INFORMATION)


def _time(item: Item | None, text: str, around: Surroundings) -> dict[str, object]:
    pinned = None if item is None else item.pin
    entry = parse_time_entry(text, flow_start=around.flow_start, pinned=pinned)
    values: dict[str, object] = {}
    if entry.duration_given:
        values["duration"] = entry.duration
    if entry.pin_given:
        values["pin"] = entry.pin
    return values


def _minutes(item: Item | None, text: str, around: Surroundings) -> dict[str, object]:
    """Read minutes, or a range or clock time as in the time cell; nothing leaves it open."""
    return _time(item, text, around) if text.strip() else {"duration": None}


def _number(item: Item | None, text: str, around: Surroundings) -> dict[str, object]:
    """Read a number, or a dash for a row without one; nothing leaves it to the order."""
    typed = text.strip()
    base = item or Item()
    if typed in _NO_NUMBER:
        return {"number_typed": "", "numbered": numbered_choice(base.kind, numbered=False)}
    if typed:
        return {"number_typed": typed, "numbered": numbered_choice(base.kind, numbered=True)}
    return {"number_typed": ""}


def _title(item: Item | None, text: str, around: Surroundings) -> dict[str, object]:
    title = " ".join(text.split())
    if item is not None or not title:
        return {"title": title}
    kind = kind_of_title(title)
    silent = kind in (ItemKind.FORMALITY, ItemKind.OTHER)
    return {
        "title": title,
        "kind": kind,
        "print_time": PrintTime.NONE if silent else PrintTime.RANGE,
    }


def _presenters(item: Item | None, text: str, around: Surroundings) -> dict[str, object]:
    read = parse_presenters(text, around.organisations)
    before = () if item is None else item.presenters
    if [_plain(p) for p in before] == [_plain(p) for p in read]:
        return {}
    return {"presenters": read}


def _plain(presenter: object) -> tuple[str, ...]:
    return tuple(str(getattr(presenter, name)) for name in ("name", "title", "unit"))


def _case_number(item: Item | None, text: str, around: Surroundings) -> dict[str, object]:
    return {"case_number": " ".join(text.split())}
