"""When each who presents an item is on: the times, numbers and rooms of their own rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from hubra_desktop.model.numbering import printed_numbers
from hubra_desktop.model.outline import active_items, outline
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting, Presenter
from hubra_desktop.model.swedish import time_range
from hubra_desktop.model.timetable import Slot, timetable


@dataclass(frozen=True, kw_only=True)
class PresenterSlot:
    """One row that somebody presents.

    ``start`` and ``end`` are minutes since midnight, None where they cannot be known.
    ``time`` is what is told of them ("16.30–16.50"), ``room`` the row's own, else the
    meeting's.
    """

    item: Item
    number: str
    start: int | None
    end: int | None
    time: str
    room: str


def presenter_slots(
    meeting: Meeting, style: HouseStyle
) -> tuple[tuple[Presenter, PresenterSlot], ...]:
    """Return everybody who presents a row that stands, in the order of the agenda."""
    numbers = printed_numbers(meeting.items, style.sub_numbers)
    slots = timetable(meeting).slots
    return tuple(
        (presenter, _slot(meeting, item, numbers.get(item.id, ""), slots[item.id], style))
        for item in active_items(outline(meeting.items))
        for presenter in item.presenters
    )


def _slot(
    meeting: Meeting, item: Item, number: str, slot: Slot, style: HouseStyle
) -> PresenterSlot:
    known = slot.start is not None
    return PresenterSlot(
        item=item,
        number=number,
        start=slot.start,
        end=slot.end,
        time=time_range(slot.start, slot.end, style.time_separator) if known else "",  # type: ignore[arg-type]
        room=" ".join((item.place or meeting.place).split()),
    )


def told_times(slots: Iterable[PresenterSlot]) -> str:
    """Return the times of somebody's rows on one line, as a dispatch keeps them."""
    timed = [each for each in slots if each.time]
    return ", ".join(dict.fromkeys(each.time for each in timed))


def rooms(slots: Sequence[PresenterSlot]) -> tuple[str, ...]:
    """Return the rooms of somebody's rows, each once."""
    return tuple(room for room, _ in groupby(each.room for each in slots) if room)
