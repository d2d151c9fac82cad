"""How the text of a field becomes a value, and how a value is shown in it."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from enum import Enum
from typing import Any, NamedTuple, TypeVar

from hubra_desktop.model.addresses import check_email, check_link
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.invisible import one_line, seen_text
from hubra_desktop.model.swedish import capitalised, figure, parse_date, short_date
from hubra_desktop.model.whole_numbers import parse_whole, parse_year

T = TypeVar("T")
_HALF_A_YEAR = timedelta(days=182)


class Shape(Enum):
    """Which input a value is entered in."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    AMOUNT = "amount"
    CHOICE = "choice"
    FLAG = "flag"
    NAME = "name"
    FACT = "fact"


class Converter(NamedTuple):
    """``read(text, near)`` gives the value or raises InputError; ``near`` is a day of its year.

    Text that must be ``whole`` to mean something is read only when the field is left.
    Choices, flags and facts hold their values themselves and are not read from text.
    """

    read: Callable[[str, date], Any]
    shown: Callable[[Any], str] = str
    whole: bool = False
    shape: Shape = Shape.LINE


def _line(text: str, near: date) -> str:
    return one_line(text)


def _lines(text: str, near: date) -> str:
    return "\n".join(line.rstrip() for line in seen_text(text).strip().splitlines())


def _checked(check: Callable[[str], None]) -> Callable[[str, date], str]:
    def read(text: str, near: date) -> str:
        line = _line(text, near)
        check(line)
        return line

    return read


def _day(text: str, near: date) -> date | None:
    return parse_date(text, near=near) if text.strip() else None


def _clock(text: str, near: date) -> int | None:
    from hubra_desktop.model.time_entry import parse_clock

    return parse_clock(text)


def _start(text: str, near: date) -> int:
    minutes = _clock(text, near)
    if minutes is None:
        raise refusal("Skriv när sammanträdet börjar, till exempel 15.30.")
    return minutes


def _clock_shown(minutes: Any) -> str:
    from hubra_desktop.model.swedish import clock

    return "" if minutes is None else clock(minutes)


def _count(text: str, near: date) -> int | None:
    return parse_whole(text)


def _year(text: str, near: date) -> int | None:
    return parse_year(text)


def _amount(text: str, near: date) -> int | None:
    from hubra_desktop.model.money.amounts import parse_amount

    return parse_amount(text) if text.strip() else None


def _kronor(ore: Any) -> str:
    from hubra_desktop.model.money.amounts import kronor

    return "" if ore is None else kronor(ore)


def _or_nothing(shown: Callable[[Any], str]) -> Callable[[Any], str]:
    return lambda value: "" if value is None else shown(value)


LINE = Converter(_line, _or_nothing(str))
EMAIL = LINE._replace(read=_checked(check_email), whole=True)
"""One e-mail address, or nothing."""
LINK = LINE._replace(read=_checked(check_link), whole=True)
"""What a link of a paper may lead to, or nothing."""
TEXT = Converter(_lines, _or_nothing(str), shape=Shape.TEXT)
DAY = Converter(_day, _or_nothing(short_date), whole=True, shape=Shape.DAY)
DAY_NEEDED = DAY._replace(read=lambda text, near: parse_date(text, near=near))
"""A day that there must be: an empty line is refused."""
DAY_TO_COME = DAY._replace(read=lambda text, near: _day(text, near + _HALF_A_YEAR))
"""By which something is to be done: without a year it is on the day ``near`` or after it."""
CLOCK = Converter(_clock, _clock_shown, whole=True)
"""Minutes since midnight, None when empty."""
START = CLOCK._replace(read=_start)
COUNT = Converter(_count, _or_nothing(figure), whole=True)
YEAR = Converter(_year, _or_nothing(str), whole=True)
AMOUNT = Converter(_amount, _kronor, whole=True, shape=Shape.AMOUNT)
"""Whole öre, None when empty."""
CHOICE = Converter(_line, shape=Shape.CHOICE)
FLAG = Converter(_line, shape=Shape.FLAG)
NAME = Converter(_line, shape=Shape.NAME, whole=True)
"""Somebody known, by id, or a name that nobody bears yet."""
FACT = Converter(_line, shape=Shape.FACT)
"""Shown and never changed."""


def terms_of(terms: Iterable[T], word: Callable[[T], str]) -> list[tuple[str, object]]:
    """Return terms to choose among, each with its word."""
    return [(capitalised(word(term)), term) for term in terms]
