"""What one cell of a table may hold, read from what people and programs write there.

A cell that begins with ``= + - @`` would be a formula to a spreadsheet, and so would one
after a tab: text that begins so goes out behind an apostrophe, which is taken away on
the way in.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import ORE, parse_amount
from hubra_desktop.model.records.rules import AMOUNT, COUNT, YEAR, Rule, day, identity, line, text
from hubra_desktop.model.swedish import folded, parse_date
from hubra_desktop.model.wording import quoted


class Unknown:
    """A formula whose value the spreadsheet has not stored."""

    def sentence(self) -> str:
        """Return what to do about it."""
        return say(
            "Här står en formel utan sparat värde. Öppna filen i kalkylprogrammet, spara den "
            "och försök igen."
        )


Cell = str | int | float | Decimal | bool | dt.date | dt.datetime | Unknown | None

_OBEYED = re.compile(r"'*[=+\-@\t\r\n]")


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


@dataclass(frozen=True)
class CellForm:
    """How a form's cells are read, which raises InputError, and written."""

    read: Callable[[Cell, dt.date], Any]
    write: Callable[[Any], Cell]


def harmless(typed: str) -> str:
    """Return text so that no spreadsheet takes it for a formula."""
    return f"'{typed}" if _OBEYED.match(typed) else typed


def restored(typed: str) -> str:
    """Return text as it was before ``harmless``."""
    return typed[1:] if typed.startswith("'") and _OBEYED.match(typed) else typed


def _plain(cell: Cell) -> str:
    """Return a cell as text: whole numbers without decimals, dates as ÅÅÅÅ-MM-DD."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)


def _typed(cell: Cell, _: dt.date) -> str:
    return restored(_plain(cell))


def _read_day(cell: Cell, near: dt.date) -> dt.date:
    return cell if isinstance(cell, dt.date) else parse_date(_plain(cell).strip(), near=near)


def _whole(cell: Cell, _: dt.date) -> int:
    """Return a whole number; spaces may part its thousands."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", _plain(cell))
    if isinstance(cell, bool) or not re.fullmatch(r"[0-9]{1,12}", plain):
        raise refusal(
            "{typed} är inget heltal. Skriv till exempel 90.", typed=quoted(str(cell).strip()[:40])
        )
    return int(plain)


def _read_amount(cell: Cell, _: dt.date) -> int:
    """Return öre; a spreadsheet's number is kronor, text is read as people type amounts."""
    if isinstance(cell, (int, float, Decimal)) and not isinstance(cell, bool):
        return _ore(cell)
    return parse_amount(_plain(cell))


def _ore(number: float | Decimal) -> int:
    """Return kronor as öre; what a float adds after the sixth decimal is no one's wish."""
    ore = round(Decimal(str(number)), 6) * ORE
    if not ore.is_finite() or ore != int(ore):
        raise refusal(
            "Beloppet {typed} är inte hela öre. Skriv högst två decimaler.", typed=str(number)[:40]
        )
    return int(ore)


_YES = frozenset({"ja", "j", "x", "1", "true", "sant", "yes", "y"})
_NO = frozenset({"nej", "n", "0", "false", "falskt", "no"})


def _read_flag(cell: Cell, _: dt.date) -> bool:
    typed = folded(_plain(cell))
    if typed in _YES | _NO:
        return typed in _YES
    raise refusal("Skriv ja eller nej.")


def _read_value(cell: Cell, _: dt.date) -> str:
    """Return a measured value as it is typed, with a decimal comma; its unit decides the rest."""
    if isinstance(cell, (float, Decimal)):
        return f"{round(Decimal(str(cell)), 6).normalize():f}".replace(".", ",")
    return restored(_plain(cell)).strip()


def _write_amount(ore: int) -> Cell:
    return ore // ORE if ore % ORE == 0 else Decimal(ore) / ORE


def _write_value(typed: str) -> Cell:
    """Return a measured value as a number, which spreadsheets can count with."""
    number = Decimal(typed.replace(",", "."))
    return int(number) if number == int(number) else number


def _as_it_is(value: Any) -> Any:  # noqa: ANN401
    return value


def _ruled(
    rule: Rule, read: Callable[[Cell, dt.date], Any], write: Callable[[Any], Cell] = _as_it_is
) -> CellForm:
    """Return a form whose cells must fit a field's rule."""

    def read_ruled(cell: Cell, near: dt.date) -> Any:  # noqa: ANN401
        found = read(cell, near)
        rule(found)
        return found

    return CellForm(read_ruled, write)


CELLS = {
    CellKind.LINE: _ruled(line, _typed),
    CellKind.TEXT: _ruled(
        text, lambda cell, near: _typed(cell, near).replace("\r\n", "\n").replace("\r", "\n")
    ),
    CellKind.IDENTITY: _ruled(identity, lambda cell, near: _typed(cell, near).strip()),
    CellKind.DAY: _ruled(day, _read_day),
    CellKind.YEAR: _ruled(YEAR, _whole),
    CellKind.COUNT: _ruled(COUNT, _whole),
    CellKind.AMOUNT: _ruled(AMOUNT, _read_amount, _write_amount),
    CellKind.FLAG: CellForm(_read_flag, lambda value: "ja" if value else "nej"),
    CellKind.VALUE: CellForm(_read_value, _write_value),
}
