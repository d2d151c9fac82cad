"""Whatever the kit is given to print may be archived, reads right and loses no word."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from pikepdf import Object, Pdf

from hubra_desktop.documents.kit.coverage import clean
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import Manuscript, to_pdf
from hubra_desktop.documents.kit.tree import HEADINGS, Element
from tests.documents.anything import DOCUMENTS, told
from tests.documents.checks import problems
from tests.documents.effort import documents
from tests.documents.reading import as_list, elements, run, spoken, squeezed, text_of
from tests.documents.test_html import Reader


def pages_of_headings(manuscript: Manuscript, printed: bytes) -> dict[Element, int]:
    """Find on which page every heading begins, in the finished file."""
    headings = [element for element in manuscript.root.walk() if element.tag in HEADINGS]
    with Pdf.open(BytesIO(printed)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        drawn = [e for e in elements(pdf) if str(e.S)[1:] in HEADINGS]
        numbers = [pages[next(_pages(element)).objgen] for element in drawn]
    return dict(zip(headings, numbers, strict=True))


def _pages(element: Object) -> Iterator[Object]:
    for kid in as_list(element.get("/K")):
        if isinstance(kid, int):
            yield element.Pg
        elif str(kid.get("/Type", "")) == "/MCR":
            yield kid.Pg
        elif "/S" in kid:
            yield from _pages(kid)


def plain(element: Element, *, labels: bool) -> str:
    """Read the tree without its pictures; lists have their own marks in HTML."""
    if element.tag == "Figure":
        return ""
    parent = element.parent.tag if element.parent is not None else ""
    if element.tag == "Lbl" and parent == "LI" and not labels:
        return ""
    own = clean("".join(piece.text for piece in element.pieces))
    return own + "".join(plain(kid, labels=labels) for kid in element.kids)


def has_pictures(root: Element) -> bool:
    return any(element.tag == "Figure" for element in root.walk())


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@settings(
    max_examples=documents(8),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(DOCUMENTS)
def test_any_document_may_be_archived_and_loses_nothing(manuscript: Manuscript) -> None:
    printed = to_pdf(manuscript)
    pages = pages_of_headings(manuscript, printed)
    expected = squeezed(told(manuscript.root, pages))
    assert problems(printed, told(manuscript.root, pages)) == []
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", data=printed)
    assert squeezed(spoken(printed)) == expected
    if not has_pictures(manuscript.root):
        assert squeezed(text_of(printed)) == expected
        page = Reader(to_html(manuscript))
        assert squeezed(page.text) == squeezed(plain(manuscript.root, labels=False))
