"""Ids made by the program: unique everywhere, sorted by the moment they were made.

Registers are merged and meetings travel between them, so ids may not come from a
database. The form is that of RFC 9562's version 7, written as 32 hex digits.
"""

import os
import time


def new_id() -> str:
    """Return a fresh id, later than those made before it by a millisecond or more."""
    moment = time.time_ns() // 1_000_000
    number = moment << 80 | int.from_bytes(os.urandom(10))
    number = number & ~(0xF << 76) | 0x7 << 76
    number = number & ~(0x3 << 62) | 0x2 << 62
    return f"{number:032x}"
