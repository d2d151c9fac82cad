"""The decisions of held meetings as a table in CSV or XLSX, a row for each; it is written only.

A decision is told with the § it stands in, who acts and who is told, and whether the minutes
are approved yet. What was decided behind closed doors is in no table.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.exchange.cells import Cell
from hubra_desktop.exchange.csv_file import write_csv
from hubra_desktop.model.minutes.sections import in_section_order
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.minutes import Section
from hubra_desktop.model.structured import parts, seen_words
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.terms import APPROVED_STATES
from hubra_desktop.model.words import swedish_word
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.queries.protection import guard
from hubra_desktop.work.queries.sheets import meeting_sheets

DECISIONS: Final = "decisions"
"""The name of the table of decisions; see ``export_any``."""

_HEADINGS: Final = (
    "Sammanträde", "Organ", "Paragraf", "Rubrik", "Diarienummer", "Förslag", "Beslut", "Utfall",
    "Utförare", "Senast", "Delges", "Justerat",
)  # fmt: skip


def export_decisions(reader: Connection, year: int | None = None, *, xlsx: bool = False) -> bytes:
    """Return the decisions of a year's meetings, or of all (None)."""
    guarded, sections = guard(reader), _sections(reader)
    rows = [
        row
        for meeting in meeting_sheets(reader)
        if year in (None, meeting.date.year)
        for row in guarded.value(tuple(_rows(meeting, sections.get(meeting.id, ()))))
    ]
    if not xlsx:
        return write_csv(_HEADINGS, rows)
    from hubra_desktop.exchange.xlsx_file import write_xlsx

    return write_xlsx("Beslut", _HEADINGS, rows)


def _sections(reader: Connection) -> dict[str, list[Section]]:
    """Return the §§ of each meeting that has minutes, all read at once."""
    known: dict[str, list[Section]] = defaultdict(list)
    begun = select(TABLES["minutes"].c.meeting_id)
    for each in records(reader, Section, TABLES["section"].c.meeting_id.in_(begun)):
        known[each.meeting_id].append(each)
    return known


def _rows(meeting: Meeting, sections: Iterable[Section]) -> Iterator[tuple[Cell, ...]]:
    closed = {each.id for each in meeting.items if each.closed}
    for row in in_section_order(sections, ()):
        for each in () if row.item_id in closed else row.decisions:
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
