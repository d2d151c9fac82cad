"""Case numbers in the forms that municipalities write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.case_number import (
    looks_like_case_number,
    normal_form,
    parse_case_number,
    same_number,
)


@pytest.mark.parametrize(
    ("text", "unit", "year", "running", "suffix"),
    [
        ("KS-2018/451.181", "KS", 2018, "451", "181"),
        ("KS-2016/1968.173", "KS", 2016, "1968", "173"),
        ("KS-2017/2231", "KS", 2017, "2231", ""),
        ("KS/2019:279", "KS", 2019, "279", ""),
        ("KS 2018/14", "KS", 2018, "14", ""),
        ("2018/KS 0290 10", "KS", 2018, "0290", "10"),
        ("2018/KS 0290", "KS", 2018, "0290", ""),
        ("KS/2019/0001/0009", "KS", 2019, "0001", "0009"),
        ("KFKS 2015/31", "KFKS", 2015, "31", ""),
        ("KSN-2016-1422", "KSN", 2016, "1422", ""),
        ("SLK-2023-01047", "SLK", 2023, "01047", ""),
        ("0263/19", "", 2019, "0263", ""),
        ("KS 16/0158", "KS", 2016, "0158", ""),
        ("Ks 900/2019", "Ks", 2019, "900", ""),
        ("002 – 443 / 05", "", 2005, "443", "002"),
        ("LS 0806-0619", "LS", 2008, "0619", ""),
        ("Dnr 31/16", "", 2016, "31", ""),
        ("14/1715", "", 2014, "1715", ""),
        ("KS 2016-254/322", "KS", 2016, "254", "322"),
        ("KS2016/1963-2", "KS", 2016, "1963", "2"),
        ("KS-2025/777-12.805", "KS", 2025, "777", "12.805"),
        ("Dnr: KS-2017/2231", "KS", 2017, "2231", ""),
        ("SÄN-2017-00123", "SÄN", 2017, "00123", ""),
        ("17/98", "", 1998, "17", ""),
    ],
)
def test_the_forms_and_their_parts(
    text: str, unit: str, year: int, running: str, suffix: str
) -> None:
    number = parse_case_number(text)
    assert number is not None
    assert (number.text, number.unit, number.year) == (text, unit, year)
    assert (number.running, number.suffix) == (running, suffix)
    assert looks_like_case_number(f"  {text} ")


@pytest.mark.parametrize("text", ["", "se mejl", "KS", "2018", "KS-2018", "KS-2018/", "bilaga 1"])
def test_what_has_no_known_form(text: str) -> None:
    assert parse_case_number(text) is None
    assert not looks_like_case_number(text)


def test_the_same_number_however_written() -> None:
    assert normal_form("KS-2018/451.181") == normal_form("ks 2018/451.181") == "ks2018/451.181"
    assert normal_form("002 – 443 / 05") == normal_form("002-443/05")
    assert normal_form("Dnr KS-2018/451.181") == normal_form(" KS\u20112018/451.181")
    assert normal_form("KS-2018/451.181") != normal_form("KS-2016/1968.173")


@given(st.text(max_size=30))
def test_any_text_has_a_stable_normal_form(text: str) -> None:
    same = normal_form(text) == normal_form(text.upper())
    assert same or text.upper().casefold() != text.casefold()
    number = parse_case_number(text)
    assert number is None or (number.running.isdecimal() and 1900 <= number.year < 2100)


@pytest.mark.parametrize(("typed", "year"), [("002-443/49", 2049), ("002-443/50", 1950)])
def test_two_digits_are_a_year_of_the_century_around_the_turn(typed: str, year: int) -> None:
    number = parse_case_number(typed)
    assert number is not None
    assert number.year == year


def test_a_paper_within_a_case_is_not_the_case() -> None:
    assert not same_number("KS-2018/451.181", "KS-2018/451")
    assert not same_number("KS2016/1963-2", "KS2016/1963-3")
