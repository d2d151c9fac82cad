"""How a plan becomes next year's, and how a version is kept when a new one begins.

Both give records with ids made by the caller, so that nothing here needs a register.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from hubra_desktop.model.records.plan import Activity, ActivityArea, Plan

# Not the year of a statute (2023:196) nor of a session (2016/17:126).
_YEAR = re.compile(r"(?<![\d:/-])(?:19|20|21)\d{2}(?![\d:/])")


def copy_of_plan(plan: Plan, year: int, new_id: Callable[[], str]) -> tuple[Plan, dict[str, str]]:
    """Return the plan for another year, not adopted, with the new ids of its areas.

    Titles, goals and the problems that areas answer come along. Comments, the meeting,
    the case number and the follow-up belong to the old year. A title that names a year
    names the new one.
    """
    fresh = {area.id: new_id() for area in plan.areas}
    copy = Plan(
        id=new_id(),
        kind=plan.kind,
        year=year,
        title=_moved_text(plan.title, plan.year, year),
        goal=plan.goal,
        situation=plan.situation,
        situation_date=plan.situation_date,
        areas=tuple(replace(area, id=fresh[area.id], comment="") for area in plan.areas),
    )
    return copy, fresh


def copy_of_activity(
    activity: Activity, year: int, areas: Mapping[str, str], new_id: Callable[[], str]
) -> Activity:
    """Return the activity as planned for another year.

    ``areas`` names the new area of each old one; others are left. What was planned
    comes along, a year later; days, places, people, texts and links of what was done do
    not, but for the agreements it rests on.
    """
    return Activity(
        id=new_id(),
        year=year,
        kind=activity.kind,
        title=_moved_text(activity.title, activity.year, year),
        period=_moved_text(activity.period, activity.year, year),
        starts=_moved_day(activity.starts, year - activity.year),
        ends=_moved_day(activity.ends, year - activity.year),
        council_role=activity.council_role,
        partners=activity.partners,
        responsible_id=activity.responsible_id,
        responsible=activity.responsible,
        closed=activity.closed,
        repeats_id=activity.id,
        areas=_moved_areas(activity, areas, new_id),
        links=tuple(
            replace(link, id=new_id()) for link in activity.links if link.agreement_id is not None
        ),
    )


def former_version(plan: Plan, new_id: Callable[[], str]) -> Plan:
    """Return what is kept of a plan when a new version begins: the same, with its own ids."""
    areas = tuple(replace(area, id=new_id()) for area in plan.areas)
    return replace(plan, id=new_id(), areas=areas)


def _moved_areas(
    activity: Activity, areas: Mapping[str, str], new_id: Callable[[], str]
) -> tuple[ActivityArea, ...]:
    """Return the areas that come along, exactly one of them the main one."""
    kept = [each for each in activity.areas if each.area_id in areas]
    main = next((each for each in kept if each.main), kept[0] if kept else None)
    return tuple(
        ActivityArea(id=new_id(), area_id=areas[each.area_id], main=each is main) for each in kept
    )


def _moved_text(text: str, source: int, year: int) -> str:
    """Move a year named that is the plan's own or beside it: ``hösten 2017`` to ``hösten 2018``."""

    def moved(match: re.Match[str]) -> str:
        named = int(match[0])
        return str(named + year - source) if abs(named - source) <= 1 else match[0]

    return _YEAR.sub(moved, text)


def _moved_day(day: dt.date | None, years: int) -> dt.date | None:
    """Move a day by whole years; a leap day becomes the 28th."""
    if day is None:
        return None
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year + years)
