"""How many took part: as exact as what is known, and each activity once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.language import set_language
from hubra_desktop.model.plan.counts import (
    Count,
    by_state,
    count_of,
    letters_sent,
    participants_in_language,
    participants_in_words,
)
from hubra_desktop.model.plan.terms import ActivityState, Exactness, LetterState
from hubra_desktop.model.records.plan import Activity, Letter
from tests.model.plan.years import activity, occasions


@pytest.mark.parametrize(
    ("number", "exactness", "words"),
    [
        (135, Exactness.EXACT, "135 personer"),
        (100, Exactness.OVER, "drygt 100 personer"),
        (20, Exactness.ABOUT, "cirka 20 personer"),
        (1, Exactness.EXACT, "1 person"),
        (0, Exactness.EXACT, "0 personer"),
        (1200, Exactness.EXACT, "1\u00a0200 personer"),
    ],
)
def test_numbers_are_told_as_exactly_as_they_are_known(
    number: int, exactness: Exactness, words: str
) -> None:
    told = activity("a", participants=number, exactness=exactness)
    assert participants_in_words(told) == words


def test_nothing_is_told_where_nothing_is_known() -> None:
    assert participants_in_words(activity("a")) == participants_in_language(activity("a")) == ""


def test_the_window_speaks_its_own_language_and_papers_swedish() -> None:
    told = activity("a", participants=100, exactness=Exactness.OVER)
    set_language("en")
    try:
        assert participants_in_language(told) == "just over 100 people"
        assert participants_in_words(told) == "drygt 100 personer"
        assert participants_in_language(activity("a", participants=1)) == "1 person"
    finally:
        set_language("sv")
    assert participants_in_language(told) == "drygt 100 personer"


def test_occasions_are_summed_when_the_whole_is_not_told() -> None:
    assert count_of(activity("a", occasions=occasions(12, 30))) == Count(42)
    assert count_of(activity("a", occasions=occasions(12, 30), participants=40)) == Count(40)
    assert count_of(activity("a", occasions=occasions(None))) is None


def test_an_occasion_without_a_number_makes_the_sum_a_least() -> None:
    assert count_of(activity("a", occasions=occasions(12, None))) == Count(12, Exactness.OVER)
    rough = activity("a", occasions=occasions(12, None), exactness=Exactness.ABOUT)
    assert count_of(rough) == Count(12, Exactness.ABOUT)


SHEETS = st.builds(
    Activity,
    id=st.sampled_from("abcdef"),
    participants=st.none() | st.integers(0, 500),
    exactness=st.sampled_from(Exactness),
)


@given(st.lists(SHEETS, unique_by=lambda sheet: sheet.id), st.data())
def test_an_activity_counts_once_however_often_it_is_told(
    sheets: list[Activity], data: st.DataObject
) -> None:
    repeated = data.draw(st.permutations([*sheets, *sheets[:3]]))
    assert by_state(repeated) == by_state(sheets)
    assert sum(by_state(repeated).values()) == len(sheets)


def test_every_state_is_counted() -> None:
    counted = by_state([activity("a", state=ActivityState.DONE), activity("b")])
    assert counted[ActivityState.DONE] == counted[ActivityState.PLANNED] == 1
    assert set(counted) == set(ActivityState)


def test_letters_count_when_they_have_gone_out() -> None:
    states = [LetterState.SENT] * 5 + [LetterState.PUBLISHED] * 2 + [LetterState.REVIEWED]
    assert letters_sent([Letter(id=str(n), state=s) for n, s in enumerate(states)]) == 7
