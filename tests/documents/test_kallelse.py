"""The kallelse: what it prints, what it never prints, and how it stands on the page."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit.blocks import Block, Paragraph
from hubra_desktop.documents.kit.coverage import MissingGlyphsError, clean
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.pictures import BadPictureError
from hubra_desktop.documents.kit.render import filled_pages, to_pdf
from hubra_desktop.documents.kit.style import BODY, SMALLEST
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.meeting import Item, Meeting, Presenter, Signature
from hubra_desktop.model.terms import UNNUMBERED_KINDS, ItemKind, MeetingKind, MeetingState
from tests.documents.checks import problems
from tests.documents.march import MARCH, STYLE
from tests.documents.reading import run, spoken, squeezed, structure_of, words_of
from tests.documents.samples import HOUSE, NASTY, TEAMS, everything, meeting, nasty, picture, sixty

GOLDEN = Path(__file__).parent / "golden" / "kallelse-2018-03-07.txt"
LONG = NASTY[8]
NUMBERED = set(ItemKind) - UNNUMBERED_KINDS


def pages_of(data: bytes) -> list[str]:
    """Read the text of every page as it is seen, furniture included."""
    listing = run("pdftotext", "-layout", data=data, after=("-",))
    return listing.split("\f")[:-1]


def run_to_text(data: bytes) -> str:
    return squeezed(spoken(data))


def test_the_kallelse_of_march_2018_has_the_structure_of_the_original() -> None:
    printed = to_pdf(kallelse_manuscript(MARCH, STYLE, draft=False))
    assert problems(printed) == []
    assert structure_of(printed) == GOLDEN.read_text(encoding="utf-8")


def test_the_kallelse_of_march_2018_stands_on_one_page_and_says_so() -> None:
    (page,) = pages_of(to_pdf(kallelse_manuscript(MARCH, STYLE, draft=False)))
    head = page.splitlines()[0]
    assert re.fullmatch(r"\s*Huddinges brottsförebyggande råd\s+Kallelse\s+Sida 1 \(1\)", head)


def test_every_kind_of_row_and_standing_is_printed_in_words() -> None:
    printed = to_pdf(kallelse_manuscript(everything(), HOUSE, draft=False))
    assert problems(printed, TEAMS) == []
    text = spoken(printed)
    for words in (
        "Stängda dörrar", "Föreningsbidrag", "Utgår", "Tillkommande ärende", "Paus (Kl. 15.55",
        "Parallellt med föregående ärende, i B-salen", "Informationsärenden", "2a", "2b",
        "Åsa Wärnelid 1, enhetschef, NBF", "(Kl. 15.35–15.55)", "Länk",
    ):  # fmt: skip
        assert words in text, words


@pytest.mark.parametrize("secret", ["HEMLIGT NAMN", "HEMLIG ANTECKNING"])
def test_a_closed_title_and_an_inner_note_are_nowhere_in_the_file(secret: str) -> None:
    printed = to_pdf(kallelse_manuscript(everything(), HOUSE, draft=False))
    assert secret not in spoken(printed)
    with pikepdf.open(BytesIO(printed)) as pdf:
        plain = BytesIO()
        pdf.save(plain, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all)
    for spelling in (secret.encode(), secret.encode("utf-16-be").hex().upper().encode()):
        assert spelling not in plain.getvalue()


def test_a_closed_row_without_a_public_title_says_only_that_it_is_closed() -> None:
    row = Item(id="1", title="Hemligt", closed=True)
    text = spoken(to_pdf(kallelse_manuscript(meeting(row), HOUSE, draft=False)))
    assert "Ärende bakom stängda dörrar" in text
    assert "Hemligt" not in text


@pytest.mark.parametrize(
    ("kind", "without"),
    [
        (ItemKind.HEADING, "Stängda dörrar"),
        (ItemKind.BREAK, "Paus"),
        *((kind, "Ärende bakom stängda dörrar") for kind in ItemKind if kind in NUMBERED),
    ],
)
def test_no_kind_of_row_prints_what_is_behind_closed_doors(kind: ItemKind, without: str) -> None:
    row = Item(id="1", kind=kind, title="Hemligt", closed=True)
    for public in ("", "Öppet"):
        shown = replace(row, public_title=public)
        paper = meeting(shown, replace(row, id="2", kind=ItemKind.OTHER, closed=False, title="Ö"))
        for text in (
            spoken(to_pdf(kallelse_manuscript(paper, HOUSE, draft=False))),
            to_html(kallelse_manuscript(paper, HOUSE, draft=False)),
        ):
            assert (public or without) in text
            assert "Hemligt" not in text


def test_what_the_user_types_is_printed_verbatim() -> None:
    printed = to_pdf(kallelse_manuscript(nasty(), HOUSE, draft=False))
    assert problems(printed, LONG) == []
    text = run_to_text(printed)
    for typed in NASTY:
        assert squeezed(clean(typed)) in text, typed


def test_sixty_rows_fill_pages_with_repeated_headings() -> None:
    printed = to_pdf(kallelse_manuscript(sixty(), HOUSE, draft=False))
    assert problems(printed) == []
    pages = pages_of(printed)
    assert len(pages) > 4
    for number, page in enumerate(pages, 1):
        assert f"Sida {number} ({len(pages)})" in page
    assert all("Diarienummer" in page for page in pages if "KS-2025/" in page)
    assert spoken(printed).count("Diarienummer") == 1


def test_no_matter_is_torn_from_its_presenters() -> None:
    pages = pages_of(to_pdf(kallelse_manuscript(sixty(), HOUSE, draft=False)))
    starts = [page.split("Diarienummer")[-1].strip().splitlines() for page in pages[1:]]
    for lines in starts:
        assert re.match(r"\d+[a-z]?\s|Överenskommelse|Lövstabro den", lines[0].strip()), lines[0]


def test_a_heading_is_never_last_on_its_page() -> None:
    rows = [
        Item(id=f"r{place}", title=f"Rad {place}", duration=5)
        if place % 4
        else Item(id=f"r{place}", kind=ItemKind.HEADING, title=f"Rubrik {place}")
        for place in range(60)
    ]
    for page in pages_of(to_pdf(kallelse_manuscript(meeting(*rows), HOUSE, draft=False))):
        body = [line for line in page.split("Lövstabro kommun")[0].splitlines() if line.strip()]
        assert not body[-1].strip().startswith("Rubrik"), body[-1]


@pytest.mark.parametrize("field", ["title", "note", "case_number"])
def test_a_cell_taller_than_a_page_is_cut_and_loses_nothing(field: str) -> None:
    words = " ".join(f"ord{number}" for number in range(2500))
    change: dict[str, Any] = {field: words}
    row = replace(Item(id="1", title="Kort", duration=5), **change)
    printed = to_pdf(kallelse_manuscript(meeting(row), HOUSE, draft=False))
    assert problems(printed) == []
    assert squeezed(words) in run_to_text(printed)


def test_a_head_that_fills_pages_is_printed_too() -> None:
    long = " ".join(f"ord{number}" for number in range(1500))
    printed = to_pdf(
        kallelse_manuscript(meeting(body=long, place=long, note=long), HOUSE, draft=False)
    )
    assert problems(printed) == []


@pytest.mark.parametrize("size", [16.0, 20.0, 60.0])
def test_large_print_is_reflowed_whole(size: float) -> None:
    printed = to_pdf(kallelse_manuscript(everything(), HOUSE, draft=True, text_size=size))
    text = run_to_text(printed)
    assert problems(printed, clean(TEAMS + " " + str(everything()))) == [] or size > 20
    assert size > 20 or "Övriga frågor" in pages_of(printed)[-1], "signatures stand alone"
    assert squeezed("Parallellt med föregående ärende, i B-salen") in text
    assert squeezed(TEAMS) in text


def test_a_draft_says_so_on_every_page_and_in_the_text() -> None:
    printed = to_pdf(kallelse_manuscript(sixty(), HOUSE, draft=True))
    assert all("Utkast" in page for page in pages_of(printed))
    assert spoken(printed).count("Utkast") == 1
    with pikepdf.open(BytesIO(printed)) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("Utkast: ")
    assert "Utkast" not in spoken(to_pdf(kallelse_manuscript(sixty(), HOUSE, draft=False)))


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (MeetingState.CANCELLED, "Sammanträdet är inställt."),
        (MeetingState.MOVED, "Sammanträdet är flyttat. En ny kallelse skickas ut."),
    ],
)
def test_a_meeting_that_is_not_held_says_so_at_the_top(state: MeetingState, words: str) -> None:
    text = spoken(to_pdf(kallelse_manuscript(replace(MARCH, state=state), STYLE, draft=False)))
    assert words in text
    assert text.index(words) < text.index("Onsdag den 7 mars")


def test_a_moved_meeting_names_the_one_that_took_its_place() -> None:
    later = replace(MARCH, date=date(2018, 3, 14), start=960, place="B-salen")
    moved = replace(MARCH, state=MeetingState.MOVED, moved_to="m2")
    text = spoken(to_pdf(kallelse_manuscript(moved, STYLE, draft=False, replacement=later)))
    sentence = "Sammanträdet är flyttat till onsdag den 14 mars 2018, klockan 16:00, B-salen."
    assert squeezed(sentence) in squeezed(text)


@pytest.mark.parametrize(
    ("kind", "words"),
    [(MeetingKind.EXTRA, "Extra sammanträde"), (MeetingKind.THEME, "Temasammanträde")],
)
def test_an_unusual_meeting_is_named(kind: MeetingKind, words: str) -> None:
    assert words in spoken(
        to_pdf(kallelse_manuscript(replace(MARCH, kind=kind), STYLE, draft=False))
    )
    assert words not in spoken(to_pdf(kallelse_manuscript(MARCH, STYLE, draft=False)))


def test_addresses_lead_where_they_say() -> None:
    with pikepdf.open(
        BytesIO(to_pdf(kallelse_manuscript(everything(), HOUSE, draft=False)))
    ) as pdf:
        targets = {
            str(note.A.URI)
            for page in pdf.pages
            for note in page.obj.get("/Annots", [])
            if "/A" in note
        }
    assert targets == {
        TEAMS,
        "https://teams.example.org/l/anslut?x=1&y=2",
        "mailto:hubra@example.se",
        "https://www.example.se/a?b=c&d=e",
        "tel:+46812345600",
        "https://www.lovstabro.example",
    }


def test_the_agenda_is_carried_as_data() -> None:
    data = json.dumps({"version": 1, "titel": "Åäö"}).encode()
    printed = to_pdf(kallelse_manuscript(MARCH, STYLE, draft=False, data=data))
    assert problems(printed) == []
    with pikepdf.open(BytesIO(printed)) as pdf:
        assert pdf.attachments["kallelse.json"].get_file().read_bytes() == data
        assert pdf.attachments["kallelse.json"].get_file().mime_type == "application/json"


@pytest.mark.parametrize("mode", ["RGBA", "RGB", "L", "P"])
def test_a_logotype_is_printed_with_its_spoken_text(mode: str) -> None:
    house = replace(HOUSE, logotype=picture(mode=mode), logotype_text="Lövstabro kommuns vapen")
    printed = to_pdf(kallelse_manuscript(MARCH, house, draft=False))
    assert problems(printed) == []
    assert "Lövstabro kommuns vapen" in spoken(printed)


def test_a_logotype_without_words_is_named_after_the_organisation() -> None:
    printed = to_pdf(kallelse_manuscript(MARCH, replace(HOUSE, logotype=picture()), draft=False))
    assert "Logotyp för Lövstabro kommun" in spoken(printed)
    assert problems(printed) == []


def test_an_unreadable_logotype_is_refused_in_words() -> None:
    with pytest.raises(BadPictureError, match="Välj en PNG- eller JPEG-bild"):
        to_pdf(kallelse_manuscript(MARCH, replace(HOUSE, logotype=b"GIF89a..."), draft=False))


def test_a_character_without_a_glyph_is_refused_in_words() -> None:
    with pytest.raises(MissingGlyphsError, match=r"漢 \(U\+6F22\)"):
        to_pdf(kallelse_manuscript(replace(MARCH, place="漢"), STYLE, draft=False))


def test_an_accent_that_is_no_colour_is_refused_in_words() -> None:
    with pytest.raises(InputError, match="#1f3a4d"):
        to_pdf(kallelse_manuscript(MARCH, replace(STYLE, accent="blå"), draft=False))


def test_a_pale_accent_colours_rules_but_not_text() -> None:
    printed = to_pdf(kallelse_manuscript(MARCH, replace(STYLE, accent="#ffee88"), draft=False))
    with pikepdf.open(BytesIO(printed)) as pdf:
        colours = {
            tuple(round(float(part), 3) for part in step.operands)
            for step in pikepdf.parse_content_stream(pdf.pages[0])
            if str(step.operator) == "rg"
        }
    assert (1.0, 0.933, 0.533) in colours
    assert problems(printed) == []


def test_the_text_shrinks_to_one_page_but_never_below_what_reads() -> None:
    sizes = set()
    for count, more in product(range(12, 30), range(3)):
        rows = [Item(id=f"r{place}", title=f"Rad {place}", duration=5) for place in range(count)]
        rows[0] = replace(rows[0], note="\n".join(["Mer"] * more))
        manuscript = kallelse_manuscript(meeting(*rows), HOUSE, draft=False)
        size = _body_size(manuscript.blocks)
        sizes.add(size)
        assert SMALLEST <= size <= BODY
        assert size == BODY or filled_pages(manuscript) <= 1
    assert sizes == {BODY, 10.5, 10.0, SMALLEST}


def _body_size(blocks: Sequence[Block]) -> float:
    assert isinstance(blocks[0], Paragraph)
    return round(blocks[0].style.size / 1.6, 1)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 5, 12])
def test_any_number_of_people_can_sign(count: int) -> None:
    signatures = tuple(
        Signature(id=f"s{place}", name=f"Namn {place}", role=f"Roll {place}")
        for place in range(count)
    )
    printed = to_pdf(kallelse_manuscript(replace(MARCH, signatures=signatures), STYLE, draft=False))
    assert problems(printed) == []
    names = re.findall(r"Namn (\d+)", spoken(printed))
    assert names == [str(place) for place in range(count)]


def test_the_barest_meeting_can_be_printed() -> None:
    printed = to_pdf(kallelse_manuscript(Meeting(date=date(2024, 1, 1)), HOUSE, draft=True))
    assert problems(printed) == []
    assert "Måndag den 1 januari 2024, starttid saknas" in spoken(printed)


@pytest.mark.parametrize("chosen", [False, True])
def test_of_a_closed_row_is_printed_what_is_chosen(chosen: bool) -> None:
    closed = Item(
        id="x",
        title="Hemligt ärende",
        public_title="Säkerhetsfrågor",
        closed=True,
        note="Om hotbilden",
        place="Rum 7",
        case_number="KS-2018/7",
        presenters=(Presenter(id="p", name="Åsa Dold"),),
        print_note=chosen,
        print_place=chosen,
        print_presenters=chosen,
        print_case_number=chosen,
    )
    manuscript = kallelse_manuscript(replace(MARCH, items=(closed,)), STYLE, draft=False)
    for told in (spoken(to_pdf(manuscript)), words_of(to_html(manuscript))):
        assert "Säkerhetsfrågor" in told
        assert "Hemligt" not in told
        for words in ("Om hotbilden", "Rum 7", "KS-2018/7", "Åsa Dold"):
            assert (words in told) is chosen, words
