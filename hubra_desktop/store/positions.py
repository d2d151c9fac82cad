"""The places of a list's rows, as numbers with room between them.

A row that comes or moves takes a number between its neighbours', so that the others stay
as they are stored. Only when there is no room left are all rows of the list numbered anew.
"""

from bisect import bisect_left
from collections.abc import Sequence

STEP = 1024
"""The room that is left between neighbours: ten rows can come at one place, halving it."""


def arranged(stored: Sequence[int | None]) -> list[int]:
    """Return rising numbers for rows in their new order, most of them those ``stored``.

    None stands for a row without a number yet.
    """
    kept = _longest_rising(stored)
    numbers: list[int] = []
    for place in range(len(stored) + 1):
        if place < len(stored) and place not in kept:
            continue
        before = numbers[-1] if numbers else None
        after = stored[place] if place < len(stored) else None
        between = _between(before, after, place - len(numbers))
        if between is None:
            return [STEP * each for each in range(len(stored))]
        numbers += between if after is None else [*between, after]
    return numbers


def _between(before: int | None, after: int | None, count: int) -> list[int] | None:
    """Return ``count`` numbers between two, spread evenly; None when there is no room."""
    if after is None:
        first = 0 if before is None else before + STEP
        return [first + STEP * each for each in range(count)]
    if before is None:
        return [after - STEP * (count - each) for each in range(count)]
    if after - before <= count:
        return None
    return [before + (after - before) * (each + 1) // (count + 1) for each in range(count)]


def _longest_rising(stored: Sequence[int | None]) -> set[int]:
    """Return the places of a longest run of numbers that rise: these rows keep theirs."""
    ends: list[int] = []
    end_places: list[int] = []
    previous: dict[int, int | None] = {}
    for place, number in enumerate(stored):
        if number is None:
            continue
        length = bisect_left(ends, number)
        previous[place] = end_places[length - 1] if length else None
        ends[length : length + 1] = [number]
        end_places[length : length + 1] = [place]
    kept: set[int] = set()
    last = end_places[-1] if end_places else None
    while last is not None:
        kept.add(last)
        last = previous[last]
    return kept
