"""What the terms of the closed vocabularies are called, in the window and in papers.

Papers are Swedish whatever the window speaks, so the Swedish word can be asked for by itself.
"""

from enum import StrEnum
from typing import Self

from hubra_desktop.model.language import Tell, say


class Term(StrEnum):
    """A term of a closed vocabulary: stored by its value, called by its Swedish word."""

    _value_: str
    swedish: str

    def __new__(cls, value: str, swedish: str = "") -> Self:
        """Make a member of its value and its word; a look-up gives the value alone."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.swedish = swedish
        return term


def word(term: Term, tell: Tell = say) -> str:
    """Return what a term is called in the window's language, or as ``tell`` says it."""
    return tell(term.swedish)


def swedish_word(term: Term) -> str:
    """Return the Swedish word of a term, whatever the window speaks: for papers."""
    return term.swedish
