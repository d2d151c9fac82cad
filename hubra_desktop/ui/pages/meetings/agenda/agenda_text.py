"""Rows of an agenda as text from and for other programs.

Pure: what is pasted from Word, Excel or a letter is parted into the cells of rows, which
are then read as what is typed there. What is not known as anything else is the title.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Final

from hubra_desktop.model.case_number import looks_like_case_number
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.formulas import harmless, restored
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.timetable import timetable
from hubra_desktop.ui.pages.meetings.agenda.agenda_entry import Surroundings, values_typed
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn, AgendaRow

MOST_TEXT: Final = 1_000_000
"""Characters that are parted into rows: more is no agenda, and takes long to look through."""

Cells = Mapping[AgendaColumn, str]

IN_TEXT: Final = (
    AgendaColumn.TIME,
    AgendaColumn.NUMBER,
    AgendaColumn.TITLE,
    AgendaColumn.PRESENTERS,
    AgendaColumn.MINUTES,
    AgendaColumn.CASE_NUMBER,
)
_CLOCK = r"(?:kl\.?|klockan)? ?\d{1,2}[.:]\d{2}"
_SPAN = rf"{_CLOCK}(?: ?(?:-|–|—|till) ?{_CLOCK})?"
_TIME = re.compile(rf"\(?({_SPAN})\)?", re.IGNORECASE)
_NUMBER = re.compile(r"[•·▪◦o*–—-]|(?:§ ?)?\d{1,3} ?[a-zåäö]?[.)]?", re.IGNORECASE)
_MINUTES = re.compile(r"\(?(\d{1,3}) ?(min|minuter|minut|m)?\.?\)?", re.IGNORECASE)
_BULLET = re.compile(r"(?:[•·▪◦o*–—-]|§? ?\d{1,3} ?[a-zåäö]?[.)])\s+", re.IGNORECASE)
_TIME_FIRST = re.compile(rf"\(?({_SPAN})\)?[,:]?\s+(?=\S)", re.IGNORECASE)
_MINUTES_LAST = re.compile(r"[\s,(]+(\d{1,3}) ?min(?:uter|ut)?\.?\)?$", re.IGNORECASE)
_HEADINGS = frozenset(
    {"tid", "nr", "ärende", "ärende och föredragande", "föredragande", "min", "minuter",
     "diarienr", "diarienummer", "dnr", "punkt", "rubrik"}
)  # fmt: skip
_CELL_OF_LINES = re.compile(r'(?:^|\t)"[^"\t]*\n', re.MULTILINE)


def text_of(rows: Iterable[AgendaRow]) -> str:
    """Return rows as lines with tabs between their cells, as tables are copied."""
    lines = ("\t".join(harmless(_on_one_line(row.typed[each])) for each in IN_TEXT) for row in rows)
    return "\n".join(lines)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def holds_rows(text: str) -> bool:
    """Tell whether a text is more than one line, or the cells of a table."""
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) > 1 or "\t" in text.strip()


def cells_of(text: str) -> tuple[Cells, ...]:
    """Part a text into rows: a line is one, and tabs part its cells.

    A line that is nothing but a time tells when the row before it is on, as in the
    kallelse. Headings of a table are left out.
    """
    rows: list[dict[AgendaColumn, str]] = []
    for cells in _lines(text):
        alone = _TIME.fullmatch(cells[0]) if len(cells) == 1 else None
        if alone and rows and AgendaColumn.TIME not in rows[-1]:
            rows[-1][AgendaColumn.TIME] = alone[1]
        elif not all(cell.casefold() in _HEADINGS for cell in cells):
            rows.append(_placed(cells) if len(cells) > 1 else _taken_apart(cells[0]))
    return tuple(row for row in rows if row)


def _lines(text: str) -> Iterator[list[str]]:
    """Yield the filled cells of each line that has any; Excel quotes cells of many lines."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", " ")
    table: Iterable[Sequence[str]] = (line.split("\t") for line in plain.split("\n"))
    if _CELL_OF_LINES.search(plain):
        with suppress(csv.Error):  # a cell too long to be one: what is quoted is not
            table = list(csv.reader(plain.splitlines(keepends=True), delimiter="\t"))
    for line in table:
        cells = [restored(cell) for cell in map(_on_one_line, line) if cell]
        if cells:
            yield cells


def _placed(cells: Sequence[str]) -> dict[AgendaColumn, str]:
    """Put each cell of a table's row where it belongs, by what it looks like."""
    row: dict[AgendaColumn, str] = {}
    for cell in cells:
        column, text = _recognised(cell, row)
        if column is AgendaColumn.PRESENTERS and column in row:
            row[column] = f"{row[column]}; {text}"
        elif column not in row:
            row[column] = text
    row.pop(AgendaColumn.NUMBER, None)
    return row


def _recognised(cell: str, row: Cells) -> tuple[AgendaColumn, str]:
    titled = AgendaColumn.TITLE in row
    if AgendaColumn.TIME not in row and (match := _TIME.fullmatch(cell)):
        return AgendaColumn.TIME, match[1]
    if not titled and _NUMBER.fullmatch(cell):
        return AgendaColumn.NUMBER, cell
    minutes = _MINUTES.fullmatch(cell)
    if minutes and (titled or minutes[2]) and AgendaColumn.MINUTES not in row:
        return AgendaColumn.MINUTES, minutes[1]
    if looks_like_case_number(cell):
        return AgendaColumn.CASE_NUMBER, cell
    return (AgendaColumn.PRESENTERS if titled else AgendaColumn.TITLE), cell


def _taken_apart(line: str) -> dict[AgendaColumn, str]:
    """Take the number, the time and the minutes from a line of running text."""
    row: dict[AgendaColumn, str] = {}
    rest = _BULLET.sub("", line, count=1) if _BULLET.match(line) else line
    if match := _TIME_FIRST.match(rest):
        row[AgendaColumn.TIME], rest = match[1], rest[match.end() :]
    if match := _MINUTES_LAST.search(rest):
        row[AgendaColumn.MINUTES], rest = match[1], rest[: match.start()]
    row[AgendaColumn.TITLE] = rest
    return row


def items_of(
    rows: Sequence[Cells], sheet: Meeting, index: int, organisations: Sequence[str] = ()
) -> tuple[Item, ...]:
    """Return the rows that cells make before row ``index`` of a meeting.

    Each cell is read as if it were typed there; one that cannot be read stays in the
    title, where it is seen.
    """
    made: list[Item] = []
    for number, cells in enumerate(rows):
        values = values_typed(None, AgendaColumn.TITLE, cells.get(AgendaColumn.TITLE, ""), _NOWHERE)
        item = replace(Item(id=f"pasted-{number}"), **values)  # type: ignore[arg-type]
        for column in _READ:
            if text := cells.get(column):
                items = (*sheet.items[:index], *made, item)
                flow = timetable(replace(sheet, items=items)).slots[item.id].flow
                item = _filled(item, column, text, Surroundings(flow, organisations))
        made.append(item)
    return tuple(made)


_NOWHERE = Surroundings()
_READ = tuple(each for each in IN_TEXT if each not in (AgendaColumn.NUMBER, AgendaColumn.TITLE))


def _filled(item: Item, column: AgendaColumn, text: str, around: Surroundings) -> Item:
    try:
        values = values_typed(item, column, text, around)
    except InputError:
        values = {"title": f"{item.title} {text}".strip()}
    return replace(item, **values)  # type: ignore[arg-type]
