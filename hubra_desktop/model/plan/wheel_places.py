"""Where things stand in the wheel, so that nothing lies over anything else.

A year is 360 degrees, a month 30 of them, January first. Activities are stretches that
are laid in tracks, as in a timetable; when they need more tracks than there is room
for, those of a month share it side by side, and at last the long ones are shown in one
month only (their whole time stands in the key).
"""

import calendar
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

MONTH: Final = 30.0
Stretch = tuple[float, float]
Span = tuple[dt.date, dt.date]


class Laid(NamedTuple):
    """The place of something: its track from the outside in, and its stretches in degrees."""

    track: int
    stretches: tuple[Stretch, ...]


def angle_of(day: dt.date) -> float:
    """Return where a day stands, in degrees from 1 January."""
    length = calendar.monthrange(day.year, day.month)[1]
    return MONTH * (day.month - 1 + (day.day - 0.5) / length)


def stretches_of(months: Sequence[int]) -> tuple[Stretch, ...]:
    """Return runs of months as stretches: winter is one at either end of the year."""
    runs: list[list[int]] = []
    for month in sorted(set(months)):
        if runs and runs[-1][-1] == month - 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return tuple((MONTH * (run[0] - 1), MONTH * run[-1]) for run in runs)


def days_stretches(spans: Sequence[Span], year: int, least: float) -> tuple[Stretch, ...]:
    """Return stretches of days as far as they lie in a year, each ``least`` degrees at least.

    Those that would touch are one.
    """
    found: list[Stretch] = []
    whole = (dt.date(year, 1, 1), dt.date(year, 12, 31))
    for first, last in sorted((max(a, whole[0]), min(b, whole[1])) for a, b in spans):
        if first > last:
            continue
        half_day = angle_of(whole[0])
        start, end = angle_of(first) - half_day, angle_of(last) + half_day
        wider = max(0.0, least - (end - start)) / 2
        start = min(max(start - wider, 0.0), 360.0 - least)
        end = max(min(end + wider, 360.0), start + least)
        if found and found[-1][1] >= start:
            start, end = found[-1][0], max(end, found.pop()[1])
        found.append((start, end))
    return tuple(found)


def lay_out(
    wanted: Sequence[Sequence[int]], tracks: int, finest: int = 3,
    on_days: Mapping[int, tuple[Stretch, ...]] | None = None,
) -> list[Laid | None]:  # fmt: skip
    """Lay activities, each given by its months, in at most so many tracks.

    A month is parted in at most ``finest`` places. ``on_days`` are the stretches of those,
    by their place among the wanted, whose days are known. None stands for what there is no
    room for, which is told in the key alone.
    """
    known = {n: [stretches] for n, stretches in (on_days or {}).items() if stretches}
    laid: list[Laid] = []
    for parts in range(1, finest + 1):
        laid = _in_tracks(
            [known.get(n) or _placed(months, parts, short=False) for n, months in enumerate(wanted)]
        )
        if not _over(laid, tracks):
            return list(laid)
    short: set[int] = set()
    while (over := _over(laid, tracks)) and (more := _to_shorten(wanted, over, short)):
        short |= more
        laid = _in_tracks(
            [
                (n not in short and known.get(n)) or _placed(months, finest, short=n in short)
                for n, months in enumerate(wanted)
            ]
        )
    return [each if each.track < tracks else None for each in laid]


def _over(laid: Sequence[Laid], tracks: int) -> set[int]:
    return {n for n, each in enumerate(laid) if each.track >= tracks}


def _to_shorten(wanted: Sequence[Sequence[int]], over: set[int], short: set[int]) -> set[int]:
    """Choose what to show in one month only: what had no room, else the longest that is left."""
    long = {n for n, months in enumerate(wanted) if len(months) > 1 and n not in short}
    return long & over or set(sorted(long, key=lambda n: -len(wanted[n]))[:1])


def _placed(months: Sequence[int], parts: int, *, short: bool) -> list[tuple[Stretch, ...]]:
    """Return where an activity may stand: all its months, or a part of one of them."""
    if (len(months) > 1 and not short) or parts == 1:
        return [stretches_of(months)]
    size = MONTH / parts
    starts = (MONTH * (month - 1) + part * size for part in range(parts) for month in months)
    return [((start, start + size),) for start in starts]


def _in_tracks(wanted: Sequence[list[tuple[Stretch, ...]]]) -> list[Laid]:
    """Lay the longest first, each in the outermost track where one of its places is free."""
    taken: list[list[Stretch]] = []
    found: dict[int, Laid] = {}
    for index in sorted(range(len(wanted)), key=lambda n: _eagerness(wanted[n], n)):
        found[index] = _lay(taken, wanted[index])
    return [found[index] for index in range(len(wanted))]


def _eagerness(places: list[tuple[Stretch, ...]], index: int) -> tuple[float, float, int]:
    length = sum(end - start for start, end in places[0])
    return -length, places[0][0][0], index


def _lay(taken: list[list[Stretch]], places: list[tuple[Stretch, ...]]) -> Laid:
    for track, row in enumerate(taken):
        for stretches in places:
            if all(_free(row, stretch) for stretch in stretches):
                row.extend(stretches)
                return Laid(track, stretches)
    taken.append(list(places[0]))
    return Laid(len(taken) - 1, places[0])


def _free(row: Sequence[Stretch], wanted: Stretch) -> bool:
    start, end = wanted
    return all(end <= first + 1e-6 or start >= last - 1e-6 for first, last in row)


def spread(angles: Sequence[float], apart: float) -> list[float]:
    """Move marks apart that would touch: at least ``apart`` degrees, as little as can be.

    The order is kept, and so is the year: no mark passes New Year.
    """
    order = sorted(range(len(angles)), key=lambda n: angles[n])
    room = min(apart, (360.0 - apart) / max(1, len(angles) - 1)) if len(angles) > 1 else apart
    placed = _least_moved([angles[n] for n in order], room, room / 2, 360.0 - room / 2)
    found = dict(zip(order, placed, strict=True))
    return [found[n] for n in range(len(angles))]


def _least_moved(wanted: list[float], apart: float, low: float, high: float) -> list[float]:
    """Return places in order with the least sum of squared moves (blocks that touch share one)."""
    blocks: list[list[float]] = []  # each: sum of (wanted − offset), count
    for place, angle in enumerate(wanted):
        blocks.append([angle - place * apart, 1.0])
        while len(blocks) > 1 and _mean(blocks[-2]) >= _mean(blocks[-1]):
            last = blocks.pop()
            blocks[-1] = [blocks[-1][0] + last[0], blocks[-1][1] + last[1]]
    bases = [_mean(block) for block in blocks for _ in range(int(block[1]))]
    most = high - (len(wanted) - 1) * apart
    return [min(max(base, low), most) + place * apart for place, base in enumerate(bases)]


def _mean(block: Sequence[float]) -> float:
    return block[0] / block[1]
