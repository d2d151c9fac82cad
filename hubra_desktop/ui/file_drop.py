"""Files dropped on a widget: on the window, on a row that they are evidence of."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

Take = Callable[[Path], object]


def local_files(data: QMimeData) -> list[Path]:
    """Return the local files of a drop or of the clipboard."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class FileTarget(QObject):
    """Lets local files be dropped on a widget; ``dropped(paths, place)`` follows."""

    dropped = Signal(list, QPoint)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def wanted(self, data: QMimeData) -> list[Path]:
        """Return the files of a drop, none where it is to pass by."""
        return local_files(data)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in kinds or not isinstance(event, QDropEvent):
            return False
        paths = self.wanted(event.mimeData())
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(paths, event.position().toPoint())
        return True


class FileDrops(FileTarget):
    """Gives one local file of a known suffix to whoever takes it; other drops pass by.

    The file is given when the drop is over: whoever dropped it waits no longer than that.
    """

    def __init__(self, window: QWidget, takers: dict[str, Take]) -> None:
        super().__init__(window)
        self._takers = takers
        self.dropped.connect(self._give)

    def wanted(self, data: QMimeData) -> list[Path]:
        paths = local_files(data)
        alone = len(data.urls()) == len(paths) == 1
        return paths if alone and paths[0].suffix.casefold() in self._takers else []

    def _give(self, paths: list[Path], _: QPoint) -> None:
        path = paths[0]
        QTimer.singleShot(0, partial(self._takers[path.suffix.casefold()], path))
