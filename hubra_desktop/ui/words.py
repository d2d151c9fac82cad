"""The words shown for the closed vocabularies of the field, as tables to translate."""

from dataclasses import replace

from hubra_desktop.model.sheet import HouseStyle, MeetingSheet
from hubra_desktop.model.terms import (
    Anchor,
    ItemKind,
    MeetingKind,
    MeetingState,
    PrintTime,
)
from hubra_desktop.ui.days import weekday_in_text
from hubra_desktop.ui.translation import QT_TRANSLATE_NOOP, translated

Term = ItemKind | MeetingKind | MeetingState | PrintTime | Anchor

_ITEM_KINDS: dict[Term, str] = {
    ItemKind.FORMALITY: QT_TRANSLATE_NOOP("Words", "Formality"),
    ItemKind.INFORMATION: QT_TRANSLATE_NOOP("Words", "Information"),
    ItemKind.DECISION: QT_TRANSLATE_NOOP("Words", "Decision"),
    ItemKind.BREAK: QT_TRANSLATE_NOOP("Words", "Break"),
    ItemKind.HEADING: QT_TRANSLATE_NOOP("Words", "Heading"),
    ItemKind.OTHER: QT_TRANSLATE_NOOP("Words", "Other"),
}
_MEETING_KINDS: dict[Term, str] = {
    MeetingKind.ORDINARY: QT_TRANSLATE_NOOP("Words", "Ordinary"),
    MeetingKind.EXTRA: QT_TRANSLATE_NOOP("Words", "Extra"),
    MeetingKind.THEME: QT_TRANSLATE_NOOP("Words", "Theme"),
}
_STATES: dict[Term, str] = {
    MeetingState.PLANNED: QT_TRANSLATE_NOOP("Words", "Planned"),
    MeetingState.PREPARING: QT_TRANSLATE_NOOP("Words", "Being prepared"),
    MeetingState.CALLED: QT_TRANSLATE_NOOP("Words", "Called"),
    MeetingState.ONGOING: QT_TRANSLATE_NOOP("Words", "Ongoing"),
    MeetingState.HELD: QT_TRANSLATE_NOOP("Words", "Held"),
    MeetingState.APPROVED: QT_TRANSLATE_NOOP("Words", "Minutes approved"),
    MeetingState.ARCHIVED: QT_TRANSLATE_NOOP("Words", "Archived"),
    MeetingState.CANCELLED: QT_TRANSLATE_NOOP("Words", "Cancelled"),
    MeetingState.MOVED: QT_TRANSLATE_NOOP("Words", "Moved"),
}
_PRINT_TIMES: dict[Term, str] = {
    PrintTime.RANGE: QT_TRANSLATE_NOOP("Words", "From and to"),
    PrintTime.START: QT_TRANSLATE_NOOP("Words", "Start only"),
    PrintTime.NONE: QT_TRANSLATE_NOOP("Words", "Not printed"),
}
_ANCHORS: dict[Term, str] = {
    Anchor.TIME: QT_TRANSLATE_NOOP("Words", "The time"),
    Anchor.PLACE: QT_TRANSLATE_NOOP("Words", "The place"),
    Anchor.ITEM: QT_TRANSLATE_NOOP("Words", "An item"),
}
_LEVELS = {
    "stop": QT_TRANSLATE_NOOP("Words", "Stop"),
    "warning": QT_TRANSLATE_NOOP("Words", "Warning"),
    "tip": QT_TRANSLATE_NOOP("Words", "Tip"),
}
_TERMS = _ITEM_KINDS | _MEETING_KINDS | _STATES | _PRINT_TIMES | _ANCHORS


def word(term: Term) -> str:
    """Return what the user reads for a term."""
    return translated("Words", _TERMS[term])


def level_word(level: str) -> str:
    """Return what the user reads for a finding's level."""
    return translated("Words", _LEVELS[level])


def as_shown(style: HouseStyle) -> HouseStyle:
    """Return the style that the window's own sentences are written in: 15.30, as in its lists.

    What is printed follows the house.
    """
    return replace(style, time_separator=".")


def headline(sheet: MeetingSheet) -> str:
    """Write ``Onsdag 7 mars 2018 · A-salen``, with the kind when it is not ordinary."""
    parts = [weekday_in_text(sheet.date)]
    parts.extend(part for part in (sheet.place or sheet.link,) if part)
    if sheet.kind is not MeetingKind.ORDINARY:
        parts.append(word(sheet.kind))
    return " · ".join(parts)
