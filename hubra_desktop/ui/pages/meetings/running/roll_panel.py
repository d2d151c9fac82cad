"""The roll-call at the meeting itself: one key for each name, stored at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from hubra_desktop.model.attendance.attendance_terms import AttendanceStatus
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.ui.pages.meetings.roll_keys import ROLL_KEYS, roll_keys_told
from hubra_desktop.ui.pages.meetings.running.name_keys import NameKeys
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.undo_keys import is_redo, is_undo

Tick = Callable[[str, AttendanceStatus], object]


class RollPanel(QFrame):
    """``tick(id, status)`` stores each answer, or refuses it with an InputError.

    ``left`` follows Enter or Esc.
    """

    left = Signal()

    def __init__(self, tick: Tick, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roll-panel")
        self.setProperty("role", "panel")
        self._tick = tick
        self.names = NameKeys("roll-names", ROLL_KEYS, self, self._store)
        self.names.finished.connect(self.leave)
        self.names.wrong.connect(self._tell_keys)
        self.refusal = build.label("", "callout", self, name="roll-refusal")
        told = say("{keys} · Backsteg tillbaka · Esc klar", keys=roll_keys_told())
        keys = build.label(told, "small", self)
        keys.setAlignment(Qt.AlignmentFlag.AlignRight)
        named = build.label(say("Upprop"), "section", self, wraps=False)
        head = build.row(named, (keys, 1), spacing=2 * GRID)
        around = (2 * GRID, GRID, 2 * GRID, GRID)
        parts = (head, self.names, self.refusal)
        build.column(*parts, of=self, margins=around, spacing=GRID)
        self.hide()

    def begin(self, people: Sequence[Attendance]) -> None:
        """Call the roll of these people, at the first who is not ticked."""
        self._refuse("")
        self.names.show_people(people, _ticked(people))
        self.show()
        self.names.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow(self, people: Sequence[Attendance]) -> None:
        """Show what is stored by now of the people whose roll is called."""
        if [each.id for each in people] == [each.id for each in self.names.people]:
            self.names.show_answers(_ticked(people))
        else:
            self.names.show_people(people, _ticked(people))

    def leave(self) -> None:
        """Go out of view."""
        self.hide()
        self.left.emit()

    def _store(self, attendance_id: str, status: AttendanceStatus) -> bool:
        try:
            self._tick(attendance_id, status)
        except InputError as refused:
            self._refuse(refused.sentence)
            return False
        self._refuse("")
        return True

    def _tell_keys(self) -> None:
        self._refuse(say("Tangenterna här: {keys}", keys=roll_keys_told()))

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        if sentence:
            announce(self.names, sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif is_undo(event) or is_redo(event) or not event.text():
            event.ignore()


def _ticked(people: Sequence[Attendance]) -> list[AttendanceStatus | None]:
    """Return what is stored of each: None of those who are not ticked."""
    return [None if each.status is AttendanceStatus.OPEN else each.status for each in people]
