"""What an annual report of some twenty pages costs, from the sheets of its year to the file."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.documents.verksamhetsberattelse import verksamhetsberattelse_manuscript
from hubra_desktop.model.indicators.terms import Group, GroupSet
from hubra_desktop.model.plan.terms import ActivityState
from hubra_desktop.model.records.indicators import Indicator, Measurement
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.plan import Activity, ActivityArea
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.reports.compose import proposed
from hubra_desktop.model.reports.report_findings import ready
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.ui.self_check import pdf_text
from tests.benchmarks.frame import Row, benchmark, by_turns, page_count
from tests.benchmarks.papers import draw_bare, timed
from tests.documents.long_report import SENTENCES
from tests.documents.samples import HOUSE
from tests.model.reports.source_year import huddinge

PAGES = range(18, 24)
SECONDS = 1.5
REPORT = Report(id="r", year=2017, administration="Kommunstyrelsens förvaltning")


@cache
def busy_year() -> YearSheets:
    """Make a year with twelve activities in each area and twice the indicators."""
    chance = Random(2017)
    source = huddinge()
    assert source.plan is not None
    activities = tuple(
        Activity(
            id=f"a{area.id}{n}", year=2017, title=f"Insats {n}", state=ActivityState.DONE,
            participants=chance.randint(20, 300),
            areas=(ActivityArea(id=f"s{area.id}{n}", area_id=area.id, main=True),),
            report_text=" ".join(chance.sample(SENTENCES, 5)),
        )
        for area in source.plan.areas for n in range(1, 13)
    )  # fmt: skip
    more = tuple(_indicator(chance, number) for number in range(6))
    return replace(source, activities=activities, indicators=(*source.indicators, *more))


def _indicator(chance: Random, number: int) -> Indicator:
    measured = tuple(
        Measurement(
            id=f"m{number}{year}{group}", year=year, group=group,
            value_thousandths=chance.randint(30, 80) * 1000,
        )
        for year in range(2012, 2018) for group in (Group.ALL, Group.MEN, Group.WOMEN)
    )  # fmt: skip
    return Indicator(
        id=f"more{number}", position=10 + number, name=f"Andel som är trygga på plats {number}",
        source="Trygghetsenkäten", groups=GroupSet.ADULTS, measurements=measured,
    )  # fmt: skip


def written(year: YearSheets) -> Report:
    """Return the report that the year proposes."""
    sections = tuple(replace(each, id=each.key) for each in proposed(REPORT, year))
    return replace(REPORT, sections=sections)


def built(year: YearSheets, report: Report, style: HouseStyle) -> bytes:
    """Hold the report against its year and print it, as the program does."""
    return to_pdf(
        verksamhetsberattelse_manuscript(report, year, style, draft=not ready(report, year))
    )


@benchmark
def annual_report(folder: Path) -> Iterator[Row]:
    """An annual report with charts and tables, beside the same words drawn bare."""
    year = busy_year()
    report = written(year)
    content = built(year, report, HOUSE)
    pages = page_count(content)
    if pages not in PAGES:
        raise ValueError(f"the report should fill some twenty pages, not {pages}")
    lines = pdf_text(content).splitlines()
    ours, base = timed(lambda: built(year, report, HOUSE)), timed(lambda: draw_bare(lines))
    yield by_turns(ours, base, rounds=12).row(f"an annual report of {pages} pages", 4)
    yield Row(
        f"an annual report of {pages} pages, by the clock", _clock(year, report), SECONDS, "s"
    )


def _clock(year: YearSheets, report: Report) -> float:
    """Return the seconds that a warm build takes, the median of seven."""
    taken = []
    for _ in range(7):
        start = perf_counter()
        built(year, report, HOUSE)
        taken.append(perf_counter() - start)
    return median(taken)
