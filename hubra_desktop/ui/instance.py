"""One window per register: a second start raises the first window and ends.

The running program listens on a local socket named after its register; nothing
but the wish to be shown ever passes through it.
"""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 1_000


def _channel(path: Path) -> str:
    """Return the socket's name; the same for every way to write the register's path."""
    return "hubra-" + hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:20]


def hand_over(path: Path) -> bool:
    """Ask the program that has the register open to show itself; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(_channel(path))
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(b"show\n")
    told = socket.waitForBytesWritten(_PATIENCE)
    socket.disconnectFromServer()
    return told


class Instance(QObject):
    """Listens for second starts; ``asked`` is emitted when the window should be raised."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def listen(self, path: Path) -> bool:
        """Listen on behalf of the register; a socket left by a dead process is replaced."""
        self._server.close()
        QLocalServer.removeServer(_channel(path))
        return self._server.listen(_channel(path))

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            self.asked.emit()
