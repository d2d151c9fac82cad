"""Blocks that hold other blocks side by side or set them apart.

They are layout only: the elements inside keep their place in the logical tree, so
signatures side by side are read one after the other, not as a table.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hubra_desktop.documents.kit.blocks import SLACK, Block, Paragraph, Stack, stacked
from hubra_desktop.documents.kit.canvas import TaggedCanvas
from hubra_desktop.documents.kit.columns import ColumnNeed, StyledText, column_widths
from hubra_desktop.documents.kit.style import ALARM, Look

_MOST_COLUMNS = 4
BAR = 3.0
"""The width of a banner's bar, in points."""


@dataclass(slots=True)
class Inset(Block):
    """A stack set ``inset`` points in from the left.

    ``padding`` is the air above and below it together, in points.
    """

    stack: Stack
    inset: float
    padding: float = field(default=0.0, kw_only=True)

    def inside(self) -> Sequence[Block]:
        """Return the stack."""
        return (self.stack,)

    def height(self, width: float) -> float:
        """Measure the stack and the air around it."""
        return self.stack.height(width - self.inset) + self.padding

    def least(self, width: float) -> float:
        """Measure the stack's first part."""
        return self.stack.least(width - self.inset) + self.padding

    def split(self, width: float, room: float, force: bool) -> tuple[Block, Block] | None:
        """Cut the stack; both parts look like the whole."""
        cut = self.stack.split(width - self.inset, room - self.padding, force)
        if cut is None:
            return None
        return replace(self, stack=stacked(cut[0]), after=0.0), self._rest(stacked(cut[1]))

    def _rest(self, stack: Stack) -> "Inset":
        return replace(self, stack=stack, before=0.0)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the stack."""
        left, below = x + self.inset, top - self.padding / 2
        self.stack.draw(canvas, left, below, width - self.inset)


@dataclass(slots=True)
class Hanging(Inset):
    """A label to the left of a stack: list items, notes, a footnote's mark.

    The label stands beside the first line; the rest of a cut stack hangs alone.
    """

    label: Paragraph | None

    def height(self, width: float) -> float:
        """Measure the taller of label and stack."""
        label = self.label.height(self.inset) if self.label else 0.0
        return max(Inset.height(self, width), label)

    def _rest(self, stack: Stack) -> Inset:
        return replace(self, stack=stack, label=None, before=0.0)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw label and stack from the same top."""
        if self.label:
            self.label.draw(canvas, x, top, self.inset)
        Inset.draw(self, canvas, x, top, width)


@dataclass(slots=True)
class Banner(Inset):
    """A stack behind a ``bar`` of colour: what must not be overlooked, said in words too."""

    colour: str
    bar: float = BAR

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the bar, then the stack."""
        tall = self.height(width)
        canvas.fill(x, top - tall, self.bar, tall, self.colour)
        Inset.draw(self, canvas, x, top, width)


def alarm(stack: Stack, look: Look, after: float) -> Banner:
    """Set ``stack`` behind a bar of alarm, with ``after`` body sizes below it."""
    for block in stack.blocks:
        if isinstance(block, Paragraph):
            block.element.role = "alarm"
    air = 0.8 * look.body
    return Banner(stack, BAR + air, ALARM, padding=air, after=after * look.body)


@dataclass(slots=True)
class Columns(Block):
    """Stacks side by side; only a page that is too small cuts them.

    The columns are equal, or as wide as ``widths`` says, in points.
    """

    stacks: Sequence[Block]
    gap: float
    count: int
    widths: tuple[float, ...] = ()

    def _widths(self, width: float) -> tuple[float, ...]:
        equal = (width - self.gap * (self.count - 1)) / self.count
        return self.widths or (equal,) * self.count

    def inside(self) -> Sequence[Block]:
        """Return the stacks."""
        return self.stacks

    def height(self, width: float) -> float:
        """Measure the tallest column."""
        return max(
            stack.height(column)
            for stack, column in zip(self.stacks, self._widths(width), strict=False)
        )

    def split(self, width: float, room: float, force: bool) -> tuple[Block, Block] | None:
        """Cut every column that is taller than an empty page."""
        columns = zip(self.stacks, self._widths(width), strict=False)
        cuts = [_cut(stack, column, room) for stack, column in columns] if force else []
        if not any(stacked(rest).blocks for _, rest in cuts):
            return None
        firsts, rests = zip(*cuts, strict=True)
        return replace(self, stacks=firsts, after=0.0), replace(self, stacks=rests, before=0.0)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the columns from the left."""
        for stack, column in zip(self.stacks, self._widths(width), strict=False):
            stack.draw(canvas, x, top, column)
            x += column + self.gap


def _cut(block: Block, width: float, room: float) -> tuple[Block, Block]:
    """Cut ``block`` at ``room`` points; what fits or cannot be cut has an empty rest."""
    parts = block.split(width, room, True) if block.height(width) > room + SLACK else None
    return parts or (block, Stack())


def shared_columns(parts: Sequence[Paragraph], look: Look, width: float) -> Columns:
    """Share short ``parts`` in order among the columns, the more the better, that are lowest."""
    gap = 1.6 * look.body
    tried = (_columns(parts, count, gap, look, width) for count in range(_MOST_COLUMNS, 0, -1))
    return min((each for each in tried if each), key=lambda each: each.height(width))


def _columns(
    parts: Sequence[Paragraph], count: int, gap: float, look: Look, width: float
) -> Columns | None:
    """Share ``parts`` among ``count`` columns, each as wide as it needs; None if they cannot be."""
    each = -(-len(parts) // count)
    shared = [parts[first : first + each] for first in range(0, len(parts), each)]
    if len(shared) < count:
        return None
    columns = [
        ColumnNeed(
            StyledText((), look.small),
            [StyledText(part.element.pieces, part.style) for part in column],
            1.0,
        )
        for column in shared
    ]
    widths = column_widths(columns, look, gap, width)
    if widths is None:
        return Columns([Stack(list(parts))], gap, 1) if count == 1 else None
    stacks = [Stack(list[Block](column)) for column in shared]
    return Columns(stacks, gap, count, (*(wide - gap for wide in widths[:-1]), widths[-1]))
