"""One window per register: a second start raises the first window and ends.

The running program listens on a local socket in the user's own folder, named after the
register. Nothing but the wish to be shown ever passes through it, and neither end takes
the other's word for who it is: both show, by a code over numbers of each other's making
(HMAC, RFC 2104), that they can read the key that lies among the user's own notes. A
listener that cannot is no running program, and the window opens.
"""

import hashlib
import hmac
import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from hubra_desktop.paths import state_folder

_PATIENCE: Final = 3.0
"""Seconds that the other end has for all of its answers."""

_MOST_CALLERS: Final = 8
"""Starts that are heard at once; more than a user can make are noise."""

_KEY_SIZE: Final = 32
_NUMBER: Final = 2 * _KEY_SIZE
"""Characters of a number or a code: hexadecimal."""

_LINE: Final = 4 * _NUMBER
"""Bytes of the longest line that is said, and more."""

_LONGEST_ADDRESS: Final = 100
"""Bytes that the path of a socket may have on every system (sockaddr_un, less what Qt adds)."""


def _channel(path: Path) -> str:
    """Return the socket's name; the same for every way to write the register's path.

    On Windows it is a pipe's, elsewhere that of a file where only this user may write.
    """
    name = "hubra-" + hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:20]
    own = str(state_folder() / name)
    fits = len(os.fsencode(own)) <= _LONGEST_ADDRESS
    return own if sys.platform != "win32" and fits else name


def _key() -> bytes | None:
    """Return the key that only this user can read, made the first time; None without one."""
    file = state_folder() / "instance.key"
    for _ in range(2):
        with suppress(OSError):
            key = file.read_bytes()[: _KEY_SIZE + 1]
            if len(key) == _KEY_SIZE:
                return key
            file.unlink()  # cut short by a crash
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            # Made by one alone where two starts meet, and never readable by others.
            made = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(made, "wb") as opened:
                opened.write(secrets.token_bytes(_KEY_SIZE))
    return None


def _code(key: bytes, who: str, *numbers: str) -> str:
    return hmac.new(key, " ".join((who, *numbers)).encode(), hashlib.sha256).hexdigest()


def _is(told: str, wanted: str) -> bool:
    return hmac.compare_digest(told.encode(), wanted.encode())


def hand_over(path: Path) -> bool:
    """Ask the program that has the register open to show itself; False when there is none."""
    key = _key()
    if key is None:
        return False
    call = _Call(_channel(path))
    own = secrets.token_hex(_KEY_SIZE)
    call.say(own)
    number, _, code = call.hear().partition(" ")
    if not _is(code, _code(key, "listener", own, number)):
        return False
    call.say(_code(key, "caller", own, number))
    return _is(call.hear(), _code(key, "shown", own, number))


class _Call:
    """A connection to a listener, who has ``_PATIENCE`` for everything; used once."""

    def __init__(self, channel: str) -> None:
        self._end = monotonic() + _PATIENCE
        self._socket = QLocalSocket()
        self._socket.setReadBufferSize(_LINE)
        self._socket.connectToServer(channel)
        self._socket.waitForConnected(self._left())

    def _left(self) -> int:
        return max(0, round(1000 * (self._end - monotonic())))

    def say(self, words: str) -> None:
        """Send a line, if anybody listens."""
        if self._socket.state() is QLocalSocket.LocalSocketState.ConnectedState:
            self._socket.write(f"{words}\n".encode())
            self._socket.waitForBytesWritten(self._left())

    def hear(self) -> str:
        """Return the line that is answered in time, "" for none or one too long."""
        while not self._socket.canReadLine():
            if self._socket.bytesAvailable() >= _LINE or not self._left():
                return ""
            if not self._socket.waitForReadyRead(self._left()):
                return ""
        return _line(self._socket)


def _line(socket: QLocalSocket) -> str:
    return bytes(socket.readLine(_LINE).data()).decode("ascii", "replace").strip()


class Instance(QObject):
    """Listens for second starts; ``asked`` is emitted when the window should be raised."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = _key()
        self._callers: set[_Caller] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(_MOST_CALLERS)
        self._server.newConnection.connect(self._answer)

    def listen(self, path: Path) -> bool:
        """Listen on behalf of the register; a socket left by a dead process is replaced."""
        self._server.close()
        if self._key is None:
            return False
        QLocalServer.removeServer(_channel(path))
        return self._server.listen(_channel(path))

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            if self._key is None or len(self._callers) >= _MOST_CALLERS:
                socket.abort()
                socket.deleteLater()
                continue
            caller = _Caller(self._key, socket, self)
            self._callers.add(caller)
            caller.trusted.connect(self.asked)
            caller.gone.connect(self._forget)
            caller.hear()

    def _forget(self) -> None:
        caller = self.sender()
        if isinstance(caller, _Caller):
            self._callers.discard(caller)
            caller.deleteLater()


class _Caller(QObject):
    """Hears one start: its number, then its code; whatever else it says, it is let go.

    ``trusted`` follows the right code, and ``gone`` the end of the connection.
    """

    trusted = Signal()
    gone = Signal()

    def __init__(self, key: bytes, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._key, self._socket = key, socket
        socket.setParent(self)
        socket.setReadBufferSize(_LINE)
        self._number = secrets.token_hex(_KEY_SIZE)
        self._theirs = ""
        socket.readyRead.connect(self.hear)
        socket.disconnected.connect(self.gone)
        QTimer.singleShot(round(1000 * _PATIENCE), self, socket.abort)

    def hear(self) -> None:
        """Answer the lines that have come."""
        while self._socket.canReadLine():
            if not self._answer(_line(self._socket)):
                self._socket.abort()
                return
        if self._socket.bytesAvailable() >= _LINE:
            self._socket.abort()

    def _answer(self, line: str) -> bool:
        """Answer a line; return whether the conversation goes on."""
        if not self._theirs:
            self._theirs = line
            self._say(f"{self._number} {self._coded('listener')}")
            return len(line) == _NUMBER
        if not _is(line, self._coded("caller")):
            return False
        self.trusted.emit()
        self._say(self._coded("shown"))
        self._socket.disconnectFromServer()
        return True

    def _coded(self, who: str) -> str:
        return _code(self._key, who, self._theirs, self._number)

    def _say(self, words: str) -> None:
        self._socket.write(f"{words}\n".encode())
        self._socket.flush()
