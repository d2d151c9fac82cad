"""Numbers in running text: found, read, and written as the author wrote them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.plan.counts import HEDGES, parsed_exactness
from hubra_desktop.model.plan.terms import Exactness
from hubra_desktop.model.reports.numbers import (
    NumberUnit,
    money_like,
    number_of,
    numbers_in,
)
from hubra_desktop.model.swedish import count_in_words


@pytest.mark.parametrize(
    ("text", "ore"),
    [
        ("på 45.080kr.", 4_508_000),
        ("på 45 080 kr till", 4_508_000),
        ("45\u00a0080\u00a0kronor", 4_508_000),
        ("45 080,50 kr", 4_508_050),
        ("45 080:-", 4_508_000),
        ("264 tkr", 26_400_000),
        ("en miljon i bidrag", 100_000_000),
        ("1,5 miljoner kronor", 150_000_000),
    ],
)
def test_an_amount_is_read_however_it_is_written(text: str, ore: int) -> None:
    (found,) = numbers_in(text)
    assert (found.unit, found.value) == (NumberUnit.MONEY, Decimal(ore))


@pytest.mark.parametrize(
    "text",
    [
        "den 16 februari 2018",
        "under 2017",
        "KS-2018/451.181",
        "nr 150/16",
        "kl. 15:30 eller 15.35–16.00",
        "index1-100",
        "en tjänsteperson",
        "2017-03-08",
    ],
)
def test_days_years_times_and_case_numbers_are_no_numbers(text: str) -> None:
    assert numbers_in(text) == ()


def test_counts_are_read_in_digits_and_in_words() -> None:
    found = numbers_in("Sju brev och 4 möten, drygt 100 personer, cirka 20 av fyra områden.")
    assert [int(each.value) for each in found] == [7, 4, 100, 20, 4]
    assert [each.exactness for each in found][2:4] == [Exactness.OVER, Exactness.ABOUT]
    assert [each.spelt for each in found] == [True, False, False, False, True]


@pytest.mark.parametrize(
    ("hedge", "exactness"),
    [(each, exactness) for exactness, words in HEDGES.items() for each in words],
)
def test_a_text_is_as_exact_as_what_people_type(hedge: str, exactness: Exactness) -> None:
    (found,) = numbers_in(f"Det kom {hedge} 100 personer.")
    assert (found.text, found.exactness) == (f"{hedge} 100", exactness)
    assert parsed_exactness(f"{hedge} 100") == (exactness, "100")


def test_percent_and_decimals_are_read() -> None:
    found = numbers_in("33,5 och 41% mot 38 procent")
    assert [(str(each.value), each.unit) for each in found] == [
        ("33.5", NumberUnit.NONE), ("41", NumberUnit.PERCENT), ("38", NumberUnit.PERCENT),
    ]  # fmt: skip


def test_a_number_in_groups_without_unit_is_told_so() -> None:
    (found,) = numbers_in("höjdes med 20 000 då vi")
    assert (found.grouped, found.unit, int(found.value)) == (True, NumberUnit.NONE, 20_000)


@pytest.mark.parametrize(
    ("ore", "like", "written"),
    [
        (26_400_000, "200 tkr", "264\u00a0tkr"),
        (26_450_000, "200 tkr", "264\u00a0500\u00a0kr"),
        (26_400_000, "200 000 kronor", "264\u00a0000\u00a0kronor"),
        (4_508_000, "45.000kr", "45\u00a0080\u00a0kr"),
        (4_508_000, "45 000:-", "45\u00a0080:-"),
        (2_000_000, "10 000", "20\u00a0000"),
        (100, "2 kronor", "1\u00a0krona"),
        (200, "1 krona", "2\u00a0kronor"),
        (26_500_000, "drygt 264 tkr", "265\u00a0tkr"),
        (26_450_000, "drygt 264 tkr", "264\u00a0500\u00a0kr"),
        (4_508_000, "cirka 45 000 kronor", "45\u00a0080\u00a0kronor"),
        (200_000_000, "en miljon kronor", "2\u00a0miljoner kronor"),
        (100_000_000, "två miljoner", "1\u00a0miljon"),
    ],
)
def test_an_amount_is_written_in_the_manner_of_another(ore: int, like: str, written: str) -> None:
    number = number_of(like)
    assert number is not None
    assert money_like(ore, number) == written


def test_one_is_a_number_only_where_it_stands_alone() -> None:
    alone = number_of("ett")
    assert alone is not None
    assert alone.value == 1
    assert number_of("ett möte om 7 saker") is None
    assert number_of("inga tal") is None
    assert number_of("sju av nio och 10") is None


@given(st.integers(min_value=0, max_value=10**12))
def test_what_is_written_as_kronor_is_read_back(ore: int) -> None:
    (found,) = numbers_in(f"Summan {kronor(ore)} betalades.")
    assert (found.unit, found.value) == (NumberUnit.MONEY, Decimal(ore))


@given(st.integers(min_value=2, max_value=10**6))
def test_what_is_written_as_a_count_is_read_back(count: int) -> None:
    number = number_of(f"{count_in_words(count)} gånger")
    assert number is not None
    assert number.value == count


def test_a_debt_is_written_with_a_minus() -> None:
    assert kronor(-150_000) == "\u22121\u00a0500\u00a0kr"
