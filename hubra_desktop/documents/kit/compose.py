"""The usual parts of a document, each added to the tree and returned as a block."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from hubra_desktop.documents.kit.blocks import (
    Block,
    Break,
    Figure,
    Paragraph,
    Stack,
    paragraph,
)
from hubra_desktop.documents.kit.engine import BrokenDocumentError
from hubra_desktop.documents.kit.frames import Banner, Hanging
from hubra_desktop.documents.kit.links import link_addresses
from hubra_desktop.documents.kit.style import HAIRLINE, MM, Look, TextStyle
from hubra_desktop.documents.kit.table import CellRow, Table, text_cell
from hubra_desktop.documents.kit.tree import HEADINGS, Element, Piece
from hubra_desktop.model.drawing import Drawing

Level = Literal[1, 2, 3]
Text = str | Sequence[Piece]
"""Text as typed, where addresses become links, or pieces that are ready."""

NO_ROWS: Final = "Inga uppgifter"
_TALLEST: Final = 180 * MM
"""The tallest drawing: caption and text still have room on its page."""
WHOLE: Final = 45 * MM
"""A table of figures as tall as this at most stands on one page."""


def pieces(text: Text) -> tuple[Piece, ...]:
    """Return ``text`` as pieces, with links where it holds addresses."""
    return link_addresses(text) if isinstance(text, str) else tuple(text)


def heading(parent: Element, level: Level, text: Text, look: Look) -> Paragraph:
    """Add a heading; levels must not be skipped."""
    styles = {1: look.title, 2: look.section, 3: look.subsection}
    tag = next(tag for tag, place in HEADINGS.items() if place == level)
    return paragraph(parent.add(tag), text, styles[level])


class Headings:
    """Adds headings to one document in order; a skipped level raises BrokenDocumentError."""

    def __init__(self, root: Element, look: Look) -> None:
        """Begin counting appendices."""
        self._root, self._look = root, look
        self._level = 0
        self._appendices = 0

    def add(self, level: Level, text: Text) -> Paragraph:
        """Add the next heading."""
        if level > self._level + 1:
            raise BrokenDocumentError(f"a heading of level {level} below level {self._level}")
        self._level = level
        return heading(self._root, level, text, self._look)

    def nearest(self, wanted: int) -> Level:
        """Return the level nearest to ``wanted`` that may come next, below the document's own."""
        levels: tuple[Level, ...] = (2, 3)
        return levels[max(0, min(wanted - 2, self._level - 1, 1))]

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
        paragraph(parent.add("P"), link_addresses(stretch), look.text)
        for stretch in stretches
        if stretch
    ]


def quote(parent: Element, stretches: Sequence[Text], look: Look) -> Banner:
    """Add somebody else's words, a paragraph for each of ``stretches``, behind a thin bar."""
    whole = parent.add("BlockQuote")
    style = replace(look.text, after=0.3 * look.body)
    stack = Stack([paragraph(whole.add("P"), pieces(text), style) for text in stretches])
    space, air = 0.6 * look.body, 0.8 * look.body
    return Banner(stack, 2.0 + air, HAIRLINE, 2.0, padding=air, before=space, after=1.4 * space)


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
        blocks.append(Hanging(stack, indent, label, after=style.after, tail=lonely))
    return Stack(blocks, after=0.5 * look.body if dot == "•" else style.after)


def note_element(mark: str, text: Text) -> Element:
    """Make a note, its mark and its text; it enters the tree when it is printed."""
    note = Element("Note")
    note.add("Lbl").pieces = (Piece(mark),)
    note.add("P").pieces = pieces(text)
    return note


def note_blocks(parent: Element, notes: Sequence[Element], look: Look) -> list[Block]:
    """Add ``notes``, made before they are printed, each with its mark in the margin."""
    blocks: list[Block] = []
    for note in notes:
        parent.adopt(note)
        label = Paragraph(note.kids[0], look.small)
        body = Stack([Paragraph(note.kids[1], look.small)])
        indent = max(1.1 * look.body, label.natural() + 0.4 * look.body)
        before = (0.3 if blocks else 1.0) * look.body
        blocks.append(Hanging(body, indent, label, before=before))
    return blocks


def data_table(
    parent: Element, header: Sequence[str], rows: Sequence[Sequence[str]],
    widths: Sequence[float], look: Look,
) -> Table:  # fmt: skip
    """Add a table with column headings; the first cell of a row is its heading.

    ``widths`` are in points, one for each column.
    """
    element = parent.add("Table")
    made = [column_headings_row(element.add("THead").add("TR"), header, look)]
    body = element.add("TBody")
    for row in rows:
        line = body.add("TR")
        cells = [
            text_cell(line, link_addresses(text), look.cell, scope="" if place else "Row")
            for place, text in enumerate(row)
        ]
        made.append(CellRow(cells))
    return Table(
        made, tuple(widths), header=1, padding=0.4 * look.body, gutter=look.body,
        before=0.5 * look.body, after=look.body, whole=WHOLE,
    )  # fmt: skip


def column_headings_row(line: Element, names: Sequence[str], look: Look) -> CellRow:
    """Add the row of column headings that a table's body stands below."""
    cells = [text_cell(line, name, look.label, scope="Column", low=True) for name in names]
    return CellRow(cells, keep=True, rule=0.9, colour=look.accent)


def caption_style(look: Look) -> TextStyle:
    """Return the style of a caption."""
    return look.style(0.92, 1.3, bold=True, after=0.45, hyphens=False, balance=True)


def illustration(
    parent: Element, shown: Drawing, alt: str, look: Look, width: float, caption: str = ""
) -> Block:
    """Add a drawing, at most ``width`` points wide, with the text ``alt`` for readers."""
    blocks: list[Block] = []
    whole = parent.add("Div") if caption else parent
    if caption:
        style = replace(caption_style(look), keep=True)
        blocks.append(paragraph(whole.add("Caption").add("P"), caption, style))
    element = whole.add("Figure")
    element.alt, element.drawing = alt, shown
    figure = Figure(element, width, _TALLEST, before=0.5 * look.body, after=look.body)
    if not caption:
        return figure
    blocks.append(replace(figure, before=0.0))
    return Stack(blocks, before=look.body, after=1.2 * look.body, together=True)
