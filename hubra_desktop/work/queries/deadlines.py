"""The deadlines of meetings, by the rules of their bodies and what has been done."""

import datetime as dt
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.deadline_words import LATE_DAYS
from hubra_desktop.model.deadlines import Deadline, MeetingDone, meeting_deadlines
from hubra_desktop.model.dispatch.dispatch_terms import IssueState
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.terms import LIFTED_STATES
from hubra_desktop.store.tables import ISSUED_PAPER, MEETING, TABLES
from hubra_desktop.work.queries.approved import first_approval
from hubra_desktop.work.queries.rulebook import rules_on
from hubra_desktop.work.queries.sheets import meeting_sheets

CALL_PAPER = "kallelse"
"""The paper by which a meeting is called, in the table of papers."""

_AHEAD = 120
"""Days ahead that meetings are looked for: the longest periods are counted in weeks."""


class MeetingDeadlines(NamedTuple):
    """A meeting and what it demands, in the order of its days."""

    meeting: Meeting
    deadlines: tuple[Deadline, ...]


def deadlines_of(reader: Connection, meeting: Meeting, today: dt.date) -> tuple[Deadline, ...]:
    """Return what a meeting demands on a day, by the rules that hold on the meeting's own."""
    rules = rules_on(reader, meeting.body_id, meeting.date)
    return meeting_deadlines(meeting, rules, today, done_of(reader, meeting.id))


def done_of(reader: Connection, meeting_id: str) -> MeetingDone:
    """Return when what a meeting demands was done: the first approval, and its announcement."""
    approval = first_approval(reader, meeting_id)
    return MeetingDone(
        called_on=called_on(reader, meeting_id),
        approved_on=approval.done if approval else None,
        announced_on=approval.posted_on if approval else None,
        taken_down_on=approval.taken_down_on if approval else None,
        sent_on=told_on(reader, meeting_id),
    )


def told_on(reader: Connection, meeting_id: str) -> dt.date | None:
    """Return when the last was told of a meeting's decisions; None while somebody waits."""
    notice, decision = TABLES["decision_notice"].c, TABLES["decision"].c
    section = TABLES["section"].c
    sent = (
        select(notice.sent)
        .join(decision.id.table, decision.id == notice.decision_id)
        .join(section.id.table, section.id == decision.section_id)
        .where(section.meeting_id == meeting_id)
    )
    days = reader.scalars(sent).all()
    return max(days) if days and None not in days else None


def called_on(reader: Connection, meeting_id: str) -> dt.date | None:
    """Return the day on which a meeting's kallelse was first issued, None before."""
    paper = ISSUED_PAPER.c
    first = select(func.min(paper.day)).where(
        paper.meeting_id == meeting_id,
        paper.paper == CALL_PAPER,
        paper.state != IssueState.WITHDRAWN,
    )
    found: dt.date | None = reader.scalar(first)
    return found


def deadlines_near(reader: Connection, today: dt.date) -> tuple[MeetingDeadlines, ...]:
    """Return what the meetings around a day demand, the earliest meeting first."""
    first = today - dt.timedelta(days=2 * LATE_DAYS)
    return _of(reader, today, MEETING.c.date.between(first, today + dt.timedelta(days=_AHEAD)))


def deadlines_on(
    reader: Connection, day: dt.date | None, today: dt.date
) -> tuple[MeetingDeadlines, ...]:
    """Return what the meetings of a day demand, or all that are to come (None)."""
    where = MEETING.c.date >= today if day is None else MEETING.c.date == day
    return _of(reader, today, where)


def deadlines_in(
    reader: Connection, year: int | None, today: dt.date
) -> tuple[MeetingDeadlines, ...]:
    """Return what the meetings of a year demand, or all that are to come (None)."""
    if year is None:
        return deadlines_on(reader, None, today)
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    return _of(reader, today, MEETING.c.date.between(first, last))


def _of(
    reader: Connection, today: dt.date, where: ColumnElement[bool]
) -> tuple[MeetingDeadlines, ...]:
    chosen = select(MEETING.c.id).where(where, MEETING.c.state.not_in(LIFTED_STATES))
    meetings = meeting_sheets(reader, reader.scalars(chosen).all())
    return tuple(MeetingDeadlines(each, deadlines_of(reader, each, today)) for each in meetings)
