"""A proposal never draws a warning: what the program wrote is what it knows."""

from dataclasses import replace

from hypothesis import given, settings

from hubra_desktop.model.plan.terms import STATES_WITH_REASON
from hubra_desktop.model.reports.fact_check import check_text, contradictions
from hubra_desktop.model.reports.facts import facts
from hubra_desktop.model.reports.marks import strip_links
from hubra_desktop.model.reports.renewal import stale_passages
from hubra_desktop.model.reports.report_findings import report_findings
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.structured import parts, spans
from tests.model.prose import words_of
from tests.model.reports.any_year import any_year, papers
from tests.model.reports.source_year import written


@settings(max_examples=25)
@given(any_year())
def test_nothing_is_found_in_what_is_proposed(year: YearSheets) -> None:
    year, made = papers(year)
    for paper in made:
        report = written(year, paper)
        found = report_findings(report, year)
        assert not [each for each in found if each.where.kind == "report_section"
                    and not each.id.startswith("gap:")]  # fmt: skip


@settings(max_examples=25)
@given(any_year())
def test_each_figure_is_known_also_where_nothing_ties_it(year: YearSheets) -> None:
    """Instalments, next year's rows and what a post is charged with are facts, not strangers."""
    year, made = papers(year)
    known = facts(year, made[0])
    report = written(year, made[0])
    loose = tuple(replace(each, text=strip_links(each.text)) for each in report.sections)
    unlike = contradictions(replace(report, sections=loose), known)
    assert [each.description for each in unlike] == []
    assert not stale_passages(report, known)
    assert check_text(report, year).contradicted == ()


@settings(max_examples=25)
@given(any_year())
def test_no_word_is_lost_and_none_is_taken_as_markup(year: YearSheets) -> None:
    year, made = papers(year)
    report = written(year, made[0])
    told = "\n".join(words_of(section.text) for section in report.sections)
    for activity in year.activities:
        if not activity.closed:
            assert (activity.report_text.strip() or activity.title[1:]) in told
            assert activity.reason.strip().rstrip(".!")[1:] in told or (
                activity.state not in STATES_WITH_REASON
            )
    for post in year.budget.posts if year.budget else ():
        assert post.deviation_text.strip()[1:] in told
    lines = [line for section in report.sections for part in parts(section.text)
             for line in part.lines]  # fmt: skip
    assert {part.kind for section in report.sections for part in parts(section.text)} <= {
        "paragraph", "list",
    }  # fmt: skip
    for line in lines:
        first, *rest = spans(line.text)
        assert not [each for each in rest if each.bold or each.italic or each.address]
        assert not [each for each in (first.italic, first.address) if each]
