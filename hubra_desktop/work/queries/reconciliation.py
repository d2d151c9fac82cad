"""A year's money gathered from everywhere it stands, to be held against itself."""

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import Tell, swedish
from hubra_desktop.model.money.budget import homes_of
from hubra_desktop.model.money.reconciliation import (
    Compared,
    ReconciledYear,
    Reconciliation,
    reconcile,
)
from hubra_desktop.model.records.money import AccountStatement, BudgetYear, LedgerEntry
from hubra_desktop.model.reports.stated_amounts import stated_amounts
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import ACCOUNT_STATEMENT, BUDGET_POST, BUDGET_YEAR, LEDGER_ENTRY
from hubra_desktop.work.queries.entries import entries_with
from hubra_desktop.work.queries.money import budget, budget_year
from hubra_desktop.work.queries.register import body_names
from hubra_desktop.work.queries.reports import report_rows, report_sheet
from hubra_desktop.work.queries.year import year_sheets


def reconciliation(reader: Connection, year: int, tell: Tell = swedish) -> Reconciliation:
    """Return a year held against itself, its rows named in the language of ``tell``.

    Raises InputError for a year without a budget.
    """
    sheet = budget_year(reader, year)
    if sheet is None:
        raise refusal("Det finns ingen budget för {year}. Lägg upp budgeten först.", year=year)
    table = budget(reader, year, sheet=sheet)
    entries = entries_counting(reader, year)
    foreign = {each.post_id for each in entries} | {each.post_id for each in table.commitments}
    return reconcile(
        ReconciledYear(
            sheet=sheet,
            table=table,
            entries=entries,
            homes=homes_of(sheet, budgets_of(reader, sheet, foreign)),
            names=body_names(reader),
            stated=_stated(reader, year),
            statement=account_statement(reader, year),
            tell=tell,
        )
    )


def account_statement(reader: Connection, year: int) -> AccountStatement | None:
    """Return what was read of the municipality's accounts of a year, or None."""
    found = records(reader, AccountStatement, ACCOUNT_STATEMENT.c.year == year)
    return found[0] if found else None


def entries_counting(reader: Connection, year: int) -> tuple[LedgerEntry, ...]:
    """Return the rows booked in the year or concerning it, with what their corrections correct."""
    entry = LEDGER_ENTRY.c
    here = records(
        reader,
        LedgerEntry,
        (entry.year == year) | (entry.year_concerned == year),
        order=(entry.number,),
    )
    known = {each.id for each in here}
    above = {each.original_id for each in here if each.original_id} - known
    return (*here, *entries_with(reader, entry.id, above))


def budgets_of(reader: Connection, sheet: BudgetYear, posts: set[str]) -> tuple[BudgetYear, ...]:
    """Return the budgets of other years that posts stand in."""
    owners = select(BUDGET_POST.c.budget_year_id).where(BUDGET_POST.c.id.in_(posts))
    return records(reader, BudgetYear, BUDGET_YEAR.c.id.in_(owners), BUDGET_YEAR.c.id != sheet.id)


def _stated(reader: Connection, year: int) -> tuple[Compared, ...] | None:
    """Return the amounts of the year's annual report, or None where there is none."""
    rows = [each for each in report_rows(reader, year) if each.kind is ReportKind.ANNUAL_REPORT]
    if not rows:
        return None
    report = report_sheet(reader, rows[-1].id)
    return stated_amounts(report, year_sheets(reader, report.year, report.plan_id))
