"""How the wheel's parts look: an area's surface, a chip with a number, the marks of days.

Areas are told apart three ways at once: by hue, by hatching and by the number that
stands on them. The hues are pale enough for dark text, and differ in lightness too.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple, Protocol

from hubra_desktop.model.drawing import (
    Hatch,
    Label,
    Path,
    Point,
    Shape,
    Step,
    circle,
    polyline,
    rectangle,
)

INK: Final = "#1a1a1a"
QUIET: Final = "#4a5158"
GRID: Final = "#c3cad0"
WHITE: Final = "#ffffff"
ACCENT: Final = "#1f3a4d"
SMALL: Final = 8.5
"""The smallest letters of the wheel and its key, in points: what a wall can be read from."""


class Measure(Protocol):
    """How wide a text is, in points."""

    def __call__(self, text: str, size: float, *, bold: bool = False) -> float:
        """Measure a line of text."""


class Tone(NamedTuple):
    """An area's surface: its fill, and its hatching in a darker ink of the same hue."""

    fill: str
    hatch: Hatch
    ink: str


TONES: Final = (
    Tone("#b9d7ee", "", "#2f6690"),
    Tone("#dcefd3", "rising", "#4f8a3c"),
    Tone("#fbdcae", "falling", "#b8741a"),
    Tone("#f7d3d6", "cross", "#b04a58"),
    Tone("#e4d9f2", "level", "#7a56a8"),
    Tone("#fbf1b6", "upright", "#978411"),
    Tone("#7fc4bd", "", "#1d6e66"),
    Tone("#e3e5e8", "rising", "#5b646d"),
    Tone("#e9d5c3", "level", "#8a5a33"),
    Tone("#d3e0f7", "upright", "#4a63a8"),
)
_OUTSIDE: Final = Tone(WHITE, "", QUIET)


def tone_of(place: int | None) -> Tone:
    """Return the surface of a plan's area by its place; None for what has no area."""
    return _OUTSIDE if place is None else TONES[place % len(TONES)]


def surface(steps: tuple[Step, ...], place: int | None) -> Iterator[Shape]:
    """Fill and hatch a shape as an area's, with a thin edge."""
    tone = tone_of(place)
    yield Path(
        steps=steps, closed=True, fill=tone.fill, stroke=tone.ink, width=0.7, hatch=tone.hatch,
        ink=tone.ink,
    )  # fmt: skip


def chip(
    x: float, y: float, width: float, height: float, number: str, place: int | None
) -> Iterator[Shape]:
    """Draw a number on its area's surface; ``x`` and ``y`` are the upper left corner."""
    yield from surface(rectangle(x, y, width, height), place)
    patch = rectangle(x + 2.6, y + 1.9, width - 5.2, height - 3.8)
    yield Path(steps=patch, closed=True, fill=WHITE)
    yield Label(
        x=x + width / 2, y=y + height / 2 + 3.0, text=number, size=SMALL, anchor="middle",
        bold=True, colour=INK,
    )  # fmt: skip


def meeting_mark(centre: Point, text: str) -> Iterator[Shape]:
    """Draw a meeting: a filled circle with its day."""
    x, y = centre
    yield Path(steps=circle(x, y, 8.0), closed=True, fill=ACCENT)
    if text:
        yield Label(x=x, y=y + 2.9, text=text, size=SMALL, anchor="middle", bold=True, colour=WHITE)


def letter_mark(centre: Point, text: str) -> Iterator[Shape]:
    """Draw a letter: an envelope with its number, when it has one."""
    x, y = centre
    yield Path(
        steps=rectangle(x - 8.0, y - 6.2, 16.0, 12.4), closed=True, fill=WHITE, stroke=INK,
        width=0.9,
    )  # fmt: skip
    flap = ((x - 8.0, y - 6.2), (x, y - 2.6), (x + 8.0, y - 6.2))
    yield Path(steps=polyline(flap), stroke=INK, width=0.7)
    if text:
        yield Label(x=x, y=y + 4.7, text=text, size=SMALL, anchor="middle", bold=True, colour=INK)


def duty_mark(centre: Point, text: str) -> Iterator[Shape]:
    """Draw a duty: a diamond with its sign."""
    x, y = centre
    corners = ((x, y - 9.8), (x + 11.4, y), (x, y + 9.8), (x - 11.4, y))
    yield Path(steps=polyline(corners), closed=True, fill="#fff4d6", stroke=INK, width=0.9)
    if text:
        yield Label(x=x, y=y + 3.0, text=text, size=SMALL, anchor="middle", bold=True, colour=INK)
