"""What is left to do after a meeting: decisions to tell of, bodies to ask, what is open."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.due import Due, day_in_words
from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.minutes.minutes_terms import AnchoringAnswer
from hubra_desktop.model.minutes.told_of import (
    DecisionPlace,
    NoticeState,
    approval_of,
    decision_places,
    is_answered,
    notice_state,
)
from hubra_desktop.model.records.minutes import Anchoring, DecisionNotice, Minutes
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import MEETING, TABLES
from hubra_desktop.work.queries.minutes import minutes_row, sections_of

_LEAD_DAYS = 7
"""How many days before its day somebody who is to be told is shown on the overview."""


@dataclass(frozen=True, kw_only=True)
class NoticeRow:
    """Somebody who is told of a decision; ``approved`` tells whether its § is."""

    place: DecisionPlace
    notice: DecisionNotice
    state: NoticeState
    approved: bool = False

    @property
    def id(self) -> str:
        """Return the id of the notice."""
        return self.notice.id


@dataclass(frozen=True, kw_only=True)
class AnchoringRow:
    """A body that is asked about a decision."""

    place: DecisionPlace
    anchoring: Anchoring
    late: bool = False

    @property
    def id(self) -> str:
        """Return the id of what is asked."""
        return self.anchoring.id


@dataclass(frozen=True, kw_only=True)
class AfterMeeting:
    """The decisions of a meeting with whom they are told to and who was asked about them."""

    minutes: Minutes | None
    places: tuple[DecisionPlace, ...] = ()
    notices: tuple[NoticeRow, ...] = ()
    anchorings: tuple[AnchoringRow, ...] = ()

    @property
    def untold(self) -> tuple[NoticeRow, ...]:
        """Return those who have not been told."""
        return tuple(each for each in self.notices if each.notice.sent is None)

    @property
    def unanswered(self) -> tuple[AnchoringRow, ...]:
        """Return those who have not answered."""
        return tuple(each for each in self.anchorings if not is_answered(each.anchoring))


def after_meeting(reader: Connection, meeting_id: str, today: dt.date) -> AfterMeeting:
    """Return what is to be done after a meeting with its decisions, in the order of the §§."""
    minutes = minutes_row(reader, meeting_id)
    known = reader.scalar(select(MEETING.c.state).where(MEETING.c.id == meeting_id))
    state = known or MeetingState.PLANNED
    places = decision_places(sections_of(reader, meeting_id))
    return AfterMeeting(
        minutes=minutes,
        places=places,
        notices=tuple(
            NoticeRow(
                place=place,
                notice=each,
                state=notice_state(each, today),
                approved=approval_of(state, minutes, place.section) is not None,
            )
            for place in places
            for each in place.decision.notices
        ),
        anchorings=tuple(
            AnchoringRow(
                place=place,
                anchoring=each,
                late=not is_answered(each) and each.due is not None and each.due < today,
            )
            for place in places
            for each in place.decision.anchorings
        ),
    )


def told_due(reader: Connection, today: dt.date) -> Iterator[Due]:
    """Yield how many are still to be told of the decisions of each meeting that is approved.

    Where somebody has a day of their own, it is due when that day is near.
    """
    notice, decision = TABLES["decision_notice"].c, TABLES["decision"].c
    section, near = TABLES["section"].c, today + dt.timedelta(days=_LEAD_DAYS)
    approved = MEETING.c.state.in_((MeetingState.APPROVED, MeetingState.ARCHIVED))
    wanted = (
        select(notice.id, notice.due, section.meeting_id, MEETING.c.date)
        .join(TABLES["decision"], decision.id == notice.decision_id)
        .join(TABLES["section"], section.id == decision.section_id)
        .join(MEETING, MEETING.c.id == section.meeting_id)
        .where(notice.sent.is_(None), or_(approved, notice.due <= near))
        .order_by(MEETING.c.date, notice.due.nulls_last(), notice.id)
    )
    waiting: dict[str, list[Any]] = {}
    for row in reader.execute(wanted):
        waiting.setdefault(row.meeting_id, []).append(row)
    for rows in waiting.values():
        days = [row.due for row in rows if row.due is not None]
        first = min(days, default=None)
        late = first is not None and first < today
        sentence = say_count(
            "{n} mottagare ska ännu få beslut från sammanträdet {day}.",
            "{n} mottagare ska ännu få beslut från sammanträdet {day}.",
            len(rows),
            day=day_in_words(rows[0].date),
        )
        level = Level.WARNING if late else Level.TIP
        yield Due(first, level, sentence, "decision_notice", rows[0].id)


def asked_due(reader: Connection, today: dt.date) -> Iterator[Due]:
    """Yield the bodies that have not answered in time what they were asked about a decision."""
    late = TABLES["anchoring"].c
    waiting = records(reader, Anchoring, late.answer == AnchoringAnswer.NONE, late.due < today)
    for each in waiting:
        sentence = say("{name} skulle ha svarat om ett beslut.", name=each.name or say("Någon"))
        yield Due(each.due, Level.WARNING, sentence, "anchoring", each.id)
