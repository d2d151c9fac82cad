"""A year's forecast, made of its budget, its rows by month, and last year's."""

import datetime as dt

from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.money.budget import homes_of
from hubra_desktop.model.money.forecast import (
    Forecast,
    ForecastGround,
    Months,
    forecast,
    net_by_month,
)
from hubra_desktop.model.records.money import BudgetYear, Grant
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import GRANT
from hubra_desktop.work.queries.money import budget, budget_year
from hubra_desktop.work.queries.reconciliation import budgets_of, entries_counting


def forecast_of(reader: Connection, year: int, on: dt.date) -> Forecast:
    """Return a year's forecast as of a day; raises InputError for a year without a budget."""
    sheet = budget_year(reader, year)
    if sheet is None:
        raise refusal("Det finns ingen budget för {year}. Lägg upp budgeten först.", year=year)
    table = budget(reader, year, sheet=sheet)
    promised = [each.grant_id for each in table.commitments]
    grants = records(reader, Grant, GRANT.c.id.in_(promised))
    ground = ForecastGround(
        sheet=sheet,
        table=table,
        booked=_by_month(reader, sheet, sheet),
        last_year=_last_year(reader, sheet),
        instalments={each.id: each.instalments for each in grants},
    )
    return forecast(ground, on)


def _by_month(reader: Connection, sheet: BudgetYear, told: BudgetYear) -> dict[str, Months]:
    """Return the net of a year by months, on the posts of the year that it is told by."""
    entries = entries_counting(reader, sheet.year)
    homes = homes_of(told, budgets_of(reader, told, {each.post_id for each in entries}))
    return dict(net_by_month(sheet, entries, homes))


def _last_year(reader: Connection, sheet: BudgetYear) -> dict[str, Months]:
    before = budget_year(reader, sheet.year - 1)
    return {} if before is None else _by_month(reader, before, sheet)
