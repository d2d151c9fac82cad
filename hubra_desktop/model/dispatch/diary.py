"""What is to be entered in the diary: what came in, was made here and was sent (OSL 5:1-2).

The diary itself is another system, which gives the numbers. Here stands what it must be told,
and what it has been.
"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

from hubra_desktop.model.language import N_
from hubra_desktop.model.records.dispatch import DiaryTick
from hubra_desktop.model.words import Term


class DiaryDirection(Term):
    """Which way a document went."""

    IN = "in", N_("inkommen")
    MADE = "made", N_("upprättad")
    OUT = "out", N_("utgående")


SECRET_TEXT: Final = "Sekretess"
"""What stands in place of sender and subject (OSL 5:2, second paragraph)."""


@dataclass(frozen=True, kw_only=True)
class DiaryEntry:
    """One document for the diary.

    ``source`` names what it is about, as ``dispatch:<id>``. ``who`` is from or to whom.
    ``tick`` tells that it is entered, with the number that it got. ``meeting_id`` is the
    meeting that it belongs to, if any.
    """

    source: str
    day: dt.date
    direction: DiaryDirection
    who: str
    what: str
    case_number: str
    secret: bool = False
    meeting_id: str | None = None
    meeting_day: dt.date | None = None
    tick: DiaryTick | None = None

    @property
    def waits(self) -> bool:
        """Tell whether it has not been entered."""
        return self.tick is None

    @property
    def number(self) -> str:
        """Return the number that the diary gave it, else that of its matter."""
        given = self.tick.number if self.tick is not None else ""
        return given or self.case_number


def told_openly(entry: DiaryEntry) -> DiaryEntry:
    """Return an entry as the open diary may show it: a secret one without sender and subject."""
    return replace(entry, who=SECRET_TEXT, what=SECRET_TEXT) if entry.secret else entry
