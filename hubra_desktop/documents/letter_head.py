"""The head of a letter that is folded into a window envelope.

Swedish envelopes have their window to the right (H2) or to the left (V2), each at one place
in C5 and E65 (harrykuvert.se, "Kuvertguide"). Municipal letters have the addressee to the
right: at T-läge 4, 92 mm from the text's first position, on row 7 (SIS brevuppställning, the
practice behind SS 03 43 21; groff's Swedish letters, ``mmse``, call the same place fit for
window envelopes). That is 117 mm from the sheet's left edge and 45 mm from its top, where
five lines stand in the window however the sheet slides in the envelope.
"""

from dataclasses import replace
from typing import Final

from hubra_desktop.documents.kit.blocks import Block, Paragraph, Stack
from hubra_desktop.documents.kit.canvas import TaggedCanvas
from hubra_desktop.documents.kit.render import PageSize
from hubra_desktop.documents.kit.style import MM
from hubra_desktop.documents.official import ADDRESSEE, OfficialHead

WINDOW_LEFT: Final = 117 * MM
"""From the sheet's left edge to the addressee."""
WINDOW_TOP: Final = 45 * MM
"""From the sheet's top to the addressee."""
_EDGE: Final = 20 * MM
_BELOW: Final = 5 * MM


class LetterHead(OfficialHead):
    """Puts the addressee in the window, but in large print, which is read without an envelope."""

    _addressee: tuple[Paragraph, ...] = ()
    _writer: tuple[Paragraph, ...] = ()

    def opening(self) -> list[Block]:
        """Return what of handläggare and addressee is not drawn at its place on the sheet."""
        if self.look.large:
            return super().opening()
        handler = self._handler()
        self._addressee = tuple(self._labelled(ADDRESSEE, self.sender.addressee))
        if self._figure is None:
            self._writer = tuple(handler)
            return []
        return [Stack(list[Block](handler), after=2 * self.look.body)] if handler else []

    def page(self) -> PageSize:
        """Return the page, on the first of which the text begins below the window."""
        page = super().page()
        if not (self._addressee or self._writer):
            return page
        tall = max(self._tall(self._addressee), self._tall(self._writer))
        return replace(page, first_top=max(page.first_top, self._window(page) + tall + _BELOW))

    def _window(self, page: PageSize) -> float:
        """Return how far down the addressee begins: below the head, however tall that is."""
        return max(WINDOW_TOP, page.first_top - self._crest() + self._above())

    def _above(self) -> float:
        """Return the height of what says that this is the addressee, above the window."""
        return self._addressee[0].height(self._width()) if self._addressee else 0.0

    def _width(self) -> float:
        return self.size[0] - WINDOW_LEFT - _EDGE

    def _tall(self, lines: tuple[Paragraph, ...]) -> float:
        return sum(each.height(self._width()) for each in lines)

    def draw(self, canvas: TaggedCanvas, number: int, count: int) -> None:
        """Draw head and foot, and on the first page to whom and from whom."""
        super().draw(canvas, number, count)
        if number == 1:
            top = self.size[1] - self._window(super().page())
            top += self._above()
            self._draw_lines(canvas, self._addressee, WINDOW_LEFT, top)
            self._draw_lines(canvas, self._writer, self.left, top)

    def _draw_lines(
        self, canvas: TaggedCanvas, lines: tuple[Paragraph, ...], left: float, top: float
    ) -> None:
        for line in lines:
            line.draw(canvas, left, top, self._width())
            top -= line.height(self._width())
