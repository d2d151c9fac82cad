"""What a file with a table holds before anything of it is understood: sheets, rows, cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hubra_desktop.exchange.cells import Cell


class GridRow(NamedTuple):
    """A row as a file has it: its place there, and its cells as text, number or date."""

    number: int
    cells: tuple[Cell, ...]


Grid = Sequence[GridRow]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A sheet of a file; a text file has one without a name.

    Of a ``hidden`` sheet only the name is told. Hidden rows are told by their numbers and
    hidden columns by their places from 0; both are among the rows. ``notes`` are sentences
    about what the file holds beside the rows.
    """

    rows: Grid
    name: str = ""
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell holds nothing, or nothing but space."""
    return cell is None or (isinstance(cell, str) and not cell.strip())
