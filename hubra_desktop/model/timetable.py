"""The agenda's clock: when each row starts and ends, computed and never stored.

Everything that shows a time (the list on screen, the kallelse, the checks) asks
this module, so a moved row moves everywhere at once. A cursor starts at the
meeting's start; a pinned row starts at its pin and every other row at the cursor;
the cursor then stands at the row's end. Clock times are minutes since midnight of
the meeting's date and may pass 1440; durations are minutes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import add
from typing import NamedTuple

from hubra_desktop.model.outline import Branch, outline
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.swedish import MINUTES_A_DAY, clock, time_range
from hubra_desktop.model.terms import ItemKind, PrintTime

HALF_A_DAY = MINUTES_A_DAY // 2


@dataclass(frozen=True, kw_only=True)
class Slot:
    """When one row is on; ``start`` and ``end`` are None where they cannot be known.

    ``used`` is the minutes that the row takes, known or not when. ``flow`` is where
    the row would start without a pin, and ``after`` the id of the row that ends
    there (None: the meeting's start). ``open`` rows have no duration; ``stranded``
    rows have one, but an open row before them hides when. ``excess`` is by how many
    minutes the sub-items exceed the row's own duration (negative: fall short).
    """

    start: int | None = None
    end: int | None = None
    used: int = 0
    flow: int | None = None
    after: str | None = None
    open: bool = False
    stranded: bool = False
    excess: int = 0

    @property
    def gap(self) -> int:
        """Minutes from the flow to the pin: positive is dead time, negative a clash."""
        if self.start is None or self.flow is None:
            return 0
        return self.start - self.flow


@dataclass(frozen=True, kw_only=True)
class Timetable:
    """The times of a whole agenda; every row has a slot, by its id.

    Without a ``start`` only pinned rows and those after them have times. ``end`` is
    when the last timed row ends, None if that is unknown or nothing is timed. ``total``
    is the minutes of all rows with breaks, ``net`` without breaks, ``information``
    those of information rows: information <= net <= total. Rows in parallel count once,
    as the longest of them.
    """

    start: int | None
    end: int | None
    total: int
    net: int
    information: int
    slots: dict[str, Slot]


class _Minutes(NamedTuple):
    """Minutes of a stretch of rows, by what they are used for."""

    total: int = 0
    net: int = 0
    information: int = 0

    def plus(self, other: "_Minutes") -> "_Minutes":
        return _Minutes(*map(add, self, other))

    def beside(self, other: "_Minutes") -> "_Minutes":
        return _Minutes(*map(max, self, other))

    def within(self, frame: int) -> "_Minutes":
        return _Minutes(*(min(each, frame) for each in self))


def _minutes_of(kind: ItemKind, minutes: int) -> _Minutes:
    net = 0 if kind is ItemKind.BREAK else minutes
    return _Minutes(minutes, net, minutes if kind is ItemKind.INFORMATION else 0)


@dataclass
class _Flow:
    """The cursor on its way down a list of rows, and what it has counted.

    ``known`` is the latest time seen, by which a pin past midnight is told from one
    set backwards. ``leader`` is the slot that a parallel row runs beside.
    """

    cursor: int | None
    known: int
    slots: dict[str, Slot]
    source: str | None = None
    leader: Slot | None = None
    done: _Minutes = field(default_factory=_Minutes)
    group: _Minutes = field(default_factory=_Minutes)

    def minutes(self) -> _Minutes:
        return self.done.plus(self.group)

    def walk(self, branches: Sequence[Branch]) -> None:
        for branch in branches:
            if branch.item.withdrawn:
                self._pass_over(branch)
            elif branch.item.kind is ItemKind.HEADING:
                self._head(branch.item)
            elif branch.item.parallel and self.leader is not None:
                self._run_beside(branch, self.leader)
            else:
                self._follow(branch)

    def _pass_over(self, branch: Branch) -> None:
        for item in (branch.item, *branch.children):
            self.slots[item.id] = Slot()
        if not branch.item.parallel:
            self.leader = None

    def _head(self, item: Item) -> None:
        start = self._start_of(item, self.cursor)
        self.slots[item.id] = Slot(start=start, flow=self.cursor, after=self.source)
        if item.pin is not None:
            self.cursor, self.source, self.leader = start, item.id, None

    def _follow(self, branch: Branch) -> None:
        slot, minutes = self._place(branch, self.cursor, self.source)
        self.leader, self.cursor, self.source = slot, slot.end, branch.item.id
        self.done, self.group = self.minutes(), minutes

    def _run_beside(self, branch: Branch, leader: Slot) -> None:
        slot, minutes = self._place(branch, leader.start, leader.after)
        if slot.end is not None and (self.cursor is None or slot.end > self.cursor):
            self.cursor, self.source = slot.end, branch.item.id
        self.group = self.group.beside(minutes)

    def _place(self, branch: Branch, flow: int | None, after: str | None) -> tuple[Slot, _Minutes]:
        item = branch.item
        start = self._start_of(item, flow)
        inner = self._inner(branch, start)
        if start is None:
            start = self._start_within(branch)
        minutes = _framed(item.duration, item.kind, inner.minutes())
        end = _end_of(item, start, inner.cursor if minutes.total else None)
        slot = Slot(
            start=start,
            end=end,
            used=minutes.total,
            flow=flow,
            after=after,
            open=item.duration is None and end is None and not (start is None and minutes.total),
            stranded=start is None and minutes.total > 0,
            excess=_excess(branch, inner.minutes().total),
        )
        self.slots[item.id] = slot
        self.known = max(self.known, inner.known, start or 0, end or 0)
        return slot, minutes

    def _inner(self, branch: Branch, start: int | None) -> "_Flow":
        inner = _Flow(start, self.known, self.slots, source=branch.item.id)
        inner.walk([Branch(child) for child in branch.children])
        return inner

    def _start_within(self, branch: Branch) -> int | None:
        """Return where a row starts that only its first sub-item's pin places."""
        first = next((child for child in branch.children if not child.withdrawn), None)
        return None if first is None else self.slots[first.id].start

    def _start_of(self, item: Item, flow: int | None) -> int | None:
        if item.pin is None:
            return flow
        start = next_day(item.pin, self.known)
        self.known = max(self.known, start)
        return start


def _end_of(item: Item, start: int | None, inner_end: int | None) -> int | None:
    """Return where a row ends; one without duration ends with its sub-items."""
    if start is None:
        return None
    if item.duration is not None:
        return start + item.duration
    return None if inner_end is None else max(start, inner_end)


def _framed(frame: int | None, kind: ItemKind, inner: _Minutes) -> _Minutes:
    if frame is None:
        return inner
    rest = max(0, frame - inner.total)
    return inner.within(frame).plus(_minutes_of(kind, rest))


def _excess(branch: Branch, inner: int) -> int:
    """Return by how much timed sub-items differ from their frame; open ones may fill it."""
    frame = branch.item.duration
    if frame is None or not inner:
        return 0
    fillable = any(
        child.duration is None and not child.withdrawn and child.kind is not ItemKind.HEADING
        for child in branch.children
    )
    return max(0, inner - frame) if fillable else inner - frame


def next_day(minutes: int, known: int) -> int:
    """Move a clock time to the day on which it can follow ``known``.

    A time more than twelve hours before the latest known one is the next day's:
    00.05 after 23.50 is fifteen minutes later, not a step back.
    """
    while known - minutes > HALF_A_DAY:
        minutes += MINUTES_A_DAY
    return minutes


def planned_end(meeting: Meeting) -> int | None:
    """Return the planned end, on the next day when it stands before the start."""
    if meeting.end is None or meeting.start is None or meeting.end > meeting.start:
        return meeting.end
    return meeting.end + MINUTES_A_DAY


def timetable(meeting: Meeting) -> Timetable:
    """Compute the times of every row from the meeting's start, pins and durations."""
    flow = _Flow(meeting.start, meeting.start or 0, {})
    flow.walk(outline(meeting.items))
    minutes = flow.minutes()
    return Timetable(
        start=meeting.start,
        end=_end(meeting.items, flow.slots),
        slots=flow.slots,
        **minutes._asdict(),
    )


def _end(items: Sequence[Item], slots: dict[str, Slot]) -> int | None:
    timed = [slots[item.id] for item in items if slots[item.id].used]
    if not timed or timed[-1].end is None:
        return None
    return max(slot.end for slot in timed if slot.end is not None)


def printed_time(item: Item, slot: Slot, separator: str | None = None) -> str:
    """Write the time that the kallelse prints for a row; empty for a silent one."""
    if item.print_time is PrintTime.NONE or slot.start is None:
        return ""
    if item.kind is ItemKind.HEADING and item.pin is None:
        return ""
    if item.print_time is PrintTime.START:
        return clock(slot.start, separator)
    return time_range(slot.start, slot.end, separator)
