"""Cards of people: three versions, two alphabets, and what is broken or too large."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.exchange.limits import LONGEST_LINE, MOST_CARDS
from hubra_desktop.exchange.vcard_file import is_cards, read_cards
from hubra_desktop.model.errors import InputError
from tests.work.sent import INPUTS


def rows(name: str) -> list[tuple[object, ...]]:
    return [row.cells for row in read_cards((INPUTS / name).read_bytes()).rows[1:]]


def test_cards_of_newer_versions_are_read() -> None:
    assert rows("kontakter.vcf") == [
        ("Nils Holm", "Kommunpolis", "Lokalpolisområde Huddinge", "nils.holm@exempel.se",
         "+46 70 174 06 06", "Patron Pehrs väg 3\n141 35 Huddinge",
         "Ring helst\n före lunch, inte fredag"),
        ("Eva Lind", "", "Exempelby kommun", "eva.lind@exempel.se", "+46-8-123-456-78", "", ""),
    ]  # fmt: skip
    notes = read_cards((INPUTS / "kontakter.vcf").read_bytes()).notes
    assert notes == ("1 kort utan namn, eller för en grupp, läses inte.",)


def test_cards_of_an_old_telephone_are_read_in_the_old_letters() -> None:
    assert rows("telefonbok.vcf") == [
        ("Göran Öst", "Föreståndare", "", "", "0701740607", "Storvägen 1\n123 45 Exempelby", ""),
        ("Åsa Ek", "", "", "asa.ek@exempel.se", "", "", ""),
    ]


CARD = b"BEGIN:VCARD\r\nFN:Eva Lind\r\n%sEND:VCARD\r\n"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"BEGIN:VCARD\r\nFN:Eva\r\n", "fel ställe"),
        (CARD % b"" + b"END:VCARD", "fel ställe"),
        (b"BEGIN:VCARD\r\nEND:VCARD", "inga kontaktkort"),
        (CARD % b"" * (MOST_CARDS + 1), "5 000 kontaktkort"),
        (CARD % (b"TEL:" + b"1" * (LONGEST_LINE + 1) + b"\r\n"), "Rad 3 är längre"),
    ],
)
def test_what_is_broken_or_too_large_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(InputError) as refused:
        read_cards(content)
    assert why in refused.value.sentence.replace("\xa0", " ")


def test_a_card_within_a_card_and_a_long_picture_are_passed_over() -> None:
    inner = b"AGENT:\r\nBEGIN:VCARD\r\nFN:Nils\r\nEND:VCARD\r\nPHOTO:" + b"A" * 200_000 + b"\r\n"
    assert [each.cells[0] for each in read_cards(CARD % inner).rows[1:]] == ["Eva Lind"]


def test_cards_are_told_by_their_content() -> None:
    assert is_cards(b"\xef\xbb\xbf begin:vcard\r\n")
    assert is_cards("\ufeffBEGIN:VCARD\r\n".encode("utf-16-le"))
    assert not is_cards(b"BEGIN:VCALENDAR")


@given(st.binary(max_size=300))
def test_whatever_stands_in_a_card_is_read_or_refused(content: bytes) -> None:
    try:
        found = read_cards(CARD % (content + b"\r\n")).rows
    except InputError:
        return
    assert all(len(row.cells) == 7 for row in found)
