"""The decisions of held meetings as a table in CSV or XLSX, a row for each; it is written only.

A decision is told with the § it stands in, who acts and who is told, and whether the minutes
are approved yet. What was decided behind closed doors is in no table.
"""

from collections.abc import Iterator
from typing import Final

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.cells import Cell
from hubra_desktop.exchange.csv_file import write_csv
from hubra_desktop.model.minutes.minutes_view import MinutesView
from hubra_desktop.model.structured import parts, seen_words
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.terms import APPROVED_STATES
from hubra_desktop.model.words import swedish_word
from hubra_desktop.store.tables import MEETING, TABLES
from hubra_desktop.work.queries.minutes import minutes_of
from hubra_desktop.work.queries.protection import guard

DECISIONS: Final = "decisions"
"""The name of the table of decisions; see ``export_any``."""

_HEADINGS: Final = (
    "Sammanträde", "Organ", "Paragraf", "Rubrik", "Diarienummer", "Förslag", "Beslut", "Utfall",
    "Utförare", "Senast", "Delges", "Justerat",
)  # fmt: skip


def export_decisions(reader: Connection, year: int | None = None, *, xlsx: bool = False) -> bytes:
    """Return the decisions of a year's meetings, or of all (None)."""
    guarded = guard(reader)
    rows = [
        row
        for meeting_id in _minuted(reader, year)
        for row in _rows(guarded.value(minutes_of(reader, meeting_id)))
    ]
    if not xlsx:
        return write_csv(_HEADINGS, rows)
    from hubra_desktop.exchange.xlsx_file import write_xlsx

    return write_xlsx("Beslut", _HEADINGS, rows)


def _minuted(reader: Connection, year: int | None) -> list[str]:
    """Return the meetings that have minutes, the earliest first."""
    minutes = TABLES["minutes"]
    found = (
        MEETING.select()
        .with_only_columns(MEETING.c.id, MEETING.c.date)
        .join(minutes, minutes.c.meeting_id == MEETING.c.id)
        .order_by(MEETING.c.date, MEETING.c.id)
    )
    return [row.id for row in reader.execute(found) if year in (None, row.date.year)]


def _rows(view: MinutesView) -> Iterator[tuple[Cell, ...]]:
    meeting = view.meeting
    for section in view.sections:
        row = section.section
        closed = section.item is not None and section.item.closed
        for each in () if closed else row.decisions:
            yield (
                meeting.date, meeting.body, row.number, row.heading, row.case_number or None,
                _plain(each.proposed), _plain(each.adopted),
                capitalised(swedish_word(each.outcome)), each.executor.strip() or None, each.due,
                ", ".join(one.name for one in each.notices) or None,
                "ja" if meeting.state in APPROVED_STATES else "nej",
            )  # fmt: skip


def _plain(text: str) -> str | None:
    """Return the words of a structured text on one line."""
    words = (seen_words(line.text) for block in parts(text) for line in block.lines)
    return " ".join(words).strip() or None
