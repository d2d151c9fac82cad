"""Generations of a register: what they are called, and which of them are kept how long.

Near the present they lie close, far from it wide apart: all hours of today, a day of two
weeks, a week of a year, a month for ever. A moment is what the clock on the wall showed,
so two of them may have the same one when the clock is set back; nothing is taken away
because a clock was wrong.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import inf
from pathlib import Path
from typing import Final, NamedTuple

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.wording import quoted


class BackupReason(StrEnum):
    """Why a generation was made; the value stands in its file's name."""

    START = "start"
    HOUR = "timme"
    CLOSE = "stängning"
    MIGRATION = "före uppgradering"
    IMPORT = "före import"
    RESTORE = "före återställning"
    PURGE = "före gallring"
    OLDER_FILE = "före äldre fil"
    BY_HAND = "egen"


DAYS: Final = 14
"""Days of which one generation each is kept."""

WEEKS: Final = 365
"""Days back to which one generation a week is kept; before them, one a month."""

_HELD: Final = {
    BackupReason.MIGRATION: 365,
    BackupReason.OLDER_FILE: 365,
    BackupReason.RESTORE: 90,
    BackupReason.IMPORT: DAYS,
    BackupReason.PURGE: DAYS,
    BackupReason.BY_HAND: DAYS,
}
"""Days that a generation is kept whatever lies beside it: a step back that may be wanted."""

BOUND: Final = 5 * 1000**3
"""Bytes that a register's generations take together, unless the user chooses otherwise."""

_MOMENT: Final = "%Y-%m-%d %H.%M.%S"
_NAME: Final = re.compile(
    r"(\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d) \(([^,()]+)(?:, ([1-9]\d*))?\)\.hubra"
)


@dataclass(frozen=True)
class Generation:
    """A register as it was at a local ``moment``; ``size`` is in bytes."""

    path: Path
    moment: datetime
    reason: BackupReason
    size: int


def generation_name(moment: datetime, reason: BackupReason, number: int = 1) -> str:
    """Name a generation; from the second one made in the same second on with its number."""
    which = f", {number}" if number > 1 else ""
    return f"{moment:{_MOMENT}} ({reason}{which}).hubra"


def named_generation(path: Path, size: int) -> Generation | None:
    """Return the generation that a file is by its name; None for other files."""
    found = _NAME.fullmatch(unicodedata.normalize("NFC", path.name))
    if found is None:
        return None
    try:
        moment, reason = datetime.strptime(found[1], _MOMENT), BackupReason(found[2])
    except ValueError:
        return None
    return Generation(path, moment, reason, size)


def newest_first(generations: Iterable[Generation]) -> list[Generation]:
    """Return the generations in order of their moments, those of one second as they were made."""
    return sorted(generations, key=_order, reverse=True)


def _order(each: Generation) -> tuple[datetime, int, str]:
    found = _NAME.fullmatch(unicodedata.normalize("NFC", each.path.name))
    number = int(found[3]) if found and found[3] else 1
    return each.moment, number, each.path.name


class Thinning(NamedTuple):
    """Which generations stay and which go, each newest first.

    ``aged`` go because others lie close by, ``crowded`` because together they are too large.
    """

    kept: list[Generation]
    aged: list[Generation]
    crowded: list[Generation]


def thinning(
    generations: Iterable[Generation], now: datetime, made: Path | None = None, bound: int = BOUND
) -> Thinning:
    """Tell which generations to keep in ``bound`` bytes, at the local moment ``now``.

    The newest and the one at ``made`` stay in any case, whatever the clock says.
    """
    ordered = newest_first(generations)
    firm = {each.path for each in ordered[:1]} | ({made} if made is not None else set())
    slots: set[tuple[object, ...]] = set()
    kept: list[Generation] = []
    aged: list[Generation] = []
    for each in ordered:
        slot = _slot(each, now)
        stays = slot not in slots or each.path in firm or _is_held(each, now)
        slots.add(slot)
        (kept if stays else aged).append(each)
    crowded = _crowded(kept, firm, now, bound)
    return Thinning([each for each in kept if each not in crowded], aged, crowded)


def _slot(each: Generation, now: datetime) -> tuple[object, ...]:
    """Return the stretch of time of which one generation is kept; a future day counts as today."""
    day = each.moment.date()
    age = (now.date() - day).days
    if age <= 0:
        return day, each.moment.hour
    if age <= DAYS:
        return (day,)
    if age <= WEEKS:
        return day.isocalendar()[:2]
    return "month", day.year, day.month


def _is_held(each: Generation, now: datetime) -> bool:
    return now - each.moment <= timedelta(days=_HELD.get(each.reason, -1))


def _crowded(
    kept: Sequence[Generation], firm: set[Path], now: datetime, bound: int
) -> list[Generation]:
    """Return those to take away for the rest to fit: first those that leave the least hole."""
    left, gone = list(kept), []
    while sum(each.size for each in left) > bound:
        loose = [n for n, each in enumerate(left) if each.path not in firm]
        if not loose:
            break
        least = min(loose, key=lambda n: (_is_held(left[n], now), _hole(left, n, now)))
        gone.append(left.pop(least))
    return newest_first(gone)


def _hole(ordered: Sequence[Generation], place: int, now: datetime) -> float:
    """Return how wide a stretch would be without a generation, as a part of its age.

    Without the oldest the register would be known less far back: it goes last.
    """
    if place == len(ordered) - 1:
        return inf
    newer = ordered[place - 1].moment if place else now
    age = abs(now - ordered[place].moment) + timedelta(hours=1)
    return abs(newer - ordered[place + 1].moment) / age


def generation_called(generations: Iterable[Generation], said: str) -> Generation:
    """Return the newest generation whose file's name begins so; raises InputError."""
    wanted = unicodedata.normalize("NFC", said.strip()).replace(":", ".")
    for each in newest_first(generations):
        if wanted and unicodedata.normalize("NFC", each.path.name).startswith(wanted):
            return each
    raise refusal(
        "Det finns ingen säkerhetskopia {said}. Skriv dagen, som 2026-11-30, eller kopians "
        "hela namn.",
        said=quoted(said),
    )
