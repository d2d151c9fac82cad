"""Characters, words and lines: what can be printed, where a word is cut, what is a link."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hubra_desktop.documents.kit.blocks import Paragraph, paragraph, shortened_to_fit
from hubra_desktop.documents.kit.coverage import MissingGlyphsError, clean, missing_glyphs
from hubra_desktop.documents.kit.fonts import face, split_by_face, styled
from hubra_desktop.documents.kit.hyphens import divisions
from hubra_desktop.documents.kit.links import link_addresses
from hubra_desktop.documents.kit.no_break import mark_bound_spaces
from hubra_desktop.documents.kit.render import Manuscript, PageSize, to_pdf
from hubra_desktop.documents.kit.shaping import directions, language_of_script, shape
from hubra_desktop.documents.kit.style import A4, INK, Look, TextStyle, contrast_on_white
from hubra_desktop.documents.kit.tree import Element, Piece, document
from hubra_desktop.model.addresses import uri
from tests.documents.reading import spoken
from tests.documents.reports import META

ROOT = Path(__file__).parent.parent.parent
PLAIN = TextStyle(hyphens=False)


def lines(text: str, width: float, style: TextStyle = PLAIN) -> list[str]:
    element = Element("P", pieces=(Piece(text),))
    set_lines = Paragraph(element, style).lines(width)
    return ["".join(run.text for _, run in line.runs) for line in set_lines]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("e\u0301", "é"),
        ("Va\u0308xjo\u0308", "Växjö"),
        ("a\tb", "a b"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\u200bb\ufeffc\u202ed", "abcd"),
        ("a\x00\x1bb", "ab"),
        ("a\u200cb", "ab"),
        ("\u0645\u06cc\u200c\u062e\u0648", "\u0645\u06cc\u200c\u062e\u0648"),
        ("👍\U0001f3fd", "👍"),
        ("<b>&amp;%", "<b>&amp;%"),
    ],
)
def test_text_is_composed_and_freed_of_what_cannot_be_seen(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "Åäö éü ñ",
        "Zażółć gęślą",
        "شیرین ئەحمەد",
        "☐ ✓ ✔ 🙂 😀",
        "ș ț Ș",
        "Ελλάδα",
        "Россия",
        "15–16 ”ja” …",
    ],
)
def test_what_people_here_are_called_can_be_printed(typed: str) -> None:
    assert missing_glyphs(typed) == ()


def test_missing_characters_are_named_once_in_order() -> None:
    assert missing_glyphs("漢字 och 漢字 🏳") == ("漢", "字", "🏳")
    with pytest.raises(MissingGlyphsError) as raised:
        list(split_by_face("Möte 漢 idag", styled()))
    assert raised.value.sentence == (
        "Tecknet 漢 (U+6F22) i ”Möte 漢 idag” kan inte skrivas ut. Byt ut det."
    )
    with pytest.raises(MissingGlyphsError, match=r"^Tecknen .+ och 漢 bland.*…” .+ Byt ut dem\.$"):
        list(split_by_face("漢字 och 漢 bland annat " + "mycket " * 20, styled()))


def test_asking_while_typing_does_not_load_the_engine() -> None:
    script = (
        "import sys; from hubra_desktop.documents.kit.coverage import missing_glyphs;"
        "missing_glyphs('Å漢'); print([n for n in ('reportlab', 'uharfbuzz', 'PIL')"
        " if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, cwd=ROOT, timeout=60
    )
    assert done.stdout.decode().strip() == "[]"


@given(st.characters(codec="utf-8"))
def test_the_answer_while_typing_is_the_answer_in_print(mark: str) -> None:
    whole = clean(mark).replace("\n", "").replace("\xad", "").replace("\u200c", "")
    if missing_glyphs(mark):
        with pytest.raises(MissingGlyphsError):
            list(split_by_face(whole, styled(bold=True, italic=True)))
    else:
        drawn = "".join(part for _, part in split_by_face(whole, styled(bold=True, italic=True)))
        assert drawn == whole


def test_a_space_stays_with_the_face_before_it() -> None:
    assert [part for _, part in split_by_face("a ☐ b", styled())] == ["a ", "☐ ", "b"]


@pytest.mark.parametrize(
    ("word", "pattern", "heads"),
    [
        ("natur-och", False, ["natur-"]),
        ("trafik-/landskapssektionen", False, ["trafik-/"]),
        ("08-123", True, []),
        ("KS-2018/451.181", True, []),
        ("A-salen", True, []),
        ("och/eller", False, ["och/"]),
        ("samverkansöverenskommelsen", False, []),
        ("sam\xadverkan", False, ["sam"]),
        ("https://a.se/b?c=%7b", True, ["https://a.se/b?c=", "https://a.se/b?"]),
    ],
)
def test_words_are_cut_where_swedes_cut_them(word: str, pattern: bool, heads: list[str]) -> None:
    assert [head for head, _, _ in divisions(word, pattern)][: len(heads)] == heads
    assert bool(divisions(word, pattern)) == bool(heads)


def test_compounds_are_divided_by_pattern_and_marked() -> None:
    cuts = divisions("samverkansöverenskommelsen", True)
    assert ("samverkansöverens", "kommelsen", True) in cuts
    assert all(len(head) >= 3 and len(tail) >= 3 for head, tail, _ in cuts)


def test_a_word_too_long_for_any_line_is_cut_after_its_marks() -> None:
    assert ("KS-2018/", "451.181", False) in divisions("KS-2018/451.181", False, True)


@given(
    st.lists(st.text("abcåäö-/.", min_size=1, max_size=60), min_size=1, max_size=30),
    st.floats(5, 400),
    st.booleans(),
)
def test_no_character_is_lost_in_lines(words: list[str], width: float, hyphens: bool) -> None:
    text = " ".join(words)
    broken = lines(text, width, TextStyle(hyphens=hyphens))
    assert "".join(broken).replace(" ", "") == text.replace(" ", "")


@given(st.integers(60, 400))
def test_lines_are_no_wider_than_the_measure(width: int) -> None:
    element = Element("P", pieces=(Piece("ett brottsförebyggande råd i kommunen " * 5),))
    for line in Paragraph(element, TextStyle()).lines(width):
        assert line.width <= width + 0.1


def test_line_breaks_are_kept_and_empty_lines_too() -> None:
    assert lines("ett\n\ntvå", 300) == ["ett", "", "två"]


def test_a_heading_is_broken_in_lines_of_like_length() -> None:
    text = "Kallelse till rådet för trygghet och mot brott i kommunen"
    balanced = lines(text, 300, TextStyle(size=18, hyphens=False, balance=True))
    full = lines(text, 300, TextStyle(size=18, hyphens=False))
    assert len(balanced) == len(full) == 2
    assert abs(len(balanced[0]) - len(balanced[1])) < abs(len(full[0]) - len(full[1]))


def test_a_heading_of_three_lines_has_no_lone_word_in_the_middle() -> None:
    title = "Verksamhetsberättelse för Huddinges brottsförebyggande råd 2017"
    set_out = lines(title, 400, TextStyle(size=26, bold=True, hyphens=False, balance=True))
    assert [said.strip() for said in set_out] == [
        "Verksamhetsberättelse för", "Huddinges brottsförebyggande", "råd 2017",
    ]  # fmt: skip


_PARTS = st.lists(st.integers(2, 8).map("a".__mul__), min_size=1, max_size=3)


@given(st.lists(_PARTS.map("-".join), min_size=3, max_size=8), st.integers(60, 200))
@example(["aaaaaa-aaaa", "aaaa-aaaaa-aaaa", "aaaaaa-aaaaaa-aaaaaaa", "aaaaa"], 191)
def test_a_balanced_heading_keeps_all_its_words(words: list[str], width: int) -> None:
    set_out = lines(" ".join(words), width, TextStyle(size=14, hyphens=False, balance=True))
    assert "".join("".join(set_out).split()) == "".join(words)


def test_a_long_name_in_a_running_head_is_cut_at_a_space() -> None:
    cut = shortened_to_fit("råd " * 200, PLAIN, 200, 2)
    assert cut.endswith(" råd…")
    assert len(lines(cut, 200)) <= 2
    assert shortened_to_fit("råd", PLAIN, 200, 2) == "råd"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("Se https://a.se/b?c=1&d=2.", "https://a.se/b?c=1&d=2"),
        ("(länk: https://a.se/x(1))", "https://a.se/x(1)"),
        ("www.lovstabro.example, porten", "www.lovstabro.example"),
        ("mejla mailto:a@b.se!", "mailto:a@b.se"),
        ("mejla anna.ek@b.example.", "anna.ek@b.example"),
    ],
)
def test_addresses_in_text_become_links(typed: str, address: str) -> None:
    pieces = link_addresses(typed)
    assert [piece.href for piece in pieces if piece.href] == [address]
    assert "".join(piece.text for piece in pieces) == typed


@pytest.mark.parametrize("typed", ["", "ingen adress", "a@b", "http", "javascript:alert(1)"])
def test_other_text_is_no_link(typed: str) -> None:
    assert [piece.href for piece in link_addresses(typed)] == [""]


def test_addresses_are_written_in_ascii_with_a_scheme() -> None:
    assert uri("www.å.se/ö?a=%7b") == "https://www.%C3%A5.se/%C3%B6?a=%7b"
    assert uri("mailto:a@b.se") == uri("a@b.se") == "mailto:a@b.se"
    assert uri("https://a.se/@b") == "https://a.se/@b"


def test_right_to_left_stretches_keep_their_spaces_but_not_those_around() -> None:
    assert list(directions("Anna (شیرین ئەحمەد) x")) == [
        (False, "Anna ("),
        (True, "شیرین ئەحمەد"),
        (False, ") x"),
    ]


@pytest.mark.parametrize(
    ("name", "code"), [("ئەحمەد", "ckb"), ("محمد", "ar"), ("پرویز", "fa"), ("דוד", "he")]
)
def test_the_language_of_a_name_is_guessed_from_its_letters(name: str, code: str) -> None:
    assert language_of_script(name) == code


def test_a_shaped_name_reads_back_as_typed() -> None:
    (shaped,) = shape("محمد", styled())
    meanings = [shaped.font.meaning[ord(glyph.mark)] for glyph in shaped.glyphs]
    assert "".join(reversed(meanings)) == "محمد"
    assert shaped.width == pytest.approx(sum(glyph.advance for glyph in shaped.glyphs) / 1000)


def test_a_face_is_loaded_once() -> None:
    assert face("DejaVuSans") is face("DejaVuSans")


def test_the_accent_is_text_only_where_it_can_be_read() -> None:
    assert Look(accent="#1f3a4d").accent_ink == "#1f3a4d"
    assert Look(accent="#ffd700").accent_ink == INK
    assert contrast_on_white("#000000") == pytest.approx(21)
    assert contrast_on_white("#ffffff") == pytest.approx(1)


UNBREAKABLE = (
    "45 080 kr",
    "1 234 567 kronor",
    "KS-2018/451.181",
    "KS 2018/451",
    "kl. 15.30",
    "Kl. 15:30–15:55",
    "klockan 15.30",
    "§ 12",
    "§§ 12–14",
    "ärende 12",
    "3 kap.",
    "7 mars",
    "28 feb",
    "s. 4",
    "bilaga 2",
    "A. B. Ek",
    "K.-G. Ek",
    "t. ex.",
    "15 %",
    "08-123 456 00",
    "141 85",
    "15 – 16",
    "Huddinge ·",
)


@pytest.mark.parametrize("group", UNBREAKABLE)
@pytest.mark.parametrize("width", range(90, 180, 7))
def test_what_belongs_together_stays_on_one_line(group: str, width: int) -> None:
    broken = [line.strip() for line in lines(f"Rådet har {group} att dela.", width)]
    assert any(group in line for line in broken), broken
    assert " ".join(broken) == f"Rådet har {group} att dela."


@pytest.mark.parametrize("group", UNBREAKABLE)
def test_what_belongs_together_is_parted_rather_than_overflow(group: str) -> None:
    element = Element("P", pieces=(Piece(group),))
    block = Paragraph(element, PLAIN)
    room = 0.6 * block.natural()
    broken = block.lines(room)
    assert len(broken) > 1
    assert all(line.width <= room + 0.02 for line in broken)
    words = "".join(run.text for line in broken for _, run in line.runs)
    assert words.replace(" ", "") == group.replace(" ", "")


@pytest.mark.parametrize(
    "text", ["3 ordningsvakter", "hus. 4 personer", "år 2018", "punkt. Fyra", "Kim A. och Bo"]
)
def test_other_spaces_may_end_a_line(text: str) -> None:
    assert " " in mark_bound_spaces(text)


def test_bound_spaces_are_the_ones_that_were_typed() -> None:
    assert lines("45 080 kr\n7 mars", 300) == ["45 080 kr", "7 mars"]
    assert lines("45\u00a0080\u00a0kr", 300) == ["45\u00a0080\u00a0kr"]


@pytest.mark.parametrize(
    "word", ["Samverkansöverenskommelsen", "HuBrårådets", "McDonaldsson", "BROTTSFÖREBYGGANDE"]
)
def test_names_and_capitals_are_not_divided_by_pattern(word: str) -> None:
    assert divisions(word, True) == ()
    assert divisions(word, True, desperate=True)


def test_a_soft_hyphen_is_drawn_only_where_the_line_ends() -> None:
    assert lines("sam\u00adverkan", 300) == ["samverkan"]
    element = Element("P", pieces=(Piece("ett råd för sam\u00adverkansarbete"),))
    first = Paragraph(element, PLAIN).lines(95)[0]
    assert first.end == "soft"
    assert first.runs[-1][1].text.endswith("sam")


@pytest.mark.parametrize("style", [Look().title, Look().section, Look().subsection, Look().cell])
def test_headings_and_cells_are_not_divided(style: TextStyle) -> None:
    assert not style.hyphens


def test_a_name_wider_than_the_line_is_cut_at_its_spaces() -> None:
    typed = "شیرین ئەحمەد محمد علي"
    block = Paragraph(Element("P", pieces=(Piece(typed),)), PLAIN)
    room = 0.6 * block.natural()
    broken = Paragraph(Element("P", pieces=(Piece(typed),)), PLAIN).lines(room)
    assert len(broken) == 2
    assert all(line.width <= room for line in broken)
    told = [run.shaped.text for line in broken for _, run in line.runs if run.shaped]
    assert " ".join(told) == typed
    assert broken[0].runs[-1][1].text == " "


# The widest letter, ش, and the space that ends its line take 16.4 points and cannot be parted.
@given(st.text("شیرین ئەحمەد\u064b\u200c", min_size=1, max_size=80), st.floats(16.4, 200))
def test_no_letter_of_a_long_name_is_lost(typed: str, width: float) -> None:
    block = Paragraph(Element("P", pieces=(Piece(typed),)), PLAIN)
    broken = block.lines(width)
    told = "".join(run.shaped.text if run.shaped else run.text for line in broken
                   for _, run in line.runs)  # fmt: skip
    assert told.replace(" ", "") == clean(typed).replace(" ", "")
    assert all(line.width <= width + 0.02 for line in broken)


def test_a_space_parts_a_name_from_the_text_on_the_next_line() -> None:
    block = Paragraph(Element("P", pieces=(Piece("Ordet har شیرین och"),)), PLAIN)
    first, _ = block.lines(block.natural() - 5)
    assert first.end == "space"
    assert first.runs[-1][1].shaped
    assert "شیرین och" in spoken(to_pdf(narrow("Ordet har شیرین och", block.natural() - 5)))


def narrow(typed: str, width: float) -> Manuscript:
    """Set a text on a page whose measure is ``width`` points."""
    root = document()
    block = paragraph(root.add("H1"), typed, PLAIN)
    return Manuscript(root, [block], META, PageSize(left=50, right=A4[0] - 50 - width))


@pytest.mark.parametrize("address", ["hubra@lovstabro.example", "www.lovstabro.example/samverkan"])
@pytest.mark.parametrize("width", range(40, 120, 9))
def test_an_address_never_gets_a_hyphen(address: str, width: int) -> None:
    block = Paragraph(Element("P", pieces=link_addresses(address)), TextStyle())
    assert {line.end for line in block.lines(width)} <= {"none"}


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_a_telephone_number_stands_on_one_line(width: int) -> None:
    element = Element("P", pieces=(Piece("Ring "), Piece("08-123 456", href="tel:+468123456")))
    words = ["".join(run.text for _, run in line.runs)
             for line in Paragraph(element, PLAIN).lines(width)]  # fmt: skip
    assert sum("08-123 456" in said for said in words) == 1
