"""The calendar files of a meeting and of those who present, as they are to be sent now.

A cancelled meeting is cancelled in the calendars. One that was moved keeps its identity: the
event moves to the new day, and so does that of the new meeting when it is called. The rows of
a moved meeting's agenda are others on the new day, so the old times are cancelled.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from hubra_desktop.exchange.calendar_out import calendar_bytes
from hubra_desktop.model.dispatch.calendar_events import CalendarEvent, meeting_event, slot_events
from hubra_desktop.model.dispatch.presenter_slots import PresenterSlot
from hubra_desktop.model.file_names import file_name
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.model.terms import LIFTED_STATES, MeetingState
from hubra_desktop.store.journal import STEP
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.queries.dispatches import chain_of, dispatches_of, latest_sequence
from hubra_desktop.work.queries.protection import guard
from hubra_desktop.work.queries.register import house_style, register_info
from hubra_desktop.work.queries.sheets import meeting_sheet, meeting_sheets

EXERCISE: Final = "ÖVNING:"
"""What everything begins with that comes of an exercise register."""


@dataclass(frozen=True)
class CalendarFile:
    """A calendar file: the name that it is given, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class CalendarSource:
    """All that a meeting's calendar files are made of, read in one short transaction.

    ``sequence`` and ``stamp`` are the version that is sent. What comes of an exercise register
    (``practice``) says so.
    """

    meeting: Meeting
    style: HouseStyle
    sequence: int
    stamp: dt.datetime
    origin_id: str
    email: str
    replacement: Meeting | None = None
    practice: bool = False

    def meeting_file(self) -> CalendarFile:
        """Return the meeting's own event: standing, moved, or cancelled."""
        shown = self.replacement or self.meeting
        return self._file("Sammanträde", shown.date, [self.event()])

    def _file(self, begins: str, day: dt.date, events: Sequence[CalendarEvent]) -> CalendarFile:
        name = file_name(f"{'Övning ' * self.practice}{begins} {day.isoformat()}", ".ics")
        return CalendarFile(name, calendar_bytes(events, self.stamp))

    def _marked(self, event: CalendarEvent) -> CalendarEvent:
        return replace(event, summary=f"{EXERCISE} {event.summary}") if self.practice else event

    def event(self) -> CalendarEvent:
        """Return the meeting's own event."""
        return self._marked(
            meeting_event(
                self.replacement or self.meeting,
                self.style,
                sequence=self.sequence,
                cancelled=self.cancelled,
                origin_id=self.origin_id,
                email=self.email,
            )
        )

    @property
    def cancelled(self) -> bool:
        """Tell whether the meeting takes place on no day at all."""
        return (self.replacement or self.meeting).state in LIFTED_STATES

    def lost_file(self, slots: Sequence[PresenterSlot]) -> CalendarFile | None:
        """Return the cancelled events of rows that somebody presents no more."""
        if not slots or self.meeting.state in LIFTED_STATES:
            return None
        events = slot_events(
            self.meeting,
            self.style,
            slots,
            sequence=self.sequence,
            cancelled=True,
            email=self.email,
        )
        return self._file("Inställd tid", self.meeting.date, [self._marked(e) for e in events])

    def slots_file(self, slots: Sequence[PresenterSlot]) -> CalendarFile | None:
        """Return the events of the rows that somebody presents; None for somebody who does not.

        Those of a meeting that does not take place on its day are cancelled.
        """
        lifted = self.meeting.state in LIFTED_STATES
        events = slot_events(
            self.meeting,
            self.style,
            slots,
            sequence=self.sequence,
            cancelled=lifted,
            email=self.email,
        )
        if not events:
            return None
        name = "Inställd tid" if lifted else "Din tid"
        return self._file(name, self.meeting.date, [self._marked(each) for each in events])


def calendar_source(
    reader: Connection,
    meeting_id: str,
    *,
    sequence: int | None = None,
    stamp: dt.datetime | None = None,
) -> CalendarSource:
    """Read what a meeting's calendar files say, without how to reach a protected person.

    Without ``sequence`` and ``stamp`` they are those of what was sent last; where nothing was,
    the first version, of the latest change in the register.
    """
    style = house_style(reader)
    free = guard(reader)
    meeting = meeting_sheet(reader, meeting_id)
    replacement = _replacement(reader, meeting)
    latest = latest_sequence(reader, meeting_id)
    return CalendarSource(
        meeting=free.value(meeting),
        style=style,
        sequence=(latest or 0) if sequence is None else sequence,
        stamp=stamp or _moment(reader, meeting_id),
        origin_id=chain_of(reader, meeting_id)[0],
        email=_email(reader, meeting.body_id),
        replacement=free.value(replacement),
        practice=register_info(reader).practice,
    )


def coming_calendar(reader: Connection, meeting_ids: Iterable[str]) -> bytes:
    """Return the meetings that take place as one calendar, for a web page or a whole year.

    Those that were cancelled or moved are left out; ``b""`` where none is left.
    """
    chosen = meeting_sheets(reader, list(meeting_ids))
    sources = [
        calendar_source(reader, each.id) for each in chosen if each.state not in LIFTED_STATES
    ]
    if not sources:
        return b""
    return calendar_bytes([each.event() for each in sources], max(each.stamp for each in sources))


def _replacement(reader: Connection, meeting: Meeting) -> Meeting | None:
    """Return the meeting that one was moved to in the end, None for one that was not moved."""
    last, passed = meeting, {meeting.id}
    while last.state is MeetingState.MOVED and last.moved_to and last.moved_to not in passed:
        last = meeting_sheet(reader, last.moved_to)
        passed.add(last.id)
    return None if last is meeting else last


def _email(reader: Connection, body_id: str) -> str:
    bodies = records(reader, Body, TABLES["body"].c.id == body_id)
    return bodies[0].email if bodies else ""


def _moment(reader: Connection, meeting_id: str) -> dt.datetime:
    """Return when the latest version was sent, else when the register was changed last."""
    sent = dispatches_of(reader, meeting_id)
    if sent:
        latest = sent[0]
        midnight = dt.datetime.combine(latest.day, dt.time())
        return midnight + dt.timedelta(minutes=latest.time or 0)
    changed = reader.scalar(select(func.max(STEP.c.at)))
    if changed:
        here = dt.datetime.fromisoformat(changed).astimezone(ZoneInfo("Europe/Stockholm"))
        return here.replace(tzinfo=None, microsecond=0)
    return dt.datetime.combine(meeting_sheet(reader, meeting_id).date, dt.time())
