"""How a meeting is told in the window."""

from collections import Counter
from collections.abc import Mapping, Sequence

from hubra_desktop.model.days import calendar_day, weekday_in_text
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.swedish import clock
from hubra_desktop.model.terms import MeetingKind
from hubra_desktop.model.words import word
from hubra_desktop.work.queries import MeetingRow


def headline(sheet: Meeting) -> str:
    """Write ``Onsdag 7 mars 2018 · A-salen``, with the kind when it is not ordinary."""
    parts = [weekday_in_text(sheet.date)]
    parts.extend(part for part in (sheet.place or sheet.link,) if part)
    if sheet.kind is not MeetingKind.ORDINARY:
        parts.append(word(sheet.kind))
    return " · ".join(parts)


def days_told(rows: Sequence[MeetingRow]) -> Mapping[str, str]:
    """Return the day of each meeting by its id, with its time where several share the day."""
    shared = Counter(row.date for row in rows)
    return {
        row.id: calendar_day(row.date)
        + (f" {clock(row.start)}" if shared[row.date] > 1 and row.start is not None else "")
        for row in rows
    }
