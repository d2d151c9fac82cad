"""What is due or late, whatever it belongs to: the lines that the overview and the notices show."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from hubra_desktop.model.findings import LEVELS, Level
from hubra_desktop.model.language import language
from hubra_desktop.model.swedish import SortKey, date_in_text, sort_key


class Due(NamedTuple):
    """Something to be done by a day (None: no day is known), and where it is done.

    ``kind`` is the name of the table and ``id`` the row that it is mended in; a duty
    that has no row yet has an empty ``id``.
    """

    day: dt.date | None
    level: Level
    sentence: str
    kind: str
    id: str


def in_order(found: Iterable[Due]) -> tuple[Due, ...]:
    """Sort by level, then by day (those without one last), then by sentence; each stands once."""
    return tuple(sorted(dict.fromkeys(found), key=_place))


def _place(due: Due) -> tuple[int, dt.date, SortKey, str]:
    return LEVELS.index(due.level), due.day or dt.date.max, sort_key(due.sentence), due.id


def day_in_words(day: dt.date) -> str:
    """Write a day in a sentence of the window's language: ``den 7 mars 2018``."""
    return date_in_text(day) if language() == "sv" else day.isoformat()
