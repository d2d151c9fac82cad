"""Sentences and marks where a text holds footnotes, pictures and tables."""

from dataclasses import replace

import pytest

from hubra_desktop.model.reports.marks import (
    MASK,
    holds_more,
    link_fact,
    mask_links,
    sentences_in,
    strip_links,
)
from hubra_desktop.model.reports.renewal import renewed_section_text, words_around
from tests.model.reports.source_year import huddinge, written

PICTURE = "![En lekplats](bild:0a1b2c3d45080123)"


def test_the_sentences_of_a_footnote_are_within_its_own() -> None:
    text = "Vi skrev brev^[Enligt listan. Räknat i maj.] i år. Sedan inget."
    told = [each.text for each in sentences_in(text)]
    assert told == ["Vi skrev brev^[Enligt listan. Räknat i maj.] i år.", "Sedan inget."]
    assert holds_more(told[0])
    assert not holds_more(told[1])


def test_the_mark_of_a_picture_is_no_figure() -> None:
    assert strip_links(PICTURE) == "![En lekplats]"
    masked = mask_links(f"a {PICTURE}")
    assert len(masked) == len(PICTURE) + 2
    assert not any(map(str.isdigit, masked.replace(MASK, "")))


@pytest.mark.parametrize("words", ["Vi skrev {}^[Enligt listan. Räknat.] brev.", "| Brev | {} |"])
def test_a_footnote_or_a_cell_is_never_written_over(words: str) -> None:
    year = huddinge()
    report = written(year)
    text = words.format(link_fact("99", "brev-skickade"))
    sections = (replace(report.sections[0], text=text), *report.sections[1:])
    made = renewed_section_text(replace(report, sections=sections), year, sections[0].id)
    assert "99" not in made
    assert words_around(made) == words_around(text)
