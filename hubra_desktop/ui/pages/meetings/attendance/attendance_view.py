"""The table of those on the list, with the keys of the roll-call."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.pages.meetings.attendance.attendance_model import AttendanceModel
from hubra_desktop.ui.widgets.rows_view import RowsView

KEYS: Final[Mapping[Qt.Key, str]] = {
    Qt.Key.Key_J: "comes",
    Qt.Key.Key_H: "prevented",
    Qt.Key.Key_Space: "present",
    Qt.Key.Key_N: "present",
    Qt.Key.Key_F: "absent",
    Qt.Key.Key_A: "excused",
    Qt.Key.Key_O: "open",
    Qt.Key.Key_T: "serve",
    Qt.Key.Key_I: "arrive",
    Qt.Key.Key_U: "leave",
    Qt.Key.Key_K: "call",
}
"""What a key does with the current row: each stands in the row's buttons and menu too."""


class AttendanceTable(RowsView):
    """``pressed_for(deed)`` asks for what a key stands for."""

    pressed_for = Signal(str)

    def __init__(self, model: AttendanceModel, parent: QWidget | None = None) -> None:
        super().__init__("attendance-rows", say("Närvarolista"), model, parent)
        # The order of the list is that of the roll-call.
        self.setSortingEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = KEYS.get(Qt.Key(event.key()))
        if deed and not event.modifiers() and self.current_id():
            self.pressed_for.emit(deed)
            return
        super().keyPressEvent(event)
