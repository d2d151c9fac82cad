"""How much of a file from somewhere is read, held before the work and while it is done.

A file of some kilobytes can be made to fill the memory or to keep a reader busy for
hours. What is counted here is counted in the bytes as they are, without building
anything of them; every reader of files asks here, so that each bound and its sentence
stand in one place. All are several times what the largest honest file has.
"""

from typing import Final

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.swedish import figure

LARGEST: Final = 50 * 1024 * 1024
"""Bytes that are read at most: all of a file is held in memory, several times over."""

LARGEST_CALENDAR: Final = 20 * 1024 * 1024
"""Bytes of a calendar: its reader takes a hundred times as long as that of a table."""

MOST_ROWS: Final = 200_000
"""So many rows are read at most: centuries of a council's ledger."""

MOST_COLUMNS: Final = 100
"""So many columns are read at most: several times those of the widest table."""

MOST_CELLS: Final = 2_000_000
"""Cells of a table: the most rows of ten columns."""

MOST_EVENTS: Final = 20_000
"""Events of a calendar: five a day for ten years."""

MOST_CARDS: Final = 5_000
"""Cards of people in one file: everybody that a municipality employs."""

MOST_OBJECTS: Final = 100_000
"""Objects of a PDF: a kallelse has some hundreds, a book of a thousand pages some thousands."""

MOST_RECORDS: Final = 500_000
"""Groups and lists of an exported register: five times one of ten years."""

MOST_VALUES: Final = 3_000_000
"""Values of an exported register: a file of the largest size has no more, written as it is."""

MOST_FIELDS: Final = 200
"""Fields of a group: several times those of the largest record."""

LONGEST_LINE: Final = 20_000
"""Characters of a line that is read field by field."""

MOST_LINES: Final = 2_000_000
"""Lines of a file that is read line by line: ten to each row."""


def refuse_large(content: bytes, largest: int | None = None) -> None:
    """Raise InputError for a file of more than ``largest`` bytes, or ``LARGEST``."""
    most = largest or LARGEST
    if len(content) > most:
        raise refusal("Filen är för stor. Högst {largest} MB kan läsas in.", largest=most >> 20)


def too_many_rows(most: int) -> InputError:
    """Return the refusal of a table with more rows than ``most``."""
    return refusal(
        "Tabellen har fler än {most} rader. Dela upp den i flera filer.",
        most=figure(most),
    )


def too_many_cells() -> InputError:
    """Return the refusal of a table with more cells than ``MOST_CELLS``."""
    return refusal(
        "Tabellen har fler än {most} celler. Ta bort kolumner som inte behövs, eller dela upp "
        "den i flera filer.",
        most=figure(MOST_CELLS),
    )


def refuse_many_events(content: bytes) -> None:
    """Raise InputError for a calendar with more than ``MOST_EVENTS`` parts."""
    if content.upper().count(b"BEGIN:") > MOST_EVENTS:
        raise refusal(
            "Kalendern har fler än {most} händelser. Exportera en kortare tid, till exempel ett "
            "år.",
            most=figure(MOST_EVENTS),
        )


def refuse_many_cards(content: bytes) -> None:
    """Raise InputError for a file with more than ``MOST_CARDS`` cards of people."""
    if content.upper().count(b"BEGIN:VCARD") > MOST_CARDS:
        raise refusal(
            "Filen har fler än {most} kontaktkort. Exportera bara dem som hör till rådet.",
            most=figure(MOST_CARDS),
        )


def refuse_many_objects(content: bytes) -> None:
    """Raise InputError for a PDF with more than ``MOST_OBJECTS`` objects."""
    if content.count(b" obj") > MOST_OBJECTS:
        raise refusal(
            "PDF:en har fler än {most} delar. Välj kallelsen som den sparades.",
            most=figure(MOST_OBJECTS),
        )


def refuse_many_records(content: bytes) -> None:
    """Raise InputError for JSON with more groups or values than a register has."""
    groups = content.count(b"{") + content.count(b"[")
    if groups > MOST_RECORDS or content.count(b",") > MOST_VALUES:
        raise refusal(
            "Filen har fler än {most} poster. Exportera sammanträden eller år var för sig, och "
            "läs in dem en i taget.",
            most=figure(MOST_RECORDS),
        )


def long_line(number: int) -> InputError:
    """Return the refusal of a line with more characters than ``LONGEST_LINE``."""
    return refusal(
        "Rad {number} är längre än {most} tecken. Exportera filen på nytt.",
        number=figure(number),
        most=figure(LONGEST_LINE),
    )


def too_many_lines() -> InputError:
    """Return the refusal of a file with more lines than ``MOST_LINES``."""
    return refusal(
        "Filen har fler än {most} rader. Exportera ett år i taget.", most=figure(MOST_LINES)
    )
