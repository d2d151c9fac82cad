"""Keeps None, True and False alive where they are counted.

PySide6 6.12.0 gives back one reference too many to None for every call that returns
nothing: it is built as if None could not die, which holds from Python 3.12 on
(PEP 683). On Python 3.11 a few minutes of painting use up all references, and the
interpreter aborts with "deallocating None". So that release is given there what
later ones have by themselves: a count that never comes near zero.
"""

import sys

_PLENTY = sys.maxsize // 4


def keep_alive() -> bool:
    """Make the singletons' counts inexhaustible; False where Python has done so itself."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return False
    from ctypes import c_ssize_t

    for singleton in (None, True, False):
        count = c_ssize_t.from_address(id(singleton))
        if count.value < _PLENTY:
            count.value += _PLENTY
    return True
