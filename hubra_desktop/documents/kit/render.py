"""From a manuscript to pages: page breaks, page furniture and the finished file.

Pages are broken before anything is drawn, so the number of pages is known from the start.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile
from typing import Final

from hubra_desktop.documents.kit import writer
from hubra_desktop.documents.kit.blocks import (
    SLACK,
    Block,
    Break,
    Paragraph,
    spaced,
    split_blocks,
)
from hubra_desktop.documents.kit.canvas import TaggedCanvas
from hubra_desktop.documents.kit.metadata import Attachment, Metadata
from hubra_desktop.documents.kit.style import A4, ACCENT, BODY, MM, SMALLEST
from hubra_desktop.documents.kit.tree import Element, Source
from hubra_desktop.model.speech import Abbreviations

Places = Mapping[Source, tuple[int, float]]
"""The page (from 0) of what is written somewhere, and how far down, as a share of its height."""
_LEAST: Final = 0.1
"""The share of a last page that is filled at least."""
_SPARED: Final = 0.6
"""The share of the page before it that stays filled at least."""
Drawer = Callable[[TaggedCanvas, int, int], None]
"""Draws what stands on a page besides the text: given canvas, page number and page count."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """The page's size and margins, in points.

    ``first_top`` and ``first_bottom`` are the first page's own, where they are not nothing.
    """

    size: tuple[float, float] = A4
    left: float = 30 * MM
    right: float = 25 * MM
    top: float = 32 * MM
    bottom: float = 28 * MM
    first_top: float = 0.0
    first_bottom: float = 0.0

    @property
    def width(self) -> float:
        """The measure: the width of the text."""
        return self.size[0] - self.left - self.right

    def start(self, number: int) -> float:
        """Return the upper edge of the text on page ``number`` (from 1)."""
        return self.size[1] - (self.first_top if number == 1 and self.first_top else self.top)

    def room(self, number: int) -> float:
        """Return the height of the text area on page ``number`` (from 1)."""
        bottom = self.first_bottom if number == 1 and self.first_bottom else self.bottom
        return self.start(number) - bottom


@dataclass(slots=True)
class Manuscript:
    """A document before print: its tree (``root``), its layout (``blocks``), page and data.

    ``abbreviations`` are the register's own, each with what it stands for; ``accent`` is the
    house's colour, for its web page.
    """

    root: Element
    blocks: list[Block]
    meta: Metadata
    page: PageSize = field(default_factory=PageSize)
    furniture: Sequence[Drawer] = ()
    attachment: Attachment | None = None
    abbreviations: Abbreviations = ()
    accent: str = ACCENT


def paginate(blocks: Sequence[Block], page: PageSize) -> list[list[Block]]:
    """Break ``blocks`` into pages; every page holds something, whatever does not fit.

    A last page of a line or two takes more along from the page before it.
    """
    pages: list[list[Block]] = []
    starts: list[list[Block]] = []
    rest = _begun(blocks)
    while rest:
        starts.append(rest)
        cut = split_blocks(rest, page.width, page.room(len(pages) + 1), force=True)
        assert cut is not None
        pages.append(cut[0])
        rest = _begun(cut[1])
    if len(pages) > 1:
        pages[-2:] = _fuller_end(starts[-2], pages[-2:], page, len(pages))
    return pages


def _fuller_end(
    start: Sequence[Block], two: list[list[Block]], page: PageSize, count: int
) -> list[list[Block]]:
    """Break the last two of ``count`` pages, which begin with ``start``, so that the last is one.

    They stay as they are where the last is full enough, begins on purpose, or where the
    other cannot spare what it lacks.
    """
    lacking = _LEAST * page.room(count) - _tall(two[1], page.width)
    if lacking <= 0:
        return two
    room = min(_tall(two[0], page.width), page.room(count - 1)) - lacking
    cut = split_blocks(start, page.width, room, force=False)
    if cut is None or any(isinstance(block, Break) for block in cut[1]):
        return two
    fits = _tall(cut[1], page.width) <= page.room(count) + SLACK
    spared = _tall(cut[0], page.width) >= _SPARED * page.room(count - 1)
    return [*cut] if fits and spared else two


def _tall(blocks: Sequence[Block], width: float) -> float:
    return sum(gap + block.height(width) for gap, block in spaced(blocks))


def _begun(blocks: Sequence[Block]) -> list[Block]:
    """Leave out the page breaks that a new page makes needless."""
    return list(dropwhile(lambda block: isinstance(block, Break), blocks))


def page_numbers(pages: Sequence[Sequence[Block]]) -> dict[Element, int]:
    """Find the page (from 1) where every heading begins."""
    numbers: dict[Element, int] = {}
    for number, blocks in enumerate(pages, 1):
        waiting = list(blocks)
        while waiting:
            block = waiting.pop()
            heading = block.heading() if isinstance(block, Paragraph) else None
            if heading:
                numbers[heading] = number
            waiting += block.inside()
    return numbers


def filled_pages(manuscript: Manuscript) -> float:
    """Measure how many first pages the text would fill; at most 1 means that it fits one."""
    page = manuscript.page
    return (_tall(manuscript.blocks, page.width) - SLACK) / page.room(1)


def fitted(at: Callable[[float], Manuscript], text_size: float | None) -> Manuscript:
    """Set a manuscript at ``text_size``, or at the largest size in points that fits one page.

    What no readable size brings to one page is set at the ordinary size.
    """
    ordinary = at(text_size or BODY)
    # A page holds as much more as its area per letter shrinks: the square of the sizes' ratio.
    if text_size or not 1 < filled_pages(ordinary) < (BODY / SMALLEST) ** 2:
        return ordinary
    smallest = at(SMALLEST)
    if filled_pages(smallest) > 1:
        return ordinary
    smaller = (at(size) for size in (10.5, 10.0))
    return next((each for each in smaller if filled_pages(each) <= 1), smallest)


def to_pdf(manuscript: Manuscript) -> bytes:
    """Draw ``manuscript`` and return it as PDF/A-2a (3a with data) and PDF/UA-1."""
    return placed_pdf(manuscript)[0]


def placed_pdf(manuscript: Manuscript) -> tuple[bytes, Places]:
    """Return ``manuscript`` as PDF, and where on its pages what is written stands."""
    canvas, _ = _drawn(manuscript)
    tall = manuscript.page.size[1]
    places = {source: (page, 1 - top / tall) for source, (page, top) in canvas.places.items()}
    return _saved(canvas, manuscript), places


def counted_pdf(manuscript: Manuscript) -> tuple[bytes, int]:
    """Return ``manuscript`` as PDF, and how many pages it has."""
    canvas, pages = _drawn(manuscript)
    return _saved(canvas, manuscript), pages


def _drawn(manuscript: Manuscript) -> tuple[TaggedCanvas, int]:
    canvas = TaggedCanvas(manuscript.page.size, manuscript.meta.lang)
    return canvas, draw_pages(canvas, manuscript)


def _saved(canvas: TaggedCanvas, manuscript: Manuscript) -> bytes:
    return writer.save(canvas, manuscript.root, manuscript.meta, manuscript.attachment)


def draw_pages(canvas: TaggedCanvas, manuscript: Manuscript) -> int:
    """Break ``manuscript`` into pages, draw them on ``canvas`` and return how many they are."""
    page = manuscript.page
    pages = paginate(manuscript.blocks, page)
    canvas.numbers = page_numbers(pages)
    canvas.abbreviations = manuscript.abbreviations
    for number, blocks in enumerate(pages, 1):
        if number > 1:
            canvas.next_page()
        for drawer in manuscript.furniture:
            drawer(canvas, number, len(pages))
        top = page.start(number)
        for gap, block in spaced(blocks):
            top -= gap
            block.draw(canvas, page.left, top, page.width)
            top -= block.height(page.width)
    return len(pages)
