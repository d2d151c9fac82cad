"""Addresses in running text: found, made clickable, printed as they were typed."""

import re
from typing import Final

from hubra_desktop.documents.kit.tree import Piece
from hubra_desktop.model.addresses import uri

_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.|mailto:|\btel:(?=[+\d]))[^\s<>\"]+"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
_HINTS: Final = ("@", "://", "www.", "tel:")
"""What every address holds one of; looked for first, since most text has none."""
_PHONE: Final = re.compile(
    r"(?<![\w/.+-])(?:\+\d{1,3}(?:[ \u00a0]?\(0\))?|0\d{1,3})(?:[ \u00a0/-]{1,3}\d{2,4}){2,4}"
    r"(?![\w-])"
)
"""A number as it is written in Sweden: 08-123 456 00, 070-123 45 67, +46 8 123 456 00."""
_CLOSING: Final = {")": "(", "]": "[", "}": "{"}


def linked(words: str, address: str, bold: bool = False) -> Piece:
    """Return words that lead to an address, or the words alone where no link may lead there."""
    return Piece(words, bold=bold, href=address if uri(address) else "")


def link_addresses(text: str, bold: bool = False) -> tuple[Piece, ...]:
    """Cut ``text`` into pieces where every web or mail address is a link."""
    plain = text.lower()
    if not any(hint in plain for hint in _HINTS):
        return (Piece(text, bold=bold),)
    pieces: list[Piece] = []
    done = 0
    for match in _ADDRESS.finditer(text):
        address = _trimmed(match.group())
        if match.start() > done:
            pieces.append(Piece(text[done : match.start()], bold=bold))
        pieces.append(linked(address, address, bold))
        done = match.start() + len(address)
    if done < len(text) or not pieces:
        pieces.append(Piece(text[done:], bold=bold))
    return tuple(pieces)


def link_contacts(text: str) -> tuple[Piece, ...]:
    """Cut a line of contact details into pieces: its telephone numbers are links too."""
    pieces: list[Piece] = []
    for piece in link_addresses(text):
        pieces += [piece] if piece.href else _phones(piece.text)
    return tuple(pieces)


def _phones(text: str) -> list[Piece]:
    pieces: list[Piece] = []
    done = 0
    for match in _PHONE.finditer(text):
        digits = "".join(mark for mark in match[0].replace("(0)", "") if mark.isdigit())
        whole = digits if match[0].startswith("+") else f"46{digits[1:]}"
        if match.start() > done:
            pieces.append(Piece(text[done : match.start()]))
        pieces.append(linked(match[0], f"tel:+{whole}"))
        done = match.end()
    if done < len(text) or not pieces:
        pieces.append(Piece(text[done:]))
    return pieces


def _trimmed(address: str) -> str:
    """Leave out the sentence's own marks at the end: stops, and brackets never opened."""
    while address:
        last = address[-1]
        unopened = last in _CLOSING and address.count(last) > address.count(_CLOSING[last])
        if last not in ".,;:!?'”’" and not unopened:
            break
        address = address[:-1]
    return address
