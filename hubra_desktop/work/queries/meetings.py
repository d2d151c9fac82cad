"""Meetings by year, by day and whole."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import extract, func, select
from sqlalchemy.orm import Session, selectinload

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.sheet import MeetingSheet
from hubra_desktop.model.tables import AgendaItem, Body, Meeting
from hubra_desktop.model.terms import MeetingKind, MeetingState
from hubra_desktop.work.sheets import meeting_sheet_of


@dataclass(frozen=True)
class YearRow:
    """A year and how many meetings it holds."""

    year: int
    meetings: int


@dataclass(frozen=True)
class MeetingRow:
    """A meeting as one line of a list; times in minutes since midnight."""

    id: str
    date: date
    start: int
    end: int | None
    kind: MeetingKind
    state: MeetingState
    place: str
    body: str


def years(session: Session) -> tuple[YearRow, ...]:
    """Return the years that have meetings, newest first."""
    year = extract("year", Meeting.date)
    rows = session.execute(select(year, func.count()).group_by(year).order_by(year.desc()))
    return tuple(YearRow(int(each), int(count)) for each, count in rows)


def meetings_of(session: Session, year: int) -> tuple[MeetingRow, ...]:
    """Return a year's meetings, newest first."""
    return _rows(session, Meeting.date.between(date(year, 1, 1), date(year, 12, 31)))


def meetings_on(session: Session, day: date) -> tuple[MeetingRow, ...]:
    """Return the meetings of one day, earliest first."""
    return _rows(session, Meeting.date == day)[::-1]


def nearest_meeting(session: Session, today: date) -> str | None:
    """Return the id of the next meeting that stands, else of the latest, else None."""
    lifted = (MeetingState.CANCELLED, MeetingState.MOVED)
    coming = (
        select(Meeting.id)
        .where(Meeting.date >= today, Meeting.state.not_in(lifted))
        .order_by(Meeting.date, Meeting.start)
    )
    latest = select(Meeting.id).order_by(Meeting.date.desc(), Meeting.start.desc())
    return session.scalar(coming.limit(1)) or session.scalar(latest.limit(1))


def meeting_sheet(session: Session, meeting_id: str) -> MeetingSheet:
    """Return a meeting whole; raises InputError when it is gone."""
    found = session.execute(
        select(Meeting, Body.name)
        .join(Body, Body.id == Meeting.body_id)
        .where(Meeting.id == meeting_id)
        .options(
            selectinload(Meeting.items).selectinload(AgendaItem.presenters),
            selectinload(Meeting.pre_meetings),
            selectinload(Meeting.footnotes),
            selectinload(Meeting.signatures),
        )
    ).one_or_none()
    if found is None:
        raise InputError(
            say(
                "Sammanträdet finns inte längre. Välj ett annat i listan.",
                "The meeting is gone. Choose another in the list.",
            )
        )
    meeting, body = found
    return meeting_sheet_of(meeting, body)


def _rows(session: Session, where: object) -> tuple[MeetingRow, ...]:
    found = session.execute(
        select(
            Meeting.id,
            Meeting.date,
            Meeting.start,
            Meeting.end,
            Meeting.kind,
            Meeting.state,
            Meeting.place,
            Body.name,
        )
        .join(Body, Body.id == Meeting.body_id)
        .where(where)  # type: ignore[arg-type]
        .order_by(Meeting.date.desc(), Meeting.start.desc(), Meeting.id)
    )
    return tuple(MeetingRow(*row) for row in found)
