"""Tables as text files with separators, as Swedish spreadsheets write and read them.

Written with semicolons, decimal commas, ASCII minus and UTF-8 with its mark, which every
spreadsheet opens without asking. Read with semicolons, commas or tabs, in UTF-8, UTF-16
or the old Windows letters.
"""

import csv
import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from hubra_desktop.exchange.cells import Cell
from hubra_desktop.exchange.limits import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    refuse_large,
    too_many_cells,
    too_many_rows,
)
from hubra_desktop.exchange.table_grid import Grid, GridRow
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.formulas import harmless

_SEPARATORS = (";", "\t", ",")
_LONGEST_CELL = 100_000
"""Characters; five of the longest texts. An unclosed quotation mark swallows the rest of a file."""


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a table as a CSV file; text that a spreadsheet would obey is made harmless."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(harmless, headings))
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return BOM_UTF8 + out.getvalue().encode("utf-8")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", ",")
    return str(cell)


def read_csv(content: bytes) -> Grid:
    """Return a CSV file's rows; raises InputError saying what is wrong with it."""
    refuse_large(content)
    typed = _decoded(content)
    if "\x00" in typed:
        raise _not_text()
    separator = _separator(typed)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(typed, newline=""), delimiter=separator)
    rows: list[GridRow] = []
    room = MOST_CELLS
    try:
        for number, cells in enumerate(reader, 1):
            if number > MOST_ROWS + 1:
                raise too_many_rows(MOST_ROWS)
            rows.append(GridRow(number, tuple(cells[:MOST_COLUMNS])))
            room -= len(rows[-1].cells)
            if room < 0:
                raise too_many_cells()
    except csv.Error:
        raise refusal(
            "Rad {number} går inte att läsa: ett citattecken öppnas men stängs inte, eller "
            "en cell är orimligt lång. Spara tabellen på nytt från kalkylprogrammet.",
            number=len(rows) + 1,
        ) from None
    return rows


def _decoded(content: bytes) -> str:
    """Return the text: as its mark says, else UTF-8 if it is that, else Windows letters."""
    try:
        if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            return content.decode("utf-16")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if content.startswith((BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE)):
            raise _not_text() from None
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise _not_text() from None


def _not_text() -> InputError:
    return refusal(
        "Filen är ingen tabell i text. Spara den som CSV (UTF-8) eller XLSX från kalkylprogrammet."
    )


def _separator(typed: str) -> str:
    """Return what parts the cells: what there is most of in the first row that has any.

    A title above the headings has none; what is quoted does not count.
    """
    for whole in io.StringIO(typed, newline=None):
        line = whole[:_LONGEST_CELL]
        outside = "".join(line.split('"')[::2])
        found = max(_SEPARATORS, key=outside.count)
        if found in outside:
            return found
    return _SEPARATORS[0]
