"""Whether the view of a meeting may be closed: what is not stored is told of once, then kept.

What no register takes is written beside it as a text file, so that it is never lost silently.
"""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QGuiApplication

from hubra_desktop.model.language import say
from hubra_desktop.model.wording import joined
from hubra_desktop.ui.desk import Desk
from hubra_desktop.work.unsaved import keep_unsaved

LEAVES_ANYWAY_MS = 60_000
"""How long a second closing leaves behind what the first one told of."""
Texts = list[tuple[str, str]]


class Leaving:
    """``unstored()`` gives the texts that would be lost, each with its name."""

    def __init__(self, desk: Desk, unstored: Callable[[], Texts]) -> None:
        self._desk, self._unstored = desk, unstored
        self._warned = QElapsedTimer()
        self._path = desk.path

    def may_leave(self) -> bool:
        """Return whether nothing would be lost, or it has been told of a moment ago."""
        texts = self._unstored()
        if not texts:
            return True
        if self._warned.isValid() and self._warned.elapsed() < LEAVES_ANYWAY_MS:
            self.keep(texts)
            return True
        self._warned.start()
        told = say(
            "Det här är inte sparat: {names}. Stäng en gång till för att lämna det. Det läggs då "
            "i en textfil bredvid registret.",
            names=joined([name for name, _ in texts]),
        )
        self._desk.messages.refuse(told, lambda: bool(self._unstored()))
        return False

    def keep(self, texts: Texts) -> None:
        """Write texts, if there are any, beside the register that they were meant for."""
        if not texts:
            return
        kept = keep_unsaved(self._path, texts) if self._path is not None else None
        if kept is not None:
            told = say("Det som inte sparades ligger i filen {name}.", name=kept.name)
        else:
            QGuiApplication.clipboard().setText("\n\n".join(text for _, text in texts))
            told = say("Det som inte sparades kan du klistra in någon annanstans (Ctrl+V).")
        self._desk.messages.warn(told)
