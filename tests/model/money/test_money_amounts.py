"""Amounts as people type them, and as they are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.money.amounts import (
    AmbiguousAmountError,
    digits,
    kronor,
    kronor_in_text,
    parse_amount,
)
from hubra_desktop.model.money.numbers import (
    bank_giro,
    number_warning,
    organisation_number,
    printed_number,
)
from hubra_desktop.model.records.rules import LARGEST_AMOUNT

TYPED = {
    "45 080": 45_080_00,
    "45\u00a0080": 45_080_00,
    "45\u202f080 kr": 45_080_00,
    "45\u2009080": 45_080_00,
    "  45080  ": 45_080_00,
    "45.080kr": 45_080_00,
    "45.080": 45_080_00,
    "45.080,50 kr": 45_080_50,
    "45 080:-": 45_080_00,
    "45 080,-": 45_080_00,
    "45 080:50": 45_080_50,
    "45080,50": 45_080_50,
    "45080,5": 45_080_50,
    "45080.50": 45_080_50,
    "45 080.50": 45_080_50,
    "1.234,5": 1_234_50,
    "1,234.50": 1_234_50,
    "1.234.567": 1_234_567_00,
    "1,234,567": 1_234_567_00,
    "0,50": 50,
    "0.50": 50,
    "0": 0,
    "kr 45 080": 45_080_00,
    "SEK 45 080": 45_080_00,
    "45 080 Kronor": 45_080_00,
    "45 tkr": 45_000_00,
    "45,5 tkr": 45_500_00,
    "264 TKR.": 264_000_00,
    "1 mkr": 1_000_000_00,
    "1,25 mnkr": 1_250_000_00,
    "0,0005 mkr": 500_00,
}


@pytest.mark.parametrize(("typed", "ore"), TYPED.items())
def test_an_amount_is_read_as_it_is_meant(typed: str, ore: int) -> None:
    assert parse_amount(typed) == ore


ASKED = {
    "45,080": (45_08, 45_080_00),
    "1.5": (1_50, 15_00),
    "1.50": (1_50, 150_00),
    "1,234": (1_234_00,),
    "45 080,500": (45_080_50, 45_080_500_00),
    "45,080 tkr": (45_080_00, 45_080_000_00),
    "45.5 tkr": (45_500_00, 455_000_00),
}


@pytest.mark.parametrize(("typed", "choices"), ASKED.items())
def test_what_can_be_read_two_ways_is_asked_about(typed: str, choices: tuple[int, ...]) -> None:
    with pytest.raises(AmbiguousAmountError) as caught:
        parse_amount(typed)
    assert caught.value.choices == choices
    assert caught.value.sentence.endswith("?")
    assert all(kronor(choice) in caught.value.sentence for choice in choices)


REFUSED = {
    "": "Skriv ett belopp",
    "-45": "utan plus eller minus",
    "−45": "utan plus eller minus",
    "+45": "utan plus eller minus",
    "kr -45": "utan plus eller minus",
    "en miljon": "Jag förstår inte",
    "45 euro": "Jag förstår inte",
    "45 08": "Jag förstår inte",
    "45:5": "Jag förstår inte",
    "45..080": "Jag förstår inte",
    "1e5": "Jag förstår inte",
    "½": "Jag förstår inte",
    "4,5,6": "Jag förstår inte",
    "٤٥": "Jag förstår inte",
    "0,085": "inte hela öre",
    "45080,505": "inte hela öre",
    "200 000 mkr": "för stort",
    "9" * 5_000: "för stort",
    "x" * 5_000: f"beloppet ”{'x' * 40}”.",
}


@pytest.mark.parametrize(("typed", "sentence"), REFUSED.items())
def test_what_is_no_amount_is_refused_with_a_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence) as caught:
        parse_amount(typed)
    assert not isinstance(caught.value, AmbiguousAmountError)


@given(st.integers(0, LARGEST_AMOUNT))
def test_what_is_shown_can_be_typed(ore: int) -> None:
    assert parse_amount(kronor(ore)) == ore
    assert parse_amount(kronor_in_text(ore)) == ore
    assert parse_amount(digits(ore)) == ore


@given(st.text(alphabet="0123456789 .,:-krtmöSEK\u00a0", max_size=12))
def test_whatever_is_typed_gives_an_amount_or_a_sentence(typed: str) -> None:
    refusal: InputError | None = None
    try:
        assert 0 <= parse_amount(typed) <= LARGEST_AMOUNT
    except InputError as error:
        refusal = error
    if isinstance(refusal, AmbiguousAmountError):
        assert refusal.choices
    elif refusal is not None:
        assert refusal.sentence.endswith(".")


@given(st.integers(-LARGEST_AMOUNT, LARGEST_AMOUNT))
def test_an_amount_is_never_printed_with_a_point_or_a_plain_space(ore: int) -> None:
    for shown in (kronor(ore), kronor_in_text(ore)):
        assert "." not in shown
        assert " " not in shown
        assert "-" not in shown


def test_amounts_are_shown_as_swedes_write_them() -> None:
    assert kronor(45_080_00) == "45\u00a0080\u00a0kr"
    assert kronor(45_080_50) == "45\u00a0080,50\u00a0kr"
    assert kronor(-7_00) == "\u22127\u00a0kr"
    assert kronor_in_text(264_000_00) == "264\u00a0000\u00a0kronor"


@pytest.mark.parametrize("typed", ["2120000142", "212000-0142", " 16 212000-0142", "212000–0142"])
def test_an_organisation_number_is_written_in_one_way(typed: str) -> None:
    assert organisation_number(typed) == "212000-0142"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("212000-0143", "Kontrollsiffran i organisationsnumret"),
        ("12345", "inget organisationsnummer"),
        ("abc", "inget organisationsnummer"),
        ("21200001422", "inget organisationsnummer"),
    ],
)
def test_a_wrong_organisation_number_is_refused(typed: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        organisation_number(typed)


@pytest.mark.parametrize(
    ("number", "words"), [("811228-9874", "personnummer"), ("000000-0000", "bara nollor")]
)
def test_a_number_that_is_no_associations_is_warned_of_and_not_printed(
    number: str, words: str
) -> None:
    assert organisation_number(number) == number
    assert words in number_warning(number)
    assert printed_number(number) == ""


def test_an_associations_number_is_printed() -> None:
    assert number_warning("802400-1234") == number_warning("") == ""
    assert printed_number(" 802400-1234 ") == "802400-1234"


@pytest.mark.parametrize(
    ("typed", "mark", "ore"),
    [
        ("30.000", ".", 3_000),
        ("30.000", ",", 3_000_000),
        ("1,234.50", ".", 123_450),
        ("12 500,000", ",", 1_250_000),
        ("136.98", ".", 13_698),
        ("1000", ".", 100_000),
        ("45 tkr", ",", 4_500_000),
    ],
)
def test_a_known_decimal_mark_leaves_one_reading(typed: str, mark: str, ore: int) -> None:
    assert parse_amount(typed, mark) == ore


@pytest.mark.parametrize(("typed", "mark"), [("136.98", ","), ("1.000,50", "."), ("1,5,0", ",")])
def test_what_does_not_fit_the_decimal_mark_is_refused(typed: str, mark: str) -> None:
    with pytest.raises(InputError, match="förstår inte beloppet"):
        parse_amount(typed, mark)


def test_a_bankgiro_number_is_checked() -> None:
    assert bank_giro("50501055") == bank_giro(" 5050-1055 ") == "5050-1055"
    assert bank_giro("991-2346") == "991-2346"
    assert organisation_number("") == bank_giro(" ") == ""
    for typed, sentence in {
        "5050-1056": "Kontrollsiffran",
        "505": "inget",
        "5050/1055": "inget",
    }.items():
        with pytest.raises(InputError, match=sentence):
            bank_giro(typed)
