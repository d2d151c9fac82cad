"""The agenda as bars along a rail of time: each as long as its minutes.

Pure geometry over the timetable, so that what is drawn is what the list says. Clock times
are minutes since midnight of the meeting's date; lengths on the screen are pixels.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from hubra_desktop.model.outline import Branch, outline
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.rules import LONGEST_ROW
from hubra_desktop.model.terms import ItemKind
from hubra_desktop.model.timetable import Slot, planned_end, timetable

STEP = 5
"""Minutes that a dragged edge goes at a time: agendas are made in fives."""
SHORTEST = 30
"""Minutes of the shortest rail, so that the first row of an agenda is no giant."""
_STEPS = (15, 30, 60, 120)


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One row on the rail, from ``start`` to ``end``.

    ``lane`` of ``lanes`` is its place beside rows in parallel. ``inner`` rows stand within
    the row above. ``clash`` is how many minutes of the row before it lies over. An
    ``open`` row has no length of its own.
    """

    item_id: str
    start: int
    end: int
    lane: int = 0
    lanes: int = 1
    inner: bool = False
    pinned: bool = False
    pause: bool = False
    open: bool = False
    clash: int = 0


@dataclass(frozen=True, kw_only=True)
class Rail:
    """All bars, and the stretch of time that is shown; ``planned`` is the planned end."""

    start: int
    end: int
    planned: int | None
    bars: tuple[Bar, ...]

    def y(self, minutes: float, height: float) -> float:
        """Return where a time stands on a rail so many pixels high."""
        return (minutes - self.start) * height / (self.end - self.start)

    def ticks(self, height: float, apart: float) -> tuple[int, ...]:
        """Return the round times to name, at least ``apart`` pixels from each other."""
        minute = height / (self.end - self.start)
        step = next((each for each in _STEPS if each * minute >= apart), _STEPS[-1])
        first = -(-self.start // step) * step
        return tuple(range(first, self.end + 1, step))


def rail_of(meeting: Meeting) -> Rail | None:
    """Return the rail of a meeting, None for one whose beginning is not known."""
    if meeting.start is None:
        return None
    slots = timetable(meeting).slots
    bars = tuple(_bars(outline(meeting.items), slots))
    planned = planned_end(meeting)
    ends = [bar.end for bar in bars] + ([planned] if planned else [])
    start = min([meeting.start, *(bar.start for bar in bars)])
    end = max([start + SHORTEST, *ends])
    return Rail(start=start, end=end, planned=planned, bars=bars)


def _bars(branches: tuple[Branch, ...], slots: dict[str, Slot]) -> Iterator[Bar]:
    """Yield the bars of the rows in the order of the agenda, those in parallel beside."""
    beside: list[Branch] = []
    for branch in branches:
        if branch.item.withdrawn or branch.item.kind is ItemKind.HEADING:
            continue
        if not branch.item.parallel:
            yield from _group(beside, slots)
            beside = []
        beside.append(branch)
    yield from _group(beside, slots)


def _group(beside: list[Branch], slots: dict[str, Slot]) -> Iterator[Bar]:
    for lane, branch in enumerate(beside):
        places = {"lane": lane, "lanes": len(beside)}
        yield from _bar(branch.item, slots, inner=False, **places)
        for child in branch.children:
            if not child.withdrawn:
                yield from _bar(child, slots, inner=True, **places)


def _bar(
    item: Item, slots: dict[str, Slot], *, inner: bool, lane: int, lanes: int
) -> Iterator[Bar]:
    slot = slots[item.id]
    if slot.start is None:
        return
    end = slot.start if slot.end is None else max(slot.start, slot.end)
    yield Bar(
        item_id=item.id,
        start=slot.start,
        end=end,
        lane=lane,
        lanes=lanes,
        inner=inner,
        pinned=item.pin is not None,
        pause=item.kind is ItemKind.BREAK,
        open=end == slot.start,
        clash=max(0, -slot.gap),
    )


def dragged(minutes: int, pixels: float, minute: float, *, fine: bool = False) -> int:
    """Return a row's minutes when its lower edge is dragged so many pixels down.

    ``minute`` is how many pixels a minute is high. The length goes by fives, or by single
    minutes when ``fine``, and stays within what a row may take.
    """
    step = 1 if fine else STEP
    wanted = minutes + pixels / minute
    return min(max(step, round(wanted / step) * step), LONGEST_ROW)


def between(old: Rail, new: Rail, part: float) -> Rail:
    """Return the rail on its way from one to another, ``part`` of the way (0 to 1)."""
    before = {bar.item_id: bar for bar in old.bars}

    def way(one: int, other: int) -> int:
        return round(one + (other - one) * part)

    def moved(bar: Bar) -> Bar:
        was = before.get(bar.item_id, bar)
        return Bar(
            **{**vars(bar), "start": way(was.start, bar.start), "end": way(was.end, bar.end)}
        )

    start, end = way(old.start, new.start), way(old.end, new.end)
    bars = tuple(moved(bar) for bar in new.bars)
    return Rail(start=start, end=max(end, start + 1), planned=new.planned, bars=bars)
