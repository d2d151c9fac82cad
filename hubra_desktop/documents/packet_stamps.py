"""What is lettered on the pages of a packet, and pictures made into pages of their own.

The lines come as a PDF with one line on each page, its baseline at the page's lower edge:
whoever binds the packet takes the letters from there, with the fonts that they need.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from hubra_desktop.documents.kit.blocks import Block, Break, natural_width, paragraph
from hubra_desktop.documents.kit.canvas import TaggedCanvas
from hubra_desktop.documents.kit.metadata import Metadata
from hubra_desktop.documents.kit.pictures import fitted_picture, picture
from hubra_desktop.documents.kit.render import Manuscript, PageSize, to_pdf
from hubra_desktop.documents.kit.style import A4, ACROSS, MM, QUIET, Look, TextStyle
from hubra_desktop.documents.kit.tree import Element, document
from hubra_desktop.model.records.meeting import HouseStyle

_SIZE = 8.5
_MARGIN = 15 * MM
_WIDEST = 4000.0


class Lines(NamedTuple):
    """Lines as a PDF with one on each page, and how wide each is, in points."""

    content: bytes
    widths: tuple[float, ...]


def lettered_lines(labels: Sequence[str], lines: Sequence[str], style: HouseStyle) -> Lines:
    """Letter ``labels`` in bold and ``lines`` plain; an empty label has no width."""
    look = Look(body=_SIZE, kerning=style.kerning)
    bold, plain = _flat(look.style(bold=True)), _flat(look.style(colour=QUIET))
    root, blocks, widths = document(), list[Block](), list[float]()
    for text, how in [*((each, bold) for each in labels), *((each, plain) for each in lines)]:
        blocks += [paragraph(root.add("P"), text or "-", how), Break()]
        widths.append(natural_width(text, how) if text else 0.0)
    sheet = PageSize((_WIDEST, plain.leading), 0.0, 0.0, 0.0, 0.0)
    manuscript = Manuscript(root, blocks, _meta("Rader"), sheet)
    return Lines(to_pdf(manuscript), tuple(widths))


def _flat(style: TextStyle) -> TextStyle:
    """Let a line be so high that its baseline is its lower edge, whatever hangs below."""
    return replace(style, leading=0.7 * style.size, before=0.0, after=0.0, hyphens=False, most=0.0)


def _meta(title: str) -> Metadata:
    return Metadata(title, "HuBrå", title, dt.date(2000, 1, 1))


def picture_page(content: bytes, shows: str) -> bytes:
    """Return a picture as a PDF of one tagged page; raises InputError when it is none.

    ``shows`` is what is said of it. It is never larger than it is sharp at.
    """
    fitted = fitted_picture(content)
    shown = picture(fitted)
    root = document()
    element = root.add("Figure")
    element.image, element.alt = fitted, shows
    size = ACROSS if shown.width > shown.height else A4
    sheet = PageSize(size, _MARGIN, _MARGIN, _MARGIN, _MARGIN + 5 * MM)
    block = _WholePicture(element, sheet.room(1))
    return to_pdf(Manuscript(root, [block], _meta(shows), sheet))


@dataclass(slots=True)
class _WholePicture(Block):
    """A picture as large as the page takes."""

    element: Element
    tallest: float

    def _size(self, width: float) -> tuple[float, float]:
        shown = picture(self.element.image)
        scale = min(0.75, width / shown.width, self.tallest / shown.height)
        return shown.width * scale, shown.height * scale

    def height(self, width: float) -> float:
        """Measure the picture."""
        return self._size(width)[1]

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw it in the middle."""
        wide, tall = self._size(width)
        left = x + (width - wide) / 2
        canvas.picture(self.element, picture(self.element.image), left, top - tall, wide, tall)
