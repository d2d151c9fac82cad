"""Kerning: how much nearer the letters of a pair such as "Av" stand, asked of HarfBuzz.

On, unless the house style chooses it away. Pairs are looked up within words only, so that
a word has one width everywhere. Figures keep their width, to stand in columns. There are no
ligatures, so the copied text is the same with kerning and without.
"""

import unicodedata
from functools import lru_cache
from itertools import chain, product
from string import digits

from hubra_desktop.documents.kit.fonts import FONT_LOCK, Face, advance
from hubra_desktop.documents.kit.shaping import set_by_harfbuzz

_FEATURES = {"kern": True, "liga": False, "dlig": False, "clig": False, "calt": False}
_FIGURES = frozenset(product(digits, digits))
_SOFT = {0xAD: 0x2D}


@lru_cache(maxsize=30_000)
def kerned_advance(text: str, font: Face) -> float:
    """Measure ``text`` with its kerning set at one point, in points."""
    return advance(text, font) + kerned(text, font)


def kerned(text: str, font: Face) -> float:
    """Measure what kerning adds to ``text`` set at one point, in points (mostly negative)."""
    return sum(map(sum, (_pairs(word, font) for word in text.split(" ")))) / 1000


@lru_cache(maxsize=10_000)
def adjustments(text: str, font: Face) -> tuple[int, ...]:
    """List what is added to the advance of each character, in thousandths of the size."""
    words = (_pairs(word, font) for word in text.split(" "))
    return tuple(chain.from_iterable((*pairs, 0) for pairs in words))[:-1]


@lru_cache(maxsize=30_000)
def _pairs(word: str, font: Face) -> tuple[int, ...]:
    """Ask for the pairs of one word; a word with combining marks is left as it is."""
    if len(word) < 2 or any(map(unicodedata.combining, word)):
        return (0,) * len(word)
    moved = _asked(word.translate(_SOFT).translate(font.capital), font)
    if len(moved) != len(word):
        return (0,) * len(word)
    following = word[1:] + " "
    return tuple(
        0 if pair in _FIGURES else round(move)
        for move, pair in zip(moved, zip(word, following, strict=True), strict=True)
    )


def _asked(word: str, font: Face) -> list[float]:
    """Let HarfBuzz set ``word``; some fonts move the second letter of a pair, not the first."""
    with FONT_LOCK:
        shaped, unit = set_by_harfbuzz(word, font, "ltr", _FEATURES)
    shifts = [place.x_offset for _, place in shaped]
    return [
        (place.x_advance + after - place.x_offset - font.face.hmetrics[glyph.codepoint][0]) * unit
        for (glyph, place), after in zip(shaped, [*shifts[1:], 0], strict=True)
    ]
