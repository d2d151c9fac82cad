"""Asks in which form the kallelse is to be saved: large print, web page, without data."""

from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from hubra_desktop.model.terms import LARGE_PRINT
from hubra_desktop.ui.dialogs.base import FormDialog
from hubra_desktop.ui.widgets.fields import ChoiceField
from hubra_desktop.work.papers import PaperForm

PDF = "pdf"
HTML = "html"


class SaveAsDialog(FormDialog):
    """Offers what a saved kallelse can be; begins with large print, which is what is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        title, accept = self.tr("Save in another form"), self.tr("Choose place…")
        super().__init__("save-as-dialog", title, accept, parent)
        self.answer: PaperForm | None = None
        self._make_fields()
        self.add_row(self.tr("Text &size"), self.text_size)
        self.add_row(self.tr("&Form"), self.kind)
        self.form.addRow("", self.data)
        self.form.addRow("", self._told)
        self._fields.append(self.data)
        self.kind.currentIndexChanged.connect(self._allow_data)

    def _make_fields(self) -> None:
        self.text_size = ChoiceField("text_size", self.tr("Text size"), self)
        large = self.tr("Large print, {points} points")
        sizes = [(large.format(points=points), points) for points in LARGE_PRINT]
        self.text_size.offer([(self.tr("Ordinary"), None), *sizes])
        self.text_size.show_value(LARGE_PRINT[0])
        self.kind = ChoiceField("form", self.tr("Form"), self)
        self.kind.offer([(self.tr("PDF"), PDF), (self.tr("Web page (HTML)"), HTML)])
        self.kind.show_value(PDF)
        self.data = QCheckBox(self.tr("The &meeting as data in the file"), self)
        self.data.setObjectName("save-as-data")
        self.data.setChecked(True)
        self._told = QLabel(self)
        self._told.setText(
            self.tr(
                "Whoever is given the PDF can then import the meeting. Inner notes and titles "
                "behind closed doors are never in it."
            )
        )
        self._told.setProperty("role", "muted")
        self._told.setWordWrap(True)

    def _allow_data(self) -> None:
        """Let only a PDF carry data."""
        pdf = self.kind.value() == PDF
        self.data.setEnabled(pdf)
        self._told.setEnabled(pdf)

    def read(self) -> None:
        size = self.text_size.value()
        html = self.kind.value() == HTML
        self.answer = PaperForm(
            text_size=size if isinstance(size, int) else None,
            html=html,
            data=self.data.isChecked() and not html,
        )

    @classmethod
    def ask(cls, parent: QWidget) -> PaperForm | None:
        """Ask, and return what was answered or None."""
        return cls(parent).ended().answer
