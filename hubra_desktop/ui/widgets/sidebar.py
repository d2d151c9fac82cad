"""The column of pages to the left, and under it what the page in view lists."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QWheelEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from hubra_desktop.model.language import say
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.plain import plain_tip

MIN_WIDTH = 168
MARKS_WIDTH = 40
PADDING = 44
"""Around a page's mark and name, what the style sheet gives a row of the list."""
ANY_WIDTH = 16_777_215
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
        self._marks_alone = False
        for action in self._pages:
            self.addItem(QListWidgetItem())
            action.changed.connect(self._show_pages)
        self._show_pages()
        self.currentRowChanged.connect(self._go)
        # While no page of the list is in view, the row left last is gone back to as well.
        self.itemClicked.connect(self._go_to_item)
        self.itemActivated.connect(self._go_to_item)

    def _show_pages(self) -> None:
        """Show what the pages are called, how they are reached and which one is in view."""
        with QSignalBlocker(self):
            if not any(action.isChecked() for action in self._pages):
                self.clearSelection()
            for place, action in enumerate(self._pages):
                item = self.item(place)
                name = action.text().replace("&", "")
                item.setText("" if self._marks_alone else name)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
                item.setIcon(action.icon())
                item.setToolTip(plain_tip(action.toolTip()))
                font = self.font()
                font.setBold(action.isChecked())
                item.setFont(font)
                if action.isChecked():
                    self.setCurrentRow(place)

    def show_marks_alone(self, alone: bool) -> None:
        """Show what the pages are called, or only their marks and the names as tool tips."""
        if alone == self._marks_alone:
            return
        self._marks_alone = alone
        self.setProperty("marks", alone)
        self.style().polish(self)
        self._show_pages()

    def _go(self, place: int) -> None:
        if place >= 0 and not self._pages[place].isChecked():
            self._pages[place].trigger()

    def _widest_name(self) -> int:
        """Return the room that the longest name takes when its page is in view."""
        font = self.font()
        font.setBold(True)
        words = QFontMetrics(font)
        names = (action.text().replace("&", "") for action in self._pages)
        return max(words.horizontalAdvance(name) for name in names) + ICON + PADDING

    def _go_to_item(self, item: QListWidgetItem) -> None:
        self._go(self.row(item))

    def sizeHint(self) -> QSize:
        rows = sum(self.sizeHintForRow(row) + 2 * self.spacing() for row in range(self.count()))
        wide = max(MIN_WIDTH, self._widest_name())
        return QSize(MARKS_WIDTH if self._marks_alone else wide, rows + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel alone: every page is in view."""
        event.ignore()


class Sidebar(QWidget):
    """A row a page, always in view; ``show_aside`` changes what stands under them.

    ``whole`` is the action that shows all of it, or only the marks of the pages.
    """

    def __init__(
        self, pages: Sequence[QAction], whole: QAction, parent: QWidget | None = None
    ) -> None:
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
        # A low window cuts the list beside, which scrolls, and never sticks out for it.
        self._asides.setMinimumHeight(1)
        around = (GRID, GRID, GRID, GRID)
        self._open = QToolButton(self)
        self._open.setObjectName("sidebar-open")
        self._open.setDefaultAction(whole)
        self._open.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._open.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._open.setAccessibleName(whole.text().replace("&", ""))
        self._open.setSizePolicy(
            self._open.sizePolicy().Policy.Expanding, self._open.sizePolicy().Policy.Fixed
        )
        self._rest = QWidget(self)
        parts = (self.pages, self._open, (self._asides, 1), (self._rest, 1))
        build.column(*parts, of=self, margins=around, spacing=2)
        self.show_whole(True)

    def show_whole(self, whole: bool) -> None:
        """Show the pages with their names and lists, or only their marks."""
        self.pages.show_marks_alone(not whole)
        self._open.setHidden(whole)
        self._asides.setVisible(whole)
        self._rest.setHidden(whole)
        names = max(theme().scaled(MIN_WIDTH), self.pages.minimumSizeHint().width() + 2 * GRID)
        width = names if whole else MARKS_WIDTH + 2 * GRID
        self.setMinimumWidth(width)
        self.setMaximumWidth(ANY_WIDTH if whole else width)

    def show_aside(self, aside: QWidget | None) -> None:
        """Show a page's list under the pages, or nothing."""
        if aside is not None and self._asides.indexOf(aside) < 0:
            self._asides.addWidget(aside)
        self._asides.setCurrentWidget(aside or self._nothing)
