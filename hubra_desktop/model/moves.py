"""What moves when one row changes: the times before and after, and one sentence.

The person who makes item 2 ten minutes longer sees at once whose time that takes.
Clock times are minutes since midnight of the meeting's date.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hubra_desktop.model.language import say
from hubra_desktop.model.numbering import row_names
from hubra_desktop.model.outline import outline
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.swedish import clock
from hubra_desktop.model.terms import PrintTime
from hubra_desktop.model.timetable import Slot, Timetable
from hubra_desktop.model.wording import minutes_in_words


@dataclass(frozen=True, kw_only=True)
class Move:
    """A row whose start has changed, with its times before and after."""

    item_id: str
    old: Slot
    new: Slot

    @property
    def later(self) -> int | None:
        """Minutes later (negative: earlier); None when one of the starts is unknown."""
        if self.old.start is None or self.new.start is None:
            return None
        return self.new.start - self.old.start


def moved_rows(before: Timetable, after: Timetable, items: Sequence[Item]) -> tuple[Move, ...]:
    """Return the rows of ``items`` whose start has changed, in agenda order.

    Only rows that promise a time count: those with minutes of their own, and those
    that print their start. New rows have not moved.
    """
    return tuple(
        Move(item_id=item.id, old=before.slots[item.id], new=after.slots[item.id])
        for item in items
        if item.id in before.slots and _has_moved(item, before, after)
    )


def _has_moved(item: Item, before: Timetable, after: Timetable) -> bool:
    old, new = before.slots[item.id], after.slots[item.id]
    promises = bool(new.used) or item.print_time is PrintTime.START
    return promises and not item.withdrawn and old.start != new.start


def summary(
    before: Timetable,
    after: Timetable,
    items: Sequence[Item],
    numbers: Mapping[str, str],
    separator: str | None = None,
) -> str:
    """Write what has moved in one or a few sentences; empty when nothing has.

    "Ärende 3–6 och pausen börjar 10 minuter senare. Sammanträdet slutar 17.20."
    """
    moves = moved_rows(before, after, items)
    rows = {item.id: item for item in items}
    alike: dict[str, list[Item]] = {}
    for move in _without_carried(moves, items):
        alike.setdefault(_change(move), []).append(rows[move.item_id])
    sentences = [f"{row_names(same, numbers)} {change}." for change, same in alike.items()]
    return " ".join([*sentences, *_end_sentence(before, after, separator)])


def _without_carried(moves: Sequence[Move], items: Sequence[Item]) -> list[Move]:
    """Leave out the sub-items that move with their parent: its name stands for them."""
    changes = {move.item_id: _change(move) for move in moves}
    carried = {
        child.id
        for branch in outline(items)
        for child in branch.children
        if child.id in changes and changes[child.id] == changes.get(branch.item.id)
    }
    return [move for move in moves if move.item_id not in carried]


def _change(move: Move) -> str:
    if move.new.start is None:
        return say("får ingen starttid")
    if move.later is None:
        return say("får en starttid")
    later = move.later > 0
    return say(
        "börjar {minutes} {direction}",
        minutes=minutes_in_words(abs(move.later)),
        direction=say("senare") if later else say("tidigare"),
    )


def _end_sentence(before: Timetable, after: Timetable, separator: str | None) -> list[str]:
    if before.end == after.end:
        return []
    if after.end is None:
        return [say("Sammanträdets sluttid går inte längre att räkna ut.")]
    return [say("Sammanträdet slutar {time}.", time=clock(after.end, separator))]
