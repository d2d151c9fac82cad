"""The change in words: the source's, careful ones, none where there is nothing to compare."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.findings import Level
from hubra_desktop.model.indicators.change import (
    derived_text,
    differences,
    printed_text,
    strange_figures,
)
from hubra_desktop.model.indicators.indicator_findings import indicator_findings
from hubra_desktop.model.indicators.reading import Years, comparable, years_shown
from hubra_desktop.model.indicators.terms import Direction, Group, GroupSet, Unit
from hubra_desktop.model.language import set_language
from hubra_desktop.model.records.indicators import ChangeText, Indicator, Measurement
from tests.model.indicator_samples import (
    BY_ID,
    LIVING,
    NEIGHBOURS,
    SCHOOL,
    with_lines,
)

NBSP = "\u00a0"
CAUSES = (
    "därför",
    "tack vare",
    "på grund",
    "beror på",
    "orsak",
    "leder till",
    "eftersom",
    "effekt",
)


def ids(indicator: Indicator, years: Years | None = None) -> list[str]:
    return [each.id.removeprefix("indicator-") for each in indicator_findings(indicator, years)]


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


SENTENCES = {
    "living": "2017 var indexet för alla 55, vilket är 2 indexenheter lägre än 2015, då det var "
    "57. För män var det 58 (2015: 59), 1 indexenhet lägre, och för kvinnor 53 (2015: 53), "
    "oförändrat. Skillnaderna är små och bör tolkas med försiktighet.",
    "evening": "2015 var andelen för alla 54 %, vilket är 24 procentenheter lägre än 2012, då den "
    "var 78 %. Det är inte en förändring i önskad riktning. För pojkar var den 78 % (2012: 89 %), "
    "11 procentenheter lägre, och för flickor 33,5 % (2012: 68 %), 34,5 procentenheter lägre.",
    "thriving": "Uppgift saknas.",
    "neighbours": "2017 var antalet 369, vilket är 15 fler (4 %) än 2016, då det var 354. "
    "Skillnaden är liten och bör tolkas med försiktighet.",
    "victims": "2017 var antalet 574, vilket är 18 fler (3 %) än 2016, då det var 556. "
    "Andelen män var 41 % (2016: 38 %), 3 procentenheter högre, och andelen kvinnor 59 % "
    "(2016: 62 %), 3 procentenheter lägre. Skillnaderna är små och bör tolkas med försiktighet.",
    "school": "2017 var andelen 90 %, vilket är 1 procentenhet lägre än 2015, då den var 91 %. "
    "Skillnaden är liten och bör tolkas med försiktighet.",
}


@pytest.mark.parametrize("name", SENTENCES)
def test_the_sources_changes_in_words(name: str) -> None:
    indicator = BY_ID[name]
    assert plain(printed_text(indicator, *years_shown(indicator))) == SENTENCES[name]


@pytest.mark.parametrize(
    ("direction", "lines", "wanted"),
    [
        (
            Direction.HIGHER,
            ("2017: 60", "2015: 50"),
            "50 %. Det är en förändring i önskad riktning.",
        ),
        (Direction.LOWER, ("2017: 60", "2015: 50"), "Det är inte en förändring i önskad riktning."),
        (
            Direction.LOWER,
            ("2017: 40", "2015: 50"),
            "50 %. Det är en förändring i önskad riktning.",
        ),
        (
            Direction.NEUTRAL,
            ("2017: 60", "2015: 50"),
            "10 procentenheter högre än 2015, då den var 50 %.",
        ),
        (
            Direction.HIGHER,
            ("2017: 50", "2015: 50"),
            "2017 var andelen 50 %, oförändrat jämfört med 2015.",
        ),
    ],
)
def test_the_direction_wished_for_is_told_without_praise(
    direction: Direction, lines: tuple[str, ...], wanted: str
) -> None:
    indicator = with_lines(replace(SCHOOL, direction=direction), *lines)
    assert wanted in plain(derived_text(indicator, 2017, 2015))


def test_few_are_told_with_care_and_without_percent() -> None:
    few = plain(derived_text(with_lines(NEIGHBOURS, "2017: 9", "2016: 3"), 2017, 2016))
    assert "vilket är 6 fler än 2016, då det var 3." in few
    assert few.endswith(" Skillnaden är liten och bör tolkas med försiktighet.")
    none = plain(derived_text(with_lines(NEIGHBOURS, "2017: 90", "2016: 0"), 2017, 2016))
    assert none.endswith("då det var 0. Det är en förändring i önskad riktning.")


def test_only_the_small_differences_are_told_with_care_when_others_are_large() -> None:
    mixed = with_lines(LIVING, "2017: 55/40/53", "2015: 65/60/54")
    assert "Skillnaden för kvinnor är liten" in derived_text(mixed, 2017, 2015)


def test_years_that_cannot_be_compared_are_not() -> None:
    rows = tuple(
        replace(row, incomparable=row.year == 2017) for row in BY_ID["living"].measurements
    )
    broken = with_lines(replace(LIVING, measurements=rows), "2019: 56/58/54")
    assert not comparable(broken, 2019, 2015)
    assert not comparable(broken, 2015, 2017)
    assert comparable(broken, 2017, 2019)
    told = derived_text(broken, 2017, 2015)
    assert "inte jämförbara, så ingen skillnad beräknas" in told
    assert "lägre" not in told
    assert ids(broken, Years(2017, 2015)) == ["incomparable"]
    assert ids(broken) == []


def test_a_missing_value_is_named_and_not_compared() -> None:
    holes = with_lines(LIVING, "2017: alla 55 män för få svar", "2015: 57/59/53", "2014: ej mätt")
    told = derived_text(holes, 2017, 2015)
    assert "Värde för män 2017 saknas (för få svar)." in told
    assert "Värde för kvinnor 2017 saknas (uppgift saknas)." in told
    assert derived_text(holes, 2017, 2014) == (
        "Värde för män 2017 saknas (för få svar). Värde för kvinnor 2017 saknas (uppgift saknas). "
        "Värde 2014 saknas (ej mätt). 2017 och 2014 kan inte jämföras."
    )
    alone = with_lines(SCHOOL, "2017: 90")
    assert "inget tidigare värde att jämföra med" in printed_text(alone, 2017, None)


THOUSANDTHS = st.integers(1_000, 100_000)


@given(
    st.sampled_from(Unit),
    st.sampled_from(Direction),
    st.lists(THOUSANDTHS, min_size=3, max_size=3),
    st.lists(THOUSANDTHS, min_size=3, max_size=3),
)
def test_the_derived_sentence_never_names_a_cause_nor_a_figure_that_is_not_there(
    unit: Unit, direction: Direction, now: list[int], before: list[int]
) -> None:
    if unit is Unit.COUNT:
        now, before = ([each // 1000 * 1000 for each in values] for values in (now, before))
    groups = (Group.ALL, Group.MEN, Group.WOMEN)
    rows = tuple(
        Measurement(year=year, group=group, value_thousandths=value)
        for year, values in ((2017, now), (2015, before))
        for group, value in zip(groups, values, strict=True)
    )
    indicator = Indicator(
        name="Trygghet", unit=unit, direction=direction, groups=GroupSet.ADULTS, measurements=rows
    )
    for language in ("sv", "en"):
        set_language(language)
        try:
            told = derived_text(indicator, 2017, 2015)
        finally:
            set_language("sv")
        assert strange_figures(indicator, told, 2017, 2015) == ()
        assert not re.search(r"[{}]|None", told)
    said = printed_text(indicator, 2017, 2015).casefold()
    assert not any(cause in said for cause in CAUSES)
    assert "procentenhet" not in said or unit is Unit.PERCENT
    assert len(differences(indicator, 2017, 2015)) == 3


def test_an_edited_text_takes_the_derived_ones_place_for_its_years_alone() -> None:
    own = ChangeText(year=2017, compared_year=2015, text=" Ungefär som 2015. ")
    edited = replace(with_lines(BY_ID["living"], "2013: 50/50/50"), change_texts=(own,))
    assert printed_text(edited, 2017, 2015) == "Ungefär som 2015."
    assert "högre" in printed_text(edited, 2017, 2013)


def test_an_edited_text_says_when_its_figures_are_no_longer_there() -> None:
    text = "Tryggheten var 55 år 2017, 2 enheter under 2015 (57). Män: 58, 5 mer än kvinnor."
    own = ChangeText(year=2017, compared_year=2015, text=text)
    edited = replace(BY_ID["living"], change_texts=(own,))
    assert ids(edited) == []
    rows = tuple(
        replace(row, value_thousandths=56_500) if row.value_thousandths == 55_000 else row
        for row in edited.measurements
    )
    changed = replace(edited, measurements=rows)
    assert strange_figures(changed, text, 2017, 2015) == ("55",)
    (found,) = indicator_findings(changed)
    assert (found.id, found.level) == ("indicator-stale-text", Level.WARNING)
    assert found.field == "text.2017.2015"
    assert [each.level for each in indicator_findings(changed, Years(2015, 2017))] == [Level.TIP]


def test_figures_of_the_indicators_own_name_are_its_own() -> None:
    named = replace(BY_ID["living"], name="Betyg (index 1-100) i 3 frågor")
    assert strange_figures(named, "På skalan 1–100 i 3 frågor", 2017, 2015) == ()
    assert strange_figures(named, "På 1 200 svar", 2017, 2015) == ("1 200",)
