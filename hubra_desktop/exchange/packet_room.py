"""Where a page of somebody else's has room for a line at its edge.

The page's content is followed as far as is needed to know how high and how low anything
stands: text by its baseline and size, pictures and drawings by their corners. What cannot
be told counts as standing there. A background that covers the whole page is passed over.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeAlias

Thing: TypeAlias = Any
"""Something in a PDF: what it is, is known only when it is asked."""
Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
WHOLE: Final[Matrix] = (1, 0, 0, 1, 0, 0)
_BACKGROUND: Final = 0.8
"""A filled shape that is so high and so wide a share of the page is its background."""
_MOST_STEPS: Final = 100_000
"""Operators of a page that are followed: a dense drawing has some ten thousands."""
_LARGEST_CONTENT: Final = 4_000_000
"""Bytes of what draws a page that is followed: more is a map, which fills its page."""
_DEEPEST: Final = 4
"""Forms within forms that are followed; deeper ones count by their frame."""


def joined_turns(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does ``first`` and then ``then``."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
            e * g + f * i + k, e * h + f * j + m)  # fmt: skip


@dataclass(frozen=True)
class SeenPage:
    """A page as it is seen: upright, its lower left corner at nothing, in its own units."""

    width: float
    height: float
    turn: Matrix
    """From the page's own coordinates to those that are seen."""
    back: Matrix


def seen_page(box: Box, rotate: int) -> SeenPage:
    """Return how a page whose visible ``box`` is turned ``rotate`` degrees is seen."""
    x0, y0, x1, y1 = box
    wide, tall = x1 - x0, y1 - y0
    match rotate % 360:
        case 90:
            return SeenPage(tall, wide, (0, -1, 1, 0, -y0, x1), (0, 1, -1, 0, x1, y0))
        case 180:
            return SeenPage(wide, tall, (-1, 0, 0, -1, x1, y1), (-1, 0, 0, -1, x1, y1))
        case 270:
            return SeenPage(tall, wide, (0, 1, -1, 0, y1, -x0), (0, -1, 1, 0, x0, y1))
        case _:
            return SeenPage(wide, tall, (1, 0, 0, 1, -x0, -y0), (1, 0, 0, 1, x0, y0))


@dataclass
class Followed:
    """What following a page's content has found.

    ``spans`` are the heights between which something stands; ``open`` the states saved and
    never restored, ``over`` those restored and never saved, ``marks`` the marked sequences
    never ended and ``numbered`` the first number that none of them has; ``steps`` how many
    operators were followed.
    """

    spans: list[tuple[float, float]] = field(default_factory=list)
    open: int = 0
    over: int = 0
    marks: int = 0
    numbered: int = 0
    steps: int = 0

    def free(self, low: float, high: float) -> bool:
        """Tell whether nothing stands between two heights."""
        return not any(bottom < high and top > low for bottom, top in self.spans)


@dataclass
class _State:
    """What ``q`` saves: where things are drawn, and how large letters are."""

    ctm: Matrix
    size: float = 0.0
    leading: float = 0.0


def follow_page(page: Thing, sheet: SeenPage) -> Followed:
    """Follow a page's content; what cannot be read stands everywhere."""
    found = Followed()
    try:
        _Follower(page.get("/Resources"), sheet, found, sheet.turn, 0).run(page)
    except Exception:
        # Content that is no content may fail anywhere; the line then gets a strip of its own.
        found.spans.append((0.0, sheet.height))
    return found


class _Follower:
    """Follows one stream: a page's (``depth`` 0) or that of a form drawn on it."""

    def __init__(
        self, resources: Thing, sheet: SeenPage, found: Followed, ctm: Matrix, depth: int
    ) -> None:
        self._resources, self._sheet, self._found = resources, sheet, found
        self._depth = depth
        self._state = _State(ctm)
        self._saved: list[_State] = []
        self._text = self._line = WHOLE
        self._points: list[tuple[float, float]] = []

    def run(self, stream: Thing) -> None:
        from pikepdf import parse_content_stream

        if _size(stream) > _LARGEST_CONTENT:
            raise ValueError
        for step in parse_content_stream(stream):
            self._found.steps += 1
            if self._found.steps > _MOST_STEPS:
                raise ValueError
            name = str(step.operator)
            does = _DOES.get(name, _Follower.shape)
            does(self, name, step.operands)
        if not self._depth:
            self._found.open = len(self._saved)

    def save(self, _name: str, _said: Thing) -> None:
        """Keep the state that drawing is in."""
        self._saved.append(replace(self._state))

    def restore(self, _name: str, _said: Thing) -> None:
        """Go back to the state that was kept."""
        if self._saved:
            self._state = self._saved.pop()
        elif not self._depth:
            self._found.over += 1

    def turn(self, _name: str, said: Thing) -> None:
        """Move and turn all that follows."""
        self._state.ctm = joined_turns(_matrix(said), self._state.ctm)

    def begin_text(self, _name: str, _said: Thing) -> None:
        """Begin a text where things are drawn from."""
        self._text = self._line = WHOLE

    def place_text(self, _name: str, said: Thing) -> None:
        """Place a line of text."""
        self._text = self._line = _matrix(said)

    def step(self, name: str, said: Thing) -> None:
        """Go to the next line, so far from the one before."""
        x, y = _numbers(said)
        if name == "TD":
            self._state.leading = -y
        self._move(x, y)

    def _move(self, x: float, y: float) -> None:
        self._text = self._line = joined_turns((1, 0, 0, 1, x, y), self._line)

    def next_line(self, name: str, said: Thing) -> None:
        """Go to the next line, and show what it says."""
        self._move(0, -self._state.leading)
        if name != "T*":
            self.letters(name, said)

    def lead(self, _name: str, said: Thing) -> None:
        """Set how far lines stand apart."""
        self._state.leading = _numbers(said)[0]

    def font(self, _name: str, said: Thing) -> None:
        """Set how large letters are."""
        self._state.size = float(said[1])

    def mark(self, _name: str, said: Thing) -> None:
        """Begin a marked sequence."""
        if not self._depth:
            self._found.marks += 1
            self._number(said)

    def unmark(self, _name: str, _said: Thing) -> None:
        """End a marked sequence."""
        if not self._depth:
            self._found.marks -= 1

    def _number(self, said: Thing) -> None:
        from pikepdf import Dictionary, Name

        told = said[1] if len(said) > 1 else None
        if isinstance(told, Name):
            told = (self._resources or {}).get("/Properties", {}).get(str(told))
        if isinstance(told, Dictionary) and "/MCID" in told:
            self._found.numbered = max(self._found.numbered, int(told.MCID) + 1)

    def letters(self, _name: str, _said: Thing) -> None:
        """Note a line of text, from below its baseline to above it."""
        size, seen = self._state.size or 1.0, joined_turns(self._text, self._state.ctm)
        self._stands([_at(seen, 0, -0.25 * size), _at(seen, 0, 0.9 * size)])

    def draws(self, _name: str, said: Thing) -> None:
        """Draw a picture or a form."""
        drawn = (self._resources or {}).get("/XObject", {}).get(str(said[0]))
        if drawn is None:
            return
        if str(drawn.get("/Subtype")) == "/Form":
            self._form(drawn)
        else:
            self._stands([_at(self._state.ctm, x, y) for x in (0, 1) for y in (0, 1)])

    def _form(self, drawn: Thing) -> None:
        inner = joined_turns(_matrix(drawn.get("/Matrix", WHOLE)), self._state.ctm)
        if self._depth < _DEEPEST:
            resources = drawn.get("/Resources", self._resources)
            _Follower(resources, self._sheet, self._found, inner, self._depth + 1).run(drawn)
            return
        x0, y0, x1, y1 = _numbers(drawn.BBox)
        self._stands([_at(inner, x, y) for x in (x0, x1) for y in (y0, y1)])

    def shape(self, name: str, said: Thing) -> None:
        """Gather the corners of a drawing, and note it when it is painted."""
        ctm = self._state.ctm
        if name in _CORNERS:
            numbers = _numbers(said)
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            self._points += [_at(ctm, x, y) for x, y in pairs]
        elif name == "re":
            x, y, wide, tall = _numbers(said)
            self._points += [_at(ctm, x, y), _at(ctm, x + wide, y + tall)]
        elif name in _PAINTS:
            if self._points and not self._is_ground():
                self._stands(self._points)
            self._points = []
        elif name == "n":
            self._points = []
        elif name == "INLINE IMAGE":
            self._stands([_at(ctm, x, y) for x in (0, 1) for y in (0, 1)])

    def _is_ground(self) -> bool:
        across = [x for x, _ in self._points]
        up = [y for _, y in self._points]
        wide, tall = max(across) - min(across), max(up) - min(up)
        sheet = self._sheet
        return wide >= _BACKGROUND * sheet.width and tall >= _BACKGROUND * sheet.height

    def _stands(self, points: Sequence[tuple[float, float]]) -> None:
        up = [y for _, y in points]
        if up:
            self._found.spans.append((min(up), max(up)))


_DOES: Final = {
    "q": _Follower.save, "Q": _Follower.restore, "cm": _Follower.turn,
    "BT": _Follower.begin_text, "Tm": _Follower.place_text, "Td": _Follower.step,
    "TD": _Follower.step, "TL": _Follower.lead, "Tf": _Follower.font,
    "Tj": _Follower.letters, "TJ": _Follower.letters, "T*": _Follower.next_line,
    "'": _Follower.next_line, '"': _Follower.next_line, "Do": _Follower.draws,
    "BDC": _Follower.mark, "BMC": _Follower.mark, "EMC": _Follower.unmark,
}  # fmt: skip
"""What each operator does to where things stand; the others draw shapes, or nothing."""
_CORNERS: Final = frozenset({"m", "l", "c", "v", "y"})
_PAINTS: Final = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"})


def _size(drawn: Thing) -> int:
    """Return how many bytes draw a page or a form, unpacked."""
    from pikepdf import Array, Stream

    held = drawn if isinstance(drawn, Stream) else drawn.get("/Contents")
    streams = list(held) if isinstance(held, Array) else [held] if held is not None else []
    return sum(len(each.read_bytes()) for each in streams)


def _at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _numbers(said: Thing) -> list[float]:
    return [float(each) for each in said]


def _matrix(said: Thing) -> Matrix:
    a, b, c, d, e, f = _numbers(said)
    return a, b, c, d, e, f
