"""Papers for the eye: large print is all large, no page is bare, no line long, no word alone."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import pytest

from hubra_desktop.documents.kit.blocks import Block, Break, Paragraph, spaced
from hubra_desktop.documents.kit.frames import Columns
from hubra_desktop.documents.kit.render import Manuscript, paginate, to_pdf
from hubra_desktop.documents.kit.style import Look
from hubra_desktop.documents.kit.table import Table
from hubra_desktop.documents.kit.tree import HEADINGS, Element, Piece
from hubra_desktop.documents.official import BARE
from tests.documents.demo_papers import every_paper
from tests.documents.reading import text_sizes

SIZES = (16.0, 20.0)


@cache
def papers(size: float | None) -> tuple[tuple[str, Manuscript], ...]:
    return tuple(every_paper(size))


@pytest.mark.parametrize("size", SIZES)
def test_no_text_note_label_or_figure_is_smaller_than_was_asked_for(size: float) -> None:
    small = [
        (name, page, shown, text)
        for name, manuscript in papers(size)
        for page, shown, text in text_sizes(to_pdf(manuscript))
        if text.strip() and shown < size - 0.01
    ]
    assert small == []


def paragraphs(blocks: Sequence[Block], width: float) -> Iterator[tuple[Paragraph, float]]:
    """Yield all paragraphs that are set, each with the width it is set in."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block, width
        elif isinstance(block, Table):
            if block.caption:
                yield block.caption, sum(block.widths)
            for row in block.rows:
                for column, cell in row.placed():
                    span = block._span(column, cell)
                    yield from paragraphs([cell.stack], span)
        elif isinstance(block, Columns):
            for stack, wide in zip(block.stacks, block._widths(width), strict=False):
                yield from paragraphs([stack], wide)
        else:
            yield from paragraphs(block.inside(), width)


@pytest.mark.parametrize("size", SIZES)
def test_no_word_is_divided_that_a_line_of_the_page_can_hold(size: float) -> None:
    divided = [
        (name, each.element.text)
        for name, manuscript in papers(size)
        for each, width in paragraphs(manuscript.blocks, manuscript.page.width)
        if any(line.end == "soft" for line in each.lines(width))
        or ("@" in each.element.text and len(each.lines(width)) > 1 and len(each.element.text) < 40)
    ]
    assert divided == []


def filled(manuscript: Manuscript) -> list[float]:
    """Return the share of each page that its text fills."""
    page = manuscript.page
    pages = paginate(manuscript.blocks, page)
    return [
        sum(gap + block.height(page.width) for gap, block in spaced(blocks)) / page.room(number)
        for number, blocks in enumerate(pages, 1)
    ]


@pytest.mark.parametrize("size", [None, *SIZES])
def test_no_page_holds_a_line_or_two_and_none_has_a_hole(size: float | None) -> None:
    bare = []
    for name, manuscript in papers(size):
        *full, last = filled(manuscript)
        broken = sum(isinstance(block, Break) for block in manuscript.blocks)
        bare += [
            (name, share) for share in sorted(full)[broken:] if share < (0.45 if size else 0.6)
        ]
        bare += [(name, last)] if full and last < 0.1 else []
    assert bare == []


def running_text(manuscript: Manuscript) -> Iterator[list[str]]:
    """Yield the lines of each paragraph that stands by itself in the text."""
    for each, width in paragraphs(manuscript.blocks, manuscript.page.width):
        if each.element.tag == "P" and each.element.parent is manuscript.root:
            yield ["".join(run.text for _, run in line.runs) for line in each.lines(width)]


def test_a_line_of_running_text_is_read_in_one_sweep() -> None:
    lengths = [
        len(line)
        for _, manuscript in papers(None)
        for lines in running_text(manuscript)
        for line in lines[:-1]
    ]
    assert len(lengths) > 100
    assert max(lengths) <= 92
    assert 60 <= sum(lengths) / len(lengths) <= 75


def test_a_short_word_does_not_stand_alone_on_a_last_line() -> None:
    words = (
        "HuBrå har under året haft uppföljning och samverkande samtal med vilka man har ett IOP."
    )
    element = Element("P", pieces=(Piece(words),))
    alone = []
    for width in range(200, 400, 7):
        lines = Paragraph(element, Look().text).lines(float(width))
        if len(lines) > 1 and lines[-1].width < 0.12 * width:
            alone.append((width, [run.text for line in lines for _, run in line.runs]))
    assert alone == []


def test_no_heading_stands_without_a_text() -> None:
    """A year that is just begun has sections that nobody has written."""
    (manuscript,) = (made for name, made in papers(None) if name == "verksamhetsberattelse 2018")
    kids = manuscript.root.kids
    bare = [
        heading.text
        for heading, after in pairwise([*kids, None])
        if heading is not None and HEADINGS.get(heading.tag, 1) > 1
        and (after is None or HEADINGS.get(after.tag, 9) <= HEADINGS[heading.tag])
    ]  # fmt: skip
    assert bare == []
    assert any(kid.text == BARE for kid in kids)


def test_the_annual_report_takes_six_pages_at_most() -> None:
    """The council's own of 2017 took five."""
    (manuscript,) = (made for name, made in papers(None) if name == "verksamhetsberattelse 2017")
    assert len(paginate(manuscript.blocks, manuscript.page)) <= 6
