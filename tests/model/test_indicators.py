"""The indicators: what is checked, the table, the charts, and what is due."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hubra_desktop.model.drawing import Path
from hubra_desktop.model.due import Due
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle, check_bundle
from hubra_desktop.model.findings import Level
from hubra_desktop.model.indicators.charts import chart_description, charts, small
from hubra_desktop.model.indicators.due import due_of, next_year
from hubra_desktop.model.indicators.indicator_findings import all_findings, indicator_findings
from hubra_desktop.model.indicators.indicator_rules import (
    refuse_indicator,
    refuse_values,
)
from hubra_desktop.model.indicators.reading import Years, years_shown
from hubra_desktop.model.indicators.table import as_text, indicator_rows, source_line, table_row
from hubra_desktop.model.indicators.terms import REASONS, Direction, Group, GroupSet, Missing, Unit
from hubra_desktop.model.indicators.values import Value
from hubra_desktop.model.language import set_language
from hubra_desktop.model.records.indicators import Indicator, Measurement
from hubra_desktop.model.words import word
from tests.model.indicator_samples import (
    ADULTS,
    BY_ID,
    EVENING,
    LIVING,
    NEIGHBOURS,
    SCHOOL,
    SOURCE,
    VICTIMS,
    with_lines,
)

NBSP = "\u00a0"


def ids(indicator: Indicator, years: Years | None = None) -> list[str]:
    return [each.id.removeprefix("indicator-") for each in indicator_findings(indicator, years)]


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def test_the_source_has_two_things_to_look_at() -> None:
    found = [(each.item_id, each.id, each.level) for each in all_findings(SOURCE)]
    assert found == [
        ("thriving", "indicator-no-value", Level.WARNING),
        ("victims", "indicator-share-of-count", Level.WARNING),
    ]
    sentence = all_findings(SOURCE)[1].sentence
    assert "kallas andel, men värdena är antal (574 år 2017)" in sentence


@pytest.mark.parametrize(
    ("indicator", "wanted"),
    [
        (replace(SCHOOL, name=""), ["name", "no-value"]),
        (with_lines(replace(NEIGHBOURS, unit=Unit.PERCENT), "2017: 3", "2016: 4"),
         ["count-of-share"]),
        (with_lines(SCHOOL, "2017: 90"), ["no-comparison"]),
        (with_lines(SCHOOL, "2017: ej mätt"), ["no-value"]),
        (with_lines(LIVING, "2017: alla 55 män 58", "2015: 57/59/53"), ["no-group"]),
        (with_lines(LIVING, "2017: 60/58/53", "2015: 57/59/53"), ["whole"]),
        (with_lines(LIVING, "2017: 52/58/53", "2015: 57/59/53"), ["whole"]),
        (with_lines(replace(LIVING, unit=Unit.COUNT), "2017: 9/5/3", "2015: 7/5/3"), ["whole"]),
        (with_lines(LIVING, "2017: alla 60 män för få svar kvinnor 53", "2015: 57/59/53"), []),
    ],
)  # fmt: skip
def test_what_may_be_wrong_is_pointed_out(indicator: Indicator, wanted: list[str]) -> None:
    assert ids(indicator) == wanted
    assert all(
        each.sentence and each.item_id == indicator.id for each in indicator_findings(indicator)
    )


def test_a_gap_with_a_reason_names_it() -> None:
    (found,) = indicator_findings(with_lines(SCHOOL, "2016: ej mätt"))
    assert "har inget värde (2016: ej mätt)" in found.sentence


@given(st.integers(3_000, 97_000), st.integers(-3_000, 3_000))
@example(41_000, 1_000)
@example(41_000, -1_000)
@example(41_000, 1_001)
@example(41_000, -1_001)
def test_shares_make_a_whole_or_are_refused_together_and_pointed_out(men: int, over: int) -> None:
    values = {Group.MEN: Value(men), Group.WOMEN: Value(100_000 - men + over)}
    rows = tuple(
        Measurement(year=2017, group=group, value_thousandths=value.thousandths)
        for group, value in values.items()
    )
    whole = Measurement(year=2017, value_thousandths=574_000)
    fits = -1_000 <= over <= 1_000
    assert ("shares" in ids(replace(VICTIMS, measurements=(whole, *rows)))) is not fits
    if fits:
        refuse_values(VICTIMS, values)
    else:
        with pytest.raises(InputError, match="ska bli 100"):
            refuse_values(VICTIMS, values)


def test_one_share_at_a_time_is_taken() -> None:
    refuse_values(VICTIMS, {Group.MEN: Value(41_000)})
    refuse_values(VICTIMS, {Group.MEN: Value(41_000), Group.WOMEN: Value(None, Missing.TOO_FEW)})
    refuse_values(VICTIMS, {Group.MEN: Value(41_000), Group.WOMEN: None})


@given(st.sampled_from(Unit), st.integers(-(10**6), 10**6))
def test_what_a_command_takes_a_check_of_the_whole_takes_too(unit: Unit, value: int) -> None:
    indicator = Indicator(unit=unit)
    row = Measurement(year=2017, value_thousandths=value)
    refused = []
    checks: tuple[Callable[[], None], ...] = (
        lambda: refuse_values(indicator, {Group.ALL: Value(value)}),
        lambda: refuse_indicator(replace(indicator, measurements=(row,))),
    )
    for check in checks:
        try:
            check()
        except InputError as refusal:
            refused.append(refusal.sentence)
    assert len(refused) in (0, 2)


def test_two_values_for_one_group_and_year_are_refused_wherever_they_come_from() -> None:
    row = Measurement(id="a", year=2017, value_thousandths=90_000)
    twice = replace(SCHOOL, measurements=(row, replace(row, id="b")))
    with pytest.raises(InputError, match="alla 2017 finns två gånger"):
        refuse_indicator(twice)
    with pytest.raises(InputError, match=r"indicators\[0\].*finns två gånger"):
        check_bundle(Bundle(indicators=(twice,)))
    check_bundle(Bundle(indicators=SOURCE))


def test_the_table_is_the_sources() -> None:
    assert [plain(line) for line in as_text(indicator_rows(SOURCE)).splitlines()] == [
        "Indikator\tMått senaste\tJämförs med",
        (
            f"{LIVING.name} (Från Medborgarundersökningen)\talla 55, män 58, kvinnor 53 (2017)"
            "\talla 57, män 59, kvinnor 53 (2015)"
        ),
        (
            f"{EVENING.name} (Från Ung Livsstil)\talla 54, pojkar 78, flickor 33,5 (2015)"
            "\talla 78, pojkar 89, flickor 68 (2012)"
        ),
        (
            f"{ADULTS.name} (Från Befolkningsundersökningen)\talla 65, män 75, kvinnor 55 (2014)"
            "\talla 64, män 74, kvinnor 56 (2012)"
        ),
        (
            "Andel elever i årskurs nio som trivs bra i sitt bostadsområde (Från Stockholmsenkäten)"
            "\tuppgift saknas\tuppgift saknas"
        ),
        "Antal grannsamverkansföreningar (Info från Polisen)\t369 (2017)\t354 (2016)",
        (
            f"{VICTIMS.name} (Info från Brottsofferjouren)"
            "\tantal 574, män 41 %, kvinnor 59 % (2017)\tantal 556, män 38 %, kvinnor 62 % (2016)"
        ),
        (
            "Elevers trygghet i skolan (Från Elevenkäten Grundskolan senare del)"
            "\t90 % (2017)\t91 % (2015)"
        ),
    ]


def test_any_two_years_stand_beside_each_other() -> None:
    row = table_row(BY_ID["living"], Years(2015, 2017))
    assert (row.latest.year, row.compared.year) == (2015, 2017)
    assert row.latest.lines == ("alla 57", "män 59", "kvinnor 53")


def test_missing_is_a_word_in_its_own_cell() -> None:
    mixed = with_lines(LIVING, "2019: alla 55 män för få svar kvinnor ej mätt", "2018: ej mätt")
    row = table_row(mixed, Years(2019, 2018))
    assert row.latest.lines == ("alla 55", "män för få svar", "kvinnor ej mätt")
    assert (row.compared.lines, row.compared.year, row.compared.known) == (
        ("ej mätt",),
        2018,
        False,
    )
    assert table_row(with_lines(SCHOOL, "2017: 90")).compared.text == "inget tidigare värde"
    assert table_row(BY_ID["living"], Years(2017, 2016)).compared.text == "uppgift saknas (2016)"


def test_a_cell_on_the_clipboard_is_no_formula() -> None:
    bad = replace(with_lines(SCHOOL, "2017: 90"), name="=1+1\tx", source="")
    assert as_text(indicator_rows([bad])).splitlines()[1].startswith("'=1+1 x\t")


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("Ung Livsstil", "Från Ung Livsstil"),
        ("Från Ung Livsstil", "Från Ung Livsstil"),
        ("info från Polisen", "info från Polisen"),
        ("  ", ""),
    ],
)
def test_the_source_is_told_as_the_paper_tells_it(source: str, wanted: str) -> None:
    assert source_line(source) == wanted


def test_the_latest_years_are_those_with_values_up_to_the_papers_own() -> None:
    grown = with_lines(BY_ID["living"], "2019: ej mätt", "2018: 56/58/54")
    assert years_shown(grown) == (2018, 2017)
    assert years_shown(grown, until=2017) == (2017, 2015)
    assert years_shown(grown, until=2014) == (None, None)


@pytest.mark.parametrize("indicator", SOURCE, ids=lambda each: each.id)
def test_each_indicator_has_charts_that_tell_every_value(indicator: Indicator) -> None:
    made = charts(indicator)
    assert len(made) == {"thriving": 0, "victims": 2}.get(indicator.id, 1)
    told = " ".join(chart_description(indicator, chart) for chart in made)
    for row in indicator.measurements:
        value = (row.value_thousandths or 0) / 1000
        assert f"{row.year}: {value:g}".replace(".", ",") in told


def test_a_chart_of_an_earlier_year_ends_there_and_breaks_are_told() -> None:
    (chart,) = charts(BY_ID["living"], until=2015)
    assert chart.years == ("2015",)
    rows = tuple(
        replace(row, incomparable=row.year == 2017) for row in BY_ID["living"].measurements
    )
    broken = replace(LIVING, measurements=rows)
    (chart,) = charts(broken)
    assert "2017 och senare kan inte jämföras" in chart_description(broken, chart)
    assert "minskning" not in chart_description(broken, chart)
    assert "minskning med 2" in chart_description(LIVING, chart)


def test_only_a_long_series_at_equal_distances_is_drawn_as_lines() -> None:
    years = range(2010, 2018)
    yearly = with_lines(SCHOOL, *(f"{year}: {year - 1950}" for year in years))
    (chart,) = charts(yearly)
    assert chart.kind == "lines"
    (chart,) = charts(with_lines(yearly, "2020: 70"))
    assert chart.kind == "bars"
    (chart,) = charts(
        with_lines(SCHOOL, *(f"{y}: ej mätt" for y in (2016,)), "2017: 90", "2015: 91")
    )
    assert "uppgift saknas för 2016" in chart_description(SCHOOL, chart)


def test_the_small_chart_fills_the_last_bar_and_dashes_a_gap() -> None:
    grown = with_lines(NEIGHBOURS, "2014: 300", "2015: ej mätt", "2016: 354", "2017: 369")
    paths = [shape for shape in small(grown, 90, 30, "#1f4e5f").shapes if isinstance(shape, Path)]
    fills = [path.fill for path in paths if path.closed]
    assert fills == ["#ffffff", "#ffffff", "#1f4e5f"]
    assert [path.dash for path in paths if path.dash] == [(2.0, 2.0)]
    assert small(SCHOOL, 90, 30, "#1f4e5f").shapes


def due(indicator: Indicator, today: date) -> list[Due]:
    return list(due_of([indicator], today))


def test_a_measurement_is_due_when_its_year_ends() -> None:
    living = BY_ID["living"]
    assert next_year(living) == 2019
    assert due(living, date(2019, 10, 1)) == []
    (soon,) = due(living, date(2019, 11, 15))
    assert (soon.day, soon.level) == (date(2019, 12, 31), Level.TIP)
    assert (soon.kind, soon.id) == ("indicator", "living")
    (late,) = due(living, date(2020, 1, 1))
    assert late.level is Level.WARNING
    assert "skulle ha mätts 2019" in late.sentence
    assert due(with_lines(living, "2019: ej mätt"), date(2020, 1, 1)) == []


def test_what_has_no_value_is_due_without_a_day_as_long_as_it_is_followed() -> None:
    (never,) = due(BY_ID["thriving"], date(2018, 3, 7))
    assert (never.day, never.level) == (None, Level.WARNING)
    assert due(replace(BY_ID["thriving"], active_to=2017), date(2018, 3, 7)) == []
    assert due(replace(BY_ID["living"], active_to=2018), date(2020, 3, 7)) == []
    assert due(BY_ID["school"], date(2030, 1, 1)) == []


def test_every_term_has_a_word_in_both_languages() -> None:
    for vocabulary in (Unit, Direction, GroupSet, Group):
        assert all(word(term) for term in vocabulary)
    assert set(REASONS) == set(Missing) - {Missing.NO}
    set_language("en")
    try:
        assert [word(each) for each in REASONS] == ["not measured", "too few answers", "not stated"]
    finally:
        set_language("sv")
