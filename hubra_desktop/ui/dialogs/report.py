"""A report in plain text, to read, copy and save: what a check or a rescue found."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.tab_order import TabByEye

WIDTH, HEIGHT = 680, 520


class ReportDialog(TabByEye, QDialog):
    """Shows a summary and the report under it; ``save`` is given the report to write it."""

    def __init__(
        self,
        title: str,
        summary: str,
        text: str,
        save: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("report-dialog")
        self.setWindowTitle(title)
        self.setModal(True)
        self._save = save
        self._said = build.label("", "muted", self, name="report-said")
        summary_label = build.label(summary, "title", self, name="report-summary")
        self._text = QPlainTextEdit(text, self)
        self._text.setObjectName("report-text")
        self._text.setAccessibleName(title)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        copy = build.button(say("&Kopiera"), "report-copy", self, self._copy)
        keep = build.button(say("&Spara som text…"), "report-save", self, self._keep)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        below = build.row(copy, keep, (self._said, 1), buttons, spacing=GRID)
        margins = (3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        parts = (summary_label, (self._text, 1), below)
        build.column(*parts, of=self, margins=margins, spacing=2 * GRID)
        wanted = self.sizeHint().expandedTo(self.minimumSize())
        wanted.setWidth(theme().scaled(WIDTH))
        wanted.setHeight(theme().scaled(HEIGHT))
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.9))

    @classmethod
    def show_report(
        cls,
        parent: QWidget,
        title: str,
        summary: str,
        text: str,
        save: Callable[[str], object],
    ) -> None:
        """Show a report until it is closed."""
        dialog = cls(title, summary, text, save, parent)
        dialog.exec()
        dialog.deleteLater()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._text.toPlainText())
        self._say(say("Kopierat"))

    def _keep(self) -> None:
        if self._save(self._text.toPlainText()):
            self._say(say("Sparat"))

    def _say(self, told: str) -> None:
        self._said.setText(told)
        announce(self._said, told)
