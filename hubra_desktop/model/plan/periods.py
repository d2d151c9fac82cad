"""When an activity is planned, read as people say it: juni, våren, v. 12, 1–15 april.

The convention, where people mean different things: a season is three whole months,
våren March–May, sommaren June–August, hösten September–November, vintern December with
January and February of the same year. Vårterminen is January–June, höstterminen
August–December. "Hela året", "varje vecka", "löpande" and the like fill all twelve
months; a bare year means some time in it. Days that are entered go before the words.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.plan import Activity
from hubra_desktop.model.swedish import (
    EN_DASH,
    MONTHS,
    day_and_month,
    folded,
    listed,
    parse_date,
)

ALL: Final = tuple(range(1, 13))


class When(StrEnum):
    """How a period tells its time: by months, all the year, some time in it, not at all."""

    MONTHS = "months"
    ALL_YEAR = "all_year"
    SOME_TIME = "some_time"
    UNKNOWN = "unknown"


class Period(NamedTuple):
    """The months (1–12) of the activity's own year; all twelve but for ``When.MONTHS``.

    Without any words or days, or with words that are not understood, there are none.
    ``spans`` are the first and the last day of each stretch, where days or weeks are named.
    """

    when: When
    months: tuple[int, ...]
    spans: "tuple[Span, ...]" = ()

    @property
    def days(self) -> "Span | None":
        """Return the first and the last day, where days or weeks are named."""
        if not self.spans:
            return None
        return min(first for first, _ in self.spans), max(last for _, last in self.spans)


Span = tuple[dt.date, dt.date]
_NOWHERE: Final = Period(When.UNKNOWN, ())
_SEASONS: Final[Mapping[str, tuple[int, ...]]] = {
    "vår": (3, 4, 5),
    "sommar": (6, 7, 8),
    "höst": (9, 10, 11),
    "vinter": (1, 2, 12),
    "vårtermin": (1, 2, 3, 4, 5, 6),
    "hösttermin": (8, 9, 10, 11, 12),
    "vt": (1, 2, 3, 4, 5, 6),
    "ht": (8, 9, 10, 11, 12),
    "jul": (12,),
    "första halvår": (1, 2, 3, 4, 5, 6),
    "andra halvår": (7, 8, 9, 10, 11, 12),
    "årets början": (1,),
    "årets slut": (12,),
}
_NUMBERS: Final = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}
_ALL_YEAR: Final = re.compile(
    r"(under )?hela året|året (runt|om)|löpande|kontinuerligt|fortlöpande|återkommande"
    r"|varje (vecka|månad|dag|kvartal)|(en gång i veckan|veckovis|månadsvis|kvartalsvis)"
    r"|(mån|tis|ons|tors|fre|lör|sön)dagar|helår(et)?"
)
_SOME_TIME: Final = re.compile(r"(under |i |någon gång under )?(året|\d{4})|någon gång")
_QUARTER: Final = re.compile(
    r"(?:kvartal|kv\.?|q) ?([1-4])|([1-4]):?[ae]? kvartalet"
    r"|(första|andra|tredje|fjärde) kvartalet"
)
_MONTH: Final = re.compile(r"([a-zåäö]{3,9})\.?")
_TO: Final = re.compile(r" ?[–—-] ?| till (?:och med )?| t\.?o\.?m\.? ")
_AND: Final = re.compile(r", | och | samt |,| & |(?<=[a-zåäö.]) ?/ ?(?=[a-zåäö])")
_MONTH_NUMBER: Final = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])\b(?!-)")
_WEEKS: Final = re.compile(
    r"(?:i |under )?(?:v\.?|veckan?|veckorna) ?(?P<weeks>\d{1,2}(?:(?: ?[–—-] ?| och |, ?)"
    r"(?:v\.? ?)?\d{1,2})*)(?:[ ,]+(?P<year>\d{4}))?"
)
_WEEK: Final = re.compile(r"(\d{1,2})(?: ?[–—-] ?(?:v\.? ?)?(\d{1,2}))?")
_DAYS: Final = re.compile(
    r"(?:den )?(?P<first>\d{1,2}) ?[–—-] ?(?P<last>\d{1,2})[. ]"
    r"(?P<rest>[a-zåäö]{3,9}\.?(?: \d{4})?)"
)
_DAYS_APART: Final = re.compile(
    r" ?[–—] ?| - |(?<=[0-9a-zåäö])-(?=\d{1,2}[ /.])| till (?:och med )?"
)
_EARLY: Final = re.compile(
    r"^(?:i |under |på |vid )?(?:(?:början|mitten|slutet) av |tidigt |sent |mitten "
    r"|tidig |sen |omkring |ca |cirka )?(?:i |under |på )?(?:den )?"
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_YEAR_AFTER: Final = re.compile(r" \d{4}$")
_DAY_BEFORE: Final = re.compile(r"^\d{1,2}(?::?[ea])?[. ] ?")


def period_of(activity: Activity) -> Period:
    """Return when the activity is: by its planned days, else by its words.

    Words that name no months give way to the days when it was done.
    """
    if activity.starts or activity.ends:
        return _between(activity.starts, activity.ends, activity.year)
    read = read_period(activity.period, activity.year)
    if read.when in (When.SOME_TIME, When.UNKNOWN):
        days = [each.date for each in activity.occasions if each.date is not None]
        done = {day.month for day in days if day.year == activity.year}
        return Period(When.MONTHS, tuple(sorted(done))) if done else read
    return read


def months_of(activity: Activity) -> tuple[int, ...]:
    """Return the months of its year when the activity is planned, in order."""
    return period_of(activity).months


def last_day(activity: Activity) -> dt.date:
    """Return the day after which the activity is late: its last planned one."""
    if activity.ends:
        return activity.ends
    period = period_of(activity)
    if period.days is not None:
        return period.days[1]
    when, months = period.when, period.months
    month = max(months) if months and when is When.MONTHS else 12
    return dt.date(activity.year, month, calendar.monthrange(activity.year, month)[1])


def when_text(activity: Activity) -> str:
    """Write when an activity is planned: its days, else its words as they were typed.

    A day that was typed in digits alone is written as a day: ``7 mars``, ``3 maj–5 juni``.
    """
    first, last = activity.starts or activity.ends, activity.ends or activity.starts
    if first is not None and last is not None:
        return _span_text((first, last), activity.year)
    typed = activity.period.strip()
    spans = () if _LETTER.search(typed) else read_period(typed, activity.year).spans
    return listed([_span_text(span, activity.year) for span in spans]) or typed


def _span_text(span: Span, year: int) -> str:
    """Write days, each with its year where that is not ``year``."""
    days = [
        day_and_month(day) if day.year == year else f"{day_and_month(day)} {day.year}"
        for day in dict.fromkeys(span)
    ]
    return EN_DASH.join(days)


def moved_months(day: dt.date, months: int) -> dt.date:
    """Return the day so many months later; where that month is too short, its last day."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1]))


def _between(starts: dt.date | None, ends: dt.date | None, year: int) -> Period:
    """Return the months that the days cover within the year; one day alone is its month."""
    first, last = starts or ends, ends or starts
    if first is None or last is None or first.year > year or last.year < year:
        return _NOWHERE
    low = first.month if first.year == year else 1
    high = last.month if last.year == year else 12
    return _of_months(range(low, high + 1))._replace(spans=((first, last),))


def _of_months(months: Iterable[int]) -> Period:
    found = tuple(sorted(months))
    return Period(When.ALL_YEAR if found == ALL else When.MONTHS, found)


@lru_cache(maxsize=1024)
def read_period(text: str, year: int | None = None) -> Period:
    """Read a period of ``year`` as people write it; words not understood give no months.

    Weeks and days without a year of their own mean nothing where ``year`` is not known.
    """
    plain = _with_month_names(folded(text).rstrip("."), year)
    if not plain:
        return _NOWHERE
    if _ALL_YEAR.fullmatch(_YEAR_AFTER.sub("", plain)):
        return Period(When.ALL_YEAR, ALL)
    if _SOME_TIME.fullmatch(plain):
        return Period(When.SOME_TIME, ALL)
    spans = _spans(plain, year) if year is not None else ()
    if year is not None and spans:
        return _of_spans(spans, year)
    months: set[int] = set()
    for part in _AND.split(plain):
        found = _stretch(part.strip())
        if not found:
            return _NOWHERE
        months.update(found)
    return _of_months(months)


def _with_month_names(plain: str, year: int | None) -> str:
    """Write 2018-03 as mars; of another year than the period's it stays and means nothing."""

    def named(match: re.Match[str]) -> str:
        return MONTHS[int(match[2]) - 1] if year in (None, int(match[1])) else match[0]

    return _MONTH_NUMBER.sub(named, plain)


def _of_spans(spans: Iterable[Span], year: int) -> Period:
    """Return the months and the days of spans, as far as they lie in the year."""
    found = tuple(spans)
    parts = [_between(first, last, year).months for first, last in found]
    months = {month for part in parts for month in part}
    return _of_months(months)._replace(spans=found) if months else _NOWHERE


def _spans(plain: str, year: int) -> tuple[Span, ...]:
    """Return the days of weeks or of days, in a year; none where the words name no days."""
    if match := _WEEKS.fullmatch(plain):
        return _weeks(match["weeks"], int(match["year"] or year))
    spans = [_day_span(part.strip(), year) for part in _AND.split(plain)]
    return tuple(span for span in spans if span) if all(spans) else ()


def _weeks(typed: str, year: int) -> tuple[Span, ...]:
    """Return Monday to Sunday of each stretch of weeks; none where a week does not exist."""
    stretches = [(int(first), int(last or first)) for first, last in _WEEK.findall(typed)]
    try:
        return tuple(
            (dt.date.fromisocalendar(year, first, 1), dt.date.fromisocalendar(year, last, 7))
            for first, last in stretches
            if first <= last
        )
    except ValueError:
        return ()


def _day_span(part: str, year: int) -> Span | None:
    """Return the days of ``7 mars``, ``1–15 april`` or ``30/3–2/4``; None for other words."""
    match = _DAYS.fullmatch(part)
    ends = (
        [f"{match['first']} {match['rest']}", f"{match['last']} {match['rest']}"]
        if match
        else _DAYS_APART.split(part, maxsplit=1)
    )
    try:
        days = [parse_date(end.strip(), within=_whole(year)) for end in ends]
    except InputError:
        return None
    return (days[0], days[-1]) if days[0] <= days[-1] else None


def _whole(year: int) -> Span:
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _stretch(part: str) -> tuple[int, ...]:
    """Return the months of ``mars–maj``, or of one word; from late to early runs over New Year."""
    ends = _TO.split(part)
    if len(ends) != 2:
        return _single(part) if len(ends) == 1 else ()
    first, last = _single(ends[0]), _single(ends[1])
    if not first or not last:
        return ()
    if first[0] <= last[-1]:
        return tuple(range(first[0], last[-1] + 1))
    return tuple(range(first[0], 13))


def _single(part: str) -> tuple[int, ...]:
    """Return the months of one word: a month, a season, a quarter, a day in a month."""
    plain = _YEAR_AFTER.sub("", _EARLY.sub("", part)).strip()
    season = _SEASONS.get(plain) or _SEASONS.get(_bare(plain))
    if season:
        return season
    if match := _QUARTER.fullmatch(plain):
        quarter = int(match[1] or match[2] or _NUMBERS[match[3]])
        return tuple(range(3 * quarter - 2, 3 * quarter + 1))
    if match := _MONTH.fullmatch(_DAY_BEFORE.sub("", plain)):
        return _month(match[1].removesuffix("s") if match[1] not in MONTHS else match[1])
    return ()


def _bare(word: str) -> str:
    """Take the definite ending off: våren, sommaren, vårterminen, första halvåret."""
    for ending in ("en", "et", "n"):
        if word.endswith(ending):
            return word.removesuffix(ending)
    return word


def _month(word: str) -> tuple[int, ...]:
    names = [name for name in MONTHS if name == word] or [
        name for name in MONTHS if name.startswith(word)
    ]
    return (MONTHS.index(names[0]) + 1,) if len(names) == 1 else ()
