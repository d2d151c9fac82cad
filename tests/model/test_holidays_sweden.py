"""Free days: the holidays of lag (1989:253), the three eves, klämdagar, the next weekday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis.strategies import dates

from hubra_desktop.model.holidays_sweden import (
    before_holiday,
    free_day,
    holiday_eve,
    is_workday,
    next_weekday,
    public_holiday,
    squeezed_day,
    workday_before,
    workdays_back,
)
from hubra_desktop.model.language import set_language


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2018, 1, 1), "nyårsdagen"),
        (date(2018, 1, 6), "trettondedag jul"),
        (date(2018, 3, 30), "långfredagen"),
        (date(2018, 4, 2), "annandag påsk"),
        (date(2018, 5, 1), "första maj"),
        (date(2018, 5, 10), "Kristi himmelsfärdsdag"),
        (date(2018, 5, 20), "pingstdagen"),
        (date(2018, 6, 6), "nationaldagen"),
        (date(2018, 6, 22), "midsommarafton"),
        (date(2018, 6, 23), "midsommardagen"),
        (date(2018, 11, 3), "alla helgons dag"),
        (date(2018, 12, 24), "julafton"),
        (date(2018, 12, 25), "juldagen"),
        (date(2018, 12, 31), "nyårsafton"),
        (date(2018, 3, 31), "lördag"),
        (date(2018, 3, 11), "söndag"),
        (date(2018, 3, 7), ""),
        (date(2004, 5, 31), "annandag pingst"),  # a holiday until 2004 (lag 2004:1320)
        (date(2005, 5, 16), ""),
        (date(2004, 6, 6), "söndag"),  # the national day is a holiday since 2005 (lag 2004:1320)
    ],
)
def test_free_days(day: date, name: str) -> None:
    assert free_day(day) == name


def test_the_names_in_english() -> None:
    set_language("en")
    try:
        assert free_day(date(2018, 3, 30)) == "Good Friday"
        assert free_day(date(2018, 6, 22)) == "Midsummer Eve"
        assert free_day(date(2018, 3, 31)) == "Saturday"
    finally:
        set_language("sv")


@pytest.mark.parametrize(
    ("last", "moved"),
    [
        # lag (1930:173) 2 §: Saturday, Sunday, holiday and the three eves; read at lagen.nu
        (date(2018, 3, 30), date(2018, 4, 3)),  # Good Friday to Tuesday after Easter
        (date(2018, 6, 22), date(2018, 6, 25)),  # Midsummer Eve
        (date(2018, 12, 24), date(2018, 12, 27)),  # Christmas Eve, Monday
        (date(2018, 12, 31), date(2019, 1, 2)),  # New Year's Eve, Monday
        (date(2018, 1, 5), date(2018, 1, 5)),  # trettondagsafton is an ordinary Friday
        (date(2018, 5, 10), date(2018, 5, 11)),  # klämdagar are weekdays to the law
        (date(2020, 2, 29), date(2020, 3, 2)),  # a leap day on a Saturday
    ],
)
def test_the_last_day_of_a_period(last: date, moved: date) -> None:
    assert next_weekday(last) == moved


def test_squeezed_days() -> None:
    squeezed = [
        day for day in (date(2018, 1, 1) + timedelta(each) for each in range(365))
        if squeezed_day(day)
    ]  # fmt: skip
    # practice.md 3.6: 30 April and 11 May are the klämdagar of 2018
    assert squeezed == [date(2018, 4, 30), date(2018, 5, 11)]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2018, 3, 29), "långfredagen"),
        (date(2018, 5, 9), "Kristi himmelsfärdsdag"),
        (date(2018, 6, 21), "midsommarafton"),
        (date(2018, 3, 30), ""),
        (date(2018, 3, 9), ""),
    ],
)
def test_days_before_a_holiday(day: date, name: str) -> None:
    assert before_holiday(day) == name


def test_working_days_backwards() -> None:
    # Ten working days before Wednesday 11 April 2018: Easter takes 30 March and 2 April.
    assert workdays_back(date(2018, 4, 11), 10) == date(2018, 3, 26)
    assert workdays_back(date(2018, 4, 11), 0) == date(2018, 4, 11)
    assert workday_before(date(2018, 4, 2)) == date(2018, 3, 29)


@given(dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_moved_days_are_working_days_and_nothing_lies_between(day: date) -> None:
    onwards, back = next_weekday(day), workday_before(day)
    assert is_workday(onwards)
    assert is_workday(back)
    assert back <= day <= onwards
    assert (onwards - back).days <= 7
    assert (onwards == day) == (back == day) == is_workday(day)
    if public_holiday(day) or holiday_eve(day):
        assert not is_workday(day)
