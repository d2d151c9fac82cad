"""The budget and the forecast as tables in CSV or XLSX: as they stand on the page and in print.

They are sums of what other tables hold, row by row, and are written only.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.cells import CELLS, Cell, CellKind
from hubra_desktop.exchange.csv_file import write_csv
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import swedish
from hubra_desktop.model.money import figures
from hubra_desktop.model.money.budget import BudgetRow, BudgetTable
from hubra_desktop.model.money.figures import post_marked
from hubra_desktop.model.money.forecast import ForecastRow
from hubra_desktop.model.money.forecast_figures import AFTER_YEAR, FIGURES
from hubra_desktop.model.money.ledger import PostSums
from hubra_desktop.model.swedish import MONTHS, capitalised
from hubra_desktop.work.allowance_table import ALLOWANCES, export_allowances
from hubra_desktop.work.backlog_table import BACKLOG, export_backlog
from hubra_desktop.work.deadline_table import DEADLINES, export_deadlines
from hubra_desktop.work.decision_table import DECISIONS, export_decisions
from hubra_desktop.work.dispatch_tables import (
    DIARY_TABLE,
    DISPATCH_TABLE,
    export_diary,
    export_dispatches,
)
from hubra_desktop.work.disposal_table import DISPOSALS, export_disposals
from hubra_desktop.work.paper_table import MEETING_PAPERS, export_papers
from hubra_desktop.work.queries.forecast import forecast_of
from hubra_desktop.work.queries.money import budget, budget_years
from hubra_desktop.work.table_exports import export_table

BUDGET: Final = "budget"
"""The name of the budget's table; the others are those of ``TableName``."""

_AMOUNT: Final = CELLS[CellKind.AMOUNT].write


def export_any(
    reader: Connection, name: str, year: int | None = None, *, xlsx: bool = False
) -> bytes:
    """Return a table that is written, by its name; see ``export_table`` and ``export_budget``."""
    computed = _COMPUTED.get(name)
    if computed is not None:
        return computed(reader, year, xlsx=xlsx)
    return export_table(reader, TableName(name), year, xlsx=xlsx)


def export_budget(reader: Connection, year: int | None = None, *, xlsx: bool = False) -> bytes:
    """Return a year's budget, or all years' (None), each with its sum; what is above is a sum too.

    Raises InputError for a year without a budget.
    """
    known = budget_years(reader)
    years = [each for each in sorted(known) if year in (None, each)]
    if year is not None and not years:
        raise refusal("Det finns ingen budget för {year}. Lägg upp budgeten först.", year=year)
    headings = ["År", "Kod", "Post", *(each.heading for each in figures.FIGURES)]
    rows = [row for each in years for row in _of_budget(budget(reader, each))]
    return _written(f"Budget {year}" if year else "Budget", headings, rows, xlsx=xlsx)


def _of_budget(table: BudgetTable) -> Iterator[tuple[Cell, ...]]:
    for row in table.rows:
        yield table.year, row.post.code.strip() or None, _name(row), *_sums(row.sums, row.stated)
    stated = any(row.stated for row in table.rows)
    yield table.year, None, "Summa", *_sums(table.total, stated)


def _name(row: BudgetRow) -> str:
    return f"{'  ' * row.depth}{post_marked(row, swedish)}"


def _sums(sums: PostSums, stated: bool) -> Iterator[Cell]:
    """Write a row's figures; what depends on a plan that nobody has made is left empty."""
    for each in figures.FIGURES:
        yield _AMOUNT(each.of(sums)) if stated or not each.planned else None


def export_forecast(reader: Connection, year: int, on: dt.date, *, xlsx: bool = False) -> bytes:
    """Return a year's forecast as of a day; months hold what is booked, due and expected.

    Raises InputError for a year without a budget.
    """
    shown = forecast_of(reader, year, on)
    months = (*map(capitalised, MONTHS), AFTER_YEAR)
    headings = ["Kod", "Post", *(each.heading for each in FIGURES), *months]
    rows = [
        (each.row.post.code.strip() or None, _name(each.row), *_forecast(each))
        for each in shown.rows
    ]
    rows.append((None, "Summa", *_forecast(shown.total)))
    return _written(f"Prognos {year}", headings, rows, xlsx=xlsx)


def _forecast(row: ForecastRow) -> Iterator[Cell]:
    yield from (_AMOUNT(each.of(row)) for each in FIGURES)
    yield from (_AMOUNT(each.sum) for each in row.months)


def _written(
    title: str, headings: Sequence[str], rows: Iterable[tuple[Cell, ...]], *, xlsx: bool
) -> bytes:
    if not xlsx:
        return write_csv(headings, rows)
    from hubra_desktop.exchange.xlsx_file import write_xlsx

    return write_xlsx(title, headings, rows)


_COMPUTED: Final[Mapping[str, Callable[..., bytes]]] = {
    ALLOWANCES: export_allowances,
    DECISIONS: export_decisions,
    BUDGET: export_budget,
    DEADLINES: export_deadlines,
    DIARY_TABLE: export_diary,
    DISPATCH_TABLE: export_dispatches,
    DISPOSALS: export_disposals,
    MEETING_PAPERS: export_papers,
    BACKLOG: export_backlog,
}
"""The tables that are written only, by their names."""
