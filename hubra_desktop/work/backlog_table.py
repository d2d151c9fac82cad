"""What waits for a later agenda as a table in CSV or XLSX; it is written only.

Of what is behind closed doors it tells that something waits, and no more.
"""

from typing import Final

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.cells import Cell
from hubra_desktop.exchange.csv_file import write_csv
from hubra_desktop.model.language import swedish
from hubra_desktop.model.matter_life import CLOSED_DOORS
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import swedish_word
from hubra_desktop.work.queries.backlog import BacklogRow, backlog_rows

BACKLOG: Final = "backlog"
"""The name of the table of what waits; see ``export_any``."""

_HEADINGS: Final = (
    "Vad", "Varför", "Läge", "Senast", "Togs upp", "Togs upp av", "Diarienummer", "Minuter",
    "Föredragande", "Skäl", "Från sammanträdet", "På listan till",
)  # fmt: skip


def export_backlog(reader: Connection, year: int | None = None, *, xlsx: bool = False) -> bytes:
    """Return all that waits or waited, or what was raised in a year."""
    rows = [
        _row(each)
        for each in backlog_rows(reader)
        if year is None or (each.item.raised_on is not None and each.item.raised_on.year == year)
    ]
    if not xlsx:
        return write_csv(_HEADINGS, rows)
    from hubra_desktop.exchange.xlsx_file import write_xlsx

    return write_xlsx("Väntar", _HEADINGS, rows)


def _row(row: BacklogRow) -> tuple[Cell, ...]:
    item = row.item
    state = "väntar" if row.waits else swedish_word(item.state)
    open_ = not item.closed
    return (
        item.title if open_ else swedish(CLOSED_DOORS),
        capitalised(swedish_word(item.kind)),
        capitalised(state),
        item.wanted_by,
        item.raised_on,
        (row.raised_by or None) if open_ else None,
        (item.case_number or None) if open_ else None,
        item.duration,
        (item.presenters or None) if open_ else None,
        (item.reason or None) if open_ else None,
        row.from_day,
        row.placed_day,
    )
