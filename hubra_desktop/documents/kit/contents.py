"""The table of contents: every heading with its page and a link to it.

Pages are broken before anything is drawn, so the numbers are known when the contents are set.
"""

from dataclasses import dataclass, replace
from itertools import takewhile
from math import ceil, floor
from typing import Final

from hubra_desktop.documents.kit.blocks import Block, Paragraph, Stack, natural_width, paragraph
from hubra_desktop.documents.kit.canvas import TaggedCanvas, ink
from hubra_desktop.documents.kit.engine import BrokenDocumentError
from hubra_desktop.documents.kit.style import QUIET, Look
from hubra_desktop.documents.kit.tree import HEADINGS, Element, Piece

TITLE: Final = "Innehåll"
_INDENT: Final = 1.3
"""How far each level is set in, in body sizes."""
_PITCH: Final = 4.0
"""Points from dot to dot."""


class Contents:
    """The contents of one document, from its sections down.

    Make it where it is to be read and put ``block`` there; call ``close`` when all
    headings are in the tree. What stands before it, and itself, is not listed, nor are
    headings below the level ``deepest``.
    """

    def __init__(self, root: Element, look: Look, deepest: int = 9) -> None:
        """Begin the contents of ``root``: a heading, and a list that is filled later."""
        self._root, self._look, self._deepest = root, look, deepest
        self._title = root.add("H2")
        self._list = root.add("TOC")
        heading = paragraph(self._title, TITLE, replace(look.section, before=0.0))
        self._lines = Stack()
        self.block = Stack([heading, self._lines], after=1.5 * look.body)

    def close(self) -> None:
        """List the headings; a document without any has no contents."""
        headings = [
            element
            for element in _following(self._root, self._list)
            if 2 <= HEADINGS.get(element.tag, 0) <= self._deepest
        ]
        if not headings:
            self._root.kids = [
                kid for kid in self._root.kids if kid not in {self._title, self._list}
            ]
            self.block.blocks = []
            return
        self._level(self._list, headings, HEADINGS[headings[0].tag], 0)

    def _level(self, parent: Element, headings: list[Element], level: int, depth: int) -> None:
        """Add the headings of one ``level``, each followed by those below it."""
        rest = headings
        while rest:
            first, *rest = rest
            item = parent.add("TOCI")
            self._lines.blocks.append(self._line(item, first, depth))
            below = list(takewhile(lambda heading: HEADINGS[heading.tag] > level, rest))
            if below:
                self._level(item.add("TOC"), below, HEADINGS[below[0].tag], depth + 1)
            rest = rest[len(below) :]

    def _line(self, item: Element, heading: Element, depth: int) -> "ContentsLine":
        look, line = self._look, item.add("P")
        line.pieces = (Piece(heading.text, goto=heading),)
        link = line.add("Reference").add("Link")
        link.pieces = (Piece(heading.text),)
        # What has nothing below it stands closer, as a plain list.
        flat = self._deepest == 2
        before = 0.25 if flat else 0.6 if depth == 0 else 0.1
        bold = depth == 0 and not flat
        style = look.style(before=before, bold=bold, hyphens=False, kerning=False)
        room = natural_width("000", style)
        title = Paragraph(link, style)
        link.pieces = line.pieces
        return ContentsLine(line, title, room, depth * _INDENT * look.body, before=style.before)


def _following(root: Element, mark: Element) -> list[Element]:
    elements = list(root.walk())
    return elements[elements.index(mark) + 1 :]


@dataclass(slots=True)
class ContentsLine(Block):
    """A heading's words, dots, and the number of its page in ``room`` points.

    ``line`` is the element of all three, ``title`` the words as a link to the heading.
    """

    line: Element
    title: Paragraph
    room: float
    indent: float

    def _measure(self, width: float) -> float:
        return width - self.indent - self.room - 2 * self.title.style.size

    def height(self, width: float) -> float:
        """Measure the words, which may need several lines."""
        return self.title.height(self._measure(width))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw words, dots and number; the whole line leads to the heading.

        Raises BrokenDocumentError when the heading is not on any page.
        """
        link, style = self.title.element, self.title.style
        heading = link.pieces[0].goto
        if heading is None or heading not in canvas.numbers:
            raise BrokenDocumentError("the contents list a heading that is on no page")
        number = canvas.numbers[heading]
        link.alt = f"{heading.text}, sida {number}"
        measure, foot = self._measure(width), top - self.height(width)
        self.title.draw(canvas, x + self.indent, top, measure)
        right = replace(style, align="right")
        shown = paragraph(self.line.add("Span"), f"\u00a0{number}", right)
        start = self.indent + self.title.lines(measure)[-1].width
        _dots(canvas, x + start, x + width - shown.natural(), foot + 0.3 * style.leading)
        shown.draw(canvas, x, foot + style.leading, width)
        canvas.widen_link(link, (x + self.indent, foot, x + width, top))


def _dots(canvas: TaggedCanvas, start: float, end: float, y: float) -> None:
    """Draw dots between two words; those of all lines stand under each other."""
    first, last = ceil(start / _PITCH) + 1, floor(end / _PITCH) - 1
    if first >= last:
        return
    canvas.artifact(
        f"{ink(QUIET)} RG 0.9 w 1 J [0 {_PITCH}] 0 d",
        f"{first * _PITCH:.2f} {y:.2f} m {last * _PITCH + 0.1:.2f} {y:.2f} l S",
    )
