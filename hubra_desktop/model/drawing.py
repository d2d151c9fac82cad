"""Drawings as pure data: what a chart or a year's wheel looks like, whoever draws it.

The printed page, the HTML page and the window all draw the same shapes, so a chart
cannot differ between them. There are two: a path (straight lines and curves, stroked,
filled or hatched) and a label. Everything else is made of these by the functions below.

Lengths are points; x grows to the right and y *down* from the upper left corner.
Angles are degrees, clockwise from twelve o'clock.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, pi, radians, sin, tan
from typing import Final, Literal, NamedTuple

Point = tuple[float, float]
Hatch = Literal["", "rising", "falling", "cross", "level", "upright"]
"""How a surface is hatched, so that it can be told from others without colour."""


@dataclass(frozen=True, slots=True)
class MoveTo:
    """Begin a new line at a point."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Straight:
    """Go straight to a point."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Curve:
    """Go to (``x``, ``y``) by a cubic Bézier curve with two control points."""

    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float


Step = MoveTo | Straight | Curve


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """Lines and curves; begins with a Move.

    ``closed`` joins every part's end with its beginning. ``fill`` and ``stroke`` are
    ``#rrggbb`` or empty for none; ``width`` and ``dash`` (on, off …) are the stroke's.
    ``hatch`` is drawn over the fill, in the colour of ``ink``.
    """

    steps: tuple[Step, ...]
    closed: bool = False
    fill: str = ""
    stroke: str = ""
    width: float = 1.0
    dash: tuple[float, ...] = ()
    hatch: Hatch = ""
    ink: str = "#1a1a1a"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A line of text whose baseline begins, is centred or ends at (``x``, ``y``).

    ``turn`` turns it clockwise about that point.
    """

    x: float
    y: float
    text: str
    size: float = 9.0
    anchor: Literal["start", "middle", "end"] = "start"
    bold: bool = False
    colour: str = "#1a1a1a"
    turn: float = 0.0


Shape = Path | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of ``width`` by ``height`` points; later shapes lie over earlier ones."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


class LegendEntry(NamedTuple):
    """A line of a drawing's key as a list: the mark, what it stands for, and what that holds."""

    mark: Drawing
    words: str
    below: tuple[str, ...] = ()


def polyline(points: Sequence[Point]) -> tuple[Step, ...]:
    """Go straight from point to point."""
    (x, y), *rest = points
    return (MoveTo(x, y), *(Straight(*point) for point in rest))


def rectangle(x: float, y: float, width: float, height: float) -> tuple[Step, ...]:
    """Go round a rectangle whose upper left corner is (``x``, ``y``)."""
    return polyline(((x, y), (x + width, y), (x + width, y + height), (x, y + height)))


def circle(x: float, y: float, radius: float) -> tuple[Step, ...]:
    """Go round a circle."""
    return sector((x, y), 0.0, radius, 0.0, 360.0)


def sector(centre: Point, inner: float, outer: float, start: float, end: float) -> tuple[Step, ...]:
    """Go round a piece of a ring from the angle ``start`` to ``end``.

    Without an ``inner`` radius it is a piece of pie, or the whole circle.
    """
    whole = abs(end - start) >= 360.0
    outward: list[Step] = [MoveTo(*on_circle(centre, outer, start))]
    outward += _arc(centre, outer, start, end)
    if inner <= 0:
        return tuple(outward) if whole else (*outward, Straight(*centre))
    turn = on_circle(centre, inner, end)
    outward.append(MoveTo(*turn) if whole else Straight(*turn))
    return (*outward, *_arc(centre, inner, end, start))


def on_circle(centre: Point, radius: float, angle: float) -> Point:
    """Find the point of a circle at ``angle``."""
    turned = radians(angle)
    return centre[0] + radius * sin(turned), centre[1] - radius * cos(turned)


def _arc(centre: Point, radius: float, start: float, end: float) -> Iterator[Curve]:
    """Cut an arc into curves of at most a quarter, each within 0.03 % of the circle."""
    count = max(1, ceil(abs(end - start) / 90 - 1e-9))
    part = (end - start) / count
    reach = 4 / 3 * tan(radians(part) / 4) * radius
    for place in range(count):
        first, last = start + place * part, start + (place + 1) * part
        (x0, y0), (x3, y3) = on_circle(centre, radius, first), on_circle(centre, radius, last)
        a, b = radians(first), radians(last)
        yield Curve(
            x0 + reach * cos(a), y0 + reach * sin(a), x3 - reach * cos(b), y3 - reach * sin(b),
            x3, y3,
        )  # fmt: skip


HATCH_WIDTH: Final = 0.7
"""How wide the lines of a hatching are, in points."""
_SPACING: Final = 4.5
_SLANTS: Final[dict[Hatch, tuple[float, ...]]] = {
    "": (), "rising": (pi / 4,), "falling": (-pi / 4,), "cross": (pi / 4, -pi / 4),
    "level": (0.0,), "upright": (pi / 2,),
}  # fmt: skip


def hatching(path: Path) -> list[tuple[Point, Point]]:
    """Return the lines that hatch ``path``; whoever draws them clips them to it.

    All surfaces share one ruling, so that neighbours hatched alike join.
    """
    left, top, right, bottom = bounds(path.steps)
    middle = ((left + right) / 2, (top + bottom) / 2)
    reach = ((right - left) ** 2 + (bottom - top) ** 2) ** 0.5 / 2
    lines: list[tuple[Point, Point]] = []
    for slant in _SLANTS[path.hatch]:
        along, across = (cos(slant), -sin(slant)), (sin(slant), cos(slant))
        centre = middle[0] * across[0] + middle[1] * across[1]
        forward = middle[0] * along[0] + middle[1] * along[1]
        first = ceil((centre - reach) / _SPACING)
        for number in range(first, floor((centre + reach) / _SPACING) + 1):
            x, y = number * _SPACING * across[0], number * _SPACING * across[1]
            ends = (forward - reach, forward + reach)
            a, b = ((x + end * along[0], y + end * along[1]) for end in ends)
            lines.append((a, b))
    return lines


def bounds(steps: Sequence[Step]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of the points of ``steps``, control points too."""
    points = [(step.x, step.y) for step in steps]
    for step in steps:
        if isinstance(step, Curve):
            points += [(step.x1, step.y1), (step.x2, step.y2)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


_NARROW: Final = frozenset("ijlIft.,:;!'|()[]-– \u00a0\u202f")
_WIDE: Final = frozenset("mwMWÅÄÖ%@—")


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Estimate the width of ``text``, a little too wide rather than too narrow.

    A drawing is laid out before anybody knows the font; this is for leaving room.
    """
    widths = (
        0.31 if sign in _NARROW else 0.86 if sign in _WIDE else 0.70 if sign.isupper() else 0.57
        for sign in text
    )
    return sum(widths) * size * (1.07 if bold else 1.0)
