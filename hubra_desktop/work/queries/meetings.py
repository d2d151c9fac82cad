"""Meetings by year and by day, as lines of a list."""

from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Integer, Select, and_, bindparam, func, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.terms import HELD_STATES, LIFTED_STATES, MeetingKind, MeetingState
from hubra_desktop.store.tables import BODY, MEETING


class MeetingYear(NamedTuple):
    """A year and how many meetings it holds."""

    year: int
    meetings: int


class MeetingRow(NamedTuple):
    """A meeting as one line of a list; times in minutes since midnight."""

    id: str
    date: date
    start: int | None
    end: int | None
    kind: MeetingKind
    state: MeetingState
    place: str
    body: str


def years(reader: Connection) -> tuple[MeetingYear, ...]:
    """Return the years that have meetings, newest first."""
    first, last = reader.execute(_first_and_last()).one()
    if first is None:
        return ()
    rows = reader.execute(_counted_years(), {"first": first.year, "last": last.year})
    return tuple(sorted((MeetingYear(*row) for row in rows if row[1]), reverse=True))


@cache
def _first_and_last() -> Select[Any]:
    day = MEETING.c.date
    return select(*(select(end(day)).scalar_subquery() for end in (func.min, func.max)))


@cache
def _counted_years() -> Select[Any]:
    """Choose each year from ``first`` to ``last`` and how many meetings it holds.

    Each is counted from its stretch of the index: a fifth of the time of reading every day.
    """
    year = select(bindparam("first", type_=Integer).label("year")).cte("years", recursive=True)
    year = year.union_all(
        select(year.c.year + 1).where(year.c.year < bindparam("last", type_=Integer))
    )
    begin, end = (func.printf(f"%04d-{day}", year.c.year) for day in ("01-01", "12-31"))
    held = select(func.count()).select_from(MEETING).where(MEETING.c.date.between(begin, end))
    return select(year.c.year, held.scalar_subquery())


def meetings_of(reader: Connection, year: int) -> tuple[MeetingRow, ...]:
    """Return a year's meetings, newest first."""
    return _rows(reader, MEETING.c.date.between(date(year, 1, 1), date(year, 12, 31)))


def meetings_on(reader: Connection, day: date) -> tuple[MeetingRow, ...]:
    """Return the meetings of one day, earliest first."""
    return _rows(reader, MEETING.c.date == day)[::-1]


def coming_meetings(reader: Connection, today: date) -> tuple[MeetingRow, ...]:
    """Return the meetings that are still to be held, today's counted, the next one first."""
    over = MEETING.c.state.in_(HELD_STATES | LIFTED_STATES)
    return _rows(reader, and_(MEETING.c.date >= today, ~over))[::-1]


def nearest_meeting(reader: Connection, today: date) -> str | None:
    """Return the id of the next meeting that stands, else of the latest, else None.

    Of several on one day those that have been held come last.
    Where every meeting was cancelled or moved it is the latest of them.
    """
    meeting = MEETING.c
    stands = meeting.state.not_in(LIFTED_STATES)
    latest = select(meeting.id).order_by(meeting.date.desc(), meeting.start.desc().nulls_first())
    coming = (
        select(meeting.id)
        .where(meeting.date >= today, stands)
        .order_by(meeting.date, meeting.state.in_(HELD_STATES), meeting.start.nulls_last())
    )
    wanted = (coming, latest.where(stands), latest)
    found = (reader.scalar(each.limit(1)) for each in wanted)
    return next((each for each in found if each), None)


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
        .order_by(meeting.date.desc(), meeting.start.desc().nulls_first(), meeting.id)
    )
    return tuple(MeetingRow(*row) for row in found)
