"""What every table is called, and what heads each of its cells.

Scope tells it where a heading heads its row or its column. A table with groups of rows, or
with rows that are parts of the row above, names the headings of every cell.
"""

from itertools import chain, count
from typing import Final

from hubra_desktop.documents.kit.tree import HEADINGS, Element

A_TABLE: Final = "Tabell"
_PARTS: Final = frozenset({"THead", "TBody", "TFoot"})


def named_tables(root: Element) -> dict[Element, str]:
    """Name every table of a tree, no two alike: by its name, or its heading and caption."""
    names: dict[Element, str] = {}
    heading, taken = "", set[str]()
    for element in root.walk():
        if element.tag in HEADINGS and not _within_table(element):
            heading = element.text
        if element.tag == "Table":
            under = ": ".join(part for part in (heading, caption_of(element)) if part)
            wanted = " ".join((element.name or under or A_TABLE).split())
            names[element] = _free(wanted, taken)
            taken.add(names[element])
    return names


def caption_of(table: Element) -> str:
    """Return the caption of a table, empty without one."""
    return next((kid.text for kid in table.kids if kid.tag == "Caption"), "")


def _within_table(element: Element) -> bool:
    return element.parent is not None and element.parent.tag in {"TH", "TD"}


def _free(wanted: str, taken: set[str]) -> str:
    """Tell a name from those that are taken by a number."""
    numbered = (f"{wanted} ({place})" for place in count(2))
    return next(name for name in chain((wanted,), numbered) if name not in taken)


def headings_of_cells(table: Element) -> dict[Element, list[Element]]:
    """Return what heads every cell but the columns' own headings, the widest first.

    Empty for a table where scope says it all.
    """
    parts = [kid for kid in table.kids if kid.tag in _PARTS]
    cells = [cell for part in parts for row in part.kids for cell in row.kids]
    if not any(cell.scope == "Group" or cell.depth for cell in cells):
        return {}
    reader = _Reader()
    for part in parts:
        reader.group, reader.above = [], []
        for row in part.kids:
            reader.row(row)
    return reader.found


class _Reader:
    """Reads a table row by row, as what has been read heads what follows; used once."""

    def __init__(self) -> None:
        self.columns: dict[int, list[Element]] = {}
        self.group: list[Element] = []
        self.above: list[Element] = []
        self.found: dict[Element, list[Element]] = {}

    def row(self, row: Element) -> None:
        """Find what heads the cells of the next row."""
        heads = [cell for cell in row.kids if cell.scope == "Row"]
        if heads:
            self.above = [each for each in self.above if each.depth < heads[0].depth]
        column = 0
        for cell in row.kids:
            places = range(column, column + cell.colspan)
            column += cell.colspan
            if cell.scope == "Column":
                for place in places:
                    self.columns.setdefault(place, []).append(cell)
            elif cell.scope != "Group":
                self._cell(cell, places, heads)
        self.group = [*self.group, *(cell for cell in row.kids if cell.scope == "Group")]
        self.above += heads[:1]

    def _cell(self, cell: Element, places: range, heads: list[Element]) -> None:
        columns = [each for place in places for each in self.columns.get(place, [])]
        beside = [each for each in heads if each is not cell]
        headings = dict.fromkeys((*columns, *self.group, *self.above, *beside))
        self.found[cell] = list(headings)
