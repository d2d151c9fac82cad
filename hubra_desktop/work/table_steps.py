"""What the rows of a table ask for: commands that add, that change, and rows already here.

Nothing is written and nothing is refused here but what cannot be understood; whether the
register can take it is for the commands to say.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Generic, NamedTuple, Protocol, TypeVar

from hubra_desktop.exchange.table_columns import Question
from hubra_desktop.exchange.table_reading import BadRow, Row
from hubra_desktop.exchange.tables import SHAPES, TableName, preview_text
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.work.commands.base import Command

T = TypeVar("T")
UNUSUAL = "unusual"
ANYWAY = "anyway"
"""The question whether what is unusual is right, and the answer that it is, whatever it is."""
RowValues = Mapping[str, Any]


class RowAction(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    COMPARED = "compared"


class ColumnChange(NamedTuple):
    """What becomes different of something known: the column, what stood there and what will."""

    heading: str
    before: str
    after: str

    def text(self) -> str:
        """Return the change as ``Belopp: 20 000 kr → 25 000 kr``."""
        nothing = say("inget")
        return f"{self.heading}: {self.before or nothing} → {self.after or nothing}"


@dataclass(frozen=True, kw_only=True)
class TableStep:
    """What one or more rows of a table do; ``label`` names it in a line.

    ``changes`` tell what becomes different. A step without commands is of rows that are
    here already: ``taken_for`` names what they were taken for where no id says so. Rows
    that are ``compared`` are held against what is here, and not taken in.
    ``added`` tells whether its commands add what they are about. What it ``makes`` and
    what it ``rests_on`` are ids. A step without ``numbers`` makes what others rest on.
    """

    numbers: tuple[int, ...]
    label: str
    commands: tuple[Command, ...] = ()
    added: bool = False
    changes: tuple[ColumnChange, ...] = ()
    taken_for: str = ""
    makes: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    compared: bool = False

    @property
    def action(self) -> RowAction:
        """What becomes of the rows."""
        if self.compared:
            return RowAction.COMPARED
        if not self.commands:
            return RowAction.UNCHANGED
        return RowAction.ADDED if self.added else RowAction.CHANGED


class TableRequest(NamedTuple):
    """What a file's rows ask for, those that cannot be understood, and what is to be said."""

    steps: tuple[TableStep, ...]
    bad: tuple[BadRow, ...]
    notes: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


class RowError(InputError):
    """A row that cannot be used; ``column`` is the key of the column that it is about."""

    def __init__(self, sentence: str, column: str = "") -> None:
        super().__init__(sentence)
        self.column = column


def differing(row: RowValues, stored: RowValues) -> tuple[str, ...]:
    """Return the keys of the values in a row that differ from those stored.

    What the table has no column for is left as it is, and so is a choice left empty. An id
    is no value: it only says which record a row is about.
    """
    return tuple(
        key
        for key, value in row.items()
        if key in stored and key != "id" and not _alike(value, stored[key])
    )


def _alike(value: Any, stored: Any) -> bool:  # noqa: ANN401
    if isinstance(stored, StrEnum) and value is None:
        return True
    if isinstance(value, str) and isinstance(stored, str):
        return value.strip() == stored.strip()
    return bool(value == stored)


def changes(
    name: TableName, keys: tuple[str, ...], row: RowValues, stored: RowValues
) -> tuple[ColumnChange, ...]:
    """Return how the values of columns become different."""
    columns = [SHAPES[name].column(key) for key in keys]
    return tuple(
        ColumnChange(
            column.heading,
            preview_text(column, stored.get(column.key)),
            preview_text(column, row.get(column.key)),
        )
        for column in columns
    )


def present_values(row: RowValues, *names: str) -> dict[str, Any]:
    """Return those of a row's values that are there, without choices left empty."""
    return {name: row[name] for name in names if name in row and row[name] is not None}


def bad_row(name: TableName, row: Row, error: InputError) -> BadRow:
    """Return a row with the reason why it cannot be used."""
    column = getattr(error, "column", "")
    return BadRow(row.number, SHAPES[name].column(column).heading if column else "", error.sentence)


def refused_rows(name: TableName, rows: Iterable[Row], take: Callable[[Row], None]) -> list[BadRow]:
    """Take the rows one by one; return those that are refused."""
    refused = []
    for row in rows:
        try:
            take(row)
        except InputError as error:
            refused.append(bad_row(name, row, error))
    return refused


class RowsReader(Protocol):
    """Whatever tells what the rows of one file ask for; used once."""

    def request(self, rows: Iterable[Row]) -> TableRequest:
        """Return what the rows ask for, and which of them are refused."""


class RowReader:
    """Reads the rows of one file, each by itself; used once. Subclasses say what a row asks for.

    ``seen`` are the rows read so far, by what they are about.
    """

    table: ClassVar[TableName]

    def __init__(self) -> None:
        self.seen: dict[object, int] = {}

    def request(self, rows: Iterable[Row]) -> TableRequest:
        """Return what the rows ask for, and which of them are refused."""
        steps: list[TableStep] = []
        bad = refused_rows(self.table, rows, lambda row: steps.append(self.step(row)))
        return TableRequest(tuple(steps), tuple(bad))

    def step(self, row: Row) -> TableStep:
        """Return what a row asks for; raises InputError where it cannot be used."""
        raise NotImplementedError

    def refuse_twice(self, row: Row, what: object, sentence: str = "", column: str = "") -> None:
        """Refuse a row about what a row above is about; ``sentence`` says on which {number}."""
        if what in self.seen:
            told = sentence or say("Samma sak står redan på rad {number}.")
            raise RowError(told.format(number=self.seen[what]), column)
        self.seen[what] = row.number


def in_column(key: str, look_up: Callable[[], T]) -> T:
    """Look something up; a refusal names the column that it is about."""
    try:
        return look_up()
    except InputError as error:
        raise RowError(error.sentence, key) from None


class Stored(Generic[T]):
    """The records of a kind, found by the id in a row or else by what is told of them once."""

    def __init__(self, stored: Iterable[T], key: Callable[[T], tuple[Any, ...]]) -> None:
        self.by_id: dict[str, T] = {}
        self._by_key: dict[tuple[Any, ...], list[T]] = defaultdict(list)
        for each in stored:
            self.by_id[each.id] = each  # type: ignore[attr-defined]
            self._by_key[key(each)].append(each)

    def find(self, row_id: str | None, *key: Any) -> T | None:  # noqa: ANN401
        """Return the record of an id, else the only one that the key fits."""
        fitting = self._by_key.get(key, ())
        return self.by_id.get(row_id or "") or (fitting[0] if len(fitting) == 1 else None)
