"""A council's plan and activities for the tests of the plan's rules."""

from dataclasses import replace
from typing import Any

from hubra_desktop.model.plan.areas import DEFAULT_AREAS, default_areas
from hubra_desktop.model.plan.sheets import (
    ActivityAreaSheet,
    ActivitySheet,
    OccasionSheet,
    PlanSheet,
)

YEAR = 2017


def plan(**changes: Any) -> PlanSheet:
    """The year's plan with the eight areas, whose ids are a1 to a8."""
    ids = iter(f"a{place}" for place in range(1, len(DEFAULT_AREAS) + 1))
    return PlanSheet(id="plan", year=YEAR, areas=default_areas(lambda: next(ids)), **changes)


def activity(name: str, *areas: str, **changes: Any) -> ActivitySheet:
    """An activity of that id and title; the first of its areas is the main one."""
    served = tuple(
        ActivityAreaSheet(id=f"{name}-{area}", area_id=area, main=not place)
        for place, area in enumerate(areas)
    )
    made = ActivitySheet(id=name, title=name, year=YEAR, areas=served)
    return replace(made, **changes)


def occasions(*numbers: int | None) -> tuple[OccasionSheet, ...]:
    return tuple(OccasionSheet(id=f"o{n}", participants=each) for n, each in enumerate(numbers))
