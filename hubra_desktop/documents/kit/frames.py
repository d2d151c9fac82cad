"""Blocks that hold other blocks side by side or set them apart.

They are layout only: the elements inside keep their place in the logical tree, so
signatures side by side are read one after the other, not as a table.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hubra_desktop.documents.kit.blocks import SLACK, Block, Paragraph, Stack, stacked
from hubra_desktop.documents.kit.canvas import TaggedCanvas


@dataclass(slots=True)
class Hanging(Block):
    """A label to the left of a body: list items, notes, a footnote's mark.

    The label stands beside the first line; the rest of a cut body hangs alone.
    """

    label: Paragraph | None
    body: Stack
    indent: float

    def inside(self) -> Sequence[Block]:
        """Return the body."""
        return (self.body,)

    def height(self, width: float) -> float:
        """Measure the taller of label and body."""
        body = self.body.height(width - self.indent)
        return max(body, self.label.height(self.indent) if self.label else 0.0)

    def least(self, width: float) -> float:
        """Measure the body's first part."""
        return self.body.least(width - self.indent)

    def split(self, width: float, room: float, force: bool) -> tuple[Block, Block] | None:
        """Cut the body; the label stays with its first part."""
        cut = self.body.split(width - self.indent, room, force)
        if cut is None:
            return None
        first, rest = stacked(cut[0]), stacked(cut[1])
        return (
            replace(self, body=first, after=0.0),
            replace(self, label=None, body=rest, before=0.0),
        )

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw label and body from the same top."""
        if self.label:
            self.label.draw(canvas, x, top, self.indent)
        self.body.draw(canvas, x + self.indent, top, width - self.indent)


@dataclass(slots=True)
class Columns(Block):
    """Stacks side by side in equal columns; only a page that is too small cuts them."""

    stacks: Sequence[Block]
    gap: float
    count: int

    def _width(self, width: float) -> float:
        return (width - self.gap * (self.count - 1)) / self.count

    def height(self, width: float) -> float:
        """Measure the tallest column."""
        return max(stack.height(self._width(width)) for stack in self.stacks)

    def split(self, width: float, room: float, force: bool) -> tuple[Block, Block] | None:
        """Cut every column that is taller than an empty page."""
        column = self._width(width)
        cuts = [_cut(stack, column, room) for stack in self.stacks] if force else []
        if not any(stacked(rest).blocks for _, rest in cuts):
            return None
        firsts, rests = zip(*cuts, strict=True)
        return replace(self, stacks=firsts, after=0.0), replace(self, stacks=rests, before=0.0)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the columns from the left."""
        column = self._width(width)
        for place, stack in enumerate(self.stacks):
            stack.draw(canvas, x + place * (column + self.gap), top, column)


def _cut(block: Block, width: float, room: float) -> tuple[Block, Block]:
    """Cut ``block`` at ``room`` points; what fits or cannot be cut has an empty rest."""
    parts = block.split(width, room, True) if block.height(width) > room + SLACK else None
    return parts or (block, Stack())


@dataclass(slots=True)
class Banner(Block):
    """A stack behind a bar of colour: what must not be overlooked, said in words too."""

    stack: Stack
    colour: str
    padding: float
    bar: float = 3.0

    def inside(self) -> Sequence[Block]:
        """Return the stack."""
        return (self.stack,)

    def _inset(self) -> float:
        return self.bar + self.padding

    def height(self, width: float) -> float:
        """Measure the stack and the air around it."""
        return self.stack.height(width - self._inset()) + self.padding

    def least(self, width: float) -> float:
        """Measure the stack's first part."""
        return self.stack.least(width - self._inset()) + self.padding

    def split(self, width: float, room: float, force: bool) -> tuple[Block, Block] | None:
        """Cut the stack; both parts keep the bar."""
        cut = self.stack.split(width - self._inset(), room - self.padding, force)
        if cut is None:
            return None
        first, rest = stacked(cut[0]), stacked(cut[1])
        return replace(self, stack=first, after=0.0), replace(self, stack=rest, before=0.0)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the bar, then the stack."""
        tall = self.height(width)
        canvas.fill(x, top - tall, self.bar, tall, self.colour)
        inset = self._inset()
        self.stack.draw(canvas, x + inset, top - self.padding / 2, width - inset)
