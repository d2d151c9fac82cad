"""A bar of money: what is used, what is committed, and what is left or over."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hubra_desktop.ui.theme import theme
from hubra_desktop.ui.widgets.plain import plain_tip

HEIGHT = 10


class Shares(NamedTuple):
    """Lengths along a bar as shares of its width, and where the plan ends on it."""

    used: float
    committed: float
    plan: float


def shares(planned: int, used: int, committed: int) -> Shares:
    """Return how to draw öre: the bar is as long as the plan or, if more, what it comes to.

    What came back beyond what went out (``used`` below zero) draws nothing.
    """
    used, committed = max(0, used), max(0, committed)
    whole = max(planned, used + committed)
    if whole <= 0:
        return Shares(0.0, 0.0, 0.0)
    return Shares(used / whole, committed / whole, max(0, planned) / whole)


def paint_bar(painter: QPainter, place: QRectF, drawn: Shares) -> None:
    """Paint a bar: used filled, committed hatched, and past the plan's end hatched in red."""
    colour = theme().colour
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("sunken"))
    painter.drawRoundedRect(place, 3, 3)
    painter.setBrush(colour("accent"))
    used = QRectF(place.left(), place.top(), place.width() * drawn.used, place.height())
    painter.drawRoundedRect(used, 3, 3)
    kept = QRectF(used.right(), place.top(), place.width() * drawn.committed, place.height())
    painter.setBrush(QBrush(colour("accent"), Qt.BrushStyle.BDiagPattern))
    painter.drawRect(kept)
    if drawn.plan < drawn.used + drawn.committed:
        _paint_excess(painter, place, drawn)
    painter.setPen(QPen(colour("field_line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.restore()


def _paint_excess(painter: QPainter, place: QRectF, drawn: Shares) -> None:
    """Paint what is past the plan, and a mark that stands out of the bar where the plan ends."""
    colour = theme().colour
    end = place.left() + place.width() * drawn.plan
    over = QRectF(end, place.top(), place.right() - end, place.height())
    painter.setBrush(colour("danger_soft"))
    painter.drawRect(over)
    painter.setBrush(QBrush(colour("danger"), Qt.BrushStyle.Dense4Pattern))
    painter.drawRect(over)
    painter.setBrush(colour("text"))
    painter.drawRect(QRectF(end - 1, place.top() - 2, 2, place.height() + 4))


class MoneyBar(QWidget):
    """A bar by itself; what it shows is also said as its accessible description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("money-bar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._drawn = Shares(0.0, 0.0, 0.0)

    def show_money(self, planned: int, used: int, committed: int, said: str) -> None:
        """Show amounts in öre; ``said`` tells the same in words."""
        self._drawn = shares(planned, used, committed)
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, HEIGHT + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_bar(painter, QRectF(0, 3, self.width(), HEIGHT), self._drawn)
        painter.end()
