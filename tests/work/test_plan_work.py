"""What the plan's commands make of a register: plans, versions, areas, letters, links."""

import datetime as dt
from dataclasses import replace

import pytest

from hubra_desktop.model.plan.areas import DEFAULT_AREAS, areas_with
from hubra_desktop.model.plan.counts import letters_sent
from hubra_desktop.model.plan.terms import (
    ActivityState,
    ConsultationState,
    Exactness,
    LetterState,
    PlanKind,
)
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.plan import (
    Activity,
    ActivityLink,
    Agreement,
    Consultation,
    FocusArea,
    Letter,
    Plan,
)
from hubra_desktop.work.commands.activities import (
    AddActivityArea,
    AddFollowUpNote,
    MoveActivity,
    MoveActivityToArea,
    NewActivity,
    RemoveActivityArea,
    SetActivityAreas,
)
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.letters import NewLetter, SendLetter
from hubra_desktop.work.commands.plans import CopyPlan, NewPlan, NewPlanVersion
from hubra_desktop.work.edits import Add, Change, Remove, Reorder, Store
from hubra_desktop.work.queries.plan import (
    activities_of,
    activity,
    agreements,
    consultations,
    letters_of,
    plan_of,
    plan_versions,
)
from tests.work.office import Office
from tests.work.plan_office import YEAR
from tests.work.there_and_back import refused

DAY = dt.date(2019, 6, 3)


def read(office: Office, name: str) -> Activity:
    with office.workspace.read() as reader:
        found = activity(reader, name)
    assert found is not None
    return found


def plan_at(office: Office, year: int, kind: PlanKind = PlanKind.ACTIVITY) -> Plan:
    with office.workspace.read() as reader:
        found = plan_of(reader, year, kind)
    assert found is not None
    return found


def served(office: Office, name: str) -> list[tuple[str, bool]]:
    return [(each.area_id, each.main) for each in read(office, name).areas]


def test_a_plan_begins_with_the_eight_areas(planned: Office) -> None:
    planned.run(NewPlan(2030))
    own = plan_at(planned, 2030)
    assert [area.title for area in own.areas] == list(DEFAULT_AREAS)
    assert [area.number for area in own.areas] == list("12345678")


def test_the_laws_plan_begins_with_the_councils_own_areas(planned: Office) -> None:
    planned.run(NewPlan(2030, titles=("Ett", "Två")))
    planned.run(NewPlan(2030, PlanKind.MEASURES))
    assert [area.title for area in plan_at(planned, 2030, PlanKind.MEASURES).areas] == [
        "Ett",
        "Två",
    ]
    planned.run(NewPlan(2031, PlanKind.MEASURES))
    assert len(plan_at(planned, 2031, PlanKind.MEASURES).areas) == 8


def test_adopted_in_a_meeting_a_plan_is_adopted_on_its_day(planned: Office) -> None:
    planned.run(Change(Plan, "p19", {"meeting_id": planned.meeting}))
    assert plan_at(planned, YEAR).decided_on == planned.sheet().date
    planned.run(Change(Plan, "p19", {"meeting_id": planned.meeting, "decided_on": DAY}))
    assert plan_at(planned, YEAR).decided_on == DAY


def test_a_plan_is_copied_with_what_is_planned(planned: Office) -> None:
    struck = {"state": ActivityState.STRUCK, "reason": "Utgår"}
    planned.run(NewActivity(YEAR, {"title": "Struken", **struck}, ("area1",)))
    new = planned.made(CopyPlan("p19"))
    own = plan_at(planned, 2020)
    assert (own.id, own.version, own.decided_on) == (new, 1, None)
    with planned.workspace.read() as reader:
        first, second = activities_of(reader, 2020)
    assert [(each.title, each.repeats_id, each.position) for each in (first, second)] == [
        ("Trygghetsdag", "dag", 0),
        ("Trygghetsvandring", "vandring", 1),
    ]
    assert [(each.area_id, each.main) for each in first.areas] == [
        (own.areas[1].id, True),
        (own.areas[5].id, False),
    ]
    assert (first.state, first.participants, first.occasions, first.notes) == (
        ActivityState.PLANNED, None, (), (),
    )  # fmt: skip
    assert second.period == "hösten 2020"


def test_only_the_activities_chosen_are_copied(planned: Office) -> None:
    planned.run(CopyPlan("p19", 2021, ("vandring",)))
    with planned.workspace.read() as reader:
        assert [each.repeats_id for each in activities_of(reader, 2021)] == ["vandring"]


def test_two_plans_share_the_activities_of_a_year(planned: Office) -> None:
    planned.run(AddActivityArea("dag", "ran"))
    planned.run(CopyPlan("p19"))
    planned.run(CopyPlan("m19"))
    with planned.workspace.read() as reader:
        first, _second = activities_of(reader, 2020)
    measures = plan_at(planned, 2020, PlanKind.MEASURES)
    assert first.repeats_id == "dag"
    assert first.areas[-1].area_id == measures.areas[0].id
    assert [each.main for each in first.areas] == [True, False, False]


def test_the_laws_plan_alone_takes_along_only_what_serves_it(planned: Office) -> None:
    planned.run(AddActivityArea("dag", "ran"))
    planned.run(CopyPlan("m19"))
    with planned.workspace.read() as reader:
        (copied,) = activities_of(reader, 2020)
    assert copied.repeats_id == "dag"
    assert [each.main for each in copied.areas] == [True]
    planned.run(CopyPlan("p19"))
    with planned.workspace.read() as reader:
        known = next(each for each in activities_of(reader, 2020) if each.repeats_id == "dag")
    assert [each.main for each in known.areas] == [True, False, False]


def test_a_new_version_keeps_the_former_one_and_all_links(planned: Office) -> None:
    planned.run(Change(Plan, "p19", {"meeting_id": planned.meeting, "goal": "Första målet"}))
    assert planned.run(NewPlanVersion("p19")).created == "p19"
    planned.run(Change(Plan, "p19", {"goal": "Andra målet"}))
    with planned.workspace.read() as reader:
        former, now = plan_versions(reader, YEAR)
    assert (former.version, former.goal, former.meeting_id) == (1, "Första målet", planned.meeting)
    assert (now.id, now.version, now.goal) == ("p19", 2, "Andra målet")
    assert (now.meeting_id, now.decided_on) == (None, None)
    assert served(planned, "dag") == [("area2", True), ("area6", False)]
    refused(planned, NewPlanVersion(former.id), "en tidigare version")


def test_areas_are_numbered_after_the_last_and_follow_the_order(planned: Office) -> None:
    planned.run(Add(FocusArea, {"title": "Nionde"}, "p19"))
    assert plan_at(planned, YEAR).areas[-1].number == "9"
    planned.run(Reorder(FocusArea, "area8", 0))
    own = plan_at(planned, YEAR)
    assert [area.id for area in own.areas][:3] == ["area8", "area1", "area2"]
    assert [area.number for area in own.areas] == list("123456789")


def test_numbers_of_ones_own_stay_when_areas_move(planned: Office) -> None:
    planned.run(Change(FocusArea, "area1", {"number": "1 a"}))
    planned.run(Reorder(FocusArea, "area1", 99))
    own = plan_at(planned, YEAR)
    assert (own.areas[-1].id, own.areas[-1].number, own.areas[0].number) == ("area1", "1 a", "2")


def test_an_area_that_goes_leaves_its_activities_with_their_next(planned: Office) -> None:
    planned.run(Remove(FocusArea, "area2"))
    assert served(planned, "dag") == [("area6", True)]
    assert served(planned, "vandring") == []


def test_a_plan_that_goes_leaves_its_activities(planned: Office) -> None:
    planned.run(AddActivityArea("dag", "ran"))
    planned.run(Remove(Plan, "p19"))
    assert served(planned, "dag") == [("ran", True)]


def test_the_first_area_is_the_main_one_and_another_takes_it_over(planned: Office) -> None:
    new = planned.made(NewActivity(YEAR, {"title": "Kväll"}))
    assert served(planned, new) == []
    planned.run(AddActivityArea(new, "area3"))
    planned.run(AddActivityArea(new, "area4"))
    assert served(planned, new) == [("area3", True), ("area4", False)]
    planned.run(MoveActivityToArea(new, "area5"))
    assert served(planned, new) == [("area4", False), ("area5", True)]
    planned.run(RemoveActivityArea(new, "area5"))
    assert served(planned, new) == [("area4", True)]
    planned.run(SetActivityAreas(new, ("area6", "area4")))
    assert served(planned, new) == [("area4", True), ("area6", False)]
    planned.run(SetActivityAreas(new, ()))
    assert served(planned, new) == []


def test_an_activity_that_moves_stands_last_in_its_new_area_with_all_it_has(
    planned: Office,
) -> None:
    before = read(planned, "dag")
    moved = [planned.made(NewActivity(YEAR, {"title": each}, ("area5",))) for each in "ab"]
    planned.run(MoveActivityToArea("dag", "area5"))
    assert served(planned, "dag") == [("area6", False), ("area5", True)]
    with planned.workspace.read() as reader:
        here = areas_with(plan_at(planned, YEAR), activities_of(reader, YEAR))
    assert {each.area.id: [one.id for one in each.main] for each in here}["area5"] == [
        *moved, "dag",
    ]  # fmt: skip
    after = read(planned, "dag")
    assert (after.links, after.occasions) == (before.links, before.occasions)
    assert planned.run(MoveActivityToArea("dag", "area5")).rows == ()
    planned.workspace.undo()
    assert served(planned, "dag") == [("area2", True), ("area6", False)]


def test_to_serve_what_is_served_changes_nothing(planned: Office) -> None:
    for command in (
        AddActivityArea("dag", "area6"),
        SetActivityAreas("dag", ("area2", "area6")),
        RemoveActivityArea("dag", "area1"),
    ):
        assert planned.run(command).rows == ()


def test_who_is_responsible_is_kept_as_text_too(planned: Office) -> None:
    planned.run(Change(Activity, "vandring", {"responsible_id": planned.clerk}))
    assert read(planned, "vandring").responsible == "Erik Öman"
    planned.run(Change(Person, planned.clerk, {"name": "Erik Ö. Man"}))
    assert read(planned, "vandring").responsible == "Erik Öman"
    both = {"responsible_id": planned.chair, "responsible": "Ordföranden"}
    planned.run(Change(Activity, "vandring", both))
    assert read(planned, "vandring").responsible == "Ordföranden"


def test_saves_of_one_visit_join(planned: Office) -> None:
    for text in ("A", "Al", "Alla"):
        planned.run(Change(Activity, "dag", {"report_text": text}, "besök"))
    planned.workspace.undo()
    assert read(planned, "dag").report_text == ""
    assert planned.workspace.undo_label is None


@pytest.mark.parametrize(
    "command",
    [
        NewActivity(YEAR, {"title": "Kväll", "position": 0}),
        Store(Activity(year=YEAR, title="Kväll")),
        Add(Activity, {"year": YEAR, "title": "Kväll"}),
    ],
)
def test_whatever_adds_an_activity_puts_it_last_in_its_year(
    planned: Office, command: Command
) -> None:
    new = planned.made(command)
    with planned.workspace.read() as reader:
        assert [each.id for each in activities_of(reader, YEAR)] == ["dag", "vandring", new]


def test_activities_keep_their_order(planned: Office) -> None:
    new = planned.made(NewActivity(YEAR, {"title": "Kväll"}))
    planned.run(MoveActivity(new, 1))
    with planned.workspace.read() as reader:
        assert [each.id for each in activities_of(reader, YEAR)] == ["dag", new, "vandring"]
    assert planned.run(MoveActivity(new, 1)).rows == ()


def test_notes_are_added_last(planned: Office) -> None:
    planned.run(AddFollowUpNote("dag", DAY, "Klart.", "Erik"))
    assert [(each.author, each.text) for each in read(planned, "dag").notes] == [
        ("Åsa", "Bra."),
        ("Erik", "Klart."),
    ]


def test_the_next_letter_has_the_next_number_and_the_latest_list(planned: Office) -> None:
    new = planned.made(NewLetter(YEAR, {"title": "Sommaren"}))
    first = planned.made(NewLetter(2020))
    with planned.workspace.read() as reader:
        letter = next(each for each in letters_of(reader, YEAR) if each.id == new)
        (other,) = letters_of(reader, 2020)
    assert (letter.number, letter.title) == (3, "Sommaren")
    assert [each.name for each in letter.recipients] == ["Rådet"]
    assert (other.id, other.number) == (first, 1)


def test_a_year_counts_what_went_out(planned: Office) -> None:
    planned.run(SendLetter("l2", dt.date(2019, 5, 3), 300))
    planned.run(Change(Letter, "l1", {"state": LetterState.PUBLISHED}))
    with planned.workspace.read() as reader:
        letters = letters_of(reader, YEAR)
    assert letters_sent(letters) == 2
    assert (letters[1].sent_on, letters[1].copies) == (dt.date(2019, 5, 3), 300)


def test_what_was_sent_may_still_be_described(planned: Office) -> None:
    planned.run(Change(Letter, "l1", {"topics": "Inbrott", "address": "https://example.org/1"}))
    with planned.workspace.read() as reader:
        assert letters_of(reader, YEAR)[0].topics == "Inbrott"


def test_what_rests_on_an_agreement_or_a_letter_stays_when_it_goes(planned: Office) -> None:
    planned.run(Add(ActivityLink, {"agreement_id": "iop"}, "vandring"))
    planned.run(Add(ActivityLink, {"letter_id": "l1", "title": "Inbjudan"}, "vandring"))
    planned.run(Remove(Agreement, "iop"))
    planned.run(Remove(Letter, "l1"))
    (link,) = read(planned, "vandring").links
    assert (link.letter_id, link.title) == (None, "Inbjudan")
    with planned.workspace.read() as reader:
        assert agreements(reader) == ()


def test_what_repeats_an_activity_forgets_it_when_it_goes(planned: Office) -> None:
    planned.run(CopyPlan("p19"))
    planned.run(Remove(Activity, "dag"))
    with planned.workspace.read() as reader:
        assert [each.repeats_id for each in activities_of(reader, 2020)] == [None, "vandring"]


def test_a_remiss_is_extended_and_answered(planned: Office) -> None:
    planned.run(Change(Consultation, "remiss", {"due": DAY, "extended_to": dt.date(2019, 9, 1)}))
    planned.run(
        Change(Consultation, "remiss", {"state": ConsultationState.ANSWERED, "answered_on": DAY})
    )
    with planned.workspace.read() as reader:
        (remiss,) = consultations(reader)
    assert remiss.answered_on == DAY


def test_exactness_is_kept(planned: Office) -> None:
    planned.run(Change(Activity, "vandring", {"participants": 20, "exactness": Exactness.ABOUT}))
    assert replace(read(planned, "vandring")).exactness is Exactness.ABOUT
