"""Right-to-left names, shaped with HarfBuzz into the order they are drawn in.

Every glyph gets a private code that maps back to its letters, and stands in the file in
the order of the letters, so that the name can be searched and copied. A run is a Span with
ActualText, and one word to the line breaker.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby, pairwise
from typing import Any

from hubra_desktop.documents.kit.coverage import LOOKALIKES, is_right_to_left
from hubra_desktop.documents.kit.engine import font_data
from hubra_desktop.documents.kit.fonts import FONT_LOCK, Face, split_by_face

_SORANI = frozenset("ێۆڕڵەھڤ")
_JOINER = "\u200c"
_PERSIAN = frozenset("پچژگ")
_LONGEST_STRETCH = 256
"""Letters that are shaped in one piece: some lines, and more than names have."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A drawn glyph: its private character and where it stands, in thousandths of the size."""

    mark: str
    x: float
    y: float
    advance: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """A run in visual order: ``glyphs`` in one face and their whole advance at one point.

    ``text`` is what was typed, ``first`` the face that was asked first.
    """

    text: str
    first: Face
    font: Face
    glyphs: tuple[Glyph, ...]
    width: float


def directions(text: str) -> Iterator[tuple[bool, str]]:
    """Cut ``text`` into stretches, each with whether it reads from right to left.

    Spaces and marks between two right-to-left letters belong to their stretch.
    """
    if not text or max(text) < "\u0590":
        yield False, text
        return
    flags = [is_right_to_left(mark) for mark in text]
    strong = [place for place, flag in enumerate(flags) if flag]
    for before, after in pairwise(strong):
        between = text[before + 1 : after]
        if "\n" not in between and not any(mark.isalnum() for mark in between):
            flags[before:after] = [True] * (after - before)
    for flag, group in groupby(zip(flags, text, strict=True), key=lambda pair: pair[0]):
        yield flag, "".join(mark for _, mark in group)


def language_of_script(text: str) -> str:
    """Guess the language of a right-to-left ``text`` from its letters."""
    letters = frozenset(text)
    if letters & _SORANI:
        return "ckb"
    if any("\u0590" <= mark <= "\u05ff" for mark in letters):
        return "he"
    return "fa" if letters & _PERSIAN else "ar"


def in_stretches(text: str) -> Iterator[str]:
    """Cut a long right-to-left ``text`` after spaces, or anywhere in a word without end.

    Each line is shaped anew with what follows it: in one piece, that would take time that
    grows with the square of the text's length.
    """
    while len(text) > _LONGEST_STRETCH:
        place = text.rfind(" ", 1, _LONGEST_STRETCH) + 1 or _LONGEST_STRETCH
        yield text[:place]
        text = text[place:]
    yield text


@lru_cache(maxsize=512)
def shape(text: str, first: Face) -> tuple[Shaped, ...]:
    """Shape a right-to-left ``text`` into runs, one for each face, in the order they are read."""
    return tuple(_shape(part, first, font) for font, part in _stretches(text, first))


def _stretches(text: str, first: Face) -> Iterator[tuple[Face, str]]:
    """Cut ``text`` by face; joiners need no glyph and stay with the letter before them."""
    place = 0
    for font, part in split_by_face(text.replace(_JOINER, ""), first):
        start, left = place, len(part)
        while left or text[place : place + 1] == _JOINER:
            left -= text[place] != _JOINER
            place += 1
        yield font, text[start:place]


def cut(shaped: Shaped, room: float) -> tuple[tuple[Shaped, ...], tuple[Shaped, ...]]:
    """Cut a run at ``room`` (at one point): after a space where one is found, else anywhere.

    The first part holds at least one letter; either may need no run.
    """
    text = shaped.text
    spaces = [place for place, mark in enumerate(text) if mark == " " and place]
    for places in (spaces, [place for place in range(1, len(text)) if _is_letter(text[place])]):
        count = bisect_left(places, True, key=partial(_overflows, shaped, room))
        if count or (places and places is not spaces):
            return _parted(shaped, places[max(0, count - 1)])
    return (shaped,), ()


def _is_letter(mark: str) -> bool:
    """Say whether a line may begin with ``mark``: vowel marks and joiners stay with a letter."""
    return not unicodedata.combining(mark) and mark not in f"{_JOINER} "


def _overflows(shaped: Shaped, room: float, place: int) -> bool:
    return sum(part.width for part in shape(shaped.text[:place], shaped.first)) > room


def _parted(shaped: Shaped, place: int) -> tuple[tuple[Shaped, ...], tuple[Shaped, ...]]:
    head, tail = shaped.text[:place], shaped.text[place:].lstrip(" ")
    return shape(head, shaped.first), shape(tail, shaped.first) if tail else ()


def set_by_harfbuzz(
    text: str, font: Face, direction: str, features: dict[str, bool] | None = None
) -> tuple[list[Any], float]:
    """Set ``text``: pairs of glyph and place, and the thousandths that one of their units makes.

    It asks the font itself, which knows nothing of borrowed shapes. Whoever asks holds
    FONT_LOCK.
    """
    import uharfbuzz

    shaper, unit = _harfbuzz(font)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text.translate(LOOKALIKES))
    buffer.guess_segment_properties()
    buffer.direction = direction
    uharfbuzz.shape(shaper, buffer, features)
    return list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)), unit


@lru_cache(maxsize=8)
def _harfbuzz(font: Face) -> tuple[object, float]:
    """Return the shaper of ``font`` and the thousandths that one of its units makes."""
    import uharfbuzz

    whole = uharfbuzz.Face(uharfbuzz.Blob(font_data(font.face)))
    return uharfbuzz.Font(whole), 1000 / whole.upem


def _shape(text: str, first: Face, font: Face) -> Shaped:
    with FONT_LOCK:
        shaped, unit = set_by_harfbuzz(text, font, "rtl")
        meanings = _meanings(text, [info.cluster for info, _ in shaped])
        glyphs = []
        for (info, place), meaning in zip(shaped, meanings, strict=True):
            natural = font.face.hmetrics[info.codepoint][0] * unit
            mark = font.private(info.codepoint, natural, meaning)
            glyphs.append(
                Glyph(mark, place.x_offset * unit, place.y_offset * unit, place.x_advance * unit)
            )
    width = sum(glyph.advance for glyph in glyphs) / 1000
    return Shaped(text, first, font, tuple(glyphs), width)


def _meanings(text: str, clusters: list[int]) -> list[str]:
    """Give each glyph the characters it stands for; more glyphs of a cluster add none."""
    ends = dict(pairwise(sorted({*clusters, len(text)})))
    known: set[int] = set()
    meanings = []
    for cluster in clusters:
        meanings.append("" if cluster in known else text[cluster : ends[cluster]])
        known.add(cluster)
    return meanings
