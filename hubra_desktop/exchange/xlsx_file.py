"""Tables as XLSX files, written with types and read without trusting anything in them.

A workbook is a zip of XML: what it would unpack to and what its XML may refer to are looked
at before it is believed, and its rows and cells are counted as they come. Formulas are never
computed: what the spreadsheet stored as their value is read, and one without is refused.
"""

import io
import itertools
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from decimal import Decimal
from typing import Any

from hubra_desktop.exchange.cells import Cell, Unknown
from hubra_desktop.exchange.limits import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    refuse_large,
    too_many_cells,
    too_many_rows,
)
from hubra_desktop.exchange.packed import broken_workbook, refuse_bomb
from hubra_desktop.exchange.table_grid import GridRow, Sheet
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.formulas import harmless

_MARK = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0"


def is_xlsx(content: bytes) -> bool:
    """Tell whether a file is a workbook, or an old or locked one that is refused by name."""
    return content.startswith((_MARK, _COMPOUND))


def is_called_xlsx(name: str) -> bool:
    """Tell whether a file's name says that it is a workbook, whatever it holds."""
    return name.casefold().endswith((".xlsx", ".xlsm"))


def write_xlsx(title: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a table as a workbook of one sheet with a row of headings that stays in view."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    bold = []
    for heading in headings:
        cell = _written(sheet, heading)
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


def read_xlsx(content: bytes) -> Iterator[Sheet]:
    """Yield the sheets of a workbook, one read at a time; of a hidden one only its name.

    Raises InputError saying what is wrong with it.
    """
    refuse_large(content)
    if content.startswith(_COMPOUND):
        raise refusal(
            "Filen är låst med lösenord, eller sparad i det gamla formatet .xls. Ta bort "
            "lösenordet och spara den som .xlsx."
        )
    try:
        refuse_bomb(content)
        yield from _sheets(content)
    except InputError:
        raise
    except Exception:  # what a broken workbook makes of the reader is anyone's guess
        raise broken_workbook() from None


def read_sheets(content: bytes) -> tuple[tuple[Sheet, ...], str]:
    """Return the sheets of a workbook up to one that is refused, and why; "" for none."""
    found: list[Sheet] = []
    try:
        found.extend(read_xlsx(content))
    except InputError as refused:
        return tuple(found), refused.sentence
    return tuple(found), ""


def _sheets(content: bytes) -> Iterator[Sheet]:
    """Yield each sheet with its stored values, told apart from formulas without one."""
    stored = _workbook(content, values=True)
    typed = _workbook(content, values=False) if _has_formulas(content) else stored
    with closing(stored), closing(typed):
        for place, sheet in enumerate(stored.worksheets):
            if sheet.sheet_state != "visible":
                yield Sheet(name=sheet.title, rows=(), hidden=True)
                continue
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                rows = tuple(_rows(sheet, typed.worksheets[place]))
            hidden_rows, hidden_columns = _hidden(content, sheet)
            yield Sheet(
                name=sheet.title,
                rows=rows,
                hidden_rows=hidden_rows,
                hidden_columns=hidden_columns,
            )


def _workbook(content: bytes, *, values: bool) -> Any:  # noqa: ANN401
    import defusedxml.ElementTree  # noqa: F401 (where it is, the library reads XML by it)
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(
            io.BytesIO(content), read_only=True, data_only=values, keep_links=False
        )


def _rows(stored: Any, typed: Any) -> Iterator[GridRow]:  # noqa: ANN401
    """Yield a sheet's rows; what the sheet says of its own size is not believed."""
    sources: Iterator[Any] = itertools.repeat(())
    if typed is not stored:
        typed.reset_dimensions()
        sources = typed.iter_rows(max_col=MOST_COLUMNS, values_only=True)
    stored.reset_dimensions()
    room, empty = MOST_CELLS, _empty()
    for number, row in enumerate(stored.iter_rows(max_col=MOST_COLUMNS), 1):
        if number > MOST_ROWS + 1:
            raise too_many_rows(MOST_ROWS)
        source = next(sources)
        values = [_value(cell) for cell in row[: _width(row, source, empty)]]
        cells = _stored_cells(values, source or values)
        room -= len(cells)
        if room < 0:
            raise too_many_cells()
        if cells:
            yield GridRow(number, cells)


def _empty() -> Any:  # noqa: ANN401
    """Return what stands for each cell that a row has not."""
    from openpyxl.cell.read_only import EMPTY_CELL

    return EMPTY_CELL


def _width(row: Sequence[Any], source: Sequence[Any], empty: Any) -> int:  # noqa: ANN401
    """Return how many cells of a row there are, up to the last that is there."""
    width = len(row)
    while width and row[width - 1] is empty and not (source and source[width - 1] is not None):
        width -= 1
    return width


def _has_formulas(content: bytes) -> bool:
    """Tell whether any sheet may hold a formula, so that few workbooks are read twice."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        sheets = (part for part in packed.infolist() if part.filename.startswith("xl/worksheets/"))
        return any(re.search(rb"<(?:\w+:)?f[\s/>]", packed.read(part)) for part in sheets)


def _stored_cells(row: Sequence[Any], source: Sequence[Any]) -> tuple[Cell, ...]:
    """Return a row's stored values, as far as there are any; a formula without one is marked."""
    filled = [place for place, typed in enumerate(source) if typed is not None]
    last = filled[-1] + 1 if filled else 0
    return tuple(
        Unknown() if value is None and typed is not None else value
        for value, typed in zip(row[:last], source[:last], strict=True)
    )


_LITERAL = re.compile(r'"[^"]*"|\\.')
_PERCENT = re.compile(r"0(?:\.(0+))?[^;]*%")
_PADDED = re.compile(r"0{2,}")
_CURRENCY = re.compile(r"\[\$([^\-\]]+)|([€£¥])")
_KRONOR = ("kr", "sek", "kr.")
_MOST_DECIMALS = 3
"""Decimals of a measured value: what has more is shown with fewer."""


def _value(cell: Any) -> Cell:  # noqa: ANN401
    """Return a cell's value as the sheet shows it: 0.61 as 61 %, 7 as 007, € as no kronor."""
    value: Cell = cell.value
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    shown = _LITERAL.sub("", str(cell.number_format))
    if percent := _PERCENT.search(shown):
        return _percent(value, len(percent[1] or ""))
    if _PADDED.fullmatch(shown) and value == int(value):
        return str(int(value)).zfill(len(shown))
    currency = _CURRENCY.search(shown)
    name = (currency[1] or currency[2] or "").strip() if currency else ""
    return f"{value} {name}" if name and name.casefold() not in _KRONOR else value


def _percent(value: float, decimals: int) -> str:
    """Return a share as it is shown; all its decimals where they are few, else those shown."""
    share = round(Decimal(str(value)) * 100, 6).normalize()
    if share.is_finite() and -int(share.as_tuple().exponent) > _MOST_DECIMALS:
        share = round(share, decimals)
    return f"{share:f} %".replace(".", ",")


def _hidden(content: bytes, sheet: Any) -> tuple[tuple[int, ...], tuple[int, ...]]:  # noqa: ANN401
    """Return the numbers of a sheet's hidden rows and the places of its hidden columns.

    They stand in the sheet's own part alone, which the reader of rows passes over.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        part = packed.read(sheet._worksheet_path)  # noqa: SLF001 (it is told nowhere else)
    rows = (_whole(tag, b"r") for tag in _HIDDEN_ROW.findall(part))
    columns = (
        range(_whole(tag, b"min") - 1, min(_whole(tag, b"max"), MOST_COLUMNS))
        for tag in _HIDDEN_COLUMN.findall(part)[:MOST_COLUMNS]
    )
    return tuple(rows), tuple(place for span in columns for place in span)


_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\b[^<>]*\bhidden=[\"'](?:1|true)[\"'][^<>]*>")
_HIDDEN_COLUMN = re.compile(rb"<(?:\w+:)?col\b[^<>]*\bhidden=[\"'](?:1|true)[\"'][^<>]*>")


def _whole(tag: bytes, name: bytes) -> int:
    """Return a whole number that a tag has as an attribute, 0 where it has none."""
    found = re.search(rb"\b%s=[\"'](\d{1,7})[\"']" % name, tag)
    return int(found[1]) if found else 0
