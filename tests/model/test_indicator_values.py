"""Values as people type them, and a year's values on one line."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.indicators.terms import Group, GroupSet, Missing, Unit
from hubra_desktop.model.indicators.values import (
    ReasonNeededError,
    Value,
    check_value,
    example_line,
    groups_of,
    parse_line,
    parse_value,
    unit_of,
    value_text,
    with_unit,
)
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.words import word
from tests.model.indicator_samples import ADULTS, EVENING, LIVING, NEIGHBOURS, SCHOOL, VICTIMS


@pytest.mark.parametrize(
    ("typed", "unit", "wanted"),
    [
        ("33,5", Unit.PERCENT, 33_500),
        ("33.5", Unit.PERCENT, 33_500),
        ("90 %", Unit.PERCENT, 90_000),
        ("90%", Unit.PERCENT, 90_000),
        ("90", Unit.PERCENT, 90_000),
        (" 90 procent ", Unit.PERCENT, 90_000),
        ("0", Unit.PERCENT, 0),
        ("1.234", Unit.PERCENT, 1_234),
        ("55", Unit.INDEX, 55_000),
        ("index 55,25", Unit.INDEX, 55_250),
        ("574", Unit.COUNT, 574_000),
        ("antal 574", Unit.COUNT, 574_000),
        ("1 234", Unit.COUNT, 1_234_000),
        ("1\u00a0234\u202f567", Unit.COUNT, 1_234_567_000),
        ("574 st", Unit.COUNT, 574_000),
        ("574 personer", Unit.COUNT, 574_000),
    ],
)
def test_a_value_is_read_as_people_type_it(typed: str, unit: Unit, wanted: int) -> None:
    assert parse_value(typed, unit) == Value(wanted)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("ej mätt", Missing.NOT_MEASURED),
        ("Ej mätt", Missing.NOT_MEASURED),
        ("saknas: för få svar", Missing.TOO_FEW),
        ("saknas (ej mätt)", Missing.NOT_MEASURED),
        ("uppgift saknas", Missing.NOT_STATED),
        ("too few answers", Missing.TOO_FEW),
    ],
)
def test_a_reason_is_read_in_words(typed: str, wanted: Missing) -> None:
    assert parse_value(typed, Unit.PERCENT) == Value(None, wanted)


@pytest.mark.parametrize("typed", ["–", "-", "−", "—", "saknas", "Saknas", "..", "?"])
def test_a_gap_asks_for_its_reason(typed: str) -> None:
    with pytest.raises(ReasonNeededError, match="varför värdet saknas"):
        parse_value(typed, Unit.COUNT)


@pytest.mark.parametrize("typed", ["", "  ", "\u00a0"])
def test_nothing_typed_is_nothing(typed: str) -> None:
    assert parse_value(typed, Unit.COUNT) is None


@pytest.mark.parametrize(
    ("typed", "unit", "sentence"),
    [
        ("många", Unit.COUNT, "förstår inte värdet ”många”"),
        ("12 34", Unit.COUNT, "förstår inte"),
        ("1,2,3", Unit.PERCENT, "förstår inte"),
        ("101", Unit.PERCENT, "mellan 0 och 100 procent"),
        ("-1", Unit.PERCENT, "mellan 0 och 100 procent"),
        ("574", Unit.PERCENT, "ändra måttets enhet"),
        ("0", Unit.INDEX, "mellan 1 och 100"),
        ("100,001", Unit.INDEX, "mellan 1 och 100"),
        ("40 %", Unit.COUNT, "ett antal, inte procent"),
        ("40 %", Unit.INDEX, "ett index, inte procent"),
        ("3,5", Unit.COUNT, "heltal"),
        ("−3", Unit.COUNT, "heltal"),
        ("1.234", Unit.COUNT, "två sätt. Skriv 1\u00a0234 eller 1,234"),
        ("33,3333", Unit.PERCENT, "tre decimaler"),
        ("1234567890123", Unit.COUNT, "tolv siffror"),
    ],
)
def test_what_is_no_value_is_refused_with_a_sentence(typed: str, unit: Unit, sentence: str) -> None:
    with pytest.raises(InputError) as refusal:
        parse_value(typed, unit)
    assert sentence in refusal.value.sentence


COUNTS = st.integers(0, 10**11).map(lambda whole: whole * 1000)
SHARES = st.integers(0, 100_000)


@given(COUNTS)
def test_a_count_that_is_written_is_read_again(value: int) -> None:
    assert parse_value(value_text(value), Unit.COUNT) == Value(value)


@given(SHARES)
def test_a_share_that_is_written_is_read_again(value: int) -> None:
    assert parse_value(with_unit(value, Unit.PERCENT), Unit.PERCENT) == Value(value)


@given(st.text(max_size=30), st.sampled_from(Unit))
def test_any_text_is_read_or_refused(typed: str, unit: Unit) -> None:
    try:
        value = parse_value(typed, unit)
    except InputError:
        return
    if value is not None and value.thousandths is not None:
        check_value(unit, value.thousandths)


def shown(values: Mapping[Group, Value]) -> str:
    parts = []
    for group, value in values.items():
        told = word(value.missing) if value.thousandths is None else value_text(value.thousandths)
        parts.append(f"{group} {told}")
    return ", ".join(parts)


@pytest.mark.parametrize(
    ("typed", "indicator", "year", "wanted"),
    [
        ("alla 55 män 58 kvinnor 53", LIVING, None, "all 55, men 58, women 53"),
        ("2017: alla 55, män 58, kvinnor 53", LIVING, 2017, "all 55, men 58, women 53"),
        ("2017 alla 55 män 58 kvinnor 53", LIVING, 2017, "all 55, men 58, women 53"),
        ("År 2017 alla: 55; män: 58", LIVING, 2017, "all 55, men 58"),
        ("55/58/53", LIVING, None, "all 55, men 58, women 53"),
        ("55 58 53", LIVING, None, "all 55, men 58, women 53"),
        ("2017 55 58 53", LIVING, 2017, "all 55, men 58, women 53"),
        ("m 58 k 53 alla 55", LIVING, None, "men 58, women 53, all 55"),
        ("alla 54 pojkar 78 flickor 33,5 2015", EVENING, 2015, "all 54, boys 78, girls 33,5"),
        ("alla 54 killar 78 tjejer 33,5 (2015)", EVENING, 2015, "all 54, boys 78, girls 33,5"),
        ("antal 574 män 41% kvinnor 59% 2017", VICTIMS, 2017, "all 574, men 41, women 59"),
        ("2017: 574 / 41 / 59", VICTIMS, 2017, "all 574, men 41, women 59"),
        ("2017: 369", NEIGHBOURS, 2017, "all 369"),
        ("369 2017", NEIGHBOURS, 2017, "all 369"),
        ("2017", NEIGHBOURS, None, "all 2\u00a0017"),
        ("2017: 90 %", SCHOOL, 2017, "all 90"),
        ("2016: ej mätt", LIVING, 2016, "all ej mätt, men ej mätt, women ej mätt"),
        ("alla 60 män för få svar kvinnor 62", LIVING, None, "all 60, men för få svar, women 62"),
    ],
)
def test_a_year_is_read_from_one_line(
    typed: str, indicator: Indicator, year: int | None, wanted: str
) -> None:
    line = parse_line(typed, indicator)
    assert (line.year, shown(line.values)) == (year, wanted)


@pytest.mark.parametrize(
    ("typed", "indicator", "sentence"),
    [
        ("", LIVING, "Skriv till exempel 2019: alla 56 män 55 kvinnor 57"),
        ("55 58", LIVING, "kan inte läsa"),
        ("574 410 590", LIVING, "kan inte läsa"),
        ("ungefär alla 55", LIVING, "kan inte läsa"),
        ("alla 55 alla 56", LIVING, "”alla” står två gånger"),
        ("pojkar 55", ADULTS, "delas inte upp på pojkar"),
        ("alla 55 män", LIVING, "ett värde efter ”män”"),
        ("alla – män 55", LIVING, "varför värdet saknas"),
        ("2017: 101", SCHOOL, "mellan 0 och 100"),
    ],
)
def test_a_line_that_cannot_be_read_is_refused(
    typed: str, indicator: Indicator, sentence: str
) -> None:
    with pytest.raises(InputError) as refusal:
        parse_line(typed, indicator)
    assert sentence in refusal.value.sentence


KINDS = st.builds(
    lambda unit, groups, shares: Indicator(
        unit=unit,
        groups=groups,
        shares=shares and unit is Unit.COUNT and groups is not GroupSet.NONE,
    ),
    st.sampled_from(Unit),
    st.sampled_from(GroupSet),
    st.booleans(),
)


@given(KINDS, st.integers(1900, 2199), st.data())
def test_a_line_that_is_written_is_read_again(
    indicator: Indicator, year: int, data: st.DataObject
) -> None:
    values = {}
    for group in groups_of(indicator):
        counted = unit_of(indicator, group) is Unit.COUNT
        drawn = data.draw(COUNTS if counted else st.integers(1_000, 100_000))
        values[group] = Value(drawn)
    pairs = (
        f"{word(group)} {value_text(value.thousandths or 0)}" for group, value in values.items()
    )
    text = ", ".join(pairs)
    for typed in (f"{year}: {text}", f"{year} {text}", f"{text} ({year})"):
        line = parse_line(typed, indicator)
        assert (line.year, dict(line.values)) == (year, values)


@given(KINDS, st.text(max_size=40))
def test_any_line_is_read_or_refused(indicator: Indicator, typed: str) -> None:
    try:
        line = parse_line(typed, indicator)
    except InputError:
        return
    assert set(line.values) <= set(groups_of(indicator))
    assert line.values


@given(KINDS)
def test_the_example_can_be_typed(indicator: Indicator) -> None:
    line = parse_line(example_line(indicator), indicator)
    assert line.year == 2019
    assert tuple(line.values) == groups_of(indicator)
