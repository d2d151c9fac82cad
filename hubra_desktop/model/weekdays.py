"""Dates in a text whose weekday is another: "onsdag den 8 mars 2018" was a Thursday."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from hubra_desktop.model.swedish import MONTHS, WEEKDAYS, weekday_text

_WEEKDAY: Final = re.compile(
    rf"({'|'.join(WEEKDAYS)})(?:en)?s?,? (?:den )?(\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?",
    re.IGNORECASE,
)
_PERHAPS: Final = re.compile(r"dag(?:en)?s?,? (?:den )?\d")
"""What every match of ``_WEEKDAY`` holds, casefolded; much sooner looked for."""


class WrongWeekday(NamedTuple):
    """A date at ``start``–``end`` of a text, and the weekday that is named with it."""

    start: int
    end: int
    day: dt.date
    weekday: str

    @property
    def sentence(self) -> str:
        """Say it in the window's language."""
        return weekday_text(self.day, WEEKDAYS.index(self.weekday))


def wrong_weekdays(text: str, year: int) -> Iterator[WrongWeekday]:
    """Find dates whose weekday is another.

    A date without a year is of ``year``; it is reported only when the year before and the
    year after do not fit either.
    """
    if not _PERHAPS.search(text.casefold()):
        return
    for match in _WEEKDAY.finditer(text):
        named = match[1].casefold()
        days = [written_day(match[2], match[3], each) for each in _years(match[4], year)]
        known = [day for day in days if day is not None]
        if known and all(WEEKDAYS[day.weekday()] != named for day in known):
            yield WrongWeekday(match.start(), match.end(), known[0], named)


def written_day(day: str, month: str, year: str | int) -> dt.date | None:
    """Return the day that is written in words, None when there is no such day."""
    try:
        return dt.date(int(year), MONTHS.index(month.casefold()) + 1, int(day))
    except ValueError:
        return None


def _years(typed: str | None, year: int) -> list[int]:
    return [int(typed)] if typed else [year, year + 1, year - 1]
