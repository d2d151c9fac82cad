"""Areas with their activities, and the gaps that a report has to answer."""

import datetime as dt
from dataclasses import replace

import pytest

from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import set_language
from hubra_desktop.model.plan.areas import (
    DEFAULT_AREAS,
    Gap,
    GapKind,
    area_gaps,
    area_name,
    areas_with,
    default_areas,
    main_area,
    outside,
)
from hubra_desktop.model.plan.terms import ActivityState, PlanKind
from hubra_desktop.model.records.plan import Activity, ActivityArea, FocusArea, Plan
from tests.model.plan.years import activity, plan

ALL = tuple(f"a{place}" for place in range(1, 9))


def done_in(*areas: str) -> list[Activity]:
    return [activity(f"klar {area}", area, state=ActivityState.DONE) for area in areas]


def found(*activities: Activity, today: dt.date | None = None) -> list[Gap]:
    """Return the gaps of a plan whose areas all have something done, and what is given."""
    return list(area_gaps(plan(), [*done_in(*ALL), *activities], today=today))


def test_the_areas_are_the_sources_own_in_its_order() -> None:
    assert len(DEFAULT_AREAS) == 8
    assert DEFAULT_AREAS[0].startswith("Genomföra insatser utifrån lokal lägesbild")
    assert DEFAULT_AREAS[3:5] == ("Arbete mot organiserad brottslighet", "Våldsbejakande extremism")
    assert [area.number for area in plan().areas] == list("12345678")


def test_an_activity_stands_in_its_main_area_and_is_shared_with_the_others() -> None:
    day, evening = activity("dag", "a2", "a6"), activity("kväll", "a2")
    rows = areas_with(plan(), [day, evening])
    assert rows[1].main == (day, evening)
    assert rows[5].main == ()
    assert rows[5].further == rows[5].activities == (day,)
    assert sum(len(row.main) for row in rows) == 2


def test_an_activity_in_two_plans_has_a_main_area_in_each() -> None:
    measures = Plan(id="m", kind=PlanKind.MEASURES, areas=(FocusArea(id="m1"),))
    both = activity("dag", "a2", "m1", "a6")
    assert main_area(plan(), both) == "a2"
    assert main_area(measures, both) == "m1"
    assert main_area(measures, activity("kväll", "a2")) is None
    second = replace(both, areas=(ActivityArea(area_id="a6"), both.areas[1], both.areas[0]))
    assert main_area(plan(), second) == "a2"


def test_what_serves_no_area_stands_outside() -> None:
    lonely = activity("ensam")
    assert outside(plan(), [lonely, activity("dag", "a2")]) == (lonely,)


def test_names_of_areas() -> None:
    assert area_name(FocusArea(number="4", title="Övrigt")) == "4. Övrigt"
    assert area_name(FocusArea(number="4.", title="Övrigt")) == "4. Övrigt"
    assert area_name(FocusArea(title="Övrigt")) == "Övrigt"


def test_other_areas_may_be_given() -> None:
    areas = default_areas(iter("xy").__next__, ("Ett", "Två"))
    assert [(area.id, area.number, area.title) for area in areas] == [
        ("x", "1", "Ett"),
        ("y", "2", "Två"),
    ]


def test_a_whole_year_has_no_gaps() -> None:
    assert found() == []


def test_an_area_without_activity_stops_until_it_has_a_comment() -> None:
    done = done_in(*(area for area in ALL if area != "a4"))
    (gap,) = area_gaps(plan(), done)
    assert (gap.kind, gap.level, gap.area_id) == (GapKind.EMPTY_AREA, Level.STOP, "a4")
    assert gap.key == "empty-area:a4"
    assert gap.sentence == (
        "Området ”4. Arbete mot organiserad brottslighet” har ingen aktivitet och ingen kommentar."
    )
    own = plan()
    commented = [
        replace(each, comment="Vilar i år." if each.id == "a4" else "") for each in own.areas
    ]
    assert area_gaps(replace(own, areas=tuple(commented)), done) == ()


def test_an_empty_area_is_no_fault_before_the_year_is_over() -> None:
    done = done_in(*(area for area in ALL if area != "a4"))
    (gap,) = area_gaps(plan(), done, today=dt.date(2017, 12, 31))
    assert (gap.key, gap.level) == ("empty-area:a4", Level.TIP)
    assert gap.brief == "Ingen aktivitet och ingen kommentar än."
    (gap,) = area_gaps(plan(), done, today=dt.date(2018, 1, 1))
    assert (gap.key, gap.level) == ("empty-area:a4", Level.STOP)
    assert gap.brief == "Ingen aktivitet och ingen kommentar."


def test_a_gap_of_an_activity_is_said_with_its_name() -> None:
    (gap,) = found(activity("x", "a4"), today=dt.date(2018, 1, 1))
    assert gap.brief == gap.sentence


def test_a_shared_activity_is_enough_for_an_area() -> None:
    done = [
        activity(area, area, state=ActivityState.DONE) for area in ALL if area not in ("a6", "a2")
    ]
    assert area_gaps(plan(), [*done, activity("dag", "a2", "a6", state=ActivityState.DONE)]) == ()


@pytest.mark.parametrize(
    ("state", "reason", "kind", "level"),
    [
        (ActivityState.PARTLY, "", GapKind.NO_REASON, Level.STOP),
        (ActivityState.NOT_DONE, " ", GapKind.NO_REASON, Level.STOP),
        (ActivityState.STRUCK, "", GapKind.NO_REASON, Level.STOP),
        (ActivityState.PARTLY, "Tiden", GapKind.UNFINISHED, Level.WARNING),
        (ActivityState.NOT_DONE, "Tiden", GapKind.UNFINISHED, Level.WARNING),
        (ActivityState.PLANNED, "", GapKind.STILL_PLANNED, Level.WARNING),
        (ActivityState.ONGOING, "", GapKind.STILL_ONGOING, Level.TIP),
    ],
)
def test_what_a_year_that_is_over_leaves(
    state: ActivityState, reason: str, kind: GapKind, level: Level
) -> None:
    (gap,) = found(activity("uppföljning", "a4", state=state, reason=reason))
    assert (gap.kind, gap.level, gap.area_id, gap.activity_id) == (kind, level, "a4", "uppföljning")
    assert gap.key == f"{kind}:uppföljning"
    assert "”uppföljning”" in gap.sentence


@pytest.mark.parametrize("state", [ActivityState.STRUCK, ActivityState.DONE])
def test_what_is_done_or_struck_for_a_reason_leaves_nothing(state: ActivityState) -> None:
    assert found(activity("x", "a4", state=state, reason="Inställt av polisen")) == []


@pytest.mark.parametrize("state", [ActivityState.PLANNED, ActivityState.ONGOING])
def test_an_activity_is_late_after_its_period(state: ActivityState) -> None:
    planned = activity("x", "a4", state=state, period="våren")
    assert found(planned, today=dt.date(2017, 5, 31)) == []
    (gap,) = found(planned, today=dt.date(2017, 6, 1))
    assert (gap.kind, gap.level) == (GapKind.LATE, Level.WARNING)
    (gap,) = found(planned, today=dt.date(2018, 1, 1))
    assert gap.kind in (GapKind.STILL_PLANNED, GapKind.STILL_ONGOING)


def test_what_serves_no_area_is_told_and_asked_like_the_rest() -> None:
    told = found(activity("x"))
    assert [gap.kind for gap in told] == [GapKind.STILL_PLANNED, GapKind.NO_AREA]


def test_the_laws_plan_asks_for_the_problem_and_not_for_all_that_the_council_does() -> None:
    measures = plan(kind=PlanKind.MEASURES)
    first = replace(measures.areas[0], problem="Rån vid stationen")
    second = replace(measures.areas[1], problem=" ")
    measures = replace(measures, areas=(first, second))
    (gap,) = area_gaps(measures, [*done_in("a1", "a2"), activity("utanför")])
    assert (gap.kind, gap.area_id, gap.level) == (GapKind.NO_PROBLEM, "a2", Level.WARNING)


def test_the_heaviest_gaps_come_first() -> None:
    levels = [
        gap.level
        for gap in found(
            activity("a", "a1", state=ActivityState.ONGOING),
            activity("b", "a2"),
            activity("c", "a3", state=ActivityState.NOT_DONE),
        )
    ]
    assert levels == [Level.STOP, Level.WARNING, Level.TIP]


def test_papers_are_told_in_swedish_whatever_the_window_speaks() -> None:
    (gap,) = found(activity("x", "a4"))
    set_language("en")
    try:
        assert gap.sentence.startswith("The activity “x”")
        assert gap.swedish.startswith("Det är inte redovisat om")
    finally:
        set_language("sv")


def test_every_kind_of_gap_has_words_and_a_weight() -> None:
    for kind in GapKind:
        gap = Gap(kind=kind, name="X", area_id="a")
        assert "X" in gap.sentence
        assert gap.level in Level
