"""Blocks: how the things of the tree look and where they may be cut.

A block knows its height at a width, can be cut at a page's end and can draw itself.
It points to elements of the logical tree and never makes a block element.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final, NamedTuple

from hubra_desktop.documents.kit.canvas import TaggedCanvas
from hubra_desktop.documents.kit.drawings import draw
from hubra_desktop.documents.kit.lines import SetLine, balanced, break_lines, without_widow
from hubra_desktop.documents.kit.style import HAIRLINE, TextStyle
from hubra_desktop.documents.kit.tree import HEADINGS, Element, Piece
from hubra_desktop.documents.kit.words import typeset

ORPHANS: Final = 2
"""The fewest lines of a paragraph that stand alone at a page's foot or head."""
SLACK: Final = 0.01
"""Points of rounding that never decide whether something fits."""


@dataclass(kw_only=True, eq=False)
class Block:
    """A piece of layout; ``before`` and ``after`` are spaces in points that do not add up.

    ``keep`` holds the block to the one that follows it, ``tail`` only its last part, where
    a page can hold both.
    """

    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    tail: bool = False

    def inside(self) -> "Sequence[Block]":
        """Return the blocks that this one is made of and that may hold headings."""
        return ()

    def height(self, _width: float) -> float:
        """Measure the block set ``_width`` points wide; one of no kind takes no room."""
        return 0.0

    def least(self, width: float) -> float:
        """Measure the smallest part that may stand at a page's foot."""
        return self.height(width)

    def split(self, _width: float, _room: float, _force: bool) -> "tuple[Block, Block] | None":
        """Cut the block so that the first part fits ``_room``; None when it stays whole.

        ``_force`` is set at the head of an empty page: then rules of beauty yield.
        """
        return None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the block with its upper left corner at (x, top)."""


class Paragraph(Block):
    """The text of one element, set in lines; a cut paragraph is still one element."""

    def __init__(self, element: Element, style: TextStyle, lines: Sequence[SetLine] = ()) -> None:
        """Set the pieces of ``element``; ``lines`` are given for the rest of a cut paragraph."""
        self.element = element
        self.style = style
        self.before, self.after, self.keep = style.before, style.after, style.keep
        self._words = None if lines else typeset(element, style)
        self._lines = list(lines)
        self._width = -1.0
        self._starts = not lines

    def lines(self, width: float) -> list[SetLine]:
        """Break the text at ``width``; a cut paragraph keeps the lines it was cut into."""
        if self._words is not None and self._width != width:
            breaker = balanced if self.style.balance else without_widow
            most = min(width, self.style.most or width)
            self._lines = breaker(self._words, most, self.style.hyphens)
            self._width = width
        return self._lines

    def heading(self) -> Element | None:
        """Return the heading that begins here, if this is one."""
        return self.element if self._starts and self.element.tag in HEADINGS else None

    def natural(self) -> float:
        """Measure the text set on one line (the longest, when it holds line breaks)."""
        return max(line.width for line in break_lines(self._words or (), 1e6, False))

    def height(self, width: float) -> float:
        """Measure all lines."""
        return len(self.lines(width)) * self.style.leading

    def least(self, width: float) -> float:
        """Measure the first lines that must stand together."""
        count = len(self.lines(width))
        return (count if count <= ORPHANS + 1 else ORPHANS) * self.style.leading

    def split(self, width: float, room: float, force: bool) -> tuple[Block, Block] | None:
        """Cut between lines, leaving two on both sides; a forced cut leaves one."""
        lines = self.lines(width)
        fit = int((room + SLACK) / self.style.leading)
        spare = 1 if force else ORPHANS
        fit = min(fit, len(lines) - spare)
        if fit < spare:
            return None
        first = Paragraph(self.element, replace(self.style, after=0.0), lines[:fit])
        first._starts = self._starts
        rest = Paragraph(self.element, replace(self.style, before=0.0), lines[fit:])
        return first, rest

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the lines; a heading enters itself in the outline."""
        style, lines = self.style, self.lines(width)
        canvas.place(self.element, top)
        if self.heading():
            canvas.outline(self.element, HEADINGS[self.element.tag], top + style.leading)
        baseline = top - (style.leading + style.size * 0.7) / 2
        painter = canvas.text()
        for row, line in enumerate(lines):
            painter.line(line, x + _shift(style, width, line), baseline - row * style.leading)
        painter.close()


def _shift(style: TextStyle, width: float, line: SetLine) -> float:
    if style.align == "right":
        return width - line.width
    return (width - line.width) / 2 if style.align == "center" else 0.0


def paragraph(element: Element, text: str | Sequence[Piece], style: TextStyle) -> Paragraph:
    """Give ``element`` its text and return the block that sets it."""
    element.pieces = (Piece(text),) if isinstance(text, str) else tuple(text)
    return Paragraph(element, style)


class TextWidths(NamedTuple):
    """How wide a text is on one line (its longest, if it has several), and its longest word."""

    natural: float
    longest: float


def text_widths(text: str | Sequence[Piece], style: TextStyle) -> TextWidths:
    """Measure ``text``, in points.

    A table measures each of its cells several times, and many hold the same figures.
    """
    pieces = (Piece(text.strip()),) if isinstance(text, str) else tuple(text)
    # What refers to an element would keep the whole document that the element stands in.
    refers = any(piece.note or piece.goto for piece in pieces)
    return _text_widths.__wrapped__(pieces, style) if refers else _text_widths(pieces, style)


@lru_cache(maxsize=4096)
def _text_widths(pieces: tuple[Piece, ...], style: TextStyle) -> TextWidths:
    words = typeset(Element("P", pieces=pieces), style)
    natural = max(line.width for line in break_lines(words, 1e6, False))
    return TextWidths(natural, max(word.width for word in words))


def natural_width(text: str | Sequence[Piece], style: TextStyle) -> float:
    """Measure ``text`` set on one line, in points."""
    return text_widths(text, style).natural


def shortened_to_fit(text: str, style: TextStyle, width: float, most: int) -> str:
    """Cut ``text`` at a space, with an ellipsis, until it fills at most ``most`` lines."""
    words = text.split()
    shown = text
    while len(words) > 1 and len(paragraph(Element("P"), shown, style).lines(width)) > most:
        words = words[: max(1, len(words) * 3 // 4)]
        shown = " ".join(words) + "…"
    return shown


@dataclass(slots=True)
class Stack(Block):
    """Blocks below each other; ``together`` lets only a page that is too small cut it."""

    blocks: list[Block] = field(default_factory=list)
    together: bool = False

    def inside(self) -> Sequence[Block]:
        """Return the blocks."""
        return self.blocks

    def height(self, width: float) -> float:
        """Measure the blocks and the spaces between them."""
        return sum(gap + block.height(width) for gap, block in spaced(self.blocks))

    def least(self, width: float) -> float:
        """Measure up to the first place where the stack may be cut."""
        if self.together or not self.blocks:
            return self.height(width)
        return chain(self.blocks, 0, width)

    def split(self, width: float, room: float, force: bool) -> tuple[Block, Block] | None:
        """Cut between blocks, or inside one."""
        if self.together and not force:
            return None
        cut = split_blocks(self.blocks, width, room, force)
        if cut is None or not (cut[0] and cut[1]):
            return None
        first, rest = cut
        return (
            replace(self, blocks=first, after=0.0),
            replace(self, blocks=rest, before=0.0, together=False),
        )

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the blocks from the top down."""
        for gap, block in spaced(self.blocks):
            top -= gap
            block.draw(canvas, x, top, width)
            top -= block.height(width)


def stacked(block: Block) -> Stack:
    """Return ``block`` as a stack, itself when it is one."""
    return block if isinstance(block, Stack) else Stack([block])


def spaced(blocks: Sequence[Block], start: int = 0) -> Iterator[tuple[float, Block]]:
    """Pair every block from ``start`` on with the space above it; the first has none."""
    gap = 0.0
    for place in range(start, len(blocks)):
        block = blocks[place]
        yield (max(gap, block.before) if place > start else 0.0), block
        gap = block.after


def chain(blocks: Sequence[Block], start: int, width: float) -> float:
    """Measure what must stand together from ``blocks[start]``: kept blocks and a first part."""
    total = 0.0
    for gap, block in spaced(blocks, start):
        if isinstance(block, Break):
            return total
        if not block.keep:
            return total + gap + block.least(width)
        total += gap + block.height(width)
    return total


def split_blocks(
    blocks: Sequence[Block], width: float, room: float, force: bool
) -> tuple[list[Block], list[Block]] | None:
    """Cut a row of blocks at ``room`` points; None when not even the first part fits.

    With ``force`` something always moves: the first block, if need be, uncut.
    """
    used = 0.0
    forced = force and chain(blocks, 0, width) > room + SLACK
    for place, (gap, block) in enumerate(spaced(blocks)):
        if place and isinstance(block, Break):
            return list(blocks[:place]), list(blocks[place:])
        room_here = room - used - gap
        tall = block.height(width)
        need = tall if forced else _need(blocks, place, width)
        if max(tall, need) <= room_here + SLACK:
            used += gap + tall
            forced = forced and block.keep
            continue
        parts = None
        if tall > room_here + SLACK:
            parts = block.split(width, room_here, forced)
        elif block.tail:
            parts = block.split(width, tall - 2 * SLACK, False)
        if parts:
            return [*blocks[:place], parts[0]], [parts[1], *blocks[place + 1 :]]
        if place == 0:
            # Nothing fits an empty page: the first block goes on alone.
            return (list(blocks[:1]), list(blocks[1:])) if force else None
        cut = _before_kept(blocks, place) or (place if force else 0)
        return (list(blocks[:cut]), list(blocks[cut:])) if cut else None
    return list(blocks), []


def _before_kept(blocks: Sequence[Block], place: int) -> int:
    """Go back from ``place`` past what is kept to it; 0 where that leaves nothing."""
    cut = place
    while cut and blocks[cut - 1].keep:
        cut -= 1
    return cut


def _need(blocks: Sequence[Block], place: int, width: float) -> float:
    """Measure ``blocks[place]`` and what must stand on the page with it or with its end."""
    block = blocks[place]
    if block.tail and place + 1 < len(blocks):
        gap = max(block.after, blocks[place + 1].before)
        return block.height(width) + gap + chain(blocks, place + 1, width)
    return chain(blocks, place, width) if block.keep else block.height(width)


@dataclass(slots=True)
class Space(Block):
    """Empty room of ``size`` points."""

    size: float
    keep: bool = field(default=True, kw_only=True)

    def height(self, _width: float) -> float:
        """Measure the room."""
        return self.size


@dataclass(slots=True)
class Break(Block):
    """A new page, unless one has just begun; only between a manuscript's own blocks."""


@dataclass(slots=True)
class HorizontalRule(Block):
    """A horizontal rule across the measure."""

    thickness: float = 0.5
    colour: str = HAIRLINE
    keep: bool = field(default=True, kw_only=True)

    def height(self, _width: float) -> float:
        """Measure the rule."""
        return self.thickness

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the rule."""
        canvas.rule(x, top - self.thickness / 2, width, self.thickness, self.colour)


@dataclass(slots=True)
class Figure(Block):
    """A drawing with alternative text, never wider than the measure, never cut.

    It is at most ``width`` by ``tallest`` points and keeps its proportions.
    """

    element: Element
    width: float
    tallest: float

    def _size(self, width: float) -> tuple[float, float]:
        assert self.element.drawing is not None
        ratio = self.element.drawing.height / self.element.drawing.width
        wide = min(self.width, width, self.tallest / ratio)
        return wide, wide * ratio

    def height(self, width: float) -> float:
        """Measure the drawing."""
        return self._size(width)[1]

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw against the left edge."""
        wide, tall = self._size(width)
        drawing = self.element.drawing
        assert drawing is not None
        with canvas.figure(self.element, (x, top - tall, x + wide, top)):
            draw(canvas, drawing, x, top, wide / drawing.width)
