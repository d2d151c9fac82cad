"""Which characters the shipped fonts can print, known without the PDF engine.

The window asks while the user types, so the fonts' character maps are read here without
ReportLab or HarfBuzz. Printing asks the same functions and cannot fail later.
"""

import struct
import unicodedata
from functools import cache, lru_cache
from textwrap import shorten
from typing import Final

from hubra_desktop.model.errors import InputError
from hubra_desktop.paths import resource

SANS: Final = "LiberationSans-Regular"
SANS_BOLD: Final = "LiberationSans-Bold"
SANS_ITALIC: Final = "LiberationSans-Italic"
SANS_BOLD_ITALIC: Final = "LiberationSans-BoldItalic"
ARABIC: Final = "NotoSansArabic-Regular"
SYMBOLS: Final = "DejaVuSans"

FALLBACK: Final = (ARABIC, SYMBOLS)
"""The fonts tried in this order for a character that the text's own font lacks."""

LOOKALIKES: Final = {
    0x2011: 0x2010,
    0x202F: 0x00A0,
    0x2009: 0x00A0,
    0x1F641: 0x1F61E,
    0x1F642: 0x1F60A,
    0x1F644: 0x1F612,
    0x2705: 0x2714,
    0x274C: 0x2718,
    0x2B50: 0x2605,
}
"""Characters drawn with another's shape where no font has their own (they still
read and copy as what was typed)."""

_INVISIBLE: Final = frozenset(
    chr(code)
    for block in (
        range(0x200B, 0x2010),
        range(0x202A, 0x202F),
        range(0x2060, 0x2070),
        range(0xFE00, 0xFE10),
        range(0x1F3FB, 0x1F400),
        (0xFEFF, 0x061C, 0x180E),
    )
    for code in block
) - {"\u200c"}
_LINE_ENDS: Final = {ord("\u2028"): "\n", ord("\u2029"): "\n", ord("\t"): " ", ord("\x0b"): "\n"}


_QUOTED: Final = 60


class MissingGlyphsError(InputError):
    """A text holds characters that no shipped font can print."""

    def __init__(self, characters: tuple[str, ...], text: str) -> None:
        """Name ``characters``, each with its code, and the ``text`` that they stand in."""
        self.characters = characters
        named = ", ".join(f"{mark} (U+{ord(mark):04X})" for mark in characters)
        where = shorten(text, _QUOTED, placeholder="…")
        one = len(characters) == 1
        super().__init__(
            f"{'Tecknet' if one else 'Tecknen'} {named} i ”{where}” kan inte skrivas ut. "
            f"Byt ut {'det' if one else 'dem'}."
        )


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """Compose ``text`` (NFC), keep line breaks, drop what is invisible or cannot be printed."""
    if text.isascii() and text.isprintable():
        return text
    whole = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = (mark for mark in whole.translate(_LINE_ENDS) if mark == "\n" or _visible(mark))
    return _without_stray_joiners("".join(kept))


def _visible(mark: str) -> bool:
    if mark in _INVISIBLE:
        return False
    return unicodedata.category(mark) not in {"Cc", "Cs"}


def _without_stray_joiners(text: str) -> str:
    """Keep ZERO WIDTH NON-JOINER only where it shapes a right-to-left letter."""
    if "\u200c" not in text:
        return text
    return "".join(
        mark
        for place, mark in enumerate(text)
        if mark != "\u200c" or (place > 0 and is_right_to_left(text[place - 1]))
    )


def is_right_to_left(mark: str) -> bool:
    """Say whether ``mark`` is a letter (or vowel mark) of a right-to-left script."""
    if mark < "\u0590":
        return False
    if unicodedata.bidirectional(mark) in {"R", "AL"}:
        return True
    return mark == "\u200c" or ("\u0591" <= mark <= "\u06ed" and unicodedata.combining(mark) > 0)


def missing_glyphs(text: str) -> tuple[str, ...]:
    """Name the characters of ``text`` that cannot be printed, each once, in order."""
    if text.isascii():
        return ()
    printable = printable_codes()
    lacking = (
        mark for mark in clean(text) if mark not in "\n\xad\u200c" and ord(mark) not in printable
    )
    return tuple(dict.fromkeys(lacking))


@cache
def printable_codes() -> frozenset[int]:
    """Hold the code points that some font of every style's chain can draw."""
    styles = (SANS, SANS_BOLD, SANS_ITALIC, SANS_BOLD_ITALIC)
    shared = frozenset.intersection(*(covered(name) for name in styles))
    codes = shared.union(*(covered(name) for name in FALLBACK))
    return codes | {code for code, shape in LOOKALIKES.items() if shape in codes}


@cache
def covered(font: str) -> frozenset[int]:
    """Read the code points of the shipped font called ``font`` from its ``cmap`` table."""
    data = resource("fonts", f"{font}.ttf").read_bytes()
    start = _table(data, b"cmap")
    codes: set[int] = set()
    for place in range(struct.unpack_from(">H", data, start + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHL", data, start + 4 + 8 * place)
        if platform == 0 or (platform == 3 and encoding in {1, 10}):
            codes |= _subtable(data, start + offset)
    return frozenset(codes)


def _table(data: bytes, tag: bytes) -> int:
    for place in range(struct.unpack_from(">H", data, 4)[0]):
        name, _sum, offset, _length = struct.unpack_from(">4sLLL", data, 12 + 16 * place)
        if name == tag:
            return int(offset)
    raise ValueError(f"the font has no table {tag!r}")


def _subtable(data: bytes, at: int) -> set[int]:
    layout = struct.unpack_from(">H", data, at)[0]
    if layout == 4:
        return _segments(data, at)
    if layout == 12:
        return _groups(data, at)
    return set()


def _segments(data: bytes, at: int) -> set[int]:
    """Read a format 4 subtable (the basic plane)."""
    count = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    starts = struct.unpack_from(f">{count}H", data, at + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", data, at + 16 + 4 * count)
    shifts_at = at + 16 + 6 * count
    codes: set[int] = set()
    for place, (first, last, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
        here = shifts_at + 2 * place
        shift = struct.unpack_from(">H", data, here)[0]
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if shift:
                glyph = struct.unpack_from(">H", data, here + shift + 2 * (code - first))[0]
            if (glyph or not shift) and (glyph + delta) & 0xFFFF:
                codes.add(code)
    return codes


def _groups(data: bytes, at: int) -> set[int]:
    """Read a format 12 subtable (all planes)."""
    count = struct.unpack_from(">L", data, at + 12)[0]
    codes: set[int] = set()
    for place in range(count):
        first, last, glyph = struct.unpack_from(">LLL", data, at + 16 + 12 * place)
        codes.update(range(first if glyph else first + 1, last + 1))
    return codes
