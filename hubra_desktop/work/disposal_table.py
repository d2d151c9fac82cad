"""The disposals that were made, as a table in CSV or XLSX; what was disposed of is not told."""

from typing import Final

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.csv_file import write_csv
from hubra_desktop.work.queries.disposals import disposals

DISPOSALS: Final = "disposals"
"""The name of the table of disposals; see ``export_any``."""

_HEADINGS: Final = ("Dag", "Vad", "Antal uppgifter", "Beslut", "Beslutat den", "Gjort av")


def export_disposals(reader: Connection, year: int | None = None, *, xlsx: bool = False) -> bytes:
    """Return the disposals of a year, or all of them (None), oldest first."""
    rows = [
        (each.day, each.what, each.rows, each.decision, each.decided_on, each.done_by)
        for each in disposals(reader)
        if year in (None, each.day.year)
    ]
    if not xlsx:
        return write_csv(_HEADINGS, rows)
    from hubra_desktop.exchange.xlsx_file import write_xlsx

    return write_xlsx("Gallringar", _HEADINGS, rows)
