"""The order that rows are given to their readers in, where a name or a day decides.

Words are never put in order by the database: it knows no Swedish, and another database
another order. Rows without a day stand first or last, as each list has it.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from hubra_desktop.model.records.money import Grant
from hubra_desktop.model.swedish import sort_key

T = TypeVar("T")
_LATER = date.max.toordinal() + 1


def by_words(rows: Iterable[T], words: Callable[[T], str]) -> tuple[T, ...]:
    """Return the rows as Swedes sort their words; equal ones as they stood."""
    return tuple(sorted(rows, key=lambda row: sort_key(words(row))))


def latest_first(grants: Iterable[Grant]) -> tuple[Grant, ...]:
    """Return grants by year, the latest first, then by title."""
    return tuple(sorted(grants, key=lambda each: (-each.year, sort_key(each.title))))


def unknown_first(day: date | None) -> int:
    """Return what a day is ordered by where rows without one stand first."""
    return 0 if day is None else day.toordinal()


def unknown_last(day: date | None) -> int:
    """Return what a day is ordered by where rows without one stand last."""
    return _LATER if day is None else day.toordinal()
