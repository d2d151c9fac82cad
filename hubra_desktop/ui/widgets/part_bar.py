"""The parts of a page as tabs: one stop for Tab, arrows between them."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTabBar, QWidget


class PartBar(QTabBar):
    """``chosen(name)`` asks for a part; whoever can show it answers with ``show_part``."""

    chosen = Signal(str)

    def __init__(
        self, label: str, parts: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("part-bar")
        self.setProperty("role", "parts")
        self.setAccessibleName(label)
        self.setDrawBase(False)
        self.setExpanding(False)
        self._texts = dict(parts)
        self.names = tuple(self._texts)
        self.visible_names: tuple[str, ...] = ()
        self.shown = self.names[0]
        self.currentChanged.connect(self._ask)
        self.show_only(self.names)

    def show_only(self, names: Sequence[str]) -> None:
        """Show the tabs of these parts alone, in this order."""
        self.visible_names = tuple(names)
        with QSignalBlocker(self):
            while self.count():
                self.removeTab(0)
            for name in names:
                self.addTab(self._texts[name])
        if self.shown in names:
            self.show_part(self.shown)

    def show_part(self, name: str) -> None:
        """Show a part as the present one; its tab is to be there."""
        self.shown = name
        with QSignalBlocker(self):
            self.setCurrentIndex(self.visible_names.index(name))

    def ask_for(self, name: str) -> None:
        """Ask for a part, as a press on its tab does."""
        if name in self.visible_names:
            self.setCurrentIndex(self.visible_names.index(name))
        else:
            self.chosen.emit(name)

    def _ask(self, place: int) -> None:
        # A tab is the present one as soon as it is pressed, whether or not its part was shown.
        asked = self.visible_names[place]
        if self.shown in self.visible_names:
            self.show_part(self.shown)
        self.chosen.emit(asked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling changes nothing."""
        event.ignore()
