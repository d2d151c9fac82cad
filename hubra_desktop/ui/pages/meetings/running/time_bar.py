"""A bar of the time that a row has had of what was planned; what is over is amber."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hubra_desktop.ui.theme import GRID, theme


class TimeBar(QWidget):
    """Shows ``spent`` minutes of ``planned``; None planned shows an empty bar."""

    def __init__(self, parent: QWidget | None = None, thickness: int = GRID) -> None:
        super().__init__(parent)
        self._spent, self._planned = 0, 0
        self._thickness = thickness
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_time(self, spent: int, planned: int | None) -> None:
        """Show other minutes."""
        if (spent, planned or 0) != (self._spent, self._planned):
            self._spent, self._planned = spent, planned or 0
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, theme().scaled(self._thickness))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        round_ = whole.height() / 2
        painter.setBrush(theme().colour("sunken"))
        painter.drawRoundedRect(whole, round_, round_)
        if not self._planned or not self._spent:
            return
        over = self._spent > self._planned
        share = 1.0 if over else self._spent / self._planned
        done = QRectF(0, 0, max(whole.height(), whole.width() * share), whole.height())
        painter.setBrush(theme().colour("warning" if over else "accent"))
        painter.drawRoundedRect(done, round_, round_)
