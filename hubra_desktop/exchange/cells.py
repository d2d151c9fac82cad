"""What one cell of a table may hold, read from what people and programs write there."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.formulas import restored
from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import ORE, kronor, parse_amount
from hubra_desktop.model.plan.counts import Count, TypedCount, count_text, parse_count
from hubra_desktop.model.plan.terms import Exactness
from hubra_desktop.model.records.rules import AMOUNT, COUNT, YEAR, Rule, day, identity, line, text
from hubra_desktop.model.swedish import ALWAYS, DayOrder, clock, folded, parse_date
from hubra_desktop.model.time_entry import parse_clock
from hubra_desktop.model.wording import quoted


class Unknown:
    """A formula whose value the spreadsheet has not stored."""

    def sentence(self) -> str:
        """Return what to do about it."""
        return say(
            "Här står en formel utan sparat värde. Öppna filen i kalkylprogrammet, spara den "
            "och försök igen."
        )


Cell = str | int | float | Decimal | bool | dt.date | dt.datetime | dt.time | Unknown | None


class CellKind(StrEnum):
    """What stands in the cells of a column."""

    LINE = "line"
    TEXT = "text"
    IDENTITY = "identity"
    DAY = "day"
    YEAR = "year"
    COUNT = "count"
    AMOUNT = "amount"
    FLAG = "flag"
    VALUE = "value"
    TERM = "term"
    PEOPLE = "people"
    CLOCK = "clock"


class Reading(StrEnum):
    """How a column's cells are read that figures alone leave open."""

    COMMA = "comma"
    POINT = "point"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


_MARKS = {Reading.COMMA: ",", Reading.POINT: "."}
_ORDERS = {
    Reading.DAY_FIRST: DayOrder.DAY_FIRST,
    Reading.MONTH_FIRST: DayOrder.MONTH_FIRST,
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is known of a cell beside what stands in it.

    A date without a year comes closest to ``near`` and lies ``within`` two days.
    ``reading`` is that of the column; ``scale`` is how many kronor its heading counts in,
    and ``unsigned`` tells that the minus before each of its amounts says nothing more.
    """

    near: dt.date
    within: tuple[dt.date, dt.date] = ALWAYS
    reading: Reading | None = None
    scale: int = 1
    unsigned: bool = False


@dataclass(frozen=True)
class CellForm:
    """How a form's cells are read, which raises InputError, and written."""

    read: Callable[[Cell, Told], Any]
    write: Callable[[Any], Cell]


def _plain(cell: Cell) -> str:
    """Return a cell as text: whole numbers without decimals, dates as ÅÅÅÅ-MM-DD."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)


def _typed(cell: Cell, _: Told) -> str:
    return restored(_plain(cell))


def _read_day(cell: Cell, told: Told) -> dt.date:
    if isinstance(cell, dt.date):
        return cell
    order = _ORDERS.get(told.reading) if told.reading else None
    return parse_date(_plain(cell).strip(), near=told.near, within=told.within, order=order)


def _whole(cell: Cell, _: Told) -> int:
    """Return a whole number; spaces may part its thousands."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", _plain(cell))
    if isinstance(cell, bool) or not re.fullmatch(r"[0-9]{1,12}", plain):
        raise refusal(
            "{typed} är inget heltal. Skriv till exempel 90.", typed=quoted(str(cell).strip()[:40])
        )
    return int(plain)


def _read_people(cell: Cell, told: Told) -> TypedCount:
    """Return a number of people; words say how exact it is, as in the window."""
    if isinstance(cell, str):
        return parse_count(cell)
    return TypedCount(_whole(cell, told), None)


def _read_clock(cell: Cell, _: Told) -> int | None:
    """Return minutes since midnight; a spreadsheet's clock time is one."""
    if isinstance(cell, (dt.time, dt.datetime)):
        return cell.hour * 60 + cell.minute
    return parse_clock(_plain(cell))


_LARGEST = 10**15
"""Beyond any amount or value here, and within what decimals are counted with."""
_SIGN = re.compile(r"[-\u2212\u2013] ?")


def _read_amount(cell: Cell, told: Told) -> int:
    """Return öre; a spreadsheet's number is kronor, text is read as people type amounts."""
    if isinstance(cell, (int, float, Decimal)) and not isinstance(cell, bool):
        return _ore(-cell if told.unsigned else cell) * told.scale
    typed = _plain(cell).strip()
    if told.unsigned and (sign := _SIGN.match(typed)):
        typed = typed[sign.end() :]
    mark = _MARKS[told.reading] if told.reading else ""
    return parse_amount(typed, mark) * told.scale


def _ore(number: float | Decimal) -> int:
    """Return kronor as öre; what a float adds after the sixth decimal is no one's wish."""
    ore = _rounded(number) * ORE
    if ore != int(ore):
        raise refusal(
            "Beloppet {typed} är inte hela öre. Skriv högst två decimaler.", typed=str(number)[:40]
        )
    return int(ore)


def _rounded(number: float | Decimal) -> Decimal:
    """Return a spreadsheet's number with six decimals; raises InputError for one too large."""
    exact = Decimal(str(number))
    if not exact.is_finite() or abs(exact) > _LARGEST:
        raise refusal("Talet {typed} är för stort. Rätta det i tabellen.", typed=str(number)[:40])
    return round(exact, 6)


_YES = frozenset({"ja", "j", "x", "1", "true", "sant", "yes", "y"})
_NO = frozenset({"nej", "n", "0", "false", "falskt", "no"})


def _read_flag(cell: Cell, _: Told) -> bool:
    typed = folded(_plain(cell))
    if typed in _YES | _NO:
        return typed in _YES
    raise refusal("Skriv ja eller nej.")


_NUMBER = re.compile(r"(?P<sign>[-\u2212]?)(?P<digits>[0-9][0-9 .,]*)(?P<unit> ?%)?")


def _read_value(cell: Cell, told: Told) -> str:
    """Return a measured value as it is typed, with a decimal comma; its unit decides the rest.

    Raises InputError where its figures do not fit the reading of the column.
    """
    if isinstance(cell, (float, Decimal)):
        return f"{_rounded(cell).normalize():f}".replace(".", ",")
    typed = restored(_plain(cell)).strip()
    number = _NUMBER.fullmatch(typed)
    if number is None or told.reading is None:
        return typed
    whole, mark, part = number["digits"].partition(_MARKS[told.reading])
    parting = "[ ,]" if told.reading is Reading.POINT else "[ .]"
    if not re.fullmatch(rf"[0-9]+|[0-9]{{1,3}}(?:{parting}[0-9]{{3}})+", whole):
        raise refusal("Jag förstår inte talet {typed}.", typed=quoted(typed[:40]))
    decimals = f",{part}" if mark else ""
    return f"{number['sign']}{re.sub(parting, '', whole)}{decimals}{number['unit'] or ''}"


def _write_amount(ore: int) -> Cell:
    return ore // ORE if ore % ORE == 0 else Decimal(ore) / ORE


def _write_value(typed: str) -> Cell:
    """Return a measured value as a number, which spreadsheets can count with."""
    number = Decimal(typed.replace(",", "."))
    return int(number) if number == int(number) else number


def _written_people(value: int | TypedCount) -> Cell:
    return value.number if isinstance(value, TypedCount) else value


def _as_it_is(value: Any) -> Any:  # noqa: ANN401
    return value


def _ruled(
    rule: Rule, read: Callable[[Cell, Told], Any], write: Callable[[Any], Cell] = _as_it_is
) -> CellForm:
    """Return a form whose cells must fit a field's rule."""

    def read_ruled(cell: Cell, told: Told) -> Any:  # noqa: ANN401
        found = read(cell, told)
        rule(found)
        return found

    return CellForm(read_ruled, write)


CELLS = {
    CellKind.LINE: _ruled(line, _typed),
    CellKind.TEXT: _ruled(
        text, lambda cell, told: _typed(cell, told).replace("\r\n", "\n").replace("\r", "\n")
    ),
    CellKind.IDENTITY: _ruled(identity, lambda cell, told: _typed(cell, told).strip()),
    CellKind.DAY: _ruled(day, _read_day),
    CellKind.YEAR: _ruled(YEAR, _whole),
    CellKind.COUNT: _ruled(COUNT, _whole),
    CellKind.AMOUNT: _ruled(AMOUNT, _read_amount, _write_amount),
    CellKind.FLAG: CellForm(_read_flag, lambda value: "ja" if value else "nej"),
    CellKind.VALUE: CellForm(_read_value, _write_value),
    CellKind.PEOPLE: CellForm(_read_people, _written_people),
    CellKind.CLOCK: CellForm(_read_clock, clock),
}


def shown(kind: CellKind, value: Any) -> str:  # noqa: ANN401
    """Return a value that was read as people read it in a preview."""
    if value is None or value == "":
        return ""
    if kind is CellKind.VALUE:
        return str(value)
    if kind is CellKind.AMOUNT:
        return kronor(value)
    if isinstance(value, TypedCount):
        exactness = value.exactness or Exactness.EXACT
        return "" if value.number is None else count_text(Count(value.number, exactness), say)
    written = CELLS[kind].write(value) if kind in CELLS else value
    return written.isoformat() if isinstance(written, dt.date) else str(written)
