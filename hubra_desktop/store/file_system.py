"""What a register's file is to the system: which file a name means, and its place in a folder.

Nothing here opens the file. On POSIX a process loses all its locks on a file as soon as
it closes any handle to it, SQLite's own locks among them.
"""

import os
from contextlib import suppress
from itertools import count
from pathlib import Path

from hubra_desktop.model.file_names import file_name

FileId = tuple[int, int]


def file_id(path: Path) -> FileId | None:
    """Tell which file a name means (device and inode, on Windows its file id), if any."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_dev, status.st_ino


def place_new(draft: Path, path: Path) -> None:
    """Give a finished file its name; raises FileExistsError when a file has come meanwhile."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        _rename_new(draft, path)
    else:
        draft.unlink()
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have a folder's names written to the disk; a name may else be lost at a power cut.

    Windows opens no folders and keeps a journal of names itself.
    """
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def free_name(path: Path, why: str) -> Path:
    """Name a file beside ``path`` that is not there yet: what was kept once stays."""
    names = (
        path.with_name(
            file_name(path.stem, f" ({why}{f', {number}' if number > 1 else ''}){path.suffix}")
        )
        for number in count(1)
    )
    return next(name for name in names if not name.exists())


def _rename_new(draft: Path, path: Path) -> None:
    """Rename where the file system knows no links (a memory stick, some network shares)."""
    if path.exists():
        raise FileExistsError(path)
    draft.rename(path)
