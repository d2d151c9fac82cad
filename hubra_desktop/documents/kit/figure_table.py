"""Tables of figures with groups and sums: budgets, ledgers, lists of grants.

A row stays on one line where the page is wide enough. Where it is not (large print), every
row becomes a small table of its own: its name above, a line for each figure below.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple, Self

from hubra_desktop.documents.kit.blocks import Block, paragraph
from hubra_desktop.documents.kit.columns import ColumnNeed, StyledText, column_widths
from hubra_desktop.documents.kit.compose import (
    NO_ROWS,
    WHOLE,
    Level,
    Text,
    caption_style,
    heading,
    pieces,
)
from hubra_desktop.documents.kit.formal import StatedFact, named_rows, names_width
from hubra_desktop.documents.kit.style import HAIRLINE, MM, QUIET, SMALLEST, Look, TextStyle
from hubra_desktop.documents.kit.table import CellRow, Table, text_cell
from hubra_desktop.documents.kit.tree import Element, Piece

_SCALE: Final = 0.87
"""The size of a cell's text, in body sizes; never below the smallest that reads well."""
_WORDS: Final = 0.94
"""The size of a cell's text in a table without figures, in body sizes."""
_STEP: Final = 0.9
"""How far a row is set in for each level, in body sizes."""
_OWN: Final = 115 * MM
"""A row that is a table of its own stands on one page, if it is as tall as half of one at most."""


Columns = Mapping[str, float]
"""The columns' names, each with its share of what the figures leave; 0 for a column of figures."""


class NamedSum(str):
    """A sum in a column that it is no value of: ``Netto 45 080``, with its own name."""

    __slots__ = ("amount", "name")

    def __new__(cls, name: str, amount: str) -> Self:
        """Make the text of a cell, which keeps its two parts."""
        made = super().__new__(cls, f"{name} {amount}")
        made.name, made.amount = name, amount
        return made

    name: str
    amount: str


class FigureLine(NamedTuple):
    """A row: a cell for each column, how deep it stands, whether it is a sum."""

    cells: Sequence[Text]
    depth: int = 0
    strong: bool = False


class FigureGroup(NamedTuple):
    """Rows under a name of their own (none when empty), with their sum.

    The rows are parted by rules only when they are ``ruled``; pieces of a name have their own
    weight.
    """

    name: Text
    lines: Sequence[FigureLine]
    total: Sequence[Text] = ()
    ruled: bool = True


def figure_table(
    parent: Element, columns: Columns, groups: Sequence[FigureGroup], look: Look,
    measure: float, *, total: Sequence[Text] = (), caption: str = "", level: Level = 3,
    alike: Sequence[Sequence[Text]] = (),
) -> list[Block]:  # fmt: skip
    """Add ``groups`` of rows with their sums; the first cell of a row is its heading.

    ``total`` is the sum of all. ``level`` is that of the groups' headings where every row
    becomes a table of its own. Without rows it has one that is empty. ``alike`` are rows
    of other tables that shall have the same columns.
    """
    made = _FigureTable(parent, columns, groups, look, total, alike)
    widths = made.widths(measure)
    if widths is None:
        return list(made.upright(measure, level, caption))
    return [made.across(widths, caption)]


def fits(
    columns: Columns, groups: Sequence[FigureGroup], look: Look, measure: float, *,
    total: Sequence[Text] = (),
) -> bool:  # fmt: skip
    """Tell whether the rows stand on one line each within the measure, in points."""
    return (
        _FigureTable(Element("Table"), columns, groups, look, total, ()).widths(measure) is not None
    )


def filled_columns(
    columns: Columns, groups: Sequence[FigureGroup]
) -> tuple[Columns, list[FigureGroup]]:
    """Leave out the columns that no row says anything in."""
    rows = [row for group in groups for row in (*(line.cells for line in group.lines), group.total)]
    kept = [
        place for place in range(len(columns))
        if any(_plain(row[place]) for row in rows if row)
    ]  # fmt: skip
    names = list(columns)
    return {names[place]: columns[names[place]] for place in kept}, [
        group._replace(
            lines=[line._replace(cells=[line.cells[at] for at in kept]) for line in group.lines],
            total=[group.total[at] for at in kept] if group.total else (),
        )
        for group in groups
    ]


class _FigureTable:
    """Builds one table; used once."""

    def __init__(
        self,
        parent: Element,
        columns: Columns,
        groups: Sequence[FigureGroup],
        look: Look,
        total: Sequence[Text],
        alike: Sequence[Sequence[Text]],
    ) -> None:
        self.parent, self.look = parent, look
        self.names, self.shares = tuple(columns), tuple(columns.values())
        self.groups = [_told(group) for group in groups if group.lines or group.total]
        self.head = self._head_place()
        self.total, self.alike = total, alike
        smaller = _WORDS if all(self.shares) else _SCALE
        self.cell = look.style(max(smaller, SMALLEST / look.body), 1.3, hyphens=False)
        label = self.cell.size * (1.0 if look.large else 0.92)
        self.label = replace(look.label, size=label, leading=self.cell.leading)

    def widths(self, measure: float) -> tuple[float, ...] | None:
        """Give every column what it needs, the words the rest; None when there is too little."""
        columns = [
            ColumnNeed(StyledText(pieces(name), self.label), list(self._texts(place)), share)
            for place, (name, share) in enumerate(zip(self.names, self.shares, strict=True))
        ]
        return column_widths(columns, self.look, 0.8 * self.look.body, measure)

    def _texts(self, place: int) -> Iterator[StyledText]:
        """Yield what stands below a column's name, and how it is set."""
        strong = replace(self.cell, bold=True)
        for row in self.alike:
            yield StyledText(pieces(row[place]), self.cell)
        for group in self.groups:
            for line in group.lines:
                style = strong if line.strong else self.cell
                yield StyledText(pieces(line.cells[place]), style, self._step(place, line))
            if group.total:
                yield StyledText(pieces(group.total[place]), strong)
        if self.total:
            yield StyledText(pieces(self.total[place]), strong)

    def _head_place(self) -> int:
        """Return the column that tells what a row is about: the first, or words for a number."""
        lines = [line for group in self.groups for line in group.lines if not line.strong]
        widest = max(range(len(self.shares)), key=lambda place: self.shares[place])
        counted = all(_plain(line.cells[0]).isdigit() for line in lines)
        told = all(_plain(line.cells[widest]) for line in lines)
        return widest if lines and counted and told else 0

    def _step(self, place: int, row: FigureLine) -> float:
        """Return how far the first cell of a row is set in."""
        return 0.0 if place else row.depth * _STEP * self.look.body

    def across(self, widths: tuple[float, ...], caption: str) -> Table:
        """Set every row on one line."""
        look, table = self.look, self.parent.add("Table")
        title = None
        if caption:
            element = table.add("Caption").add("P")
            title = paragraph(element, caption, caption_style(look))
        rows = [self._header(table.add("THead").add("TR"))]
        for group in self.groups:
            rows += self._group(table.add("TBody"), group)
        if len(rows) == 1:
            rows.append(self._none(table.add("TBody").add("TR")))
        if self.total:
            rows[-1] = replace(rows[-1], rule=0.9, colour=look.accent, keep=True)
            rows.append(
                self._row(table.add("TFoot").add("TR"), FigureLine(self.total, strong=True))
            )
        return Table(
            rows, widths, header=1, padding=self._padding(), gutter=0.8 * look.body,
            before=(1.0 if title else 0.5) * look.body, after=look.body, caption=title,
            whole=WHOLE,
        )  # fmt: skip

    def _padding(self) -> float:
        """Return the air above and below a cell: less where rules part groups only."""
        ruled = any(group.ruled for group in self.groups) or not self.groups
        return (0.3 if ruled else 0.22) * self.look.body

    def _header(self, line: Element) -> CellRow:
        cells = [
            text_cell(
                line, name, self._set(self.label, share), scope="Column", figures=not share,
                low=True,
            )
            for name, share in zip(self.names, self.shares, strict=True)
        ]  # fmt: skip
        return CellRow(cells, keep=True, rule=0.9, colour=self.look.accent)

    def _set(self, style: TextStyle, share: float) -> TextStyle:
        """Set figures to the right, every digit as wide as the others."""
        return style if share else replace(style, align="right", kerning=False)

    def _group(self, body: Element, group: FigureGroup) -> Iterator[CellRow]:
        if group.name:
            yield self._named(body.add("TR"), group)
        last = len(group.lines) - 1
        for place, line in enumerate(group.lines):
            row = self._row(body.add("TR"), line)
            summed = bool(group.total) and place == last
            if summed:
                row = replace(row, keep=True, rule=0.7, colour=QUIET)
            elif not group.ruled and place < last:
                row = replace(row, keep=True, rule=0.0, close=True)
            yield row
        if group.total:
            row = self._row(body.add("TR"), FigureLine(group.total, strong=True))
            yield replace(row, rule=0.7, colour=HAIRLINE)

    def _named(self, line: Element, group: FigureGroup) -> CellRow:
        style = self.cell
        if isinstance(group.name, str):
            style = replace(style, bold=True, colour=self.look.accent_ink)
        span, above = len(self.names), 0.35 * self.look.body * group.ruled
        cell = text_cell(line, group.name, style, scope="Group", colspan=span, above=above)
        return CellRow([cell], keep=True, rule=0.5 * group.ruled, close=not group.ruled)

    def _none(self, line: Element) -> CellRow:
        """Say that there is nothing to show: a table of headings alone is no table."""
        quiet = replace(self.cell, colour=QUIET)
        return CellRow([text_cell(line, NO_ROWS, quiet, colspan=len(self.names))])

    def _row(self, line: Element, row: FigureLine) -> CellRow:
        cells, head = [], 0 if row.strong else self.head
        style = replace(self.cell, bold=True) if row.strong else self.cell
        for place, (text, share) in enumerate(zip(row.cells, self.shares, strict=True)):
            own = _bold(pieces(text)) if row.strong else pieces(text)
            cell = text_cell(
                line, own, self._set(style, share), scope="Row" if place == head else "",
                figures=not share,
                indent=self._step(place, row),
            )  # fmt: skip
            cells.append(cell)
        line.kids[head].depth = row.depth
        return CellRow(cells)

    def upright(self, measure: float, level: Level, caption: str) -> Iterator[Block]:
        """Set every row as a table of its own, below its group's heading."""
        if caption:
            style = replace(caption_style(self.look), keep=True)
            yield paragraph(self.parent.add("P"), caption, style)
        if not self.groups:
            yield paragraph(self.parent.add("P"), NO_ROWS, self.look.text)
        for group in self.groups:
            if group.name:
                yield heading(self.parent, level, group.name, self.look)
            for line in group.lines:
                yield self._own(line.cells, measure, self.head)
            if group.total:
                yield self._own(group.total, measure)
        if self.total:
            yield self._own(self.total, measure)

    def _own(self, cells: Sequence[Text], measure: float, head: int = 0) -> Block:
        """Set one row: its name as caption, below it the other columns that are not empty."""
        filled = [
            StatedFact(name, pieces(text))
            for place, (name, text) in enumerate(zip(self.names, cells, strict=True))
            if place != head and _plain(text) and not isinstance(text, NamedSum)
        ]
        own = [each for each in cells if isinstance(each, NamedSum)]
        filled += (StatedFact(each.name, pieces(each.amount)) for each in own)
        name = pieces(cells[head])
        if _plain(name).isdecimal():
            name = (Piece(f"{self.names[head]} "), *name)
        if not filled:
            return paragraph(self.parent.add("P"), name, self.look.text)
        return self._captioned(name, filled, measure)

    def _captioned(
        self, name: Sequence[Piece], filled: Sequence[StatedFact], measure: float
    ) -> Table:
        look, table = self.look, self.parent.add("Table")
        title = paragraph(table.add("Caption").add("P"), name, caption_style(look))
        rows = named_rows(table.add("TBody"), filled, look)
        first = names_width(self.names[1:], look, 0.5 * measure)
        return Table(
            rows, (first, measure - first), padding=0.12 * look.body, before=0.8 * look.body,
            after=1.1 * look.body, caption=title, whole=_OWN,
        )  # fmt: skip


def _told(group: FigureGroup) -> FigureGroup:
    """Say of each row that is a part of the one above that it is: *varav*."""
    top = min((line.depth for line in group.lines), default=0)
    return group._replace(lines=[_part(line) if line.depth > top else line for line in group.lines])


def _part(line: FigureLine) -> FigureLine:
    name = [Piece("varav ", quiet=True), *pieces(line.cells[0])]
    return line._replace(cells=[name, *line.cells[1:]])


def _plain(text: Text) -> str:
    return "".join(piece.text for piece in pieces(text)).strip()


def _bold(text: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(replace(piece, bold=True) for piece in text)
