"""What was sent to whom, when, in which version: by meeting and by person."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.records.dispatch import Dispatch, DispatchRecipient
from hubra_desktop.model.terms import DeliveryWay, MeetingState
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES

_WITH_CALENDAR: Final = (
    DispatchKind.CALL,
    DispatchKind.CHANGES,
    DispatchKind.CANCELLED,
    DispatchKind.MOVED,
    DispatchKind.SLOT,
)
"""What a calendar file goes along with."""


@dataclass(frozen=True, kw_only=True)
class SentRow:
    """One recipient of one dispatch, on one line.

    ``meeting`` is the meeting's day, None for what is about no meeting or one that is gone.
    """

    dispatch: Dispatch
    recipient: DispatchRecipient
    meeting: dt.date | None


def dispatches_of(reader: Connection, meeting_id: str) -> tuple[Dispatch, ...]:
    """Return what was sent about a meeting, the latest first."""
    return _dispatches(reader, TABLES["dispatch"].c.meeting_id == meeting_id)


def all_dispatches(reader: Connection, year: int | None = None) -> tuple[Dispatch, ...]:
    """Return everything that was sent in a year (None: ever), the latest first."""
    day = TABLES["dispatch"].c.day
    where = () if year is None else (day.between(dt.date(year, 1, 1), dt.date(year, 12, 31)),)
    return _dispatches(reader, *where)


def sent_to(reader: Connection, person_id: str) -> tuple[SentRow, ...]:
    """Return what a person was sent, the latest first."""
    recipients = TABLES["dispatch_recipient"].c
    theirs = select(recipients.dispatch_id).where(recipients.person_id == person_id)
    found = _dispatches(reader, TABLES["dispatch"].c.id.in_(theirs))
    rows = sent_rows(reader, found)
    return tuple(each for each in rows if each.recipient.person_id == person_id)


def sent_rows(reader: Connection, dispatches: tuple[Dispatch, ...]) -> tuple[SentRow, ...]:
    """Return dispatches as lines, one a recipient, in the order given."""
    return tuple(_lines(dispatches, _days(reader)))


def next_sequence(reader: Connection, meeting_id: str) -> int:
    """Return the number of a meeting's next calendar file: higher than all that were sent."""
    latest = latest_sequence(reader, meeting_id)
    return 0 if latest is None else latest + 1


def latest_sequence(reader: Connection, meeting_id: str) -> int | None:
    """Return the number of the calendar file that was sent last, None where none was.

    A meeting that another was moved to carries on from that one.
    """
    columns = TABLES["dispatch"].c
    of_chain = columns.meeting_id.in_(chain_of(reader, meeting_id))
    latest = select(func.max(columns.sequence)).where(of_chain, columns.kind.in_(_WITH_CALENDAR))
    found = reader.scalar(latest)
    return None if found is None else int(found)


def chain_of(reader: Connection, meeting_id: str) -> list[str]:
    """Return the meetings that were moved to become this one, the first of them first."""
    meeting = TABLES["meeting"].c
    chain = [meeting_id]
    while True:
        before = select(meeting.id).where(
            meeting.moved_to == chain[0], meeting.state == MeetingState.MOVED
        )
        found = reader.scalar(before.order_by(meeting.date, meeting.id).limit(1))
        if found is None or found in chain:
            return chain
        chain.insert(0, found)


def went_by(dispatch: Dispatch) -> dict[DeliveryWay, int]:
    """Return how many recipients a dispatch has by each way, in the ways' own order."""
    counted = {way: sum(each.way is way for each in dispatch.recipients) for way in DeliveryWay}
    return {way: number for way, number in counted.items() if number}


def _dispatches(reader: Connection, *where: ColumnElement[bool]) -> tuple[Dispatch, ...]:
    columns = TABLES["dispatch"].c
    order = (columns.day.desc(), columns.time.desc().nulls_last(), columns.version.desc())
    return records(reader, Dispatch, *where, order=order)


def _days(reader: Connection) -> dict[str, dt.date]:
    meeting = TABLES["meeting"].c
    return {row.id: row.date for row in reader.execute(select(meeting.id, meeting.date))}


def _lines(dispatches: tuple[Dispatch, ...], days: dict[str, dt.date]) -> Iterator[SentRow]:
    for dispatch in dispatches:
        meeting = days.get(dispatch.meeting_id or "")
        for recipient in dispatch.recipients:
            yield SentRow(dispatch=dispatch, recipient=recipient, meeting=meeting)
