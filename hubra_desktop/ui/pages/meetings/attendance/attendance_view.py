"""The table of those on the list, with the keys of the roll-call."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.pages.meetings.attendance.attendance_model import AttendanceModel
from hubra_desktop.ui.pages.meetings.roll_keys import ROLL_KEYS
from hubra_desktop.ui.widgets.rows_view import RowsView

KEYS: Final[Mapping[Qt.Key, str]] = {
    Qt.Key.Key_J: "comes",
    Qt.Key.Key_H: "prevented",
    **{key: status.value for key, status in ROLL_KEYS.items()},
    Qt.Key.Key_K: "arrive",
    Qt.Key.Key_G: "leave",
    Qt.Key.Key_E: "serve",
    Qt.Key.Key_L: "call",
}
"""What a key does with the current row: each stands on the row's buttons too."""


def letter_of(deed: str) -> str:
    """Return the letter that does something with the current row, "" where none does."""
    letters = (chr(key) for key, each in KEYS.items() if each == deed and key != Qt.Key.Key_Space)
    return next(letters, "")


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
