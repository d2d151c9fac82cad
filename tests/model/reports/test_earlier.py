"""The earlier year's text: found by its section, and taken over with this year's facts."""

from dataclasses import replace

from hubra_desktop.model.indicators.terms import Unit
from hubra_desktop.model.plan.terms import LetterState
from hubra_desktop.model.records.indicators import Indicator, Measurement
from hubra_desktop.model.records.plan import Letter
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.model.reports.earlier import (
    Earlier,
    carried_text,
    figures,
    section_like,
)
from hubra_desktop.model.reports.facts import facts
from hubra_desktop.model.reports.marks import link_fact, marks_in, strip_links
from hubra_desktop.model.reports.renewal import stale_passages
from hubra_desktop.model.reports.templates import CHANGES
from hubra_desktop.model.reports.year import YearSheets
from tests.model.reports.source_year import REPORT, activity, saying, small, text_of, written

THIS = replace(REPORT, id="r2", year=2018)


def this_year() -> YearSheets:
    """Return a year with a letter less, and the first activity again, with more people."""
    then = small()
    assert then.plan is not None
    return replace(
        then, year=2018, plan=replace(then.plan, year=2018), grants=(), entries=(), budget=None,
        budget_table=None,
        letters=tuple(Letter(id=f"m{n}", year=2018, state=LetterState.SENT) for n in (1, 2)),
        activities=(activity("y1", "kvällsvandring", areas="a1", year=2018, participants=55),),
    )  # fmt: skip


def carried(text: str) -> tuple[str, list[str]]:
    """Take a text of 2017 over to 2018; return it, and the words in it that are stale."""
    year = this_year()
    earlier = Earlier(saying(text), small())
    section = ReportSection(id="s2", key="own", heading="Eget")
    new = carried_text(earlier.report.sections[0], earlier, section, THIS, year)
    report = replace(THIS, sections=(replace(section, text=new),))
    return strip_links(new), [each.words for each in stale_passages(report, facts(year))]


def test_tied_figures_are_this_years_and_loose_words_stay() -> None:
    text = f"Brevet kom {link_fact('tre', 'brev-skickade')} gånger. Vi började 2017."
    assert carried(text) == ("Brevet kom två gånger. Vi började 2017.", [])


def test_a_sentence_of_this_years_facts_speaks_of_this_year() -> None:
    text = f"Under 2017, från den 3 maj 2017, kom {link_fact('tre', 'brev-skickade')} brev."
    assert carried(text) == ("Under 2018, från den 3 maj 2017, kom två brev.", [])


def test_values_that_are_compared_are_told_of_their_own_years() -> None:
    values = tuple(Measurement(id=str(year), year=year, value_thousandths=55_000)
                   for year in (2016, 2017, 2018))  # fmt: skip
    indicators = (Indicator(id="i", name="Trygghet", unit=Unit.INDEX, measurements=values),)
    then, now = (replace(each, indicators=indicators) for each in (small(), this_year()))
    old, new = (text_of(written(each, paper), CHANGES)
                for each, paper in ((then, REPORT), (now, THIS)))  # fmt: skip
    section = ReportSection(key=CHANGES)
    told = carried_text(replace(section, text=old), Earlier(REPORT, then), section, THIS, now)
    assert told == new
    assert "2018 var indexet" in strip_links(told)


def test_the_same_activity_has_its_own_people() -> None:
    text = f"{link_fact('drygt 40', 'deltagare:x1')} personer kom."
    assert carried(text) == ("55 personer kom.", [])


def test_a_fact_that_is_not_there_this_year_is_found() -> None:
    text = f"Hemvist fick {link_fact('45 080 kr', 'beslut:d1')}."
    told, stale = carried(text)
    assert told == "Hemvist fick 45 080 kr."
    assert stale == ["45 080 kr"]


def test_what_was_proposed_then_is_what_is_proposed_now() -> None:
    year = this_year()
    earlier = Earlier(written(small()), small())
    now = written(year, THIS)
    for key in ("intro", "areas"):
        old, new = (
            next(s for s in each.sections if s.key == key) for each in (earlier.report, now)
        )
        told = carried_text(old, earlier, new, THIS, year)
        assert told.split("\n\n")[0] == text_of(now, key).split("\n\n")[0]
        assert len(marks_in(told)) == len(marks_in(old.text))


def test_an_area_is_known_by_its_title_and_an_own_section_by_its_heading() -> None:
    old = Report(sections=(
        ReportSection(id="1", key="intro"),
        ReportSection(id="2", key="area:x", heading="3. Skolan"),
        ReportSection(id="3", heading="Skolan"), ReportSection(id="4", heading=""),
    ))  # fmt: skip
    wanted = (
        ("intro", "", "1"), ("area:y", "1. skolan", "2"), ("", "Skolan", "3"), ("", "", None),
        ("area:y", "2. Torget", None), ("budget", "Budget", None),
    )  # fmt: skip
    for key, heading, found in wanted:
        like = section_like(old, ReportSection(key=key, heading=heading))
        assert (like.id if like else None) == found


def test_the_figures_of_both_years_stand_beside_each_other() -> None:
    year = this_year()
    earlier = Earlier(written(small()), small())
    (areas, budget) = (next(s for s in earlier.report.sections if s.key == key)
                       for key in ("areas", "budget"))  # fmt: skip
    known = facts(year)
    shown = {each.name: each for each in figures(areas, earlier, year, known)}
    assert shown["Skickade Trygghetsbrev"][1:] == ("tre", "två")
    posts = {each.name: each.now for each in figures(budget, earlier, year, known)}
    assert posts["Arvoden: netto"] == ""
