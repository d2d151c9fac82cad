"""Buttons in columns of one width: as many columns as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from hubra_desktop.ui.theme import GRID


class ButtonGrid(QWidget):
    """Lays buttons out row by row, in ``most`` columns at most and never wider than it is."""

    def __init__(self, name: str, most: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._most = most
        self._buttons: Sequence[QPushButton] = ()
        self._columns = most
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID)

    def show_buttons(self, buttons: Sequence[QPushButton]) -> None:
        """Show the buttons, in the order of Tab; done once."""
        self._buttons = buttons
        self._place()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = (event.size().width() + GRID) // (self._widest() + GRID)
        columns = max(1, min(self._most, fitting))
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _widest(self) -> int:
        return max((each.minimumSizeHint().width() for each in self._buttons), default=0)

    def _place(self) -> None:
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        for number, each in enumerate(self._buttons):
            self._grid.addWidget(each, *divmod(number, self._columns))
