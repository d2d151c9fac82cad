"""What a draft claims: only what the year's records bear; the rest is the author's to say."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from hubra_desktop.model.plan.terms import ActivityState
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.reports.facts import facts
from hubra_desktop.model.reports.marks import strip_links
from hubra_desktop.model.reports.money_draft import budget_draft
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.year import YearSheets
from tests.model.reports.source_year import REPORT, activity, small, written

STATEMENT = Report(
    id="t", year=2017, kind=ReportKind.STATEMENT, date=dt.date(2018, 2, 16),
    administration="Kommunstyrelsens förvaltning",
)  # fmt: skip
ATTACHED = replace(REPORT, attached_to_id="t", attachment_number=1)


def told_of(year: YearSheets) -> tuple[str, str]:
    """Return what the annual report and its statement say, without marks."""
    year = replace(year, reports=(STATEMENT, ATTACHED))
    return tuple(  # type: ignore[return-value]
        strip_links("\n".join(section.text for section in written(year, paper).sections))
        for paper in (ATTACHED, STATEMENT)
    )


@pytest.mark.parametrize(
    "adoption", [{"decided_on": dt.date(2016, 12, 7)}, {"meeting_id": "m0"}], ids=str
)
def test_a_plan_is_called_adopted_where_its_day_or_meeting_is_known(
    adoption: dict[str, Any],
) -> None:
    plan = small().plan
    assert plan is not None
    done = (activity("x1", "Dialog"),)
    report, cover = told_of(small(plan=replace(plan, **adoption), activities=done))
    assert "TR har under 2017, enligt fastställd verksamhetsplan, genomfört samtliga de" in report
    assert cover.count("enligt fastställd verksamhetsplan") == 2
    assert "enligt den verksamhetsplan som beslutats av TR och föreslår" in cover
    assert "enligt den verksamhetsplan som beslutats av Trygghetsrådet och föreslår" in cover


def test_a_plan_that_nobody_is_known_to_have_adopted_is_only_a_plan() -> None:
    report, cover = told_of(small(activities=(activity("x1", "Dialog"),)))
    assert "har under 2017, enligt verksamhetsplanen, genomfört samtliga de" in report
    assert "i stora delar skett enligt verksamhetsplanen och föreslår" in cover
    assert not [word for word in ("fastställd", "beslutats") if word in report + cover]


def test_a_year_without_a_plan_claims_none() -> None:
    report, cover = told_of(small(plan=None))
    assert "TR har under 2017 genomfört hälften av årets aktiviteter och dessa" in report
    assert "Inga mått redovisas för 2017." in report
    assert "TR har under 2017 prioriterat ett antal aktiviteter" in cover
    assert "verksamhetsplan" not in report + cover


def test_nobody_was_invited_to_meetings_that_were_not_held() -> None:
    assert all("har bjudits in till rådets möten." in told for told in told_of(small()))
    for told in told_of(small(meetings=())):
        assert "Rådet har inte sammanträtt under året." in told
        assert "bjudits in" not in told


@pytest.mark.parametrize(("done", "judged"), [(0, False), (1, False), (2, True), (3, True)])
def test_the_work_is_judged_only_when_more_than_half_is_carried_out(
    done: int, judged: bool
) -> None:
    states = [ActivityState.DONE] * done + [ActivityState.NOT_DONE] * (3 - done)
    made = tuple(activity(f"x{n}", "Dialog", state=state) for n, state in enumerate(states))
    _, cover = told_of(small(activities=made))
    assert cover.count("bedömer att arbetet i stora delar skett") == (2 if judged else 0)
    if not judged:
        assert "Kommunstyrelsens förvaltning föreslår att rådet godkänner" in cover
        assert cover.endswith("Förvaltningen föreslår att rådet godkänner verksamhetsberättelsen.")


def test_half_of_the_activities_is_not_more_than_half() -> None:
    _, cover = told_of(small())
    assert "genomfört hälften av de aktiviteter" in cover
    assert "i stora delar" not in cover


def test_a_year_without_activities_says_nothing_of_how_many_were_carried_out() -> None:
    for told in told_of(small(activities=())):
        assert "Rådet har sammanträtt vid två tillfällen." in told
        assert "genomfört" not in told
        assert "i stora delar" not in told


def test_a_frame_is_not_said_to_be_parted_on_posts_that_do_not_add_up_to_it() -> None:
    year = small(grants=(), entries=())
    assert year.budget is not None
    version = replace(year.budget.versions[0], frame_ore=9_400_000)
    unlike = replace(year, budget=replace(year.budget, versions=(version,)))
    told = strip_links(budget_draft(unlike, facts(unlike))).replace("\u00a0", " ")
    assert told == "Budgeten för 2017 uppgick till 94 tkr."
