"""What is read of the plan: years, versions, what is due, and the year as a wheel."""

import datetime as dt
from collections.abc import Iterator

import pytest

from hubra_desktop.model.due import Due, in_order
from hubra_desktop.model.plan.periods import When
from hubra_desktop.model.plan.plan_findings import plan_due
from hubra_desktop.model.plan.terms import ActivityState, ConsultationState, PlanKind
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.plan import Agreement, AgreementMeeting, Consultation, Plan
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.work.commands.activities import NewActivity
from hubra_desktop.work.commands.letters import NewLetter, SendLetter
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.commands.plans import NewPlan, NewPlanVersion
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.edits import Add, Change, Remove, Store
from hubra_desktop.work.queries.due import council_due, due, next_meeting
from hubra_desktop.work.queries.plan import (
    activities_of,
    activity,
    agreements,
    letters_of,
    plan_of,
    plan_versions,
    plan_years,
    wheel_of,
)
from hubra_desktop.work.workspace import Workspace
from tests.work.office import DAY, Office
from tests.work.plan_office import YEAR


def told(office: Office, today: dt.date) -> tuple[Due, ...]:
    with office.workspace.read() as reader:
        return council_due(reader, today)


def kinds(office: Office, today: dt.date) -> list[tuple[str, str]]:
    return [(each.kind, each.id) for each in told(office, today)]


def test_the_years_of_the_plan_come_newest_first(planned: Office) -> None:
    planned.run(NewPlan(2025))
    planned.run(NewActivity(2031))
    with planned.workspace.read() as reader:
        assert plan_years(reader) == (2031, 2025, YEAR)
        assert plan_of(reader, 2031) is None
        assert activity(reader, "borta") is None


def test_the_latest_version_is_the_plan(planned: Office) -> None:
    planned.run(NewPlanVersion("p19"))
    planned.run(NewPlanVersion("p19"))
    with planned.workspace.read() as reader:
        assert [each.version for each in plan_versions(reader, YEAR)] == [1, 2, 3]
        now = plan_of(reader, YEAR)
        assert now is not None
        assert (now.id, now.version) == ("p19", 3)
        assert [each.id for each in plan_versions(reader, YEAR, PlanKind.MEASURES)] == ["m19"]


def test_letters_stand_by_number_and_those_without_last(planned: Office) -> None:
    planned.run(NewLetter(YEAR, {"number": None}))
    planned.run(NewLetter(YEAR, {"number": 10}))
    with planned.workspace.read() as reader:
        assert [each.number for each in letters_of(reader, YEAR)] == [1, 2, 10, None]


def test_agreements_that_end_first_stand_first(planned: Office) -> None:
    planned.run(Change(Agreement, "iop", {"valid_to": None}))
    planned.run(Store(Agreement(title="Samverkan", valid_to=DAY)))
    with planned.workspace.read() as reader:
        assert [each.title for each in agreements(reader)] == ["Samverkan", "IOP Grannstöd"]


def test_what_is_due_in_the_middle_of_the_year(planned: Office) -> None:
    planned.run(Change(Agreement, "iop", {"valid_to": dt.date(2019, 12, 31)}))
    planned.run(Change(Consultation, "remiss", {"due": dt.date(2019, 5, 1)}))
    planned.run(Remove(Plan, "m19"))
    assert kinds(planned, dt.date(2019, 4, 20)) == [("consultation", "remiss"), ("letter", "l2")]
    assert kinds(planned, dt.date(2019, 10, 1)) == [
        ("consultation", "remiss"),
        ("letter", "l2"),
        ("agreement", "iop"),
        ("agreement", "iop"),
    ]


def test_what_is_settled_is_no_longer_due(planned: Office) -> None:
    planned.run(Remove(Plan, "m19"))
    planned.run(SendLetter("l2", dt.date(2019, 5, 1)))
    planned.run(Change(AgreementMeeting, "am1", {"held": True}))
    declined = {"due": DAY, "state": ConsultationState.DECLINED}
    planned.run(Change(Consultation, "remiss", declined))
    assert kinds(planned, dt.date(2019, 10, 15)) == []


def test_towards_the_years_end_the_plan_asks_for_what_is_missing(planned: Office) -> None:
    planned.run(Remove(Plan, "m19"))
    asked = kinds(planned, dt.date(2019, 12, 10))
    assert ("activity", "vandring") in asked
    empty = {place for kind, place in asked if kind == "focus_area"}
    assert empty == {"area1", "area3", "area4", "area5", "area7", "area8"}
    assert ("plan", "") in asked


def test_what_is_due_of_the_plan_is_what_its_rules_say_of_all_its_activities(
    planned: Office,
) -> None:
    """The query reads no more than it needs; the answer is that of the whole plan."""
    partly = {"state": ActivityState.PARTLY, "reason": "Regn"}
    planned.run(NewActivity(YEAR, {"title": "Halv", **partly}, ("area4", "area5")))
    planned.run(NewActivity(YEAR, {"title": "Pågår", "state": ActivityState.ONGOING}))
    for today in (DAY, dt.date(2019, 12, 10), dt.date(2020, 2, 1)):
        with planned.workspace.read() as reader:
            own = plan_of(reader, YEAR)
            assert own is not None
            whole = in_order(plan_due(own, activities_of(reader, YEAR), today))
            about = ("activity", "focus_area")
            assert tuple(e for e in council_due(reader, today) if e.kind in about) == whole


def test_a_year_that_is_over_is_asked_for_until_its_report_is_due(planned: Office) -> None:
    assert ("activity", "vandring") in kinds(planned, dt.date(2020, 3, 31))
    assert ("activity", "vandring") not in kinds(planned, dt.date(2020, 4, 1))
    assert ("report", "") in kinds(planned, dt.date(2020, 4, 1))


def test_the_next_meeting_is_one_that_stands(planned: Office) -> None:
    later = planned.made(NewMeeting(dt.date(2019, 9, 2), 930))
    with planned.workspace.read() as reader:
        assert next_meeting(reader, DAY) == DAY
        assert next_meeting(reader, dt.date(2019, 5, 7)) == dt.date(2019, 9, 2)
    planned.run(Change(Meeting, later, {"state": MeetingState.CANCELLED}))
    with planned.workspace.read() as reader:
        assert next_meeting(reader, dt.date(2019, 5, 7)) is None


def test_what_is_due_of_money_and_measures_is_told_in_the_same_list(planned: Office) -> None:
    planned.run(Add(Indicator, {"name": "Trygghet", "active_from": 2018}))
    with planned.workspace.read() as reader:
        found = due(reader, dt.date(2019, 12, 10))
    assert found == in_order(found)
    assert {"activity", "indicator"} <= {each.kind for each in found}
    assert all(each.sentence.endswith((".", "?")) for each in found)


def test_the_wheel_is_of_the_year(planned: Office) -> None:
    lifted = planned.made(NewMeeting(dt.date(2019, 9, 2), 930))
    planned.run(Change(Meeting, lifted, {"state": MeetingState.CANCELLED}))
    planned.run(NewMeeting(dt.date(2020, 1, 2), 930))
    with planned.workspace.read() as reader:
        year = wheel_of(reader, YEAR)
    assert year.meetings == (DAY,)
    assert [entry.number for entry in year.entries] == ["2.1", "2.2"]
    assert len(year.letters) == 2
    assert [duty.sign for duty in year.duties] == ["VB", "VP"]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("demo") / "demo.hubra"
    make_demo(path)
    workspace = Workspace.open(path)
    yield workspace
    workspace.close()


def test_the_demo_tells_its_year_in_the_wheel(demo: Workspace) -> None:
    with demo.read() as reader:
        year = wheel_of(reader, 2017)
    assert len(year.groups) == 8
    assert [len(group.entries) > 0 for group in year.groups] == [True] * 8
    assert "2.3" in year.groups[5].shared
    assert {entry.period.when for entry in year.entries} >= {When.MONTHS, When.ALL_YEAR}
    assert all(entry.period.when is not When.UNKNOWN for entry in year.entries)


def test_a_register_of_the_past_is_not_told_of_the_law(demo: Workspace) -> None:
    with demo.read() as reader:
        assert council_due(reader, dt.date(2026, 1, 15)) == ()
