"""Activities: planned, changed, followed up, joined to what they rest on and taken away."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import func, select

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.plan.areas import main_area
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.plan import (
    Activity,
    ActivityArea,
    FocusArea,
    FollowUpNote,
    Plan,
)
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import ACTIVITY, ACTIVITY_AREA
from hubra_desktop.work.commands.base import Step, found, found_owner, moved_to, put_in_order
from hubra_desktop.work.queries.plan import activities_of


@dataclass(frozen=True)
class NewActivity(Step):
    """Plan an activity, last in its year; ``area_ids`` are served, the first as its main one."""

    year: int
    values: Mapping[str, Any] = field(default_factory=dict)
    area_ids: tuple[str, ...] = ()
    label: ClassVar[str] = "add-activity"

    def apply(self, rows: Rows) -> str:
        activity = Activity(**{**_named(rows, self.values), "year": self.year})
        serving = replace(activity, areas=_serving(activity, self.area_ids))
        return rows.add(last_in_year(rows, None, serving))


@dataclass(frozen=True)
class MoveActivity(Step):
    """Put an activity in place ``index`` among those of its year."""

    row_id: str
    index: int
    label: ClassVar[str] = "move-activity"

    def apply(self, rows: Rows) -> None:
        year = found(rows, Activity, self.row_id).year
        activities = activities_of(rows.connection, year)
        put_in_order(rows, Activity, moved_to(activities, self.row_id, self.index))


@dataclass(frozen=True)
class SetActivityAreas(Step):
    """Let an activity serve exactly these areas; ``main`` is its main one (None: as before).

    Without a main area before, the first one given is. What belongs to plans that none
    of the areas belong to is set too: give all areas that it is to serve.
    """

    row_id: str
    area_ids: tuple[str, ...]
    main: str | None = None
    label: ClassVar[str] = "change-activity-areas"

    def apply(self, rows: Rows) -> None:
        activity = found(rows, Activity, self.row_id)
        if self.main is not None and self.main not in self.area_ids:
            raise _not_served()
        _serve(rows, activity, self.area_ids, self.main)


@dataclass(frozen=True)
class AddActivityArea(Step):
    """Let an activity serve an area too; the first one becomes its main area."""

    row_id: str
    area_id: str
    label: ClassVar[str] = "change-activity-areas"

    def apply(self, rows: Rows) -> None:
        activity = found(rows, Activity, self.row_id)
        wanted = [*(each.area_id for each in activity.areas), self.area_id]
        _serve(rows, activity, wanted)


@dataclass(frozen=True)
class MoveActivityToArea(Step):
    """Move an activity to another main area, last among those that stand there.

    It no longer serves the area that it comes from; what else it serves and all that
    belongs to it goes along.
    """

    row_id: str
    area_id: str
    label: ClassVar[str] = "move-activity-to-area"

    def apply(self, rows: Rows) -> None:
        activity = found(rows, Activity, self.row_id)
        plan: Plan = found_owner(rows, FocusArea, self.area_id)
        left = main_area(plan, activity)
        if left == self.area_id:
            return
        kept = [each.area_id for each in activity.areas if each.area_id != left]
        _serve(rows, activity, [*kept, self.area_id], self.area_id)
        self._put_last(rows, plan, activity.year)

    def _put_last(self, rows: Rows, plan: Plan, year: int) -> None:
        rest = [each for each in activities_of(rows.connection, year) if each.id != self.row_id]
        there = [n for n, each in enumerate(rest, 1) if main_area(plan, each) == self.area_id]
        if there:
            whole = activities_of(rows.connection, year)
            put_in_order(rows, Activity, moved_to(whole, self.row_id, there[-1]))


@dataclass(frozen=True)
class RemoveActivityArea(Step):
    """Let an activity no longer serve an area; if it was the main one, the next becomes that."""

    row_id: str
    area_id: str
    label: ClassVar[str] = "change-activity-areas"

    def apply(self, rows: Rows) -> None:
        _free(rows, found(rows, Activity, self.row_id), {self.area_id})


@dataclass(frozen=True)
class AddFollowUpNote(Step):
    """Note of an activity what came of it; notes are added, never rewritten."""

    activity_id: str
    date: date
    text: str
    author: str = ""
    label: ClassVar[str] = "add-follow_up_note"

    def apply(self, rows: Rows) -> str:
        activity = found(rows, Activity, self.activity_id)
        if not self.text.strip():
            raise refusal("Skriv vad som ska noteras.")
        note = FollowUpNote(id=new_id(), date=self.date, author=self.author, text=self.text)
        rows.put(replace(activity, notes=(*activity.notes, note)), was=activity)
        return note.id


def last_in_year(rows: Rows, owner: None, activity: Activity) -> Activity:
    """Return a new activity, last in its year."""
    return replace(activity, position=next_position(rows, activity.year))


def next_position(rows: Rows, year: int) -> int:
    """Return the place after the last activity of a year."""
    last = select(func.max(ACTIVITY.c.position)).where(ACTIVITY.c.year == year)
    place = rows.connection.scalar(last)
    return 0 if place is None else int(place) + 1


def free_areas(rows: Rows, area_ids: Collection[str]) -> None:
    """Let no activity serve these areas any more; the next of its areas becomes the main one."""
    serving = select(ACTIVITY_AREA.c.activity_id).where(ACTIVITY_AREA.c.area_id.in_(area_ids))
    for activity in rows.all(Activity, ACTIVITY.c.id.in_(serving)):
        _free(rows, activity, area_ids)


def name_responsible(rows: Rows, before: Activity, values: Mapping[str, Any]) -> dict[str, Any]:
    """Add the name of who becomes responsible, as it is on the day."""
    return _named(rows, values)


def _free(rows: Rows, activity: Activity, area_ids: Collection[str]) -> None:
    left = [each.area_id for each in activity.areas if each.area_id not in area_ids]
    _serve(rows, activity, left)


def _serve(
    rows: Rows, activity: Activity, area_ids: Sequence[str], main: str | None = None
) -> None:
    rows.put(replace(activity, areas=_serving(activity, area_ids, main)), was=activity)


def _serving(
    activity: Activity, area_ids: Sequence[str], main: str | None = None
) -> tuple[ActivityArea, ...]:
    """Return an activity's areas as those given, exactly one of them the main one.

    It is ``main``, else the one that was, else the first one given.
    """
    wanted = list(dict.fromkeys(area_ids))
    main = main or next((each.area_id for each in activity.areas if each.main), None)
    if main not in wanted:
        main = next(iter(wanted), None)
    kept = [each for each in activity.areas if each.area_id in wanted]
    there = {each.area_id for each in kept}
    fresh = (ActivityArea(area_id=each) for each in wanted if each not in there)
    return tuple(replace(each, main=each.area_id == main) for each in (*kept, *fresh))


def _named(rows: Rows, values: Mapping[str, Any]) -> dict[str, Any]:
    person_id = values.get("responsible_id")
    if not isinstance(person_id, str) or "responsible" in values:
        return dict(values)
    return {**values, "responsible": found(rows, Person, person_id).name}


def _not_served() -> InputError:
    return refusal("Huvudområdet ska vara ett av aktivitetens områden.")
