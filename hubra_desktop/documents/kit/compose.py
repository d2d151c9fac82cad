"""The usual parts of a document, each added to the tree and returned as a block.

Document modules say what they want (a section, a list, a table of figures); this
module knows which elements that makes and which style of the look it takes.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from hubra_desktop.documents.kit.blocks import Block, Figure, Paragraph, Stack, paragraph
from hubra_desktop.documents.kit.frames import Hanging
from hubra_desktop.documents.kit.links import linked
from hubra_desktop.documents.kit.pictures import picture
from hubra_desktop.documents.kit.style import MM, Look
from hubra_desktop.documents.kit.table import Cell, Row, Table
from hubra_desktop.documents.kit.tree import Element

Align = Literal["left", "right"]


def heading(parent: Element, level: Literal[1, 2, 3], text: str, look: Look) -> Paragraph:
    """Add a heading; levels must not be skipped."""
    styles = {1: look.title, 2: look.section, 3: look.subsection}
    tags: dict[int, Literal["H1", "H2", "H3"]] = {1: "H1", 2: "H2", 3: "H3"}
    return paragraph(parent.add(tags[level]), text, styles[level])


def prose(parent: Element, text: str, look: Look) -> list[Block]:
    """Add running text, a paragraph for every stretch between blank lines."""
    stretches = (stretch.strip() for stretch in text.replace("\r\n", "\n").split("\n\n"))
    return [
        paragraph(parent.add("P"), linked(stretch), look.text) for stretch in stretches if stretch
    ]


def listing(parent: Element, items: Sequence[str], look: Look, numbered: bool = False) -> Stack:
    """Add a list; ``numbered`` counts 1, 2, 3, else every item has a dot."""
    whole = parent.add("L")
    whole.numbering = "Decimal" if numbered else "Disc"
    style = replace(look.text, after=0.2 * look.body)
    blocks: list[Block] = []
    for place, item in enumerate(items, 1):
        entry = whole.add("LI")
        label = paragraph(entry.add("Lbl"), f"{place}." if numbered else "•", style)
        text = paragraph(entry.add("LBody").add("P"), linked(item), style)
        indent = max(1.4 * look.body, label.natural() + 0.5 * look.body)
        blocks.append(Hanging(label, Stack([text]), indent, after=style.after))
    return Stack(blocks, after=0.5 * look.body)


def data_table(
    parent: Element, header: Sequence[str], rows: Sequence[Sequence[str]],
    widths: Sequence[float], look: Look, right: frozenset[int] = frozenset(),
) -> Table:  # fmt: skip
    """Add a table with column headings; the first cell of a row is its heading.

    ``right`` names the columns that are set to the right (figures). ``widths`` are
    in points, one for each column.
    """
    whole = parent.add("Table")
    head = whole.add("THead").add("TR")
    label = look.label
    cells = [
        Cell(Stack([paragraph(head.cell("TH", scope="Column").add("P"), text, aligned)]))
        for text, aligned in (
            (text, replace(label, align="right") if place in right else label)
            for place, text in enumerate(header)
        )
    ]
    made = [Row(cells, keep=True, rule=0.9, colour=look.accent)]
    body = whole.add("TBody")
    made += [_data_row(body.add("TR"), row, look, right) for row in rows]
    return Table(
        made, tuple(widths), header=1, padding=0.4 * look.body, gutter=look.body,
        before=0.5 * look.body, after=look.body,
    )  # fmt: skip


def _data_row(line: Element, row: Sequence[str], look: Look, right: frozenset[int]) -> Row:
    cells = []
    for place, text in enumerate(row):
        cell = line.cell("TD") if place else line.cell("TH", scope="Row")
        style = replace(look.cell, align="right") if place in right else look.cell
        filled = [paragraph(cell.add("P"), linked(text), style)] if text.strip() else []
        cells.append(Cell(Stack(list[Block](filled))))
    return Row(cells)


def illustration(parent: Element, data: bytes, spoken: str, look: Look, width: float) -> Figure:
    """Add a picture, at most ``width`` points wide, with the words that are read in its place.

    Raises BadPictureError for what is not a picture.
    """
    element = parent.add("Figure")
    element.image, element.alt = data, spoken
    picture(data)
    return Figure(element, width, 180 * MM, before=0.5 * look.body, after=look.body)
