"""The adopted plan held against the one that stands now."""

from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.plan.adopted import PlanChange, changes_since, printed_year
from hubra_desktop.model.records.plan import Plan
from hubra_desktop.model.records.reports import IssuedPaper, Report
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import ISSUED_PAPER, REPORT
from hubra_desktop.work.issued_papers import reopened
from hubra_desktop.work.queries.indicators import indicators
from hubra_desktop.work.queries.money import budget, budget_year
from hubra_desktop.work.queries.plan import activities_of


def plan_changes(reader: Connection, plan: Plan | None) -> tuple[PlanChange, ...]:
    """Return what has changed in a plan since it was adopted; nothing of one that is not."""
    if plan is None or plan.decided_on is None:
        return ()
    columns = ISSUED_PAPER.c
    this = (columns.plan_id == plan.id, columns.version == plan.version)
    found = records(reader, IssuedPaper, *this)
    try:
        adopted = reopened(found[0]).content if found else None
    except InputError:
        return ()
    if adopted is None:
        return ()
    written = (_written(reader, plan), _now(reader, plan))
    return changes_since((adopted.report, adopted.year), written)


def _now(reader: Connection, plan: Plan) -> YearSheets:
    """Return what the plan's paper prints of the year as it stands; its budget is today's."""
    own = budget_year(reader, plan.year)
    year = YearSheets(
        year=plan.year, plan=plan, activities=activities_of(reader, plan.year),
        indicators=indicators(reader),
        budget_table=budget(reader, plan.year, sheet=own) if own else None,
    )  # fmt: skip
    return printed_year(year)


def _written(reader: Connection, plan: Plan) -> Report | None:
    of_year = (REPORT.c.year == plan.year, REPORT.c.kind == ReportKind.ACTIVITY_PLAN)
    found = records(reader, Report, *of_year, order=(REPORT.c.date.nulls_first(),))
    return found[-1] if found else None
