"""The agenda: rows added, changed, moved and taken away.

A row takes its sub-items along, and a row that goes takes its footnotes with it:
no mark is ever left without its text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from hubra_desktop.model.bundle import values_of
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.mapped import AgendaItem, Base, Meeting
from hubra_desktop.model.order import block, order_after_move, shifted
from hubra_desktop.model.sheet import PresenterSheet
from hubra_desktop.work.commands.base import Change, Remove, Step, assign, found
from hubra_desktop.work.commands.mapped_rows import item_sheets_of, new_presenters, new_row
from hubra_desktop.work.commands.pointers import lift


@dataclass(frozen=True)
class AddItem(Step):
    """Add a row before row ``index`` (None: last)."""

    meeting_id: str
    index: int | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    label: ClassVar[str] = "add-agenda_item"

    def apply(self, session: Session) -> str:
        meeting = found(session, Meeting, self.meeting_id)
        values = dict(self.values)
        presenters = values.pop("presenters", ())
        item = new_row(AgendaItem, values)
        set_presenters(item, presenters)
        last = len(meeting.items)
        meeting.items.insert(last if self.index is None else max(0, self.index), item)
        return item.id


@dataclass(frozen=True)
class ChangeItem(Change):
    """Write new values into a row; ``presenters`` replaces those who present it."""

    table: ClassVar[type[Base]] = AgendaItem

    def apply(self, session: Session) -> None:
        item = found(session, AgendaItem, self.row_id)
        values = dict(self.values)
        if "presenters" in values:
            set_presenters(item, values.pop("presenters"))
        assign(item, values)


@dataclass(frozen=True)
class MoveItem(Step):
    """Drop a row, with its sub-items, before row ``index`` of the list as it is."""

    item_id: str
    index: int
    label: ClassVar[str] = "move-agenda_item"

    def apply(self, session: Session) -> None:
        meeting = _meeting_of(session, self.item_id)
        _arrange(meeting, order_after_move(item_sheets_of(meeting), self.item_id, self.index))


@dataclass(frozen=True)
class ShiftItem(Step):
    """Move a row one step up (``by`` -1) or down (+1)."""

    item_id: str
    by: int
    label: ClassVar[str] = "move-agenda_item"

    def apply(self, session: Session) -> None:
        meeting = _meeting_of(session, self.item_id)
        _arrange(meeting, shifted(item_sheets_of(meeting), self.item_id, self.by))


@dataclass(frozen=True)
class RemoveItem(Remove):
    """Take a row away with its sub-items, and the footnotes of all of them."""

    table: ClassVar[type[Base]] = AgendaItem

    def apply(self, session: Session) -> None:
        meeting = _meeting_of(session, self.row_id)
        going = {item.id for item in block(item_sheets_of(meeting), self.row_id)}
        for note in [note for note in meeting.footnotes if note.item_id in going]:
            meeting.footnotes.remove(note)
        session.flush()
        lift(session, "agenda_item", going)
        for item in [item for item in meeting.items if item.id in going]:
            meeting.items.remove(item)


def set_presenters(item: AgendaItem, wanted: Sequence[PresenterSheet]) -> None:
    """Make the item's presenters those given, reusing rows so that little changes."""
    if not all(isinstance(part, PresenterSheet) for part in wanted):
        raise InputError(
            say(
                "Föredragande skrivs som namn, titel, enhet.",
                "Write presenters as name, title, unit.",
            )
        )
    for row, part in zip(item.presenters, wanted, strict=False):
        assign(row, values_of(part))
    if len(wanted) > len(item.presenters):
        fresh = wanted[len(item.presenters) :]
        item.presenters.extend(new_presenters(tuple(_without_id(part) for part in fresh)))
    while len(item.presenters) > len(wanted):
        item.presenters.pop()


def _without_id(part: PresenterSheet) -> PresenterSheet:
    kept = {f.name: getattr(part, f.name) for f in fields(part) if f.name != "id"}
    return PresenterSheet(**kept)


def _meeting_of(session: Session, item_id: str) -> Meeting:
    return found(session, Meeting, found(session, AgendaItem, item_id).meeting_id)


def _arrange(meeting: Meeting, order: Sequence[str]) -> None:
    """Put the meeting's rows in the order of the ids."""
    rows = {item.id: item for item in meeting.items}
    for place, item_id in enumerate(order):
        rows[item_id].position = place
    meeting.items.sort(key=lambda item: item.position)
