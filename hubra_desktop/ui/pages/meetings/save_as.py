"""Asks in which form the kallelse is to be saved: large print, web page, with its data."""

from typing import Any

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.terms import LARGE_PRINT
from hubra_desktop.ui.forms.converters import CHOICE, FLAG
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.widgets import build
from hubra_desktop.work.papers import PaperForm

PDF = "pdf"
HTML = "html"


class SaveAsDialog(FormDialog):
    """Offers what a saved kallelse can be; begins with large print, which is what is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        title, accept = say("Spara i annan form"), say("Välj plats…")
        super().__init__("save-as-dialog", title, accept, parent)
        self.answer: PaperForm | None = None
        large = say("Stor stil, {points} punkter")
        sizes: list[tuple[str, Any]] = [(say("Ordinarie"), None)]
        sizes += [(large.format(points=points), points) for points in LARGE_PRINT]
        kinds = [(say("PDF"), PDF), (say("Webbsida (HTML)"), HTML)]
        data = say("Sammanträdet som &data i filen")
        first = LARGE_PRINT[0]
        told = say(
            "Utan data blir PDF:en PDF/A-2a: för arkiv, webb och utskick. Med data blir den "
            "PDF/A-3a: den som får den kan importera sammanträdet i sitt register. Inre "
            "anteckningar och rubriker bakom stängda dörrar följer aldrig med."
        )
        self._told = build.label(told, "muted", self)
        self.form.build(
            Field("text_size", say("Text&storlek"), CHOICE, choices=sizes, first=first),
            Field("form", say("&Form"), CHOICE, choices=kinds),
            Field("data", data, FLAG),
        )
        self.form.build_labelled("", self._told, self._told)
        self.entries["form"].edited.connect(self._allow_data)

    def _allow_data(self) -> None:
        """Let only a PDF carry data."""
        pdf = self.entries["form"].read() == PDF
        self.entries["data"].setEnabled(pdf)
        self._told.setEnabled(pdf)

    def take(self, values: Values) -> None:
        html = values["form"] == HTML
        self.answer = PaperForm(values["text_size"], html=html, data=values["data"] and not html)

    @classmethod
    def ask(cls, parent: QWidget) -> PaperForm | None:
        """Ask, and return what was answered or None."""
        return cls(parent).ended().answer
