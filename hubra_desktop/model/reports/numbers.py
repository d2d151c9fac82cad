"""Numbers as they stand in running Swedish text: counts, people, amounts, measured values.

A paper may say the same number in many ways: fyra or 4, 45 080 kr or 264 tkr or en
miljon, drygt 100. Here they are found and read, so that a text can be held against the
register, and written in the manner that the author chose.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from hubra_desktop.model.money.amounts import ORE, digits, kronor
from hubra_desktop.model.plan.counts import HEDGES
from hubra_desktop.model.plan.terms import Exactness
from hubra_desktop.model.swedish import COUNT_WORDS, MONTHS, figure

_VALUES: Final = {word: Decimal(place) for place, word in enumerate(COUNT_WORDS)} | {
    "ett": Decimal(1)
}
NUMERALS: Final = frozenset(COUNT_WORDS[2:])
"""The words that can only be numbers; en and ett are articles too."""
_HEDGES: Final = {word: exactness for exactness, words in HEDGES.items() for word in words}
_ORE: Final = {
    "kronor": 100, "krona": 100, "kr": 100, ":-": 100, "tkr": 100_000,
    "tusen kronor": 100_000, "mkr": 100_000_000, "mnkr": 100_000_000,
    "miljon kronor": 100_000_000, "miljoner kronor": 100_000_000, "miljon": 100_000_000,
    "miljoner": 100_000_000,
}  # fmt: skip
_SPACE: Final = "[ \u00a0\u202f]"
_DIGITS: Final = r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?!\d)|\d+"
_UNIT: Final = "|".join(re.escape(unit) for unit in sorted(_ORE, key=len, reverse=True))
_HEDGE: Final = "|".join(re.escape(hedge) for hedge in sorted(_HEDGES, key=len, reverse=True))
_LETTERS: Final = "".join(sorted({word[0] + word[0].upper() for word in (*_HEDGES, *_VALUES)}))
_NUMBER: Final = re.compile(
    # Most letters begin no number: they are passed over at once.
    rf"(?-i:(?<![\w./:,–-])(?=[\d{_LETTERS}]))"
    rf"(?:(?P<hedge>{_HEDGE}){_SPACE})?"
    rf"(?:(?P<digits>{_DIGITS})(?:,(?P<decimals>\d{{1,3}}))?|(?P<word>{'|'.join(_VALUES)}))"
    rf"(?:{_SPACE}?(?P<unit>{_UNIT}|%|procent\b|öre\b))?(?![\w]|[-–/:.]\d|-[^\W\d])",
    re.IGNORECASE,
)


class NumberUnit(StrEnum):
    """What a number in a text counts, as far as the text says."""

    NONE = "none"
    MONEY = "money"
    PERCENT = "percent"


class Number(NamedTuple):
    """A number that stands at ``start``–``end`` of a text.

    ``value`` is öre for money. ``step`` is how fine it is written: 100 000 öre for 264 tkr.
    ``grouped`` tells digits in groups (20 000), ``spelt`` a number in words. ``noun`` is the
    unit as it is written, if any.
    """

    start: int
    end: int
    text: str
    value: Decimal
    unit: NumberUnit = NumberUnit.NONE
    exactness: Exactness = Exactness.EXACT
    step: int = 1
    grouped: bool = False
    spelt: bool = False
    noun: str = ""


def numbers_in(text: str) -> tuple[Number, ...]:
    """Find the numbers of a text; years, dates, clock times and case numbers are left out."""
    return tuple(number for number in _numbers(text) if not _is_part_of_a_date(text, number))


def _numbers(text: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(text):
        number = _read(match)
        if number is not None:
            yield number


def _read(match: re.Match[str]) -> Number | None:
    word, unit = (match["word"] or "").casefold(), (match["unit"] or "").casefold()
    if word in {"en", "ett"} and unit not in _ORE:
        return None
    value = _VALUES[word] if word else _plain(match["digits"], match["decimals"])
    exactness = _HEDGES.get((match["hedge"] or "").casefold(), Exactness.EXACT)
    grouped = bool(re.search(r"\D", match["digits"] or ""))
    kind, step = NumberUnit.NONE, 1
    if unit in _ORE:
        kind, step = NumberUnit.MONEY, _ORE[unit]
        value *= step
    elif unit:
        kind = NumberUnit.PERCENT
    if match["decimals"] and kind is NumberUnit.MONEY:
        step = max(1, step // 10 ** len(match["decimals"]))
    return Number(
        match.start(), match.end(), match[0], value, kind, exactness, step, grouped, bool(word),
        match["unit"] or "",
    )  # fmt: skip


def _plain(digits: str, decimals: str | None) -> Decimal:
    whole = re.sub(r"\D", "", digits)
    return Decimal(f"{whole}.{decimals}" if decimals else whole)


_AFTER: Final = re.compile(rf"{_SPACE}(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20|21)\d\d")


def _is_part_of_a_date(text: str, number: Number) -> bool:
    plain = number.unit is NumberUnit.NONE and not number.grouped and not number.spelt
    if not plain:
        return False
    return bool(_YEAR.fullmatch(number.text) or _AFTER.match(text, number.end))


def number_of(text: str) -> Number | None:
    """Read a text that is one number, with the noun that may follow it; None if it is not."""
    stripped = text.strip()
    if stripped.casefold() in {"en", "ett"}:
        return Number(0, len(stripped), stripped, Decimal(1), spelt=True)
    found = next(_numbers(stripped), None)
    if found is None or found.start or re.search(r"\d", stripped[found.end :]):
        return None
    return found


def money_like(ore: int, like: Number) -> str:
    """Write an amount in öre in the manner of another: 264 tkr, 264 000 kronor, 20 000.

    A coarse unit that cannot tell the amount gives way to kronor. The amount is exact,
    however roughly the other is told.
    """
    if like.unit is NumberUnit.NONE:
        return digits(ore)
    per = _ORE[like.noun.casefold()]
    if per > ORE and ore % per:
        return kronor(ore)
    number = digits(ore) if per == ORE else figure(ore // per)
    joint = "" if like.noun == ":-" else "\u00a0"
    return f"{number}{joint}{_noun(like.noun, one=ore == per)}"


def _noun(unit: str, *, one: bool) -> str:
    """Write krona or miljon for one, kronor or miljoner for others; kr, tkr and :- stay."""
    for single, several in (("krona", "kronor"), ("miljon", "miljoner")):
        first, *rest = unit.split(" ")
        if first in {single, several}:
            return " ".join([single if one else several, *rest])
    return unit
