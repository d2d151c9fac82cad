"""A year of meeting dates: proposed days, why each was chosen, and what stands near.

Days are spread over the two terms, on the weekday that is wished for, and are put on no
holiday, klämdag, blocked period or other meeting. The last meeting of a term leaves a
fifth of its share to what follows a meeting. For four Wednesdays of 2017 these are
8 March, 17 May, 13 September and 22 November, as the council met.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from hubra_desktop.model.council.rulebook_terms import PeriodKind
from hubra_desktop.model.days import calendar_day, month_word, weekday_word
from hubra_desktop.model.holidays_sweden import (
    before_holiday,
    easter_sunday,
    free_day,
    squeezed_day,
)
from hubra_desktop.model.language import N_, say, swedish
from hubra_desktop.model.records.rulebook import BlockedPeriod
from hubra_desktop.model.swedish import capitalised

USUAL_COUNT: Final = 4
"""Meetings a year where the body's rules say nothing: what councils usually have."""

WEDNESDAY: Final = 2
"""The usual weekday of a council."""

_SPRING: Final = ((2, 1), (6, 14))
_AUTUMN: Final = ((8, 16), (12, 15))
_NEAR: Final = 3
"""Days around a meeting that a free day is told of: those in the same working week, about."""

_CLOSE: Final = 7
"""Days around a meeting that other meetings and blocked periods are told of."""

_ORDINALS: Final = (
    N_("första {weekday} i {month}"),
    N_("andra {weekday} i {month}"),
    N_("tredje {weekday} i {month}"),
    N_("fjärde {weekday} i {month}"),
    N_("femte {weekday} i {month}"),
)
_WEEK: Final = dt.timedelta(days=7)
_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class YearWish:
    """What is wished for: how many meetings of a year, on which weekday (0 is Monday)."""

    year: int
    weekday: int = WEDNESDAY
    count: int = USUAL_COUNT


@dataclass(frozen=True, kw_only=True)
class ProposedDay:
    """A day with why it was chosen, what stands near, and what speaks against it ("": nothing)."""

    day: dt.date
    why: str = ""
    near: tuple[str, ...] = ()
    against: str = ""


class YearCalendar(NamedTuple):
    """What days are held against: blocked periods, and meetings by their days."""

    periods: tuple[BlockedPeriod, ...] = ()
    meetings: Mapping[dt.date, str] = {}


def proposed_days(wish: YearWish, calendar: YearCalendar) -> tuple[ProposedDay, ...]:
    """Return the days proposed, in order; fewer than wished for where there is no room."""
    chosen: list[dt.date] = []
    for target in _targets(wish):
        day = _nearest(target, wish.weekday, calendar, chosen)
        if day is not None:
            chosen.append(day)
    return tuple(described(day, calendar) for day in sorted(chosen))


def described(day: dt.date, calendar: YearCalendar) -> ProposedDay:
    """Describe a day, whether it was proposed or typed."""
    return ProposedDay(
        day=day,
        why=_place_in_month(day),
        near=tuple(_near(day, calendar)),
        against=against(day, calendar),
    )


def against(day: dt.date, calendar: YearCalendar) -> str:
    """Say why no meeting should be put on a day, "" where nothing speaks against it."""
    free = free_day(day)
    if free:
        return capitalised(free)
    if squeezed_day(day):
        return say("Klämdag")
    if _in_summer(day):
        return say("Sommaruppehåll 15 juni–15 augusti")
    if _at_new_year(day):
        return say("Jul- och nyårshelgerna")
    period = next((each for each in calendar.periods if _covers(each, day)), None)
    if period is not None:
        return period_name(period)
    return calendar.meetings.get(day, "")


def period_name(period: BlockedPeriod) -> str:
    """Return what a period is called; one without a name is told by what it is."""
    return period.name.strip() or capitalised(say(period.kind.swedish))


def usual_holidays(year: int) -> tuple[BlockedPeriod, ...]:
    """Return school holidays as they often lie, as examples to correct: each place sets its own.

    Sportlov in week 9 (as in Stockholm), påsklov in the week after Easter, höstlov in
    week 44 (practice; skolförordningen 3 kap. 3 § leaves the days to who runs the school).
    """
    easter = easter_sunday(year)
    weeks = (
        (swedish("Sportlov (exempel, vecka 9)"), dt.date.fromisocalendar(year, 9, 1)),
        *([(swedish("Påsklov (exempel)"), easter + _DAY)] if easter else []),
        (swedish("Höstlov (exempel, vecka 44)"), dt.date.fromisocalendar(year, 44, 1)),
    )
    return tuple(
        BlockedPeriod(kind=PeriodKind.SCHOOL, name=name, first=first, last=first + 4 * _DAY)
        for name, first in weeks
    )


def _targets(wish: YearWish) -> Iterator[dt.date]:
    """Yield the days around which meetings are looked for: more in spring where they are odd."""
    spring = (wish.count + 1) // 2
    for (first, last), count in ((_SPRING, spring), (_AUTUMN, wish.count - spring)):
        begin, end = dt.date(wish.year, *first), dt.date(wish.year, *last)
        for place in range(count):
            yield begin + round((end - begin).days * _share(place, count)) * _DAY


def _share(place: int, count: int) -> float:
    """Return how far into a term a meeting lies: the first after half its share, 0 to 1."""
    early, late = 0.5 / count, 1 - 0.4 / count
    return early if count == 1 else early + (late - early) * place / (count - 1)


def _nearest(
    target: dt.date, weekday: int, calendar: YearCalendar, chosen: Sequence[dt.date]
) -> dt.date | None:
    """Return the nearest day that fits: on the weekday if there is one within six weeks."""
    around = sorted(
        _days(target - 6 * _WEEK, target + 6 * _WEEK), key=lambda day: abs(day - target)
    )
    fitting = [
        day
        for day in around
        if day.year == target.year
        and all(abs(day - each) >= _WEEK for each in chosen)
        and not against(day, calendar)
    ]
    return next((day for day in fitting if day.weekday() == weekday), next(iter(fitting), None))


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    while first <= last:
        yield first
        first += _DAY


def _place_in_month(day: dt.date) -> str:
    place = (day.day - 1) // 7
    return say(_ORDINALS[place]).format(
        weekday=weekday_word(day, definite=True), month=month_word(day.month)
    )


def _near(day: dt.date, calendar: YearCalendar) -> Iterator[str]:
    holiday = before_holiday(day)
    if holiday:
        yield say("dagen före {holiday}", holiday=holiday)
    for each in _days(day - _NEAR * _DAY, day + _NEAR * _DAY):
        if each.weekday() < 5 and free_day(each) and each - day != _DAY and each != day:
            yield say("{day} är {free}", day=calendar_day(each), free=free_day(each))
        elif squeezed_day(each) and each != day:
            yield say("{day} är klämdag", day=calendar_day(each))
    yield from _others_near(day, calendar)


def _others_near(day: dt.date, calendar: YearCalendar) -> Iterator[str]:
    for period in calendar.periods:
        last = period.last or period.first
        close = period.first - _CLOSE * _DAY <= day <= last + _CLOSE * _DAY
        if close and not _covers(period, day):
            name, span = period_name(period), _span(period.first, last)
            yield say("{name} {days}", name=name, days=span)
    for each, name in sorted(calendar.meetings.items(), key=lambda pair: pair[0]):
        if 0 < abs((each - day).days) <= _CLOSE:
            yield say("{name} {days}", name=name, days=calendar_day(each))


def _span(first: dt.date, last: dt.date) -> str:
    """Write the days of a period: ``26 februari–2 mars``."""
    return calendar_day(first) if first == last else f"{calendar_day(first)}–{calendar_day(last)}"


def _covers(period: BlockedPeriod, day: dt.date) -> bool:
    return period.first <= day <= (period.last or period.first)


def _in_summer(day: dt.date) -> bool:
    return (6, 15) <= (day.month, day.day) <= (8, 15)


def _at_new_year(day: dt.date) -> bool:
    return (day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 7)
