"""The kit's own layout as an untagged file: what a document costs before it is accessible.

Lines, tables, pages, fonts and links are those of the kit; marks, structure tree,
output intent and XMP are not written, and no element's drawing is remembered.
"""

from hubra_desktop.documents.kit.canvas import TaggedCanvas, TextPainter
from hubra_desktop.documents.kit.fonts import FONT_LOCK
from hubra_desktop.documents.kit.pictures import Picture
from hubra_desktop.documents.kit.render import Manuscript, draw_pages
from hubra_desktop.documents.kit.tree import Element
from hubra_desktop.documents.kit.words import Run
from hubra_desktop.model.addresses import uri


class PlainCanvas(TaggedCanvas):
    """Draws the same pages without a mark; ``traces`` stays empty."""

    def text(self) -> "PlainPainter":
        return PlainPainter(self)

    def artifact(self, *operators: str) -> None:
        self.engine.code.extend(("q", *operators, "Q"))

    def picture(self, element: Element | None, picture: Picture, x: float, y: float,
                width: float, height: float) -> None:  # fmt: skip
        self.engine.canvas.drawImage(picture.reader, x, y, width, height)

    def link(self, element: Element, rect: tuple[float, float, float, float]) -> None:
        if element.pieces[0].href:
            self.engine.canvas.linkURL(uri(element.pieces[0].href), rect)


class PlainPainter(TextPainter):
    """One text object in which every element is taken for the one that is already open."""

    def _run(self, run: Run, x: float, y: float, ending: str) -> None:
        self._element = run.element
        super()._run(run, x, y, ending)

    def close(self) -> None:
        self._element = None
        super().close()


def plain_pdf(manuscript: Manuscript) -> bytes:
    """Draw ``manuscript`` and return it as an ordinary, untagged PDF."""
    canvas = PlainCanvas(manuscript.page.size, manuscript.meta.lang)
    canvas.engine.canvas.setTitle(manuscript.meta.title)
    canvas.engine.canvas.setAuthor(manuscript.meta.author)
    draw_pages(canvas, manuscript)
    canvas.finish()
    with FONT_LOCK:
        return bytes(canvas.engine.canvas.getpdfdata())
