"""The house's paper: head, marks, logotype, page number and address around the text.

What stands on every page is read aloud on the first page only; after that it is furniture.
The address stands at the foot of the first page, in large print after the text.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from hubra_desktop.documents.kit.blocks import (
    SLACK,
    Block,
    Paragraph,
    natural_width,
    paragraph,
    shortened_to_fit,
)
from hubra_desktop.documents.kit.canvas import TaggedCanvas
from hubra_desktop.documents.kit.frames import shared_columns
from hubra_desktop.documents.kit.links import link_contacts
from hubra_desktop.documents.kit.pictures import picture
from hubra_desktop.documents.kit.render import PageSize
from hubra_desktop.documents.kit.style import A4, ALARM, HAIRLINE, MM, Look, TextStyle
from hubra_desktop.documents.kit.tree import Element
from hubra_desktop.model.paper_style import is_exercise
from hubra_desktop.model.records.meeting import HouseStyle

_EDGE = 15 * MM
"""From the edge of the sheet to head and foot: no office printer leaves out that much."""
_LOGOTYPE = (55 * MM, 16 * MM)
"""The room for the logotype: it is scaled to fit, wide or tall."""
_STRIP = "#f6e7e5"
_AIR_BELOW = 3 * MM
"""Between the text and the room at the foot of a page that no printer reaches."""
_GAP = 6.0
_HEAD_LINES = 3
_FOOT_LINES = 4


class PaperMark(StrEnum):
    """What must be seen at the head of every page of a paper; a draft may have some too."""

    CANCELLED = "Inställt"
    MOVED = "Flyttat"
    REPLACED = "Ersatt"
    PRO_FORMA = "Pro forma"
    SECRET = "Innehåller sekretess"


DRAFT = "Utkast"
EXERCISE = "Övning"


def marked_title(
    title: str, style: HouseStyle, draft: bool, marks: Sequence[PaperMark] = ()
) -> str:
    """Say a paper's marks before its ``title``: ``Utkast, inställt: Kallelse …``."""
    words = _marks(style, draft, marks)
    return f"{', '.join(words).capitalize()}: {title}" if words else title


def _marks(style: HouseStyle, draft: bool, marks: Sequence[PaperMark]) -> list[str]:
    exercise = [EXERCISE] if is_exercise(style) else []
    return [*exercise, *([DRAFT] if draft else []), *marks]


def _bound(line: str) -> str:
    """Let a line of an address be broken after its commas only."""
    return re.sub(r"(?<!,) ", "\u00a0", line)


class Letterhead:
    """The head and foot of one document on the house's paper.

    Make it before the content, so that the head comes first in the tree, and call
    ``close`` after it, so that the address comes last.
    """

    def __init__(
        self, root: Element, style: HouseStyle, look: Look, issuer: str, kind: str,
        draft: bool = False, marks: Sequence[PaperMark] = (), size: tuple[float, float] = A4,
    ) -> None:  # fmt: skip
        """Put the marks, ``issuer`` and the ``kind`` of document at the head of ``root``.

        ``size`` is the sheet's, in points.
        """
        self.look, self.style, self.root, self.size = look, style, root, size
        self._top_part = root.add("Div")
        self._top_part.role = "head"
        self._figure = self._logotype(self._top_part)
        strip = replace(
            look.label, align="center", colour=ALARM, tracking=0.12 * look.body, capitals=True
        )
        words = " · ".join(_marks(style, draft, marks))
        self._marks = paragraph(self._top_part.add("P"), words, strip) if words else None
        if self._marks:
            self._marks.element.role = "mark"
        wide = look.large or size[0] > size[1]
        self.left, self.right = (22 * MM, 20 * MM) if wide else (30 * MM, 25 * MM)
        self._address: Block | None = None
        self._titled(issuer, kind)

    def _titled(self, issuer: str, kind: str) -> None:
        """Put the ``issuer`` and the ``kind`` of document in the tree."""
        part, head = self._top_part, self._capitals()
        self._issuer = None
        kind_width = natural_width(kind, head) + self.look.body
        left = self.measure - self._number_width()
        self._room = left if self.look.large else max(left - kind_width, 0.5 * left)
        if issuer:
            shown = shortened_to_fit(issuer, head, self._room - _GAP, _HEAD_LINES)
            self._issuer = paragraph(part.add("P"), shown, replace(head, balance=True))
        shown = shortened_to_fit(kind, head, self._beside(), _HEAD_LINES)
        self._kind = paragraph(part.add("P"), shown, head)

    def _capitals(self) -> TextStyle:
        """Return the style of the head: capitals, let out where there is room for it."""
        tracking = 0.0 if self.look.large else 0.045 * self.look.body
        return replace(self.look.label, tracking=tracking, capitals=True)

    def _beside(self) -> float:
        """Return the room for the kind of document."""
        room = self.measure - self._number_width()
        return room if self.look.large else room - self._room

    def _number_width(self) -> float:
        return natural_width("Sida\u00a088\u00a0(88)", self._capitals()) + _GAP

    def _logotype(self, root: Element) -> Element | None:
        if not self.style.logotype:
            return None
        figure = root.add("Figure")
        figure.image = self.style.logotype
        name = self.style.organisation or "organisationen"
        figure.alt = self.style.logotype_text.strip() or f"Logotyp för {name}"
        picture(figure.image)
        return figure

    def close(self) -> list[Block]:
        """Put the address at the end of the tree; return what is too long for a foot."""
        whole = Element("Div")
        lines = self._address_lines(whole)
        if not lines:
            return []
        whole.role = "foot"
        self.root.adopt(whole)
        self._address = self._foot(lines)
        if self._address:
            return []
        parts = [line for line in lines if isinstance(line, Paragraph)]
        shared = shared_columns(parts, self.look, self.measure)
        return [replace(shared, before=1.4 * self.look.body)]

    def _address_lines(self, whole: Element) -> list[Block]:
        small = self.look.small
        style = replace(small, hyphens=False, leading=1.25 * small.size)
        lines = (line.strip() for line in self.style.address.splitlines())
        return [
            paragraph(whole.add("P"), link_contacts(_bound(line)), style) for line in lines if line
        ]

    def _foot(self, lines: Sequence[Block]) -> Block | None:
        """Set the address in columns; None when it is none, or too long for a foot."""
        parts = [line for line in lines if isinstance(line, Paragraph)]
        if self.look.large or not parts:
            return None
        foot = shared_columns(parts, self.look, self.measure)
        tallest = _FOOT_LINES * self.look.small.leading + SLACK
        return foot if foot.height(self.measure) <= tallest else None

    @property
    def measure(self) -> float:
        """The width of the text, in points."""
        return self.size[0] - self.left - self.right

    def first_room(self) -> float:
        """Return the height that the text has on the first page, before it is closed."""
        if self._address is None:
            self._address = self._foot(self._address_lines(Element("Div")))
        return self.page().room(1)

    def page(self) -> PageSize:
        """Return the page with margins that leave room for head and foot."""
        head = _EDGE + self._strip() + 2 * _GAP + 6 * MM
        foot = self._address.height(self.measure) + 3 * _GAP if self._address else _AIR_BELOW
        return PageSize(
            self.size, self.left, self.right, head + self._later_head(), _EDGE + _AIR_BELOW,
            head + self._head() + self._crest(), _EDGE + foot,
        )  # fmt: skip

    def _strip(self) -> float:
        return self._marks.height(self.measure) + 2 * _GAP if self._marks else 0.0

    def _crest(self) -> float:
        return self._picture_size()[1] + 5 * MM if self._figure else 0.0

    def _head(self) -> float:
        """Measure the titles; in large print the issuer stands below the kind of document."""
        issuer = self._issuer.height(self._aside()) if self._issuer else 0.0
        kind = self._kind.height(self._beside())
        return kind + issuer if self.look.large else max(issuer, kind)

    def _later_head(self) -> float:
        """Measure the titles of a page after the first."""
        return self._head()

    def _aside(self) -> float:
        """Return the room for the issuer."""
        return self.measure if self.look.large else self._room - _GAP

    def _picture_size(self) -> tuple[float, float]:
        image = picture(self.style.logotype)
        scale = min(_LOGOTYPE[0] / image.width, _LOGOTYPE[1] / image.height)
        return image.width * scale, image.height * scale

    def draw(self, canvas: TaggedCanvas, number: int, count: int) -> None:
        """Draw head and foot of page ``number`` of ``count``."""
        if number == 1:
            self._draw_head(canvas, first=True)
            self._draw_foot(canvas)
        else:
            with canvas.furniture("Header"):
                self._draw_head(canvas, first=False)
        with canvas.furniture("Header"):
            self._draw_number(canvas, number, count)

    def _top(self) -> float:
        return self.size[1] - _EDGE

    def _draw_head(self, canvas: TaggedCanvas, first: bool) -> None:
        top = self._top()
        if self._marks:
            tall = self._strip() - _GAP
            canvas.fill(self.left, top - tall, self.measure, tall, _STRIP)
            self._marks.draw(canvas, self.left, top - _GAP / 2, self.measure)
            top -= self._strip()
        self._draw_titles(canvas, top, _first=first)
        top -= (self._head() if first else self._later_head()) + _GAP
        canvas.rule(self.left, top, self.measure, 0.6, self.look.accent)
        if first and self._figure:
            wide, tall = self._picture_size()
            shown = picture(self.style.logotype)
            canvas.picture(self._figure, shown, self.left, top - 5 * MM - tall, wide, tall)

    def _draw_titles(self, canvas: TaggedCanvas, top: float, *, _first: bool) -> None:
        """Draw issuer and kind of document, the same on every page."""
        large = self.look.large
        below = top - self._kind.height(self._beside())
        if self._issuer:
            self._issuer.draw(canvas, self.left, below if large else top, self._aside())
        left = self.left if large else self.left + self._room
        self._kind.draw(canvas, left, top, self._beside())

    def _draw_number(self, canvas: TaggedCanvas, number: int, count: int) -> None:
        style = replace(self._capitals(), align="right")
        shown = paragraph(Element("P"), f"Sida\u00a0{number}\u00a0({count})", style)
        shown.draw(canvas, self.left, self._top() - self._strip(), self.measure)

    def _draw_foot(self, canvas: TaggedCanvas) -> None:
        if self._address:
            tall = self._address.height(self.measure)
            canvas.rule(self.left, _EDGE + tall + _GAP, self.measure, 0.4, HAIRLINE)
            self._address.draw(canvas, self.left, _EDGE + tall, self.measure)
