"""A closed activity's title is never proposed for a paper that everybody may read."""

from dataclasses import replace
from itertools import product

import pytest

from hubra_desktop.model.plan.terms import ActivityKind, ActivityState, Exactness
from hubra_desktop.model.records.plan import ActivityLink
from hubra_desktop.model.records.reports import ReportAnswer
from hubra_desktop.model.reports.compose import proposed, proposed_title
from hubra_desktop.model.reports.facts import facts
from hubra_desktop.model.reports.gaps import gaps, printed_gaps
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.year import YearSheets
from tests.model.reports.source_year import REPORT, activity, huddinge, small, written

SECRET = "HEMLIGT möte om hotbild"


def with_secrets(year: YearSheets) -> YearSheets:
    """Add a closed activity of every kind and state, in an area and outside."""
    areas = [each.id for each in year.plan.areas] if year.plan else []
    secrets = tuple(
        activity(
            f"s{number}", f"{SECRET} {number}", area, kind=kind, state=state, closed=True,
            participants=30, exactness=Exactness.ABOUT, reason=SECRET, report_text=SECRET,
            period=SECRET, partners=SECRET,
            links=(ActivityLink(id=f"k{number}", grant_id="g1"),
                   ActivityLink(id=f"l{number}", grant_id="g2")),
        )
        for number, (kind, state, area) in enumerate(
            product(ActivityKind, ActivityState, ("", *areas[:1]))
        )
    )  # fmt: skip
    return replace(year, activities=(*year.activities, *secrets))


@pytest.mark.parametrize("year", [huddinge(), small()], ids=["demo", "small"])
@pytest.mark.parametrize("kind", ReportKind)
def test_no_paper_proposes_it(kind: ReportKind, year: YearSheets) -> None:
    year = with_secrets(year)
    report = replace(REPORT, kind=kind)
    told = [f"{each.heading}\n{each.text}" for each in proposed(report, year)]
    assert told
    assert SECRET not in "\n".join((*told, proposed_title(report, year)))


@pytest.mark.parametrize("kind", ReportKind)
def test_no_fact_to_link_and_no_printed_gap_tells_it(kind: ReportKind) -> None:
    year = with_secrets(small())
    report = written(year, replace(REPORT, kind=kind))
    known = facts(year, report)
    assert not [fact for fact in known.values() if SECRET in f"{fact.name} {fact.forms}"]
    every = tuple(
        ReportAnswer(id=f"a{place}", key=gap.key, printed=True)
        for place, gap in enumerate(gaps(report, year))
    )
    printed = printed_gaps(replace(report, answers=every), year)
    assert SECRET not in str(printed)
