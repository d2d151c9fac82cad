"""What a paper does not tell: listed, and asked for until answered or printed."""

from dataclasses import replace

from hubra_desktop.model.findings import Level
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.plan.terms import ActivityState
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.records.reports import Report, ReportAnswer
from hubra_desktop.model.reports.fact import Source
from hubra_desktop.model.reports.gaps import gaps, open_gaps, printed_gaps
from hubra_desktop.model.reports.terms import ReportKind
from tests.model.reports.source_year import REPORT, activity, entry, huddinge, saying, small


def keys(report: Report = REPORT, **changes: object) -> list[str]:
    """Return the keys of what is still asked for in a small year."""
    return [gap.key for gap in open_gaps(gaps(report, small(**changes)))]


def test_the_sources_gaps_are_listed() -> None:
    found = {gap.key: gap for gap in gaps(REPORT, huddinge())}
    assert "no-value:indicator-4" in found
    unfinished = found["unfinished:activity-2017-17"]
    assert unfinished.section == "area:area-2017-4"
    assert unfinished.known.startswith("Uppföljningen har ej färdigställts")
    assert [gap.key for gap in open_gaps(found.values())] == ["no-value:indicator-4"]


def test_an_area_without_activity_or_comment_is_asked_about() -> None:
    year = small(activities=(activity("x", "A", areas="a1"),), entries=())
    (found,) = open_gaps(gaps(REPORT, year))
    assert (found.key, found.level) == ("empty-area:a2", Level.STOP)
    assert found.where == Source("focus_area", "a2")


def test_an_unfinished_activity_without_reason_is_asked_about() -> None:
    struck = activity("x", "A", areas="a1", state=ActivityState.STRUCK)
    other = activity("y", "B", areas="a2")
    assert keys(activities=(struck, other), entries=()) == ["no-reason:x"]
    told = replace(struck, reason="Ställdes in")
    assert keys(activities=(told, other), entries=()) == []


def test_a_post_that_misses_is_asked_about_unless_it_says_why_or_is_an_example() -> None:
    cost = replace(entry(3, EntryKind.COST, 500_000), grant_id=None)
    rows = (*small().entries, cost)
    assert keys(entries=rows) == ["deviation:g"]
    budget = small().budget
    assert budget is not None
    told = tuple(replace(post, deviation_text="Dyrare lokal.") for post in budget.posts)
    assert keys(entries=rows, budget=replace(budget, posts=told)) == []
    (version,) = budget.versions
    examples = tuple(replace(each, example=True) for each in version.allocations)
    made_up = replace(budget, versions=(replace(version, allocations=examples),))
    assert keys(entries=rows, budget=made_up) == []


def test_an_answer_or_printing_settles_a_gap_and_nothing_else_does() -> None:
    indicators = (Indicator(id="i", name="Trygghet"),)
    asked = "no-value:i"
    assert keys(indicators=indicators, entries=()) == [asked]
    for answer, left in (
        (ReportAnswer(key=asked, text="Mäts först 2018."), []),
        (ReportAnswer(key=asked, printed=True), []),
        (ReportAnswer(key=asked, text="  "), [asked]),
        (ReportAnswer(key="annat", text="Svar"), [asked]),
    ):
        report = replace(REPORT, answers=(answer,))
        assert keys(report, indicators=indicators, entries=()) == left


def test_a_printed_gap_is_told_with_the_authors_words_in_its_section() -> None:
    year = huddinge()
    answer = ReportAnswer(key="no-value:indicator-4", text="Ny mätning 2018.", printed=True)
    report = replace(REPORT, answers=(answer,))
    name = "Andel elever i årskurs nio som trivs bra i sitt bostadsområde"
    told = f"Måttet ”{name}” saknar värde. Ny mätning 2018."
    assert printed_gaps(report, year) == {"indicators": [told]}
    assert printed_gaps(REPORT, year) == {}
    answer = replace(answer, text="mäts 2018", printed=False)
    report = replace(saying("Text.", key="intro"), answers=(answer,))
    told = f"Måttet ”{name}” saknar värde. Kommentar: mäts 2018."
    assert printed_gaps(report, year) == {"intro": [told]}


def test_an_empty_analysis_is_asked_about() -> None:
    (found,) = open_gaps(gaps(saying(" ", key="analysis"), small(entries=())))
    assert found.key == "no-analysis"


def test_what_has_no_day_is_a_tip_that_asks_for_nothing() -> None:
    tips = [gap for gap in gaps(REPORT, small()) if gap.key.startswith("undated:")]
    assert [gap.key for gap in tips] == [
        "undated:ledger", "undated:decisions", "undated:letters", "undated:activities"
    ]  # fmt: skip
    assert all(gap.level is Level.TIP and gap.settled for gap in tips)
    assert tips[2].sentence == "Dag saknas för 3 skickade brev."


def test_a_statement_has_no_gaps_and_a_plan_asks_for_no_values() -> None:
    indicators = (Indicator(id="i", name="Trygghet"),)
    year = small(indicators=indicators)
    assert gaps(replace(REPORT, kind=ReportKind.STATEMENT), year) == ()
    plan = gaps(replace(REPORT, kind=ReportKind.ACTIVITY_PLAN), year)
    assert [(gap.key, gap.settled) for gap in plan] == [("no-value:i", True)]


def test_a_year_without_plan_or_budget_has_no_gaps_of_them() -> None:
    assert keys(plan=None, budget=None, entries=()) == []
