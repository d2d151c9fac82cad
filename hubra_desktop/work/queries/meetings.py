"""Meetings by year and by day, as lines of a list."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.tables import BODY, MEETING
from hubra_desktop.model.terms import MeetingKind, MeetingState


class YearRow(NamedTuple):
    """A year and how many meetings it holds."""

    year: int
    meetings: int


class MeetingRow(NamedTuple):
    """A meeting as one line of a list; times in minutes since midnight."""

    id: str
    date: date
    start: int
    end: int | None
    kind: MeetingKind
    state: MeetingState
    place: str
    body: str


def years(reader: Connection) -> tuple[YearRow, ...]:
    """Return the years that have meetings, newest first."""
    # Days are stored as 2018-03-07. Cutting the year off is done from the index alone, in
    # a third of the time of reading each as a date.
    year = func.substr(MEETING.c.date, 1, 4)
    rows = reader.execute(select(year, func.count()).group_by(year).order_by(year.desc()))
    return tuple(YearRow(int(each), int(count)) for each, count in rows)


def meetings_of(reader: Connection, year: int) -> tuple[MeetingRow, ...]:
    """Return a year's meetings, newest first."""
    return _rows(reader, MEETING.c.date.between(date(year, 1, 1), date(year, 12, 31)))


def meetings_on(reader: Connection, day: date) -> tuple[MeetingRow, ...]:
    """Return the meetings of one day, earliest first."""
    return _rows(reader, MEETING.c.date == day)[::-1]


def nearest_meeting(reader: Connection, today: date) -> str | None:
    """Return the id of the next meeting that stands, else of the latest, else None."""
    lifted = (MeetingState.CANCELLED, MeetingState.MOVED)
    meeting = MEETING.c
    coming = (
        select(meeting.id)
        .where(meeting.date >= today, meeting.state.not_in(lifted))
        .order_by(meeting.date, meeting.start)
    )
    latest = select(meeting.id).order_by(meeting.date.desc(), meeting.start.desc())
    return reader.scalar(coming.limit(1)) or reader.scalar(latest.limit(1))


def _rows(reader: Connection, where: ColumnElement[bool]) -> tuple[MeetingRow, ...]:
    meeting = MEETING.c
    found = reader.execute(
        select(
            meeting.id,
            meeting.date,
            meeting.start,
            meeting.end,
            meeting.kind,
            meeting.state,
            meeting.place,
            BODY.c.name,
        )
        .join(BODY, BODY.c.id == meeting.body_id)
        .where(where)
        .order_by(meeting.date.desc(), meeting.start.desc(), meeting.id)
    )
    return tuple(MeetingRow(*row) for row in found)
