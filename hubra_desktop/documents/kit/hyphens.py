"""Where a Swedish word may be divided at a line's end.

The dictionary is read when a word first fails to fit its line. Division after a typed
hyphen keeps it; division by pattern adds a soft hyphen, which searches ignore.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pyphen import Pyphen  # type: ignore[import-untyped]

SOFT: Final = "\u00ad"
_LONG: Final = re.compile(r"[^\W\d_]{12,40}(?![\w\u00ad])")
"""A word that is long for a narrow column; one with soft hyphens of its own keeps them."""
_SYLLABLES: Final = 4
"""The fewest letters between two places where a web page may divide a word."""
_LETTERS: Final = re.compile(r"[^\W\d_]{6,}")
_TYPED: Final = re.compile(
    r"(?<=[^\W\d_]{2}[-\u2010])(?=[^\W\d_]{2})|(?<=[^\W\d_]{3}/)(?=[^\W\d_]{3})"
    r"|(?<=[^\W\d_]{2}-/)(?=[^\W\d_]{2})"
)
_MARKS: Final = re.compile(r"(?<=[-/._:,;)\]>\xa0\u2010\u2013])(?=\w)")
_ADDRESS: Final = re.compile(r"(?<=[/?&=_.@-])(?=[^/?&=_.@-])|(?<=[^%])(?=%)")


@cache
def _dictionary() -> "Pyphen":
    from pyphen import Pyphen

    return Pyphen(lang="sv_SE", left=3, right=3)


@lru_cache(maxsize=4096)
def divisions(
    word: str, by_pattern: bool, desperate: bool = False, address: bool = False
) -> tuple[tuple[str, str, bool], ...]:
    """List the ways to cut ``word``: head, tail and whether a soft hyphen ends the head.

    The longest head stands first. ``by_pattern`` allows Swedish hyphenation besides
    hyphens that were typed; headings go without, and so do names and abbreviations
    (whatever has a capital letter) and numbers. A ``desperate`` word, too long for any
    line, may be cut by pattern and after any mark. An ``address`` (or a part of one) is
    cut at its own marks and never gets a hyphen.
    """
    if address or "://" in word or word.startswith("www."):
        hard = {match.start() for match in _ADDRESS.finditer(word)}
        soft: set[int] = set()
    else:
        typed = _MARKS if desperate else _TYPED
        hard = {match.start() for match in typed.finditer(word)}
        common = by_pattern and word.islower()
        soft = _soft_places(word, common or desperate) - hard
    places = sorted((place for place in hard | soft if 0 < place < len(word)), reverse=True)
    return tuple(
        (word[:place].replace(SOFT, ""), word[place:].lstrip(SOFT), place in soft)
        for place in places
    )


def with_soft_hyphens(text: str) -> str:
    """Put soft hyphens where the long words of a text may be divided, as browsers do not know."""
    return _LONG.sub(_divided, text)


def _divided(word: re.Match[str]) -> str:
    typed, places = word[0], [0]
    for place in _dictionary().positions(typed.lower()):
        if min(place - places[-1], len(typed) - place) >= _SYLLABLES:
            places.append(place)
    return SOFT.join(typed[start:end] for start, end in pairwise([*places, len(typed)]))


def _soft_places(word: str, by_pattern: bool) -> set[int]:
    typed = {place for place, mark in enumerate(word) if mark == SOFT}
    if typed or not by_pattern:
        return typed
    found: set[int] = set()
    for match in _LETTERS.finditer(word):
        found |= {match.start() + place for place in _dictionary().positions(match.group().lower())}
    return found
