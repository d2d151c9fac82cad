"""Plans for a year: begun, copied, put in a new version, adopted; and their areas."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.plan.areas import DEFAULT_AREAS, default_areas
from hubra_desktop.model.plan.copies import copy_of_activity, copy_of_plan, former_version
from hubra_desktop.model.plan.terms import ActivityState, PlanKind
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.plan import Activity, ActivityArea, FocusArea, Plan
from hubra_desktop.model.records.rules import YEAR
from hubra_desktop.model.words import word
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import ACTIVITY
from hubra_desktop.work.commands.activities import free_areas, next_position
from hubra_desktop.work.commands.base import (
    Step,
    found,
)
from hubra_desktop.work.queries.plan import activities_of, plan_of


@dataclass(frozen=True)
class NewPlan(Step):
    """Begin a year's plan with the areas that are usual, or with those given by ``titles``.

    The law's plan begins with the areas of the year's own plan, if there is one.
    Refused: a year that has a plan of that kind already.
    """

    year: int
    kind: PlanKind = PlanKind.ACTIVITY
    titles: tuple[str, ...] | None = None
    label: ClassVar[str] = "add-plan"

    def apply(self, rows: Rows) -> str:
        YEAR(self.year)
        _refuse_second(rows, self.year, self.kind)
        areas = default_areas(new_id, self._titles(rows))
        return rows.put(Plan(kind=self.kind, year=self.year, areas=areas))

    def _titles(self, rows: Rows) -> Sequence[str]:
        if self.titles is not None:
            return self.titles
        own = plan_of(rows.connection, self.year, PlanKind.ACTIVITY)
        return [area.title for area in own.areas] if own and own.areas else DEFAULT_AREAS


@dataclass(frozen=True)
class CopyPlan(Step):
    """Make the plan of ``year`` (None: the next) from an earlier one.

    Areas and goals come along, and the activities of its year (or those of
    ``activity_ids``) as planned, a year later, each pointing back to what it repeats;
    struck ones stay behind. An activity that has been copied already is not copied
    twice but serves the new plan too.
    """

    plan_id: str
    year: int | None = None
    activity_ids: tuple[str, ...] | None = None
    label: ClassVar[str] = "copy-plan"

    def apply(self, rows: Rows) -> str:
        source = found(rows, Plan, self.plan_id)
        year = source.year + 1 if self.year is None else self.year
        YEAR(year)
        _refuse_second(rows, year, source.kind)
        copy, fresh = copy_of_plan(source, year, new_id)
        rows.put(copy)
        self._copy_activities(rows, source, year, fresh)
        return copy.id

    def _copy_activities(
        self, rows: Rows, source: Plan, year: int, fresh: Mapping[str, str]
    ) -> None:
        repeating = (ACTIVITY.c.year == year, ACTIVITY.c.repeats_id.is_not(None))
        known = {each.repeats_id: each for each in rows.all(Activity, *repeating)}
        position = next_position(rows, year)
        for activity in self._chosen(rows, source):
            if activity.id in known:
                _serve_too(rows, known[activity.id], activity, fresh)
                continue
            made = copy_of_activity(activity, year, fresh, new_id)
            rows.put(replace(made, position=position))
            position += 1

    def _chosen(self, rows: Rows, source: Plan) -> list[Activity]:
        """Return what is repeated: of the council's own plan, or of the law's, what serves it."""
        activities = activities_of(rows.connection, source.year)
        if self.activity_ids is not None:
            return [each for each in activities if each.id in self.activity_ids]
        own = {area.id for area in source.areas}
        kept = (each for each in activities if each.state is not ActivityState.STRUCK)
        if source.kind is PlanKind.ACTIVITY:
            return list(kept)
        return [each for each in kept if own & {area.area_id for area in each.areas}]


def _serve_too(rows: Rows, known: Activity, source: Activity, fresh: Mapping[str, str]) -> None:
    """Let an activity that was copied with another plan serve the new plan's areas as well."""
    areas = list(known.areas)
    for area in source.areas:
        if area.area_id in fresh:
            areas.append(ActivityArea(area_id=fresh[area.area_id], main=not areas))
    rows.put(replace(known, areas=tuple(areas)), was=known)


@dataclass(frozen=True)
class NewPlanVersion(Step):
    """Begin a new version of a plan: what stood is kept beside it as the former version.

    The plan itself goes on, so that its activities and answers stay where they are; it
    is not adopted until it is adopted again.
    """

    plan_id: str
    label: ClassVar[str] = "add-plan-version"

    def apply(self, rows: Rows) -> str:
        plan = found(rows, Plan, self.plan_id)
        newest = plan_of(rows.connection, plan.year, plan.kind)
        if newest is not None and newest.id != plan.id:
            raise refusal(
                "Det här är en tidigare version. Öppna den senaste och gör en ny därifrån."
            )
        fresh = {"version": plan.version + 1, "decided_on": None, "meeting_id": None}
        rows.change(Plan, plan.id, fresh)
        rows.add(former_version(plan, new_id))
        return plan.id


def change_plan(rows: Rows, before: Plan, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a plan's new values, with the day of the meeting that adopts it."""
    meeting_id = values.get("meeting_id")
    if not meeting_id or "decided_on" in values:
        return values
    return {**values, "decided_on": found(rows, Meeting, meeting_id).date}


def follow_adoption(rows: Rows, before: Plan, after: Plan) -> None:
    """Keep the council's plan as it was adopted, when the day of that is new or another one."""
    if after.kind is PlanKind.ACTIVITY and before.decided_on != after.decided_on:
        # What papers are made of is imported when a plan is adopted.
        from hubra_desktop.work.commands.issue import keep_adopted

        keep_adopted(rows, after)


def free_plan(rows: Rows, plan: Plan) -> None:
    """Let no activity serve the areas of a plan; activities stay in their year."""
    free_areas(rows, [area.id for area in plan.areas])


def next_number(rows: Rows, plan: Plan, area: FocusArea) -> FocusArea:
    """Return a new area with the next free number of its plan, unless it has one."""
    taken = [int(each.number) for each in plan.areas if each.number.isdecimal()]
    return replace(area, number=area.number or str(max(taken, default=0) + 1))


def renumbered(before: Sequence[FocusArea], order: tuple[FocusArea, ...]) -> tuple[FocusArea, ...]:
    """Return areas in a new order; plain numbers 1, 2, 3 follow the order."""
    numbers = [str(place) for place in range(1, len(order) + 1)]
    if [each.number for each in before] != numbers:
        return order
    pairs = zip(order, numbers, strict=True)
    return tuple(replace(each, number=number) for each, number in pairs)


def free_area(rows: Rows, area: FocusArea) -> None:
    """Let no activity serve an area; those it was the main one of get their next one."""
    free_areas(rows, [area.id])


def _refuse_second(rows: Rows, year: int, kind: PlanKind) -> None:
    """Refuse to begin a plan for a year that has one of that kind."""
    if plan_of(rows.connection, year, kind) is not None:
        raise refusal(
            "Det finns redan en {kind} för {year}. Öppna den, eller gör en ny version.",
            kind=word(kind),
            year=year,
        )
