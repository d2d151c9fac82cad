"""Which language the window speaks, for the sentences that are made down here.

Findings, refusals and summaries are born where the rule is known, far below the
window's own translation. They are written in both languages on the spot, so that
neither can be forgotten. Documents and the command line are always Swedish:
documents never call ``say``, and the command line never changes the language.
"""

from typing import Literal

Language = Literal["sv", "en"]

_spoken: dict[Literal["now"], Language] = {"now": "sv"}


def set_language(language: Language) -> None:
    """Speak ``language`` from now on; sentences already made stay as they are."""
    _spoken["now"] = language


def language() -> Language:
    """Return the language that is spoken now."""
    return _spoken["now"]


def say(sv: str, en: str, **values: object) -> str:
    """Return the sentence of the language spoken, ``{name}`` filled in from ``values``."""
    sentence = sv if _spoken["now"] == "sv" else en
    return sentence.format(**values) if values else sentence
