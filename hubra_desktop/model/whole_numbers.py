"""Whole numbers as people type them: digits, parted by spaces if they like."""

from hubra_desktop.model.errors import refusal

LONGEST = 9
"""Digits: more than anybody counts here, and below 2**31."""


def parse_whole(typed: str) -> int | None:
    """Read a whole number; nothing typed is None. Raises InputError."""
    plain = "".join(typed.split())
    if not plain:
        return None
    if not (plain.isdecimal() and plain.isascii() and len(plain) <= LONGEST):
        raise refusal("Skriv ett helt tal med siffror, till exempel 90.")
    return int(plain)
