"""Decisions of the council's own minutes, as what rests on one of them names it."""

import datetime as dt
from typing import NamedTuple

from sqlalchemy import extract, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.minutes.follow_up_text import decided_at
from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.store.tables import AGENDA_ITEM, MEETING, TABLES

_SECTION, _DECISION = TABLES["section"], TABLES["decision"]


class MinutedDecision(NamedTuple):
    """A decision of a §: its meeting and day, the number and the heading of the §, and its words.

    What is ``closed`` was decided behind closed doors.
    """

    id: str
    section_id: str
    item_id: str | None
    meeting_id: str
    day: dt.date
    number: int | None
    heading: str
    case_number: str
    text: str
    outcome: DecisionOutcome
    closed: bool
    public: str

    @property
    def name(self) -> str:
        """Return what it is called where it is chosen: § and day, and the heading."""
        head = capitalised(decided_at(self.number, self.day))
        return " · ".join(part for part in (head, self.heading) if part)


def minuted_decisions(reader: Connection, *years: int) -> tuple[MinutedDecision, ...]:
    """Return what was decided at the meetings of some years (none: all), the latest first."""
    decision, section, meeting, item = _DECISION.c, _SECTION.c, MEETING.c, AGENDA_ITEM.c
    asked = (
        select(
            decision.id, section.id.label("section_id"), section.item_id, section.meeting_id,
            meeting.date, section.number, section.heading, section.case_number,
            decision.adopted, decision.proposed, decision.outcome, item.closed, item.public_title,
        )
        .join(_SECTION, section.id == decision.section_id)
        .join(MEETING, meeting.id == section.meeting_id)
        .outerjoin(AGENDA_ITEM, item.id == section.item_id)
        .where(decision.outcome != DecisionOutcome.OPEN)
        .order_by(meeting.date.desc(), section.position, decision.position)
    )  # fmt: skip
    if years:
        asked = asked.where(extract("year", meeting.date).in_(years))
    return tuple(
        MinutedDecision(
            row.id, row.section_id, row.item_id, row.meeting_id, row.date, row.number,
            row.heading, row.case_number, row.adopted or row.proposed, row.outcome,
            bool(row.closed), row.public_title or "",
        )
        for row in reader.execute(asked)
    )  # fmt: skip
