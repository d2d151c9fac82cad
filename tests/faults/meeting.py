"""A meeting that goes on, recorded by keys without a pause until somebody kills it.

It is ``python -m tests.faults.meeting``, used as ``tests.faults.window`` is. Beside what was
saved it says each line that the view shows as recorded, and the notes that it calls saved.
"""

from pathlib import Path
from random import Random
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hubra_desktop import app
from hubra_desktop.model.language import say as told
from hubra_desktop.ui import settings
from hubra_desktop.ui.pages.meetings.running.running_window import RunningWindow
from tests.faults.window import main, say

MEETING: Final = "held"
_ACTS: Final = (
    "y\nr\n\n", "s\nskäl\n", "t\nannat\n", "ojjjn\n", "jdan\njäv\n", "b", "l", "i", "p", "p",
    "gbo\n", "kbo\n", "cNågot sägs. ", "n", "n",
)  # fmt: skip
"""Keys pressed one after another; what they ask for is answered, or left with Esc."""
_PAUSE_MS: Final = 400


class Hands:
    """Hands that record whatever chance has them record."""

    def __init__(self, view: RunningWindow, random: Random) -> None:
        self._view, self._random = view, random

    def work(self) -> None:
        """Work until the process ends."""
        self._press("n" + "u" + "n" * 15 + "\x1b")
        while True:
            act = self._random.choice(_ACTS)
            self._press(act)
            if act.startswith("c"):
                QTest.qWait(_PAUSE_MS)
            self._tell()
            self._press("\x1b\x1b")

    def _press(self, keys: str) -> None:
        for key in keys:
            target = QApplication.focusWidget() or self._view
            named = {"\n": Qt.Key.Key_Return, "\x1b": Qt.Key.Key_Escape}
            code = named.get(key) or Qt.Key(ord(key.upper()))
            plain = Qt.KeyboardModifier.NoModifier
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, code, plain, key))
            QApplication.processEvents()

    def _tell(self) -> None:
        """Say what the view shows as recorded of the row that goes on."""
        item = self._view.state.item
        if item is None:
            return
        for role, line in self._view.section.recorded():
            if role == "plain":
                say(f"shown {item.id} {line}")
        if self._view.section.saved.text() == told("Sparat"):
            say(f"notes {item.id} {self._view.section.notes.toPlainText()}")


def record_a_meeting(register: Path, seed: int) -> None:
    """Open the view of the meeting and record in it until the process ends."""
    settings.redirect(register.with_suffix(".ini"))
    application = app.make_application(["hubra"])
    window = app.open_window(register)
    window.show()
    window.show_page("page-meetings")
    window.meeting.open(MEETING)
    window.desk.saved.connect(lambda: say("saved"))
    window.meetings_actions.running.show(MEETING)
    application.processEvents()
    view = window.meetings_actions.running.window
    assert view is not None
    say("ready")
    Hands(view, Random(seed)).work()


if __name__ == "__main__":
    main(record_a_meeting)
