"""Tables as XLSX files, written with types and read without trusting anything in them.

A workbook is a zip of XML: what it would unpack to, how many rows it claims and what its
XML may refer to are looked at before it is believed. Formulas are never computed: what
the spreadsheet stored as their value is read, and a formula without one is refused.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from hubra_desktop.exchange.cells import Cell, Unknown, harmless
from hubra_desktop.exchange.csv_file import too_many_rows
from hubra_desktop.exchange.json_file import refuse_large
from hubra_desktop.exchange.tables import MOST_COLUMNS, MOST_ROWS, Grid, GridRow
from hubra_desktop.model.errors import InputError, refusal

_MARK = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0"
_MOST_PARTS = 2_000
"""A workbook has a few dozen parts, a zip made to deceive may have millions."""
_LARGEST_UNPACKED = 300 * 1024 * 1024
"""Bytes that a workbook may unpack to: one made to swell is stopped before memory is full."""

_CHUNK = 1024 * 1024
_ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")


def is_xlsx(content: bytes) -> bool:
    """Tell whether a file is a workbook, or an old or locked one that is refused by name."""
    return content.startswith((_MARK, _COMPOUND))


def is_called_xlsx(name: str) -> bool:
    """Tell whether a file's name says that it is a workbook, whatever it holds."""
    return name.casefold().endswith((".xlsx", ".xlsm"))


def write_xlsx(title: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a table as a workbook of one sheet with a row of headings that stays in view."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    bold = []
    for heading in headings:
        cell = WriteOnlyCell(sheet, heading)
        cell.font = Font(bold=True)
        bold.append(cell)
    sheet.append(bold)
    for row in rows:
        sheet.append([_written(sheet, cell) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _written(sheet: Any, value: Cell) -> Any:  # noqa: ANN401
    """Return a cell; text stays text, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell

    if value is None:
        return None
    stored: Any = harmless(value) if isinstance(value, str) else value
    cell = WriteOnlyCell(sheet, stored)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


def read_xlsx(content: bytes) -> Grid:
    """Return the rows of a workbook's first sheet; raises InputError saying what is wrong."""
    refuse_large(content)
    if content.startswith(_COMPOUND):
        raise refusal(
            "Filen är låst med lösenord, eller sparad i det gamla formatet .xls. Ta bort "
            "lösenordet och spara den som .xlsx."
        )
    try:
        _refuse_bomb(content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return list(_rows(content))
    except InputError:
        raise
    except Exception:  # what a broken workbook makes of the reader is anyone's guess
        raise _broken() from None


def _broken() -> InputError:
    return refusal(
        "Arbetsboken är skadad, eller filen är ingen hel XLSX-fil. Öppna den i "
        "kalkylprogrammet och spara den på nytt som .xlsx."
    )


def _refuse_bomb(content: bytes) -> None:
    """Refuse a zip that unpacks to too much, or whose XML would define entities.

    What a member says it unpacks to is all that is read of it.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        unpacked = sum(part.file_size for part in parts)
        if len(parts) > _MOST_PARTS or unpacked > _LARGEST_UNPACKED:
            raise refusal(
                "Filen packar upp till orimligt mycket och läses inte. Spara bara "
                "tabellen i en ny fil."
            )
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                _refuse_entities(packed, part)


def _refuse_entities(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    tail = b""
    with packed.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            searched = tail + chunk
            if any(word in searched for word in _ENTITIES) or b"\x00" in chunk[:4]:
                raise _broken()
            tail = searched[-16:]


def _rows(content: bytes) -> Iterator[GridRow]:
    """Yield the rows with their stored values, told apart from formulas without one."""
    stored, book = _cells_of(content, values=True)
    typed, other = _cells_of(content, values=False) if _has_formulas(content) else (None, None)
    for number, row in enumerate(stored, 1):
        source = row if typed is None else next(typed)
        if number > MOST_ROWS + 1:
            raise too_many_rows()
        if any(cell is not None for cell in source):
            yield GridRow(number, _stored_cells(row, source))
    for each in (book, other):
        if each is not None:
            each.close()


def _has_formulas(content: bytes) -> bool:
    """Tell whether any sheet may hold a formula, so that few workbooks are read twice."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        sheets = (part for part in packed.infolist() if part.filename.startswith("xl/worksheets/"))
        return any(re.search(rb"<(?:\w+:)?f[\s/>]", packed.read(part)) for part in sheets)


def _cells_of(content: bytes, *, values: bool) -> tuple[Iterator[tuple[Any, ...]], Any]:
    """Return the first sheet's rows and their workbook.

    What the sheet says of its own size is not believed.
    """
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=values, keep_links=False)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    return sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), book


def _stored_cells(row: Sequence[Any], source: Sequence[Any]) -> tuple[Cell, ...]:
    """Return a row's stored values, as far as there are any; a formula without one is marked."""
    last = max(place for place, typed in enumerate(source) if typed is not None)
    return tuple(
        Unknown() if value is None and typed is not None else value
        for value, typed in zip(row[: last + 1], source[: last + 1], strict=True)
    )
