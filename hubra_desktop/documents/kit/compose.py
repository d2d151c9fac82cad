"""The usual parts of a document, each added to the tree and returned as a block.

Document modules say what they want (a section, a list, a table of figures); this
module knows which elements that makes and which style of the look it takes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from hubra_desktop.documents.kit.blocks import (
    Block,
    Break,
    Figure,
    HorizontalRule,
    Paragraph,
    Stack,
    paragraph,
)
from hubra_desktop.documents.kit.engine import BrokenDocumentError
from hubra_desktop.documents.kit.frames import Banner, Hanging
from hubra_desktop.documents.kit.links import linked
from hubra_desktop.documents.kit.pictures import picture
from hubra_desktop.documents.kit.style import HAIRLINE, MM, QUIET, Look, TextStyle
from hubra_desktop.documents.kit.table import CellRow, Table, TableCell
from hubra_desktop.documents.kit.tree import Element, Piece
from hubra_desktop.model.chart import Chart, chart_drawing, chart_text
from hubra_desktop.model.drawing import Drawing

Level = Literal[1, 2, 3]
Text = str | Sequence[Piece]
"""Text as typed, where addresses become links, or pieces that are ready."""

NO_ROWS: Final = "Inga uppgifter"
_TALLEST: Final = 180 * MM
_WHOLE: Final = 75 * MM
"""A table of figures as tall as this at most stands on one page."""
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def pieces(text: Text) -> tuple[Piece, ...]:
    """Return ``text`` as pieces, with links where it holds addresses."""
    return linked(text) if isinstance(text, str) else tuple(text)


def heading(parent: Element, level: Level, text: Text, look: Look) -> Paragraph:
    """Add a heading; levels must not be skipped."""
    styles = {1: look.title, 2: look.section, 3: look.subsection}
    tags: dict[int, Literal["H1", "H2", "H3"]] = {1: "H1", 2: "H2", 3: "H3"}
    return paragraph(parent.add(tags[level]), text, styles[level])


class Headings:
    """Adds headings to one document in order, counting them 1, 1.1, 1.2, 2 when ``numbered``.

    The document's own heading has no number. Appendices are counted apart, and what is
    below them has no number. A skipped level raises BrokenDocumentError.
    """

    def __init__(self, root: Element, look: Look, *, numbered: bool = False) -> None:
        """Begin counting."""
        self._root, self._look, self._numbered = root, look, numbered
        self._counts = [0, 0]
        self._level = 0
        self._appendices = 0

    def add(self, level: Level, text: str) -> Paragraph:
        """Add the next heading."""
        if level > self._level + 1:
            raise BrokenDocumentError(f"a heading of level {level} below level {self._level}")
        self._level = level
        return heading(self._root, level, self._label(level) + text, self._look)

    def nearest(self, wanted: int) -> Level:
        """Return the level nearest to ``wanted`` that may come next, below the document's own."""
        levels: tuple[Level, ...] = (2, 3)
        return levels[max(0, min(wanted - 2, self._level - 1, 1))]

    def _label(self, level: Level) -> str:
        if level == 1 or not self._numbered or self._appendices:
            return ""
        place = level - 2
        self._counts[place] += 1
        self._counts[place + 1 :] = [0] * (len(self._counts) - place - 1)
        return ".".join(str(count) for count in self._counts[: place + 1]) + "\u2002"

    def appendix(self, text: str) -> list[Block]:
        """Begin an appendix, on a page of its own, as a section: ``Bilaga 1. Text``."""
        self._appendices += 1
        return [Break(), self.add(2, f"Bilaga\u00a0{self._appendices}. {text}")]


def subtitle(parent: Element, text: str, look: Look) -> Paragraph:
    """Add the line below a document's own heading."""
    return paragraph(parent.add("P"), text, look.style(1.1, after=1.0, bold=True, keep=True))


def prose(parent: Element, text: str, look: Look) -> list[Block]:
    """Add running text, a paragraph for every stretch between blank lines."""
    stretches = (stretch.strip() for stretch in text.replace("\r\n", "\n").split("\n\n"))
    return [
        paragraph(parent.add("P"), linked(stretch), look.text) for stretch in stretches if stretch
    ]


def quote(parent: Element, stretches: Sequence[Text], look: Look) -> Banner:
    """Add somebody else's words, a paragraph for each of ``stretches``, behind a thin bar."""
    whole = parent.add("BlockQuote")
    style = replace(look.text, after=0.3 * look.body)
    stack = Stack([paragraph(whole.add("P"), pieces(text), style) for text in stretches])
    space = 0.6 * look.body
    return Banner(stack, HAIRLINE, 0.8 * look.body, before=space, after=1.4 * space, bar=2.0)


@dataclass(frozen=True, slots=True)
class NestedItem:
    """An item of a list that has a list of its own ``below`` it, with numbers or dots."""

    text: Text
    below: "Sequence[Text | NestedItem]" = ()
    numbered: bool = False


def listing(
    parent: Element, items: "Sequence[Text | NestedItem]", look: Look, numbered: bool = False
) -> Stack:
    """Add a list; ``numbered`` counts 1, 2, 3, else every item has a dot (a dash below)."""
    return _listing(parent, items, look, numbered, "•")


def _listing(
    parent: Element, items: "Sequence[Text | NestedItem]", look: Look, numbered: bool, dot: str
) -> Stack:
    whole = parent.add("L")
    whole.numbering = "Decimal" if numbered else "Disc"
    style = replace(look.text, after=0.2 * look.body)
    blocks: list[Block] = []
    for place, item in enumerate(items, 1):
        entry = item if isinstance(item, NestedItem) else NestedItem(item)
        line = whole.add("LI")
        label = paragraph(line.add("Lbl"), f"{place}." if numbered else dot, style)
        body = line.add("LBody")
        stack = Stack([paragraph(body.add("P"), pieces(entry.text), style)])
        if entry.below:
            stack.blocks.append(_listing(body, entry.below, look, entry.numbered, "–"))
        indent = max(1.4 * look.body, label.natural() + 0.5 * look.body)
        lonely = place in {1, len(items) - 1} and place < len(items)
        blocks.append(Hanging(label, stack, indent, after=style.after, keep=lonely))
    return Stack(blocks, after=0.5 * look.body if dot == "•" else style.after)


class Footnotes:
    """Notes of one document, counted; each is made where the text refers to it."""

    def __init__(self, look: Look) -> None:
        """Begin counting."""
        self._look = look
        self._count = 0
        self._waiting: list[Element] = []

    def add(self, text: Text) -> Piece:
        """Make a note that says ``text`` and return the mark that refers to it."""
        self._count += 1
        note = note_element(str(self._count), text)
        self._waiting.append(note)
        return Piece(str(self._count).translate(_RAISED), note=note)

    def close(self, parent: Element) -> list[Block]:
        """Print the notes made since last time, below a rule."""
        notes, self._waiting = self._waiting, []
        return note_blocks(parent, notes, self._look, ruled=True)


def note_element(mark: str, text: Text) -> Element:
    """Make a note, its mark and its text; it enters the tree when it is printed."""
    note = Element("Note")
    note.add("Lbl").pieces = (Piece(mark),)
    note.add("P").pieces = pieces(text)
    return note


def note_blocks(
    parent: Element, notes: Sequence[Element], look: Look, *, ruled: bool = False
) -> list[Block]:
    """Add ``notes``, made before they are printed, each with its mark in the margin."""
    blocks: list[Block] = []
    for note in notes:
        parent.adopt(note)
        label = Paragraph(note.kids[0], look.small)
        body = Stack([Paragraph(note.kids[1], look.small)])
        indent = max(1.1 * look.body, label.natural() + 0.4 * look.body)
        before = 0.3 * look.body if blocks else (0.6 if ruled else 1.0) * look.body
        blocks.append(Hanging(label, body, indent, before=before))
    if ruled and blocks:
        blocks.insert(0, HorizontalRule(0.5, before=1.4 * look.body))
    return blocks


def data_table(
    parent: Element, header: Sequence[str], rows: Sequence[Sequence[str]],
    widths: Sequence[float], look: Look, right: frozenset[int] = frozenset(), *,
    groups: Sequence[tuple[str, int]] = (), total: Sequence[str] = (), caption: str = "",
) -> Table:  # fmt: skip
    """Add a table with column headings; the first cell of a row is its heading.

    ``right`` names the columns that are set to the right (figures). ``widths`` are
    in points, one for each column. ``groups`` are headings above the column headings,
    each with the number of columns it spans; one without a name lets the column
    headings below it fill both rows. ``total`` is the sum row. ``caption`` says what
    the table shows. Without rows it says that there are none.
    """
    return _DataTable(parent, look, right).table(header, rows, widths, groups, total, caption)


class _DataTable:
    """Builds one table; used once."""

    def __init__(self, parent: Element, look: Look, right: frozenset[int]) -> None:
        self.element, self.look, self.right = parent.add("Table"), look, right
        self.headers: list[tuple[Element, ...]] = []

    def table(
        self, header: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float],
        groups: Sequence[tuple[str, int]], total: Sequence[str], caption: str,
    ) -> Table:  # fmt: skip
        look = self.look
        title = self._caption(caption)
        made = self._head(header, groups)
        count = len(made)
        body = self.element.add("TBody")
        made += [self._row(body.add("TR"), row, look.cell) for row in rows]
        if not rows:
            made.append(self._none(body.add("TR"), len(header)))
        if total:
            made[-1] = replace(made[-1], rule=0.9, colour=look.accent, keep=True)
            foot = self.element.add("TFoot").add("TR")
            made.append(self._row(foot, total, replace(look.cell, bold=True)))
        return Table(
            made, tuple(widths), header=count, padding=0.4 * look.body, gutter=look.body,
            before=(1.0 if title else 0.5) * look.body, after=look.body, caption=title,
            whole=_WHOLE,
        )  # fmt: skip

    def _none(self, line: Element, columns: int) -> CellRow:
        """Say that there is nothing to show: a table of headings alone is no table."""
        cell = line.cell("TD", colspan=columns)
        words = paragraph(cell.add("P"), NO_ROWS, replace(self.look.cell, colour=QUIET))
        return CellRow([TableCell(Stack([words]), colspan=columns)])

    def _caption(self, text: str) -> Paragraph | None:
        if not text:
            return None
        return paragraph(self.element.add("Caption").add("P"), text, caption_style(self.look))

    def _head(self, header: Sequence[str], groups: Sequence[tuple[str, int]]) -> list[CellRow]:
        head = self.element.add("THead")
        if not groups:
            line = head.add("TR")
            cells = [self._heading(line, place, text, 1) for place, text in enumerate(header)]
            return [self._lowest(cells)]
        upper, lower = head.add("TR"), head.add("TR")
        tops: list[TableCell] = []
        bottoms: list[TableCell] = []
        place = 0
        for name, span in groups:
            columns = range(place, place + span)
            place += span
            if not name:
                tops += [self._heading(upper, column, header[column], 2) for column in columns]
                continue
            tops.append(self._group(upper, name, span))
            over = self.headers.pop()
            bottoms += [self._heading(lower, column, header[column], 1) for column in columns]
            self.headers[-span:] = [(*over, *own) for own in self.headers[-span:]]
        return [CellRow(tops, keep=True, rule=0), self._lowest(bottoms)]

    def _lowest(self, headings: list[TableCell]) -> CellRow:
        """Make the row of column headings that the table's body stands below."""
        return CellRow(headings, keep=True, rule=0.9, colour=self.look.accent)

    def _group(self, line: Element, name: str, span: int) -> TableCell:
        cell = line.cell("TH", colspan=span, scope="Column")
        self.headers.append((cell,))
        style = replace(self.look.label, align="center")
        stack = Stack([paragraph(cell.add("P"), name, style)])
        return TableCell(stack, colspan=span, low=True, line=HAIRLINE)

    def _heading(self, line: Element, column: int, text: str, span: int) -> TableCell:
        cell = line.cell("TH", rowspan=span, scope="Column")
        cell.figures = column in self.right
        self.headers.append((cell,))
        style = self._style(column, self.look.label)
        return TableCell(Stack([paragraph(cell.add("P"), text, style)]), rowspan=span, low=True)

    def _style(self, column: int, style: TextStyle) -> TextStyle:
        """Set figures to the right, every digit as wide as the others."""
        return replace(style, align="right", kerning=False) if column in self.right else style

    def _row(self, line: Element, row: Sequence[str], style: TextStyle) -> CellRow:
        cells = []
        two_rows = any(len(headers) > 1 for headers in self.headers)
        names: tuple[Element, ...] = ()
        for place, text in enumerate(row):
            cell = line.cell("TD") if place else line.cell("TH", scope="Row")
            cell.figures = place in self.right
            if place and two_rows:
                cell.headers = (*self.headers[place], *names)
            names = names or (cell,)
            filled = (
                [paragraph(cell.add("P"), linked(text, style.bold), self._style(place, style))]
                if text.strip()
                else []
            )
            cells.append(TableCell(Stack(list[Block](filled))))
        return CellRow(cells)


def caption_style(look: Look) -> TextStyle:
    """Return the style of the words that tell what a table or a picture shows."""
    return look.style(0.92, 1.3, bold=True, after=0.45, hyphens=False, balance=True)


def illustration(
    parent: Element, shown: bytes | Drawing, spoken: str, look: Look, width: float,
    caption: str = "",
) -> Block:  # fmt: skip
    """Add a picture, at most ``width`` points wide, with the words that are read in its place.

    ``shown`` is a PNG or JPEG, or a drawing. Raises BadPictureError for what is not a
    picture.
    """
    group = parent.add("Div") if caption else parent
    blocks: list[Block] = []
    if caption:
        style = replace(caption_style(look), keep=True)
        blocks.append(paragraph(group.add("Caption").add("P"), caption, style))
    element = group.add("Figure")
    element.alt = spoken
    if isinstance(shown, Drawing):
        element.drawing = shown
    else:
        element.image = shown
        picture(shown)
    figure = Figure(element, width, _TALLEST, before=0.5 * look.body, after=look.body)
    if not caption:
        return figure
    before, after = 1.0 * look.body, 1.2 * look.body
    return Stack([*blocks, replace(figure, before=0.0)], before, after, together=True)


def diagram(
    parent: Element, chart: Chart, look: Look, measure: float, height: float = 60 * MM,
    spoken: str = "",
) -> Block:  # fmt: skip
    """Add ``chart`` across the ``measure`` with its title above and all its values as words.

    ``spoken`` is read in its place, by default every value there is. All sizes in points.
    """
    shown = chart_drawing(chart, measure, height, look.accent_ink)
    return illustration(parent, shown, spoken or chart_text(chart), look, measure, chart.title)
