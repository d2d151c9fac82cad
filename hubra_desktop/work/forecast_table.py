"""A year's forecast as a table: every post with its figures and its months, in CSV or XLSX."""

import datetime as dt
from collections.abc import Iterator

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.cells import CELLS, Cell, CellKind
from hubra_desktop.exchange.csv_file import write_csv
from hubra_desktop.model.language import swedish
from hubra_desktop.model.money.figures import post_called
from hubra_desktop.model.money.forecast import ForecastRow
from hubra_desktop.model.money.forecast_figures import AFTER_YEAR, FIGURES
from hubra_desktop.model.swedish import MONTHS, capitalised
from hubra_desktop.work.queries.forecast import forecast_of


def export_forecast(reader: Connection, year: int, on: dt.date, *, xlsx: bool = False) -> bytes:
    """Return a year's forecast as of a day; months hold what is booked, due and expected.

    Raises InputError for a year without a budget.
    """
    shown = forecast_of(reader, year, on)
    months = (*map(capitalised, MONTHS), AFTER_YEAR)
    headings = ["Kod", "Post", *(each.heading for each in FIGURES), *months]
    rows = [tuple(_cells(row)) for row in shown.rows]
    rows.append((None, "Summa", *_amounts(shown.total)))
    if not xlsx:
        return write_csv(headings, rows)
    from hubra_desktop.exchange.xlsx_file import write_xlsx

    return write_xlsx(f"Prognos {year}", headings, rows)


def _cells(row: ForecastRow) -> Iterator[Cell]:
    post = row.row.post
    yield post.code.strip() or None
    yield f"{'  ' * row.row.depth}{post_called(post, swedish)}"
    yield from _amounts(row)


def _amounts(row: ForecastRow) -> Iterator[Cell]:
    write = CELLS[CellKind.AMOUNT].write
    yield from (write(each.of(row)) for each in FIGURES)
    yield from (write(each.sum) for each in row.months)
