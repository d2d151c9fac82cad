"""Words in a text that are linked to a fact of the register, and the sentences they stand in.

A mark is written ``[sju](fakta:brev-skickade)`` in the structured text; whoever reads
the paper sees the words alone.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from hubra_desktop.model.structured import Span, facts_at, hidden_at, marked, note_places

MASK: Final = "\0"
"""What stands in place of a mark's letters where it is masked; no text holds it."""
_END: Final = re.compile(
    # Begins with what it can begin with, so that all other letters are passed over at once.
    r"[\n \u00a0”\"](?:(?<=\n)\n*"
    r"|(?<=[.!?].)(?:(?<=[ \u00a0])[ \u00a0]*|[ \u00a0]+)(?=[\[\"”A-ZÅÄÖ])"
    r"(?!(?<=[\d\\]\.[ \u00a0])[A-ZÅÄÖ]{2}))"  # 1. FC Huddinge
)


class Mark(NamedTuple):
    """Words linked to the fact ``key``, at ``start``–``end`` of the text as it is stored."""

    start: int
    end: int
    words: str
    key: str


class Sentence(NamedTuple):
    """A sentence at ``start``–``end`` of the text as it is stored."""

    start: int
    end: int
    text: str


def link_fact(words: str, key: str) -> str:
    """Write ``words`` linked to the fact ``key``."""
    return marked([Span(words, fact=key)])


def marks_in(text: str) -> tuple[Mark, ...]:
    """Return the marks of a text in order."""
    return tuple(Mark(start, end, span.text, span.fact) for start, end, span in facts_at(text))


def strip_links(text: str) -> str:
    """Return the text with the words of its marks alone; other marks are left."""
    stripped = _exchanged(text, lambda mark: mark.words)
    for start, end in reversed([*hidden_at(stripped)]):
        stripped = stripped[:start] + stripped[end:]
    return stripped


def mask_links(text: str) -> str:
    """Return the text with its marks masked, every other letter at its place."""
    masked = _exchanged(text, lambda mark: MASK * (mark.end - mark.start))
    for start, end in hidden_at(masked):
        masked = masked[:start] + MASK * (end - start) + masked[end:]
    return masked


def _exchanged(text: str, words: Callable[[Mark], str]) -> str:
    for mark in reversed(marks_in(text)):
        text = text[: mark.start] + words(mark) + text[mark.end :]
    return text


def sentences_in(text: str) -> tuple[Sentence, ...]:
    """Cut a text into sentences and lines, each at its place."""
    return tuple(_sentences(text))


def holds_more(sentence: str) -> bool:
    """Tell whether a sentence holds what no other can take along: a footnote, cells of a table."""
    return sentence.lstrip().startswith("|") or any(True for _ in note_places(sentence))


def _sentences(text: str) -> Iterator[Sentence]:
    done = 0
    # The number of an area (under 1. Skolan), and a footnote's own sentences.
    whole = [*((mark.start, mark.end) for mark in marks_in(text)), *note_places(text)]
    for match in _END.finditer(text):
        if any(start < match.start() < end for start, end in whole):
            continue
        if text[done : match.start()].strip():
            yield Sentence(done, match.start(), text[done : match.start()])
        done = match.end()
    if text[done:].strip():
        yield Sentence(done, len(text), text[done:])
