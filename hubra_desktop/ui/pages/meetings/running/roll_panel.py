"""The roll-call at the meeting itself: one key for each name, stored at once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from hubra_desktop.model.attendance.attendance_terms import AttendanceStatus
from hubra_desktop.model.language import say
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.ui.pages.meetings.running.name_keys import NameKeys
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build

ANSWERS = {
    Qt.Key.Key_J: AttendanceStatus.PRESENT,
    Qt.Key.Key_N: AttendanceStatus.ABSENT,
    Qt.Key.Key_F: AttendanceStatus.EXCUSED,
}


class RollPanel(QFrame):
    """``ticked(id, status)`` follows each key; ``left`` Enter or Esc."""

    ticked = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roll-panel")
        self.setProperty("role", "panel")
        self.names = NameKeys("roll-names", ANSWERS, self)
        self.names.answered.connect(self.ticked)
        self.names.finished.connect(self._leave)
        told = say("J närvarande · N frånvarande · F anmäld frånvaro · Backsteg · Esc klar")
        head = build.row(
            build.label(say("Upprop"), "section", self), None,
            build.label(told, "small", self, wraps=False),
        )  # fmt: skip
        around = (2 * GRID, GRID, 2 * GRID, GRID)
        build.column(head, self.names, of=self, margins=around, spacing=GRID)
        self.hide()

    def begin(self, people: Sequence[Attendance]) -> None:
        """Call the roll of these people, at the first who is not ticked."""
        ticked = [None if _is_open(each) else each.status for each in people]
        self.names.show_people(people, ticked)
        self.show()
        self.names.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        event.accept()


def _is_open(each: Attendance) -> bool:
    return each.status is AttendanceStatus.OPEN
