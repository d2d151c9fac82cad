"""Words out of files as they may be shown: what a terminal or a label would obey is a mark."""

import re
from typing import Final

# Compiled, and kept by ``re``, when first used: a start needs it not.
_OBEYED: Final = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Controls other than tab and new line, marks that turn text around or are not seen, and
halves of letters."""


def printable(text: str) -> str:
    """Return a text with a mark in the place of each character that would be obeyed."""
    return text if text.isprintable() else re.sub(_OBEYED, "\ufffd", text)
