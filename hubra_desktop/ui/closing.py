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
            self._keep()
            return True
        self._warned.start()
        once_more = say("Stäng en gång till för att stänga utan det.")
        if self._desk.not_stored:
            once_more = say(
                "Stäng en gång till för att stänga ändå. Det som inte är sparat läggs då i en "
                "textfil bredvid registret."
            )
        self._desk.messages.refuse(f"{told} {once_more}", holds)
        return False

    def _keep(self) -> None:
        """Keep beside the register what nothing is wrong with, but that could not be saved."""
        path = self._desk.path
        if path is not None and self._desk.not_stored:
            from hubra_desktop.work.unsaved import keep_unsaved

            keep_unsaved(path, self._refused_texts())

    def _refused_texts(self) -> list[tuple[str, str]]:
        """Return what stands in the fields that were refused, each with its field's name."""
        fields = (each for each in self._window.findChildren(QWidget) if each.property("refused"))
        found = ((each.accessibleName(), _text_in(each)) for each in fields)
        return [(name, text) for name, text in found if text]

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


def _text_in(field: QWidget) -> str:
    """Return the text of a field, of whichever kind it is; "" of what holds none."""
    for name in ("typed", "text_typed", "text"):
        read = getattr(field, name, None)
        if callable(read):
            return str(read())
    return ""
