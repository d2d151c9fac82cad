"""Which days are free in Sweden: what deadlines are moved by and where no meeting is put.

The public holidays are those of lag (1989:253) om allmänna helgdagar, as the ``holidays``
library computes them for 1953–2100; other years have no more than Sundays and eves by date.
It is imported when a year is first asked for, since it costs a third of a second.
"""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Final

from hubra_desktop.model.language import N_, language, say

_DAY: Final = dt.timedelta(days=1)
_SATURDAY: Final = 5
_SUNDAY: Final = 6
_CHRISTMAS_EVE: Final = (12, 24)
_NEW_YEARS_EVE: Final = (12, 31)
_MIDSUMMER: Final = ("Midsommardagen", "Midsummer Day")
_LIBRARY_LANGUAGES: Final = {"sv": "sv", "en": "en_US"}


def public_holiday(day: dt.date) -> str:
    """Return the name of a public holiday ("långfredagen"), "" on other days and plain Sundays."""
    name = _holidays(day.year, language()).get(day, "")
    return name if language() == "en" or name.startswith("Kristi") else name[:1].lower() + name[1:]


def holiday_eve(day: dt.date) -> str:
    """Name an eve that the law counts as a Saturday (lag 1930:173, 2 §), "" on other days."""
    if (day.month, day.day) == _CHRISTMAS_EVE:
        return say("julafton")
    if (day.month, day.day) == _NEW_YEARS_EVE:
        return say("nyårsafton")
    if _holidays(day.year, language()).get(day + _DAY, "") in _MIDSUMMER:
        return say("midsommarafton")
    return ""


def free_day(day: dt.date) -> str:
    """Say why nobody works on a day ("juldagen", "lördag"), "" on a working day."""
    return public_holiday(day) or holiday_eve(day) or _weekend(day)


def is_workday(day: dt.date) -> bool:
    """Tell whether a day is none of Saturday, Sunday, public holiday and the three eves."""
    return not free_day(day)


def squeezed_day(day: dt.date) -> bool:
    """Tell whether a working day stands alone between two free days (klämdag)."""
    return is_workday(day) and not is_workday(day - _DAY) and not is_workday(day + _DAY)


def before_holiday(day: dt.date) -> str:
    """Name the holiday or eve that follows a working day, "" where an ordinary day does."""
    following = day + _DAY
    return (public_holiday(following) or holiday_eve(following)) if is_workday(day) else ""


def next_weekday(day: dt.date) -> dt.date:
    """Return the last day of a period that ends on ``day`` (lag 1930:173, 2 §).

    On a Saturday, a Sunday, a holiday or one of the three eves it is the next weekday.
    """
    while not is_workday(day):
        day += _DAY
    return day


def workday_before(day: dt.date) -> dt.date:
    """Return the nearest working day before a day, or the day itself when it is one."""
    while not is_workday(day):
        day -= _DAY
    return day


def workdays_back(day: dt.date, count: int) -> dt.date:
    """Return the day that lies ``count`` working days before a day, which is not counted."""
    for _each in range(count):
        day = workday_before(day - _DAY)
    return day


def easter_sunday(year: int) -> dt.date | None:
    """Return the day of Easter, None in a year whose holidays are not known."""
    found = (day for day, name in _holidays(year, "sv").items() if name == "Påskdagen")
    return next(found, None)


def _weekend(day: dt.date) -> str:
    names = {_SATURDAY: N_("lördag"), _SUNDAY: N_("söndag")}
    return say(names[day.weekday()]) if day.weekday() in names else ""


@cache
def _holidays(year: int, spoken: str) -> Mapping[dt.date, str]:
    """Return the public holidays of a year by day."""
    from holidays.countries.sweden import Sweden

    found = Sweden(years=year, include_sundays=False, language=_LIBRARY_LANGUAGES[spoken])
    return dict(found)
