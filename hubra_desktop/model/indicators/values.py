"""Values as people type them, and as they are written: 33,5 · 90 % · 574 · ej mätt.

A value is kept in thousandths, so that 33,5 is exact. A dash or *saknas* says that a
value is missing but not why; then the reason is asked for. What can be read in two
ways is asked about, not guessed.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.indicators.terms import GROUPS, Group, Missing, Unit
from hubra_desktop.model.language import Tell, say, swedish
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.swedish import figure, folded
from hubra_desktop.model.wording import joined, quoted
from hubra_desktop.model.words import word

NBSP: Final = "\u00a0"


class Value(NamedTuple):
    """A value in thousandths, or None and why it is missing."""

    thousandths: int | None
    missing: Missing = Missing.NO


class ReasonNeededError(InputError):
    """A value said to be missing, without a reason."""


class TypedValues(NamedTuple):
    """A year's values typed on one line; the year is None when it is not named."""

    year: int | None
    values: Mapping[Group, Value]


def unit_of(indicator: Indicator, group: Group) -> Unit:
    """Return what a group's values are: the parts of a count may be shares of it."""
    return Unit.PERCENT if indicator.shares and group is not Group.ALL else indicator.unit


def groups_of(indicator: Indicator) -> tuple[Group, ...]:
    """Return the groups that an indicator has values for, in the order they are printed."""
    return GROUPS[indicator.groups]


def group_name(indicator: Indicator, group: Group, tell: Tell = swedish) -> str:
    """Name a group; the total of an indicator in shares is called its number."""
    if indicator.shares and group is Group.ALL:
        return word(Unit.COUNT, tell)
    return word(group, tell)


def value_text(thousandths: int) -> str:
    """Write a value with a decimal comma and no more decimals than it has: 33,5 · 1 234."""
    return figure(thousandths / 1000)


def with_unit(thousandths: int, unit: Unit) -> str:
    """Write a value so that it can stand alone: a share with its percent sign."""
    return f"{value_text(thousandths)}{NBSP}%" if unit is Unit.PERCENT else value_text(thousandths)


_NUMBER = re.compile(
    r"(?:(?:antal|index|betyg|andel|ca) )?"
    r"(?P<sign>[-−])?(?P<whole>\d{1,3}(?: \d{3})+|\d+)(?:(?P<mark>[,.])(?P<part>\d+))? ?"
    r"(?P<unit>%|procent|percent|st\.?|stycken|personer|enheter)?"
)
_PERCENT_WORDS = ("%", "procent", "percent")
_NOT_STATED = ("uppgift saknas", "ej angivet", "ej uppgivet", "inte angivet", "not stated")
_NOT_MEASURED = ("ej mätt", "inte mätt", "mäts ej", "ej mätt i år", "not measured")
_TOO_FEW = ("för få svar", "för få", "too few answers", "too few")
_MISSING: Final[Mapping[str, Missing]] = (
    dict.fromkeys(_NOT_STATED, Missing.NOT_STATED)
    | dict.fromkeys(_NOT_MEASURED, Missing.NOT_MEASURED)
    | dict.fromkeys(_TOO_FEW, Missing.TOO_FEW)
)
_WITHOUT_REASON = frozenset({"-", "–", "—", "−", "saknas", "missing", "?", "..", "…"})


def parse_value(typed: str, unit: Unit) -> Value | None:
    """Read a value or why it is missing; nothing typed is None.

    Raises ReasonNeededError when it is missing without a reason, InputError when it
    is no value of ``unit``.
    """
    plain = folded(typed)
    if not plain:
        return None
    reason = re.sub(r"^saknas ?[:,(–-] ?(.*?)\)?$", r"\1", plain)
    if reason in _MISSING:
        return Value(None, _MISSING[reason])
    if plain in _WITHOUT_REASON:
        raise ReasonNeededError(
            say("Skriv varför värdet saknas: ej mätt, för få svar eller uppgift saknas.")
        )
    thousandths = _thousandths(plain, typed, unit)
    check_value(unit, thousandths)
    return Value(thousandths)


def _thousandths(plain: str, typed: str, unit: Unit) -> int:
    match = _NUMBER.fullmatch(plain)
    if match is None:
        raise refusal(
            "Jag förstår inte värdet {typed}. Skriv till exempel 33,5 eller 574, "
            "eller varför det saknas: ej mätt, för få svar, uppgift saknas.",
            typed=quoted(typed.strip()),
        )
    whole, part = match["whole"].replace(" ", ""), match["part"] or ""
    _refuse_two_readings(match, unit)
    _refuse_wrong_unit(match["unit"] or "", unit)
    if len(part) > 3 or len(whole) > 12:
        raise refusal("Skriv värdet med högst tolv siffror och tre decimaler.")
    value = int(whole) * 1000 + int(part.ljust(3, "0"))
    return -value if match["sign"] else value


def _refuse_two_readings(match: re.Match[str], unit: Unit) -> None:
    """Ask about 1.234 for a count, which may be a thousand or a little more than one."""
    whole, part = match["whole"], match["part"] or ""
    if unit is Unit.COUNT and match["mark"] == "." and len(part) == 3 and len(whole) <= 3:
        raise refusal(
            "{typed} kan läsas på två sätt. Skriv {grouped} eller {decimal}.",
            typed=quoted(f"{whole}.{part}"),
            grouped=f"{whole}{NBSP}{part}",
            decimal=f"{whole},{part}",
        )


def _refuse_wrong_unit(typed: str, unit: Unit) -> None:
    if typed in _PERCENT_WORDS and unit is not Unit.PERCENT:
        raise refusal(
            "Det här är {unit}, inte procent. Skriv talet utan procenttecken, "
            "eller ändra måttets enhet.",
            unit=say("ett index") if unit is Unit.INDEX else say("ett antal"),
        )


def check_value(unit: Unit, thousandths: int) -> None:
    """Refuse a value that its unit cannot have: percent 0–100, index 1–100, whole counts."""
    if unit is Unit.PERCENT and not 0 <= thousandths <= 100_000:
        raise refusal(
            "En andel ligger mellan 0 och 100 procent. Är det ett antal, ändra måttets enhet."
        )
    if unit is Unit.INDEX and not 1_000 <= thousandths <= 100_000:
        raise refusal("Ett index ligger mellan 1 och 100.")
    if unit is Unit.COUNT and (thousandths < 0 or thousandths % 1000):
        raise refusal("Ett antal är ett heltal från 0 och uppåt.")


_WORDS_OF: Final[Mapping[Group, tuple[str, ...]]] = {
    Group.ALL: ("alla", "samtliga", "totalt", "antal", "all"),
    Group.MEN: ("män", "m", "men"),
    Group.WOMEN: ("kvinnor", "k", "women"),
    Group.BOYS: ("pojkar", "killar", "p", "boys"),
    Group.GIRLS: ("flickor", "tjejer", "f", "girls"),
}
_GROUP_WORDS: Final = {typed: group for group, words in _WORDS_OF.items() for typed in words}
_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_GROUP_WORDS, key=len, reverse=True))})(?!\w)")
_YEAR_FIRST = re.compile(r"(?:år )?(?P<year>(?:19|20|21)\d\d)(?: ?[:;,–] ?| |$)")
_YEAR_LAST = re.compile(r"[ ,;(]+(?:år )?(?P<year>(?:19|20|21)\d\d)\)?$")
_BETWEEN = " ,;:/|"


def parse_line(typed: str, indicator: Indicator) -> TypedValues:
    """Read a year's values from one line: ``2017: alla 55 män 58 kvinnor 53``.

    The year may stand first, last or not at all; groups may be left unnamed when all
    are there in the order they are printed (55/58/53). Raises InputError.
    """
    plain = folded(typed).strip(_BETWEEN)
    return _named(plain, indicator) if _WORD.search(plain) else _unnamed(plain, indicator)


def _named(plain: str, indicator: Indicator) -> TypedValues:
    first = _WORD.search(plain)
    assert first is not None
    year, rest = _year_first(plain[: first.start()].strip(_BETWEEN))
    if rest:
        raise _unreadable(plain, indicator)
    body = plain[first.start() :]
    if year is None:
        year, body = _year_last(body)
    values: dict[Group, Value] = {}
    places = list(_WORD.finditer(body))
    for place, match in enumerate(places):
        end = places[place + 1].start() if place + 1 < len(places) else len(body)
        group = _group(match[0], indicator, values)
        values[group] = _value(body[match.end() : end], unit_of(indicator, group), group)
    return TypedValues(year, values)


def _group(typed: str, indicator: Indicator, before: Mapping[Group, Value]) -> Group:
    group = _GROUP_WORDS[typed]
    if group not in groups_of(indicator):
        raise not_a_group(indicator, group)
    if group in before:
        raise refusal("{group} står två gånger. Ta bort den ena.", group=quoted(word(group)))
    return group


def not_a_group(indicator: Indicator, group: Group) -> InputError:
    """Return the refusal of a group that the indicator is not broken down by."""
    return refusal(
        "Måttet delas inte upp på {group}. Det har värden för {groups}.",
        group=word(group),
        groups=joined([word(each) for each in groups_of(indicator)]),
    )


def _value(typed: str, unit: Unit, group: Group) -> Value:
    value = parse_value(typed.strip(_BETWEEN), unit)
    if value is None:
        raise refusal("Skriv ett värde efter {group}.", group=quoted(word(group)))
    return value


def _unnamed(plain: str, indicator: Indicator) -> TypedValues:
    groups = groups_of(indicator)
    year, rest = _year_first(plain)
    if rest in _MISSING:
        return TypedValues(year, dict.fromkeys(groups, Value(None, _MISSING[rest])))
    year, rest = _year_apart(plain, len(groups))
    parts = [rest] if len(groups) == 1 else re.split(r" ?[/;|] ?", rest)
    if len(parts) == 1 and len(groups) > 1:
        parts = rest.split(" ")
        _refuse_thousands(rest, parts, indicator)
    if len(parts) != len(groups) or not rest:
        raise _unreadable(plain, indicator)
    pairs = zip(groups, parts, strict=True)
    return TypedValues(year, {g: _value(part, unit_of(indicator, g), g) for g, part in pairs})


def _refuse_thousands(rest: str, parts: list[str], indicator: Indicator) -> None:
    """Ask about 574 410 590, which may be three values or one large one."""
    if len(parts) > 1 and re.fullmatch(r"\d{1,3}(?: \d{3})+", rest):
        raise _unreadable(rest, indicator)


def _year_apart(plain: str, groups: int) -> tuple[int | None, str]:
    """Take the year from the values; a number alone, or one for each group, is a value."""
    counted = [part for part in re.split(r"[ /;|]+", plain) if part]
    if ":" not in plain and len(counted) <= groups:
        return None, plain
    year, rest = _year_first(plain)
    return (year, rest) if year is not None else _year_last(plain)


def _year_first(plain: str) -> tuple[int | None, str]:
    match = _YEAR_FIRST.match(plain)
    return (int(match["year"]), plain[match.end() :].strip(_BETWEEN)) if match else (None, plain)


def _year_last(plain: str) -> tuple[int | None, str]:
    match = _YEAR_LAST.search(plain)
    return (int(match["year"]), plain[: match.start()]) if match else (None, plain)


def _unreadable(typed: str, indicator: Indicator) -> InputError:
    return refusal(
        "Jag kan inte läsa {typed}. Skriv till exempel {example}.",
        typed=quoted(typed),
        example=example_line(indicator),
    )


def example_line(indicator: Indicator) -> str:
    """Write how a year's values can be typed on one line: ``2019: alla 56 män 55 kvinnor 57``."""
    groups = groups_of(indicator)
    if len(groups) == 1:
        return "2019: 56"
    values = (574, 41, 59) if indicator.shares else (56, 55, 57)
    pairs = zip(groups, values, strict=True)
    return "2019: " + " ".join(f"{word(group)} {value}" for group, value in pairs)
