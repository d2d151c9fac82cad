"""Delegated decisions and messages: those of one meeting, and those that no meeting has yet."""

import datetime as dt
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.minutes.minutes_terms import ReportedKind
from hubra_desktop.model.records.minutes import ReportedMatter
from hubra_desktop.model.swedish import sort_key
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import MEETING, TABLES


class ReportedRow(NamedTuple):
    """Something that is reported, and the day of its meeting, None while it waits for one."""

    matter: ReportedMatter
    meeting_day: dt.date | None

    @property
    def id(self) -> str:
        """Return the id of what is reported."""
        return self.matter.id

    @property
    def title(self) -> str:
        """Return what it is about."""
        return self.matter.title


def reported_rows(reader: Connection, year: int | None = None) -> tuple[ReportedRow, ...]:
    """Return all that is reported, by meeting and in the order of its list.

    ``year`` is that of the meetings; what waits for one stands last, and is in every year.
    """
    told = reader.execute(select(MEETING.c.id, MEETING.c.date))
    days = {row.id: row.date for row in told}
    rows = [
        ReportedRow(each, days.get(each.meeting_id or ""))
        for each in records(reader, ReportedMatter)
    ]
    chosen = [row for row in rows if year is None or row.meeting_day is None
              or row.meeting_day.year == year]  # fmt: skip
    return tuple(sorted(chosen, key=_order))


def reported_to(reader: Connection, meeting_id: str) -> tuple[ReportedMatter, ...]:
    """Return what is reported to a meeting: delegated decisions first, then messages, by day."""
    theirs = TABLES["reported_matter"].c.meeting_id == meeting_id
    rows = [ReportedRow(each, None) for each in records(reader, ReportedMatter, theirs)]
    return tuple(row.matter for row in sorted(rows, key=_order))


def _order(row: ReportedRow) -> tuple[object, ...]:
    matter = row.matter
    return (
        row.meeting_day or dt.date.max,
        matter.kind is ReportedKind.MESSAGE,
        matter.day or dt.date.max,
        sort_key(matter.title),
        matter.id,
    )
