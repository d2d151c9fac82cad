"""The agenda: rows added, changed, moved and taken away.

A row takes its sub-items along, and a row that goes takes its footnotes with it:
no mark is ever left without its text. Rows of a kallelse that was issued stay with their
numbers: one that is taken away is withdrawn, and one that comes is marked as late.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from sqlalchemy import select

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.order import (
    blocks,
    order_after_move,
    outside_blocks,
    place_of_new,
    shifted,
)
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Item, Meeting, Presenter
from hubra_desktop.model.records.minutes import Section
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.commands.base import Step, found, found_owner
from hubra_desktop.work.issued_papers import CALL_PAPER, issued_about, issued_rows
from hubra_desktop.work.queries.register import today
from hubra_desktop.work.references import clear_references
from hubra_desktop.work.stay_ends import lead_stays_on, lead_stays_to


@dataclass(frozen=True)
class _OfItems(Step):
    """What is done to rows of one agenda together."""

    item_ids: tuple[str, ...]
    verb: ClassVar[str]

    @property
    def label(self) -> str:
        return f"{self.verb}-agenda_item{'s' if len(self.item_ids) > 1 else ''}"

    def meeting(self, rows: Rows) -> Meeting:
        """Return the meeting of the rows; raises InputError when one of them is gone."""
        owners = [rows.owner_of(Item, Meeting, each) for each in self.item_ids]
        meetings = [found(rows, Meeting, each) for each in dict.fromkeys(owners)]
        if len(meetings) > 1:
            raise refusal("Raderna står på olika sammanträden. Välj rader på ett av dem.")
        return meetings[0]


@dataclass(frozen=True)
class MoveItems(_OfItems):
    """Drop rows, with their sub-items, before row ``index`` of the list as it is."""

    index: int
    verb: ClassVar[str] = "move"

    def apply(self, rows: Rows) -> None:
        meeting = self.meeting(rows)
        _arrange(rows, meeting, order_after_move(meeting.items, self.item_ids, self.index))


@dataclass(frozen=True)
class ShiftItems(_OfItems):
    """Move rows together one step up (``by`` -1) or down (+1)."""

    by: int
    verb: ClassVar[str] = "move"

    def apply(self, rows: Rows) -> None:
        meeting = self.meeting(rows)
        _arrange(rows, meeting, shifted(meeting.items, self.item_ids, self.by))


@dataclass(frozen=True)
class RemoveItems(_OfItems):
    """Remove rows with their sub-items, and the footnotes of all of them.

    Rows of a kallelse that was issued are withdrawn instead. Raises InputError where they are
    so already.
    """

    verb: ClassVar[str] = "remove"

    def apply(self, rows: Rows) -> None:
        _remove(rows, self.meeting(rows), self.item_ids)


@dataclass(frozen=True)
class AddItems(Step):
    """Put copies of rows on an agenda, before row ``index`` (None: where new rows go).

    Everything of a row is copied but its id. Persons that the register does not know are
    named as they were, and no row is a sub-item of none. The row ``instead`` goes. Rows that
    come after the kallelse are marked so, and have no number of their own yet.
    """

    meeting_id: str
    items: tuple[Item, ...]
    index: int | None = None
    instead: str = ""

    @property
    def label(self) -> str:
        return f"add-agenda_item{'s' if len(self.items) > 1 else ''}"

    def apply(self, rows: Rows) -> str | None:
        meeting: Meeting = found(rows, Meeting, self.meeting_id)
        late = _late_day(rows, meeting)
        new = tuple(_come(_copied(rows, item), late) for item in self.items)
        if not new:
            return None
        with_new = _with(meeting, new, self.index)
        if self.instead:
            _refuse_handled(rows, [self.instead])
            lead_stays_to(rows, self.instead, new[0].id)
            clear_references(rows, Item, [self.instead])
        rows.put(_without(with_new, {self.instead}), was=meeting)
        return new[0].id


@dataclass(frozen=True)
class SendItems(_OfItems):
    """Move rows, with sub-items, footnotes and papers, to where new rows go on another agenda.

    They stay the same rows: what refers to them does so on the other agenda. That they
    were added after a kallelse was true of the first meeting alone. Rows of a kallelse that was
    issued stay there as withdrawn, and new rows that continue them go.
    """

    meeting_id: str
    verb: ClassVar[str] = "move"

    def apply(self, rows: Rows) -> None:
        source, target = self.meeting(rows), found(rows, Meeting, self.meeting_id)
        if source.id == target.id:
            raise refusal("Raderna står redan på det sammanträdet. Välj ett annat.")
        issued, late = issued_rows(rows.connection, source.id), _late_day(rows, target)
        going = blocks(source.items, self.item_ids)
        staying = {item.id for item in going if item.id in issued}
        moving = {item.id for item in going} - staying
        _refuse_handled(rows, moving)
        lead_stays_on(rows, moving)
        _free_sections(rows, moving)
        left = _without(source, moving)
        papers = tuple(each for each in source.papers if each.item_id in moving)
        left = replace(left, papers=tuple(each for each in left.papers if each not in papers))
        notes = tuple(each for each in source.footnotes if each not in left.footnotes)
        coming = (
            replace(_copied(rows, each), carried_from_id=each.id, number_typed="")
            if each.id in staying
            else each
            for each in going
        )
        sent = tuple(_come(replace(each, added_late=None), late) for each in coming)
        there = _with(target, sent, None)
        there = replace(there, footnotes=(*target.footnotes, *notes))
        there = replace(there, papers=(*target.papers, *papers))
        rows.put_all([_withdrawing(left, staying), there])


def check_presenters(rows: Rows, meeting: Meeting, item: Item) -> Item:
    """Return a new row of the agenda; raises InputError when its presenters are mere text."""
    late = item.added_late or _late_day(rows, meeting)
    return replace(item, presenters=presented_by((), item.presenters), added_late=late)


def change_presenters(rows: Rows, before: Item, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a row's new values; ``presenters`` replaces those who present it."""
    if "presenters" not in values:
        return values
    return {**values, "presenters": presented_by(before.presenters, values["presenters"])}


def remove_with_sub_items(rows: Rows, item: Item) -> None:
    """Remove a row with its sub-items, and the footnotes of all of them."""
    _remove(rows, found_owner(rows, Item, item.id), (item.id,))


def _remove(rows: Rows, meeting: Meeting, item_ids: Sequence[str]) -> None:
    rows_going = blocks(meeting.items, item_ids)
    issued = issued_rows(rows.connection, meeting.id)
    staying = {each.id for each in rows_going if each.id in issued}
    going = {each.id for each in rows_going} - staying
    if rows_going and all(each.withdrawn and each.id in staying for each in rows_going):
        raise refusal("Raden står i kallelsen och utgår redan. Den behåller sitt nummer.")
    _refuse_handled(rows, going)
    clear_references(rows, Item, going)
    rows.put(_withdrawing(_without(meeting, going), staying), was=meeting)


def _refuse_handled(rows: Rows, item_ids: Collection[str]) -> None:
    """Refuse to take away rows that the meeting has handled: who was there is told by them."""
    run = TABLES["agenda_run"].c
    handled = select(run.id).where(run.item_id.in_(item_ids)).limit(1)
    if rows.connection.scalar(handled) is not None:
        raise refusal("Raden har behandlats på sammanträdet, så den ligger kvar där.")


def _free_sections(rows: Rows, item_ids: Collection[str]) -> None:
    """Let §§ of rows that go to another meeting stay in the minutes, without a row."""
    own = TABLES["section"].c
    for each in rows.connection.scalars(select(own.id).where(own.item_id.in_(item_ids))).all():
        rows.change(Section, each, {"item_id": None})


def _withdrawing(meeting: Meeting, ids: Collection[str]) -> Meeting:
    """Return a meeting with some of its rows withdrawn."""
    items = (replace(each, withdrawn=True) if each.id in ids else each for each in meeting.items)
    return replace(meeting, items=tuple(items)) if ids else meeting


def _late_day(rows: Rows, meeting: Meeting) -> dt.date | None:
    """Return the day on which a row comes late; None before the kallelse is issued."""
    called = issued_about(rows.connection, CALL_PAPER, meeting.id)
    return today(rows.connection) if called else None


def _come(item: Item, late: dt.date | None) -> Item:
    """Return a row as it comes to an agenda: late where the kallelse was issued before."""
    return item if late is None else replace(item, added_late=late, number_typed="")


def _without(meeting: Meeting, going: Collection[str]) -> Meeting:
    """Return a meeting without some of its rows and their footnotes."""
    return replace(
        meeting,
        footnotes=tuple(each for each in meeting.footnotes if each.item_id not in going),
        items=tuple(each for each in meeting.items if each.id not in going),
    )


def _with(meeting: Meeting, new: tuple[Item, ...], index: int | None) -> Meeting:
    """Return a meeting with more rows, of which the first is no sub-item of none."""
    place = place_of_new(meeting.items, new[0]) if index is None else max(0, index)
    if new[0].level == 0:
        place = outside_blocks(meeting.items, place)
    before, after = meeting.items[:place], meeting.items[place:]
    if not before or index is None:
        new = (replace(new[0], level=0), *new[1:])
    return replace(meeting, items=(*before, *new, *after))


def _copied(rows: Rows, item: Item) -> Item:
    """Return a row to be stored anew, with presenters of its own."""
    presenters = tuple(
        replace(each, id="", person_id=each.person_id if rows.get(Person, each.person_id) else None)
        for each in item.presenters
    )
    return replace(item, id=new_id(), presenters=presenters)


def presented_by(known: Sequence[Presenter], wanted: Sequence[Presenter]) -> tuple[Presenter, ...]:
    """Return the presenters wanted in the rows that are known, so that little changes."""
    if not all(isinstance(part, Presenter) for part in wanted):
        raise refusal("Föredragande skrivs som namn, titel, enhet.")
    ids = [each.id for each in known[: len(wanted)]] + [""] * (len(wanted) - len(known))
    return tuple(replace(each, id=row_id) for each, row_id in zip(wanted, ids, strict=True))


def _arrange(rows: Rows, meeting: Meeting, order: Sequence[str]) -> None:
    """Put the meeting's rows in the order of the ids."""
    items = {item.id: item for item in meeting.items}
    rows.put(replace(meeting, items=tuple(items[each] for each in order)), was=meeting)
