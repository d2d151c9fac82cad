"""Longer papers: contents, page breaks, numbered headings, notes, facts, signatures, marks."""

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit.blocks import Block, Break, Stack, paragraph
from hubra_desktop.documents.kit.compose import (
    Headings,
    NestedItem,
    heading,
    listing,
    prose,
    quote,
)
from hubra_desktop.documents.kit.contents import Contents
from hubra_desktop.documents.kit.engine import BrokenDocumentError
from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine, figure_table
from hubra_desktop.documents.kit.formal import (
    SignatureLine,
    StatedFact,
    closing,
    dateline,
    facts_across,
    stated_facts,
)
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import Manuscript, paginate, to_pdf
from hubra_desktop.documents.kit.style import Look
from hubra_desktop.documents.kit.tree import Element, Piece, document
from hubra_desktop.model.terms import MeetingState
from tests.documents.checks import problems
from tests.documents.long_report import META, long_report
from tests.documents.reading import as_list, elements, run, spoken, squeezed, structure_of
from tests.documents.reports import Notes
from tests.documents.samples import HOUSE, meeting
from tests.documents.test_html import Reader
from tests.documents.test_reports import words_of

LOOK = Look()


def paper(root: Element, *blocks: Block) -> Manuscript:
    """Put ``blocks`` on plain pages."""
    return Manuscript(root, list(blocks), META)


def without_digits(text: str) -> str:
    return re.sub(r"\d", "", squeezed(text))


@pytest.fixture(scope="module")
def report() -> bytes:
    return to_pdf(long_report(20))


def test_a_long_report_may_be_archived_and_says_all(report: bytes) -> None:
    assert problems(report) == []
    assert without_digits(spoken(report)) == without_digits(words_of(long_report(20)))
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", data=report)


@pytest.mark.parametrize("pages", [10, 20])
def test_a_long_report_is_about_as_long_as_asked(pages: int) -> None:
    with pikepdf.open(BytesIO(to_pdf(long_report(pages)))) as pdf:
        assert 0.75 * pages <= len(pdf.pages) <= 1.25 * pages


def test_the_long_report_is_the_same_every_time(report: bytes) -> None:
    assert to_pdf(long_report(20)) == report


def test_the_contents_name_the_page_where_each_heading_stands(report: bytes) -> None:
    listed = spoken(report).split("\nInnehåll\n")[1].split("\nOm berättelsen\n")[0]
    entries = [(title, int(page)) for title, page in re.findall(r"(.+) (\d+)", listed)]
    assert len(entries) > 20
    with pikepdf.open(BytesIO(report)) as pdf:
        count = len(pdf.pages)
    pages = [run("pdftotext", "-layout", "-f", str(n), "-l", str(n), data=report, after=("-",))
             for n in range(1, count + 1)]  # fmt: skip
    for title, page in entries:
        shown = squeezed(pages[page - 1])
        assert squeezed(title) in shown, (title, page)


def test_every_line_of_the_contents_leads_to_its_heading_and_says_so(report: bytes) -> None:
    with pikepdf.open(BytesIO(report)) as pdf:
        pages = {page.obj.objgen: place for place, page in enumerate(pdf.pages, 1)}
        links = [link for page in pdf.pages for link in as_list(page.obj.get("/Annots"))]
        inner = [link for link in links if "/Dest" in link and str(link.Dest[1]) == "/XYZ"]
        assert len(inner) > 20
        for link in inner:
            said = re.fullmatch(r".+, sida (\d+)", str(link.Contents))
            assert said
            assert pages[link.Dest[0].objgen] == int(said[1])
            assert float(link.Rect[2]) - float(link.Rect[0]) > 200


def test_contents_that_fill_pages_still_name_the_right_ones() -> None:
    root = document()
    blocks: list[Block] = [heading(root, 1, "Rapport", LOOK)]
    contents = Contents(root, LOOK)
    blocks += [contents.block, Break()]
    for place in range(150):
        blocks += [heading(root, 2, f"Rubrik nummer {place}", LOOK), *prose(root, "Text.", LOOK)]
    contents.close()
    printed = to_pdf(paper(root, *blocks))
    assert problems(printed) == []
    last = re.findall(r"Rubrik nummer 149 (\d+)", spoken(printed))
    with pikepdf.open(BytesIO(printed)) as pdf:
        assert [int(page) for page in last] == [len(pdf.pages)]


def test_contents_are_nested_like_the_headings(report: bytes) -> None:
    with pikepdf.open(BytesIO(report)) as pdf:
        top = next(element for element in elements(pdf) if str(element.S) == "/TOC")
        first = top.K[0]
        assert str(first.S) == "/TOCI"
        assert [str(kid.S) for kid in first.K] == ["/P", "/TOC"]
        assert {str(kid.S) for kid in as_list(first.K[1].K)} == {"/TOCI"}


def test_a_paper_without_sections_has_no_contents() -> None:
    root = document()
    title = heading(root, 1, "Rapport", LOOK)
    contents = Contents(root, LOOK)
    text = prose(root, "Text.", LOOK)
    contents.close()
    assert squeezed(spoken(to_pdf(paper(root, title, contents.block, *text)))) == "RapportText."


def test_contents_that_list_a_heading_on_no_page_stop_the_document() -> None:
    root = document()
    contents = Contents(root, LOOK)
    heading(root, 2, "Borta", LOOK)
    contents.close()
    with pytest.raises(BrokenDocumentError, match="on no page"):
        to_pdf(paper(root, contents.block))


def test_a_link_to_a_heading_in_the_text_leads_there_in_both() -> None:
    root = document()
    target = Element("H2")
    pieces = (Piece("Se "), Piece("nästa avsnitt", goto=target), Piece("."))
    blocks: list[Block] = [
        heading(root, 1, "Rapport", LOOK), paragraph(root.add("P"), pieces, LOOK.text),
    ]  # fmt: skip
    root.adopt(target)
    blocks.append(paragraph(target, "Avsnitt", LOOK.section))
    manuscript = paper(root, *blocks)
    assert problems(to_pdf(manuscript)) == []
    assert '<a href="#rubrik2">nästa avsnitt</a>' in to_html(manuscript)


def test_appendices_are_counted() -> None:
    root = document()
    headings = Headings(root, LOOK)
    headings.add(1, "R")
    headings.appendix("A")
    headings.add(3, "R")
    headings.appendix("B")
    assert [kid.text for kid in root.kids] == ["R", "Bilaga\u00a01. A", "R", "Bilaga\u00a02. B"]


def test_a_skipped_level_stops_the_document() -> None:
    headings = Headings(document(), LOOK)
    headings.add(1, "Rapport")
    with pytest.raises(BrokenDocumentError, match="level 3 below level 1"):
        headings.add(3, "För djupt")


@given(st.lists(st.booleans(), min_size=1, max_size=12))
def test_page_breaks_never_make_an_empty_page(breaks: list[bool]) -> None:
    root = document()
    blocks = [Break() if cut else paragraph(root.add("P"), "Text.", LOOK.text) for cut in breaks]
    pages = paginate(blocks, paper(root).page)
    told = "".join("|" if cut else "x" for cut in breaks)
    assert len(pages) == len([part for part in told.split("|") if part])
    assert sum(len([b for b in page if not isinstance(b, Break)]) for page in pages) == told.count(
        "x"
    )


def test_notes_are_counted_and_lead_back() -> None:
    root = document()
    notes = Notes(LOOK)
    pieces = (Piece("Ett"), notes.add("Första noten."), Piece(" två"), notes.add("Andra noten."))
    manuscript = paper(
        root, heading(root, 1, "R", LOOK), paragraph(root.add("P"), pieces, LOOK.text),
        *notes.close(root),
    )  # fmt: skip
    printed = to_pdf(manuscript)
    assert problems(printed) == []
    assert "Ett¹ två²" in spoken(printed)
    page = Reader(to_html(manuscript))
    hrefs = [link["href"] for link in page.all("a")]
    assert hrefs == ["#note1", "#note2", "#note1-ref", "#note2-ref"]
    assert {str(link.get("id")) for link in page.all("a")} >= {"note1-ref", "note2-ref"}


def test_lists_stand_below_items_of_lists() -> None:
    root = document()
    whole = listing(
        root,
        [NestedItem("Ett", ("inre", NestedItem("inre två", ("innerst",), numbered=True))), "Två"],
        LOOK,
        numbered=True,
    )
    manuscript = paper(root, heading(document(), 1, "R", LOOK), whole)
    manuscript.blocks = [whole]
    printed = to_pdf(manuscript)
    assert problems(printed) == []
    assert "<ol><li><p>Ett</p><ul><li><p>inre</p></li>" in to_html(manuscript)
    assert structure_of(printed).count("LBody") == 5


def test_an_item_of_a_list_is_not_left_alone() -> None:
    root = document()
    page = paper(root).page
    parted = []
    for rows in range(28, 52):
        filler = paragraph(root.add("P"), "\n".join(["x"] * rows), LOOK.text)
        pages = paginate([filler, listing(root, ["punkt"] * 12, LOOK)], page)
        items = [len(block.blocks) for each in pages for block in each if isinstance(block, Stack)]
        assert 1 not in items
        parted.append(len(items) > 1)
    assert any(parted)


def test_a_quote_is_one() -> None:
    root = document()
    manuscript = paper(root, quote(root, ["Ett", "Två"], LOOK))
    assert problems(to_pdf(manuscript)) == []
    assert "<blockquote><p>Ett</p><p>Två</p></blockquote>" in to_html(manuscript)


def test_facts_are_tables_with_their_names_as_headings() -> None:
    root = document()
    given_facts = [StatedFact("Tid", "kl. 9"), StatedFact("Diarienummer", (Piece("KS-1"),))]
    manuscript = paper(
        root, stated_facts(root, given_facts, LOOK, 400), facts_across(root, given_facts, LOOK, 400)
    )
    assert problems(to_pdf(manuscript)) == []
    scopes = [header["scope"] for header in Reader(to_html(manuscript)).all("th")]
    assert scopes == ["row", "row", "col", "col"]


@pytest.mark.parametrize(
    ("place", "dated", "words"),
    [
        ("Huddinge", True, "Huddinge den 12 februari 2025"),
        (" ", True, "Den 12 februari 2025"),
        ("Huddinge", False, "Huddinge"),
        ("", False, ""),
    ],
)
def test_place_and_date_are_written_as_one_line(place: str, dated: bool, words: str) -> None:
    assert dateline(place, META.day if dated else None) == words


def test_signature_lines_are_read_one_after_the_other() -> None:
    root = document()
    signing = [
        SignatureLine("Åsa", "Ordförande"),
        SignatureLine(" ", ""),
        SignatureLine("", "Justerare"),
    ]
    blocks = closing(root, "Lövstabro", signing, LOOK)
    printed = to_pdf(paper(root, *blocks))
    assert problems(printed) == []
    assert spoken(printed).split("\n")[:-2] == ["Lövstabro", "Åsa Ordförande", "Justerare"]
    assert closing(root, "", [], LOOK) == []


def summed(rows: int = 4) -> Manuscript:
    """Set a table of figures with a sum and a caption."""
    root = document()
    columns = {"Post": 1.0, "Plan": 0.0, "Utfall": 0.0, "Kvar": 0.0}
    lines = [FigureLine((f"Post {row}", str(row), str(row * 1000), "7")) for row in range(rows)]
    table = figure_table(
        root, columns, [FigureGroup("", lines)], LOOK, 400.0,
        total=("Summa", "6", "6000", ""), caption="Budget, tusen kronor",
    )  # fmt: skip
    return paper(root, heading(root, 1, "R", LOOK), *table)


def test_a_table_of_figures_has_caption_and_foot() -> None:
    manuscript = summed()
    printed = to_pdf(manuscript)
    assert problems(printed) == []
    with pikepdf.open(BytesIO(printed)) as pdf:
        tags = [str(e.S) for e in elements(pdf)]
    assert tags[tags.index("/Table") + 1] == "/Caption"
    assert tags.count("/TFoot") == 1
    page = Reader(to_html(manuscript))
    assert [name for name, _ in page.found].count("caption") == 1
    assert len(page.all("tfoot")) == 1
    assert {str(cell["class"]) for cell in page.all("td")} == {"n"}


def test_a_short_table_is_not_torn_and_a_long_one_repeats_its_headings() -> None:
    root = document()
    filler = paragraph(root.add("P"), "\n".join(["x"] * 42), LOOK.text)
    short = summed()
    pages = paginate([filler, short.blocks[1]], short.page)
    assert [len(page) for page in pages] == [1, 1]
    long = summed(90)
    printed = to_pdf(long)
    assert problems(printed) == []
    assert run("pdftotext", "-layout", data=printed, after=("-",)).count("Utfall") >= 2
    assert squeezed(spoken(printed)).count("Utfall") == 1
    assert spoken(printed).count("Budget") == 1


@pytest.mark.parametrize(
    ("changes", "mark", "title"),
    [
        ({"state": MeetingState.CANCELLED}, "Inställt", "Inställt: Kallelse"),
        ({"state": MeetingState.MOVED}, "Flyttat", "Flyttat: Kallelse"),
    ],
)
def test_a_notice_that_no_longer_holds_is_marked(
    changes: dict[str, object], mark: str, title: str
) -> None:
    notice = meeting(**changes)
    printed = to_pdf(kallelse_manuscript(notice, HOUSE, draft=False))
    assert problems(printed) == []
    assert spoken(printed).startswith(f"{mark}\n")
    with pikepdf.open(BytesIO(printed)) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith(title)
    assert mark in to_html(kallelse_manuscript(notice, HOUSE, draft=False))


def test_a_draft_of_a_cancelled_meeting_has_both_marks() -> None:
    notice = replace(meeting(), state=MeetingState.CANCELLED)
    manuscript = kallelse_manuscript(notice, HOUSE, draft=True)
    assert manuscript.root.kids[0].kids[0].text == "Utkast · Inställt"
    assert manuscript.meta.title.startswith("Utkast, inställt: Kallelse")


@settings(max_examples=10)
@given(st.integers(7, 40))
def test_a_report_of_any_length_has_the_same_words_as_its_twin(pages: int) -> None:
    manuscript = long_report(pages)
    page = Reader(to_html(manuscript))
    assert page.open == []
    ids = [str(given["id"]) for _, given in page.found if "id" in given]
    assert len(ids) == len(set(ids))
    targets = {str(link["href"])[1:] for link in page.all("a") if str(link["href"])[0] == "#"}
    assert targets <= set(ids)
