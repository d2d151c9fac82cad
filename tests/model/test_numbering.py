"""Printed numbers: series, sub-items, typed numbers and their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.numbering import (
    is_numbered,
    leading_number,
    number_list,
    numbered_choice,
    printed_numbers,
    row_name,
    row_names,
)
from hubra_desktop.model.outline import outline
from hubra_desktop.model.swedish import sort_key
from hubra_desktop.model.terms import ItemKind
from tests.model.agendas import (
    BREAK,
    DECISION,
    HEADING,
    row,
    source_agenda,
    sub_items,
    supplementary_list,
)


def test_the_source_has_seven_numbers_and_a_pause_without() -> None:
    numbers = printed_numbers(source_agenda().items)
    assert numbers == {number: number for number in "1234567"}


def test_typed_numbers_are_printed_as_they_stand() -> None:
    numbers = list(printed_numbers(sub_items().items).values())
    assert numbers == ["1", "7", "7a", "7b", "7c", "8", "8.1", "8.2", "8.10", "9 A", "10"]
    assert sorted(numbers, key=sort_key) == numbers


def test_a_withdrawn_row_keeps_its_number() -> None:
    numbers = printed_numbers(supplementary_list().items)
    assert numbers == {number: number for number in "12345678"}


@pytest.mark.parametrize(
    ("typed", "following"),
    [
        ("7", "8"),
        ("1", "2"),
        ("9 A", "10"),
        ("4 ½", "5"),
        ("2 A", "4"),
        ("8.2", "9"),
        ("130/14", "4"),
        ("A", "4"),
        ("9" * 30, "4"),
    ],
)
def test_how_a_typed_number_carries_the_series_on(typed: str, following: str) -> None:
    rows = [row("1"), row("2"), row("3"), row("x", number=f" {typed} "), row("y")]
    numbers = printed_numbers(rows)
    assert numbers["x"] == typed
    assert numbers["y"] == following


def test_sub_items_in_letters_and_decimals() -> None:
    rows = [row("1"), row("a", level=1), row("p", BREAK, level=1), row("b", level=1), row("2")]
    assert printed_numbers(rows) == {"1": "1", "a": "1a", "b": "1b", "2": "2"}
    assert printed_numbers(rows, "decimals")["b"] == "1.2"


def test_letters_go_on_after_z() -> None:
    rows = [row("p"), *(row(str(place), level=1) for place in range(1, 29))]
    numbers = printed_numbers(rows)
    assert (numbers["26"], numbers["27"], numbers["28"]) == ("1z", "1aa", "1ab")


@pytest.mark.parametrize(
    ("typed", "following"),
    [("1c", "1d"), ("1.4", "1e"), ("C", "1d"), ("½", "1a"), ("1 bis", "1a"), ("9" * 12, "1a")],
)
def test_typed_sub_numbers_carry_on_too(typed: str, following: str) -> None:
    numbers = printed_numbers([row("1"), row("a", level=1, number=typed), row("b", level=1)])
    assert numbers["a"] == typed
    assert numbers["b"] == following


def test_what_is_indented_under_a_heading_or_nothing_stands_alone() -> None:
    rows = [row("0", level=1), row("h", HEADING), row("1", level=1), row("p", BREAK)]
    assert printed_numbers(rows) == {"0": "1", "1": "2"}
    assert [branch.children for branch in outline(rows)] == [(), (), (), ()]


def test_leading_numbers() -> None:
    assert leading_number("9 A") == 9
    assert leading_number("130/14") is None
    assert leading_number("12:3") is None
    assert leading_number("A 1") is None


def test_number_lists() -> None:
    assert number_list(["3", "4", "5", "6"]) == "3–6"
    assert number_list(["3", "4"]) == "3 och 4"
    assert number_list(["3", "4", "5", "8", "9 A"]) == "3–5, 8 och 9 A"
    assert number_list([]) == ""


def test_row_names() -> None:
    numbers = {"1": "3"}
    assert row_name(row("1", DECISION), numbers) == "ärende 3"
    assert row_name(row("p", BREAK, title="Lunch"), numbers) == "Lunch"
    assert row_name(row("p", BREAK, title=" "), numbers) == "pausen"
    assert row_name(row("h", HEADING, title="Beslut"), numbers) == "rubriken ”Beslut”"
    assert row_name(row("h", HEADING, title=""), numbers) == "en rubrik"


@given(st.lists(st.tuples(st.sampled_from(["x", "h", "p"]), st.integers(0, 1)), max_size=15))
def test_derived_numbers_are_unique_and_in_order(shape: list[tuple[str, int]]) -> None:
    kinds = {"x": DECISION, "h": HEADING, "p": BREAK}
    rows = [row(str(at), kinds[kind], level=level) for at, (kind, level) in enumerate(shape)]
    for style in ("letters", "decimals"):
        numbers = list(printed_numbers(rows, style).values())
        assert len(numbers) == len(set(numbers)) == sum(kind == "x" for kind, _ in shape)
        assert sorted(numbers, key=sort_key) == numbers


def test_a_row_is_numbered_as_chosen_else_as_its_kind_has_it() -> None:
    rows = [
        row("upprop", numbered=False),
        row("lunch", BREAK, numbered=True),
        row("1"),
        row("paus", BREAK),
        row("rubrik", HEADING, numbered=True),
        row("2"),
    ]
    assert printed_numbers(rows) == {"lunch": "1", "1": "2", "rubrik": "3", "2": "4"}


def test_a_typed_number_is_kept_but_not_printed_on_a_row_without_number() -> None:
    rows = [row("a", number="7", numbered=False), row("b")]
    assert printed_numbers(rows) == {"b": "1"}


def test_sub_items_of_a_row_without_number_have_one_by_choice_alone() -> None:
    rows = [
        row("pris", numbered=False),
        row("a", level=1),
        row("b", level=1, numbered=True),
        row("c", level=1, number="9"),
        row("p", BREAK, level=1, number="3"),
        row("d"),
    ]
    assert printed_numbers(rows) == {"b": "1", "c": "9", "d": "10"}


@pytest.mark.parametrize("kind", [DECISION, BREAK, HEADING])
def test_a_choice_that_is_the_kinds_own_is_not_stored(kind: ItemKind) -> None:
    own = is_numbered(row("a", kind))
    assert numbered_choice(kind, own) is None
    assert numbered_choice(kind, not own) is (not own)


def test_a_row_without_number_is_named_by_its_title() -> None:
    rows = (
        row("a", title="Justering", numbered=False),
        row("b", title="", numbered=False),
        row("c", BREAK, title="Lunch", numbered=True),
    )
    numbers = printed_numbers(rows)
    names = [row_name(each, numbers) for each in rows]
    assert names == ["punkten ”Justering”", "en punkt utan nummer", "Lunch"]
    assert row_names(rows, numbers) == "Ärende 1, ”Justering” och en punkt utan nummer"
