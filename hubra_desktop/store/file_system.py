"""What a register's file is to the system: which file a name means, and its place in a folder.

Nothing here opens the file. On POSIX a process loses all its locks on a file as soon as
it closes any handle to it, SQLite's own locks among them.
"""

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Final

from hubra_desktop.model.file_names import file_name

FileId = tuple[int, int]
_LONGEST_PATH = 504
_LONGEST_NAME = 247
"""Bytes that SQLite can use, with room for the ending of a journal."""
_OWN_FOLDER: Final = 0o700
_SHARED_FOLDER: Final = 0o777
"""What the user's own umask leaves of it."""


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
        with suppress(OSError):  # the file has its name, and the draft's is swept away another time
            draft.unlink()
    sync_folder(path.parent)


def make_folder(folder: Path) -> list[Path]:
    """Make a folder with those above it; return those that were not there, the innermost first.

    They are for their owner alone, but inside a folder that others may write in theirs too.
    A power cut takes none of them. Raises OSError.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(_SHARED_FOLDER if is_shared(each.parent) else _OWN_FOLDER, exist_ok=True)
        sync_folder(each.parent)
    return missing


def remove_empty(folders: Iterable[Path]) -> None:
    """Remove folders that were made for nothing, the innermost first; one with files stays."""
    with suppress(OSError):
        for each in folders:
            each.rmdir()


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


def is_shared(folder: Path) -> bool:
    """Tell whether others than its owner may write in a folder, and not only each their own."""
    mode = folder.stat().st_mode
    return bool(mode & (stat.S_IWGRP | stat.S_IWOTH)) and not mode & stat.S_ISVTX


def sync_file(file: Path) -> None:
    """Have the content of a file that no SQLite has open written to the disk; raises OSError."""
    handle = os.open(file, os.O_RDWR)
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


def why_not_opened(path: Path) -> OSError | None:
    """Return the system's own refusal where SQLite does not say which one it met.

    The file itself is not opened: closing it again would drop this process's locks on it.
    """
    try:
        path.stat()
        refuse_long_path(path)
        with Path(os.devnull).open("rb"):  # any file at all
            pass
    except OSError as error:
        return error
    if not os.access(path, os.R_OK):
        return PermissionError(errno.EACCES, "the file may not be read")
    return None


def refuse_long_path(path: Path) -> None:
    """Raise OSError for a path or a name that is longer than SQLite takes."""
    long = len(os.fsencode(path.absolute())) > _LONGEST_PATH
    if long or len(os.fsencode(path.name)) > _LONGEST_NAME:
        raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG))


def is_on_read_only_medium(path: Path) -> bool:
    """Tell whether nothing can be written where a file lies, whatever one's rights are."""
    try:
        return bool(os.statvfs(path).f_flag & os.ST_RDONLY)
    except (OSError, AttributeError):
        return False
