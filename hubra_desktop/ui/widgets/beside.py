"""Two groups of controls at either end of a line, or under each other where it is too short."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build


class BesideOrUnder(QWidget):
    """Lays out the first group to the left and the second to the right of it, or under it."""

    def __init__(self, first: QLayout, second: QLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._groups = (first, second)
        self._box = build.row(first, None, second, of=self, spacing=GRID)

    def minimumSizeHint(self) -> QSize:
        least = [group.minimumSize() for group in self._groups]
        return QSize(max(size.width() for size in least), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        """Follow when a control comes or goes."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._turn()
        return done

    def _turn(self) -> None:
        needs = sum(group.sizeHint().width() for group in self._groups) + GRID
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if needs <= self.width() else ways.TopToBottom
        if way is not self._box.direction():
            self._box.setDirection(way)
