"""Calendars from other programs (RFC 5545, ``.ics``), read as activities or meeting dates.

Times stand as they are on a Swedish clock. Only the first of an event that recurs is
read, and none that is cancelled; both are told of.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from zoneinfo import ZoneInfo

from hubra_desktop.exchange.cells import Cell
from hubra_desktop.exchange.limits import (
    LARGEST_CALENDAR,
    LONGEST_LINE,
    long_line,
    refuse_large,
    refuse_many_events,
)
from hubra_desktop.exchange.table_grid import GridRow, Sheet
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.language import say_count

_MARK: Final = b"BEGIN:VCALENDAR"
_HERE: Final = "Europe/Stockholm"
_DAY: Final = dt.timedelta(days=1)

_PROPERTY: Final = re.compile(rb"[A-Za-z-]+")
_RULES: Final = (b"RRULE", b"RDATE")
_READ: Final = frozenset(
    b"BEGIN END DTSTART DTEND DURATION SUMMARY LOCATION DESCRIPTION STATUS "
    b"TZID TZNAME TZOFFSETFROM TZOFFSETTO".split()
) | {*_RULES}
"""The properties that are read, of events and of the time zones that their times are in."""

_ZONE: Final = re.compile(rb"\w+:VTIMEZONE\s*$", re.IGNORECASE)
_ZONE_PART: Final = re.compile(rb"BEGIN:(?:STANDARD|DAYLIGHT|VTIMEZONE)", re.IGNORECASE)
_BY_YEAR: Final = re.compile(
    rb"RRULE:FREQ=YEARLY(?:;(?:BYMONTH=\d{1,2}|BYDAY=[+-]?\d?[A-Z]{2}|UNTIL=[\dTZ]{8,16}"
    rb"|INTERVAL=\d{1,4}|COUNT=\d{1,4}|WKST=[A-Z]{2}|BYMONTHDAY=-?\d{1,2}(?:,-?\d{1,2}){0,6}))*"
    rb"|RDATE[^:]{0,100}:[\dTZ,/P]{8,4000}",
    re.IGNORECASE,
)
_ONCE_A_YEAR: Final = b"RRULE:FREQ=YEARLY"
_MOST_ZONE_PARTS: Final = 100
"""Time zones and their winters and summers; every calendar has a handful."""

_DEEPEST: Final = 4
"""Parts within parts: an alarm in an event in a calendar."""

_LONGEST_TEXT: Final = 100_000
"""Characters of a description, five times what is taken in."""


@dataclass(frozen=True, kw_only=True)
class _Event:
    """An event: its first and last day, and the clock times of one that has them."""

    title: str
    place: str
    text: str
    first: dt.date
    last: dt.date | None
    start: dt.time | None
    end: dt.time | None


def is_calendar(content: bytes) -> bool:
    """Tell whether a file is a calendar, whatever it is called."""
    return content.removeprefix(b"\xef\xbb\xbf").lstrip()[: len(_MARK)].upper() == _MARK


def read_calendar(content: bytes, name: TableName) -> Sheet:
    """Return a calendar's events in the order of time, as rows of a table.

    The table of activities has their days, that of meetings their times too. Raises
    InputError for a calendar that is broken or empty.
    """
    refuse_large(content, LARGEST_CALENDAR)
    refuse_many_events(content)
    try:
        found = list(_components(_tame(content)))
    except InputError:
        raise
    except Exception:  # what a broken calendar makes of the reader is anyone's guess
        raise _broken() from None
    kept = [each for each in found if str(each.get("STATUS", "")).upper() != "CANCELLED"]
    events = sorted(map(_event, kept), key=lambda each: (each.first, each.start or dt.time.min))
    if not events:
        raise refusal("Kalendern har inga händelser.")
    recurring = sum("RRULE" in each or "RDATE" in each for each in kept)
    headings, rows = _meetings(events) if name is TableName.MEETINGS else _activities(events)
    numbered = (GridRow(number, row) for number, row in enumerate((headings, *rows)))
    return Sheet(rows=tuple(numbered), notes=_notes(len(found) - len(kept), recurring))


def read_activities(content: bytes) -> Sheet:
    """Return a calendar's events as activities, as ``read_calendar`` does."""
    return read_calendar(content, TableName.ACTIVITIES)


def read_meetings(content: bytes) -> Sheet:
    """Return a calendar's events as meetings, as ``read_calendar`` does."""
    return read_calendar(content, TableName.MEETINGS)


def _components(content: bytes) -> Iterable[Any]:
    from icalendar import Calendar

    for calendar in Calendar.from_ical(content, multiple=True):
        yield from calendar.walk("VEVENT")


def _tame(content: bytes) -> bytes:
    """Return the lines of a calendar that are read, unfolded, none of them endless.

    A time zone may change its hour by the year alone: what changes each second makes its
    reader work out a century of seconds. Raises InputError.
    """
    kept: list[bytes] = []
    depth, zone = 0, 0
    for number, line in enumerate(re.sub(rb"\r?\n[ \t]", b"", content).splitlines(), 1):
        name = (match := _PROPERTY.match(line)) and match[0].upper()
        if name not in _READ:
            continue
        if len(line) > LONGEST_LINE and (name != b"DESCRIPTION" or len(line) > _LONGEST_TEXT):
            raise long_line(number)
        if name in (b"BEGIN", b"END"):
            depth += 1 if name == b"BEGIN" else -1
            zone = depth if _ZONE.match(line) and name == b"BEGIN" else zone
            zone = 0 if depth < zone else zone
        strange = name in _RULES and not _BY_YEAR.fullmatch(line)
        if depth > _DEEPEST or (zone and strange):
            raise _broken()
        # That an event recurs is told, but never worked out.
        kept.append(_ONCE_A_YEAR if strange else line)
    if sum(1 for line in kept if _ZONE_PART.match(line)) > _MOST_ZONE_PARTS:
        raise _broken()
    return b"\r\n".join(kept) + b"\r\n"


def _broken() -> InputError:
    return refusal(
        "Kalendern är skadad och går inte att läsa. Exportera den på nytt från "
        "kalenderprogrammet som .ics."
    )


def _event(event: Any) -> _Event:  # noqa: ANN401
    try:
        begins = event["DTSTART"].dt
        ends = event["DTEND"].dt if "DTEND" in event else _lasting(event, begins)
        first, start = _moment(begins)
        last, end = _moment(ends) if ends is not None else (None, None)
    except Exception:  # the library believes any value until it is asked for
        raise _broken() from None
    if last is not None and start is None:
        last -= _DAY  # an event of whole days ends on the day after its last one
    return _Event(
        title=str(event.get("SUMMARY", "")).strip(),
        place=str(event.get("LOCATION", "")).strip(),
        text=str(event.get("DESCRIPTION", "")).strip(),
        first=first,
        last=last if last is not None and last > first else None,
        start=start,
        end=end if last == first else None,
    )


def _lasting(event: Any, begins: dt.date) -> dt.date | None:  # noqa: ANN401
    return begins + event["DURATION"].dt if "DURATION" in event else None


def _moment(when: dt.date) -> tuple[dt.date, dt.time | None]:
    """Return the day and the clock time here; a day alone has no time."""
    if not isinstance(when, dt.datetime):
        return when, None
    here = when.astimezone(ZoneInfo(_HERE)) if when.tzinfo else when
    return here.date(), here.time().replace(second=0, microsecond=0)


_Rows = tuple[tuple[Cell, ...], list[tuple[Cell, ...]]]


def _activities(events: Sequence[_Event]) -> _Rows:
    headings = ("Aktivitet", "Börjar", "Slutar", "Platser", "Beskrivning")
    return headings, [(each.title, each.first, each.last, each.place, each.text) for each in events]


def _meetings(events: Sequence[_Event]) -> _Rows:
    headings = ("Datum", "Börjar", "Slutar", "Plats", "Anteckning", "Beskrivning")
    return headings, [
        (each.first, each.start, each.end, each.place, each.title, each.text) for each in events
    ]


def _notes(cancelled: int, recurring: int) -> tuple[str, ...]:
    notes = []
    if cancelled:
        notes.append(
            say_count(
                "{n} inställd händelse läses inte.",
                "{n} inställda händelser läses inte.",
                cancelled,
            )
        )
    if recurring:
        notes.append(
            say_count(
                "{n} händelse återkommer; bara den första gången läses.",
                "{n} händelser återkommer; bara den första gången av varje läses.",
                recurring,
            )
        )
    return tuple(notes)
