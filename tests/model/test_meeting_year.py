"""A year of meeting dates: the days of 2017, and what no meeting is put on."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis.strategies import integers

from hubra_desktop.model.council.rulebook_terms import PeriodKind
from hubra_desktop.model.holidays_sweden import is_workday, squeezed_day
from hubra_desktop.model.meeting_year import (
    YearCalendar,
    YearWish,
    against,
    described,
    period_name,
    proposed_days,
    usual_holidays,
)
from hubra_desktop.model.records.rulebook import BlockedPeriod

EMPTY = YearCalendar()


def days(wish: YearWish, calendar: YearCalendar = EMPTY) -> list[date]:
    return [each.day for each in proposed_days(wish, calendar)]


def test_four_wednesdays_of_2017_as_the_council_met() -> None:
    # The council's own days of 2017 (docplayer.se/27342836)
    calendar = YearCalendar(usual_holidays(2017))
    found = proposed_days(YearWish(year=2017), calendar)
    assert [each.day for each in found] == [
        date(2017, 3, 8), date(2017, 5, 17), date(2017, 9, 13), date(2017, 11, 22),
    ]  # fmt: skip
    assert [each.why for each in found] == [
        "andra onsdagen i mars", "tredje onsdagen i maj", "andra onsdagen i september",
        "fjärde onsdagen i november",
    ]  # fmt: skip
    assert found[0].near == ("Sportlov (exempel, vecka 9) 27 februari–3 mars",)
    assert not any(each.against for each in found)


def test_the_examples_of_school_holidays() -> None:
    sport, easter, autumn = usual_holidays(2018)
    assert (sport.first, sport.last) == (date(2018, 2, 26), date(2018, 3, 2))
    assert (easter.first, easter.last) == (date(2018, 4, 2), date(2018, 4, 6))
    assert (autumn.first, autumn.last) == (date(2018, 10, 29), date(2018, 11, 2))
    assert all("exempel" in each.name for each in usual_holidays(2018))
    assert len(usual_holidays(2199)) == 2  # whose holidays nobody has computed yet


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2018, 5, 10), "Kristi himmelsfärdsdag"),
        (date(2018, 5, 11), "Klämdag"),
        (date(2018, 7, 4), "Sommaruppehåll 15 juni–15 augusti"),
        (date(2018, 12, 27), "Jul- och nyårshelgerna"),
        (date(2018, 1, 3), "Jul- och nyårshelgerna"),
        (date(2018, 2, 28), "Sportlov (exempel, vecka 9)"),
        (date(2018, 3, 14), "Kommunfullmäktige"),
        (date(2018, 3, 15), "Annat"),
        (date(2018, 3, 7), ""),
    ],
)
def test_what_speaks_against_a_day(day: date, reason: str) -> None:
    unnamed = BlockedPeriod(kind=PeriodKind.OTHER, first=date(2018, 3, 15))
    periods = (*usual_holidays(2018), unnamed)
    calendar = YearCalendar(periods, {date(2018, 3, 14): "Kommunfullmäktige"})
    assert against(day, calendar) == reason
    assert period_name(unnamed) == "Annat"


def test_what_stands_near_is_told() -> None:
    calendar = YearCalendar((), {date(2018, 5, 7): "Kommunstyrelsen"})
    assert described(date(2018, 5, 9), calendar).near == (
        "dagen före Kristi himmelsfärdsdag", "11 maj är klämdag", "Kommunstyrelsen 7 maj",
    )  # fmt: skip
    assert described(date(2018, 5, 3), EMPTY).near == ("30 april är klämdag", "1 maj är första maj")
    one = BlockedPeriod(kind=PeriodKind.OTHER, name="Studiedag", first=date(2018, 3, 12))
    assert described(date(2018, 3, 7), YearCalendar((one,))).near == ("Studiedag 12 mars",)


def test_a_blocked_day_moves_the_meeting_and_a_blocked_year_leaves_none() -> None:
    taken = YearCalendar((), {date(2017, 3, 8): "Kommunstyrelsen"})
    assert days(YearWish(year=2017), taken)[0] in {date(2017, 3, 1), date(2017, 3, 15)}
    other = BlockedPeriod(first=date(2017, 1, 1), last=date(2017, 12, 31))
    assert days(YearWish(year=2017), YearCalendar((other,))) == []
    wednesdays = tuple(
        BlockedPeriod(first=date(2017, 1, 4) + timedelta(weeks=week)) for week in range(52)
    )
    assert all(day.weekday() != 2 for day in days(YearWish(year=2017), YearCalendar(wednesdays)))


def test_more_meetings_than_there_is_room_for_stand_a_week_apart() -> None:
    found = days(YearWish(year=2018, count=60))
    assert 30 < len(found) < 60
    assert all(later - first >= timedelta(7) for first, later in pairwise(found))


@given(integers(1995, 2090), integers(1, 12), integers(0, 4))
def test_proposed_days_are_free_to_meet_on(year: int, count: int, weekday: int) -> None:
    found = days(
        YearWish(year=year, count=count, weekday=weekday), YearCalendar(usual_holidays(year))
    )
    assert len(found) == count
    assert found == sorted(set(found))
    assert all(later - first >= timedelta(7) for first, later in pairwise(found))
    for day in found:
        assert is_workday(day)
        assert not squeezed_day(day)
        assert not date(year, 6, 15) <= day <= date(year, 8, 15)
