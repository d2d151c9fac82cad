"""What the window remembers between one day and the next.

One small typed door to QSettings, so that keys are spelt in one place and the
tests can put the store elsewhere. Nothing here belongs to the register.
"""

import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

RUNNING_MEETING = "running/meeting"
"""Where the meeting is remembered whose view was open: its register's path and its id."""
_place: list[Path] = []
_looked: set[Path] = set()


def redirect(path: Path | None) -> None:
    """Keep settings in the file ``path``; None returns to the user's own."""
    _place[:] = [] if path is None else [path]


def _store() -> QSettings:
    if _place:
        return QSettings(str(_place[0]), QSettings.Format.IniFormat)
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Hubra", "Hubra")


def stored_text(key: str, default: str = "") -> str:
    """Return a remembered text."""
    return str(_store().value(key, default))


def stored_flag(key: str, default: bool = False) -> bool:
    """Return a remembered choice."""
    return stored_text(key, str(default)).lower() == "true"


def state(key: str) -> QByteArray:
    """Return a remembered state of a widget, empty when there is none."""
    value = _store().value(key)
    return value if isinstance(value, QByteArray) else QByteArray()


def remember(key: str, value: str | bool | QByteArray) -> None:
    """Remember a value under ``key``."""
    store = _store()
    path = Path(store.fileName())
    _keep_foreign(path)
    _keep_private(path)
    kept = str(value) if isinstance(value, bool) else value
    if store.value(key) != kept:
        store.setValue(key, kept)


def _keep_foreign(path: Path) -> None:
    """Copy a settings file that cannot be read whole: what is written next would drop the rest.

    Qt tells of it to the first who reads the file alone, and passes over what it cannot read.
    """
    if path in _looked:
        return
    _looked.add(path)
    with suppress(OSError):
        if path.is_file() and not _is_whole(path.read_bytes()):
            from hubra_desktop.work.files import keep_copy

            keep_copy(path)


def _is_whole(content: bytes) -> bool:
    """Tell whether a settings file has sections and values alone, as Qt writes them."""
    return b"\0" not in content and all(
        b"=" in line or (line.startswith(b"[") and line.endswith(b"]"))
        for line in map(bytes.strip, content.split(b"\n"))
        if line
    )


def open_meeting(register: Path) -> str:
    """Return the id of the meeting that was open in a register."""
    return stored_text(f"meeting/{_key(register)}")


def remember_meeting(register: Path, meeting_id: str) -> None:
    """Remember which meeting is open in a register."""
    remember(f"meeting/{_key(register)}", meeting_id)


def _key(register: Path) -> str:
    return str(register).strip("/").replace("/", "|").replace("\\", "|")


def _keep_private(file: Path) -> None:
    """Have the settings readable by the user alone; Qt keeps the rights of a file that is there."""
    with suppress(OSError):
        if not file.exists():
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            file.touch(mode=0o600)
        elif os.name == "posix" and file.stat().st_mode & 0o077:
            file.chmod(0o600)
