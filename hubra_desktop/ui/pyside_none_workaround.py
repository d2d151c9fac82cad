"""Keep None, True and False alive where the Qt binding takes one reference too many.

PySide6 6.12 returns None from every call without a result as if None could never
die, which holds from Python 3.12 on. Under 3.11 each such call takes a reference
away, and after some thousands the interpreter ends with "deallocating None". Some
calls do the same to True and False, which shows when the program ends. The counts are
therefore set so high that they can never be used up.
"""

import ctypes
import sys

NEVER_USED_UP = 1 << 40


def keep_none_alive() -> None:
    """Make the constants last for the life of the process, where they do not by themselves."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(constant)).value += NEVER_USED_UP
