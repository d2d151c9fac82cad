"""What was sent to whom, when, in which version: by meeting and by person."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.dispatch_terms import DispatchKind
from hubra_desktop.model.records.dispatch import Dispatch, DispatchRecipient
from hubra_desktop.model.terms import DeliveryWay
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES


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
    columns = TABLES["dispatch"].c
    carrying = (
        DispatchKind.CALL, DispatchKind.CHANGES, DispatchKind.CANCELLED, DispatchKind.MOVED,
        DispatchKind.SLOT,
    )  # fmt: skip
    latest = select(func.max(columns.sequence)).where(
        columns.meeting_id == meeting_id, columns.kind.in_(carrying)
    )
    found = reader.scalar(latest)
    return 0 if found is None else int(found) + 1


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
