"""What abbreviations, times and dates of a Swedish text stand for, for those who hear it.

A voice that meets "kl. 15.30–16.00" or "KSF" says letters and stops. Papers carry beside the
printed words what each stands for: common abbreviations from here, those of the
organisations from the register.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from hubra_desktop.model.swedish import MONTHS, capitalised

Abbreviations = tuple[tuple[str, str], ...]
"""Short forms as they are written, each with what it stands for."""

UNTIL: Final = " till "
"""What the dash between two times stands for, with its spaces."""

_COMMON: Final = {
    "kl": "klockan", "dnr": "diarienummer", "nr": "nummer", "kr": "kronor",
    "tkr": "tusen kronor", "mkr": "miljoner kronor", "mnkr": "miljoner kronor",
    "mdkr": "miljarder kronor", "tfn": "telefon", "tel": "telefon", "vxl": "växel",
    "ca": "cirka", "kap": "kapitel", "inkl": "inklusive", "exkl": "exklusive", "jfr": "jämför",
    "osv": "och så vidare", "dvs": "det vill säga", "tex": "till exempel",
    "bla": "bland annat", "mm": "med mera", "mfl": "med flera", "fd": "före detta",
    "pga": "på grund av", "sk": "så kallad", "§": "paragraf", "§§": "paragraferna",
}  # fmt: skip
_WHOLE: Final = r"kl|dnr|nr|m[nd]?kr|tkr|kr|tfn|tel|vxl|ca|kap|inkl|exkl|jfr|osv|dvs"
_DOTTED: Final = (
    r"t\. ?ex\.|bl\. ?a\.|m\. ?m\.|m\. ?fl\.|f\. ?d\.|p\. ?g\. ?a\.|s\. ?k\.|d\. ?v\. ?s\."
    r"|o\. ?s\. ?v\."
)
_CLOCK: Final = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_TIMES: Final = (
    rf"(?P<word>(?:kl\.?|klockan)(?P<gap>[ \u00a0]))(?P<from>{_CLOCK})"
    rf"(?:(?P<dash> ?[–-] ?)(?P<to>{_CLOCK}))?(?![\d.:]\d)"
    rf"|(?<![.:–-])(?P<from2>{_CLOCK})(?P<dash2> ?– ?)(?P<to2>{_CLOCK})(?![\d.:]\d)"
    r"|(?<![.:–-])(?P<only>(?:[01]?\d|2[0-4]):[0-5]\d)(?![\w:])"
)
_DAYS: Final = (
    r"(?<!-)(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?![\w-])"
    rf"|(?P<long>\d{{1,2}}[ \u00a0](?:{'|'.join(MONTHS)})[ \u00a0](?:19|20)\d\d)(?!\d)"
)


class Stretch(NamedTuple):
    """A part of a text: what it stands for, if it is short, and its time or day in ISO 8601."""

    text: str
    said: str = ""
    moment: str = ""


@lru_cache(maxsize=4096)
def stretches(text: str, own: Abbreviations = ()) -> tuple[Stretch, ...]:
    """Cut ``text``, all of it, where something is short for something or is a time or a day.

    ``own`` are the register's abbreviations, which are matched to the letter.
    """
    found: list[Stretch] = []
    done = 0
    for match in _pattern(own).finditer(text):
        if match.start() > done:
            found.append(Stretch(text[done : match.start()]))
        found += _told(match, dict(own))
        done = match.end()
    if done < len(text) or not found:
        found.append(Stretch(text[done:]))
    return tuple(found)


def said(text: str, own: Abbreviations = ()) -> str:
    """Return ``text`` as it is heard, with all that it is short for."""
    return "".join(part.said or part.text for part in stretches(text, own))


@lru_cache(maxsize=64)
def _pattern(own: Abbreviations) -> re.Pattern[str]:
    names = sorted(
        (re.escape(short).replace(r"\ ", "[ \u00a0]") for short, _ in own), key=len, reverse=True
    )
    typed = rf"|(?P<own>{'|'.join(names)})(?=(?::?s)?(?!\w))" if names else ""
    first = re.escape("".join({short[:1] for short, _ in own}))
    # Most places of a text begin none of these: they are left at once.
    return re.compile(
        rf"(?<!\w)(?=[\d§bBcCdDeEfFiIjJkKmMnNoOpPsStTvV{first}])(?:(?i:{_TIMES}|{_DAYS}"
        rf"|(?<!\.)(?P<short>{_DOTTED}|(?:{_WHOLE})(?!\w)\.?(?!\w)|§§?)){typed})"
    )


def _told(match: re.Match[str], own: dict[str, str]) -> Iterator[Stretch]:
    named = match.groupdict()
    if named.get("own"):
        yield Stretch(match[0], own[match[0].replace("\u00a0", " ")])
    elif named["short"]:
        yield _short(match[0])
    elif named["iso"] or named["long"]:
        yield Stretch(match[0], moment=_day(match[0]))
    else:
        yield from _times(named)


def _times(named: dict[str, str | None]) -> Iterator[Stretch]:
    word, gap = named["word"] or "", named["gap"] or ""
    if word:
        begun = word.removesuffix(gap)
        yield _short(begun) if begun.casefold() != "klockan" else Stretch(begun)
        yield Stretch(gap)
    first = named["from"] or named["from2"] or named["only"] or ""
    yield Stretch(first, moment=_clock(first))
    dash, last = named["dash"] or named["dash2"], named["to"] or named["to2"]
    if dash and last:
        yield Stretch(dash, UNTIL)
        yield Stretch(last, moment=_clock(last))


def _short(typed: str) -> Stretch:
    said = _COMMON.get(re.sub(r"[. \u00a0]", "", typed).casefold(), "")
    return Stretch(typed, capitalised(said) if typed[:1].isupper() else said)


def _clock(typed: str) -> str:
    hour, minute = re.split("[.:]", typed)
    return f"{int(hour) % 24:02}:{minute}"


def _day(typed: str) -> str:
    """Return a day in ISO 8601; empty for one that there is not."""
    try:
        if "-" in typed:
            return dt.date.fromisoformat(typed).isoformat()
        day, month, year = typed.replace("\u00a0", " ").split()
        return dt.date(int(year), MONTHS.index(month.casefold()) + 1, int(day)).isoformat()
    except ValueError:
        return ""
