"""What waits for a later agenda: rows parked, and what is taken up again as a new row.

A row that is put off leaves its number, its length and those who present it behind in the
backlog. What is taken up is a new row that names the one it continues.
"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import swedish
from hubra_desktop.model.order import blocks
from hubra_desktop.model.records.council import BacklogItem, Person
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.swedish import date_in_text
from hubra_desktop.model.terms import (
    LIFTED_STATES,
    UNCALLED_STATES,
    BacklogKind,
    BacklogState,
)
from hubra_desktop.model.text_entry import parse_presenters, presenters_text
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import BODY, TABLES
from hubra_desktop.work.commands.agenda import AddItems, RemoveItems
from hubra_desktop.work.commands.base import Step, found, found_owner
from hubra_desktop.work.issued_papers import CALL_PAPER, issued_about
from hubra_desktop.work.queries.register import today

_DECIDED = frozenset({BacklogKind.TABLED, BacklogKind.REFERRED_BACK})


@dataclass(frozen=True)
class ParkItem(Step):
    """Take a row, with its sub-items, off an agenda and let it wait for a later one.

    Where the kallelse has been issued it stays there as withdrawn; what a meeting has tabled
    or referred back stays as it was called. Returns the id of what waits for the row.
    """

    item_id: str
    kind: BacklogKind = BacklogKind.PARKED
    reason: str = ""
    wanted_by: dt.date | None = None
    label = "park-agenda_item"

    def apply(self, rows: Rows) -> str:
        found(rows, Item, self.item_id)
        meeting: Meeting = found_owner(rows, Item, self.item_id)
        going = blocks(meeting.items, [self.item_id])
        called = is_called(rows, meeting)
        waiting = [_wait(rows, self, meeting, item, called=called) for item in going]
        if not called:
            RemoveItems((self.item_id,)).apply(rows)
        elif self.kind not in _DECIDED:
            for item in going:
                rows.change(Item, item.id, {"withdrawn": True})
        return waiting[0]


@dataclass(frozen=True)
class PlaceItem(Step):
    """Put what waits on an agenda, before row ``index`` (None: where new rows go).

    The new row continues the one that was put off. After the kallelse it is added late.
    """

    backlog_id: str
    meeting_id: str
    index: int | None = None
    label = "place-agenda_item"

    def apply(self, rows: Rows) -> str | None:
        waiting: BacklogItem = found(rows, BacklogItem, self.backlog_id)
        meeting: Meeting = found(rows, Meeting, self.meeting_id)
        if waiting.placed_item_id is not None:
            there: Meeting = found_owner(rows, Item, waiting.placed_item_id)
            raise refusal(
                "{title} står redan på listan till sammanträdet {day}. Ta bort raden där först.",
                title=quoted(waiting.title),
                day=date_in_text(there.date),
            )
        if meeting.state in LIFTED_STATES:
            raise refusal("Sammanträdet är inställt eller flyttat. Välj ett annat.")
        item = _taken_up(rows, waiting)
        if is_called(rows, meeting):
            item = replace(item, added_late=today(rows.connection))
        made = AddItems(meeting.id, (item,), self.index).apply(rows)
        values = {"state": BacklogState.PLACED, "placed_item_id": made}
        rows.change(BacklogItem, waiting.id, values)
        return made


@dataclass(frozen=True)
class PlaceItems(Step):
    """Put several that wait on an agenda, each as ``PlaceItem`` does, in one step."""

    backlog_ids: tuple[str, ...]
    meeting_id: str

    @property
    def label(self) -> str:
        return f"place-agenda_item{'s' if len(self.backlog_ids) > 1 else ''}"

    def apply(self, rows: Rows) -> str | None:
        made = [PlaceItem(each, self.meeting_id).apply(rows) for each in self.backlog_ids]
        return made[0] if made else None


def leave_waiting(rows: Rows, meeting: Meeting, item: Item, kind: BacklogKind, reason: str) -> str:
    """Let a row that a meeting has put off wait; it stays on the agenda as it was called.

    It was taken up that day, whenever the minutes of it are written.
    """
    waiting = _wait(rows, ParkItem(item.id, kind, reason), meeting, item, called=True)
    rows.change(BacklogItem, waiting, {"raised_on": meeting.date})
    return waiting


def _wait(rows: Rows, why: ParkItem, meeting: Meeting, item: Item, *, called: bool) -> str:
    """Let a row wait; one that was taken up here waits as the same as before."""
    values: dict[str, Any] = {
        "kind": why.kind, "reason": why.reason, "wanted_by": why.wanted_by,
        "title": item.title, "closed": item.closed, "item_kind": item.kind,
        "case_number": item.case_number, "duration": item.duration,
        "presenters": presenters_text(item.presenters), "raised_by": item.raised_by,
    }  # fmt: skip
    before = None if called else _placed_as(rows, item.id)
    if before is not None:
        rows.change(BacklogItem, before, values)
        return before
    values |= {"raised_on": today(rows.connection), "item_id": item.id if called else None}
    return rows.add(BacklogItem(**values, note=_origin(meeting, item, called=called)))


def is_called(rows: Rows, meeting: Meeting) -> bool:
    """Tell whether a meeting's kallelse has been issued: its rows then stand."""
    issued = issued_about(rows.connection, CALL_PAPER, meeting.id)
    return meeting.state not in UNCALLED_STATES or issued is not None


def _placed_as(rows: Rows, item_id: str) -> str | None:
    """Return the id of what waited for the row, if it was taken up from the backlog."""
    columns = TABLES["backlog_item"].c
    found_id: str | None = rows.connection.scalar(
        select(columns.id).where(columns.placed_item_id == item_id)
    )
    return found_id


def _origin(meeting: Meeting, item: Item, *, called: bool) -> str:
    """Return what is noted of a row that goes: where it stood, and its own notes."""
    stood = "" if called else swedish(
        "Stod på listan till sammanträdet {day}.", day=date_in_text(meeting.date)
    )  # fmt: skip
    return "\n".join(part for part in (stood, item.note, item.inner_note) if part)


def _name_of(rows: Rows, person_id: str | None) -> str:
    person = rows.get(Person, person_id)
    return person.name if person else ""


def _taken_up(rows: Rows, waiting: BacklogItem) -> Item:
    """Return the new row: as the one that was put off, with what the backlog tells of it."""
    before = rows.get(Item, waiting.item_id) or Item()
    bodies = tuple(rows.connection.scalars(select(BODY.c.name)))
    same = presenters_text(before.presenters) == waiting.presenters
    return Item(
        kind=waiting.item_kind,
        title=waiting.title,
        public_title=before.public_title,
        closed=waiting.closed,
        print_note=before.print_note,
        print_presenters=before.print_presenters,
        print_case_number=before.print_case_number,
        case_number=waiting.case_number,
        duration=waiting.duration,
        print_time=before.print_time,
        note=before.note,
        inner_note=before.inner_note,
        carried_from_id=before.id or None,
        raised_by=waiting.raised_by or _name_of(rows, waiting.raised_by_id),
        presenters=before.presenters if same else parse_presenters(waiting.presenters, bodies),
    )
