"""The editor that stands in a cell of the agenda while something is typed there."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.ui.forms.inputs import SAVE_AFTER_MS
from hubra_desktop.ui.pages.meetings.agenda_rows import AgendaColumn
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.ui.widgets.placed_cells import Index, PlacedEntry

PADDING = 28
MIN_HEIGHT = 28
# Half a title or a name is worth keeping; half a time is another time.
SAVED_HALF_WRITTEN = (AgendaColumn.TITLE, AgendaColumn.PRESENTERS, AgendaColumn.CASE_NUMBER)


class CellEditor(PlacedEntry):
    """An entry in a column of the agenda.

    ``paused`` is emitted a while after the last key in a text that may be saved half
    written. The editor grows over the cells to its right while the text is longer
    than its own cell.
    """

    paused = Signal()

    def __init__(self, place: Index, parent: QWidget) -> None:
        super().__init__("cell-editor", place, parent)
        self._room = parent
        self.column = column = AgendaColumn(place.column())
        self._cell = QRect()
        self._timer = later(SAVE_AFTER_MS, self.paused.emit, self)
        self.textEdited.connect(self._typed)
        if column is AgendaColumn.MINUTES:
            self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def give(self, text: str) -> None:
        """Show the register's text, unless something else has been typed."""
        if not self.given or not self.dirty:
            self.setText(text)
        self.given = text

    def stored(self) -> None:
        """Note that what stands here is what the register holds."""
        super().stored()
        self._timer.stop()

    def fit(self, cell: QRect) -> None:
        """Take a cell's place, wider if the text needs it."""
        # Qt lends the option's rectangle for the call only.
        self._cell = QRect(cell)
        room = self._room.width() - cell.left()
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + PADDING
        width = max(cell.width(), min(wanted, room))
        height = max(MIN_HEIGHT, min(cell.height(), self.fontMetrics().height() + PADDING // 2))
        self.setGeometry(cell.left(), cell.top(), width, height)

    def _typed(self) -> None:
        if self.column in SAVED_HALF_WRITTEN:
            self._timer.start()
        if self.column is not AgendaColumn.MINUTES:
            self.fit(self._cell)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self._timer.stop()
        return super().event(event)
