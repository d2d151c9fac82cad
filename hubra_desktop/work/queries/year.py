"""One year gathered for its papers: everything that their text and figures are made from.

The same sheets and the same budget table that the pages show, so that a figure in a paper
cannot differ from the one on the screen.
"""

import datetime as dt
from dataclasses import replace

from sqlalchemy import or_, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.money.budget import held_from
from hubra_desktop.model.records.council import Matter, MatterAlias
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.money import BudgetYear, Grant, LedgerEntry
from hubra_desktop.model.records.plan import Plan
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import (
    ACTIVITY,
    ACTIVITY_LINK,
    GRANT,
    GRANT_DECISION,
    LEDGER_ENTRY,
    MEETING,
    PLAN,
    REPORT,
)
from hubra_desktop.work.queries.entries import entries_with
from hubra_desktop.work.queries.in_order import by_words, latest_first, unknown_first
from hubra_desktop.work.queries.indicators import indicators
from hubra_desktop.work.queries.money import budget, budget_year
from hubra_desktop.work.queries.plan import (
    activities_of,
    agreements,
    consultations,
    letters_of,
    plan_of,
)
from hubra_desktop.work.queries.register import body_names, register_info
from hubra_desktop.work.queries.sheets import meeting_sheets


def year_sheets(reader: Connection, year: int, plan_id: str | None = None) -> YearSheets:
    """Return what the register holds of ``year``; ``plan_id`` names its plan, else the latest."""
    register = register_info(reader)
    own = budget_year(reader, year)
    grants = _grants(reader, year)
    reports = _reports(reader, year)
    tabled = {each.meeting_id for each in reports if each.meeting_id}
    return YearSheets(
        year=year,
        council=register.body,
        short=register.body_short,
        municipality=register.municipality,
        plan=_plan(reader, year, plan_id),
        activities=activities_of(reader, year),
        letters=letters_of(reader, year),
        meetings=_meetings(reader, year, register.own_body_id),
        tabled=meeting_sheets(reader, tabled) if tabled else (),
        agreements=agreements(reader),
        consultations=consultations(reader),
        budget=own,
        entries=_entries(reader, year, grants),
        grants=grants,
        indicators=indicators(reader),
        reports=reports,
        matters=by_words(records(reader, Matter), lambda each: each.case_number),
        aliases=by_words(records(reader, MatterAlias), lambda each: each.case_number),
        names=body_names(reader),
        budget_table=budget(reader, year, sheet=own) if own else None,
    )


def report_year(reader: Connection, report: Report) -> YearSheets:
    """Return the year that a written paper is made from.

    An adopted plan prints the amounts that were decided when it was adopted, not what later
    transfers and versions have made of them: its budget is that of the day.
    """
    from hubra_desktop.work.adopted_plans import plan_changes

    found = year_sheets(reader, report.year, report.plan_id)
    day = found.plan.decided_on if found.plan is not None else None
    if report.kind is not ReportKind.ACTIVITY_PLAN or day is None:
        return found
    changes = tuple(each.swedish for each in plan_changes(reader, found.plan))
    if found.budget is not None:
        decided = budget(reader, report.year, _decided(found.budget, day))
        found = replace(found, budget_table=decided)
    return replace(found, plan_changes=changes)


def _decided(budget_year: BudgetYear, adopted: dt.date) -> dt.date:
    """Return the day the amounts are those of: the first decision's, where it came later."""
    first = min((held_from(budget_year, each) for each in budget_year.versions), default=adopted)
    return max(adopted, first)


def _reports(reader: Connection, year: int) -> tuple[Report, ...]:
    """Return the papers of a year by date, those without one first."""
    known = records(reader, Report, REPORT.c.year == year)
    bare = [replace(each, pictures=()) for each in known]  # a paper brings its own
    found = by_words(bare, lambda each: each.title)
    return tuple(sorted(found, key=lambda each: unknown_first(each.date)))


def _plan(reader: Connection, year: int, plan_id: str | None) -> Plan | None:
    chosen = records(reader, Plan, PLAN.c.id == plan_id) if plan_id else ()
    return chosen[0] if chosen else plan_of(reader, year)


def _meetings(reader: Connection, year: int, body_id: str | None) -> tuple[Meeting, ...]:
    if body_id is None:
        return ()
    days = MEETING.c.date.between(dt.date(year, 1, 1), dt.date(year, 12, 31))
    found = select(MEETING.c.id).where(MEETING.c.body_id == body_id, days)
    ids = tuple(reader.scalars(found))
    return meeting_sheets(reader, ids) if ids else ()


def _grants(reader: Connection, year: int) -> tuple[Grant, ...]:
    """Return the grants of the year, and those that it decided on, moved or did something for."""
    decided = select(GRANT_DECISION.c.grant_id).where(GRANT_DECISION.c.year == year)
    moved = select(LEDGER_ENTRY.c.grant_id).where(LEDGER_ENTRY.c.year == year)
    joined = (
        select(ACTIVITY_LINK.c.grant_id)
        .join(ACTIVITY, ACTIVITY.c.id == ACTIVITY_LINK.c.activity_id)
        .where(ACTIVITY.c.year == year)
    )
    grant = GRANT.c
    touched = [
        grant.id.in_(chosen.where(column.is_not(None)))
        for chosen, column in (
            (decided, GRANT_DECISION.c.grant_id),
            (moved, LEDGER_ENTRY.c.grant_id),
            (joined, ACTIVITY_LINK.c.grant_id),
        )
    ]
    found = records(reader, Grant, or_(grant.year == year, *touched))
    return latest_first(found)


def _entries(reader: Connection, year: int, grants: tuple[Grant, ...]) -> tuple[LedgerEntry, ...]:
    """Return the year's ledger with all rows of its grants, whatever year they stand in."""
    entry = LEDGER_ENTRY.c
    own = records(reader, LedgerEntry, or_(entry.year == year, entry.year_concerned == year))
    of_grants = entries_with(reader, entry.grant_id, (grant.id for grant in grants))
    rows = {row.id: row for row in (*own, *of_grants)}
    return tuple(sorted(rows.values(), key=lambda row: row.number))
