"""What is still open of a meeting: what waits, what is to be done, and who has not answered."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.minutes.last_minutes import row_for_minutes
from hubra_desktop.model.minutes.sections import number_words
from hubra_desktop.model.minutes.told_of import decision_places, is_answered
from hubra_desktop.model.records.council import BacklogItem
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import Section
from hubra_desktop.model.swedish import capitalised, date_in_text
from hubra_desktop.model.terms import APPROVED_STATES, LIFTED_STATES, UNCALLED_STATES, BacklogState
from hubra_desktop.model.words import swedish_word
from hubra_desktop.store.reading import records, some_at_a_time
from hubra_desktop.store.tables import AGENDA_ITEM, MEETING, TABLES
from hubra_desktop.work.queries.backlog import BacklogRow, backlog_rows
from hubra_desktop.work.queries.follow_ups import open_follow_ups
from hubra_desktop.work.queries.minutes import sections_of
from hubra_desktop.work.queries.sheets import meeting_sheet


def still_open(reader: Connection, meeting_id: str) -> tuple[str, ...]:
    """Return in Swedish, a line each, what is open of a meeting, without the names of people.

    What was behind closed doors is not told.
    """
    items = select(AGENDA_ITEM.c.id).where(AGENDA_ITEM.c.meeting_id == meeting_id)
    closed = set(reader.scalars(items.where(AGENDA_ITEM.c.closed)))
    sections = [each for each in sections_of(reader, meeting_id) if each.item_id not in closed]
    return (
        *_waiting(reader, sections),
        *_to_do(reader, meeting_id),
        *_unanswered(sections),
    )


def _waiting(reader: Connection, sections: Sequence[Section]) -> Iterator[str]:
    columns = TABLES["backlog_item"].c
    waiting = {
        each.item_id: each
        for each in records(
            reader, BacklogItem, columns.item_id.is_not(None), columns.placed_item_id.is_(None),
            columns.state != BacklogState.DROPPED,
        )
    }  # fmt: skip
    for section in sections:
        item = waiting.get(section.item_id)
        if item is not None:
            yield f"{_named(section)} ({swedish_word(item.kind)})"


def _to_do(reader: Connection, meeting_id: str) -> Iterator[str]:
    for row in open_follow_ups(reader):
        if row.meeting_id == meeting_id and not row.closed and row.title.strip():
            sign = f"{number_words([row.number])}: " if row.number is not None else ""
            due = f", senast {date_in_text(row.item.due)}" if row.item.due else ""
            yield f"{sign}{' '.join(row.title.split())}{due}"


def _unanswered(sections: Sequence[Section]) -> Iterator[str]:
    for place in decision_places(sections):
        for each in place.decision.anchorings:
            if not is_answered(each) and each.name.strip():
                yield f"{_named(place.section)}: {capitalised(each.name)} har inte svarat"


def _named(section: Section) -> str:
    sign = number_words([section.number]) if section.number is not None else ""
    return f"{sign} {section.heading}".strip()


class NextAgenda(NamedTuple):
    """What of a meeting comes up later: its minutes, and what was tabled or referred back.

    ``day`` is that of the next meeting that is not called yet, ``meeting_id`` its id, None
    where there is none. ``minutes_item_id`` is the row of a later agenda for the minutes, and
    ``minutes_day`` the day of its meeting.
    """

    approved: bool
    meeting_id: str | None
    day: dt.date | None
    minutes_item_id: str | None
    minutes_day: dt.date | None
    tabled: tuple[BacklogRow, ...]
    open: tuple[str, ...]


def next_agenda(reader: Connection, meeting_id: str) -> NextAgenda:
    """Return what of a meeting comes up later, and where."""
    meeting = meeting_sheet(reader, meeting_id)
    columns = MEETING.c
    later = (
        select(columns.id, columns.date, columns.state)
        .where(columns.body_id == meeting.body_id, columns.date > meeting.date)
        .where(columns.state.not_in(LIFTED_STATES))
        .order_by(columns.date, columns.start.nulls_last(), columns.id)
    )
    following = list(reader.execute(later))
    coming = next((row for row in following if row.state in UNCALLED_STATES), None)
    placed = _row_for(reader, meeting, following)
    items = {each.id for each in meeting.items}
    return NextAgenda(
        approved=meeting.state in APPROVED_STATES,
        meeting_id=coming.id if coming else None,
        day=coming.date if coming else None,
        minutes_item_id=placed[0] if placed else None,
        minutes_day=placed[1] if placed else None,
        tabled=tuple(each for each in backlog_rows(reader) if each.item.item_id in items),
        open=still_open(reader, meeting_id),
    )


def _row_for(
    reader: Connection, meeting: Meeting, following: Sequence[Any]
) -> tuple[str, dt.date] | None:
    """Return the row for a meeting's minutes on the first later agenda that has one, and its day.

    All agendas are read at once: after ten years there are many of them.
    """
    columns = AGENDA_ITEM.c
    asked = select(columns.id, columns.meeting_id, columns.title, columns.note)
    items: dict[str, list[Item]] = defaultdict(list)
    for some in some_at_a_time(row.id for row in following):
        rows = reader.execute(asked.where(columns.meeting_id.in_(some)).order_by(columns.position))
        for row in rows:
            items[row.meeting_id].append(Item(id=row.id, title=row.title, note=row.note))
    for later in following:
        found = row_for_minutes(items[later.id], meeting.date, only=True)
        if found is not None:
            return found.id, later.date
    return None
