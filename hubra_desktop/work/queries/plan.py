"""The plan and what comes of it: plans, activities, letters, agreements, consultations."""

import datetime as dt

from sqlalchemy import select, union
from sqlalchemy.engine import Connection

from hubra_desktop.model.plan.terms import PlanKind
from hubra_desktop.model.plan.year import Wheel, yearly_duties
from hubra_desktop.model.records.plan import Activity, Agreement, Consultation, Letter, Plan
from hubra_desktop.model.terms import LIFTED_STATES
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import ACTIVITY, LETTER, MEETING, PLAN
from hubra_desktop.work.queries.in_order import by_words, unknown_first, unknown_last


def plan_years(reader: Connection) -> tuple[int, ...]:
    """Return the years that have a plan or an activity, newest first."""
    years = union(select(PLAN.c.year), select(ACTIVITY.c.year))
    return tuple(sorted(reader.scalars(years), reverse=True))


def plan_of(reader: Connection, year: int, kind: PlanKind = PlanKind.ACTIVITY) -> Plan | None:
    """Return the year's plan in its latest version, or None."""
    versions = plan_versions(reader, year, kind)
    return versions[-1] if versions else None


def plan_versions(
    reader: Connection, year: int, kind: PlanKind = PlanKind.ACTIVITY
) -> tuple[Plan, ...]:
    """Return all versions of the year's plan, the first one first."""
    plan = PLAN.c
    return records(reader, Plan, plan.year == year, plan.kind == kind, order=(plan.version,))


def activities_of(reader: Connection, year: int) -> tuple[Activity, ...]:
    """Return a year's activities in the council's order."""
    where = ACTIVITY.c.year == year
    return records(reader, Activity, where, order=(ACTIVITY.c.position,))


def activity(reader: Connection, activity_id: str) -> Activity | None:
    """Return an activity, or None when it is gone."""
    return next(iter(records(reader, Activity, ACTIVITY.c.id == activity_id)), None)


def letters_of(reader: Connection, year: int) -> tuple[Letter, ...]:
    """Return a year's letters by number."""
    letter = LETTER.c
    order = (letter.number.is_(None), letter.number.nulls_first(), letter.deadline.nulls_first())
    return records(reader, Letter, letter.year == year, order=order)


def agreements(reader: Connection) -> tuple[Agreement, ...]:
    """Return all agreements, those that end first before the others."""
    found = by_words(records(reader, Agreement), lambda each: each.title)
    return tuple(sorted(found, key=lambda each: unknown_last(each.valid_to)))


def consultations(reader: Connection) -> tuple[Consultation, ...]:
    """Return all consultations, the one to be answered last first."""
    found = by_words(records(reader, Consultation), lambda each: each.title)
    return tuple(sorted(found, key=lambda each: -unknown_first(each.due)))


def wheel_of(reader: Connection, year: int, kind: PlanKind = PlanKind.ACTIVITY) -> Wheel:
    """Return what the year's wheel shows; meetings that were lifted are not in it."""
    held = MEETING.c.date.between(dt.date(year, 1, 1), dt.date(year, 12, 31))
    days = select(MEETING.c.date).where(held, MEETING.c.state.not_in(LIFTED_STATES))
    return Wheel(
        year=year,
        plan=plan_of(reader, year, kind),
        activities=activities_of(reader, year),
        meetings=tuple(reader.scalars(days.order_by(MEETING.c.date, MEETING.c.start.nulls_last()))),
        letters=letters_of(reader, year),
        duties=yearly_duties(year),
    )
