"""How the window lies on the screen, and what it shows beside the page when it is narrow."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtWidgets import QMainWindow, QWidget

from hubra_desktop.ui import settings
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.theme import theme
from hubra_desktop.ui.widgets.sidebar import Sidebar
from hubra_desktop.ui.widgets.split import split

FIRST_SIZE = QSize(1280, 800)
SIDEBAR_WIDTH = 200
NARROW = 900
"""A window narrower than this, in pixels at 13 px text, shows only the marks of the pages."""


class WindowLayout(QObject):
    """Remembers place and widths; the side menu gives its room away in a narrow window.

    It can be opened there all the same, and what is chosen in a wide window is remembered.
    """

    def __init__(
        self, window: QMainWindow, sidebar: Sidebar, room: QWidget, actions: Actions
    ) -> None:
        super().__init__(window)
        self._window, self._sidebar = window, sidebar
        rest = FIRST_SIZE.width() - SIDEBAR_WIDTH
        parts = (sidebar, 0, SIDEBAR_WIDTH), (room, 1, rest)
        self._splitter = split("window-splitter", window, *parts)
        window.setCentralWidget(self._splitter)
        window.resize(FIRST_SIZE)
        self._whole = actions["show-sidebar"]
        self._whole.setChecked(True)
        self._whole.toggled.connect(self._show)
        self._narrow = False
        self._wanted = True
        self._widths = self._splitter.sizes()
        window.installEventFilter(self)

    def restore(self) -> None:
        """Put the window where it was, as far as the screen has that place."""
        self._window.restoreGeometry(settings.state("window/geometry"))
        keep_on_screen(self._window)
        self._splitter.restoreState(settings.state("window/splitter"))
        self._widths = self._splitter.sizes()
        self._wanted = settings.stored_flag("window/sidebar", default=True)
        self._whole.setChecked(self._wanted and not self._narrow)

    def remember(self) -> None:
        """Remember where the window lies and how wide its parts are."""
        settings.remember("window/geometry", self._window.saveGeometry())
        settings.remember("window/sidebar", self._wanted)
        if self._whole.isChecked():
            settings.remember("window/splitter", self._splitter.saveState())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the window."""
        if event.type() == QEvent.Type.Resize:
            narrow = self._window.width() < theme().scaled(NARROW)
            if narrow != self._narrow:
                self._narrow = narrow
                self._whole.setChecked(self._wanted and not narrow)
        return super().eventFilter(watched, event)

    def _show(self, whole: bool) -> None:
        if not self._narrow:
            self._wanted = whole
        if not whole:
            self._widths = self._splitter.sizes()
        self._sidebar.show_whole(whole)
        all_of_it = sum(self._splitter.sizes())
        side = self._widths[0] if whole else self._sidebar.minimumWidth()
        self._splitter.setSizes([side, max(1, all_of_it - side)])


def keep_on_screen(window: QWidget) -> None:
    """Make a window no larger than its screen, and move it to where all of it is seen."""
    room = window.screen().availableGeometry()
    size = window.size().boundedTo(room.size())
    if size != window.size():
        window.resize(size)
    place = QRect(window.pos(), size)
    if not room.contains(place):
        place.moveRight(min(place.right(), room.right()))
        place.moveBottom(min(place.bottom(), room.bottom()))
        place.moveLeft(max(place.left(), room.left()))
        place.moveTop(max(place.top(), room.top()))
        window.move(place.topLeft())
