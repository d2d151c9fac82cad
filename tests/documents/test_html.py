"""The HTML twin: the same words in the same order, well formed, nothing from outside."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit.coverage import clean
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.model.terms import ItemKind
from tests.documents.march import MARCH, STYLE
from tests.documents.reading import spoken, squeezed
from tests.documents.reports import COMPLETE, report, text
from tests.documents.samples import HOUSE, NASTY, everything, nasty, sixty

VOID = {"meta", "img", "br", "wbr"}


class Reader(HTMLParser):
    """Reads a page: its text, its elements, and whether every element is closed in turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag == "img":
            self.text += str(dict(attrs)["alt"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in {"style", "title"}:
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def test_the_twin_says_what_the_print_says() -> None:
    for meeting, style in ((MARCH, STYLE), (everything(), HOUSE), (nasty(), HOUSE)):
        manuscript = kallelse_manuscript(meeting, style, draft=True)
        page = Reader(to_html(manuscript))
        assert page.open == []
        assert squeezed(page.text) == squeezed(spoken(to_pdf(manuscript)))


def test_tables_notes_and_headings_are_what_they_are() -> None:
    page = Reader(to_html(kallelse_manuscript(MARCH, STYLE, draft=False)))
    assert len(page.all("h1")) == 1
    scopes = [header.get("scope") for header in page.all("th")]
    assert scopes == ["row", "row", "col", "col", *["row"] * 8]
    assert page.all("th")[2]["colspan"] == "3"
    assert page.all("aside") == [{"role": "note", "id": "note1"}]
    there, back = page.all("a")
    assert (there["href"], there["id"]) == ("#note1", "note1-ref")
    assert back["href"] == "#note1-ref"


def test_a_row_that_is_one_heading_begins_a_group_of_rows() -> None:
    page = Reader(to_html(kallelse_manuscript(everything(), HOUSE, draft=False)))
    groups = [header for header in page.all("th") if header.get("scope") == "rowgroup"]
    assert [header["colspan"] for header in groups] == ["4", "4"]
    assert len(page.all("tbody")) == 3


def test_a_heading_with_a_case_number_begins_a_group_of_rows_too() -> None:
    page = Reader(to_html(kallelse_manuscript(sixty(), HOUSE, draft=False)))
    headings = [item for item in sixty().items if item.kind is ItemKind.HEADING]
    groups = [header for header in page.all("th") if header.get("scope") == "rowgroup"]
    spans = ["4" if item.closed else "3" for item in headings]
    assert [header["colspan"] for header in groups] == spans
    assert len(page.all("tbody")) == len(headings) + 1


def test_a_line_too_long_for_a_phone_may_break_where_the_print_holds_it_together() -> None:
    held = "Postadress:\u00a0Kommunstyrelsens\u00a0förvaltning,\u00a0141\u00a085"
    page = to_html(report(text(f"{held} och klockan\u00a015:30")))
    assert f"{held.replace(chr(160), ' ')} och " in page.replace("\u00ad", "")
    assert "klockan\u00a0<time" in page


@pytest.mark.parametrize("number", ["KS-2018/451.181", "08-123", "2024/25"])
def test_a_number_is_not_parted_by_the_browser(number: str) -> None:
    held = f'<span class="w">{number}</span>'
    assert f"Se ({held}), tack." in to_html(report(text(f"Se ({number}), tack.")))


def test_a_time_is_told_to_be_one_and_kept_together() -> None:
    whole = (
        '(<span class="w"><abbr title="Klockan">Kl.</abbr>\u00a0<time datetime="15:30">15.30</time>'
        '<abbr title="till">–</abbr><time datetime="16:00">16.00</time></span>)'
    )
    page = to_html(report(text("Se (Kl. 15.30–16.00), den 7 mars 2018, t.ex. 45 080 kr")))
    assert whole in page
    assert '<time datetime="2018-03-07">7\u00a0mars 2018</time>' in page
    assert (
        '<abbr title="till exempel">t.ex.</abbr> 45\u00a0080\u00a0<abbr title="kronor">kr' in page
    )


@pytest.mark.parametrize("typed", ["Kungens-Kurva", "och/eller", "KS-" + "2" * 30, "12", "-3"])
def test_other_words_may_be_parted(typed: str) -> None:
    assert f"<p>{typed}</p>" in to_html(report(text(typed)))


def test_the_page_holds_all_it_needs_and_runs_nothing() -> None:
    page = Reader(to_html(report(*COMPLETE)))
    assert page.all("script") == page.all("link") == []
    for image in page.all("img"):
        assert str(image["src"]).startswith("data:image/png;base64,")
        assert image["alt"]
    lists = [name for name, _ in page.found if name in {"ol", "ul", "li"}]
    assert lists == ["ol", "li", "li"]


def test_a_title_that_looks_like_markup_stays_text() -> None:
    page = to_html(kallelse_manuscript(nasty(), HOUSE, draft=False))
    assert "&lt;b&gt;Fet&lt;/b&gt; &amp; 100 %" in page
    assert not re.search(r"<(b|font)\b", page)
    assert 'lang="ckb"' in page


@given(st.text(st.sampled_from("<>&\"'/a b\n;"), max_size=40).filter(str.strip))
def test_no_typed_text_opens_an_element(typed: str) -> None:
    page = Reader(to_html(report(text(typed))))
    assert {name for name, _ in page.found} <= {
        "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "address",
        "p", "h1", "br", "span", "a",
    }  # fmt: skip
    assert squeezed(clean(typed)) in squeezed(page.text)


def test_nasty_text_is_all_there() -> None:
    page = Reader(to_html(kallelse_manuscript(nasty(), HOUSE, draft=False)))
    for typed in NASTY:
        assert squeezed(clean(typed)) in squeezed(page.text)
