"""One reading for each column: decimal comma or point, day or month first.

What is written by a program is written in one way from the first row to the last. A
reading is possible where it fits every cell that any reading fits; where one alone is
possible, or all give the same values, the column decides. Where nothing decides, one
question is asked of the column.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from hubra_desktop.exchange.cells import CELLS, Cell, CellKind, Reading, Told, shown
from hubra_desktop.exchange.tables import TableColumn
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.wording import quoted

_READINGS: Final[Mapping[CellKind, tuple[Reading, ...]]] = {
    CellKind.AMOUNT: (Reading.COMMA, Reading.POINT),
    CellKind.VALUE: (Reading.COMMA, Reading.POINT),
    CellKind.DAY: (Reading.DAY_FIRST, Reading.MONTH_FIRST),
}
_OPEN: Final = {
    CellKind.AMOUNT: re.compile(r"[0-9][.,][0-9]"),
    CellKind.VALUE: re.compile(r"[0-9][.,][0-9]"),
    CellKind.DAY: re.compile(r"\s*[0-9]{1,2}([-/])[0-9]{1,2}\1(?:[0-9]{2}){1,2}\s*"),
}
"""What a cell must hold for its reading to be open at all."""
_CHOICES: Final[Mapping[Reading, str]] = {
    Reading.COMMA: N_("{typed} är {value} (komma före decimalerna)"),
    Reading.POINT: N_("{typed} är {value} (punkt före decimalerna)"),
    Reading.DAY_FIRST: N_("{typed} är {value} (dagen först)"),
    Reading.MONTH_FIRST: N_("{typed} är {value} (månaden först)"),
}
_SIGNED: Final = re.compile(r"\s*[-\u2212\u2013] ?[0-9]")


@dataclass(frozen=True, kw_only=True)
class Choice:
    """An answer to a question: ``value`` is what is remembered, ``label`` what is read."""

    value: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """What a file leaves open: ``key`` names the column it is about, or what else it is.

    ``answer`` is the value of the choice that was made, "" while none is.
    """

    key: str
    heading: str
    sentence: str
    choices: tuple[Choice, ...]
    answer: str = ""


@dataclass(frozen=True, kw_only=True)
class Decided:
    """How a column is read: its reading, its one question and what is to be told of it.

    ``values`` are those of the cells that had to be read to decide it, by their texts.
    """

    told: Told
    values: Mapping[str, Any] = field(default_factory=dict)
    question: Question | None = None
    note: str = ""


def decide(column: TableColumn, cells: Sequence[Cell], told: Told, answer: str) -> Decided:
    """Return how a column is read; ``answer`` is the reading that was chosen for it, or ""."""
    told, note = _unsigned(column, cells, told)
    readings = _READINGS.get(column.form, ())
    texts = _open_texts(column.form, cells)
    if not texts:
        return Decided(told=told, note=note)
    found = {each: _read_all(column.form, texts, replace(told, reading=each)) for each in readings}
    possible = [each for each in readings if _fits(each, found, texts)]
    differ = [text for text in texts if _differs(text, found)]
    asked = None
    first = possible[0] if possible else readings[0]
    if differ and len(possible) != 1:
        answer = answer if answer in readings else ""
        first = Reading(answer) if answer else first
        asked = _question(column, differ[0], found, answer)
    values: dict[str, Any] = {}
    for each in (*(each for each in readings if each is not first), first):
        values |= found[each]
    reading = replace(told, reading=first)
    return Decided(told=reading, values=values, question=asked, note=note)


def read_cell(column: TableColumn, cell: Cell, decided: Decided, told: Told) -> Any:  # noqa: ANN401
    """Read a cell as its column is read, or in the only way that it can be.

    ``told`` is what its row tells of days. Raises InputError.
    """
    if isinstance(cell, str) and cell in decided.values:
        return decided.values[cell]
    of_column = decided.told
    if column.form is CellKind.DAY:
        of_column = replace(of_column, near=told.near, within=told.within)
    return CELLS[column.form].read(cell, of_column)


def _open_texts(form: CellKind, cells: Iterable[Cell]) -> list[str]:
    pattern = _OPEN.get(form)
    if pattern is None:
        return []
    texts = dict.fromkeys(cell for cell in cells if isinstance(cell, str))
    return [text for text in texts if pattern.search(text)]


def _read_all(form: CellKind, texts: Iterable[str], told: Told) -> dict[str, Any]:
    """Return what texts mean in a reading, without those that it does not fit."""
    read: Callable[[Cell, Told], Any] = CELLS[form].read
    found = {}
    for text in texts:
        try:
            found[text] = read(text, told)
        except InputError:
            continue
    return found


def _fits(
    reading: Reading, found: Mapping[Reading, Mapping[str, Any]], texts: Iterable[str]
) -> bool:
    return all(
        text in found[reading] or not any(text in each for each in found.values()) for text in texts
    )


def _differs(text: str, found: Mapping[Reading, Mapping[str, Any]]) -> bool:
    values = [each[text] for each in found.values() if text in each]
    return len(values) > 1 and any(value != values[0] for value in values)


def _question(
    column: TableColumn, text: str, found: Mapping[Reading, Mapping[str, Any]], answer: str
) -> Question:
    return Question(
        key=column.key,
        answer=answer,
        heading=column.heading,
        sentence=say(
            "Kolumnen {heading}: inget i den avgör hur {typed} ska läsas. Välj.",
            heading=quoted(column.heading),
            typed=quoted(text.strip()[:40]),
        ),
        choices=tuple(
            Choice(
                value=reading.value,
                label=say(
                    _CHOICES[reading], typed=text.strip(), value=shown(column.form, values[text])
                ),
            )
            for reading, values in found.items()
        ),
    )


def _unsigned(column: TableColumn, cells: Sequence[Cell], told: Told) -> tuple[Told, str]:
    """Take the minus away where all amounts have one, as a bank's list of payments has."""
    if column.form is not CellKind.AMOUNT:
        return told, ""
    filled = [cell for cell in cells if cell is not None and cell != ""]
    if not filled or not all(_is_negative(cell) for cell in filled):
        return told, ""
    note = say(
        "Alla belopp i kolumnen {heading} har minustecken. De läses utan.",
        heading=quoted(column.heading),
    )
    return replace(told, unsigned=True), note


def _is_negative(cell: Cell) -> bool:
    if isinstance(cell, str):
        return _SIGNED.match(cell) is not None
    return isinstance(cell, (int, float)) and not isinstance(cell, bool) and cell < 0
