"""Files dropped on the window: a register is opened, an exported file is imported."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

Take = Callable[[Path], object]


class FileDrops(QObject):
    """Gives one local file of a known suffix to whoever takes it; other drops pass by.

    The file is given when the drop is over: whoever dropped it waits no longer than that.
    """

    def __init__(self, window: QWidget, takers: dict[str, Take]) -> None:
        super().__init__(window)
        self._takers = takers
        self._dropped: Path | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in kinds or not isinstance(event, QDropEvent):
            return False
        path = self._file(event.mimeData())
        if path is None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._dropped = path
            QTimer.singleShot(0, self._give)
        return True

    def _give(self) -> None:
        path, self._dropped = self._dropped, None
        if path is not None:
            self._takers[path.suffix.casefold()](path)

    def _file(self, dropped: QMimeData) -> Path | None:
        urls = dropped.urls()
        if len(urls) != 1 or not urls[0].isLocalFile():
            return None
        path = Path(urls[0].toLocalFile())
        return path if path.suffix.casefold() in self._takers else None
