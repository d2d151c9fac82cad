"""Periods as people write them, and which months they mean."""

import datetime as dt

import pytest

from hubra_desktop.model.plan.periods import (
    ALL,
    Period,
    When,
    last_day,
    months_of,
    moved_months,
    period_of,
    read_period,
    when_text,
)
from hubra_desktop.model.records.plan import Occasion
from tests.model.plan.years import YEAR, activity

SPRING, SUMMER, AUTUMN = (3, 4, 5), (6, 7, 8), (9, 10, 11)
MONTHS = {
    "juni": (6,),
    "Juni": (6,),
    "i juni": (6,),
    "juni 2017": (6,),
    "jun": (6,),
    "sept.": (9,),
    "december": (12,),
    "den 7 mars": (3,),
    "7 mars 2017": (3,),
    "början av maj": (5,),
    "i slutet av augusti": (8,),
    "mitten av oktober": (10,),
    "tidigt i september": (9,),
    "våren": SPRING,
    "Våren 2017": SPRING,
    "under våren": SPRING,
    "vår": SPRING,
    "sommaren": SUMMER,
    "hösten": AUTUMN,
    "vintern": (1, 2, 12),
    "tidig höst": AUTUMN,
    "vårterminen": (1, 2, 3, 4, 5, 6),
    "ht 2017": (8, 9, 10, 11, 12),
    "mars–maj": SPRING,
    "mars-maj": SPRING,
    "mars – maj 2017": SPRING,
    "mars till maj": SPRING,
    "mars t.o.m. maj": SPRING,
    "november–februari": (11, 12),
    "våren och hösten": SPRING + AUTUMN,
    "februari, maj och november": (2, 5, 11),
    "mars samt september–oktober": (3, 9, 10),
    "kvartal 1": (1, 2, 3),
    "Q4": (10, 11, 12),
    "andra kvartalet": (4, 5, 6),
    "3:e kvartalet": (7, 8, 9),
    "första halvåret": (1, 2, 3, 4, 5, 6),
    "andra halvåret 2017": (7, 8, 9, 10, 11, 12),
    "årets slut": (12,),
    "okt/nov": (10, 11),
    "mars / april": (3, 4),
    "2018-03": (3,),
    "2018-03–2018-05": SPRING,
}


@pytest.mark.parametrize("text", MONTHS)
def test_words_name_their_months(text: str) -> None:
    assert read_period(text) == Period(When.MONTHS, MONTHS[text])


@pytest.mark.parametrize(
    "text",
    ["hela året", "Hela året 2017", "varje vecka", "löpande", "kontinuerligt", "året runt",
     "varje månad", "torsdagar", "under hela året", "januari–december"],
)  # fmt: skip
def test_what_goes_on_all_the_year_fills_it(text: str) -> None:
    assert read_period(text) == Period(When.ALL_YEAR, ALL)


@pytest.mark.parametrize("text", ["2017", "under 2017", "under året", "någon gång under 2017"])
def test_a_bare_year_is_some_time_in_it(text: str) -> None:
    assert read_period(text) == Period(When.SOME_TIME, ALL)


@pytest.mark.parametrize(
    "text",
    ["", " ", "när det passar", "juli?", "ju", "mars–maj–juni", "mars, när det passar",
     "x till maj", "kvartal 5", "32", "efter beslut"],
)  # fmt: skip
def test_what_is_not_understood_is_not_guessed(text: str) -> None:
    assert read_period(text) == Period(When.UNKNOWN, ())


def test_days_go_before_words() -> None:
    told = activity("a", period="hösten", starts=dt.date(2017, 2, 27), ends=dt.date(2017, 4, 2))
    assert months_of(told) == (2, 3, 4)
    assert months_of(activity("a", starts=dt.date(2017, 6, 1))) == (6,)
    assert months_of(activity("a", ends=dt.date(2017, 6, 1))) == (6,)


def test_days_of_other_years_are_cut_to_the_activitys_own() -> None:
    across = activity("a", starts=dt.date(2016, 11, 1), ends=dt.date(2017, 2, 1))
    assert months_of(across) == (1, 2)
    on = activity("a", starts=dt.date(2017, 11, 1), ends=dt.date(2018, 2, 1))
    assert months_of(on) == (11, 12)
    whole = activity("a", starts=dt.date(2016, 11, 1), ends=dt.date(2018, 2, 1))
    assert period_of(whole)[:2] == (When.ALL_YEAR, ALL)
    other = activity("a", starts=dt.date(2016, 1, 1), ends=dt.date(2016, 2, 1))
    assert period_of(other) == Period(When.UNKNOWN, ())


def test_the_days_when_it_was_done_tell_what_the_words_leave_out() -> None:
    done = (Occasion(date=dt.date(2017, 9, 4)), Occasion(date=dt.date(2016, 1, 1)))
    for words in ("2017", "", "när det passar"):
        assert months_of(activity("a", period=words, occasions=done)) == (9,)
    assert months_of(activity("a", period="våren", occasions=done)) == SPRING
    assert months_of(activity("a", period="hela året", occasions=done)) == ALL


@pytest.mark.parametrize(
    ("text", "months", "first", "last"),
    [
        ("v. 12", (3,), "2017-03-20", "2017-03-26"),
        ("v12", (3,), "2017-03-20", "2017-03-26"),
        ("vecka 44–45", (10, 11), "2017-10-30", "2017-11-12"),
        ("v. 48 - v. 50", (11, 12), "2017-11-27", "2017-12-17"),
        ("veckorna 3, 5", (1, 2), "2017-01-16", "2017-02-05"),
        ("1–15 april", (4,), "2017-04-01", "2017-04-15"),
        ("1-15 april 2017", (4,), "2017-04-01", "2017-04-15"),
        ("30 mars–2 april", (3, 4), "2017-03-30", "2017-04-02"),
        ("1/4-15/4", (4,), "2017-04-01", "2017-04-15"),
        ("12/3", (3,), "2017-03-12", "2017-03-12"),
        ("2017-03-12", (3,), "2017-03-12", "2017-03-12"),
    ],
)
def test_weeks_and_days_are_those_of_the_year(
    text: str, months: tuple[int, ...], first: str, last: str
) -> None:
    days = (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    read = read_period(text, 2017)
    assert (read.when, read.months, read.days) == (When.MONTHS, months, days)
    assert last_day(activity("a", period=text)) == days[1]
    assert months_of(activity("a", period=text)) == months


@pytest.mark.parametrize("text", ["v. 53", "v. 0", "vecka 12 2016", "2018-03", "15–1 april"])
def test_weeks_and_months_that_the_year_has_not_are_not_guessed(text: str) -> None:
    assert read_period(text, 2017) == Period(When.UNKNOWN, ())


def test_a_week_without_a_year_means_nothing() -> None:
    assert read_period("v. 12") == Period(When.UNKNOWN, ())


@pytest.mark.parametrize(
    ("words", "day"),
    [("juni", dt.date(2017, 6, 30)), ("våren", dt.date(2017, 5, 31)), ("", dt.date(2017, 12, 31)),
     ("februari", dt.date(2017, 2, 28)), ("2017", dt.date(2017, 12, 31)),
     ("varje vecka", dt.date(2017, 12, 31))],
)  # fmt: skip
def test_an_activity_is_late_after_its_last_day(words: str, day: dt.date) -> None:
    assert last_day(activity("a", period=words)) == day


def test_a_planned_last_day_goes_before_the_words() -> None:
    assert last_day(activity("a", period="juni", ends=dt.date(2017, 9, 2))) == dt.date(2017, 9, 2)


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        (dt.date(2024, 1, 31), 1, dt.date(2024, 2, 29)),
        (dt.date(2023, 1, 31), 1, dt.date(2023, 2, 28)),
        (dt.date(2024, 3, 15), -3, dt.date(2023, 12, 15)),
        (dt.date(2024, 2, 29), 24, dt.date(2026, 2, 28)),
        (dt.date(YEAR, 12, 31), -6, dt.date(YEAR, 6, 30)),
    ],
)
def test_months_are_counted_to_a_day_that_is(day: dt.date, months: int, wanted: dt.date) -> None:
    assert moved_months(day, months) == wanted


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("7 mars", "7 mars"), ("2017-03-07", "7 mars"), ("7/3", "7 mars"), ("v. 12", "v. 12"),
     ("2017-03-07–2017-03-09", "7 mars–9 mars"), ("7/3, 9/5", "7 mars och 9 maj"),
     ("mars–maj", "mars–maj"), ("  ", "")],
)  # fmt: skip
def test_a_typed_day_is_printed_as_a_day(typed: str, printed: str) -> None:
    assert when_text(activity("a", period=typed)) == printed


def test_entered_days_are_printed_before_words() -> None:
    known = activity("a", period="juni", starts=dt.date(2017, 6, 1), ends=dt.date(2018, 1, 7))
    assert when_text(known) == "1 juni–7 januari 2018"
    assert period_of(known).days == (dt.date(2017, 6, 1), dt.date(2018, 1, 7))
