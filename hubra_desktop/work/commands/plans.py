"""Plans for a year: begun, copied, put in a new version, adopted; and their areas."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.language import say
from hubra_desktop.model.mapped import Activity, ActivityArea, Base, FocusArea, Meeting, Plan
from hubra_desktop.model.plan.areas import DEFAULT_AREAS, default_areas
from hubra_desktop.model.plan.copies import copy_of_activity, copy_of_plan, former_version
from hubra_desktop.model.plan.sheets import ActivitySheet, PlanSheet
from hubra_desktop.model.plan.terms import ActivityState, PlanKind
from hubra_desktop.model.plan.words import word
from hubra_desktop.model.rules import YEAR
from hubra_desktop.work.commands.activities import free_areas, next_position
from hubra_desktop.work.commands.base import Change, Remove, Step, found
from hubra_desktop.work.commands.mapped_rows import new_row, new_tree, tree_of
from hubra_desktop.work.commands.parts import AddPart
from hubra_desktop.work.commands.pointers import lift
from hubra_desktop.work.queries.plan import activities_of


@dataclass(frozen=True)
class AddPlan(Step):
    """Store a whole plan as it stands in the sheet (an import, a test)."""

    sheet: PlanSheet
    label: ClassVar[str] = "add-plan"

    def apply(self, session: Session) -> str:
        plan = new_tree(self.sheet)
        session.add(plan)
        return plan.id


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

    def apply(self, session: Session) -> str:
        YEAR(self.year)
        refuse_second(session, self.year, self.kind)
        areas = default_areas(new_id, self._titles(session))
        plan = new_tree(PlanSheet(kind=self.kind, year=self.year, areas=areas))
        session.add(plan)
        return plan.id

    def _titles(self, session: Session) -> Sequence[str]:
        if self.titles is not None:
            return self.titles
        own = latest(session, self.year, PlanKind.ACTIVITY)
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

    def apply(self, session: Session) -> str:
        source = tree_of(PlanSheet, found(session, Plan, self.plan_id))
        year = source.year + 1 if self.year is None else self.year
        YEAR(year)
        refuse_second(session, year, source.kind)
        copy, fresh = copy_of_plan(source, year, new_id)
        session.add(new_tree(copy))
        self._copy_activities(session, source, year, fresh)
        return copy.id

    def _copy_activities(
        self, session: Session, source: PlanSheet, year: int, fresh: Mapping[str, str]
    ) -> None:
        repeated = select(Activity).where(Activity.year == year, Activity.repeats_id.is_not(None))
        known = {row.repeats_id: row for row in session.scalars(repeated)}
        position = next_position(session, year)
        for activity in self._chosen(session, source):
            if activity.id in known:
                _serve_too(known[activity.id], activity, fresh)
                continue
            made = copy_of_activity(activity, year, fresh, new_id)
            session.add(new_tree(replace(made, position=position)))
            position += 1

    def _chosen(self, session: Session, source: PlanSheet) -> list[ActivitySheet]:
        """Return what is repeated: of the council's own plan, or of the law's, what serves it."""
        sheets = activities_of(session.connection(), source.year)
        if self.activity_ids is not None:
            return [each for each in sheets if each.id in self.activity_ids]
        own = {area.id for area in source.areas}
        kept = (each for each in sheets if each.state is not ActivityState.STRUCK)
        if source.kind is PlanKind.ACTIVITY:
            return list(kept)
        return [each for each in kept if own & {area.area_id for area in each.areas}]


def _serve_too(known: Activity, source: ActivitySheet, fresh: Mapping[str, str]) -> None:
    """Let an activity that was copied with another plan serve the new plan's areas as well."""
    for area in source.areas:
        if area.area_id in fresh:
            added = {"area_id": fresh[area.area_id], "main": not known.areas}
            known.areas.append(new_row(ActivityArea, added))


@dataclass(frozen=True)
class NewPlanVersion(Step):
    """Begin a new version of a plan: what stood is kept beside it as the former version.

    The plan itself goes on, so that its activities and answers stay where they are; it
    is not adopted until it is adopted again.
    """

    plan_id: str
    label: ClassVar[str] = "add-plan-version"

    def apply(self, session: Session) -> str:
        plan: Any = found(session, Plan, self.plan_id)
        newest = latest(session, plan.year, plan.kind)
        if newest is not None and newest.id != plan.id:
            raise InputError(
                say(
                    "Det här är en tidigare version. Öppna den senaste och gör en ny därifrån.",
                    "This is an earlier version. Open the latest and make a new one from it.",
                )
            )
        former = former_version(tree_of(PlanSheet, plan), new_id)
        plan.version += 1
        # The file takes no two plans of one version: the number is free before it is given.
        session.flush()
        session.add(new_tree(former))
        plan.decided_on = plan.meeting_id = None
        return str(plan.id)


@dataclass(frozen=True)
class ChangePlan(Change):
    """Write new values into a plan; adopted in a meeting, it is adopted on its day.

    Refused: a year or a kind that has a plan of that version already.
    """

    table: ClassVar[type[Base]] = Plan

    def apply(self, session: Session) -> None:
        super().apply(session)
        plan: Any = found(session, Plan, self.row_id)
        meeting_id = self.values.get("meeting_id")
        if meeting_id and "decided_on" not in self.values:
            plan.decided_on = found(session, Meeting, meeting_id).date
        if {"year", "kind", "version"} & set(self.values):
            session.flush()
            _refuse_same(session, plan)


@dataclass(frozen=True)
class RemovePlan(Remove):
    """Take a plan away with its areas; activities stay in their year, without those areas."""

    table: ClassVar[type[Base]] = Plan

    def apply(self, session: Session) -> None:
        plan = found(session, Plan, self.row_id)
        free_areas(session, [area.id for area in plan.areas])
        lift(session, "plan", [plan.id])
        session.delete(plan)


class AddFocusArea(AddPart):
    """Add an area to a plan, last or before row ``index``; its number is the next free one."""

    table = FocusArea
    owner = Plan
    part = "areas"

    def complete(self, owner: Any) -> Mapping[str, Any]:  # noqa: ANN401
        taken = [int(area.number) for area in owner.areas if area.number.isdecimal()]
        return {"number": str(max(taken, default=0) + 1), **self.values}


class ChangeFocusArea(Change):
    """Change an area's number, title, goal, problem or comment."""

    table = FocusArea


@dataclass(frozen=True)
class MoveFocusArea(Step):
    """Put an area in place ``index`` of its plan; plain numbers 1, 2, 3 follow the order."""

    row_id: str
    index: int
    label: ClassVar[str] = "move-focus_area"

    def apply(self, session: Session) -> None:
        area = found(session, FocusArea, self.row_id)
        plan = found(session, Plan, area.plan_id)
        areas = plan.areas
        counted = [each.number for each in areas] == [str(n) for n in range(1, len(areas) + 1)]
        order = [each for each in areas if each is not area]
        order.insert(max(0, min(self.index, len(order))), area)
        for place, each in enumerate(order):
            each.position = place
            if counted:
                each.number = str(place + 1)
        areas.sort(key=lambda each: each.position)


@dataclass(frozen=True)
class RemoveFocusArea(Remove):
    """Take an area away; activities that it was the main area of get their next one."""

    table: ClassVar[type[Base]] = FocusArea

    def apply(self, session: Session) -> None:
        area = found(session, FocusArea, self.row_id)
        free_areas(session, [area.id])
        plan = found(session, Plan, area.plan_id)
        plan.areas.remove(area)


def latest(session: Session, year: int, kind: PlanKind) -> Plan | None:
    """Return a year's plan in its latest version."""
    versions = select(Plan).where(Plan.year == year, Plan.kind == kind)
    return session.scalars(versions.order_by(Plan.version.desc(), Plan.id.desc())).first()


def refuse_second(session: Session, year: int, kind: PlanKind) -> None:
    """Refuse to begin a plan for a year that has one of that kind."""
    if latest(session, year, kind) is not None:
        raise InputError(
            say(
                "Det finns redan en {kind} för {year}. Öppna den, eller gör en ny version.",
                "There is an {kind} for {year} already. Open it, or make a new version.",
                kind=word(kind),
                year=year,
            )
        )


def _refuse_same(session: Session, plan: Plan) -> None:
    same = select(Plan).where(
        Plan.year == plan.year, Plan.kind == plan.kind, Plan.version == plan.version
    )
    if session.scalars(same.where(Plan.id != plan.id).limit(1)).first() is not None:
        raise InputError(
            say(
                "Det finns redan en {kind} för {year} med versionen {version}.",
                "There is an {kind} for {year} with version {version} already.",
                kind=word(plan.kind),
                year=plan.year,
                version=plan.version,
            )
        )
