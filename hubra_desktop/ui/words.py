"""How a meeting is told in the window."""

from hubra_desktop.model.days import weekday_in_text
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.terms import (
    MeetingKind,
)
from hubra_desktop.model.words import word


def headline(sheet: Meeting) -> str:
    """Write ``Onsdag 7 mars 2018 · A-salen``, with the kind when it is not ordinary."""
    parts = [weekday_in_text(sheet.date)]
    parts.extend(part for part in (sheet.place or sheet.link,) if part)
    if sheet.kind is not MeetingKind.ORDINARY:
        parts.append(word(sheet.kind))
    return " · ".join(parts)
