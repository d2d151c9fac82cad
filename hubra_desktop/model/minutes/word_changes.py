"""In what words a decision was adopted otherwise than it was proposed."""

import re
from difflib import SequenceMatcher
from enum import Enum
from typing import Final, NamedTuple

_WORDS: Final = re.compile(r"\s+|\w+|[^\w\s]")


class WordChange(Enum):
    """What became of words: they stayed, were taken out or were put in."""

    KEPT = "kept"
    OUT = "out"
    IN = "in"


class Words(NamedTuple):
    """Words that follow each other in one of the texts, or in both."""

    change: WordChange
    text: str


def word_changes(proposed: str, adopted: str) -> tuple[Words, ...]:
    """Return the words of both texts in order: what stayed once, what went before what came.

    Those that stayed and went are the proposed text, those that stayed and came the adopted
    one, to the letter.
    """
    old, new = _WORDS.findall(proposed), _WORDS.findall(adopted)
    found: list[Words] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Words(WordChange.KEPT, "".join(old[a:b])))
            continue
        if b > a:
            found.append(Words(WordChange.OUT, "".join(old[a:b])))
        if d > c:
            found.append(Words(WordChange.IN, "".join(new[c:d])))
    return _readable(found)


def _readable(found: list[Words]) -> tuple[Words, ...]:
    """Join changes that only spaces part, so that a changed phrase is shown as one."""
    joined: list[Words] = []
    out, into = "", ""
    for place, (change, text) in enumerate(found):
        last = place == len(found) - 1
        bridge = change is WordChange.KEPT and not text.strip() and (out or into) and not last
        if change is WordChange.KEPT and not bridge:
            joined += _both(out, into)
            joined.append(Words(change, text))
            out = into = ""
            continue
        out += text if change is not WordChange.IN else ""
        into += text if change is not WordChange.OUT else ""
    return (*joined, *_both(out, into))


def _both(out: str, into: str) -> list[Words]:
    found = (Words(WordChange.OUT, out), Words(WordChange.IN, into))
    return [each for each in found if each.text]
