"""Asks whose register it is, when it is made and when that is changed."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.ui.dialogs.base import FormDialog
from hubra_desktop.ui.widgets.printing import PrintingTold


@dataclass(frozen=True)
class NewRegisterAnswer:
    """The council's name and its municipality."""

    organisation: str
    municipality: str


class NewRegisterDialog(FormDialog):
    """The council's name is asked for, since every paper carries it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "new-register-dialog", self.tr("New register"), self.tr("Choose place…"), parent
        )
        self.answer: NewRegisterAnswer | None = None
        self.name = QLineEdit(self)
        self.name.setObjectName("register-name")
        self.name.setPlaceholderText(self.tr("Huddinges brottsförebyggande råd"))
        PrintingTold(self.name)
        self.municipality = QLineEdit(self)
        self.municipality.setObjectName("register-municipality")
        self.municipality.setPlaceholderText(self.tr("Huddinge"))
        words = self.tr("One register holds one council's meetings, plan and money, in one file.")
        self.about = QLabel(words, self)
        self.about.setProperty("role", "muted")
        self.about.setWordWrap(True)
        self.form.addRow(self.about)
        self.add_row(self.tr("The &council's name"), self.name)
        self.add_row(self.tr("&Municipality"), self.municipality)

    def read(self) -> None:
        name = " ".join(self.name.text().split())
        if not name:
            raise InputError(
                say(
                    "Skriv rådets namn. Det står på alla handlingar.",
                    "Type the council's name. It stands on all papers.",
                )
            )
        municipality = " ".join(self.municipality.text().split())
        self.answer = NewRegisterAnswer(name, municipality)

    @classmethod
    def ask(cls, parent: QWidget) -> NewRegisterAnswer | None:
        """Ask, and return what was answered or None."""
        return cls(parent).ended().answer


class RegisterFactsDialog(NewRegisterDialog):
    """Asks for another name and municipality of an open register."""

    def __init__(self, name: str, municipality: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("register-facts-dialog")
        self.setWindowTitle(self.tr("The council and its municipality"))
        self.accept_button.setText(self.tr("Save"))
        self.about.setText(self.tr("The name changes in the council's meetings and papers too."))
        self.name.setText(name)
        self.municipality.setText(municipality)

    @classmethod
    def ask_change(cls, parent: QWidget, name: str, municipality: str) -> NewRegisterAnswer | None:
        """Ask, and return what was answered or None."""
        return cls(name, municipality, parent).ended().answer
