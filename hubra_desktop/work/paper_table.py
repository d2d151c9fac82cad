"""The papers of meetings as a table in CSV or XLSX; it is written only."""

from typing import Final

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.cells import Cell
from hubra_desktop.exchange.csv_file import write_csv
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import swedish_word
from hubra_desktop.work.queries.meeting_papers import PaperLine, papers_in
from hubra_desktop.work.queries.register import today as register_day

MEETING_PAPERS: Final = "papers"
"""The name of the table of papers; see ``export_any``."""

_HEADINGS: Final = (
    "Sammanträde", "Ärende nr", "Ärende", "Bilaga", "Handling", "Slag", "Från", "Datum", "Senast",
    "Kom in", "Läge", "Påmind", "Fil", "Byte", "Sekretess", "Lagrum", "Skickas inte med",
)  # fmt: skip


def export_papers(reader: Connection, year: int | None = None, *, xlsx: bool = False) -> bytes:
    """Return the papers of a year's meetings, or of all that are to come (None)."""
    rows = [_row(each) for each in papers_in(reader, year, register_day(reader))]
    if not xlsx:
        return write_csv(_HEADINGS, rows)
    from hubra_desktop.exchange.xlsx_file import write_xlsx

    return write_xlsx("Handlingar", _HEADINGS, rows)


def _row(line: PaperLine) -> tuple[Cell, ...]:
    paper = line.paper
    return (
        line.meeting_day,
        line.item_number or None,
        line.item or None,
        line.number or None,
        line.title,
        capitalised(swedish_word(paper.kind)),
        paper.author or None,
        paper.date,
        line.due,
        paper.received,
        line.standing_text,
        paper.reminded_on,
        paper.name or None,
        paper.size or None,
        "ja" if paper.secret else None,
        paper.secrecy_ground or None,
        (paper.left_out_reason or "ja") if paper.left_out else None,
    )
