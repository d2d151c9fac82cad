"""Tables of figures: one row a line where the page is wide enough, else a table for each."""

import pytest

from hubra_desktop.documents.kit.blocks import Block
from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine, figure_table
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.metadata import Metadata
from hubra_desktop.documents.kit.render import Manuscript, to_pdf
from hubra_desktop.documents.kit.style import Look
from hubra_desktop.documents.kit.table import Table
from hubra_desktop.documents.kit.tree import Element, document
from tests.documents.checks import problems
from tests.documents.papers import whole
from tests.documents.reading import squeezed
from tests.documents.reports import META

LOOK = Look()
COLUMNS = {"Post": 1.0, "Plan": 0.0, "Kvar": 0.0}
ROWS = (
    FigureLine(("Arvoden", "60 000", "125")),
    FigureLine(("Bidrag", "204 000", "−3 734"), strong=True),
    FigureLine(("Nattvandring", "120 000", "0"), depth=1),
)


def made(*groups: FigureGroup, measure: float = 440.0, look: Look = LOOK,
         **changes: object) -> tuple[Element, list[Block], Manuscript]:  # fmt: skip
    root = document()
    blocks = figure_table(root, COLUMNS, groups, look, measure, **changes)  # type: ignore[arg-type]
    return root, blocks, Manuscript(root, blocks, META)


def test_groups_have_headings_and_sums_and_the_whole_a_foot() -> None:
    total = ("Summa", "264 000", "−3 609")
    root, blocks, manuscript = made(
        FigureGroup("Fasta", ROWS[:1], ("Summa fasta", "60 000", "125")),
        FigureGroup("Rörliga", ROWS[1:]),
        total=total,
        caption="Belopp i kronor",
    )
    assert len(blocks) == 1
    text = squeezed(whole(manuscript))
    assert text.startswith("BeloppikronorPostPlanKvarFastaArvoden")
    tags = [element.tag for element in root.walk()]
    assert tags.count("TFoot") == 1
    assert "rowgroup" in to_html(manuscript)
    assert "Summafasta60000125" in text


def test_rows_that_stand_below_are_set_in() -> None:
    _, blocks, _ = made(FigureGroup("", ROWS))
    assert isinstance(blocks[0], Table)
    indents = [row.cells[0].indent for row in blocks[0].rows[1:]]
    assert indents[0] == indents[1] == 0.0
    assert indents[2] > 0


def test_figures_are_never_parted_and_words_get_the_rest() -> None:
    _, blocks, _ = made(FigureGroup("", ROWS), measure=300.0)
    assert isinstance(blocks[0], Table)
    assert sum(blocks[0].widths) == pytest.approx(300.0)
    for row in blocks[0].rows:
        for width, cell in zip(blocks[0].widths[1:], row.cells[1:], strict=True):
            assert cell.stack.blocks[0].height(width - 8.8) < 20


def test_what_does_not_fit_becomes_a_table_for_each_row() -> None:
    root, blocks, manuscript = made(
        FigureGroup("Fasta", ROWS, ("Summa", "1", "2")), measure=150.0, look=Look(body=20.0),
        total=("Allt", "1", "2"), caption="Belopp", level=1,
    )  # fmt: skip
    captions = [each.text for each in root.walk() if each.tag == "Caption"]
    assert captions == ["Arvoden", "Bidrag", "varav Nattvandring", "Summa", "Allt"]
    assert [each.text for each in root.walk() if each.tag == "H1"] == ["Fasta"]
    assert len(blocks) == 7
    assert squeezed("Arvoden Plan 60 000 Kvar 125") in squeezed(whole(manuscript))


def test_a_row_that_says_nothing_but_its_name_is_a_paragraph() -> None:
    root, _, manuscript = made(
        FigureGroup("", (FigureLine(("Inget planerat", "", "")),)),
        measure=60.0,
        look=Look(body=20.0),
    )
    assert [each.tag for each in root.kids] == ["P"]
    assert "Inget planerat" in whole(manuscript)


@pytest.mark.parametrize("measure", [440.0, 60.0])
def test_without_rows_it_says_that_there_are_none(measure: float) -> None:
    _, _, manuscript = made(FigureGroup("Tom", ()), measure=measure, look=Look(body=20.0))
    assert "Inga uppgifter" in whole(manuscript)


@pytest.mark.parametrize("typed", ["a\x07b\x00c", "rad\nrad", "endstream endobj", "\ud800x"])
def test_what_is_pasted_into_a_title_does_not_break_the_metadata(typed: str) -> None:
    root, blocks, _ = made(FigureGroup("", ROWS))
    meta = Metadata(typed, typed, typed, META.day)
    assert problems(to_pdf(Manuscript(root, blocks, meta))) == []
