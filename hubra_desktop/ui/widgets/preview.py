"""The page as it will be printed, beside what is being written."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.theme import GRID, theme

GAP = 2 * GRID


class Pages(QWidget):
    """Paints pages under each other, each at the size it was drawn for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setProperty("role", "desk")
        self._images: list[QImage] = []

    def show_images(self, images: list[QImage]) -> None:
        """Show other pages."""
        self._images = images
        self.setMinimumHeight(self._height())
        self.setMinimumWidth(max((self._size(i).width() for i in images), default=0) + 2 * GAP)
        self.update()

    def tops(self) -> list[int]:
        """Return where each page begins, in pixels from the top."""
        tops, top = [], GAP
        for image in self._images:
            tops.append(top)
            top += self._size(image).height() + GAP
        return tops

    def _height(self) -> int:
        return sum(self._size(image).height() + GAP for image in self._images) + GAP

    def _size(self, image: QImage) -> QSize:
        return QSize(image.width(), image.height()) / image.devicePixelRatio()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme().colour("desk"))
        for top, image in zip(self.tops(), self._images, strict=True):
            size = self._size(image)
            spot = QRect(QPoint(max(GAP, (self.width() - size.width()) // 2), top), size)
            if spot.intersects(event.rect()):
                painter.setPen(theme().colour("line"))
                painter.drawRect(spot.adjusted(-1, -1, 0, 0))
                painter.drawImage(spot, image)
        painter.end()


class PageView(QScrollArea):
    """Scrolls through pages; ``width_changed`` asks for pages drawn for another width.

    ``page_changed(n, m)``: page n of m is in view.
    """

    width_changed = Signal()
    page_changed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page-view")
        self.setAccessibleName(say("Sidan som den skrivs ut"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pages = Pages(self)
        self.setWidget(self._pages)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    def show_images(self, images: list[QImage]) -> None:
        """Show other pages where the reader was."""
        place = self.verticalScrollBar().value()
        self._pages.show_images(images)
        self.verticalScrollBar().setValue(place)
        self._tell_page()

    def page_width(self) -> int:
        """Return the width a page has when it fits, in pixels."""
        bar = self.verticalScrollBar().sizeHint().width()
        return max(120, self.width() - bar - 2 * GAP)

    def _tell_page(self) -> None:
        tops = self._pages.tops()
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        page = sum(1 for top in tops if top <= middle)
        self.page_changed.emit(max(1, page) if tops else 0, len(tops))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.width_changed.emit()
