"""Text that a spreadsheet would compute or obey, made harmless on the way out.

A cell that begins with ``= + - @`` is a formula to a spreadsheet, and to some so is one
whose sign is full-width, or stands behind spaces, quotation marks or what nobody sees, which
the spreadsheet strips. Such text goes out behind an apostrophe, which is taken away on
the way in (OWASP, CSV Injection).
"""

import re
from typing import Final

from hubra_desktop.model.invisible import UNSEEN

_SIGNS: Final = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b"
"""The signs, and what compatibility folding (NFKC) or a spreadsheet makes into them."""

_QUOTES: Final = "'\"`\u00b4\u2018-\u201f\u00ab\u00bb\uff07\uff02"
_PASSED_OVER: Final = rf"[\s\x00-\x1f\x7f-\x9f{_QUOTES}{UNSEEN}\u00ad\u200c\u200d]"
_OBEYED: Final = rf"{_PASSED_OVER}*[{_SIGNS}]|'*[\t\r\n]"


def harmless(typed: str) -> str:
    """Return text so that no spreadsheet takes it for a formula."""
    return f"'{typed}" if re.match(_OBEYED, typed) else typed


def restored(typed: str) -> str:
    """Return text as it was before ``harmless``."""
    return typed[1:] if typed.startswith("'") and re.match(_OBEYED, typed) else typed
