"""The submenu of the registers that were open lately."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from hubra_desktop.model.language import say
from hubra_desktop.ui.widgets.plain import literal
from hubra_desktop.work.places import recent_registers


class RecentRegisters(QObject):
    """Lists the registers anew each time the menu is shown; ``chosen(path)`` asks for one."""

    chosen = Signal(object)

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self._menu = menu
        menu.aboutToShow.connect(self._list)

    def allow(self, allowed: bool) -> None:
        """Let another register be opened, or not."""
        self._menu.setEnabled(allowed)

    def _list(self) -> None:
        self._menu.clear()
        for path in recent_registers():
            action = self._menu.addAction(literal(f"{path.name}   {path.parent}"))
            action.setData(str(path))
            action.triggered.connect(self._choose)
        if self._menu.isEmpty():
            self._menu.addAction(say("Inga än")).setEnabled(False)

    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(Path(str(action.data())))
