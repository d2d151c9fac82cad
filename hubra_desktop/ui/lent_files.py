"""Files lent to the computer's other programs: gone when the window is, or at the next start.

Each process has a folder of its own for them, for the user alone, and holds a lock there.
A folder whose lock is free was left by a crash.
"""

import os
import shutil
import tempfile
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Final

from hubra_desktop.model.language import say
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.reasons import reason
from hubra_desktop.work.files import replace_file

if TYPE_CHECKING:
    from filelock import FileLock

_PREFIX: Final = "hubra-lent-"
_LOCK: Final = "lock"


class LentFiles:
    """Lends files until ``stop``."""

    def __init__(self) -> None:
        self._within: Path | None = None
        self._lock: FileLock | None = None

    def lend(self, name: str, content: bytes) -> Path:
        """Write a file in a folder of its own, so that no two of one name meet; raises OSError.

        It is a copy, and nobody is to think that changes of it are kept.
        """
        if self._within is None:
            self._within = Path(mkdtemp(prefix=_PREFIX))
            self._lock = _held(self._within)
        path = Path(mkdtemp(dir=self._within)) / name
        replace_file(path, content)
        path.chmod(0o400)
        return path

    def stop(self) -> None:
        """Take back what was lent."""
        within, lock = self._within, self._lock
        self._within = self._lock = None
        if within is not None and lock is not None:
            lock.release()
            _remove(within)


def take_back_left() -> None:
    """Remove what was lent by processes of this user that are gone."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if not _is_own(folder):
            continue
        lock = _held(folder)
        if lock is not None:
            lock.release()
            _remove(folder)


def not_lent(name: str, error: OSError) -> str:
    """Say why a file could not be lent, and what to do instead."""
    return say(
        "{name} kunde inte öppnas ({why}). Se till att det finns plats på disken, eller spara "
        "filen och öppna den själv.",
        name=quoted(name),
        why=reason(error),
    )


def _held(folder: Path) -> "FileLock | None":
    """Return the folder's lock, or None when a living process has it."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / _LOCK, mode=0o600)
    try:
        lock.acquire(timeout=0)
    except (OSError, Timeout):
        return None
    return lock


def _is_own(folder: Path) -> bool:
    """Tell whether a folder is the user's: in a shared place anybody may make one."""
    try:
        status = folder.lstat()
    except OSError:
        return False
    return folder.is_dir() and not folder.is_symlink() and status.st_uid == _user()


def _user() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
