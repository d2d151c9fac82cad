"""Tables that break well: repeated headings, rows kept whole while a page can hold them.

The elements (Table, THead, TR, TH, TD) stand in the logical tree before layout;
this block only places the cells' content. A heading drawn again on the next page
is furniture and is not read twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from hubra_desktop.documents.kit.blocks import SLACK, Block, Paragraph, Stack, stacked
from hubra_desktop.documents.kit.canvas import TaggedCanvas
from hubra_desktop.documents.kit.style import HAIRLINE

_MOST_HEADINGS: Final = 0.5
"""The share of a page that headings may fill on every page of a table."""
_AHEAD: Final = 160
_TALLER: Final = 2000.0
"""Of a long table only so many rows are measured at a time, as they are taller than any page."""


@dataclass(slots=True)
class TableCell:
    """The content of one cell; ``indent`` in points is added to the left padding.

    A ``low`` cell's content stands at the foot of its rows. ``line`` is the colour of a
    rule below this cell alone. The content may run over the next ``reach`` columns, where
    the cells are empty; they stay cells of their own.
    """

    stack: Stack = field(default_factory=Stack)
    colspan: int = 1
    rowspan: int = 1
    indent: float = 0.0
    low: bool = False
    line: str = ""
    reach: int = 0


@dataclass(slots=True)
class CellRow:
    """The cells that begin in a row; ``keep`` holds it to the row that follows.

    ``rule`` is the thickness of the line below, in points; ``shade`` fills the row.
    """

    cells: list[TableCell]
    keep: bool = False
    rule: float = 0.4
    colour: str = HAIRLINE
    shade: str = ""


@dataclass(slots=True)
class Grid:
    """Where everything stands: a height per row, and each cell with its row and column."""

    heights: list[float]
    cells: list[tuple[int, int, TableCell]]


@dataclass(slots=True)
class Table(Block):
    """Rows of cells in columns of fixed ``widths``; the first ``header`` rows are repeated.

    ``padding`` is the air above and below a cell's content, ``gutter`` between the
    columns. ``loose`` rows may be cut anywhere; others only on an empty page. A table
    no taller than ``whole`` is not cut while a page can hold it. The
    ``caption`` stands above the first row and is not repeated.
    """

    rows: list[CellRow]
    widths: tuple[float, ...]
    header: int = 0
    padding: float = 4.0
    gutter: float = 8.0
    loose: bool = False
    whole: float = 0.0
    repeated: bool = False
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    tail: bool = False
    caption: Paragraph | None = None
    _grid: Grid | None = field(default=None, init=False)
    _begun: "Table | None" = field(default=None, init=False)

    def _front(self) -> "Table":
        """Return the first rows of a long table, which fill a page and more; else itself.

        A table of thousands of rows would be measured whole again for every page.
        """
        if len(self.rows) < 2 * _AHEAD:
            return self
        if self._begun is None:
            front = replace(self, rows=self.rows[:_AHEAD])
            torn = any(
                place + cell.rowspan > _AHEAD
                for place, row in enumerate(front.rows)
                for cell in row.cells
            )
            self._begun = self if torn or front.height(0) < _TALLER else front
        return self._begun

    def _span(self, column: int, cell: TableCell) -> float:
        end = column + cell.colspan + cell.reach
        last = end == len(self.widths)
        inner = sum(self.widths[column:end])
        return max(inner - cell.indent - (0.0 if last else self.gutter), 1.0)

    def grid(self) -> Grid:
        """Place the cells and measure the rows, once."""
        if self._grid is None:
            self._grid = self._measure()
        return self._grid

    def _measure(self) -> Grid:
        placed = place(self.rows)
        heights = [2 * self.padding] * len(self.rows)
        for row, column, cell in sorted(placed, key=lambda entry: entry[2].rowspan):
            need = cell.stack.height(self._span(column, cell)) + 2 * self.padding
            last = min(row + cell.rowspan, len(heights))
            lack = need - sum(heights[row:last])
            if lack > 0:
                heights[last - 1] += lack
        return Grid(heights, placed)

    def height(self, _width: float) -> float:
        """Measure the caption and all rows, or as many as no page can hold."""
        front = self._front()
        return self._lead() + sum(front.grid().heights)

    def _lead(self) -> float:
        return self.caption.height(sum(self.widths)) + self.caption.after if self.caption else 0.0

    def least(self, width: float) -> float:
        """Measure the headings and the rows that must follow them."""
        if self.loose:
            return min(self.height(width), self._head() + 2 * self.padding + 30)
        if self._short():
            return self.height(width)
        front = self._front()
        if front is not self:
            return front.least(width)
        return self._lead() + sum(self.grid().heights[: self._stop(self.header)])

    def _short(self) -> bool:
        return not self.loose and self.height(0) <= self.whole

    def _head(self) -> float:
        return self._lead() + sum(self.grid().heights[: self.header])

    def _stop(self, start: int) -> int:
        """Find the row before which the table may first be cut, counted from ``start``."""
        bound = self._bound()
        for row in range(start, len(self.rows)):
            if not self.rows[row].keep and row + 1 not in bound:
                return row + 1
        return len(self.rows)

    def _bound(self) -> set[int]:
        """Hold the rows that begin inside a cell spanning from a row above."""
        return {
            inner
            for row, _, cell in self.grid().cells
            for inner in range(row + 1, min(row + cell.rowspan, len(self.rows)))
        }

    def split(self, _width: float, room: float, force: bool) -> tuple[Block, Block] | None:
        """Cut between rows, or inside one that no page can hold."""
        front = self._front()
        if front is self:
            return self._divided(_width, room, force)
        cut = front.split(_width, room, force)
        return (cut[0], _longer(cut[1], self.rows[len(front.rows) :])) if cut else None

    def _divided(self, _width: float, room: float, force: bool) -> tuple[Block, Block] | None:
        if self._short() and not force:
            return None
        if force and self._lead() > _MOST_HEADINGS * room:
            return self._captioned(room)
        if force and self.header and self._head() > _MOST_HEADINGS * room:
            return self._without_headings().split(_width, room, force)
        grid = self.grid()
        bound = self._bound()
        room -= self._lead()
        used, best, fitting = 0.0, 0, 0
        for row, tall in enumerate(grid.heights):
            used += tall
            if used > room + SLACK:
                break
            fitting = row + 1
            last = fitting == len(self.rows)
            if fitting > self.header and not (self.rows[row].keep or fitting in bound or last):
                best = fitting
        if self.loose or (force and best <= self.header):
            cut = self._inside(grid, fitting, room)
            if cut:
                return cut
        if best > self.header:
            return self._at(best)
        return self._at(fitting) if force and fitting > self.header else None

    def _captioned(self, room: float) -> tuple[Block, Block]:
        """Part a long caption from its table, or cut it when no page can hold it."""
        caption, table = self.caption, replace(self, caption=None, before=0.0)
        assert caption is not None
        width = sum(self.widths)
        cut = caption.split(width, room, True) if caption.height(width) > room else None
        return (cut[0], Stack([cut[1], table], after=self.after)) if cut else (caption, table)

    def _without_headings(self) -> "Table":
        """Let headings that would fill the pages be rows like others, drawn once."""
        head, body = self.rows[: self.header], self.rows[self.header :]
        once = [] if self.repeated else [replace(row, keep=False) for row in head]
        return replace(self, rows=[*once, *body], header=0, repeated=False)

    def _at(self, row: int) -> tuple[Block, Block]:
        """Cut above ``row``; cells that span the cut are cut with it."""
        room = sum(self.grid().heights[:row])
        above, below = self._carried(self.rows[:row], self.rows[row:], row, room)
        return self._parts(above, below)

    def _carried(
        self, above: list[CellRow], below: list[CellRow], cut: int, room: float
    ) -> tuple[list[CellRow], list[CellRow]]:
        """Cut the cells that begin above row ``cut`` and reach into it or beyond.

        The rows ``above`` have ``room`` points together.
        """
        heights = self.grid().heights
        for row, column, cell in self.grid().cells:
            if not row < cut < row + cell.rowspan:
                continue
            left = room - sum(heights[:row]) - 2 * self.padding
            first, rest = self._cut(cell, column, left)
            first = replace(first, rowspan=len(above) - row)
            rest = replace(rest, rowspan=cell.rowspan - (cut - row))
            above[row] = _exchanged(above[row], cell, first)
            below[0] = self._inserted(below[0], column, rest)
        return above, below

    def _inserted(self, row: CellRow, column: int, cell: TableCell) -> CellRow:
        """Put the rest of a spanning ``cell`` into ``row`` before what stands right of it."""
        columns = {id(other): place for _, place, other in self.grid().cells}
        left = [other for other in row.cells if columns.get(id(other), column) < column]
        return replace(row, cells=[*left, cell, *row.cells[len(left) :]])

    def _parts(self, above: list[CellRow], below: list[CellRow]) -> tuple[Block, Block]:
        head = self.rows[: self.header]
        first = replace(self, rows=above, after=0.0)
        rest = replace(
            self,
            rows=[*head, *below],
            repeated=self.header > 0,
            before=0.0,
            caption=None,
            whole=0.0,
        )
        return first, rest

    def _inside(self, grid: Grid, row: int, room: float) -> tuple[Block, Block] | None:
        """Cut inside ``row``, the first that does not fit."""
        if row < self.header or row >= len(self.rows):
            return None
        left = room - sum(grid.heights[:row]) - 2 * self.padding
        above: list[TableCell] = []
        below: list[TableCell] = []
        moved = False
        columns = {id(cell): column for _, column, cell in grid.cells}
        for cell in self.rows[row].cells:
            first, rest = self._cut(cell, columns[id(cell)], left)
            moved = moved or bool(first.stack.blocks)
            above.append(first)
            below.append(rest)
        if not moved:
            return None
        upper = replace(self.rows[row], cells=above, keep=False)
        lower = replace(self.rows[row], cells=below)
        rows_above, rows_below = [*self.rows[:row], upper], [lower, *self.rows[row + 1 :]]
        return self._parts(*self._carried(rows_above, rows_below, row, room))

    def _cut(self, cell: TableCell, column: int, room: float) -> tuple[TableCell, TableCell]:
        width = self._span(column, cell)
        if cell.stack.height(width) <= room + SLACK:
            return cell, replace(cell, stack=Stack())
        parts = cell.stack.split(width, room, True) if room > 0 else None
        if parts is None or parts[0].height(width) > room + SLACK:
            return replace(cell, stack=Stack()), cell
        return replace(cell, stack=stacked(parts[0])), replace(cell, stack=stacked(parts[1]))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, _width: float) -> None:
        """Draw the caption, the cells row by row, then the rules."""
        grid = self.grid()
        if self.caption:
            self.caption.draw(canvas, x, top, sum(self.widths))
            top -= self._lead()
        edges = [top]
        for tall in grid.heights:
            edges.append(edges[-1] - tall)
        self._surfaces(canvas, x, edges)
        for row, column, cell in grid.cells:
            left = x + sum(self.widths[:column]) + cell.indent
            span = self._span(column, cell)
            foot = edges[min(row + cell.rowspan, len(grid.heights))]
            start = edges[row] - self.padding
            if cell.low:
                start = foot + self.padding + cell.stack.height(span)
            if cell.line:
                canvas.rule(left, foot, span, 0.6, cell.line)
            if self.repeated and row < self.header:
                with canvas.furniture("Repeat"):
                    cell.stack.draw(canvas, left, start, span)
            else:
                cell.stack.draw(canvas, left, start, span)

    def _surfaces(self, canvas: TaggedCanvas, x: float, edges: Sequence[float]) -> None:
        width = sum(self.widths)
        for row, content in enumerate(self.rows):
            if content.shade:
                tall = edges[row] - edges[row + 1]
                canvas.fill(x, edges[row + 1], width, tall, content.shade)
            if content.rule:
                canvas.rule(x, edges[row + 1], width, content.rule, content.colour)


def _longer(block: Block, rows: list[CellRow]) -> Block:
    """Put ``rows`` after those of the table that a cut left."""
    if isinstance(block, Stack):
        return replace(block, blocks=[*block.blocks[:-1], _longer(block.blocks[-1], rows)])
    assert isinstance(block, Table)
    return replace(block, rows=[*block.rows, *rows])


def _exchanged(row: CellRow, old: TableCell, new: TableCell) -> CellRow:
    return replace(row, cells=[new if cell is old else cell for cell in row.cells])


def place(rows: Sequence[CellRow]) -> list[tuple[int, int, TableCell]]:
    """Give every cell its row and column, past the cells that span from above."""
    taken: set[tuple[int, int]] = set()
    placed: list[tuple[int, int, TableCell]] = []
    for row, content in enumerate(rows):
        column = 0
        for cell in content.cells:
            while (row, column) in taken:
                column += 1
            placed.append((row, column, cell))
            taken |= {
                (row + down, column + right)
                for down in range(cell.rowspan)
                for right in range(cell.colspan)
            }
            column += cell.colspan
    return placed
