"""The editor that stands in a cell of the agenda while something is typed there."""

import re

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.pages.meetings.agenda.agenda_text import MOST_TEXT, holds_rows
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.placed_cells import Index, PlacedEntry

PADDING = 28
MIN_HEIGHT = 26
"""As high as a cell of one line, but not so that the line of the presenters below is cut."""
# Half a title or a name is worth keeping; half a time is another time.
SAVED_HALF_WRITTEN = (AgendaColumn.TITLE, AgendaColumn.PRESENTERS, AgendaColumn.CASE_NUMBER)


class CellEditor(PlacedEntry):
    """An entry in a column of the agenda.

    It grows over the cells to its right while the text is longer than its own cell.
    ``rows_pasted`` follows Paste where the clipboard holds more than one title.
    """

    rows_pasted = Signal()

    def __init__(self, place: Index, parent: QWidget) -> None:
        half = AgendaColumn(place.column()) in SAVED_HALF_WRITTEN
        super().__init__("cell-editor", place, parent, half_written=half)
        self._room = parent
        self.column = column = AgendaColumn(place.column())
        self._cell = QRect()
        self.textEdited.connect(self._typed)
        if column is AgendaColumn.MINUTES:
            self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def give(self, text: str) -> None:
        """Show the register's text, unless something else has been typed.

        What was stored in a pause is kept as it is typed, with the space or the semicolon
        after which one goes on.
        """
        if self.hasFocus() and text != self.text() and _words(text) == _words(self.text()):
            return
        if not self.given or not self.dirty:
            self.setText(text)
        self.given = text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Paste a line; several are rows of their own, or several presenters."""
        text = QGuiApplication.clipboard().text()[: MOST_TEXT + 1]
        if self.column is AgendaColumn.TITLE and holds_rows(text):
            self.rows_pasted.emit()
        elif self.column is AgendaColumn.PRESENTERS and holds_rows(text):
            self.insert("; ".join(line.strip() for line in text.splitlines() if line.strip()))
            self.textEdited.emit(self.text())
        else:
            super().paste()

    def fit(self, cell: QRect) -> None:
        """Take a cell's place, wider if the text needs it."""
        # Qt lends the option's rectangle for the call only.
        self._cell = QRect(cell)
        room = self._room.width() - cell.left()
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + PADDING
        width = max(cell.width(), min(wanted, room))
        height = max(MIN_HEIGHT, min(cell.height(), self.fontMetrics().height() + GRID))
        self.setGeometry(cell.left(), cell.top(), width, height)

    def _typed(self) -> None:
        if self.column is not AgendaColumn.MINUTES:
            self.fit(self._cell)


def _words(text: str) -> list[str]:
    """Return a text without the marks that part its words."""
    return re.split(r"[\s;,]+", text.strip(" ;,"))
