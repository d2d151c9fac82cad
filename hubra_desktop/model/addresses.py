"""Addresses of the web and of mail: what a link may lead to, and what one e-mail address is.

A paper is read by anybody, in programs that follow what a link says. A link leads to the
web, to a mailbox or to a telephone and nowhere else: not to a file, not to a script.
"""

import re
from typing import Final
from urllib.parse import quote

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.wording import quoted

_WEB: Final = re.compile(r"https?://(?P<host>[^/?#\s@]+)(?:[/?#]\S*)?", re.IGNORECASE)
_HOST: Final = re.compile(r"(?!\d+:)[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:[/?#]\S*)?")
_HOST_OF_WEB: Final = re.compile(
    r"(?:[\w-]+(?:\.[\w-]+)*\.?|\[[0-9a-f:.]+\])(?::\d{1,5})?", re.IGNORECASE
)
_TEL: Final = re.compile(r"tel:\+?[\d().-]*\d[\d().-]*", re.IGNORECASE)
_MAIL: Final = re.compile(r"mailto:(?P<to>[^?\s]+)(?:\?subject=[^&\s]*)?", re.IGNORECASE)
_MARKS: Final = r"[^\W_]|[!#$&'*+/=?^_`{|}~-]"
_EMAIL: Final = re.compile(
    rf"(?:{_MARKS})+(?:\.(?:{_MARKS})+)*@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]"
)
"""One address, unquoted (RFC 5321, 5322 and 6531): no comma, no space, no percent sign."""

_LONGEST_EMAIL: Final = 254
_LONGEST_MAILBOX: Final = 64
_KEPT: Final = "%/:?#[]@!$&'()*+,;=-._~"
_SCHEME: Final = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
_SAID: Final = 50
"""The longest address that is read out whole; of others the site is named."""
_FOLDED_BREAK: Final = re.compile("%0[ad]", re.IGNORECASE)


def is_email(text: str) -> bool:
    """Tell whether a text is exactly one e-mail address."""
    return (
        len(text) <= _LONGEST_EMAIL
        and text.find("@") <= _LONGEST_MAILBOX
        and _EMAIL.fullmatch(text) is not None
    )


def check_email(text: str) -> None:
    """Raise InputError unless a text is empty or exactly one e-mail address."""
    if text and not is_email(text):
        raise refusal(
            "{typed} är ingen e-postadress. Skriv en enda adress, till exempel namn@kommunen.se.",
            typed=quoted(text),
        )


def uri(address: str) -> str:
    """Return what a link to an address leads to, in ASCII with its scheme; "" for no link.

    http, https, mailto and tel alone are links; an address without a scheme is one of the
    web or of mail.
    """
    typed = address.strip()
    if not typed or not typed.isprintable() or _FOLDED_BREAK.search(typed):
        return ""
    web = _WEB.fullmatch(typed)
    if web is not None:
        return quote(typed, safe=_KEPT) if _HOST_OF_WEB.fullmatch(web["host"]) else ""
    mail = _MAIL.fullmatch(typed)
    if mail is not None:
        return quote(typed, safe=_KEPT) if is_email(mail["to"]) else ""
    if _TEL.fullmatch(typed):
        return quote(typed, safe=_KEPT)
    if is_email(typed):
        return f"mailto:{quote(typed, safe=_KEPT)}"
    return f"https://{quote(typed, safe=_KEPT)}" if _HOST.fullmatch(typed) else ""


def spoken_link(words: str, address: str) -> str:
    """Return what a link is called aloud: its words, or for a bare address where it leads."""
    target = uri(address)
    if words.strip().casefold() not in {address.strip().casefold(), target.casefold()}:
        if not target.startswith("tel:"):
            return words.strip()
        return f"Ring {words.strip()}"
    if target.startswith(("tel:", "mailto:")):
        does = "Ring" if target.startswith("tel:") else "E-post till"
        return f"{does} {_SCHEME.sub('', words.strip())}"
    where = _SCHEME.sub("", words.strip()).rstrip("/")
    return f"Länk till {where if len(where) <= _SAID else where.split('/')[0]}"


def check_link(text: str) -> None:
    """Raise InputError unless a text is empty or something that a link may lead to."""
    if text.strip() and not uri(text):
        raise refusal(
            "Länken {typed} leder inte till webben. Skriv en adress som börjar med https:// "
            "(eller http, mailto eller tel).",
            typed=quoted(text.strip()),
        )
