"""The page as it will be printed, beside what is being written."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.theme import GRID, theme

GAP = 2 * GRID
MARGIN = 3 * GRID
"""How near the edge of the view a place may be and still be seen, in pixels."""


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

    def place_at(self, point: QPoint) -> tuple[int, float]:
        """Return the page at a point, from 0 (-1 for none), and how far down it, as a share."""
        for page, (top, image) in enumerate(zip(self.tops(), self._images, strict=True)):
            tall = self._size(image).height()
            if top <= point.y() <= top + tall:
                return page, (point.y() - top) / tall
        return -1, 0.0

    def height_of(self, page: int, share: float) -> int:
        """Return how far down a place of a page is, in pixels from the top; 0 for no page."""
        if not 0 <= page < len(self._images):
            return 0
        return self.tops()[page] + round(share * self._size(self._images[page]).height())

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

    ``page_changed(n, m)``: page n of m is in view. ``clicked(page, share)``: a place of a page
    was pressed, the page from 0, and how far down it.
    """

    width_changed = Signal()
    page_changed = Signal(int, int)
    clicked = Signal(int, float)

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

    def show_place(self, page: int, share: float) -> None:
        """Bring a place of a page into view, with what stands above and below it."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        place = self._pages.height_of(page, share)
        if not bar.value() + MARGIN <= place <= bar.value() + room - 3 * MARGIN:
            bar.setValue(place - room // 3)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            point = self._pages.mapFromGlobal(event.globalPosition().toPoint())
            page, share = self._pages.place_at(point)
            if page >= 0:
                self.clicked.emit(page, share)

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
