"""How a meeting is told in the window: its headline and the style of its sentences."""

from dataclasses import replace

from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.model.terms import (
    MeetingKind,
)
from hubra_desktop.model.words import word
from hubra_desktop.ui.days import weekday_in_text


def as_shown(style: HouseStyle) -> HouseStyle:
    """Return the style that the window's own sentences are written in: 15.30, as in its lists.

    What is printed follows the house.
    """
    return replace(style, time_separator=".")


def headline(sheet: Meeting) -> str:
    """Write ``Onsdag 7 mars 2018 · A-salen``, with the kind when it is not ordinary."""
    parts = [weekday_in_text(sheet.date)]
    parts.extend(part for part in (sheet.place or sheet.link,) if part)
    if sheet.kind is not MeetingKind.ORDINARY:
        parts.append(word(sheet.kind))
    return " · ".join(parts)
