"""Large print is designed: all of it is large, no word is divided, no page is left bare."""

from collections.abc import Iterator, Sequence
from functools import cache

import pytest

from hubra_desktop.documents.kit.blocks import Block, Break, Paragraph, spaced
from hubra_desktop.documents.kit.render import Manuscript, paginate, to_pdf
from hubra_desktop.documents.kit.table import Table
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
        else:
            yield from paragraphs(block.inside(), width)


@pytest.mark.parametrize("size", SIZES)
def test_no_word_is_divided_that_a_line_of_the_page_can_hold(size: float) -> None:
    divided = [
        (name, each.element.text)
        for name, manuscript in papers(size)
        for each, width in paragraphs(manuscript.blocks, manuscript.page.width)
        if any(line.end == "soft" for line in each.lines(width))
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
