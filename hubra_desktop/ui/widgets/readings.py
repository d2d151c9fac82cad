"""How the text of a field becomes a value, and how a value is shown in it."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.swedish import figure, parse_date, short_date


class Reading(NamedTuple):
    """``read(text, near)`` gives the value or raises InputError; ``near`` is a day of its year.

    Text that must be whole to mean something is read only when the field is left.
    """

    read: Callable[[str, date], object]
    shown: Callable[[Any], str]
    whole: bool = False


def _line(text: str, near: date) -> object:
    return " ".join(text.split())


def _lines(text: str, near: date) -> object:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def _day(text: str, near: date) -> object:
    return parse_date(text, near=near) if text.strip() else None


def _count(text: str, near: date) -> object:
    plain = "".join(text.split())
    if not plain:
        return None
    if not plain.isdecimal():
        raise InputError(
            say(
                "Skriv ett helt tal med siffror, till exempel 90.",
                "Write a whole number in figures, such as 90.",
            )
        )
    return int(plain)


def _amount(text: str, near: date) -> object:
    from hubra_desktop.model.money.amounts import parse_amount

    return parse_amount(text) if text.strip() else None


def _kronor(ore: Any) -> str:
    from hubra_desktop.model.money.amounts import kronor

    return "" if ore is None else kronor(ore)


LINE = Reading(_line, str)
LINES = Reading(_lines, str)
DAY = Reading(_day, lambda day: "" if day is None else short_date(day), whole=True)
COUNT = Reading(_count, lambda count: "" if count is None else figure(count), whole=True)
AMOUNT = Reading(_amount, _kronor, whole=True)
