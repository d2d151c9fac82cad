"""The column of pages to the left, and under it what the page in view lists."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build

MIN_WIDTH = 168
ICON = 18


class PageList(QListWidget):
    """The pages, the one in view chosen; going to a row triggers the action of its page.

    It is one stop for Tab, with the arrows between the pages. An action that is checked
    by something else moves the choice here.
    """

    def __init__(self, pages: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page-list")
        self.setProperty("role", "pages")
        self.setAccessibleName(say("Sidor"))
        self.setIconSize(QSize(ICON, ICON))
        self.setSpacing(1)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages = tuple(pages)
        for action in self._pages:
            self.addItem(QListWidgetItem())
            action.changed.connect(self._show_pages)
            action.toggled.connect(self._show_pages)
        self._show_pages()
        self.currentRowChanged.connect(self._go)

    def _show_pages(self) -> None:
        """Show what the pages are called, how they are reached and which one is in view."""
        with QSignalBlocker(self):
            if not any(action.isChecked() for action in self._pages):
                self.setCurrentRow(-1)
            for place, action in enumerate(self._pages):
                item = self.item(place)
                item.setText(action.text().replace("&", ""))
                item.setIcon(action.icon())
                item.setToolTip(action.toolTip())
                font = self.font()
                font.setBold(action.isChecked())
                item.setFont(font)
                if action.isChecked():
                    self.setCurrentRow(place)
        self.viewport().update()

    def _go(self, place: int) -> None:
        if place >= 0 and not self._pages[place].isChecked():
            self._pages[place].trigger()

    def sizeHint(self) -> QSize:
        rows = sum(self.sizeHintForRow(row) + 2 * self.spacing() for row in range(self.count()))
        return QSize(MIN_WIDTH, rows + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel alone: every page is in view."""
        event.ignore()


class Sidebar(QWidget):
    """A row a page, always in view; ``show_aside`` changes what stands under them."""

    def __init__(self, pages: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setProperty("role", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.pages = PageList(pages, self)
        self.pages.setSizePolicy(
            self.pages.sizePolicy().Policy.Expanding, self.pages.sizePolicy().Policy.Fixed
        )
        self.setFocusProxy(self.pages)
        self._asides = QStackedWidget(self)
        self._nothing = QWidget(self)
        self._asides.addWidget(self._nothing)
        around = (GRID, GRID, GRID, GRID)
        build.column(self.pages, (self._asides, 1), of=self, margins=around, spacing=2)
        self.setMinimumWidth(theme().scaled(MIN_WIDTH))

    def show_aside(self, aside: QWidget | None) -> None:
        """Show a page's list under the pages, or nothing."""
        if aside is not None and self._asides.indexOf(aside) < 0:
            self._asides.addWidget(aside)
        self._asides.setCurrentWidget(aside or self._nothing)
