"""Shows what a file would bring before anything of it is taken in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.widgets import build

SHOWN = 12


class ImportDialog(FormDialog):
    """Lists the plan line by line; the import itself can be undone."""

    def __init__(self, name: str, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__("import-dialog", say("Importera"), say("Importera"), parent)
        self.agreed = False
        words = say("Filen {file} innehåller:", file=name)
        heading = build.label(words, "", self, name="import-heading")
        self.lines = QListWidget(self)
        self.lines.setObjectName("import-lines")
        self.lines.setAccessibleName(heading.text())
        self.lines.setProperty("role", "checks")
        self.lines.setWordWrap(True)
        self.lines.addItems(list(lines) or [say("Ingenting")])
        self.lines.setCurrentRow(0)
        row = self.lines.sizeHintForRow(0) + 2
        self.lines.setFixedHeight(min(SHOWN, self.lines.count() + 2) * row + 10)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        after = build.label(say("Det som ersätts kan tas tillbaka med Ångra."), "muted", self)
        self.accept_button.setEnabled(bool(lines))
        self.form.build(heading, self.lines, after)
        self.setMinimumWidth(560)

    def take(self, values: Values) -> None:
        self.agreed = True

    @classmethod
    def ask(cls, parent: QWidget, name: str, lines: Sequence[str]) -> bool:
        """Show the plan; return whether it is to be carried out."""
        return cls(name, lines, parent).ended().agreed
