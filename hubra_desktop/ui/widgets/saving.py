"""How soon what is typed is stored: within a second of each key, however fast others follow."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

SAVE_WITHIN_MS = 800
"""How long a key waits at most; with the commit it is stored within a second."""


class SaveTimer(QTimer):
    """Calls ``save`` a while after the first key that is not stored yet."""

    def __init__(self, save: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(SAVE_WITHIN_MS)
        self.timeout.connect(save)

    def note_key(self) -> None:
        """Let a key be stored; one that follows on another puts nothing off."""
        if not self.isActive():
            self.start()
