"""A file with a table: which kind of file it is, by its content, and what is told of it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from hubra_desktop.exchange.calendar_file import is_calendar, read_calendar
from hubra_desktop.exchange.csv_file import read_csv
from hubra_desktop.exchange.json_file import LARGEST
from hubra_desktop.exchange.sie_file import is_sie, read_sie
from hubra_desktop.exchange.table_grid import Sheet
from hubra_desktop.exchange.table_headings import UnfitTableError
from hubra_desktop.exchange.table_reading import NO_ANSWERS, TableAnswers, TableRead, read_table
from hubra_desktop.exchange.tables import SHAPES, TableName
from hubra_desktop.exchange.xlsx_file import is_called_xlsx, is_xlsx, read_xlsx
from hubra_desktop.work.files import read_whole
from hubra_desktop.work.table_memory import remembered_answers


@dataclass(frozen=True)
class TableFile:
    """A file with a table, read once and understood as often as answers change."""

    name: str
    content: bytes

    @classmethod
    def at(cls, path: Path) -> "TableFile":
        """Read a file; raises InputError when it cannot be."""
        return cls(path.name, read_whole(path, LARGEST))

    def read(
        self, name: TableName, today: dt.date, answers: TableAnswers = NO_ANSWERS
    ) -> TableRead:
        """Understand the file as a table; raises InputError saying what is wrong.

        The content tells which kind of file it is; what is called a workbook and is none
        is damaged.
        """
        return read_table(SHAPES[name], self._sheets(name), today, answers)

    def understood(
        self, name: TableName, today: dt.date, told: TableAnswers = NO_ANSWERS
    ) -> tuple[TableRead, TableAnswers]:
        """Understand the file with what is told of it and what is remembered of its headings.

        Returns both together. Raises InputError as ``read`` does.
        """
        read: TableRead | None = None
        unfit: UnfitTableError | None = None
        try:
            read = self.read(name, today, told)
            headings = read.headings
        except UnfitTableError as error:
            unfit, headings = error, error.headings.found
        known = remembered_answers(name, [each.text for each in headings])
        both = TableAnswers(
            tied={**known.tied, **told.tied},
            chosen={**known.chosen, **told.chosen},
            given={**known.given, **told.given},
            left_out=told.left_out,
        )
        if both == told and read is not None:
            return read, told
        if both == told and unfit is not None:
            raise unfit
        return self.read(name, today, both), both

    @property
    def fitting(self) -> tuple[TableName, ...]:
        """The tables that the file can be: bookkeeping is a ledger, a calendar holds days."""
        if is_sie(self.content):
            return (TableName.LEDGER,)
        if is_calendar(self.content):
            return (TableName.ACTIVITIES, TableName.MEETINGS)
        return tuple(TableName)

    def _sheets(self, name: TableName) -> Iterable[Sheet]:
        if is_sie(self.content):
            return (read_sie(self.content),)
        if is_calendar(self.content):
            return (read_calendar(self.content, name),)
        if is_xlsx(self.content) or is_called_xlsx(self.name):
            return read_xlsx(self.content)
        return (Sheet(rows=read_csv(self.content)),)
