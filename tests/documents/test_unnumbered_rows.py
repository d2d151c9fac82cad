"""Rows without a number, numbered breaks and headings: all that they say is printed."""

import re

import pytest

from hubra_desktop.cli.show import meeting_text
from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.terms import ItemKind
from tests.documents.checks import problems
from tests.documents.reading import run, spoken, squeezed
from tests.documents.samples import HOUSE, meeting, unusual

SAID = (
    "Upprop",
    "Prisutdelning: Årets trygghetspris",
    "Åsa Wärnelid 1, enhetschef, NBF",
    "Foajén",
    "Pristagaren tackar.",
    "KS-2025/12.100",
    "Serveras av restaurangskolan.",
    "Åsa Wärnelid 3, enhetschef, NBF",
    "Matsalen",
    "Handlingarna ligger i portalen.",
    "Åsa Wärnelid 4, enhetschef, NBF",
    "KS-2025/13.100",
    "Kaffe i foajén.",
    "Direkt.",
)


def numbers_in(text: str) -> list[str]:
    """The numbers that begin lines of a printed agenda, with the title after each."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in lines if re.match(r"\d+ [A-ZÅÄÖ]", line)]


def test_what_a_row_says_is_printed_whatever_its_kind_and_number() -> None:
    paper = kallelse_manuscript(unusual(), HOUSE, draft=False)
    printed = to_pdf(paper)
    assert problems(printed) == []
    for text in (spoken(printed), to_html(paper), meeting_text(unusual(), HOUSE, ())):
        assert [each for each in SAID if squeezed(each) not in squeezed(text)] == []


def test_only_rows_with_a_number_have_one_in_print() -> None:
    printed = to_pdf(kallelse_manuscript(unusual(), HOUSE, draft=False))
    listing = run("pdftotext", "-layout", data=printed, after=("-",))
    assert numbers_in(listing) == [
        "1 Läget i kommunen",
        "2 Lunch (Kl. 16.10–17.10)",
        "3 Beslutsärenden KS-2025/13.100",
        "4 Bidrag",
    ]


@pytest.mark.parametrize("kind", ItemKind)
@pytest.mark.parametrize("size", [None, 20.0])
def test_a_note_taller_than_a_page_is_printed_whole(kind: ItemKind, size: float | None) -> None:
    words = " ".join(f"ord{number}" for number in range(2000))
    paper = meeting(Item(id="a", kind=kind, title="Först", note=words), Item(id="b", title="Sist"))
    printed = to_pdf(kallelse_manuscript(paper, HOUSE, draft=False, text_size=size))
    assert problems(printed) == []
    assert squeezed(words) in squeezed(spoken(printed))


def test_a_closed_heading_says_so_once() -> None:
    closed = Item(
        id="h", kind=ItemKind.HEADING, title="Hemligt", closed=True, note="Se portalen.",
        print_note=True,
    )  # fmt: skip
    text = spoken(to_pdf(kallelse_manuscript(meeting(closed), HOUSE, draft=False)))
    assert text.count("Stängda dörrar") == 1
    assert "Hemligt" not in text
    assert "Se portalen." in text
