"""What the rows of a table ask for: commands that add, that change, and rows already here.

Nothing is written and nothing is refused here but what cannot be understood; whether the
register can take it is for the commands to say.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from hubra_desktop.exchange.tables import SHAPES, BadRow, Row, TableName, TableShape
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.swedish import folded
from hubra_desktop.work.commands.base import Command

T = TypeVar("T")
Told = Mapping[str, Any]


class Fate(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, kw_only=True)
class TableStep:
    """What one or more rows of a table do; ``told`` names it in a line.

    ``changes`` are the headings of what becomes different. A step without commands is of
    rows that are here already. What it ``makes`` and what it ``rests_on`` are ids.
    """

    numbers: tuple[int, ...]
    fate: Fate
    told: str
    commands: tuple[Command, ...] = ()
    changes: tuple[str, ...] = ()
    makes: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()


class Asked(NamedTuple):
    """What a file's rows ask for, and those that cannot be understood."""

    steps: tuple[TableStep, ...]
    bad: tuple[BadRow, ...]


class RowError(InputError):
    """A row that cannot be used; ``column`` is the heading that it is about."""

    def __init__(self, sentence: str, column: str = "") -> None:
        super().__init__(sentence)
        self.column = column


def differing(row: Told, told: Told) -> tuple[str, ...]:
    """Return the keys of what a row says otherwise than the register tells.

    What the table has no column for is left as it is, and so is a choice left empty.
    """
    return tuple(key for key, value in row.items() if key in told and not _alike(value, told[key]))


def _alike(value: Any, told: Any) -> bool:  # noqa: ANN401
    if isinstance(told, StrEnum) and value is None:
        return True
    if isinstance(value, str) and isinstance(told, str):
        return value.strip() == told.strip()
    return bool(value == told)


def headings(name: TableName, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the headings of columns."""
    shape: TableShape = SHAPES[name]
    return tuple(shape.column(key).heading for key in keys)


def given(row: Told, *names: str) -> dict[str, Any]:
    """Return those of a row's values that are there, without choices left empty."""
    return {name: row[name] for name in names if name in row and row[name] is not None}


def bad(name: TableName, row: Row, error: InputError, key: str = "") -> BadRow:
    """Return a row with the reason why it cannot be used."""
    heading = getattr(error, "column", "") or (headings(name, (key,))[0] if key else "")
    return BadRow(row.number, heading, error.sentence)


def at(name: TableName, key: str, found: Callable[[], T]) -> T:
    """Look something up; say which column it was about when that is refused."""
    try:
        return found()
    except InputError as error:
        raise RowError(error.sentence, headings(name, (key,))[0]) from None


def named_once(told: Iterator[tuple[str, tuple[Any, ...]]]) -> dict[tuple[Any, ...], str]:
    """Return ids by what is told of them, without those that are told alike."""
    found: dict[tuple[Any, ...], str] = {}
    twice = set()
    for row_id, key in told:
        if key in found:
            twice.add(key)
        found[key] = row_id
    return {key: row_id for key, row_id in found.items() if key not in twice}


def called(typed: str) -> str:
    """Return a name as names are compared."""
    return folded(typed)
