"""Where pages and tables are cut: what must stay together, and that nothing is lost."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit.blocks import (
    Block,
    HorizontalRule,
    Paragraph,
    Space,
    Stack,
    spaced,
)
from hubra_desktop.documents.kit.frames import Banner, Columns, Hanging
from hubra_desktop.documents.kit.render import PageSize, paginate, to_pdf
from hubra_desktop.documents.kit.style import TextStyle
from hubra_desktop.documents.kit.table import CellRow, Table, TableCell
from hubra_desktop.documents.kit.tree import Element, Piece
from tests.documents.anything import Shape, accounted, made, signed, table, told
from tests.documents.checks import problems
from tests.documents.march import MARCH, STYLE
from tests.documents.reading import spoken, squeezed, text_of
from tests.documents.samples import HOUSE, nasty

TEN = TextStyle(size=10, leading=10, hyphens=False)
SMALL_PAGE = PageSize(size=(200, 160), left=20, right=20, top=30, bottom=30)


def lines(count: int, **changes: object) -> Paragraph:
    style = replace(TEN, **changes)  # type: ignore[arg-type]
    return Paragraph(Element("P", pieces=(Piece("\n".join(["x"] * count)),)), style)


def heights(pages: Sequence[Sequence[Block]], width: float) -> list[float]:
    return [sum(gap + block.height(width) for gap, block in spaced(page)) for page in pages]


def test_spaces_between_blocks_do_not_add_up_and_none_stands_at_the_top() -> None:
    stack = Stack([lines(1, before=7.0, after=5.0), lines(1, before=3.0), HorizontalRule(1.0)])
    assert stack.height(100) == 10 + 5 + 10 + 0 + 1


def test_a_paragraph_is_cut_with_two_lines_on_both_sides() -> None:
    paragraph = lines(10)
    parts = paragraph.split(100, 95, False)
    assert parts is not None
    assert [part.height(100) for part in parts] == [80, 20]
    assert paragraph.split(100, 15, False) is None
    assert lines(3).split(100, 25, False) is None


def test_an_empty_page_takes_a_single_line_rather_than_nothing() -> None:
    parts = lines(3).split(100, 15, True)
    assert parts is not None
    assert [part.height(100) for part in parts] == [10, 20]


def test_a_kept_block_moves_with_what_it_is_kept_to() -> None:
    pages = paginate([lines(8), lines(1, keep=True), lines(2)], SMALL_PAGE)
    assert heights(pages, SMALL_PAGE.width) == [80, 30]


def test_kept_blocks_taller_than_a_page_are_cut_all_the_same() -> None:
    pages = paginate([lines(6, keep=True), lines(6, keep=True), lines(1)], SMALL_PAGE)
    assert sum(heights(pages, SMALL_PAGE.width)) == 130
    assert max(heights(pages, SMALL_PAGE.width)) <= SMALL_PAGE.room(1)


def test_a_stack_that_stands_together_is_cut_only_on_a_page_of_its_own() -> None:
    stack = Stack([lines(5), lines(4)], together=True)
    assert stack.split(100, 60, False) is None
    assert stack.split(100, 60, True) is not None
    pages = paginate([lines(3), stack], SMALL_PAGE)
    assert heights(pages, SMALL_PAGE.width) == [30, 90]


@pytest.mark.parametrize(
    "frame",
    [
        lambda: Hanging(Stack([lines(30)]), 10.0, lines(1)),
        lambda: Banner(Stack([lines(30)]), 7.0, "#336699", padding=4.0),
        lambda: Table([CellRow([TableCell(Stack([lines(30)]))])], (160.0,), padding=2.0),
        lambda: Stack([lines(30)], together=True),
    ],
    ids=["hanging", "banner", "table", "stack"],
)
def test_what_is_taller_than_a_page_goes_on_on_the_next(frame: object) -> None:
    assert callable(frame)
    pages = paginate([frame()], SMALL_PAGE)
    assert len(pages) >= 3
    assert max(heights(pages, SMALL_PAGE.width)) <= SMALL_PAGE.room(1) + 0.1


def test_columns_are_cut_only_when_no_page_can_hold_them() -> None:
    short = Columns([Stack([lines(9)]), Stack([lines(2)])], 5.0, 2)
    assert [len(page) for page in paginate([lines(2), short], SMALL_PAGE)] == [1, 1]
    tall = Columns([Stack([lines(30)]), Stack([lines(2)])], 5.0, 2)
    pages = paginate([lines(1), tall, lines(1)], SMALL_PAGE)
    assert [len(page) for page in pages] == [1, 1, 1, 1, 1]
    assert max(heights(pages, SMALL_PAGE.width)) <= SMALL_PAGE.room(2)


def test_what_cannot_be_cut_is_placed_on_a_page_of_its_own() -> None:
    tall = Space(300.0, keep=False)
    pages = paginate([lines(1), tall, lines(1)], SMALL_PAGE)
    assert [len(page) for page in pages] == [1, 1, 1]


def row(count: int, **changes: object) -> CellRow:
    return replace(CellRow([TableCell(Stack([lines(count)]))]), **changes)  # type: ignore[arg-type]


def tables(pages: Sequence[Sequence[Block]]) -> list[Table]:
    return [block for page in pages for block in page if isinstance(block, Table)]


def test_the_headings_of_a_table_are_repeated_and_marked_as_such() -> None:
    whole = Table([row(1, keep=True), *[row(2) for _ in range(12)]], (160.0,), header=1, padding=0)
    parts = tables(paginate([whole], SMALL_PAGE))
    assert [part.repeated for part in parts] == [False, True, True]
    assert sum(len(part.rows) - 1 for part in parts) == 12
    assert all(part.rows[0] is whole.rows[0] for part in parts)


def test_a_row_is_kept_whole_while_a_page_can_hold_it() -> None:
    whole = Table([row(6), row(6), row(6)], (160.0,), padding=0)
    assert [len(part.rows) for part in tables(paginate([whole], SMALL_PAGE))] == [1, 1, 1]


def test_a_kept_row_follows_the_row_it_belongs_to() -> None:
    rows = [row(2), row(2), row(2), row(2, keep=True), row(2)]
    parts = tables(paginate([lines(1), Table(rows, (160.0,), padding=0)], SMALL_PAGE))
    assert [len(part.rows) for part in parts] == [3, 2]


def test_cells_find_their_columns_past_those_that_span() -> None:
    wide, plain = TableCell(colspan=2), TableCell()
    assert [column for column, _ in CellRow([plain, wide, plain]).placed()] == [0, 1, 3]


@given(
    st.lists(st.tuples(st.integers(1, 25), st.booleans(), st.booleans()), min_size=1, max_size=12)
)
def test_pages_never_overflow_with_text_and_lose_no_line(
    shapes: list[tuple[int, bool, bool]],
) -> None:
    blocks: list[Block] = [
        Stack([lines(count)], together=True, keep=keep) if together else lines(count, keep=keep)
        for count, keep, together in shapes
    ]
    pages = paginate(blocks, SMALL_PAGE)
    assert max(heights(pages, SMALL_PAGE.width)) <= SMALL_PAGE.room(1) + 0.1
    assert sum(heights(pages, SMALL_PAGE.width)) == sum(count * 10 for count, _, _ in shapes)


def test_room_without_text_takes_room() -> None:
    assert Stack([lines(1), Space(30), lines(1)]).height(100) == 50


def test_documents_printed_at_the_same_time_do_not_disturb_each_other() -> None:
    alone = [
        to_pdf(kallelse_manuscript(MARCH, STYLE, draft=False)),
        to_pdf(kallelse_manuscript(nasty(), HOUSE, draft=False)),
    ]
    with ThreadPoolExecutor(4) as pool:
        tasks = [
            pool.submit(
                lambda sheet, style: to_pdf(kallelse_manuscript(sheet, style, draft=False)),
                meeting,
                style,
            )
            for meeting, style in [(MARCH, STYLE), (nasty(), HOUSE)] * 4
        ]
        together = [task.result() for task in tasks]
    assert together == alone * 4


def test_signature_lines_taller_than_a_page_are_cut_and_lose_nothing() -> None:
    """Long names in large print: nothing may be drawn below the page."""
    manuscript = made([signed(["x" * 300, "Åsa Wärnelid"])], Shape(body=28))
    printed = to_pdf(manuscript)
    assert problems(printed, told(manuscript.root, {})) == []
    assert squeezed(text_of(printed)) == squeezed(told(manuscript.root, {}))
    assert "x" * 300 in squeezed(spoken(printed))


def test_headings_taller_than_a_page_are_cut_and_lose_nothing() -> None:
    header = ["x" * 300, "Om", "Namn", "y" * 200, "z"]
    captioned = accounted(["c" * 600], [("w" * 300, 0)], True, 1)
    for part in (table(header, [["Rad"]] * 3), table(header, [["w" * 300]] * 2), captioned):
        manuscript = made([part], Shape(body=28, draft=True))
        printed = to_pdf(manuscript)
        assert problems(printed, told(manuscript.root, {})) == []
        assert squeezed(text_of(printed)) == squeezed(told(manuscript.root, {}))


def rows_of(count: int) -> Table:
    rows = [CellRow([TableCell(Stack([lines(1)]))]) for _ in range(count)]
    return Table(rows, (100.0,), padding=0.0, tail=True)


def test_the_last_row_goes_with_what_would_stand_alone() -> None:
    end = lines(2, keep=True)
    pages = paginate([rows_of(9), end, lines(1)], SMALL_PAGE)
    assert heights(pages, SMALL_PAGE.width) == [80, 40]
    assert heights(paginate([rows_of(7), end, lines(1)], SMALL_PAGE), 160) == [100]


def test_a_tail_that_cannot_be_had_leaves_no_page_empty() -> None:
    pages = paginate([rows_of(1), *[lines(4, keep=True)] * 3, lines(1)], SMALL_PAGE)
    assert all(height > 0 for height in heights(pages, SMALL_PAGE.width))
    (first, *_), *_ = pages
    assert isinstance(first, Table)


def test_a_hyphenated_line_set_to_the_right_ends_at_the_margin() -> None:
    style = TextStyle(size=12, align="right")
    element = Element("P", pieces=(Piece("ett brottsförebyggande samverkansarbete"),))
    hyphenated = [each for each in Paragraph(element, style).lines(110) if each.end == "soft"]
    assert hyphenated
    for each in hyphenated:
        left, run = each.runs[-1]
        assert each.width == pytest.approx(left + run.with_text(run.text + "\u00ad").width)
        assert each.width <= 110 + 0.01
