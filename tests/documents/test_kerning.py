"""Kerning as a choice: nearer letters, the same words, and widths that hold in print."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Pdf

from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit.blocks import Paragraph, natural_width, paragraph
from hubra_desktop.documents.kit.fonts import face, styled
from hubra_desktop.documents.kit.kerning import adjustments, kerned
from hubra_desktop.documents.kit.render import Manuscript, to_pdf
from hubra_desktop.documents.kit.style import TextStyle
from hubra_desktop.documents.kit.tree import Element, document
from hubra_desktop.model.records.meeting import HouseStyle
from tests.documents.checks import problems
from tests.documents.march import MARCH, STYLE
from tests.documents.reading import as_list, run, spoken, squeezed, text_of
from tests.documents.reports import META
from tests.documents.samples import HOUSE, nasty

KERNED = TextStyle(kerning=True)
PLAIN = TextStyle()
LETTERS = st.text("AVTLPYWatovyr.,-1280 åÅñ☐ł", min_size=1, max_size=60)


def one_line(text: str, style: TextStyle, width: float = 1e6) -> tuple[Paragraph, bytes]:
    """Print one paragraph on a page of its own."""
    root = document()
    root.add("H1").pieces = ()
    block = paragraph(root.kids[0], text, style)
    assert len(block.lines(width)) == 1
    return block, to_pdf(Manuscript(root, [block], META))


def drawn_width(data: bytes) -> float:
    """Add up what a page's one line moves the pen, as a viewer does."""
    with Pdf.open(BytesIO(data)) as pdf:
        page = pdf.pages[0]
        fonts = {str(name): font for name, font in page.obj.Resources.Font.items()}
        total, size = 0.0, 0.0
        widths: list[float] = []
        for instruction in pikepdf.parse_content_stream(page):
            operator, operands = str(instruction.operator), list(instruction.operands)
            if operator == "Tf":
                widths = [float(width) for width in fonts[str(operands[0])].Widths]
                size = float(operands[1])
            elif operator in {"Tj", "TJ"}:
                for part in as_list(operands[0]) if operator == "TJ" else [operands[0]]:
                    if isinstance(part, pikepdf.String):
                        total += sum(widths[code] for code in bytes(part)) * size / 1000
                    else:
                        total -= float(part) * size / 1000
        return total


def test_pairs_stand_nearer() -> None:
    assert natural_width("AVATAR To", KERNED) < natural_width("AVATAR To", PLAIN)
    assert adjustments("To. AV", styled())[0] < 0


def test_it_is_on_unless_chosen_away() -> None:
    assert HouseStyle().kerning
    for chosen in (True, False):
        style = replace(STYLE, kerning=chosen)
        shown = _content(to_pdf(kallelse_manuscript(MARCH, style, draft=False)))
        assert (b"TJ" in shown) is chosen


def _content(data: bytes) -> bytes:
    with Pdf.open(BytesIO(data)) as pdf:
        return bytes(pdf.pages[0].Contents.read_bytes())


@pytest.mark.parametrize("font", ["LiberationSans-Regular", "LiberationSans-Bold", "DejaVuSans"])
def test_figures_keep_their_width(font: str) -> None:
    assert not any(adjustments("1171 2 11", face(font)))


def test_the_pairs_of_a_text_are_those_of_its_words() -> None:
    assert adjustments("AV To", styled()) == (
        *adjustments("AV", styled()), 0, *adjustments("To", styled())
    )  # fmt: skip
    assert kerned("AV To", styled()) == pytest.approx(sum(adjustments("AV To", styled())) / 1000)
    assert adjustments("", styled()) == ()


def test_a_word_with_combining_marks_is_left_alone() -> None:
    assert adjustments("AV\u0331AV", styled()) == (0,) * 5


@given(LETTERS.filter(str.strip))
def test_the_width_in_the_breaker_is_the_width_in_print(text: str) -> None:
    block, printed = one_line(text, KERNED)
    (line,) = block.lines(1e6)
    assert drawn_width(printed) == pytest.approx(line.width, abs=0.05)


@given(st.lists(st.sampled_from(["AVTAV", "Tovar", "Väg-", "och", "PA/VA"]), min_size=1),
       st.floats(20, 200))  # fmt: skip
def test_no_line_is_wider_than_the_measure(words: list[str], width: float) -> None:
    block = paragraph(Element("P"), " ".join(words), KERNED)
    for line in block.lines(width):
        assert line.width <= width + 0.1 or len(line.runs[0][1].text) == 1
    text = "".join(part.text for line in block.lines(width) for _, part in line.runs)
    assert squeezed(text) == squeezed("".join(words))


@pytest.mark.parametrize("data", [None, b"{}"], ids=["2a", "3a"])
def test_a_kerned_kallelse_may_be_archived_and_reads_the_same(data: bytes | None) -> None:
    plain = to_pdf(kallelse_manuscript(MARCH, STYLE, draft=False, data=data))
    printed = to_pdf(
        kallelse_manuscript(MARCH, replace(STYLE, kerning=True), draft=False, data=data)
    )
    assert problems(printed) == []
    assert spoken(printed) == spoken(plain)
    assert text_of(printed) == text_of(plain)
    words = run("pdftotext", data=printed, after=("-",)).split()
    assert words == run("pdftotext", data=plain, after=("-",)).split()


def test_text_that_bites_reads_the_same_with_kerning() -> None:
    plain = to_pdf(kallelse_manuscript(nasty(), HOUSE, draft=False))
    printed = to_pdf(kallelse_manuscript(nasty(), replace(HOUSE, kerning=True), draft=False))
    assert problems(printed) == []
    assert squeezed(spoken(printed)) == squeezed(spoken(plain))
