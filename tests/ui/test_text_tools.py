"""Words are found in a paper's text and exchanged; what is typed as a footnote is kept."""

import pytest
from PySide6.QtGui import QTextDocument

from hubra_desktop.ui.pages.reports.finder import exchanged_everywhere, places_found
from hubra_desktop.ui.pages.reports.object_bar import note_text
from hubra_desktop.ui.pages.reports.rich_document import fill
from hubra_desktop.ui.pages.reports.rich_objects import note_chosen


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Ett råd, två Råd", "råd", ["råd", "Råd"]),
        ("**fe**t text^[not]en", "fet texten", ["fet text\ufffcen"]),
        ("ett\ntvå", "ett två", []),
        ("🚒 råd", "råd", ["råd"]),
        ("| a | råd |\n| --- | --- |\n| råd | 2 |", "råd", ["råd", "råd"]),
        ("45\u00a0080 kr", "45 080", ["45\u00a0080"]),
        ("råd", " ", []),
    ],
)
def test_words_are_found_in_a_text(text: str, words: str, found: list[str]) -> None:
    document = QTextDocument()
    fill(document, text)
    assert [each.selectedText() for each in places_found(document, words)] == found


def test_exchanged_words_keep_their_looks_and_facts_stay() -> None:
    text = "- **sju** brev\n- [sju](fakta:brev) och sju^[*sju* av sju, [sju](fakta:brev)]"
    made = exchanged_everywhere(text, "sju", "åtta")
    note = "^[*åtta* av åtta, [sju](fakta:brev)]"
    assert made == (f"- **åtta** brev\n- [sju](fakta:brev) och åtta{note}", 3)


def test_words_in_a_footnote_are_found_at_its_place() -> None:
    document = QTextDocument()
    fill(document, "Ett råd^[Rådets] och två^[inget] råd")
    found = places_found(document, "råd")
    assert [each.selectedText() for each in found] == ["råd", "\ufffc", "råd"]
    assert note_chosen(found[1]) == "Rådets"


@pytest.mark.parametrize("typed", ["en not", "*kursiv* [ord](www.bra.se)", "lös [hake", "a\\"])
def test_what_is_typed_as_a_footnote_is_read_back(typed: str) -> None:
    document = QTextDocument()
    fill(document, f"A^[{note_text(typed)}]")
    assert len(document.toPlainText()) == 2
