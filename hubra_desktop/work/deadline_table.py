"""The deadlines of meetings as a table in CSV or XLSX; they are computed, and written only."""

import datetime as dt
from typing import Final

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.cells import Cell
from hubra_desktop.exchange.csv_file import write_csv
from hubra_desktop.model.deadlines import Deadline
from hubra_desktop.model.swedish import WEEKDAYS
from hubra_desktop.model.words import swedish_word
from hubra_desktop.work.queries.deadlines import deadlines_in
from hubra_desktop.work.queries.register import today as register_day

DEADLINES: Final = "deadlines"
"""The name of the table of deadlines; see ``export_any``."""

_HEADINGS: Final = (
    "Sammanträde", "Vad", "Senast", "Veckodag", "Regelns dag", "Regel", "Källa", "Anmärkning",
    "Läge",
)  # fmt: skip


def export_deadlines(reader: Connection, year: int | None = None, *, xlsx: bool = False) -> bytes:
    """Return the deadlines of a year's meetings, or of all that are to come (None)."""
    found = deadlines_in(reader, year, register_day(reader))
    rows = [_row(each.meeting.date, deadline) for each in found for deadline in each.deadlines]
    if not xlsx:
        return write_csv(_HEADINGS, rows)
    from hubra_desktop.exchange.xlsx_file import write_xlsx

    return write_xlsx("Frister", _HEADINGS, rows)


def _row(meeting: dt.date, deadline: Deadline) -> tuple[Cell, ...]:
    return (
        meeting,
        swedish_word(deadline.kind),
        deadline.day,
        WEEKDAYS[deadline.day.weekday()],
        deadline.raw,
        deadline.rule,
        deadline.source,
        deadline.note or None,
        swedish_word(deadline.state),
    )
