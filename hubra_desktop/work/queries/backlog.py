"""What waits for a later agenda, and what has been taken up again."""

import datetime as dt
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.records.council import BacklogItem
from hubra_desktop.model.swedish import sort_key
from hubra_desktop.model.terms import BacklogState
from hubra_desktop.store.reading import record_of
from hubra_desktop.store.tables import AGENDA_ITEM, MEETING, TABLES
from hubra_desktop.work.queries.people import person_names


class BacklogRow(NamedTuple):
    """What waits, or waited: from which meeting it was put off, and where it stands now."""

    item: BacklogItem
    raised_by: str
    from_day: dt.date | None
    placed_day: dt.date | None

    @property
    def id(self) -> str:
        """Return the id of what waits."""
        return self.item.id

    @property
    def title(self) -> str:
        """Return what it is called."""
        return self.item.title

    @property
    def waits(self) -> bool:
        """Tell whether it can be taken up; on a list it is where the list is still there."""
        return self.item.state is not BacklogState.DROPPED and self.item.placed_item_id is None


def backlog_rows(reader: Connection) -> tuple[BacklogRow, ...]:
    """Return all that waits or waited: what waits first, by the day that it is wanted."""
    table = TABLES["backlog_item"]
    first, placed = AGENDA_ITEM.alias(), AGENDA_ITEM.alias()
    then, now = MEETING.alias(), MEETING.alias()
    names = person_names(reader)
    columns = (then.c.date.label("from_day"), now.c.date.label("placed_day"))
    joined = (
        select(table, *columns)
        .outerjoin(first, first.c.id == table.c.item_id)
        .outerjoin(then, then.c.id == first.c.meeting_id)
        .outerjoin(placed, placed.c.id == table.c.placed_item_id)
        .outerjoin(now, now.c.id == placed.c.meeting_id)
    )
    rows = [
        BacklogRow(
            record_of(BacklogItem, row),
            names.get(row.raised_by_id or "", row.raised_by),
            row.from_day,
            row.placed_day,
        )
        for row in reader.execute(joined)
    ]
    rows.sort(key=lambda row: sort_key(row.item.title))
    return tuple(sorted(rows, key=lambda row: (not row.waits, row.item.wanted_by or dt.date.max)))


def waiting_by(reader: Connection, day: dt.date) -> tuple[BacklogRow, ...]:
    """Return what waits: what is wanted by a meeting's day first, what no day is given last."""
    rows = [each for each in backlog_rows(reader) if each.waits]
    return tuple(sorted(rows, key=lambda row: not _wanted(row, day)))


def _wanted(row: BacklogRow, day: dt.date) -> bool:
    return row.item.wanted_by is not None and row.item.wanted_by <= day


def carried_days(reader: Connection, meeting_id: str) -> dict[str, dt.date]:
    """Return, by the rows of an agenda that continue another, the day of that row's meeting."""
    item, before = AGENDA_ITEM, AGENDA_ITEM.alias()
    rows = reader.execute(
        select(item.c.id, MEETING.c.date)
        .join(before, before.c.id == item.c.carried_from_id)
        .join(MEETING, MEETING.c.id == before.c.meeting_id)
        .where(item.c.meeting_id == meeting_id)
    )
    return {row.id: row.date for row in rows}
