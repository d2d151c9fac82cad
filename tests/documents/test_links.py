"""Links of a paper and of its HTML twin: four schemes, escaped, and words where there is none."""

import re
from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from io import BytesIO

import pytest
from pikepdf import Pdf

from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit import html
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import Manuscript, to_pdf
from hubra_desktop.documents.kit.rich import inline_pieces
from tests.documents.march import MARCH, STYLE
from tests.documents.reading import text_of

NO_LINKS = (
    "JAVASCRIPT://a.se/%0aalert(1)",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "data:text/html,<b>x</b>",
    "Länk skickas med e-post",
)
TRICKY = "https://a.se/?a=1&copy=2&b='\"><script>alert(1)</script>(x)"
"""Every mark that HTML and PDF read as something else, and a name that HTML takes for ©."""

ADDRESS = "https://a.se/?a=1&copy=2&b='%22%3E%3Cscript%3Ealert(1)%3C/script%3E(x)"


def called(link: str, **values: str) -> Manuscript:
    meeting = replace(MARCH, link=link, footnotes=(), **values)  # type: ignore[arg-type]
    return kallelse_manuscript(meeting, STYLE, draft=False)


def links_of_pdf(paper: bytes) -> list[str]:
    with Pdf.open(BytesIO(paper)) as pdf:
        notes = [note for page in pdf.pages for note in page.obj.get("/Annots", [])]
        return [str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A]


class Anchors(HTMLParser):
    """The addresses of a page's links as a browser reads them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        target = dict(attrs).get("href")
        if tag == "a" and target is not None and not target.startswith("#"):
            self.found.append(target)


@pytest.mark.parametrize("link", NO_LINKS)
def test_what_leads_elsewhere_is_words_without_a_link(link: str) -> None:
    manuscript = called(link, note=f"Se {link}", place=f"{link} A-salen")
    page = to_html(manuscript)
    assert Anchors(page).found == []
    paper = to_pdf(manuscript)
    assert links_of_pdf(paper) == []
    assert link[:9] in text_of(paper)


def test_an_address_is_escaped_in_the_page_and_in_the_pdf() -> None:
    manuscript = called(TRICKY)
    page = to_html(manuscript)
    (found,) = re.findall(r'href="(https[^"]*)"', page)
    assert found == ADDRESS.replace("&", "&amp;").replace("'", "&#x27;")
    anchors = Anchors(page)
    assert anchors.found == [ADDRESS]
    assert "script" not in anchors.tags
    assert links_of_pdf(to_pdf(manuscript)) == [ADDRESS]


def test_an_address_written_unescaped_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "escape", lambda text: text if "://" in text else escape(text))
    with pytest.raises(AssertionError):
        test_an_address_is_escaped_in_the_page_and_in_the_pdf()


def test_links_to_the_web_to_mail_and_to_a_telephone_are_links() -> None:
    typed = "Se www.a.se, mejla a@b.se, ring tel:+46-8-123 eller hotell:08."
    page = to_html(called("https://meet.example/a", note=typed))
    wanted = ["https://meet.example/a", "https://www.a.se", "mailto:a@b.se", "tel:+46-8-123"]
    assert Anchors(page).found == wanted
    assert links_of_pdf(to_pdf(called("https://meet.example/a", note=typed))) == wanted


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///a", "mailto:a@b.se,c@d.se"])
def test_marked_words_lead_nowhere_else_either(target: str) -> None:
    assert [piece.href for piece in inline_pieces(f"[här]({target})") if piece.href] == []


def test_marked_words_lead_where_they_may() -> None:
    (piece,) = inline_pieces("[ring](tel:08-123)")
    assert (piece.text, piece.href) == ("ring", "tel:08-123")
