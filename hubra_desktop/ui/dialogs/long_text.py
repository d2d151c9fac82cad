"""A page of text to read through, as long as it is: it scrolls."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.page_text import PageText
from hubra_desktop.ui.widgets.tab_order import TabByEye

WIDTH, HEIGHT = 680, 560


class LongTextDialog(TabByEye, QDialog):
    """Shows a text that is longer than a screen; Esc closes it."""

    def __init__(self, name: str, title: str, html: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.text = PageText(f"{name}-text", title, self)
        self.text.show_page(f"<style></style>{html}")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        around = (2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        build.column((self.text, 1), buttons, of=self, margins=around, spacing=2 * GRID)
        wanted = QSize(theme().scaled(WIDTH), theme().scaled(HEIGHT))
        self.resize(wanted.boundedTo(self.screen().availableSize()))

    @classmethod
    def show_page(cls, parent: QWidget, name: str, title: str, html: str) -> None:
        """Show a text until it is closed."""
        dialog = cls(name, title, html, parent)
        dialog.exec()
        dialog.deleteLater()
