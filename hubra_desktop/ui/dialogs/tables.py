"""Asks which table a file holds and shows what it would bring; asks which table to write."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say, say_in
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
        title = say("Importera {file}", file=name)
        super().__init__("table-import-dialog", title, say("Läs in de rader som går"), parent)
        self._reads = reads
        self._plan: TablePlan | None = None
        self.answer: TablePlan | None = None
        self.lines = QListWidget(self)
        self.lines.setObjectName("table-import-lines")
        self.lines.setAccessibleName(say("Vad filen innehåller"))
        self.lines.setProperty("role", "checks")
        self.lines.setWordWrap(True)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        names = [(text, name) for name, text in self.names().items()]
        table = say("Filen är en &tabell med")
        self.form.build(Field("table", table, CHOICE, choices=names, first=first), self.lines)
        self.entries["table"].edited.connect(self._choose)
        self.setMinimumWidth(WIDTH)
        self._show(first)

    def names(self) -> dict[TableName, str]:
        """Return what the tables are called."""
        return {
            TableName.LEDGER: say("rader i huvudboken"),
            TableName.GRANTS: say("bidrag"),
            TableName.ACTIVITIES: say("aktiviteter"),
            TableName.MEASUREMENTS: say("mätningar"),
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
        self.lines.addItems(list(lines) or [say_in("nothing", "Inget")])
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
        super().__init__("table-export-dialog", say("Exportera tabell"), say("Välj plats…"), parent)
        self.answer: tuple[TableName, int | None] | None = None
        tables = [
            (say("Huvudbok"), TableName.LEDGER),
            (say_in("grants", "Bidrag"), TableName.GRANTS),
            (say("Aktiviteter"), TableName.ACTIVITIES),
            (say("Mätningar"), TableName.MEASUREMENTS),
        ]
        some = [(say("Alla år"), None), *((str(year), year) for year in years)]
        self.form.build(
            Field("table", say("&Tabell"), CHOICE, choices=tables),
            Field("year", say("&År"), CHOICE, choices=some),
        )

    def take(self, values: Values) -> None:
        self.answer = (values["table"], values["year"])

    @classmethod
    def ask(cls, parent: QWidget, years: Sequence[int]) -> tuple[TableName, int | None] | None:
        """Ask, and return the table and its year (None: all), or None."""
        return cls(years, parent).ended().answer
