"""What was sent, and what is to be entered in the diary, as tables in CSV or XLSX: written only."""

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.cells import Cell
from hubra_desktop.exchange.csv_file import write_csv
from hubra_desktop.model.dispatch.diary import DiaryEntry
from hubra_desktop.model.swedish import clock
from hubra_desktop.model.words import swedish_word
from hubra_desktop.work.queries.diary import diary
from hubra_desktop.work.queries.dispatches import SentRow, all_dispatches, sent_rows
from hubra_desktop.work.queries.protection import guard

DISPATCH_TABLE: Final = "dispatches"
DIARY_TABLE: Final = "diary"
"""The names of the tables; see ``export_any``."""

_SENT: Final = (
    "Datum", "Klockslag", "Vad", "Version", "Sammanträde", "Mottagare", "Roll", "Sätt", "Adress",
    "Exemplar", "Tid", "Skickat", "Retur", "Ämne", "Anteckning",
)  # fmt: skip
_DIARY: Final = (
    "Datum", "Riktning", "Från eller till", "Handling", "Diarienummer", "Sammanträde",
    "Sekretess", "Diarieförd", "Nummer i diariet",
)  # fmt: skip


def export_dispatches(reader: Connection, year: int | None = None, *, xlsx: bool = False) -> bytes:
    """Return what was sent in a year, or ever (None): a row for each recipient."""
    guarded = guard(reader)
    found = sent_rows(reader, all_dispatches(reader, year))
    return _written("Utskick", _SENT, map(_sent_row, map(guarded.value, found)), xlsx=xlsx)


def export_diary(reader: Connection, year: int | None = None, *, xlsx: bool = False) -> bytes:
    """Return what belongs in the diary of a year, or of all years (None), as openly told."""
    found = reversed(guard(reader).value(diary(reader, year)))
    return _written("Att diarieföra", _DIARY, map(_diary_row, found), xlsx=xlsx)


def _sent_row(row: SentRow) -> tuple[Cell, ...]:
    dispatch, recipient = row.dispatch, row.recipient
    return (
        dispatch.day,
        None if dispatch.time is None else clock(dispatch.time, "."),
        swedish_word(dispatch.kind),
        dispatch.version,
        row.meeting,
        recipient.name,
        recipient.role or None,
        swedish_word(recipient.way),
        recipient.address or None,
        recipient.copies,
        recipient.slot or None,
        recipient.sent,
        recipient.returned,
        dispatch.subject or None,
        dispatch.note or None,
    )


def _diary_row(entry: DiaryEntry) -> tuple[Cell, ...]:
    tick = entry.tick
    return (
        entry.day,
        swedish_word(entry.direction),
        entry.who or None,
        entry.what or None,
        entry.case_number or None,
        entry.meeting_day,
        "ja" if entry.secret else None,
        tick.registered_on if tick else None,
        (tick.number or None) if tick else None,
    )


def _written(
    title: str, headings: Sequence[str], rows: Iterator[tuple[Cell, ...]], *, xlsx: bool
) -> bytes:
    if not xlsx:
        return write_csv(headings, list(rows))
    from hubra_desktop.exchange.xlsx_file import write_xlsx

    return write_xlsx(title, headings, list(rows))
