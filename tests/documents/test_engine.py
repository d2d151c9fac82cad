"""The engine's inside as the kit relies on it: a release that moves a name fails here."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont
from reportlab.pdfgen.canvas import Canvas

from hubra_desktop.documents.kit.canvas import TaggedCanvas
from hubra_desktop.documents.kit.coverage import SANS, covered
from hubra_desktop.documents.kit.engine import BrokenDocumentError, Engine, Ready, font_data
from hubra_desktop.documents.kit.fonts import face, to_unicode
from hubra_desktop.documents.kit.metadata import srgb_profile
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.documents.kit.style import A4
from hubra_desktop.documents.kit.tree import Element
from hubra_desktop.paths import resource
from tests.documents.reports import COMPLETE, report, shown, text


@pytest.fixture
def engine() -> Engine:
    face(SANS)
    return Engine(A4, "sv-SE", SANS)


def test_a_canvas_keeps_its_operators_in_a_list(engine: Engine) -> None:
    engine.canvas.rect(0, 0, 1, 1)
    assert engine.code is engine.canvas._code
    assert any("re" in chunk for chunk in engine.code)


def test_a_canvas_knows_its_document(engine: Engine) -> None:
    assert isinstance(engine.document, pdfdoc.PDFDocument)
    assert engine.document is engine.canvas._doc


def test_a_new_page_starts_without_operators_or_fonts(engine: Engine) -> None:
    assert engine.code == []
    assert " Tf" not in engine.canvas._preamble


def test_pages_are_listed_and_named_in_order(engine: Engine) -> None:
    for _ in range(2):
        engine.code.append("")
        engine.canvas.showPage()
    assert len(engine.pages) == 2
    assert engine.reference("Page1") != engine.reference("Page2")


def test_what_is_registered_gets_a_number(engine: Engine) -> None:
    assert engine.register(Ready(b"<<>>")).endswith(b" 0 R")


@pytest.mark.parametrize("thing", [pdfdoc.PDFPage, pdfdoc.PDFCatalog])
def test_pages_and_catalog_take_entries_beyond_their_own(engine: Engine, thing: type[Any]) -> None:
    made = thing()
    before = list(thing.__NoDefault__)
    engine.extend(made, StructParents=7)
    assert made.StructParents == 7
    assert "StructParents" in made.__NoDefault__
    assert thing.__NoDefault__ == before


def test_a_given_identity_is_the_files_own(engine: Engine) -> None:
    engine.code.append("")
    engine.canvas.showPage()
    printed = engine.close(b"<</Title (x)>>", b"\n[<AB><AB>]\n")
    assert b"[<AB><AB>]" in printed
    assert b"<</Title (x)>>" in printed


def test_every_stream_passes_the_hook(engine: Engine) -> None:
    engine.code.append("")
    engine.canvas.showPage()
    printed = engine.close(b"<<>>", b"[<AB><AB>]")
    assert printed.count(b"\r\nendstream") == printed.count(b"endstream") > 0


def test_a_font_that_would_not_be_embedded_stops_the_document(engine: Engine) -> None:
    with pytest.raises(BrokenDocumentError, match="Helvetica"):
        engine.document.getInternalFontName("Helvetica")
    with pytest.raises(BrokenDocumentError, match="Helvetica"):
        engine.canvas.setFont("Helvetica", 10)


def test_the_inside_of_a_canvas_and_a_font_has_the_names_we_use() -> None:
    canvas = Canvas(BytesIO())
    assert {"_code", "_doc", "_preamble"} <= set(vars(canvas))
    document = canvas._doc
    assert {"idToObjectNumberAndVersion", "idToObject", "delayedFonts"} <= set(vars(document))
    assert "_ID" in vars(document)
    font = TTFont("Prov", str(resource("fonts", f"{SANS}.ttf")), asciiReadable=0)
    font.splitString("Hej", document)
    assert font.state[document].subsets[0][0] == 0
    assert {"charToGlyph", "charWidths", "hmetrics", "ascent", "descent"} <= set(vars(font.face))
    assert font_data(font.face)[:4] == b"\0\1\0\0"
    assert SUBSETN(0) == b"AAAAAA"


def test_our_reading_of_a_font_agrees_with_the_engines() -> None:
    font = TTFont("Prov", str(resource("fonts", f"{SANS}.ttf")))
    assert set(font.face.charToGlyph) - {0xFFFF} <= covered(SANS)


def test_to_unicode_maps_are_in_small_blocks_of_utf_16() -> None:
    written = to_unicode([0, *range(0x100, 0x1F0), 0x1F60A, 0xF0000], {0xF0000: "لا"})
    counts = [int(line.split()[0]) for line in written.splitlines() if b"beginbfchar" in line]
    assert max(counts) <= 100
    assert sum(counts) == 242
    assert b"<00> <" not in written.split(b"endcodespacerange")[1]
    assert b"<F1> <D83DDE0A>" in written
    assert b"<F2> <06440627>" in written


def test_the_colour_profile_is_as_long_as_it_says() -> None:
    profile = srgb_profile()
    assert int.from_bytes(profile[:4], "big") == len(profile) < 1000
    assert profile[36:40] == b"acsp"


def test_an_element_that_is_never_drawn_stops_the_document() -> None:
    manuscript = report(text("ett"))
    manuscript.root.add("P")
    with pytest.raises(BrokenDocumentError, match="P was never drawn"):
        to_pdf(manuscript)


def test_an_element_with_text_beside_other_elements_stops_the_document() -> None:
    manuscript = report(text("ett"))
    manuscript.root.kids[-2].add("P")
    with pytest.raises(BrokenDocumentError):
        to_pdf(manuscript)


def test_a_figure_without_words_stops_the_document() -> None:
    with pytest.raises(BrokenDocumentError, match="spoken"):
        to_pdf(report(shown(" ")))


def test_a_reference_to_a_note_that_is_not_printed_stops_the_document() -> None:
    manuscript = report(*COMPLETE)
    note = next(kid for kid in manuscript.root.kids if kid.tag == "Note")
    manuscript.root.kids.remove(note)
    with pytest.raises(BrokenDocumentError, match="not in the tree"):
        to_pdf(manuscript)


def test_furniture_is_never_part_of_the_tree() -> None:
    canvas = TaggedCanvas(A4)
    element = Element("P")
    with canvas.furniture("Header"):
        assert canvas.begin(element).startswith("/Artifact")
        canvas.link(element, (0, 0, 1, 1))
    assert canvas.traces == {}
    assert canvas.pages == [[]]


def test_headings_make_the_outline() -> None:
    with pikepdf.open(BytesIO(to_pdf(report(*COMPLETE)))) as pdf, pdf.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "Rapport"
        assert [entry.title for entry in top.children] == ["Fördelning"]
