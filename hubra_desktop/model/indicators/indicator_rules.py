"""Rules of an indicator: they refuse values that cannot be.

A value outside the unit, of a group that is not there, a second one for a group and year,
and shares typed together that do not make a whole.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.indicators.terms import Group, Missing
from hubra_desktop.model.indicators.values import (
    Value,
    check_value,
    groups_of,
    not_a_group,
    unit_of,
    value_text,
)
from hubra_desktop.model.language import say
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.words import word

WHOLE: Final = 100_000
"""One hundred percent, in thousandths."""
TOLERANCE: Final = 1_000
"""How far from 100 percent shares may add up to, since each is rounded; in thousandths."""


def refuse_values(indicator: Indicator, values: Mapping[Group, Value | None]) -> None:
    """Refuse a year's values that cannot be; None takes a value away. Raises InputError."""
    for group, value in values.items():
        if group not in groups_of(indicator):
            raise not_a_group(indicator, group)
        if value is not None:
            _refuse_value(indicator, group, value)
    shares = [value for group, value in values.items() if group is not Group.ALL]
    if indicator.shares and len(shares) == len(groups_of(indicator)) - 1:
        sentence = wrong_total([each.thousandths if each else None for each in shares])
        if sentence:
            raise InputError(sentence)


def _refuse_value(indicator: Indicator, group: Group, value: Value) -> None:
    if (value.thousandths is None) is (value.missing is Missing.NO):
        raise refusal("Skriv antingen ett värde eller varför det saknas.")
    if value.thousandths is not None:
        check_value(unit_of(indicator, group), value.thousandths)


def wrong_total(shares: Iterable[int | None]) -> str:
    """Say that shares do not make a whole; "" when they do, or when one of them is missing."""
    there = list(shares)
    known = [share for share in there if share is not None]
    if not known or len(known) < len(there) or abs(sum(known) - WHOLE) <= TOLERANCE:
        return ""
    return say(
        "Andelarna blir tillsammans {total} %, men ska bli 100. Rätta någon av dem.",
        total=value_text(sum(known)),
    )


def refuse_indicator(indicator: Indicator) -> None:
    """Refuse an indicator whose own values do not fit it, or stand twice. Raises InputError."""
    seen: set[tuple[int, Group]] = set()
    for row in indicator.measurements:
        if (row.year, row.group) in seen:
            raise refusal(
                "Värdet för {group} {year} finns två gånger. Ta bort det ena.",
                group=word(row.group),
                year=row.year,
            )
        seen.add((row.year, row.group))
        if row.group not in groups_of(indicator):
            raise not_a_group(indicator, row.group)
        _refuse_value(indicator, row.group, Value(row.value_thousandths, row.missing))
