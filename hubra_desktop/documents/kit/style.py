"""The house's look: type scale, inks and measures, all derived from one body size.

Large print (16 or 20 points) has a scale of its own: nothing is smaller than the body, and
headings are told by weight and space more than by size, so that their words stay whole.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final, Literal

from hubra_desktop.model.contrast import contrast
from hubra_desktop.model.errors import InputError

MM: Final = 72 / 25.4
"""Points in a millimetre."""

A4: Final = (210 * MM, 297 * MM)
ACROSS: Final = (A4[1], A4[0])
"""The sheet, upright and on its side, in points."""
BODY: Final = 11.0
SMALLEST: Final = 9.5
LARGEST: Final = 28.0
"""Body sizes in points: the ordinary one, the smallest a page may be fitted with, and the
largest that is set."""

_MEASURE: Final = 36.0
"""The longest line of running text, in body sizes."""
ACCENT: Final = "#1f3a4d"
INK: Final = "#1a1a1a"
QUIET: Final = "#4a5158"
HAIRLINE: Final = "#c5cbd1"
ALARM: Final = "#8c1d18"

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set; sizes and spaces in points.

    ``hyphens`` allows division of words by Swedish patterns. ``keep`` holds the
    paragraph to what follows. ``tracking`` is extra space between characters.
    ``balance`` sets lines of about the same length (headings), not full ones.
    ``kerning`` fits the letters of a pair to each other. ``capitals`` draws small letters
    as capitals; they are read, copied and searched as they were typed. Lines are at most
    ``most`` wide where that is not nothing.
    """

    size: float = BODY
    leading: float = BODY * 1.36
    bold: bool = False
    italic: bool = False
    colour: str = INK
    before: float = 0.0
    after: float = 0.0
    align: Literal["left", "right", "center"] = "left"
    hyphens: bool = True
    keep: bool = False
    tracking: float = 0.0
    balance: bool = False
    kerning: bool = False
    capitals: bool = False
    most: float = 0.0


@dataclass(frozen=True, slots=True)
class Look:
    """The type scale and inks of one document, from its ``body`` size in points.

    ``kerning`` holds for every text in it.
    """

    body: float = BODY
    accent: str = ACCENT
    kerning: bool = False

    def __post_init__(self) -> None:
        """Refuse an accent that is not ``#rrggbb``."""
        if not _COLOUR.fullmatch(self.accent):
            raise InputError("Färgen ska skrivas som # och sex tecken, till exempel #1f3a4d.")

    @property
    def large(self) -> bool:
        """Say whether this is large print, where room is dear."""
        return self.body > BODY + 2

    @property
    def accent_ink(self) -> str:
        """The accent for text: the accent itself where it reads on white, else the ink."""
        return self.accent if contrast_on_white(self.accent) >= 4.5 else INK

    def style(self, factor: float = 1.0, leading: float = 1.36, **changes: object) -> TextStyle:
        """Make a style ``factor`` times the body size; spaces in ``changes`` are in body sizes.

        In large print nothing is smaller than the body, and no word is divided that a line
        can hold.
        """
        if self.large:
            factor, changes = max(factor, 1.0), {**changes, "hyphens": False}
        return _style(self.body, self.kerning, factor, leading, tuple(changes.items()))

    @property
    def text(self) -> TextStyle:
        """Running text: lines of at most about 75 letters."""
        return self.style(1.0, 1.33, after=0.5, most=_MEASURE)

    @property
    def title(self) -> TextStyle:
        """The document's own heading."""
        return self.style(
            1.35 if self.large else 1.6, 1.2, bold=True, colour=self.accent_ink,
            after=0.8 if self.large else 1.0,
            hyphens=False, keep=True, balance=True,
        )  # fmt: skip

    @property
    def section(self) -> TextStyle:
        """A section's heading."""
        return self.style(
            1.15 if self.large else 1.25, 1.25, bold=True, colour=self.accent_ink, before=1.3,
            after=0.4, hyphens=False, keep=True, balance=True,
        )  # fmt: skip

    @property
    def subsection(self) -> TextStyle:
        """A heading below a section's."""
        return self.style(1.05, 1.3, bold=True, before=1.0, after=0.25, hyphens=False, keep=True)

    @property
    def cell(self) -> TextStyle:
        """Text in a table; names and numbers are not divided."""
        return self.style(1.0, 1.32, hyphens=False)

    @property
    def label(self) -> TextStyle:
        """A column's or a field's name."""
        return self.style(0.84, 1.3, bold=True, colour=self.accent_ink, hyphens=False)

    @property
    def small(self) -> TextStyle:
        """Notes and page furniture."""
        return self.style(0.82, 1.35, colour=QUIET)


@lru_cache(maxsize=256)
def _style(
    body: float, kerning: bool, factor: float, leading: float, changes: tuple[tuple[str, Any], ...]
) -> TextStyle:
    size = round(body * factor, 2)
    base = TextStyle(size=size, leading=round(size * leading, 2), kerning=kerning)
    spaces = {
        name: float(value) * body
        for name, value in changes
        if name in {"before", "after", "tracking", "most"}
    }
    return replace(base, **{**dict(changes), **spaces})


@lru_cache(maxsize=64)
def contrast_on_white(colour: str) -> float:
    """Compute the contrast of ``colour`` on white (WCAG 2.1 relative luminance)."""
    return contrast(colour, "#ffffff")
