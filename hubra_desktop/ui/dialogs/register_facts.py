"""Asks what the council and its municipality are called, when that is to be changed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.records.catalogue import check
from hubra_desktop.ui.forms.converters import DAY
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.widgets import build


@dataclass(frozen=True)
class RegisterNames:
    """The council's name, its short form, its municipality, and the day of an exercise."""

    organisation: str
    short_name: str
    municipality: str
    exercise_day: date | None = None


Do = Callable[[RegisterNames], object]


class RegisterFactsDialog(FormDialog):
    """Asks for other names of the council of an open register, and of its municipality."""

    stored = True

    def __init__(
        self, names: RegisterNames, parent: QWidget | None = None, *, practice: bool = False
    ) -> None:
        title, accept = say("Rådet och kommunen"), say("Spara")
        super().__init__("register-facts-dialog", title, accept, parent, prefix="register")
        words = say("Namnet ändras också på rådets sammanträden och handlingar.")
        needed = say("Skriv rådets namn. Det står på alla handlingar.")
        self.form.build(
            build.label(words, "muted", self),
            Field("organisation", say("&Rådets namn"), needed=needed),
            Field("short_name", say("Kort&form"), printed=False),
            Field("municipality", say("&Kommun"), printed=False),
        )
        if practice:
            self.form.build(
                build.label(
                    say(
                        "Övningens dag är den dag som det är i övningsregistret, så att det går "
                        "att pröva vad som ska göras och vad som är försenat. Tom: dagens datum."
                    ),
                    "muted",
                    self,
                ),
                Field("exercise_day", say("Övningens &dag"), DAY),
            )
        self.form.show_record(names)

    def take(self, values: Values) -> None:
        check("house_style", values.only("organisation"))
        check("body", values.only("short_name"))
        check("register", values.only("municipality"))
        check("register", values.only(*({"exercise_day"} & set(values))))
        self.answer = values.record(RegisterNames)

    @classmethod
    def ask_change(cls, parent: QWidget, names: RegisterNames, do: Do, *, practice: bool) -> None:
        """Ask; ``do(answer)`` writes it, while the dialog can tell a refusal."""
        cls(names, parent, practice=practice).ended(do)
