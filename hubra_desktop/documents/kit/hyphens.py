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
_LAST_PARTS: Final = (
    "analys|anmäl|anslag|ansvar|ansök|anteckning|arvod|avdelning|avgift|avstämning|avtal|"
    "avvikelse|beredning|berättelse|beslut|bidrag|ersättar|ersättning|fullmäktige|förordning|"
    "förslag|förvaltning|hänvisning|inkomst|inriktning|insats|ledam[oö]t|löfte|mottagar|mästar|"
    "nummer|nämnd|område|omröstning|omsorg|ordförand|ordning|protokoll|redovisning|sammanträd|"
    "sekreterar|skrivelse|styrelse|tjänst|underlag|undersökning|uppdrag|uppföljning|uppgift|"
    "utbildning|utdrag|utlåtand|utredning|utskott|utvärdering|verksamhet|yttrand|åtgärd|ärend|"
    "överenskommelse|översikt|översyn|"
    "(?:dag(?:en|ar)?|list(?:a|an|or)|möte[nt]?|rätt(?:en)?|(?<![bdfgkpt])råd(?:et)?)$"
)
_BORDER: Final = re.compile(rf"(?<=[^\W\d_]{{3}})(?={_LAST_PARTS})")
"""Where a compound of the municipality's language is put together: the patterns do not know."""
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
    typed = word[0]
    borders, places = _by_pattern(typed.lower())
    cuts = [0, len(typed)]
    for place in (*borders, *sorted(places)):
        if all(abs(place - cut) >= _SYLLABLES for cut in cuts):
            cuts.append(place)
    return SOFT.join(typed[start:end] for start, end in pairwise(sorted(cuts)))


def _by_pattern(word: str) -> tuple[list[int], set[int]]:
    """Return where the parts of a compound meet, and all places where it may be divided.

    Each part is divided as a word of its own: ``tjäns-te-utlå-tande``.
    """
    borders = [match.start() for match in _BORDER.finditer(word)]
    found = set(borders)
    for start, end in pairwise([0, *borders, len(word)]):
        found |= {start + place for place in _dictionary().positions(word[start:end])}
    return borders, found


def _soft_places(word: str, by_pattern: bool) -> set[int]:
    typed = {place for place, mark in enumerate(word) if mark == SOFT}
    if typed or not by_pattern:
        return typed
    found: set[int] = set()
    for match in _LETTERS.finditer(word):
        _, places = _by_pattern(match.group().lower())
        found |= {match.start() + place for place in places}
    return found
