"""Meetings whole, with all that belongs to them and the names of their bodies."""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy.engine import Connection

from hubra_desktop.model.agenda_findings import findings
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.findings import Finding
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import MEETING
from hubra_desktop.work.queries.protection import protected_people
from hubra_desktop.work.queries.register import body_names
from hubra_desktop.work.queries.rulebook import notice_days_of


def meeting_sheet(reader: Connection, meeting_id: str) -> Meeting:
    """Return a meeting whole; raises InputError when it is gone."""
    found = meeting_sheets(reader, [meeting_id])
    if not found:
        raise refusal("Sammanträdet finns inte längre. Välj ett annat i listan.")
    return found[0]


def copied_meeting(reader: Connection, meeting: Meeting) -> Meeting | None:
    """Return the meeting that one was copied from, None when it was not."""
    return meeting_sheet(reader, meeting.copied_from) if meeting.copied_from else None


def meeting_findings(
    reader: Connection, meeting: Meeting, style: HouseStyle
) -> tuple[Finding, ...]:
    """Return what is missing or contradictory in a meeting's kallelse."""
    source = copied_meeting(reader, meeting)
    days = notice_days_of(reader, meeting)
    return findings(meeting, style, days, source=source, protected=protected_people(reader))


def meeting_sheets(reader: Connection, ids: Collection[str] | None = None) -> tuple[Meeting, ...]:
    """Return the meetings with these ids (None: all there are) whole, earliest first."""
    where = () if ids is None else (MEETING.c.id.in_(ids),)
    names = body_names(reader)
    meetings = records(
        reader, Meeting, *where, order=(MEETING.c.date, MEETING.c.start.nulls_last())
    )
    return tuple(replace(each, body=names[each.body_id]) for each in meetings)
