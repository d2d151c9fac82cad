"""The parts of a page as tabs: one stop for Tab, arrows between them."""

from collections.abc import Collection, Sequence

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
        self.names = tuple(name for name, _ in parts)
        self.shown = self.names[0]
        for _, text in parts:
            self.addTab(text)
        self.currentChanged.connect(self._ask)

    def show_part(self, name: str) -> None:
        """Show a part as the present one."""
        self.shown = name
        with QSignalBlocker(self):
            self.setCurrentIndex(self.names.index(name))

    def show_only(self, names: Collection[str]) -> None:
        """Show the tabs of these parts; the present one is to be among them."""
        for place, name in enumerate(self.names):
            self.setTabVisible(place, name in names)

    @property
    def visible_names(self) -> tuple[str, ...]:
        """Return the parts whose tabs are there to be pressed, in their order."""
        return tuple(name for place, name in enumerate(self.names) if self.isTabVisible(place))

    def ask_for(self, name: str) -> None:
        """Ask for a part, as a press on its tab does."""
        self.setCurrentIndex(self.names.index(name))

    def _ask(self, place: int) -> None:
        # A tab is the present one as soon as it is pressed, whether or not its part was shown.
        self.show_part(self.shown)
        self.chosen.emit(self.names[place])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling changes nothing."""
        event.ignore()
