"""Names to go through with one key each: a vote by name, a roll-call."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.words import word
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.layouts import clear
from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.ui.widgets.undo_keys import is_redo, is_undo

COLUMNS = 3
Store = Callable[[str, Any], bool]


class NameKeys(QFrame):
    """A key of ``keys`` answers for the one that it stands at, and goes on.

    After who had no answer it goes on to the next who has none, after a correction to the next.

    ``store(id, answer)`` stores each answer at once where it is given, and tells whether it
    did: nothing is shown as answered that was not. ``answered`` follows each answer that is
    given or taken back, ``finished`` Enter, ``wrong`` a key that means nothing here.
    """

    answered = Signal()
    finished = Signal()
    wrong = Signal()

    def __init__(
        self, name: str, keys: Mapping[Qt.Key, Any], parent: QWidget, store: Store | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keys, self._store = keys, store
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(GRID // 2)
        self._labels: list[QLabel] = []
        self._columns = COLUMNS
        self.people: Sequence[Attendance] = ()
        self.answers: list[Any] = []
        self.place = 0

    def show_people(self, people: Sequence[Attendance], answers: Sequence[Any] = ()) -> None:
        """Show people, with what is known of their answers, at the first who has none."""
        clear(self._grid)
        self.people = people
        self.answers = list(answers) or [None] * len(people)
        self.place = self._first_open()
        self._labels = [build.label("", "plain", self) for _ in people]
        for label in self._labels:
            # A long name is wrapped: it neither moves the others nor widens the view.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._place()
        self._show()

    def _widest(self) -> int:
        """Return how much room the longest name needs with its longest answer."""
        metrics, answers = self.fontMetrics(), [word(each) for each in self._keys.values()]
        longest = max(answers, key=len, default="")
        texts = (f"{roll_name(each)}: {longest}" for each in self.people)
        return max(map(metrics.horizontalAdvance, texts), default=0) + GRID

    def _place(self) -> None:
        """Lay the names out row by row, in as many columns as there is room for."""
        fitting = (self.width() + GRID) // (self._widest() + GRID)
        self._columns = max(1, min(COLUMNS, fitting))
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        for number, label in enumerate(self._labels):
            self._grid.addWidget(label, *divmod(number, self._columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def show_answers(self, answers: Sequence[Any]) -> None:
        """Show other answers of the same people; one that was taken back is gone to."""
        before, self.answers = self.answers, list(answers)
        both = enumerate(zip(before, self.answers, strict=True))
        taken_back = (place for place, (was, now) in both if was is not None and now is None)
        self.place = next(taken_back, self.place)
        self._show()

    def _first_open(self) -> int:
        return next((place for place, each in enumerate(self.answers) if each is None), 0)

    def _next_open(self) -> int:
        """Return where the next one without an answer stands, below first; else the end.

        Who has announced an absence is not asked once more in passing.
        """
        places = (*range(self.place + 1, len(self.people)), *range(self.place))
        return next((each for each in places if self.answers[each] is None), len(self.people))

    def _show(self) -> None:
        for place, (each, label) in enumerate(zip(self.people, self._labels, strict=True)):
            answer = self.answers[place]
            name = roll_name(each)
            label.setText(f"{name}: {word(answer)}" if answer is not None else name)
            now = place == self.place and self.hasFocus()
            mark(label, "role", "badge" if now else "plain" if answer is None else "muted")
        if self.place < len(self.people):
            self.setAccessibleName(roll_name(self.people[self.place]))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if is_undo(event) or is_redo(event):
            self._take_step(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        elif key in _BACK:
            self._go(-1)
            if key == Qt.Key.Key_Backspace:
                self._take_back()
        elif key in _ON:
            self._go(1)
        elif event.modifiers() & ~_TYPED_WITH or not event.text().strip(_CONTROLS):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._answer(next((each for code, each in self._keys.items() if code == key), None))

    def _answer(self, answer: Any) -> None:
        if answer is None:
            self.wrong.emit()
        elif self.place < len(self.people):
            place, corrects = self.place, self.answers[self.place] is not None
            if self._store is None:
                self.answers[place] = answer
            elif not self._store(self.people[place].id, answer):
                return
            self.place = place
            self._go(1 if corrects else self._next_open() - place)
            self.answered.emit()

    def _take_step(self, event: QKeyEvent) -> None:
        """Take back the latest answer; where each is stored, that is a step of the register."""
        if self._store is not None:
            event.ignore()
        elif is_undo(event):
            self._go(-1)
            self._take_back()

    def _take_back(self) -> None:
        if self._store is None and self.place < len(self.people):
            self.answers[self.place] = None
            self._show()
            self.answered.emit()

    def _go(self, by: int) -> None:
        self.place = max(0, min(len(self.people), self.place + by))
        self._show()
        if self.place < len(self.people):
            announce(self, roll_name(self.people[self.place]))


def roll_name(who: Attendance) -> str:
    """Return what somebody is called by in a roll-call; a substitute is told from members."""
    name = who.name or who.unit
    return f"{name} ({word(who.role)})" if who.role is AttendanceRole.SUBSTITUTE else name


_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_TYPED_WITH = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_CONTROLS = "\t\x1b\x7f\b"
