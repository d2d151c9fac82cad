"""Activities: planned, changed, followed up, joined to what they rest on and taken away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.mapped import (
    Activity,
    ActivityArea,
    ActivityLink,
    Base,
    FocusArea,
    FollowUpNote,
    Occasion,
    Person,
    Plan,
)
from hubra_desktop.model.plan.refusals import no_such_area, refuse_activity
from hubra_desktop.model.plan.sheets import ActivitySheet
from hubra_desktop.model.plan.terms import PlanKind
from hubra_desktop.work.commands.base import Change, Remove, Step, assign, found
from hubra_desktop.work.commands.mapped_rows import new_row, new_tree
from hubra_desktop.work.commands.parts import AddPart, RemovePart
from hubra_desktop.work.commands.pointers import lift


@dataclass(frozen=True)
class AddActivity(Step):
    """Store a whole activity as it stands in the sheet (an import, a test)."""

    sheet: ActivitySheet
    label: ClassVar[str] = "add-activity"

    def apply(self, session: Session) -> str:
        activity: Any = new_tree(self.sheet)
        session.add(activity)
        session.flush()
        _check(activity)
        _check_areas(session, activity)
        return str(activity.id)


@dataclass(frozen=True)
class NewActivity(Step):
    """Plan an activity, last in its year; ``area_ids`` are served, the first as its main one."""

    year: int
    values: Mapping[str, Any] = field(default_factory=dict)
    area_ids: tuple[str, ...] = ()
    label: ClassVar[str] = "add-activity"

    def apply(self, session: Session) -> str:
        values = {"position": next_position(session, self.year), **self.values}
        activity = new_row(Activity, {**_named(session, values), "year": self.year})
        session.add(activity)
        _serve(activity, self.area_ids, None)
        session.flush()
        _check(activity)
        _check_areas(session, activity)
        return activity.id


@dataclass(frozen=True)
class ChangeActivity(Change):
    """Write new values into an activity.

    Refused: partly done, not done or struck without a reason; an end before the
    beginning; a year that its areas do not belong to. Who is responsible is kept as
    text too, as it was on the day.
    """

    table: ClassVar[type[Base]] = Activity

    def apply(self, session: Session) -> None:
        activity = found(session, Activity, self.row_id)
        assign(activity, _named(session, self.values))
        _check(activity)
        if "year" in self.values:
            _check_areas(session, activity)


@dataclass(frozen=True)
class MoveActivity(Step):
    """Put an activity in place ``index`` among those of its year."""

    row_id: str
    index: int
    label: ClassVar[str] = "move-activity"

    def apply(self, session: Session) -> None:
        activity = found(session, Activity, self.row_id)
        rows = select(Activity).where(Activity.year == activity.year)
        order = list(session.scalars(rows.order_by(Activity.position, Activity.id)))
        order.remove(activity)
        order.insert(max(0, min(self.index, len(order))), activity)
        for place, each in enumerate(order):
            each.position = place


@dataclass(frozen=True)
class RemoveActivity(Remove):
    """Take an activity away with all that belongs to it; what repeats it forgets it."""

    table: ClassVar[type[Base]] = Activity

    def apply(self, session: Session) -> None:
        activity = found(session, Activity, self.row_id)
        lift(session, "activity", [activity.id])
        session.delete(activity)


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

    def apply(self, session: Session) -> None:
        activity = found(session, Activity, self.row_id)
        if self.main is not None and self.main not in self.area_ids:
            raise _not_served()
        before = next((each.area_id for each in activity.areas if each.main), None)
        _serve(activity, self.area_ids, self.main or before)
        session.flush()
        _check_areas(session, activity)


@dataclass(frozen=True)
class AddActivityArea(Step):
    """Let an activity serve an area too; the first one becomes its main area."""

    row_id: str
    area_id: str
    main: bool = False
    label: ClassVar[str] = "change-activity-areas"

    def apply(self, session: Session) -> None:
        activity = found(session, Activity, self.row_id)
        now = [each.area_id for each in activity.areas]
        wanted = now if self.area_id in now else [*now, self.area_id]
        main = next((each.area_id for each in activity.areas if each.main), None)
        _serve(activity, wanted, self.area_id if self.main else main)
        session.flush()
        _check_areas(session, activity)


@dataclass(frozen=True)
class RemoveActivityArea(Step):
    """Let an activity no longer serve an area; if it was the main one, the next becomes that."""

    row_id: str
    area_id: str
    label: ClassVar[str] = "change-activity-areas"

    def apply(self, session: Session) -> None:
        activity = found(session, Activity, self.row_id)
        left = [each.area_id for each in activity.areas if each.area_id != self.area_id]
        main = next((each.area_id for each in activity.areas if each.main), None)
        _serve(activity, left, main)


class AddOccasion(AddPart):
    """Add a time or place where an activity was done."""

    table = Occasion
    owner = Activity
    part = "occasions"


class ChangeOccasion(Change):
    """Change an occasion's day, place, participants or note."""

    table = Occasion


class RemoveOccasion(RemovePart):
    """Take an occasion away."""

    table = Occasion
    owner = Activity
    part = "occasions"


TARGETS = ("meeting_id", "item_id", "grant_id", "agreement_id", "letter_id")


class AddActivityLink(AddPart):
    """Join an activity to a meeting, a decision, a grant, an agreement, a letter or a document.

    Refused: a link to nothing or to two things, and one that is there already.
    """

    table = ActivityLink
    owner = Activity
    part = "links"

    def check(self, owner: Any) -> None:  # noqa: ANN401
        _check_link(self.values)
        wanted = {name: self.values[name] for name in TARGETS if self.values.get(name)}
        for link in owner.links if wanted else ():
            if all(getattr(link, name) == value for name, value in wanted.items()):
                raise InputError(
                    say(
                        "Aktiviteten har redan den kopplingen.",
                        "The activity has that link already.",
                    )
                )


class ChangeActivityLink(Change):
    """Change a link's title or address."""

    table = ActivityLink

    def apply(self, session: Session) -> None:
        super().apply(session)
        link = found(session, ActivityLink, self.row_id)
        _check_link({name: getattr(link, name) for name in (*TARGETS, "title", "address")})


class RemoveActivityLink(RemovePart):
    """Take a link away; what it led to stays."""

    table = ActivityLink
    owner = Activity
    part = "links"


@dataclass(frozen=True)
class AddFollowUpNote(Step):
    """Note of an activity what came of it; notes are added, never rewritten."""

    activity_id: str
    date: date
    text: str
    author: str = ""
    label: ClassVar[str] = "add-follow_up_note"

    def apply(self, session: Session) -> str:
        activity = found(session, Activity, self.activity_id)
        if not self.text.strip():
            raise InputError(say("Skriv vad som ska noteras.", "Write what is to be noted."))
        values = {"date": self.date, "author": self.author, "text": self.text}
        row = new_row(FollowUpNote, values)
        activity.notes.append(row)
        return row.id


def next_position(session: Session, year: int) -> int:
    """Return the place after the last activity of a year."""
    last = session.scalar(select(func.max(Activity.position)).where(Activity.year == year))
    return 0 if last is None else int(last) + 1


def free_areas(session: Session, area_ids: Sequence[str]) -> None:
    """Let no activity serve these areas any more; the next of its areas becomes the main one."""
    served = select(ActivityArea.activity_id).where(ActivityArea.area_id.in_(area_ids))
    for activity in session.scalars(select(Activity).where(Activity.id.in_(served))):
        left = [each.area_id for each in activity.areas if each.area_id not in area_ids]
        main = next((each.area_id for each in activity.areas if each.main), None)
        _serve(activity, left, main)


def _serve(activity: Activity, area_ids: Sequence[str], main: str | None) -> None:
    """Make an activity's areas those given, exactly one of them the main one."""
    wanted = list(dict.fromkeys(area_ids))
    if main not in wanted:
        main = wanted[0] if wanted else None
    for row in [row for row in activity.areas if row.area_id not in wanted]:
        activity.areas.remove(row)
    there = {row.area_id for row in activity.areas}
    for area_id in wanted:
        if area_id not in there:
            activity.areas.append(new_row(ActivityArea, {"area_id": area_id, "main": False}))
    for row in activity.areas:
        row.main = row.area_id == main


def _named(session: Session, values: Mapping[str, Any]) -> dict[str, Any]:
    """Add the name of who becomes responsible, as it is on the day."""
    person_id = values.get("responsible_id")
    if not isinstance(person_id, str) or "responsible" in values:
        return dict(values)
    return {**values, "responsible": found(session, Person, person_id).name}


def _check(activity: Activity) -> None:
    """Refuse an activity that contradicts itself."""
    refuse_activity(activity)
    if activity.starts and activity.ends and activity.ends < activity.starts:
        raise InputError(
            say(
                "Aktiviteten slutar innan den börjar. Ändra någon av dagarna.",
                "The activity ends before it begins. Change one of the days.",
            )
        )


def _check_areas(session: Session, activity: Activity) -> None:
    """Refuse areas that are gone or of another year's plan."""
    ids = [each.area_id for each in activity.areas]
    plans = select(FocusArea.id, Plan.kind, Plan.year).join(Plan, Plan.id == FocusArea.plan_id)
    known = {row.id: row for row in session.execute(plans.where(FocusArea.id.in_(ids)))}
    if len(known) < len(ids):
        raise no_such_area()
    for row in known.values():
        if row.kind is PlanKind.ACTIVITY and row.year != activity.year:
            raise InputError(
                say(
                    "Aktiviteten hör till {year} men området till planen för {other}. "
                    "Välj ett område i årets plan.",
                    "The activity belongs to {year} but the area to the plan for {other}. "
                    "Choose an area of the year's plan.",
                    year=activity.year,
                    other=row.year,
                )
            )


def _check_link(values: Mapping[str, Any]) -> None:
    targets = [name for name in TARGETS if values.get(name)]
    document = any(str(values.get(name) or "").strip() for name in ("title", "address"))
    if len(targets) > 1 or not (targets or document):
        raise InputError(
            say(
                "Välj en sak att koppla aktiviteten till, eller skriv dokumentets namn.",
                "Choose one thing to link the activity to, or write the document's name.",
            )
        )


def _not_served() -> InputError:
    return InputError(
        say(
            "Huvudområdet ska vara ett av aktivitetens områden.",
            "The main area must be one of the activity's areas.",
        )
    )
