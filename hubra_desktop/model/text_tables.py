"""The rows of a table in structured text, and what a table pasted from elsewhere becomes.

A row is ``| a | b |``; a backslash makes the next bar an ordinary one. Cells hold one line.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Final

_RULER: Final = re.compile(r"\|(?:[ \t]*-{3,}[ \t]*\|)+")
_PIECE: Final = re.compile(r"\\[^|]|\\(?P<bar>\|)|(?P<end>\|)|[^\\|]+|\\", re.DOTALL)


def is_ruler(line: str, columns: int = 0) -> bool:
    """Tell whether a line parts a table's headings from its rows, of so many ``columns``."""
    ruler = line.strip()
    return bool(_RULER.fullmatch(ruler)) and columns in (0, ruler.count("|") - 1)


def cells_in(line: str) -> list[str]:
    """Return the cells of a row as lines of structured text, [] when the line is no row."""
    row = line.strip()
    if not row.startswith("|") or len(row) < 2:
        return []
    cells = [""]
    for piece in _PIECE.finditer(row, 1):
        if piece["end"]:
            cells.append("")
        else:
            cells[-1] += piece["bar"] or piece[0]
    return [cell.strip() for cell in cells[:-1]] if not cells[-1] else []


def table_text(rows: Sequence[Sequence[str]]) -> str:
    """Write rows of cells, each a line of structured text, the first row the headings."""
    wide = max(map(len, rows))
    even = [[*row, *[""] * (wide - len(row))] for row in rows]
    return "\n".join([_row(even[0]), _row(["---"] * wide), *map(_row, even[1:])])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', f'{chr(92)}|') for cell in cells)} |"


def pasted_rows(text: str) -> list[list[str]]:
    """Return the rows of a table copied from a spreadsheet or a text, [] when it is none.

    Those write a tab between cells and quote a cell that holds a line break. What is a
    table has two columns at least in every row.
    """
    try:
        rows = list(csv.reader(StringIO(text.strip("\r\n")), "excel-tab", strict=True))
    except csv.Error:
        rows = [line.split("\t") for line in text.strip("\r\n").splitlines()]
    if not rows or min(map(len, rows)) < 2:
        return []
    return [[" ".join(cell.split()) for cell in row] for row in rows]
