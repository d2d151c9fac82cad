"""The lists of allowances as a table in CSV or XLSX, for the payroll: a row for each thing paid.

They are computed from the attendance, and are written only.
"""

from collections.abc import Iterator
from typing import Final

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.cells import CELLS, Cell, CellKind
from hubra_desktop.exchange.csv_file import write_csv
from hubra_desktop.model.attendance.allowance import is_later, signed_ore
from hubra_desktop.model.words import swedish_word
from hubra_desktop.work.queries.allowances import (
    AllowanceList,
    allowance_list,
    allowance_lists,
    allowance_years,
)
from hubra_desktop.work.queries.protection import guard

ALLOWANCES: Final = "allowances"
"""The name of the table of allowances; see ``export_any``."""

_AMOUNT: Final = CELLS[CellKind.AMOUNT].write
_HEADINGS: Final = (
    "Lista", "Stängd", "Sammanträde", "Namn", "Roll", "Ersättning", "Antal", "À-pris", "Belopp",
    "Skäl till rättelse",
)  # fmt: skip


def export_allowances(
    reader: Connection, year: int | None = None, period_id: str = "", *, xlsx: bool = False
) -> bytes:
    """Return one list, those of a year, or all of them (None), as a table."""
    years = allowance_years(reader) if year is None else (year,)
    shown = (
        [allowance_list(reader, period_id)]
        if period_id
        else [each for one in years for each in allowance_lists(reader, one)]
    )
    guarded = guard(reader)
    rows = [row for each in shown for row in _rows(guarded.value(each))]
    if not xlsx:
        return write_csv(_HEADINGS, rows)
    from hubra_desktop.exchange.xlsx_file import write_xlsx

    return write_xlsx("Arvoden", _HEADINGS, rows)


def _rows(shown: AllowanceList) -> Iterator[tuple[Cell, ...]]:
    period = shown.period
    for row in shown.rows:
        counted = (None, None) if is_later(row) else (row.units, _AMOUNT(row.rate_ore))
        yield (
            period.name, period.closed_on, shown.days.get(row.meeting_id or ""), row.name,
            swedish_word(row.role), swedish_word(row.kind), *counted, _AMOUNT(signed_ore(row)),
            row.reason or None,
        )  # fmt: skip
