"""The system asks the program to end: a log-out, a shutdown, Ctrl+C in its terminal.

Qt's loop runs no Python while nothing happens in the window, so a signal alone would
not be noticed until the next click. Python writes each signal to a socket, and Qt
watches its other end.
"""

import signal
import socket
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, Signal

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


class ShutdownWatch(QObject):
    """``asked`` is told each time the system asks; nothing is heard before ``watch``."""

    asked = Signal()

    def watch(self) -> None:
        """Hear the system from now on, in the place of dying at once."""
        self._ends = socket.socketpair()
        here, there = self._ends
        for end in self._ends:
            end.setblocking(False)
        self._notifier = QSocketNotifier(here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        signal.set_wakeup_fd(there.fileno(), warn_on_full_buffer=False)
        for name in SIGNALS:
            number = getattr(signal, name, None)
            if number is not None:
                signal.signal(number, lambda *_: None)

    def _hear(self) -> None:
        with suppress(BlockingIOError):
            self._ends[0].recv(64)
        self.asked.emit()
