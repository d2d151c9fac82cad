"""A plan for next year, and a version that is kept."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import count

import pytest

from hubra_desktop.model.plan.copies import copy_of_activity, copy_of_plan, former_version
from hubra_desktop.model.plan.terms import ActivityState, Exactness, PlanKind
from hubra_desktop.model.records.plan import Activity, ActivityLink, FollowUpNote, Occasion
from tests.model.plan.years import YEAR, activity, plan


def ids() -> Iterator[str]:
    return (f"ny{number}" for number in count())


def full() -> Activity:
    """An activity with something in every field."""
    return activity(
        "dag", "a2", "a6",
        position=4, title="Trygghetsdag 2017", period="juni 2017", starts=dt.date(2017, 6, 1),
        ends=dt.date(2017, 6, 2), state=ActivityState.PARTLY, reason="Regn",
        council_role="Arrangör", partners="Demokratiberedningen", responsible_id="p",
        responsible="Åsa Ek", participants=100, exactness=Exactness.OVER,
        participants_note="enligt listan", report_text="Dagen blev av.", repeats_id="förra",
        occasions=(Occasion(date=dt.date(2017, 6, 1), participants=3),),
        links=(
            ActivityLink(id="l1", agreement_id="avtal"),
            ActivityLink(id="l2", meeting_id="möte"),
            ActivityLink(id="l3", title="Rapport"),
        ),
        notes=(FollowUpNote(date=dt.date(2017, 6, 3), text="Bra"),),
    )  # fmt: skip


def test_a_plan_becomes_next_years() -> None:
    own = plan(
        kind=PlanKind.MEASURES, version=3, title="Plan 2017", goal="Färre rädda", situation="Läget",
        situation_date=dt.date(2017, 1, 2), decided_on=dt.date(2016, 12, 7), meeting_id="m",
        case_number="KS-2016/1968", followed_up=dt.date(2017, 9, 1), note="x",
    )  # fmt: skip
    area = replace(own.areas[3], goal="Mål", problem="Rån", comment="Ej färdig")
    own = replace(own, areas=(*own.areas[:3], area, *own.areas[4:]))
    made = ids()
    copy, fresh = copy_of_plan(own, 2018, lambda: next(made))
    assert (copy.year, copy.version, copy.kind) == (2018, 1, PlanKind.MEASURES)
    assert (copy.title, copy.goal, copy.situation) == ("Plan 2018", "Färre rädda", "Läget")
    assert copy.situation_date == dt.date(2017, 1, 2)
    assert (copy.decided_on, copy.meeting_id, copy.followed_up) == (None, None, None)
    assert (copy.case_number, copy.note) == ("", "")
    assert [each.title for each in copy.areas] == [each.title for each in own.areas]
    assert fresh == dict(zip((a.id for a in own.areas), (a.id for a in copy.areas), strict=True))
    assert not set(fresh) & set(fresh.values())
    assert copy.areas[3] == replace(area, id=copy.areas[3].id, comment="")


def test_an_activity_is_planned_anew_and_nothing_of_what_was_done_comes_along() -> None:
    made = ids()
    copy = copy_of_activity(full(), 2018, {"a2": "b2", "a6": "b6"}, lambda: next(made))
    assert (copy.year, copy.title, copy.period) == (2018, "Trygghetsdag 2018", "juni 2018")
    assert (copy.starts, copy.ends) == (dt.date(2018, 6, 1), dt.date(2018, 6, 2))
    assert (copy.state, copy.repeats_id) == (ActivityState.PLANNED, "dag")
    assert (copy.council_role, copy.partners) == ("Arrangör", "Demokratiberedningen")
    assert (copy.responsible_id, copy.responsible) == ("p", "Åsa Ek")
    assert [(each.area_id, each.main) for each in copy.areas] == [("b2", True), ("b6", False)]
    assert [link.agreement_id for link in copy.links] == ["avtal"]
    left = {"reason", "participants", "exactness", "participants_note", "report_text", "occasions",
            "notes", "position"}  # fmt: skip
    empty = Activity()
    for name in left:
        assert getattr(copy, name) == getattr(empty, name), name
    kept = {field.name for field in fields(copy)} - left
    assert all(getattr(copy, name) != getattr(empty, name) for name in kept - {"kind", "closed",
               "state"})  # fmt: skip


def every_id(sheet: Activity) -> set[str]:
    areas, links = {each.id for each in sheet.areas}, {each.id for each in sheet.links}
    return {sheet.id} | areas | links


def test_a_copy_has_ids_of_its_own() -> None:
    made = ids()
    copy = copy_of_activity(full(), 2018, {"a2": "b2"}, lambda: next(made))
    assert not every_id(full()) & every_id(copy)


def test_when_the_main_area_is_left_the_next_becomes_it() -> None:
    made = ids()
    copy = copy_of_activity(full(), 2018, {"a6": "b6"}, lambda: next(made))
    assert [(each.area_id, each.main) for each in copy.areas] == [("b6", True)]
    assert copy_of_activity(full(), 2018, {}, lambda: next(made)).areas == ()


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("hösten 2017–våren 2018", "hösten 2018–våren 2019"),
        ("lag (2023:196)", "lag (2023:196)"),
        ("Skr 2016/17:126", "Skr 2016/17:126"),
        ("KS-2017/2231", "KS-2017/2231"),
        ("sedan 2008", "sedan 2008"),
        ("juni", "juni"),
    ],
)
def test_only_the_years_around_are_moved(text: str, moved: str) -> None:
    made = ids()
    copy = copy_of_activity(activity("x", period=text), YEAR + 1, {}, lambda: next(made))
    assert copy.period == moved


def test_a_leap_day_becomes_the_day_before() -> None:
    made = ids()
    leap = activity("x", year=2016, starts=dt.date(2016, 2, 29))
    assert copy_of_activity(leap, 2017, {}, lambda: next(made)).starts == dt.date(2017, 2, 28)
    assert copy_of_activity(leap, 2020, {}, lambda: next(made)).starts == dt.date(2020, 2, 28)


def test_a_former_version_is_the_same_with_ids_of_its_own() -> None:
    made = ids()
    own = plan(decided_on=dt.date(2016, 12, 7), meeting_id="m")
    kept = former_version(own, lambda: next(made))
    assert replace(kept, id=own.id, areas=own.areas) == own
    assert [replace(each, id="") for each in kept.areas] == [
        replace(each, id="") for each in own.areas
    ]
    assert not {each.id for each in kept.areas} & {each.id for each in own.areas}
