"""The table of a meeting's papers: headings over them, files and rows dropped on it."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.file_drop import FileTarget
from hubra_desktop.ui.pages.meetings.papers.papers_model import PapersModel
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.ui.widgets.rows_view import RowsView


class PapersView(RowsView):
    """``files_dropped(paths, item)`` asks to add files, ``pasted`` those of the clipboard."""

    files_dropped = Signal(list, object)
    pasted = Signal()

    def __init__(self, model: PapersModel, parent: QWidget | None = None) -> None:
        super().__init__("paper-rows", say("Handlingar"), model, parent)
        self.papers = model
        # The order of the agenda is the meaning of the list.
        self.setSortingEnabled(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(True)
        self.files = FileTarget(self.viewport())
        self.files.dropped.connect(self._take_files)
        self._spanning = later(0, self._span, self)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._spanning.start)

    def _span(self) -> None:
        """Let each heading have the whole width of its row."""
        self.clearSpans()
        for place in self.papers.headings():
            self.setSpan(place, 0, 1, len(self.papers.columns))

    def _take_files(self, paths: list[Path], place: QPoint) -> None:
        if not self.papers.editable:
            return
        row = self.papers.row_or_none(self.indexAt(place).row())
        self.files_dropped.emit(paths, row.item_id if row is not None else None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Move a row by a command: the view itself takes nothing away."""
        index = self.indexAt(event.position().toPoint())
        self.papers.dropMimeData(event.mimeData(), Qt.DropAction.MoveAction, index.row(), 0, index)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste with Ctrl+V."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
            return
        super().keyPressEvent(event)
