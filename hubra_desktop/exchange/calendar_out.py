"""Calendar files (RFC 5545, ``.ics``) of meetings and of the times of those who present.

The method is PUBLISH (RFC 5546, 3.2.1): the file tells of an event and asks for no answer.
REQUEST would have mail programs answer to an address that nobody here reads; who cannot come
says so to whom the kallelse names. What is cancelled goes out as CANCEL with the same
identity and a higher sequence, and takes the event away where it stands. A file has one
method, so events that stand and events that are cancelled are two files.

Times are those of a Swedish clock with the rules of the time zone beside them, so that they
hold over both changes of the clock in any program. Equal events give equal files.
"""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from hubra_desktop.model.dispatch.calendar_events import CalendarEvent
from hubra_desktop.model.invisible import seen_line

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

_ZONE: Final = "Europe/Stockholm"
_PRODUCT: Final = "-//Hubra//Hubra//SV"
_SUMMER: Final = dt.datetime(1981, 3, 29, 2)
_WINTER: Final = dt.datetime(1996, 10, 27, 3)
"""Since when the clock is changed as it is now: in March since 1981, in October since 1996."""
_HOURS: Final = (dt.timedelta(hours=1), dt.timedelta(hours=2))


def calendar_bytes(events: Sequence[CalendarEvent], stamp: dt.datetime) -> bytes:
    """Return events as a calendar file, all of them cancelled or none.

    ``stamp`` is the moment of the version on a Swedish clock, that it was issued or sent.
    """
    from icalendar import Calendar

    cancelled = {each.cancelled for each in events}
    assert len(cancelled) == 1, "a calendar file has one method"
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", _PRODUCT)
    calendar.add("METHOD", "CANCEL" if cancelled.pop() else "PUBLISH")
    if any(isinstance(each.start, dt.datetime) for each in events):
        calendar.add_component(_zone())
    for each in events:
        calendar.add_component(_event(each, stamp))
    return _written(calendar)


def _written(calendar: "Calendar") -> bytes:
    return bytes(calendar.to_ical(sorted=False))


def _event(event: CalendarEvent, stamp: dt.datetime) -> "Event":
    from icalendar import Event

    made = Event()
    made.add("UID", event.uid)
    made.add("DTSTAMP", stamp.replace(tzinfo=ZoneInfo(_ZONE)).astimezone(dt.UTC))
    made.add("SEQUENCE", event.sequence)
    _add_time(made, "DTSTART", event.start)
    if event.end is not None:
        _add_time(made, "DTEND", event.end)
    made.add("SUMMARY", _text(event.summary))
    for name, text in (("LOCATION", event.location), ("DESCRIPTION", event.description)):
        if text:
            made.add(name, _text(text))
    if event.url:
        made.add("URL", event.url)
    if event.organiser is not None:
        name, address = event.organiser
        made.add("ORGANIZER", f"mailto:{address}", parameters={"CN": _text(name)})
    made.add("STATUS", "CANCELLED" if event.cancelled else "CONFIRMED")
    made.add("TRANSP", "OPAQUE" if isinstance(event.start, dt.datetime) else "TRANSPARENT")
    return made


def _add_time(event: "Event", name: str, when: dt.date) -> None:
    if isinstance(when, dt.datetime):
        event.add(name, when, parameters={"TZID": _ZONE})
    else:
        event.add(name, when)


def _text(text: str) -> str:
    """Return a text without controls and marks that are not seen."""
    return "\n".join(seen_line(line) for line in text.split("\n"))


def _zone() -> "Timezone":
    """Return the rules of the Swedish clock since 1996."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("TZID", _ZONE)
    winter, summer = _HOURS
    zone.add_component(_season(TimezoneDaylight(), "CEST", _SUMMER, 3, winter, summer))
    zone.add_component(_season(TimezoneStandard(), "CET", _WINTER, 10, summer, winter))
    return zone


def _season(
    season: "TimezoneDaylight | TimezoneStandard",
    name: str,
    since: dt.datetime,
    month: int,
    before: dt.timedelta,
    after: dt.timedelta,
) -> "TimezoneDaylight | TimezoneStandard":
    season.add("DTSTART", since)
    season.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"})
    season.add("TZNAME", name)
    season.add("TZOFFSETFROM", before)
    season.add("TZOFFSETTO", after)
    return season
