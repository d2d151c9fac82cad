"""What a meeting, and the time of somebody who presents, say in a calendar.

A calendar is shared with others: an event says what the public kallelse says, and names
nobody. Its identity is made of the register's ids, so that a later version of the same
meeting replaces the earlier one for ever after.
"""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from hubra_desktop.model.addresses import is_email, uri
from hubra_desktop.model.closed_rows import public_row
from hubra_desktop.model.dispatch.presenter_slots import PresenterSlot
from hubra_desktop.model.numbering import printed_numbers
from hubra_desktop.model.outline import active_items, outline
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting
from hubra_desktop.model.terms import MeetingKind
from hubra_desktop.model.timetable import planned_end, timetable

_SPACE: Final = uuid.UUID("5a0d4a3e-6b35-5a4e-9a3c-3f2b6d1f7c10")
"""The namespace (RFC 9562, 5.5) of the identities made here; it never changes."""

CLOSED_EVENT: Final = "Ärende bakom stängda dörrar"
_KINDS: Final = {
    MeetingKind.ORDINARY: "Sammanträde",
    MeetingKind.EXTRA: "Extra sammanträde",
    MeetingKind.THEME: "Temasammanträde",
}


@dataclass(frozen=True, kw_only=True)
class CalendarEvent:
    """One event: ``start`` and ``end`` are times on a Swedish clock, or ``start`` a whole day.

    ``sequence`` is higher in each version that is sent (RFC 5545, 3.8.7.4). ``organiser`` is
    the name and e-mail address of who calls, None where no address is known.
    """

    uid: str
    sequence: int
    start: dt.date
    end: dt.datetime | None
    summary: str
    location: str
    url: str
    description: str
    organiser: tuple[str, str] | None
    cancelled: bool = False


def meeting_uid(meeting_id: str) -> str:
    """Return the identity of a meeting's event, the same in every version."""
    return str(uuid.uuid5(_SPACE, f"meeting:{meeting_id}"))


def slot_uid(item_id: str) -> str:
    """Return the identity of the event of an item that somebody presents."""
    return str(uuid.uuid5(_SPACE, f"slot:{item_id}"))


def meeting_event(
    meeting: Meeting,
    style: HouseStyle,
    *,
    sequence: int = 0,
    cancelled: bool = False,
    origin_id: str = "",
    email: str = "",
) -> CalendarEvent:
    """Return a meeting as an event.

    ``origin_id`` is the meeting that this one was moved from: the event keeps its identity,
    so that it moves in the calendars where it stands. ``email`` is the body's own.
    """
    start, end = _stretch(meeting)
    name = f"{_KINDS[meeting.kind]}, {meeting.body}"
    return CalendarEvent(
        uid=meeting_uid(origin_id or meeting.id),
        sequence=sequence,
        start=start,
        end=end,
        summary=f"Inställt: {name}" if cancelled else name,
        location=_on_one_line(meeting.place),
        url=_web(meeting.link),
        description="" if cancelled else _agenda(meeting, style),
        organiser=_organiser(meeting, style, email),
        cancelled=cancelled,
    )


def slot_events(
    meeting: Meeting,
    style: HouseStyle,
    slots: Iterable[PresenterSlot],
    *,
    sequence: int = 0,
    cancelled: bool = False,
    email: str = "",
) -> tuple[CalendarEvent, ...]:
    """Return the rows that somebody presents as events; one without a time lasts all day."""
    return tuple(
        CalendarEvent(
            uid=slot_uid(slot.item.id),
            sequence=sequence,
            start=meeting.date if slot.start is None else _moment(meeting, slot.start),
            end=None if slot.end is None else _moment(meeting, slot.end),
            summary=_slot_summary(meeting, slot, cancelled=cancelled),
            location=slot.room,
            url=_web(meeting.link),
            description="" if cancelled else _row(slot.item, slot.number),
            organiser=_organiser(meeting, style, email),
            cancelled=cancelled,
        )
        for slot in slots
    )


def _stretch(meeting: Meeting) -> tuple[dt.date, dt.datetime | None]:
    """Return when a meeting begins and ends: its planned end, else that of its last row."""
    if meeting.start is None:
        return meeting.date, None
    end = planned_end(meeting) or timetable(meeting).end
    later = end is not None and end > meeting.start
    return _moment(meeting, meeting.start), _moment(meeting, end) if later and end else None


def _moment(meeting: Meeting, minutes: int) -> dt.datetime:
    """Return a clock time of the meeting's day; past midnight it is the next one's."""
    return dt.datetime.combine(meeting.date, dt.time()) + dt.timedelta(minutes=minutes)


def _slot_summary(meeting: Meeting, slot: PresenterSlot, *, cancelled: bool) -> str:
    what = f"Föredragning av ärende {slot.number}" if slot.number else "Föredragning"
    name = f"{what}, {meeting.body}"
    return f"Inställt: {name}" if cancelled else name


def _agenda(meeting: Meeting, style: HouseStyle) -> str:
    numbers = printed_numbers(meeting.items, style.sub_numbers)
    rows = active_items(outline(meeting.items))
    lines = (_row(item, numbers.get(item.id, "")) for item in rows if item.id in numbers)
    return "\n".join(lines)


def _row(item: Item, number: str) -> str:
    title = _on_one_line(public_row(item).title) or (CLOSED_EVENT if item.closed else "")
    return f"{number} {title}".strip()


def _organiser(meeting: Meeting, style: HouseStyle, email: str) -> tuple[str, str] | None:
    addresses = (each.strip() for each in (email, style.email))
    known = next((each for each in addresses if is_email(each) and each.isascii()), None)
    return (meeting.body, known) if known else None


def _web(link: str) -> str:
    address = uri(link)
    return address if address.startswith(("http://", "https://")) else ""


def _on_one_line(text: str) -> str:
    return ", ".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
