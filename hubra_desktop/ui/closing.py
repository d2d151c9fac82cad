"""Whether the window may close: what is left behind is told of once, and left the next time."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.desk import Desk

CLOSES_ANYWAY_MS = 60_000
"""How long a second closing leaves behind what the first one told of."""


class Closing(QObject):
    """Commits what is typed; refused texts, and forms that were not sent, are told of."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._warned = QElapsedTimer()

    def may_close(self) -> bool:
        """Return whether nothing hinders, or it has been told of a moment ago."""
        warned = self._warned.isValid() and self._warned.elapsed() < CLOSES_ANYWAY_MS
        # A register that another window has taken over is kept there.
        told, holds = self._hindrance() if self._desk.workspace else ("", bool)
        if not told or warned:
            return True
        self._warned.start()
        once_more = say("Stäng en gång till för att stänga utan det.")
        self._desk.messages.refuse(f"{told} {once_more}", holds)
        return False

    def _hindrance(self) -> tuple[str, Callable[[], bool]]:
        """Say what would be lost, with whether it still would; "" for nothing."""
        if not self._desk.flush():
            return self._desk.not_usable_yet(), self._desk.still_refused
        name = self._unsent()
        told = say("Formuläret ”{name}” är inte skickat.", name=name) if name else ""
        return told, lambda: bool(self._unsent())

    def _unsent(self) -> str:
        """Return the name of a form in view that something is typed in, "" for none."""
        from hubra_desktop.ui.forms.panel import FormPanel

        forms = self._window.findChildren(FormPanel)
        return next((f.accessibleName() for f in forms if f.isVisible() and f.edited), "")
