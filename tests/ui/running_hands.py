"""What hands do at a meeting that goes on: keys, counted, and the clock on the wall."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from hubra_desktop.model.records.minutes import Section
from hubra_desktop.ui.pages.meetings.running.running_window import RunningWindow
from hubra_desktop.work.queries.minutes import sections_of
from tests.work.held_office import HELD


class WallClock:
    """Stands in for ``datetime`` where the view reads the time of day."""

    minutes = 15 * 60 + 30

    @classmethod
    def now(cls) -> datetime:
        return datetime(HELD.year, HELD.month, HELD.day, *divmod(cls.minutes, 60))


class Hands:
    """Presses keys in the view, and counts those that are not letters of a text."""

    def __init__(self, window: RunningWindow) -> None:
        self.window = window
        self.pressed = 0
        QApplication.processEvents()

    def at(self, time: str) -> "Hands":
        """Let the clock on the wall show a time."""
        hours, minutes = time.split(".")
        WallClock.minutes = int(hours) * 60 + int(minutes)
        self.window.state.look()
        return self

    def keys(self, letters: str) -> "Hands":
        """Press keys that do something; ``\\n`` is Enter and ``\\x1b`` Esc."""
        for letter in letters:
            self.pressed += 1
            self._press(letter)
        self._see_what_is_stored()
        return self

    def _see_what_is_stored(self) -> None:
        """See that the view knows the §§ as they are stored, however little it read of them."""
        if not isValid(self.window):
            return
        state = self.window.state
        if state.desk.workspace is not None:
            with state.desk.read() as reader:
                stored = sections_of(reader, state.meeting_id)
            assert state.sections == {each.item_id: each for each in stored if each.item_id}

    def text(self, text: str) -> "Hands":
        """Type a text."""
        for letter in text:
            self._press(letter)
        return self

    def _press(self, letter: str) -> None:
        target = QApplication.focusWidget() or self.window
        named = {"\n": Qt.Key.Key_Return, "\x1b": Qt.Key.Key_Escape, "\t": Qt.Key.Key_Tab}
        if letter in named:
            QTest.keyClick(target, named[letter])
        else:
            code = ord(letter.upper())
            plain = Qt.KeyboardModifier.NoModifier
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, code, plain, letter))
        QApplication.processEvents()


def section(view: RunningWindow, item_id: str) -> Section:
    """Return what is stored of the section of a row."""
    with view.state.desk.read() as reader:
        return next(each for each in sections_of(reader, "held") if each.item_id == item_id)
