"""Names of any script are printed whole and come out of the file as they were typed."""

import re
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Pdf

from hubra_desktop.documents.kit.compose import heading, illustration
from hubra_desktop.documents.kit.coverage import LOOKALIKES, clean
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import Manuscript, to_pdf
from hubra_desktop.documents.kit.style import Look
from hubra_desktop.documents.kit.tree import document
from tests.documents.anything import ARABIC
from tests.documents.checks import problems
from tests.documents.names import META, MIXED, NAMES, NARROW, name_list
from tests.documents.reading import decoders, elements, run, shown, spoken, squeezed, text_of
from tests.documents.reports import SURFACE, report, text

PRINTED = to_pdf(name_list())
TYPED = [name for name, _, _ in NAMES]
BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def told(text: str) -> str:
    """Return a typed text as the file must say it: composed, without soft hyphens."""
    return clean(text).replace("\u00ad", "")


def by_to_unicode(data: bytes) -> str:
    """Read the file's codes in their order through the fonts' own maps, and nothing else."""
    with Pdf.open(BytesIO(data)) as pdf:
        return "".join(
            text for page in pdf.pages for _, _, text in shown(page, decoders(page))
        ).replace("\u200b", "")


def test_the_name_list_may_be_archived() -> None:
    assert problems(PRINTED) == []
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", data=PRINTED)


@pytest.mark.parametrize("name", TYPED)
def test_a_name_is_read_aloud_copied_and_found_as_it_was_typed(name: str) -> None:
    assert told(name) in spoken(PRINTED).splitlines()
    assert told(name) in text_of(PRINTED).splitlines()
    assert told(name) in by_to_unicode(PRINTED)
    copied = BIDI.sub("", run("pdftotext", data=PRINTED, after=("-",)))
    assert told(name) in copied.splitlines()


@pytest.mark.parametrize("line", [*MIXED, *NARROW])
def test_mixed_lines_keep_their_order(line: str) -> None:
    assert told(line) in spoken(PRINTED).splitlines()
    assert squeezed(line) in squeezed(text_of(PRINTED))
    assert squeezed(clean(line)) in squeezed(by_to_unicode(PRINTED))


@pytest.mark.parametrize(
    "word", ["شیرین", "محمد", "samordnare", "inom parentes", "☐ ej klar", "🙂", "överenskommelse"]
)
def test_words_of_mixed_lines_are_found_by_a_search(word: str) -> None:
    assert word in run("pdftotext", data=PRINTED, after=("-",))


def test_right_to_left_names_say_their_language() -> None:
    with Pdf.open(BytesIO(PRINTED)) as pdf:
        spans = {str(e.ActualText): str(e.Lang) for e in elements(pdf) if "/ActualText" in e}
    assert spans["محمد علي"] == "ar"
    assert spans["شیرین ئەحمەد"] == spans["ڕێبوار ڵاوکۆ"] == "ckb"
    assert spans["پرویز گلستانی"] == "fa"


def test_every_glyph_is_drawn_in_a_font_that_has_it() -> None:
    with Pdf.open(BytesIO(PRINTED)) as pdf:
        for page in pdf.pages:
            for font in page.obj.Resources.Font.values():
                assert isinstance(font.FontDescriptor.FontFile2, pikepdf.Stream)
    assert "\ufffd" not in by_to_unicode(PRINTED)


def test_the_html_twin_has_the_same_names() -> None:
    twin = to_html(name_list())
    for name in TYPED:
        assert told(name) in twin


def test_kerning_changes_nothing_of_it() -> None:
    kerned = to_pdf(name_list(kerning=True))
    assert problems(kerned) == []
    assert squeezed(spoken(kerned)) == squeezed(spoken(PRINTED))
    assert squeezed(by_to_unicode(kerned)) == squeezed(by_to_unicode(PRINTED))


def test_a_name_in_several_faces_is_read_from_its_right() -> None:
    for typed in ("شیرین ☐ ئەحمەد", f"شیرین – {ARABIC[4]}", "\u0645\u200c☐ \u0645\u200c\u0645"):
        assert typed in by_to_unicode(to_pdf(report(text(typed))))


def test_what_is_said_in_place_of_a_picture_is_composed_too() -> None:
    root = document()
    loose = "e\u0301te\u0301\u200b"
    blocks = [
        heading(root, 1, loose, Look()),
        illustration(root, SURFACE, loose, Look(), 100),
    ]
    manuscript = Manuscript(root, blocks, META)
    printed = to_pdf(manuscript)
    with Pdf.open(BytesIO(printed)) as pdf:
        assert {str(e.Alt) for e in elements(pdf) if "/Alt" in e} == {"été"}
        assert str(pdf.Root.Outlines.First.Title) == "été"
    assert 'aria-label="été"' in to_html(manuscript)


@pytest.mark.parametrize("code", LOOKALIKES)
def test_a_mark_of_borrowed_shape_is_drawn_between_names_too(code: int) -> None:
    typed = f"محمد {chr(code)} علي"
    printed = to_pdf(report(text(typed)))
    assert problems(printed) == []
    assert typed in by_to_unicode(printed)
