"""The pages of the window, one in view at a time, each made when it is first shown."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QWidget

from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.widgets.layouts import later

Factory = Callable[[QWidget], Page]
"""What makes a page where it is going to stand: moved, each of its widgets is styled anew."""


class Room(QScrollArea):
    """The room of a page: a page that needs more than the window has is scrolled.

    What gets the focus is brought into view.
    """

    def __init__(self, make: Factory, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = page = make(self.viewport())
        self.setObjectName(f"room-{page.objectName()}")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self._seen = QSize()
        self.setWidget(page)
        self._settling = later(0, self._settle, self)
        page.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._bring)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the page anew when a narrower width has let it lay itself out otherwise."""
        if watched is self.page and event.type() in (
            QEvent.Type.Resize,
            QEvent.Type.LayoutRequest,
        ):
            self._settling.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is seen of a page; asking for it makes the binding load dozens of classes."""
        self._seen = event.size()
        super().resizeEvent(event)

    def _settle(self) -> None:
        wanted = self._seen.expandedTo(self.page.minimumSizeHint())
        if self.page.width() > wanted.width():
            self.page.resize(wanted)

    def _bring(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and self.page.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 0)


class PageStack(QStackedWidget):
    """Pages by the id of the action that shows them.

    ``made(id)`` follows the making of a page, which by then shows the open register.
    """

    made = Signal(str)

    def __init__(
        self, desk: Desk, factories: Mapping[str, Factory], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._factories = dict(factories)
        self._pages: dict[str, Page] = {}
        self._rooms: dict[str, Room] = {}

    def page(self, action_id: str) -> Page:
        """Return a page, made now if it has not been needed before."""
        if action_id not in self._pages:
            room = self._rooms[action_id] = Room(self._factories[action_id], self)
            page = self._pages[action_id] = room.page
            self.addWidget(room)
            page.restore()
            page.set_editable(not self._desk.read_only)
            with self._desk.refusing():  # a page that cannot read is there all the same
                page.start()
            self.made.emit(action_id)
        return self._pages[action_id]

    def has(self, action_id: str) -> bool:
        """Return whether a page has been made."""
        return action_id in self._pages

    def all(self) -> Iterator[Page]:
        """Yield every page that has been made."""
        yield from self._pages.values()

    def show_page(self, action_id: str) -> Page:
        """Put a page in view."""
        page = self.page(action_id)
        self.setCurrentWidget(self._rooms[action_id])
        return page

    @property
    def shown(self) -> str:
        """Return the id of the page in view."""
        current = self.currentWidget()
        return next(each for each, room in self._rooms.items() if room is current)

    @property
    def shown_page(self) -> Page:
        """Return the page in view."""
        return self._pages[self.shown]
