"""Asks which table a file holds and shows what it would bring; asks which table to write."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.errors import InputError
from hubra_desktop.ui.dialogs.base import FormDialog
from hubra_desktop.ui.widgets.fields import ChoiceField
from hubra_desktop.work.table_imports import TablePlan

SHOWN = 14
WIDTH = 640
Reads = Callable[[TableName], TablePlan]


class TableImportDialog(FormDialog):
    """Lists what would be taken in, and every row that cannot be with its reason.

    ``reads`` tells what the file would bring as a table; it raises InputError when the
    file is no such table, and the sentence then stands in the dialog.
    """

    def __init__(
        self, name: str, reads: Reads, first: TableName, parent: QWidget | None = None
    ) -> None:
        title = self.tr("Import {file}").format(file=name)
        super().__init__("table-import-dialog", title, self.tr("Take in the good rows"), parent)
        self._reads = reads
        self._plan: TablePlan | None = None
        self.answer: TablePlan | None = None
        self.table = ChoiceField("table", self.tr("The file is a table of"), self)
        self.table.offer(named_tables(self.names()))
        self.table.show_value(first)
        self.table.commit_by(self._choose)
        self.lines = QListWidget(self)
        self.lines.setObjectName("table-import-lines")
        self.lines.setAccessibleName(self.tr("What the file brings"))
        self.lines.setProperty("role", "checks")
        self.lines.setWordWrap(True)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_row(self.tr("The file is a &table of"), self.table)
        self.form.addRow(self.lines)
        self._fields.append(self.lines)
        self.setMinimumWidth(WIDTH)
        self._show(first)

    def names(self) -> dict[TableName, str]:
        """Return what the tables are called."""
        return {
            TableName.LEDGER: self.tr("ledger rows"),
            TableName.GRANTS: self.tr("grants"),
            TableName.ACTIVITIES: self.tr("activities"),
            TableName.MEASUREMENTS: self.tr("measurements"),
        }

    def _choose(self, field: str, value: object) -> None:
        self._show(TableName(str(value)))

    def _show(self, name: TableName) -> None:
        self.refuse("")
        self.lines.clear()
        try:
            self._plan = self._reads(name)
        except InputError as refusal:
            self._plan = None
            self.refuse(refusal.sentence)
        lines: Sequence[str] = self._plan.lines if self._plan else ()
        self.lines.addItems(list(lines) or [self.tr("Nothing")])
        self.lines.setCurrentRow(0)
        row = self.lines.sizeHintForRow(0) + 2
        self.lines.setMinimumHeight(SHOWN * row + 10)
        self.accept_button.setEnabled(bool(self._plan and self._plan.command))

    def read(self) -> None:
        self.answer = self._plan

    @classmethod
    def ask(cls, parent: QWidget, name: str, reads: Reads, first: TableName) -> TablePlan | None:
        """Show what a file brings; return what is to be taken in, or None."""
        return cls(name, reads, first, parent).ended().answer


class TableExportDialog(FormDialog):
    """Asks which table is to be written, of which year."""

    def __init__(self, years: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(
            "table-export-dialog", self.tr("Export table"), self.tr("Choose place…"), parent
        )
        self.answer: tuple[TableName, int | None] | None = None
        self.table = ChoiceField("table", self.tr("Table"), self)
        self.table.offer(
            [
                (self.tr("Ledger"), TableName.LEDGER),
                (self.tr("Grants"), TableName.GRANTS),
                (self.tr("Activities"), TableName.ACTIVITIES),
                (self.tr("Measurements"), TableName.MEASUREMENTS),
            ]
        )
        self.table.show_value(TableName.LEDGER)
        self.year = ChoiceField("year", self.tr("Year"), self)
        every: list[tuple[str, object]] = [(self.tr("All years"), None)]
        self.year.offer([*every, *((str(year), year) for year in years)])
        self.year.show_value(None)
        self.add_row(self.tr("&Table"), self.table)
        self.add_row(self.tr("&Year"), self.year)

    def read(self) -> None:
        year = self.year.value()
        name = TableName(str(self.table.value()))
        self.answer = (name, year if isinstance(year, int) else None)

    @classmethod
    def ask(cls, parent: QWidget, years: Sequence[int]) -> tuple[TableName, int | None] | None:
        """Ask, and return the table and its year (None: all), or None."""
        return cls(years, parent).ended().answer


def named_tables(names: dict[TableName, str]) -> list[tuple[str, object]]:
    """Return tables to choose among."""
    return [(text, name) for name, text in names.items()]
