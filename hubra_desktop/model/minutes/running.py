"""A meeting that goes on: what has been handled, what goes on now, and when the rest comes.

Computed from the agenda's plan and from the stretches that were recorded, and never stored,
so that every view of a running meeting tells the same times. Clock times are minutes since
midnight of the meeting's date and may pass 1440; durations are minutes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from hubra_desktop.model.outline import active_items, outline
from hubra_desktop.model.records.attendance import AgendaRun
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.terms import ItemKind
from hubra_desktop.model.timetable import Slot, Timetable, next_day, planned_end, timetable


class RowPlace(Enum):
    """Where a row stands in a meeting that goes on."""

    DONE = auto()
    NOW = auto()
    COMING = auto()


@dataclass(frozen=True, kw_only=True)
class RunningRow:
    """A row of the agenda with its planned and its real or expected times.

    ``planned`` is the minutes that were set aside for the row alone, without its sub-items;
    ``spent`` those that it has had, pauses not counted. ``start`` and ``end`` are real for a
    row that is done, expected for one that comes, and None where nobody can tell. ``was`` is
    the planned start.
    """

    item: Item
    place: RowPlace
    planned: int | None = None
    spent: int = 0
    was: int | None = None
    start: int | None = None
    end: int | None = None

    @property
    def left(self) -> int | None:
        """Return the minutes left of those planned: negative when they have been passed."""
        return None if self.planned is None else self.planned - self.spent

    @property
    def moved(self) -> int:
        """Return by how many minutes the row comes later than planned; negative is earlier."""
        return 0 if self.start is None or self.was is None else self.start - self.was


@dataclass(frozen=True, kw_only=True)
class RunningMeeting:
    """How far a meeting has come at ``now``.

    ``late`` is by how many minutes it runs behind its plan, negative when it is ahead, None
    where the plan does not tell. ``end`` is when it is expected to end, or ended;
    ``planned_end`` when it should. ``earliest`` is the last time that is known, where rows
    without a length hide the end. ``pause`` is the pause that goes on.
    """

    now: int
    rows: tuple[RunningRow, ...] = ()
    late: int | None = None
    end: int | None = None
    ended: bool = False
    planned_end: int | None = None
    earliest: int = 0
    pause: AgendaRun | None = None

    @property
    def current(self) -> RunningRow | None:
        """Return the row that goes on now."""
        return next((row for row in self.rows if row.place is RowPlace.NOW), None)

    @property
    def coming(self) -> tuple[RunningRow, ...]:
        """Return the rows that are left."""
        return tuple(row for row in self.rows if row.place is RowPlace.COMING)

    @property
    def following(self) -> RunningRow | None:
        """Return the row that is next: the first that is left after the one that goes on.

        When none is left after it, it is the first that was passed over.
        """
        places = [row.place for row in self.rows]
        now = places.index(RowPlace.NOW) if RowPlace.NOW in places else _last_done(places)
        after = (row for row in self.rows[now + 1 :] if row.place is RowPlace.COMING)
        return next(after, next(iter(self.coming), None))


def clock_now(minutes: int, meeting: Meeting, runs: Sequence[AgendaRun]) -> int:
    """Return a time of day as the meeting counts it: past midnight it goes on from 24.00."""
    known = max((run.ended or run.started for run in runs), default=meeting.opened_at)
    return minutes if known is None else next_day(minutes, known)


def open_run(runs: Iterable[AgendaRun]) -> AgendaRun | None:
    """Return the stretch that goes on, if one does."""
    return next((run for run in runs if run.ended is None), None)


def in_time(runs: Iterable[AgendaRun]) -> tuple[AgendaRun, ...]:
    """Return stretches in the order in which they were; the one that goes on is last."""
    return tuple(sorted(runs, key=lambda run: (run.ended is None, run.started, run.ended or 0)))


def steps_of(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the rows that a meeting goes through one by one: all but headings and withdrawn."""
    return tuple(item for item in active_items(outline(items)) if item.kind is not ItemKind.HEADING)


def running_meeting(meeting: Meeting, runs: Sequence[AgendaRun], now: int) -> RunningMeeting:
    """Compute how far a meeting has come, and when what is left of it comes."""
    plan, going = timetable(meeting), open_run(runs)
    alone = _alone(meeting.items, plan)
    steps = steps_of(meeting.items)
    current = None if meeting.ended_at is not None else _current_id(runs)
    cursor: int | None = _start(meeting, now)
    known = {item.id: _known(item, runs, current, plan, alone, now) for item in steps}
    if (row := known.get(current or "")) is not None:
        cursor = now + max(0, row.left or 0)
        known[row.item.id] = replace(row, end=cursor)
    ended = meeting.ended_at
    rows, cursor = _flow([known[item.id] for item in steps], plan, cursor)
    if ended is not None:
        rows, cursor = tuple(map(_left_out, rows)), ended
    return RunningMeeting(
        now=now,
        rows=rows,
        late=_late(rows),
        end=cursor,
        ended=ended is not None,
        planned_end=planned_end(meeting) if meeting.end is not None else plan.end,
        earliest=max([now, *(row.end or row.start or 0 for row in rows)]),
        pause=going if going is not None and going.pause else None,
    )


def _start(meeting: Meeting, now: int) -> int:
    """Return from when what is left is counted while nothing goes on."""
    if meeting.opened_at is None and meeting.start is not None:
        return max(now, meeting.start)
    return now


def _current_id(runs: Sequence[AgendaRun]) -> str | None:
    """Return the row that goes on, in a pause the one that went on before it."""
    latest = [run.item_id for run in in_time(runs) if run.item_id is not None]
    going = open_run(runs)
    return latest[-1] if latest and going is not None else None


def _alone(items: Sequence[Item], plan: Timetable) -> dict[str, int | None]:
    """Return the minutes that were set aside for each row beside its sub-items."""
    made: dict[str, int | None] = {}
    for branch in outline(items):
        inner = sum(plan.slots.get(child.id, Slot()).used for child in branch.children)
        slot = plan.slots[branch.item.id]
        made[branch.item.id] = None if slot.open else max(0, slot.used - inner)
        for child in branch.children:
            under = plan.slots.get(child.id, Slot())
            made[child.id] = None if under.open else under.used
    return made


def _known(
    item: Item,
    runs: Sequence[AgendaRun],
    current: str | None,
    plan: Timetable,
    alone: Mapping[str, int | None],
    now: int,
) -> RunningRow:
    """Return a row with what was recorded of it."""
    mine = [run for run in in_time(runs) if run.item_id == item.id]
    coming = not mine and item.id != current
    place = RowPlace.NOW if item.id == current else RowPlace.DONE
    return RunningRow(
        item=item,
        place=RowPlace.COMING if coming else place,
        planned=alone[item.id],
        spent=sum(_length(run, now) for run in mine),
        was=plan.slots[item.id].start,
        start=mine[0].started if mine else None,
        end=mine[-1].ended if mine else None,
    )


def _length(run: AgendaRun, now: int) -> int:
    return max(0, (now if run.ended is None else run.ended) - run.started)


def _flow(
    rows: Sequence[RunningRow], plan: Timetable, cursor: int | None
) -> tuple[tuple[RunningRow, ...], int | None]:
    """Return the rows with the times at which those left are expected, and where they end.

    A row that has a fixed time waits for it; one that runs beside another starts with it.
    After a row that nobody knows the length of, times are known from the next fixed one.
    """
    made: list[RunningRow] = []
    leader: RunningRow | None = None
    for row in rows:
        if row.place is not RowPlace.COMING:
            made.append(row)
            leader = None
            continue
        beside = leader if row.item.parallel else None
        start = _expected(row, cursor if beside is None else beside.start, plan)
        end = None if start is None or row.planned is None else start + row.planned
        made.append(replace(row, start=start, end=end))
        if beside is None:
            leader, cursor = made[-1], end
        elif end is not None and cursor is not None:
            cursor = max(cursor, end)
    return tuple(made), cursor


def _left_out(row: RunningRow) -> RunningRow:
    """Return a row of a meeting that has ended: one that was not handled has no time."""
    coming = row.place is RowPlace.COMING
    return replace(row, start=None, end=None) if coming else row


def _expected(row: RunningRow, cursor: int | None, plan: Timetable) -> int | None:
    """Return when a row starts that could start at ``cursor``."""
    pinned = None if row.item.pin is None else plan.slots[row.item.id].start
    if pinned is None:
        return cursor
    return pinned if cursor is None else max(cursor, pinned)


def _late(rows: Sequence[RunningRow]) -> int | None:
    """Return by how many minutes the row that goes on, or the next, is behind the plan."""
    now = next((row for row in rows if row.place is RowPlace.NOW), None)
    if now is None:
        left = (row for row in rows if row.place is RowPlace.COMING)
        return next((row.moved for row in left if row.was is not None), None)
    if now.planned is None or now.was is None or now.end is None:
        return None if now.was is None or now.start is None else now.moved
    return now.end - (now.was + now.planned)


def _last_done(places: Sequence[RowPlace]) -> int:
    done = [place for place, each in enumerate(places) if each is RowPlace.DONE]
    return done[-1] if done else -1
