"""Whole numbers and years as people type them, read alike wherever they are typed."""

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.wording import quoted

LONGEST = 9
"""Digits: more than anybody counts here, and below 2**31."""

_YEAR_DIGITS = 4


def parse_year(typed: str) -> int | None:
    """Read a year of four digits; nothing typed is None. Raises InputError."""
    plain = typed.strip()
    if not plain:
        return None
    if not (plain.isdecimal() and plain.isascii() and len(plain) == _YEAR_DIGITS):
        raise refusal(
            "Jag förstår inte året {typed}. Skriv det med fyra siffror, till exempel 2018.",
            typed=quoted(plain[:40]),
        )
    return int(plain)


def parse_whole(typed: str) -> int | None:
    """Read a whole number; nothing typed is None. Raises InputError."""
    plain = "".join(typed.split())
    if not plain:
        return None
    if not (plain.isdecimal() and plain.isascii() and len(plain) <= LONGEST):
        raise refusal("Skriv ett helt tal med siffror, till exempel 90.")
    return int(plain)
