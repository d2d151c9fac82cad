"""Long words: one without end is printed whole, in time that grows with its length alone.

Compounds are divided where they are put together.
"""

from collections.abc import Callable
from datetime import date
from random import Random

import pytest

from hubra_desktop.documents.kallelse import kallelse_manuscript
from hubra_desktop.documents.kit import hyphens, kerning, lines, shaping, words
from hubra_desktop.documents.kit.fonts import styled
from hubra_desktop.documents.kit.hyphens import divisions, with_soft_hyphens
from hubra_desktop.documents.kit.lines import break_lines
from hubra_desktop.documents.kit.render import to_pdf
from hubra_desktop.documents.kit.style import TextStyle
from hubra_desktop.documents.kit.tree import Element, Piece
from hubra_desktop.documents.kit.words import Run, Word, typeset
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting
from tests.documents.reading import squeezed, text_of

WIDE = 200.0
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def letters(alphabet: str, count: int) -> str:
    random = Random(count)
    return "".join(random.choice(alphabet) for _ in range(count))


KINDS: dict[str, Callable[[int], str]] = {
    "letters": lambda count: letters("abcdefghij", count),
    "capitals": lambda count: letters("ABCDEFGHIJ", count),
    "two faces": lambda count: "a☺" * (count // 2),
    "an address": lambda count: "https://" + letters("abc/", count),
    "soft hyphens": lambda count: "abcd\u00ad" * (count // 5),
    "right to left": lambda count: letters(ARABIC, count),
    "right-to-left words": lambda count: letters(ARABIC + "    ", count),
}


def set_lines(text: str) -> list[lines.SetLine]:
    style = TextStyle(kerning=True)
    return break_lines(typeset(Element("P", pieces=(Piece(text),)), style), WIDE, hyphens=True)


def effort(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Count the letters that are measured, hyphenated and shaped to set a text."""
    counted = 0
    for module, name in (
        (lines, "divisions"),
        (lines, "advance"),
        (words, "advance"),
        (words, "kerned_advance"),
        (shaping, "set_by_harfbuzz"),
        (kerning, "set_by_harfbuzz"),
    ):
        real = getattr(module, name)

        def counting(word: str, *rest: object, real: Callable[..., object] = real) -> object:
            nonlocal counted
            counted += len(word)
            return real(word, *rest)

        monkeypatch.setattr(module, name, counting)
    for cached in (shaping.shape, kerning._pairs, kerning.kerned_advance, hyphens.divisions):
        cached.cache_clear()
    set_lines(text)
    monkeypatch.undo()
    return counted


@pytest.mark.parametrize("kind", KINDS)
def test_a_word_twice_as_long_is_twice_the_work(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    short, long = (effort(KINDS[kind](count), monkeypatch) for count in (3000, 6000))
    assert short > 3000
    assert long < 2.5 * short


@pytest.mark.parametrize("kind", ["letters", "capitals", "two faces", "an address"])
def test_a_word_without_end_is_printed_whole(kind: str) -> None:
    word = KINDS[kind](3000)
    meeting = Meeting(date=date(2018, 3, 7), start=930, items=(Item(id="a", title=word),))
    paper = to_pdf(kallelse_manuscript(meeting, HouseStyle(), draft=False))
    assert squeezed(word) in squeezed(text_of(paper)).replace("\u00ad", "").replace("-", "")


@pytest.mark.parametrize("kind", KINDS)
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(kind: str) -> None:
    word = KINDS[kind](3000)
    found = set_lines(word)
    assert max(line.width for line in found) <= WIDE + 0.02
    told = "".join(
        run.shaped.text if run.shaped else run.text for line in found for _, run in line.runs
    )
    wanted = word.replace("\u00ad", "").replace(" ", "")
    assert told.replace(" ", "") == wanted


def test_a_word_as_long_as_words_are_is_divided_as_before() -> None:
    word = Word([Run("arbetsmarknadspolitiska", styled(), 11, "#000000", Element("P"))])
    assert lines._front(word, 20.0) == (word, [])


@pytest.mark.parametrize(
    "parts",
    [
        "Styrelse-ledamot", "tjänste-utlåtande", "sammanträdes-arvode", "orsaks-analys",
        "diarie-nummer", "närvaro-lista", "vice-ordförande", "trygghets-råd",
        "sammanträdes-protokoll", "social-förvaltningen", "yttrande-rätt", "medborgar-löfte",
    ],
)  # fmt: skip
def test_words_of_the_municipality_are_divided_where_they_are_put_together(parts: str) -> None:
    first, last = parts.split("-")
    cuts = divisions(f"{first}{last}".lower(), True)
    assert (first.lower(), last, True) in cuts
    near = {len(head) for head, _, _ in cuts} & {len(first) + each for each in (-1, 1)}
    assert near == set()
    if min(len(first), len(last)) >= 4 and len(first) + len(last) >= 12:
        assert f"{first[-1]}\xad{last[:4]}" in with_soft_hyphens(f"{first}{last}")


def test_what_only_ends_like_a_part_of_a_compound_is_no_compound() -> None:
    assert "ledt" not in [head for head, _, _ in divisions("ledtråden", True)]
