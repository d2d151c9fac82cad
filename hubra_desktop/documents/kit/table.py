"""Tables with repeated headings, their rows kept whole while a page can hold them.

The elements (Table, THead, TR, TH, TD) stand in the logical tree before layout. A heading
that is drawn again on the next page is furniture.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from hubra_desktop.documents.kit.blocks import (
    SLACK,
    Block,
    Paragraph,
    Space,
    Stack,
    paragraph,
    stacked,
)
from hubra_desktop.documents.kit.canvas import TaggedCanvas
from hubra_desktop.documents.kit.style import HAIRLINE, TextStyle
from hubra_desktop.documents.kit.tree import Element, Piece, Scope

_MOST_HEADINGS: Final = 0.5
"""The share of a page that headings may fill on every page of a table."""
_AHEAD: Final = 160
_TALLER: Final = 2000.0
"""Of a long table only so many rows are measured at a time, as they are taller than any page."""


@dataclass(slots=True)
class TableCell:
    """The content of one cell; ``indent`` in points is added to the left padding.

    A ``low`` cell's content stands at the foot of its row. ``line`` is the colour of a
    rule below this cell alone.
    """

    stack: Stack = field(default_factory=Stack)
    colspan: int = 1
    indent: float = 0.0
    low: bool = False
    line: str = ""


@dataclass(slots=True)
class CellRow:
    """The cells of a row; ``keep`` holds it to the row that follows.

    ``rule`` is the thickness of the line below, in points. A ``close`` row has no air below
    it.
    """

    cells: list[TableCell]
    keep: bool = False
    rule: float = 0.4
    colour: str = HAIRLINE
    close: bool = False

    def placed(self) -> Iterator[tuple[int, TableCell]]:
        """Pair every cell with its first column."""
        column = 0
        for cell in self.cells:
            yield column, cell
            column += cell.colspan


def text_cell(
    line: Element, text: str | Sequence[Piece], style: TextStyle, *,
    scope: Scope = "", colspan: int = 1, figures: bool = False,
    low: bool = False, indent: float = 0.0, above: float = 0.0,
) -> TableCell:  # fmt: skip
    """Add a cell to the row ``line``, a paragraph for each line of ``text``.

    With a ``scope`` it is a heading. ``above`` is empty room over the text, in points. A line
    of empty text has no paragraph.
    """
    element = line.cell("TH" if scope else "TD", colspan, scope)
    element.figures = figures
    blocks: list[Block] = [Space(above)] if above else []
    blocks += [paragraph(element.add("P"), row, style) for row in _rows_of(text)]
    return TableCell(Stack(blocks), colspan, indent, low)


def _rows_of(text: str | Sequence[Piece]) -> list[Sequence[Piece]]:
    """Part a text at its line breaks; what is read in one go stands in one paragraph."""
    whole = (Piece(text),) if isinstance(text, str) else text
    rows: list[Sequence[Piece]] = [whole]
    if any("\n" in piece.text for piece in whole):
        rows = _parted(whole)
    return [row for row in rows if any(piece.text.strip() for piece in row)]


def _parted(text: Sequence[Piece]) -> list[Sequence[Piece]]:
    rows: list[list[Piece]] = [[]]
    for piece in text:
        first, *rest = piece.text.split("\n")
        rows[-1].append(replace(piece, text=first))
        rows += [[replace(piece, text=each)] for each in rest]
    return [*rows]


@dataclass(slots=True)
class Table(Block):
    """Rows of cells in columns of fixed ``widths``; the first ``header`` rows are repeated.

    ``padding`` is the air above and below a cell's content, ``gutter`` between the
    columns. Rows are cut only on an empty page. A table no taller than ``whole`` is not
    cut while a page can hold it. The ``caption`` stands above the first row and is not
    repeated.
    """

    rows: list[CellRow]
    widths: tuple[float, ...]
    header: int = 0
    padding: float = 4.0
    gutter: float = 8.0
    whole: float = 0.0
    repeated: bool = False
    caption: Paragraph | None = None
    _heights: list[float] = field(default_factory=list, init=False)
    _begun: "Table | None" = field(default=None, init=False)

    def _front(self) -> "Table":
        """Return the first rows of a long table, which fill a page and more; else itself.

        A table of thousands of rows would be measured whole again for every page.
        """
        if len(self.rows) < 2 * _AHEAD:
            return self
        if self._begun is None:
            front = replace(self, rows=self.rows[:_AHEAD])
            self._begun = self if front.height(0) < _TALLER else front
        return self._begun

    def _span(self, column: int, cell: TableCell) -> float:
        end = column + cell.colspan
        last = end == len(self.widths)
        inner = sum(self.widths[column:end])
        return max(inner - cell.indent - (0.0 if last else self.gutter), 1.0)

    def heights(self) -> list[float]:
        """Measure the rows, once."""
        if not self._heights:
            self._heights = [
                self._tall(row) + (1 if row.close else 2) * self.padding for row in self.rows
            ]
        return self._heights

    def _tall(self, row: CellRow) -> float:
        spans = (cell.stack.height(self._span(column, cell)) for column, cell in row.placed())
        return max(spans, default=0.0)

    def height(self, _width: float) -> float:
        """Measure the caption and all rows, or as many as no page can hold."""
        return self._lead() + sum(self._front().heights())

    def tallest(self) -> float:
        """Measure the tallest of the rows, in a long table of those that fill a page."""
        return max(self._front().heights(), default=0.0)

    def _lead(self) -> float:
        return self.caption.height(sum(self.widths)) + self.caption.after if self.caption else 0.0

    def least(self, width: float) -> float:
        """Measure the headings and the rows that must follow them."""
        if self._short():
            return self.height(width)
        front = self._front()
        if front is not self:
            return front.least(width)
        ends = (row + 1 for row in range(self.header, len(self.rows)) if not self.rows[row].keep)
        first = next(ends, len(self.rows))
        return self._lead() + sum(self.heights()[: next(ends, first)])

    def _short(self) -> bool:
        return self.height(0) <= self.whole

    def _head(self) -> float:
        return self._lead() + sum(self.heights()[: self.header])

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
        best, fitting = self._fitting(room - self._lead())
        if force and best <= self.header:
            cut = self._inside(fitting, room - self._lead())
            if cut:
                return cut
        row = best if best > self.header or not force else fitting
        return self._parts(self.rows[:row], self.rows[row:]) if row > self.header else None

    def _fitting(self, room: float) -> tuple[int, int]:
        """Count the rows before the last good place to cut in ``room``, and all that fit."""
        used, best, fitting = 0.0, 0, 0
        for row, tall in enumerate(self.heights()):
            used += tall
            if used > room + SLACK:
                break
            fitting = row + 1
            if self.header < fitting < len(self.rows) and not self.rows[row].keep:
                best = fitting
        return best, fitting

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

    def _parts(self, above: list[CellRow], below: list[CellRow]) -> tuple[Block, Block]:
        rows = [*self.rows[: self.header], *below]
        first = replace(self, rows=above, after=0.0)
        rest = replace(
            self, rows=rows, repeated=self.header > 0, before=0.0, caption=None, whole=0.0
        )
        return first, rest

    def _inside(self, row: int, room: float) -> tuple[Block, Block] | None:
        """Cut inside ``row``, the first that does not fit."""
        if row < self.header or row >= len(self.rows):
            return None
        left = room - sum(self.heights()[:row]) - 2 * self.padding
        cuts = [self._cut(cell, column, left) for column, cell in self.rows[row].placed()]
        if not any(first.stack.blocks for first, _ in cuts):
            return None
        upper = replace(self.rows[row], cells=[first for first, _ in cuts], keep=False)
        lower = replace(self.rows[row], cells=[rest for _, rest in cuts])
        return self._parts([*self.rows[:row], upper], [lower, *self.rows[row + 1 :]])

    def _cut(self, cell: TableCell, column: int, room: float) -> tuple[TableCell, TableCell]:
        width = self._span(column, cell)
        if cell.stack.height(width) <= room + SLACK:
            return cell, replace(cell, stack=Stack())
        parts = cell.stack.split(width, room, True) if room > 0 else None
        if parts is None or parts[0].height(width) > room + SLACK:
            return replace(cell, stack=Stack()), cell
        return replace(cell, stack=stacked(parts[0])), replace(cell, stack=stacked(parts[1]))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, _width: float) -> None:
        """Draw the caption, the rules, then the cells row by row."""
        if self.caption:
            self.caption.draw(canvas, x, top, sum(self.widths))
            top -= self._lead()
        edges = [top]
        for tall in self.heights():
            edges.append(edges[-1] - tall)
        for foot, row in zip(edges[1:], self.rows, strict=True):
            if row.rule:
                canvas.rule(x, foot, sum(self.widths), row.rule, row.colour)
        for place, row in enumerate(self.rows):
            if self.repeated and place < self.header:
                with canvas.furniture("Repeat"):
                    self._draw_row(canvas, row, x, edges[place], edges[place + 1])
            else:
                self._draw_row(canvas, row, x, edges[place], edges[place + 1])

    def _draw_row(
        self, canvas: TaggedCanvas, row: CellRow, x: float, top: float, foot: float
    ) -> None:
        for column, cell in row.placed():
            left = x + sum(self.widths[:column]) + cell.indent
            span = self._span(column, cell)
            start = top - self.padding
            if cell.low:
                start = foot + self.padding + cell.stack.height(span)
            if cell.line:
                canvas.rule(left, foot, span, 0.6, cell.line)
            cell.stack.draw(canvas, left, start, span)


def _longer(block: Block, rows: list[CellRow]) -> Block:
    """Put ``rows`` after those of the table that a cut left."""
    if isinstance(block, Stack):
        return replace(block, blocks=[*block.blocks[:-1], _longer(block.blocks[-1], rows)])
    assert isinstance(block, Table)
    return replace(block, rows=[*block.rows, *rows])
