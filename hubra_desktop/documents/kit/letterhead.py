"""The house's paper: head, marks, logotype, page number and address around the text.

What stands on every page is read aloud on the first page only; after that it is furniture.
"""

from dataclasses import replace
from enum import StrEnum

from hubra_desktop.documents.kit.blocks import (
    Block,
    Paragraph,
    Stack,
    natural_width,
    paragraph,
    shortened,
)
from hubra_desktop.documents.kit.canvas import TaggedCanvas
from hubra_desktop.documents.kit.links import link_contacts
from hubra_desktop.documents.kit.pictures import picture
from hubra_desktop.documents.kit.render import PageSize
from hubra_desktop.documents.kit.style import A4, ALARM, HAIRLINE, MM, Look, TextStyle
from hubra_desktop.documents.kit.tree import Element
from hubra_desktop.model.records.meeting import HouseStyle

_EDGE = 15 * MM
"""From the edge of the sheet to head and foot: no office printer leaves out that much."""
_LOGOTYPE = (55 * MM, 16 * MM)
"""The room for the logotype: it is scaled to fit, wide or tall."""
_STRIP = "#f6e7e5"
_GAP = 6.0
_HEAD_LINES = 3
_FOOT_LINES = 4


class PaperMark(StrEnum):
    """What must be seen at the head of every page of a paper; a draft may have one too."""

    CANCELLED = "Inställt"
    MOVED = "Flyttat"


DRAFT = "Utkast"


def marked_title(title: str, draft: bool, mark: PaperMark | None) -> str:
    """Say a paper's marks before its ``title``: ``Utkast, inställt: Kallelse …``."""
    words = _marks(draft, mark)
    return f"{', '.join(words).capitalize()}: {title}" if words else title


def _marks(draft: bool, mark: PaperMark | None) -> list[str]:
    return [word for word in (DRAFT if draft else "", mark or "") if word]


class Letterhead:
    """The head and foot of one document on the house's paper.

    Make it before the content, so that the head comes first in the tree, and call
    ``close`` after it, so that the address comes last.
    """

    def __init__(
        self, root: Element, style: HouseStyle, look: Look, issuer: str, kind: str,
        draft: bool = False, mark: PaperMark | None = None, size: tuple[float, float] = A4,
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
        words = " · ".join(_marks(draft, mark))
        self._marks = paragraph(self._top_part.add("P"), words, strip) if words else None
        if self._marks:
            self._marks.element.role = "mark"
        wide = look.large or size[0] > size[1]
        self.left, self.right = (22 * MM, 20 * MM) if wide else (30 * MM, 25 * MM)
        self._address: Paragraph | None = None
        self._titled(issuer, kind)

    def _titled(self, issuer: str, kind: str) -> None:
        """Put the ``issuer`` and the ``kind`` of document in the tree."""
        part, head = self._top_part, self._capitals()
        self._natural = (
            natural_width(kind, head) + _GAP,
            natural_width("Sida\u00a088\u00a0(88)", head) + _GAP,
        )
        self._issuer = None
        if issuer:
            shown = shortened(issuer, head, self._columns()[0] - _GAP, _HEAD_LINES)
            self._issuer = paragraph(part.add("P"), shown, replace(head, balance=True))
        kind_style = replace(head, align="center")
        self._kind = paragraph(part.add("P"), kind, kind_style)

    def _capitals(self) -> TextStyle:
        """Return the style of the head: spaced capitals."""
        return replace(self.look.label, tracking=0.045 * self.look.body, capitals=True)

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
        lines = [line.strip() for line in self.style.address.splitlines() if line.strip()]
        if not lines:
            return []
        centred = replace(self.look.small, align="center", hyphens=False)
        text = " · ".join(self._whole(line, centred) for line in lines)
        foot = self.root.add("Div")
        foot.role = "foot"
        address = paragraph(foot.add("P"), link_contacts(text), centred)
        if len(address.lines(self.measure)) > _FOOT_LINES - self.look.large:
            return [Stack([address], before=2 * self.look.body)]
        self._address = address
        return []

    def _whole(self, line: str, style: TextStyle) -> str:
        """Keep a line of the address on one line, dot and all, where one can hold it."""
        fits = natural_width(f"{line} ·", style) <= self.measure
        return line.replace(" ", "\u00a0") if fits else line

    @property
    def measure(self) -> float:
        """The width of the text, in points."""
        return self.size[0] - self.left - self.right

    def page(self) -> PageSize:
        """Return the page with margins that leave room for head and foot."""
        head = _EDGE + self._strip() + self._head() + 2 * _GAP + 6 * MM
        foot = _EDGE + (self._address.height(self.measure) + 3 * _GAP if self._address else 0.0)
        return PageSize(self.size, self.left, self.right, head, foot, head + self._crest())

    def _strip(self) -> float:
        return self._marks.height(self.measure) + 2 * _GAP if self._marks else 0.0

    def _crest(self) -> float:
        return self._picture_size()[1] + 5 * MM if self._figure else 0.0

    def _columns(self) -> tuple[float, float, float]:
        """Widths of issuer, kind and page number; in large print the issuer has what is left."""
        number = 7.5 * self.look.body
        rest = self.measure - number
        if self.look.large:
            kind, number = self._natural
            kind = min(kind, self.measure / 3)
            return (self.measure - kind - number, kind, number)
        return (rest * 0.66, rest * 0.34, number)

    def _head(self) -> float:
        issuer, kind, _ = self._columns()
        tall = self._issuer.height(issuer - _GAP) if self._issuer else 0.0
        return max(tall, self._kind.height(kind))

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
            with canvas.furniture("Footer"):
                self._draw_foot(canvas)
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
        self._draw_titles(canvas, top)
        top -= self._head() + _GAP
        canvas.rule(self.left, top, self.measure, 0.6, self.look.accent)
        if first and self._figure:
            wide, tall = self._picture_size()
            shown = picture(self.style.logotype)
            canvas.picture(self._figure, shown, self.left, top - 5 * MM - tall, wide, tall)

    def _draw_titles(self, canvas: TaggedCanvas, top: float) -> None:
        issuer, kind, _ = self._columns()
        if self._issuer:
            self._issuer.draw(canvas, self.left, top, issuer - _GAP)
        self._kind.draw(canvas, self.left + issuer, top, kind)

    def _draw_number(self, canvas: TaggedCanvas, number: int, count: int) -> None:
        issuer, kind, wide = self._columns()
        style = replace(self._capitals(), align="right")
        shown = paragraph(Element("P"), f"Sida\u00a0{number}\u00a0({count})", style)
        shown.draw(canvas, self.left + issuer + kind, self._top() - self._strip(), wide)

    def _draw_foot(self, canvas: TaggedCanvas) -> None:
        if self._address:
            tall = self._address.height(self.measure)
            canvas.rule(self.left, _EDGE + tall + _GAP, self.measure, 0.4, HAIRLINE)
            self._address.draw(canvas, self.left, _EDGE + tall, self.measure)
