"""A file with a table: which kind of file it is, by its content, and what is told of it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from hubra_desktop.exchange.calendar_file import is_calendar, read_calendar
from hubra_desktop.exchange.csv_file import read_csv
from hubra_desktop.exchange.limits import LARGEST
from hubra_desktop.exchange.packed import is_light
from hubra_desktop.exchange.people_sheet import with_whole_names
from hubra_desktop.exchange.sie_file import is_sie, read_sie
from hubra_desktop.exchange.table_grid import Sheet
from hubra_desktop.exchange.table_headings import UnfitTableError
from hubra_desktop.exchange.table_reading import NO_ANSWERS, TableAnswers, TableRead, read_table
from hubra_desktop.exchange.tables import SHAPES, TableName
from hubra_desktop.exchange.vcard_file import is_cards, read_cards
from hubra_desktop.exchange.xlsx_file import is_called_xlsx, is_xlsx, read_xlsx
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.progress import NOBODY, Progress
from hubra_desktop.work.apart import Task, read_apart
from hubra_desktop.work.files import read_whole
from hubra_desktop.work.table_memory import remembered_answers

_BEGINNING: Final = 1_000
"""Rows among which the headings are, with room for what stands above them."""

_LIGHT_CALENDAR: Final = 100_000
"""Bytes of a calendar that is read in a moment."""


class _Sheets:
    """Sheets that are read as they are asked for, each once; a refusal is kept too."""

    def __init__(self, source: Iterator[Sheet]) -> None:
        self._source = source
        self._read: list[Sheet] = []
        self._refusal: InputError | None = None

    def __iter__(self) -> Iterator[Sheet]:
        place = 0
        while place < len(self._read) or self._read_one():
            yield self._read[place]
            place += 1

    def _read_one(self) -> bool:
        if self._refusal is not None:
            raise self._refusal
        try:
            self._read.append(next(self._source))
        except StopIteration:
            return False
        except InputError as refused:
            self._refusal = refused
            raise
        return True


@dataclass(frozen=True)
class TableFile:
    """A file with a table, read once and understood as often as answers change.

    Of its sheets the ``first`` rows are understood, all where it is 0.
    """

    name: str
    content: bytes
    first: int = 0
    _grids: dict[TableName | None, _Sheets] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def at(cls, path: Path) -> "TableFile":
        """Read a file; raises InputError when it cannot be."""
        return cls(path.name, read_whole(path, LARGEST))

    def read(
        self,
        name: TableName,
        today: dt.date,
        answers: TableAnswers = NO_ANSWERS,
        progress: Progress = NOBODY,
    ) -> TableRead:
        """Understand the file as a table; raises InputError saying what is wrong.

        The content tells which kind of file it is; what is called a workbook and is none
        is damaged.
        """
        return read_table(SHAPES[name], self._sheets(name, progress), today, answers, progress)

    def understood(
        self,
        name: TableName,
        today: dt.date,
        told: TableAnswers = NO_ANSWERS,
        progress: Progress = NOBODY,
    ) -> tuple[TableRead, TableAnswers]:
        """Understand the file with what is told of it and what is remembered of its headings.

        Returns both together. Raises InputError as ``read`` does.
        """
        try:
            headings = self._beginning.read(name, today, told, progress).headings
        except UnfitTableError as error:
            headings = error.headings.found
        known = remembered_answers(name, [each.text for each in headings])
        both = TableAnswers(
            tied={**known.tied, **told.tied},
            chosen={**known.chosen, **told.chosen},
            given={**known.given, **told.given},
            left_out=told.left_out,
        )
        return self.read(name, today, both, progress), both

    @property
    def _beginning(self) -> "TableFile":
        """The same file, of which so much is understood that its headings are."""
        return replace(self, first=_BEGINNING)

    @property
    def fitting(self) -> tuple[TableName, ...]:
        """The tables that it can be: bookkeeping a ledger, a calendar days, cards people."""
        if is_sie(self.content):
            return (TableName.LEDGER,)
        if is_calendar(self.content):
            return (TableName.ACTIVITIES, TableName.MEETINGS)
        if is_cards(self.content):
            return (TableName.PEOPLE,)
        return tuple(TableName)

    def likely(self, today: dt.date, progress: Progress = NOBODY) -> TableName:
        """Return the table whose headings the file has most of; raises InputError for no table.

        Where none fits, headings can still be tied to those of the table that lacks fewest.
        """
        found: list[tuple[int, int, int, TableName]] = []
        refusal: InputError | None = None
        beginning = self._beginning
        for place, name in enumerate(self.fitting):
            try:
                read, _ = beginning.understood(name, today, progress=progress)
            except UnfitTableError as unfit:
                found.append((1, -len(unfit.headings.columns), place, name))
            except InputError as each:
                refusal = refusal or each
            else:
                found.append((0, len(read.passed_over), place, name))
        if not found and refusal is not None:
            raise refusal
        return min(found)[-1]

    def _sheets(self, name: TableName, progress: Progress) -> Iterable[Sheet]:
        """Yield the sheets; of a calendar they are others for each table."""
        key = name if is_calendar(self.content) else None
        if key not in self._grids:
            self._grids[key] = _Sheets(self._read_sheets(name, progress))
        for each in self._grids[key]:
            sheet = with_whole_names(each) if name is TableName.PEOPLE else each
            yield replace(sheet, rows=sheet.rows[: self.first]) if self.first else sheet

    def _read_sheets(self, name: TableName, progress: Progress) -> Iterator[Sheet]:
        """Read the sheets; what may keep its library busy is read in another process."""
        if is_sie(self.content):
            yield read_sie(self.content)
        elif is_calendar(self.content):
            light = len(self.content) <= _LIGHT_CALENDAR
            task: Task = "meetings" if name is TableName.MEETINGS else "activities"
            yield (
                read_calendar(self.content, name)
                if light
                else read_apart(task, self.content, progress)
            )
        elif is_cards(self.content):
            yield read_cards(self.content)
        elif not is_xlsx(self.content) and not is_called_xlsx(self.name):
            yield Sheet(rows=read_csv(self.content))
        elif is_light(self.content):
            yield from read_xlsx(self.content)
        else:
            sheets, why = read_apart("workbook", self.content, progress)
            yield from sheets
            if why:
                raise InputError(why)
