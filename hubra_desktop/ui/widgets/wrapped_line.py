"""A line that leads somewhere: an icon, a text that wraps, and room for a bar."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.theme import GRID, theme

ICON = 16
WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value
LEAST = 120


class WrappedLine(QAbstractButton):
    """Wraps its text instead of cutting it; Enter and Space follow it.

    ``mark`` is an icon's name and the role of its colour. A subclass that paints beside
    the text says how much room that takes by ``beside``.
    """

    beside = 0

    def __init__(
        self, name: str, text: str, mark: tuple[str, str] | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setText(text)
        self.setAccessibleName(text)
        self.mark = mark
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def setText(self, text: str) -> None:
        """Show a text as it is: no & in it marks a key."""
        super().setText(text)
        self.setShortcut(QKeySequence())

    def _left(self) -> int:
        return GRID + (ICON + GRID if self.picture() else 0)

    def picture(self) -> QIcon | None:
        """Return the icon before the text, if there is one."""
        return icon(*self.mark) if self.mark is not None else None

    def _room(self, width: int) -> int:
        return max(LEAST, width - self._left() - GRID - self.beside)

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, self._room(width), 10_000)
        text = QFontMetrics(self.font()).boundingRect(room, WRAP, self.text())
        return text.height() + 2 * (GRID - 3)

    def sizeHint(self) -> QSize:
        width = max(self.width(), 2 * LEAST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST + self._left() + self.beside, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme().colour
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        top = GRID - 3
        picture = self.picture()
        if picture is not None:
            line = QFontMetrics(self.font()).height()
            picture.paint(painter, QRect(GRID, top + (line - ICON) // 2, ICON, ICON))
        painter.setPen(colour("text"))
        painter.drawText(
            QRect(self._left(), top, self._room(self.width()), self.height()), WRAP, self.text()
        )
        self.paint_beside(painter)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def paint_beside(self, painter: QPainter) -> None:
        """Paint what stands to the right of the text."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the line with Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)
