"""Structured prose: what is a mark, what is only a character, and that nothing is lost."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hubra_desktop.documents.kit.compose import Headings, heading
from hubra_desktop.documents.kit.coverage import clean
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import Manuscript, placed_pdf, to_pdf
from hubra_desktop.documents.kit.rich import Apparatus, inline_pieces, rich
from hubra_desktop.documents.kit.style import Look
from hubra_desktop.documents.kit.tree import Piece, document
from hubra_desktop.model.structured import parts
from tests.documents.checks import problems
from tests.documents.long_report import META
from tests.documents.reading import spoken, squeezed
from tests.documents.samples import picture
from tests.documents.test_reports import words_of

LOOK = Look()


def told(text: str) -> Manuscript:
    """Put ``text`` below a document's own heading."""
    root = document()
    headings = Headings(root, LOOK)
    return Manuscript(root, [headings.add(1, "R"), *rich(root, text, LOOK, headings, 440)], META)


def tags(text: str) -> list[str]:
    return [kid.tag for kid in told(text).root.kids[1:]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ett stycke\npå två rader\n\nTvå", ["P", "P"]),
        ("# Rubrik\nText", ["H2", "P"]),
        ("# Rubrik\n## Under\n## Under", ["H2", "H3", "H3"]),
        ("## Utan rubrik ovanför", ["H2"]),
        ("Text\n- ett\n- två\nmer", ["P", "L", "P"]),
        ("- ett\n1. två", ["L", "L"]),
        ("> citat\n> mer\n\n> ett annat", ["BlockQuote", "BlockQuote"]),
        ("#utan mellanslag", ["P"]),
        ("-5 grader", ["P"]),
        ("1999. Ett år", ["P"]),
        ("> ", ["P"]),
        ("Om 3 > 2", ["P"]),
    ],
)
def test_lines_become_what_they_are(text: str, expected: list[str]) -> None:
    assert tags(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("en **fet** sak", (Piece("en "), Piece("fet", bold=True), Piece(" sak"))),
        ("*kursiv*", (Piece("kursiv", italic=True),)),
        ("**fet *och* mer**", (Piece("fet ", bold=True), Piece("och", bold=True, italic=True),
                               Piece(" mer", bold=True))),
        ("2 * 3 * 4", (Piece("2 * 3 * 4"),)),
        (r"\*inte\*", (Piece("*inte*"),)),
        ("**öppen", (Piece("**öppen"),)),
        ("[rådet](https://bra.se)", (Piece("rådet", href="https://bra.se"),)),
        ("[skript](javascript:alert)", (Piece("[skript](javascript:alert)"),)),
        ("se www.bra.se.", (Piece("se "), Piece("www.bra.se", href="www.bra.se"), Piece("."))),
        ("", (Piece(""),)),
    ],
)  # fmt: skip
def test_words_are_set_apart_by_marks(text: str, expected: tuple[Piece, ...]) -> None:
    assert inline_pieces(text) == expected


def test_items_stand_below_items_with_their_own_marks() -> None:
    page = to_html(told("- ett\n  1. inre\n  2. inre två\n- två\n  - punkt"))
    assert (
        "<ul><li><p>ett</p><ol><li><p>inre</p></li><li><p>inre två</p></li></ol></li>"
        "<li><p>två</p><ul><li><p>punkt</p></li></ul></li></ul>"
    ) in page


def test_an_item_set_in_without_one_above_is_an_item() -> None:
    assert [line.depth for line in parts("  - ett\n- två")[0].lines] == [1, 0]
    assert "<ul><li><p>ett</p></li><li><p>två</p></li></ul>" in to_html(told("  - ett\n- två"))


def test_every_line_break_that_was_typed_is_kept() -> None:
    assert "Ett<br>två<br>tre" in to_html(told("Ett\ntvå\r\ntre"))


@given(st.text(st.sampled_from("ab*#->1.) \n\\[](|^!"), max_size=60))
@example("**\n")
@example("# \\\n- \\*")
def test_anything_typed_can_be_printed_and_no_letter_is_lost(text: str) -> None:
    manuscript = told(text)
    printed = to_pdf(manuscript)
    assert problems(printed) == []
    assert squeezed(spoken(printed)) == squeezed(words_of(manuscript))
    kept = [sign for sign in clean(text) if sign in "ab"]
    assert [sign for sign in words_of(manuscript)[1:] if sign in "ab"] == kept


def test_a_heading_keeps_its_marks_out_of_its_title() -> None:
    manuscript = told("# En **viktig** sak")
    assert manuscript.root.kids[1].text == "En viktig sak"
    assert heading(document(), 2, "R", LOOK).element.text == "R"


PICTURE = picture()


def full(text: str) -> Manuscript:
    """Set a text out with a picture that it may name."""
    root = document()
    headings = Headings(root, LOOK)
    kept = Apparatus({"0a1b2c3d": PICTURE})
    title = headings.add(1, "R")
    return Manuscript(root, [title, *rich(root, text, LOOK, headings, 440, 1, kept, "id")], META)


def test_footnotes_are_numbered_and_printed_below_their_text() -> None:
    manuscript = full("# Rubrik^[ett]\nText^[*två* av [tre](https://bra.se)] mer")
    printed = to_pdf(manuscript)
    assert problems(printed) == []
    assert [kid.tag for kid in manuscript.root.kids] == ["H1", "H2", "P", "Note", "Note"]
    assert squeezed(spoken(printed)) == squeezed("R Rubrik1 Text2 mer 1 ett 2 två av tre")
    page = to_html(manuscript)
    assert 'aria-label="Fotnot: två av tre" id="note2-ref" href="#note2">2</a>' in page
    assert '<aside role="note" id="note1">' in page


def test_a_table_has_headings_and_its_figures_stand_to_the_right() -> None:
    manuscript = full("| Post | Kronor | Kronor |\n| --- | --- | --- |\n| **Mat** | 1 200 | – |")
    assert problems(to_pdf(manuscript)) == []
    page = to_html(manuscript)
    assert '<th class="n" scope="col"><p>Kronor</p></th>' in page
    row = '<th scope="row"><p><strong>Mat</strong></p></th><td class="n"><p>1\u00a0200</p></td>'
    assert row in page


def test_a_picture_is_told_and_decoration_is_only_seen() -> None:
    manuscript = full("![En lekplats](bild:0a1b2c3d)\n![](bild:0a1b2c3d)\n![Ingen](bild:ffffffff)")
    printed = to_pdf(manuscript)
    assert problems(printed) == []
    assert [kid.tag for kid in manuscript.root.kids] == ["H1", "Figure", "Artifact", "P"]
    assert squeezed("[Bild: Ingen]") in squeezed(spoken(printed))
    page = to_html(manuscript)
    assert '<img alt="En lekplats"' in page
    assert '<img alt=""' in page


def test_where_each_block_of_a_text_is_printed_is_known() -> None:
    places = placed_pdf(full("Ett\n\n- två\n\n| a | b |\n| --- | --- |\n| c | d |"))[1]
    assert sorted(places) == [("id", 0), ("id", 1), ("id", 2)]
    heights = [places["id", place][1] for place in range(3)]
    assert heights == sorted(heights)
    assert 0 < heights[0] < 1
