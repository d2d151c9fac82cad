"""What is followed up after decisions: who has to act, how far it has come, and what was told."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.language import swedish
from hubra_desktop.model.minutes.follow_up_findings import SOON_DAYS
from hubra_desktop.model.minutes.follow_up_rules import is_overdue
from hubra_desktop.model.minutes.follow_up_text import acting_text, decided_at
from hubra_desktop.model.minutes.minutes_terms import OPEN_FOLLOW_UPS
from hubra_desktop.model.records.follow_ups import FollowUp
from hubra_desktop.model.swedish import capitalised, sort_key
from hubra_desktop.model.terms import HELD_STATES
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import ACTIVITY, AGENDA_ITEM, BODY, GRANT, MEETING, TABLES
from hubra_desktop.work.queries.people import person_names

_TABLE: Final = TABLES["follow_up"]
Named = list[tuple[str, object]]
"""What is chosen among: a name that is shown, and the id that it stands for."""


class FollowUpRow(NamedTuple):
    """A follow-up with what it comes of: a § of a meeting, a row, an activity or a grant.

    ``number`` is that of the §, None where it has none. ``heading`` is that of the § or the
    row. ``placed_day`` is the day of the meeting on whose agenda it stands. What is ``closed``
    was decided behind closed doors.
    """

    item: FollowUp
    owner: str
    number: int | None
    heading: str
    decided_day: dt.date | None
    meeting_id: str | None
    placed_day: dt.date | None
    placed_meeting_id: str | None
    activity: str
    grant: str
    reported_days: Mapping[str, dt.date]
    closed: bool

    @property
    def id(self) -> str:
        """Return the id of the follow-up."""
        return self.item.id

    @property
    def title(self) -> str:
        """Return what is to be done."""
        return self.item.text

    @property
    def open(self) -> bool:
        """Tell whether somebody still has to do it."""
        return self.item.state in OPEN_FOLLOW_UPS

    def overdue(self, today: dt.date) -> bool:
        """Tell whether it should have been done by now."""
        return is_overdue(self.item, today)


def follow_up_rows(reader: Connection, *where: ColumnElement[bool]) -> tuple[FollowUpRow, ...]:
    """Return the follow-ups that ``where`` leaves: the open ones first, by the day they are due."""
    found = records(reader, FollowUp, *where)
    if not found:
        return ()
    known = _Known(reader)
    rows = [known.row(each) for each in found]
    return tuple(sorted(rows, key=_place))


def open_follow_ups(reader: Connection) -> tuple[FollowUpRow, ...]:
    """Return what somebody still has to do."""
    return follow_up_rows(reader, _TABLE.c.state.in_(OPEN_FOLLOW_UPS))


def to_report(reader: Connection, meeting_id: str) -> tuple[FollowUpRow, ...]:
    """Return what is open and on no agenda of a meeting that has not been held."""
    held = reader.scalars(select(MEETING.c.id).where(MEETING.c.state.in_(HELD_STATES)))
    gone = {*held, None}
    return tuple(
        row
        for row in open_follow_ups(reader)
        if row.placed_meeting_id in gone and row.placed_meeting_id != meeting_id
    )


def follow_ups_of_year(reader: Connection, year: int) -> tuple[FollowUpRow, ...]:
    """Return what was decided or done in a year, and what was open from before and is so still."""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    columns = _TABLE.c
    known = or_(columns.created_on.is_(None), columns.created_on <= last)
    return follow_up_rows(
        reader,
        or_(
            columns.created_on.between(first, last),
            columns.done_on.between(first, last),
            columns.state.in_(OPEN_FOLLOW_UPS) & known,
        ),
    )


def late_follow_ups(reader: Connection, today: dt.date) -> tuple[FollowUpRow, ...]:
    """Return what should have been done before ``today``, or is due then or soon after."""
    soon = today + dt.timedelta(days=SOON_DAYS)
    columns = _TABLE.c
    return follow_up_rows(reader, columns.state.in_(OPEN_FOLLOW_UPS), columns.due <= soon)


def follow_targets(reader: Connection, year: int) -> tuple[Named, Named]:
    """Return the activities and the grants of a year and those next to it, to choose among."""
    near = (year - 1, year, year + 1)
    activity, grant = ACTIVITY.c, GRANT.c
    activities = reader.execute(
        select(activity.year, activity.title, activity.id).where(activity.year.in_(near))
    )
    grants = reader.execute(
        select(grant.year, BODY.c.name, grant.title, grant.id)
        .join(BODY, BODY.c.id == grant.body_id)
        .where(grant.year.in_(near))
    )
    return _by_year(activities), _by_year(grants)


def _by_year(found: Iterable[Any]) -> Named:
    """Return rows of year, words and id as choices: the latest year first, then by words."""
    rows = [(year, " · ".join(filter(None, words)), row_id) for year, *words, row_id in found]
    rows.sort(key=lambda row: sort_key(row[1]))
    rows.sort(key=lambda row: -row[0])
    return [(f"{words} · {year}", row_id) for year, words, row_id in rows]


def follow_up_line(row: FollowUpRow) -> str:
    """Write a follow-up as a line of an agenda, in Swedish: what, of which §, and how it stands."""
    said = row.item.reports[-1].text if row.item.reports else ""
    head = decided_at(row.number, row.decided_day, swedish)
    text = f"{capitalised(head)}: {row.title}" if head else row.title
    parts = (text.rstrip("."), capitalised(acting_text(row.item, row.owner, swedish)), said)
    return ". ".join(part.strip().rstrip(".") for part in parts if part.strip()) + "."


def _place(row: FollowUpRow) -> tuple[bool, dt.date, dt.date, int, str]:
    item = row.item
    made = item.created_on or dt.date.min
    return not row.open, item.due or dt.date.max, made, row.number or 0, item.id


class _Known:
    """What follow-ups refer to, each table read once."""

    def __init__(self, reader: Connection) -> None:
        self.people = person_names(reader)
        self.bodies = _named(reader, select(BODY.c.id, BODY.c.name))
        self.activities = _named(reader, select(ACTIVITY.c.id, ACTIVITY.c.title))
        self.grants = _named(reader, select(GRANT.c.id, GRANT.c.title))
        self.days = {
            row.id: row.date for row in reader.execute(select(MEETING.c.id, MEETING.c.date))
        }
        self.items = self._items(reader)
        self.sections = self._sections(reader)

    def _items(self, reader: Connection) -> dict[str, tuple[str, str, bool]]:
        """Return the rows that are named: meeting, title, and whether doors were closed."""
        item = AGENDA_ITEM.c
        named = or_(item.id == _TABLE.c.item_id, item.id == _TABLE.c.placed_item_id)
        asked = select(item.id, item.meeting_id, item.title, item.closed).join(_TABLE, named)
        return {row.id: (row.meeting_id, row.title, row.closed) for row in reader.execute(asked)}

    def _sections(self, reader: Connection) -> dict[str, tuple[str, int | None, str]]:
        """Return by decision the §: meeting, number and heading."""
        section, decision = TABLES["section"], TABLES["decision"].c
        asked = (
            select(decision.id, section.c.meeting_id, section.c.number, section.c.heading)
            .join(_TABLE, _TABLE.c.decision_id == decision.id)
            .join(section, section.c.id == decision.section_id)
        )
        return {row.id: (row.meeting_id, row.number, row.heading) for row in reader.execute(asked)}

    def row(self, item: FollowUp) -> FollowUpRow:
        meeting, title, closed = self.items.get(item.item_id or "", ("", "", False))
        of, number, heading = self.sections.get(item.decision_id or "", (meeting, None, title))
        placed = self.items.get(item.placed_item_id or "", ("", "", False))[0]
        return FollowUpRow(
            item=item,
            owner=self._owner(item),
            number=number,
            heading=heading,
            decided_day=self.days.get(of),
            meeting_id=of or None,
            placed_day=self.days.get(placed),
            placed_meeting_id=placed or None,
            activity=self.activities.get(item.activity_id or "", ""),
            grant=self.grants.get(item.grant_id or "", ""),
            reported_days={
                each.id: self.days[each.meeting_id] for each in item.reports if each.meeting_id
            },
            closed=closed,
        )

    def _owner(self, item: FollowUp) -> str:
        person = self.people.get(item.owner_id or "", "")
        return person or self.bodies.get(item.owner_body_id or "", "") or item.owner


def _named(reader: Connection, asked: Select[Any]) -> dict[str, str]:
    return {row[0]: row[1] for row in reader.execute(asked)}
