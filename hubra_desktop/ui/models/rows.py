"""From one list of rows to another by the smallest steps, each known by its id.

Item models keep prepared rows; when the register changes they are given new ones.
Views keep selection, scroll and open editors only if rows that stayed are not
taken out and put back, so the difference is worked out here, apart from Qt.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class RowRemoval:
    """Take away the row at ``at``."""

    at: int


@dataclass(frozen=True)
class Insert:
    """Put the new row with ``id`` at ``at``."""

    at: int
    id: str


@dataclass(frozen=True)
class RowMove:
    """Move the row at ``source`` so that it stands at ``target`` afterwards."""

    source: int
    target: int


Step = RowRemoval | Insert | RowMove


def steps(before: Sequence[str], after: Sequence[str]) -> list[Step]:
    """Return what turns ``before`` into ``after``; ids are unique in each."""
    kept = set(after)
    found: list[Step] = [
        RowRemoval(i) for i in reversed(range(len(before))) if before[i] not in kept
    ]
    now = [each for each in before if each in kept]
    there = set(now)
    for place, wanted in enumerate(after):
        if place < len(now) and now[place] == wanted:
            continue
        if wanted not in there:
            found.append(Insert(place, wanted))
            now.insert(place, wanted)
            there.add(wanted)
        else:
            found.extend(_moves(now, after, place))
    return found


def _moves(now: list[str], after: Sequence[str], place: int) -> list[Step]:
    """Put the right row at ``place``; a row that moved down is one step, not many."""
    done: list[Step] = []
    while now[place] != after[place]:
        if place + 1 < len(now) and now[place + 1] == after[place]:
            source, target = place, _home(now, after, place)
        else:
            source, target = now.index(after[place]), place
        now.insert(target, now.pop(source))
        done.append(RowMove(source, target))
    return done


def _home(now: Sequence[str], after: Sequence[str], place: int) -> int:
    """Return where the row at ``place`` belongs among the rows that stand below it."""
    following = set(after[after.index(now[place]) + 1 :])
    below = (i for i in range(place + 1, len(now)) if now[i] in following)
    return next(below, len(now)) - 1
