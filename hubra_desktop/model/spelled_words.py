"""Which words of a text are spelled, and which are known without a dictionary.

Left out are figures, abbreviations, addresses and what is written in capitals: a
dictionary knows little of them, and a warning that is mostly wrong is not read.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from hubra_desktop.model.structured import parts, spans

HIDDEN: Final = "0"
"""Stands in place of each letter that is not spelled, in a text that is cut into words."""
_CHUNK: Final = re.compile(r"[\w@./:&+-]+(?:[’']\w+)*")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*-?")


class SpelledWord(NamedTuple):
    """A word at ``start``–``end`` of the text that it was found in."""

    start: int
    end: int
    word: str


def spelled_words(text: str) -> Iterator[SpelledWord]:
    """Yield the words of a text of plain letters that can be spelled right or wrong."""
    for chunk in _CHUNK.finditer(text):
        core = chunk[0].lstrip("-+./:&").rstrip(".:/&+-")
        start = chunk.start() + len(chunk[0]) - len(chunk[0].lstrip("-+./:&"))
        if len(core) > 1 and not core.isupper() and _WORD.fullmatch(core):
            yield SpelledWord(start, start + len(core), core)


def words_to_spell(text: str) -> Iterator[str]:
    """Yield the words of a structured text that are spelled: not those of facts and links.

    Those of its footnotes are.
    """
    for part in parts(text):
        for line in part.lines:
            cut = spans(line.text)
            shown = "".join(
                HIDDEN * len(span.text) if span.fact or span.address else span.text for span in cut
            )
            yield from (each.word for each in spelled_words(shown))
            for span in cut:
                yield from words_to_spell(span.note) if span.note else ()


def words_shown(shown: str) -> int:
    """Count the words of a text as its reader sees it: what stands between spaces."""
    return sum(any(map(str.isalnum, word)) for word in shown.split())


@lru_cache(maxsize=256)
def words_in_text(text: str) -> int:
    """Count the words of a structured text as its reader sees it, its footnotes too."""
    lines = (line.text for part in parts(text) if part.kind != "picture" for line in part.lines)
    return sum(_count_line(line) for line in lines)


def _count_line(line: str) -> int:
    cut = spans(line)
    notes = sum(_count_line(span.note) for span in cut if span.note)
    return notes + words_shown("".join(span.text for span in cut))


class KnownWords:
    """Words that need no dictionary: names of the register, and what was added by somebody."""

    def __init__(self, names: Iterable[str], added: Iterable[str] = ()) -> None:
        """Know each word of the ``names``, and the words that were ``added``."""
        cut = (each.word for name in names for each in spelled_words(name))
        self._known = frozenset(word.casefold() for word in (*cut, *added))

    def __contains__(self, word: object) -> bool:
        """Tell whether a word is known, or is a known one's genitive."""
        plain = str(word).casefold()
        return plain in self._known or (plain.endswith("s") and plain[:-1] in self._known)
