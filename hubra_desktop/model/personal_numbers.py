"""Personnummer: what looks like one, in a text that must hold none."""

import re
from functools import lru_cache
from typing import Final

_NUMBER: Final = re.compile(r"(?<!\d)(?:19|20)?\d{2}[01]\d[0-3]\d[-+ ]?\d{4}(?!\d)")
"""Ten or twelve figures of which the middle ones are a month and a day."""


@lru_cache(maxsize=4096)
def holds_personal_number(text: str) -> bool:
    """Tell whether a text looks as if it held a personnummer; most are asked of again and again."""
    return _NUMBER.search(text) is not None


def without_personal_numbers(text: str) -> str:
    """Return a text without what looks like a personnummer."""
    return " ".join(_NUMBER.sub(" ", text).split())
