"""What every cell is painted on, the frame of the current one, and figures of one width."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from hubra_desktop.ui.theme import theme


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, role: str = "surface") -> None:
    """Fill a cell with a colour of the theme, or that of what is chosen, and rule it off."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(option.rect, theme().colour("selection" if chosen else role))
    painter.setPen(theme().colour("line"))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


def paint_focus(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Frame the cell that has the focus."""
    painter.setPen(QPen(theme().colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(option.rect.adjusted(1, 1, -1, -2))


def tabular(font: QFont) -> QFont:
    """Return the font with figures of one width, so that columns of amounts line up."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
