"""Places in a list: rising numbers, and as few of them new as can be."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.store.positions import STEP, arranged

NUMBERS = st.lists(st.none() | st.integers(-5, 5) | st.integers(-(10**6), 10**6), max_size=12)


@given(NUMBERS)
def test_the_numbers_rise_in_the_new_order(stored: list[int | None]) -> None:
    made = arranged(stored)
    assert len(made) == len(stored)
    assert all(one < other for one, other in pairwise(made))


@given(st.lists(st.integers(0, 10**6), min_size=1, unique=True))
def test_an_order_that_holds_is_left_as_it_is(stored: list[int]) -> None:
    assert arranged(sorted(stored)) == sorted(stored)


def test_a_row_first_last_or_between_leaves_the_others() -> None:
    assert arranged([None, 0, 1, 2]) == [-STEP, 0, 1, 2]
    assert arranged([0, 1, 2, None]) == [0, 1, 2, 2 + STEP]
    assert arranged([0, None, 2]) == [0, 1, 2]
    assert arranged([0, None, None, 100]) == [0, 33, 66, 100]


def test_one_row_that_moves_is_the_only_one_with_a_new_number() -> None:
    assert arranged([10, 20, 30, 0]) == [10, 20, 30, 30 + STEP]
    assert arranged([40, 10, 20, 30]) == [10 - STEP, 10, 20, 30]


def test_all_are_numbered_anew_where_there_is_no_room() -> None:
    assert arranged([0, None, 1]) == [0, STEP, 2 * STEP]


def test_ten_rows_can_come_at_one_place_before_there_is_no_room() -> None:
    numbers: list[int | None] = [0, STEP]
    for _ in range(10):
        made = arranged([numbers[0], None, *numbers[1:]])
        assert made[0] == 0
        assert made[-1] == STEP
        numbers = list(made)
