"""A council's plan and activities for the tests of the plan's rules."""

from dataclasses import replace
from typing import Any

from hubra_desktop.model.plan.areas import DEFAULT_AREAS, default_areas
from hubra_desktop.model.records.plan import Activity, ActivityArea, Occasion, Plan

YEAR = 2017


def plan(**changes: Any) -> Plan:
    """The year's plan with the eight areas, whose ids are a1 to a8."""
    ids = iter(f"a{place}" for place in range(1, len(DEFAULT_AREAS) + 1))
    return Plan(id="plan", year=YEAR, areas=default_areas(lambda: next(ids)), **changes)


def activity(name: str, *areas: str, **changes: Any) -> Activity:
    """An activity of that id and title; the first of its areas is the main one."""
    served = tuple(
        ActivityArea(id=f"{name}-{area}", area_id=area, main=not place)
        for place, area in enumerate(areas)
    )
    made = Activity(id=name, title=name, year=YEAR, areas=served)
    return replace(made, **changes)


def occasions(*numbers: int | None) -> tuple[Occasion, ...]:
    return tuple(Occasion(id=f"o{n}", participants=each) for n, each in enumerate(numbers))
