"""Asks whose register it is, when it is made and when that is changed."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.values import Values


@dataclass(frozen=True)
class NewRegisterAnswer:
    """The council's name and its municipality."""

    organisation: str
    municipality: str


class NewRegisterDialog(FormDialog):
    """The council's name is asked for, since every paper carries it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        title, accept = self.tr("New register"), self.tr("Choose place…")
        super().__init__("new-register-dialog", title, accept, parent, prefix="register")
        self.answer: NewRegisterAnswer | None = None
        words = self.tr("One register holds one council's meetings, plan and money, in one file.")
        self.about = QLabel(words, self)
        self.about.setProperty("role", "muted")
        self.about.setWordWrap(True)
        council, place = self.tr("Huddinges brottsförebyggande råd"), self.tr("Huddinge")
        needed = say(
            "Skriv rådets namn. Det står på alla handlingar.",
            "Type the council's name. It stands on all papers.",
        )
        self.form.build(
            self.about,
            Field("organisation", self.tr("The &council's name"), hint=council, needed=needed),
            Field("municipality", self.tr("&Municipality"), hint=place, printed=False),
        )

    def take(self, values: Values) -> None:
        self.answer = values.record(NewRegisterAnswer)

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
        self.form.show_record(NewRegisterAnswer(name, municipality))

    @classmethod
    def ask_change(cls, parent: QWidget, name: str, municipality: str) -> NewRegisterAnswer | None:
        """Ask, and return what was answered or None."""
        return cls(name, municipality, parent).ended().answer
