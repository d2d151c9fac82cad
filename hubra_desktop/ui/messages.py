"""One service for everything the program says to the user.

A message is shown in the window's own message bar, never in a box of its own, and
is kept so that tests (and a user who looked away) can see what was said.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

KEPT = 50


class MessageLevel(StrEnum):
    """How much a message asks of the reader."""

    NEWS = "news"
    WARNING = "warning"
    REFUSAL = "refusal"


@dataclass(frozen=True)
class Message:
    """What was said: one or two plain sentences; ``action`` is the id of a QAction offered.

    ``holds`` tells, while the message is shown, whether it is still so.
    """

    level: MessageLevel
    text: str
    action: str = ""
    holds: Callable[[], bool] | None = field(default=None, compare=False)


class Messages(QObject):
    """Says things by a signal and remembers the latest of them, oldest first."""

    said = Signal(object)
    withdrawn = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history: list[Message] = []

    def tell(self, text: str, action: str = "") -> None:
        """Say what happened."""
        self._say(Message(MessageLevel.NEWS, text, action))

    def warn(self, text: str, action: str = "") -> None:
        """Say what should be looked at."""
        self._say(Message(MessageLevel.WARNING, text, action))

    def refuse(self, text: str, holds: Callable[[], bool] | None = None, action: str = "") -> None:
        """Say why something could not be done, and what to do."""
        self._say(Message(MessageLevel.REFUSAL, text, action, holds))

    def withdraw(self) -> None:
        """Take away what is shown; it is no longer so."""
        self.withdrawn.emit()

    def _say(self, message: Message) -> None:
        self.history = [*self.history, message][-KEPT:]
        self.said.emit(message)
