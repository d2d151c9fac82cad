"""Folders for work on copies of what a register holds: for the user alone, and gone afterwards.

Each is held by a lock as long as its process lives. One whose lock is free was left by a
crash: it is swept away when the next one is made in the same place, at the next start, and
with the next backup.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from filelock import FileLock

_PREFIX: Final = ".hubra-scratch-"
_LOCK: Final = "lock"


class ScratchFolder:
    """A folder in a place, or where the system keeps what is temporary, until ``remove``."""

    def __init__(self, place: Path | None = None) -> None:
        place = place or temporary_place()
        sweep_scratch(place)
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=place))
        self._lock = _held(self.path)

    def remove(self) -> None:
        """Remove the folder with all that is in it; what cannot be removed now is swept away."""
        if self._lock is not None:
            self._lock.release()
        _remove(self.path)


@contextmanager
def scratch_folder(place: Path | None = None) -> Iterator[Path]:
    """Give a folder in a place until the block ends; raises OSError."""
    folder = ScratchFolder(place)
    try:
        yield folder.path
    finally:
        folder.remove()


def sweep_scratch(place: Path) -> None:
    """Remove the folders in a place that this user's dead processes have left."""
    for folder in place.glob(f"{_PREFIX}*"):
        # One without a lock is being made just now.
        if _is_own(folder) and (folder / _LOCK).exists():
            lock = _held(folder)
            if lock is not None:
                lock.release()
                _remove(folder)


def temporary_place() -> Path:
    """Return where the system keeps what is temporary."""
    return Path(tempfile.gettempdir())


def _remove(folder: Path) -> None:
    for file in filter(Path.is_file, folder.rglob("*")):
        with suppress(OSError):
            file.chmod(0o600)  # Windows removes no file that is read-only, as lent ones are
    shutil.rmtree(folder, ignore_errors=True)


def _held(folder: Path) -> "FileLock | None":
    """Return the folder's lock, or None when a living process has it or none can be made."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / _LOCK, mode=0o600)
    try:
        lock.acquire(timeout=0)
    except (OSError, NotImplementedError, Timeout):
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
