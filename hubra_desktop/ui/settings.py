"""What the window remembers between one day and the next.

One small typed door to QSettings, so that keys are spelt in one place and the
tests can put the store elsewhere. Nothing here belongs to the register.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_place: list[Path] = []


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
    kept = str(value) if isinstance(value, bool) else value
    if store.value(key) != kept:
        store.setValue(key, kept)


def open_meeting(register: Path) -> str:
    """Return the id of the meeting that was open in a register."""
    return stored_text(f"meeting/{_key(register)}")


def remember_meeting(register: Path, meeting_id: str) -> None:
    """Remember which meeting is open in a register."""
    remember(f"meeting/{_key(register)}", meeting_id)


def _key(register: Path) -> str:
    return str(register).strip("/").replace("/", "|").replace("\\", "|")
