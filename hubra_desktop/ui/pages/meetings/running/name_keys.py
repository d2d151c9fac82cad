"""Names to go through with one key each: a vote by name, a roll-call."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.words import word
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.layouts import clear
from hubra_desktop.ui.widgets.marks import mark

COLUMNS = 3


class NameKeys(QFrame):
    """A key of ``keys`` answers for the one that it stands at, and goes on.

    ``answered(id, answer)`` follows each, ``finished`` Enter.
    """

    answered = Signal(str, object)
    finished = Signal()

    def __init__(self, name: str, keys: Mapping[Qt.Key, Any], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keys = keys
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(GRID // 2)
        self._labels: list[QLabel] = []
        self.people: Sequence[Attendance] = ()
        self.answers: list[Any] = []
        self.place = 0

    def show_people(self, people: Sequence[Attendance], answers: Sequence[Any] = ()) -> None:
        """Show people, with what is known of their answers, at the first who has none."""
        clear(self._grid)
        self.people = people
        self.answers = list(answers) or [None] * len(people)
        open_ones = (place for place, answer in enumerate(self.answers) if answer is None)
        self.place = next(open_ones, 0)
        self._labels = [build.label("", "plain", self, wraps=False) for _ in people]
        for place, label in enumerate(self._labels):
            self._grid.addWidget(label, place // COLUMNS, place % COLUMNS)
        self._show()

    def _show(self) -> None:
        for place, (each, label) in enumerate(zip(self.people, self._labels, strict=True)):
            answer = self.answers[place]
            name = each.name or each.unit
            label.setText(f"{name}: {word(answer)}" if answer is not None else name)
            now = place == self.place and self.hasFocus()
            mark(label, "role", "badge" if now else "plain" if answer is None else "muted")
        if self.place < len(self.people):
            self.setAccessibleName(self.people[self.place].name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        answer = next((each for code, each in self._keys.items() if code == key), None)
        if answer is not None and self.place < len(self.people):
            self.answers[self.place] = answer
            self.answered.emit(self.people[self.place].id, answer)
            self._go(1)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._go(-1)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self._go(1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, by: int) -> None:
        self.place = max(0, min(len(self.people), self.place + by))
        self._show()
        if self.place < len(self.people):
            announce(self, self.people[self.place].name)
