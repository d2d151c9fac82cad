"""What was recorded of how a meeting went, for the views of one that goes on."""

from sqlalchemy.engine import Connection

from hubra_desktop.model.minutes.running import in_time
from hubra_desktop.model.records.attendance import AgendaRun
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.minutes import Phrase
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import BODY, MEETING, TABLES


def recorded_runs(reader: Connection, meeting_id: str) -> tuple[AgendaRun, ...]:
    """Return the stretches of a meeting in time; the one that goes on is last."""
    runs = TABLES["agenda_run"].c
    return in_time(records(reader, AgendaRun, runs.meeting_id == meeting_id))


def ongoing_meetings(reader: Connection) -> tuple[Meeting, ...]:
    """Return the meetings that go on, latest day first."""
    goes_on = MEETING.c.state == MeetingState.ONGOING
    return records(reader, Meeting, goes_on, order=(MEETING.c.date.desc(),))


def phrases(reader: Connection) -> tuple[Phrase, ...]:
    """Return the phrases of the register, by their keys."""
    table = TABLES["phrase"].c
    return records(reader, Phrase, order=(table.key, table.id))


def body_of(reader: Connection, body_id: str) -> Body | None:
    """Return a body, None when it is gone."""
    found = records(reader, Body, BODY.c.id == body_id)
    return found[0] if found else None
