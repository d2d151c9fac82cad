"""Asks whose register is to be made."""

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
        said = QLabel(words, self)
        said.setProperty("role", "muted")
        said.setWordWrap(True)
        council, place = self.tr("Huddinges brottsförebyggande råd"), self.tr("Huddinge")
        needed = say(
            "Skriv rådets namn. Det står på alla handlingar.",
            "Type the council's name. It stands on all papers.",
        )
        self.form.build(
            said,
            Field("organisation", self.tr("The &council's name"), hint=council, needed=needed),
            Field("municipality", self.tr("&Municipality"), hint=place, printed=False),
        )

    def take(self, values: Values) -> None:
        self.answer = values.record(NewRegisterAnswer)

    @classmethod
    def ask(cls, parent: QWidget) -> NewRegisterAnswer | None:
        """Ask, and return what was answered or None."""
        return cls(parent).ended().answer
