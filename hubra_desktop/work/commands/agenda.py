"""The agenda: rows added, changed, moved and taken away.

A row takes its sub-items along, and a row that goes takes its footnotes with it:
no mark is ever left without its text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.order import block, order_after_move, shifted
from hubra_desktop.model.records.meeting import Item, Meeting, Presenter
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Step, found_owner
from hubra_desktop.work.references import clear_references


@dataclass(frozen=True)
class MoveItem(Step):
    """Drop a row, with its sub-items, before row ``index`` of the list as it is."""

    item_id: str
    index: int
    label: ClassVar[str] = "move-agenda_item"

    def apply(self, rows: Rows) -> None:
        meeting: Meeting = found_owner(rows, Item, self.item_id)
        _arrange(rows, meeting, order_after_move(meeting.items, self.item_id, self.index))


@dataclass(frozen=True)
class ShiftItem(Step):
    """Move a row one step up (``by`` -1) or down (+1)."""

    item_id: str
    by: int
    label: ClassVar[str] = "move-agenda_item"

    def apply(self, rows: Rows) -> None:
        meeting: Meeting = found_owner(rows, Item, self.item_id)
        _arrange(rows, meeting, shifted(meeting.items, self.item_id, self.by))


def check_presenters(rows: Rows, meeting: Meeting, item: Item) -> Item:
    """Return a new row of the agenda; raises InputError when its presenters are mere text."""
    return replace(item, presenters=presented_by((), item.presenters))


def change_presenters(rows: Rows, before: Item, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a row's new values; ``presenters`` replaces those who present it."""
    if "presenters" not in values:
        return values
    return {**values, "presenters": presented_by(before.presenters, values["presenters"])}


def remove_with_sub_items(rows: Rows, item: Item) -> None:
    """Remove a row with its sub-items, and the footnotes of all of them."""
    meeting: Meeting = found_owner(rows, Item, item.id)
    going = {each.id for each in block(meeting.items, item.id)}
    left = replace(
        meeting,
        footnotes=tuple(each for each in meeting.footnotes if each.item_id not in going),
        items=tuple(each for each in meeting.items if each.id not in going),
    )
    clear_references(rows, Item, going)
    rows.put(left, was=meeting)


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
