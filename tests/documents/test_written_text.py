"""Text as it is written into a file, where some marks would end what they stand in."""

import datetime as dt

import pytest

from hubra_desktop.documents.kit.coverage import clean
from hubra_desktop.documents.kit.links import link_addresses, link_contacts
from hubra_desktop.documents.kit.metadata import Metadata, text_string, xmp


def test_brackets_and_backslashes_do_not_end_a_text_string() -> None:
    assert text_string("a(b)\\c") == rb"(a\(b\)\\c)"


@pytest.mark.parametrize("word", ["endobj", "endstream"])
def test_a_title_holds_no_word_that_ends_the_metadata(word: str) -> None:
    assert word.encode() not in xmp(Metadata(f"x {word} y", "", "", dt.date(2018, 3, 7)), 2)


def test_half_of_a_character_is_not_printed() -> None:
    assert clean("a\ud800b") == "ab"


def test_a_bracket_that_an_address_opened_belongs_to_it() -> None:
    first, link, last = link_addresses("Se https://a.se/x_(y). Tack")
    assert (first.text, link.href, last.text) == ("Se ", "https://a.se/x_(y)", ". Tack")


def test_a_telephone_number_is_dialled_from_abroad_too() -> None:
    assert [each.href for each in link_contacts("Tfn 08-535 300 00")] == ["", "tel:+46853530000"]
