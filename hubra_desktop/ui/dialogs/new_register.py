"""Asks whose register it is, when it is made and when that is changed."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.records.catalogue import check
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.widgets import build


@dataclass(frozen=True)
class NewRegisterAnswer:
    """The council's name and its municipality."""

    organisation: str
    municipality: str


Do = Callable[[NewRegisterAnswer], object]


class NewRegisterDialog(FormDialog):
    """The council's name is asked for, since every paper carries it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        title, accept = say("Nytt register"), say("Välj plats…")
        super().__init__("new-register-dialog", title, accept, parent, prefix="register")
        words = say("Ett register rymmer ett råds sammanträden, plan och pengar, i en fil.")
        self.about = build.label(words, "muted", self)
        council, place = say("Huddinges brottsförebyggande råd"), say("Huddinge")
        needed = say("Skriv rådets namn. Det står på alla handlingar.")
        self.form.build(
            self.about,
            Field("organisation", say("&Rådets namn"), hint=council, needed=needed),
            Field("municipality", say("&Kommun"), hint=place, printed=False),
        )

    def take(self, values: Values) -> None:
        check("house_style", values.only("organisation"))
        check("register", values.only("municipality"))
        self.answer = values.record(NewRegisterAnswer)

    @classmethod
    def ask(cls, parent: QWidget, do: Do) -> None:
        """Ask; ``do(answer)`` makes the register, or returns False to ask on."""
        cls(parent).ended(do)


class RegisterFactsDialog(NewRegisterDialog):
    """Asks for another name and municipality of an open register."""

    def __init__(self, name: str, municipality: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("register-facts-dialog")
        self.setWindowTitle(say("Rådet och kommunen"))
        self.accept_button.setText(say("Spara"))
        self.about.setText(say("Namnet ändras också på rådets sammanträden och handlingar."))
        self.form.show_record(NewRegisterAnswer(name, municipality))

    @classmethod
    def ask_change(cls, parent: QWidget, name: str, municipality: str, do: Do) -> None:
        """Ask; ``do(answer)`` writes it, while the dialog can tell a refusal."""
        cls(name, municipality, parent).ended(do)
