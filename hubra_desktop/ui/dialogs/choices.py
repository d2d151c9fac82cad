"""The few questions that stop the work, and texts that are only read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.plain import MarkupLabel
from hubra_desktop.ui.widgets.tab_order import TabByEye


def ask_which(parent: QWidget, sentence: str, *answers: str) -> int | None:
    """Ask a question; return the place of the answer chosen, None when left."""
    box = QMessageBox(parent)
    box.setObjectName("question")
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(say("Hubra"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    buttons = [box.addButton(text, QMessageBox.ButtonRole.AcceptRole) for text in answers]
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    return next((place for place, button in enumerate(buttons) if button is chosen), None)


class ReadDialog(TabByEye, QDialog):
    """Shows a text that can be selected and read aloud."""

    def __init__(self, name: str, title: str, html: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        label = MarkupLabel(html, self)
        label.setObjectName(f"{name}-text")
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        margins = (3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        build.column(label, buttons, of=self, margins=margins, spacing=2 * GRID)
        self.setMinimumWidth(480)

    @classmethod
    def show_text(cls, parent: QWidget, name: str, title: str, html: str) -> None:
        """Show a text until it is closed."""
        dialog = cls(name, title, html, parent)
        dialog.exec()
        dialog.deleteLater()
