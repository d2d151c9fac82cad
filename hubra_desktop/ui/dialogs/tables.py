"""Asks which table a file holds and shows what it would bring; asks which table to write."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.errors import InputError
from hubra_desktop.ui.forms.converters import CHOICE
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.values import Values
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
        self.lines = QListWidget(self)
        self.lines.setObjectName("table-import-lines")
        self.lines.setAccessibleName(self.tr("What the file brings"))
        self.lines.setProperty("role", "checks")
        self.lines.setWordWrap(True)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        names = [(text, name) for name, text in self.names().items()]
        table = self.tr("The file is a &table of")
        self.form.build(Field("table", table, CHOICE, choices=names, first=first), self.lines)
        self.entries["table"].edited.connect(self._choose)
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

    def _choose(self) -> None:
        self._show(self.entries["table"].read())

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

    def take(self, values: Values) -> None:
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
        tables = [
            (self.tr("Ledger"), TableName.LEDGER),
            (self.tr("Grants"), TableName.GRANTS),
            (self.tr("Activities"), TableName.ACTIVITIES),
            (self.tr("Measurements"), TableName.MEASUREMENTS),
        ]
        some = [(self.tr("All years"), None), *((str(year), year) for year in years)]
        self.form.build(
            Field("table", self.tr("&Table"), CHOICE, choices=tables),
            Field("year", self.tr("&Year"), CHOICE, choices=some),
        )

    def take(self, values: Values) -> None:
        self.answer = (values["table"], values["year"])

    @classmethod
    def ask(cls, parent: QWidget, years: Sequence[int]) -> tuple[TableName, int | None] | None:
        """Ask, and return the table and its year (None: all), or None."""
        return cls(years, parent).ended().answer
