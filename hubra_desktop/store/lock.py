"""One writer at a time: a lock beside the register, and a note of who holds it.

The lock is the operating system's, so that it is gone with a process that died.
The note is for people: who, on which computer, since when.
"""

import getpass
import json
import platform
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hubra_desktop.model.language import say
from hubra_desktop.paths import is_gone, read_note, state_folder
from hubra_desktop.store.errors import (
    Holder,
    LockedRegisterError,
    RegisterPermissionError,
    UnchangeableRegisterError,
)
from hubra_desktop.store.file_system import file_id
from hubra_desktop.store.lock_owner import holder_note

_NOTED_SECONDS = 30 * 86400

if TYPE_CHECKING:
    from filelock import FileLock


def user_name() -> str:
    """Return the name of the user who runs the program, or "okänd"."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return say("okänd")


class RegisterLock:
    """The right to write one register; held from construction until ``release``.

    It is held by the file's name and, once there is a file, by the file itself: a hard
    link is another name of the same file. ``left_open`` tells that the one who held it
    before did not close the register. Raises LockedRegisterError when somebody else holds
    it, RegisterPermissionError or UnchangeableRegisterError when no lock can be made there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._note = holder_note(path)
        self._of_file: _FileHold | None = None
        self._of_name = _taken(path, path.with_name(f".{path.name}.lock"))
        self.left_open = self._note.exists()
        try:
            self.hold_file()
        except BaseException:
            _let_go(self._of_name)
            raise
        self._write_note()

    def hold_file(self) -> None:
        """Hold the file that the name means now: it was made, or an upgrade replaced it."""
        held, self._of_file = self._of_file, None
        if held is not None:
            held.release()
        if file_id(self._path) is not None:
            self._of_file = _FileHold(self._path)

    def release(self) -> None:
        """Let others write, and leave nothing beside the register; safe to call twice."""
        if self._of_name.is_locked:
            with suppress(OSError):
                self._note.unlink(missing_ok=True)
            if self._of_file is not None:
                self._of_file.release()
            _let_go(self._of_name)

    def _write_note(self) -> None:
        """Say who holds the lock; where that cannot be written, the lock holds all the same."""
        since = datetime.now().astimezone().isoformat(timespec="seconds")
        note = {"who": user_name(), "where": platform.node() or say("okänd dator"), "since": since}
        with suppress(OSError):
            self._note.touch(mode=0o600)
            self._note.write_text(json.dumps(note), encoding="utf-8")


class _FileHold:
    """The right to write a file whatever it is called, with a note of the name it is used by.

    Both lie in the user's own state folder. Where that cannot be written the lock by name
    stands alone.
    """

    def __init__(self, path: Path) -> None:
        self._name_note = _name_note(path)
        self._lock: FileLock | None = None
        with suppress(OSError, RegisterPermissionError, UnchangeableRegisterError):
            self._name_note.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock = _taken(path, self._name_note.with_suffix(".lock"), used_name(path))
            self._name_note.write_text(str(path), encoding="utf-8")

    def release(self) -> None:
        if self._lock is not None:
            with suppress(OSError):
                self._name_note.unlink(missing_ok=True)
            _let_go(self._lock)
            with suppress(OSError):
                _sweep(self._name_note.parent)


def _sweep(folder: Path) -> None:
    """Remove the old notes of programs that died, of files that are no longer there.

    A note of a file that is there tells by what name a crash's journal is to be looked for.
    """
    from filelock import FileLock

    notes: list[Path] = []
    with suppress(OSError):
        notes += folder.glob("*.name")
    for note in notes:
        with suppress(OSError, ValueError):
            if time.time() - note.stat().st_mtime < _NOTED_SECONDS:
                continue
            if _name_note(Path(note.read_text(encoding="utf-8"))) != note:
                lock = FileLock(note.with_suffix(".lock"), mode=0o600, fallback_to_soft=False)
                lock.acquire(timeout=0)
                note.unlink()
                _let_go(lock)


def used_name(path: Path) -> Path | None:
    """Return the name by which the file is open or was left by a crash, when it is not ``path``."""
    try:
        if path.stat().st_nlink < 2:
            return None
        other = Path(_name_note(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return other if other != path and file_id(other) == file_id(path) else None


def _name_note(path: Path) -> Path:
    device, inode = file_id(path) or (0, 0)
    return state_folder() / "open" / f"{device:x}-{inode:x}.name"


def _taken(path: Path, place: Path, used: Path | None = None) -> "FileLock":
    """Return a lock that is held now; raises as RegisterLock does."""
    from filelock import FileLock, Timeout  # who only reads needs none

    lock = FileLock(place, mode=0o600, fallback_to_soft=False)
    fresh = is_gone(place)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise LockedRegisterError(path, _holder(holder_note(used or path))) from None
    except (OSError, NotImplementedError) as error:
        if fresh:
            with suppress(OSError):
                place.unlink(missing_ok=True)
        if isinstance(error, PermissionError):
            raise RegisterPermissionError(path, reading=False) from error
        raise UnchangeableRegisterError(path, error) from error
    return lock


def _let_go(lock: "FileLock") -> None:
    """Remove a lock's file and let go of it, in that order.

    Who takes the lock meanwhile finds that its file has no name, and makes another. Let go
    of first, the file that is removed could be the one that the next has just locked.
    """
    with suppress(OSError):
        Path(lock.lock_file).unlink(missing_ok=True)
    lock.release()


def _holder(note: Path) -> Holder | None:
    try:
        noted = read_note(note)
        since = datetime.fromisoformat(noted["since"])
        return Holder(str(noted["who"]), str(noted["where"]), _local_time(since))
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return None


def _local_time(moment: datetime) -> str:
    """Return a moment as "13.05", with its date when it was another day."""
    today = datetime.now(moment.tzinfo).date()
    return moment.strftime("%H.%M" if moment.date() == today else "%Y-%m-%d %H.%M")
