"""Meetings by year, by day and whole.

Read as plain rows, not as mapped objects: nothing here is changed, the sheets are
made from the rows at once, and a start has no mapper to configure.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, FromClause, Row, Select, func, select
from sqlalchemy.orm import Session

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.sheet import (
    FootnoteSheet,
    ItemSheet,
    MeetingSheet,
    PreMeetingSheet,
    PresenterSheet,
    SignatureSheet,
)
from hubra_desktop.model.tables import (
    AgendaItem,
    Body,
    Footnote,
    Meeting,
    PreMeeting,
    Presenter,
    Signature,
)
from hubra_desktop.model.terms import MeetingKind, MeetingState
from hubra_desktop.work.rows import sheet

S = TypeVar("S")

MEETING = Meeting.__table__
BODY = Body.__table__
ITEM = AgendaItem.__table__
PRESENTER = Presenter.__table__


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
    # Days are stored as 2018-03-07. Cutting the year off is done from the index alone, in
    # a third of the time of reading each as a date.
    year = func.substr(MEETING.c.date, 1, 4)
    rows = session.execute(select(year, func.count()).group_by(year).order_by(year.desc()))
    return tuple(YearRow(int(each), int(count)) for each, count in rows)


def meetings_of(session: Session, year: int) -> tuple[MeetingRow, ...]:
    """Return a year's meetings, newest first."""
    return _rows(session, MEETING.c.date.between(date(year, 1, 1), date(year, 12, 31)))


def meetings_on(session: Session, day: date) -> tuple[MeetingRow, ...]:
    """Return the meetings of one day, earliest first."""
    return _rows(session, MEETING.c.date == day)[::-1]


def nearest_meeting(session: Session, today: date) -> str | None:
    """Return the id of the next meeting that stands, else of the latest, else None."""
    lifted = (MeetingState.CANCELLED, MeetingState.MOVED)
    meeting = MEETING.c
    coming = (
        select(meeting.id)
        .where(meeting.date >= today, meeting.state.not_in(lifted))
        .order_by(meeting.date, meeting.start)
    )
    latest = select(meeting.id).order_by(meeting.date.desc(), meeting.start.desc())
    return session.scalar(coming.limit(1)) or session.scalar(latest.limit(1))


def meeting_sheet(session: Session, meeting_id: str) -> MeetingSheet:
    """Return a meeting whole; raises InputError when it is gone."""
    found = session.execute(
        select(MEETING, BODY.c.name.label("body"))
        .join(BODY, BODY.c.id == MEETING.c.body_id)
        .where(MEETING.c.id == meeting_id)
    ).one_or_none()
    if found is None:
        raise InputError(
            say(
                "Sammanträdet finns inte längre. Välj ett annat i listan.",
                "The meeting is gone. Choose another in the list.",
            )
        )
    return sheet(
        MeetingSheet,
        found,
        items=_items(session, meeting_id),
        pre_meetings=_parts(session, PreMeetingSheet, PreMeeting.__table__, meeting_id),
        footnotes=_parts(session, FootnoteSheet, Footnote.__table__, meeting_id),
        signatures=_parts(session, SignatureSheet, Signature.__table__, meeting_id),
    )


def _items(session: Session, meeting_id: str) -> tuple[ItemSheet, ...]:
    presenters = defaultdict(list)
    chosen = (
        select(PRESENTER)
        .join(ITEM, ITEM.c.id == PRESENTER.c.item_id)
        .where(ITEM.c.meeting_id == meeting_id)
        .order_by(PRESENTER.c.position)
    )
    for row in session.execute(chosen):
        presenters[row.item_id].append(sheet(PresenterSheet, row))
    return tuple(
        sheet(ItemSheet, row, presenters=tuple(presenters[row.id]))
        for row in _in_order(session, ITEM, meeting_id)
    )


def _parts(session: Session, kind: type[S], table: FromClause, meeting_id: str) -> tuple[S, ...]:
    """Return the rows of one of a meeting's lists as sheets."""
    return tuple(sheet(kind, row) for row in _in_order(session, table, meeting_id))


def _in_order(session: Session, table: FromClause, meeting_id: str) -> Iterable[Row[Any]]:
    chosen: Select[Any] = select(table).where(table.c.meeting_id == meeting_id)
    return session.execute(chosen.order_by(table.c.position))


def _rows(session: Session, where: ColumnElement[bool]) -> tuple[MeetingRow, ...]:
    meeting = MEETING.c
    found = session.execute(
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
