"""Swedish wording, sorting and date reading."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model import swedish
from hubra_desktop.model.errors import InputError

NEAR = date(2018, 1, 10)


def test_dates() -> None:
    assert swedish.long_date(date(2018, 3, 7)) == "onsdag den 7 mars 2018"
    assert swedish.date_in_text(date(2018, 2, 28)) == "den 28 februari 2018"
    assert swedish.short_date(date(2018, 3, 7)) == "2018-03-07"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"),
        (12400, "12\u00a0400"),
        (3.5, "3,5"),
        (-7, "−7"),
        (-0.04, "−0,04"),
        (1234567.25, "1\u00a0234\u00a0567,25"),
        (2.25, "2,25"),
        (-0.0004, "0"),
        (0.1 + 0.2, "0,3"),
        (2.125, "2,125"),
    ],
)
def test_numbers(value: float, words: str) -> None:
    assert swedish.figure(value) == words


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")],
)
def test_words_stand_as_a_list(words: list[str], said: str) -> None:
    assert swedish.listed(words) == said


@pytest.mark.parametrize(
    ("count", "said"), [(0, "noll"), (1, "en"), (12, "tolv"), (13, "13"), (1_234, "1\u00a0234")]
)
def test_small_counts_are_words_in_running_text(count: int, said: str) -> None:
    assert swedish.count_in_words(count) == said


def test_clock_times() -> None:
    assert swedish.clock(930) == "15.30"
    assert swedish.clock(930, ":") == "15:30"
    assert swedish.clock(545) == "09.05"
    assert swedish.clock(545, padded=False) == "9.05"
    assert swedish.clock(1445) == "00.05"
    assert swedish.time_range(935, 960, ":") == "15:35–16:00"
    assert swedish.time_range(935, None) == "15.35"


def test_capitals_and_folding() -> None:
    assert swedish.capitalised("ärende 3") == "Ärende 3"
    assert swedish.capitalised("") == ""
    assert swedish.folded("  Åsa\u00a0 EK ") == "åsa ek"
    assert swedish.folded("A\u030asa") == "åsa"


def test_words_sort_as_in_a_swedish_dictionary() -> None:
    words = ["af Ek", "Ek", "Ék", "Émile", "vik", "wik", "yb", "Über", "Zeta", "Åsa", "Æbel", "äl"]
    assert sorted(words, key=swedish.sort_key) == [*words[:9], "Åsa", "Æbel", "äl"]
    assert sorted(["öl", "ål", "äl", "zon"], key=swedish.sort_key) == ["zon", "ål", "äl", "öl"]


def test_numbers_sort_by_value() -> None:
    numbers = ["4", "4 ½", "5", "8.1", "8.2", "8.10", "9", "9 A", "10", "130/14"]
    assert sorted(numbers, key=swedish.sort_key) == numbers


@given(st.text(max_size=20), st.text(max_size=20))
def test_every_pair_of_texts_can_be_sorted(one: str, other: str) -> None:
    first, second = swedish.sort_key(one), swedish.sort_key(other)
    assert (first == second) == (one == other)
    assert (first < second) != (first >= second)


@pytest.mark.parametrize(
    "text",
    [
        "2018-03-07",
        "2018-3-7",
        "2018/03/07",
        "20180307",
        "180307",
        "7/3 2018",
        "7/3-18",
        "7/3",
        "07.03.2018",
        "7 mars 2018",
        " 7  Mars ",
        "7 mar. 18",
        "7:e mars",
        "den 7 mars 2018",
        "onsdag 7 mars",
        "Onsdagen den 7 mars 2018",
        "ons 7/3",
        "onsdag, 2018-03-07",
    ],
)
def test_dates_as_people_type_them(text: str) -> None:
    assert swedish.parse_date(text, near=NEAR) == date(2018, 3, 7)


@pytest.mark.parametrize(
    "text",
    [
        "2018-03-07 00:00:00",
        "2018-03-07T00:00:00",
        "2018-03-07 00:00",
        "7 mars -18",
        "7-mar-18",
        "07-mars-2018",
    ],
)
def test_a_day_at_midnight_is_the_day(text: str) -> None:
    assert swedish.parse_date(text, near=NEAR) == date(2018, 3, 7)


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("05-06-2017", swedish.DayOrder.DAY_FIRST, date(2017, 6, 5)),
        ("05-06-2017", swedish.DayOrder.MONTH_FIRST, date(2017, 5, 6)),
        ("5/6/2017", swedish.DayOrder.MONTH_FIRST, date(2017, 5, 6)),
        ("2017-06-05", swedish.DayOrder.MONTH_FIRST, date(2017, 6, 5)),
    ],
)
def test_figures_alone_are_read_in_the_order_told(
    text: str, order: swedish.DayOrder, day: date
) -> None:
    assert swedish.parse_date(text, near=NEAR, order=order) == day


def test_a_missing_year_keeps_within_the_days_told() -> None:
    today = date(2026, 11, 30)
    assert swedish.parse_date("5 januari", within=(date.min, today)) == date(2026, 1, 5)
    year = (date(2017, 1, 1), date(2017, 12, 31))
    assert swedish.parse_date("31 december", near=date(2017, 7, 1), within=year) == year[1]
    with pytest.raises(InputError, match="finns inte"):
        swedish.parse_date("29 februari", within=year)


def test_a_missing_year_is_the_nearest() -> None:
    assert swedish.parse_date("28 december", near=date(2018, 1, 3)) == date(2017, 12, 28)
    assert swedish.parse_date("3/1", near=date(2017, 12, 28)) == date(2018, 1, 3)
    assert swedish.parse_date("29 februari", near=date(2017, 3, 1)) == date(2016, 2, 29)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("torsdag 7 mars 2018", "Den 7 mars 2018 är en onsdag, inte en torsdag."),
        ("31 februari 2018", "Den 31 februari 2018 finns inte."),
        ("29 februari", "Den 29 februari 2018 finns inte."),
        ("2018-13-07", "Månad 13 finns inte. Månaderna är 1–12."),
        ("0000-03-07", "Den 7 mars 0 finns inte."),
        (
            "snart",
            (
                "Jag förstår inte datumet ”snart”. "
                "Skriv till exempel 2018-03-07, 7/3 2018 eller 7 mars 2018."
            ),
        ),
    ],
)
def test_dates_that_cannot_be(text: str, sentence: str) -> None:
    with pytest.raises(InputError) as refusal:
        swedish.parse_date(text, near=date(2018, 6, 1))
    assert refusal.value.sentence == str(refusal.value) == sentence


@pytest.mark.parametrize(
    "text", ["", "7 xyz 2018", "7 ma 2018", "hej 7 mars", "på 7/3", "en 7 mars"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="Jag förstår inte datumet"):
        swedish.parse_date(text, near=NEAR)


@given(st.dates(date(1950, 1, 1), date(2150, 12, 31)))
def test_what_is_written_is_read(day: date) -> None:
    for text in (swedish.long_date(day), swedish.date_in_text(day), swedish.short_date(day)):
        assert swedish.parse_date(text, near=NEAR) == day


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    sentence = "."
    try:
        swedish.parse_date(text, near=NEAR)
    except InputError as refusal:
        sentence = refusal.sentence
    assert sentence.endswith(".")
