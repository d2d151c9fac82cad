"""What is looked at before a register is opened: refused here, it is as it was to the byte.

SQLite alone reads the file: a handle of the program's own, closed again, would take the
locks of a connection that has the register open already.
"""

import errno
import os
import time
from contextlib import closing, suppress
from pathlib import Path
from stat import S_ISREG

from hubra_desktop.store import connect, schema
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.errors import (
    DamagedRegisterError,
    LockedRegisterError,
    NewerRegisterError,
    OlderRegisterError,
    RegisterMissingError,
    RegisterPermissionError,
    UnchangeableRegisterError,
    WrongRowsError,
    no_register,
    unreadable,
)
from hubra_desktop.store.file_system import is_on_read_only_medium
from hubra_desktop.store.lock import RegisterLock, used_name
from hubra_desktop.store.soundness import faults_of

_CHECK_SECONDS = 0.5
"""What a start may wait for; see ``_refuse_damaged``."""

_BRIEF_SECONDS = 0.02
"""What a window waits for, and for the pages alone: it looks through the rest when it stands."""

_BRIEF_BYTES = 20_000_000
"""How large a file may be for all its pages to be looked at briefly, kept files among them.

SQLite looks at no clock within a table, and 400 MB of kept files take 0.3 s.
"""

_KEPT_FILES = "large_value"
"""The table of pictures and files, each of which is proved by its own hash when it is read."""

_CHECK_STEPS = 10_000
"""SQLite's steps between two looks at the clock, which would else take longer than the steps."""


def inspect_file(
    path: Path,
    *,
    writing: bool,
    brief: bool = False,
    patience: float = connect.PATIENCE,
    told: list[str] | None = None,
) -> bool:
    """Raise the RegisterError that says why ``path`` cannot be opened.

    Returns whether there was time to look for damage in all of it; ``brief`` gives little.
    Another program's lock is waited for during ``patience`` seconds.
    Changes nothing, but that a change cut short by a crash is taken back, by who may write;
    what the user must know of that is added to ``told``.
    """
    refuse_missing(path)
    crashed = _play_back(path, patience, told if told is not None else [])
    brief = brief and not crashed
    seconds = None if crashed else _BRIEF_SECONDS if brief else _CHECK_SECONDS
    try:
        with closing(connect.read_only(path, patience)) as database:
            connect.begin_read(database, patience)
            _refuse_foreign(path, database)
            _refuse_cut_short(path, database)
            version = schema.version_in(database, path)
            if version > schema.HEAD:
                raise NewerRegisterError(path)
            put_off = brief and _takes_long(database)
            whole = not put_off and _refuse_damaged(path, database, seconds, rows=not brief)
    except sqlite3.Error as error:
        raise unreadable(path, error) from None
    if writing:
        _refuse_unchangeable(path)
    if version < schema.HEAD and not writing:
        raise OlderRegisterError(path)
    return whole


def _takes_long(database: sqlite3.Connection) -> bool:
    """Tell whether a brief look at the pages cannot be ended in time: they are encrypted.

    SQLite looks at no clock within a table of pictures, of which 40 MB take 0.15 s and,
    encrypted, 0.5 s. Whatever is read meanwhile is proved by its page's own checksum.
    """
    return connect.key_behind(database) is not None


def refuse_missing(path: Path) -> None:
    """Raise the RegisterError that says why there is no file to read, if so it is."""
    try:
        regular = S_ISREG(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        regular = False
    except OSError as error:
        raise unreadable(path, error) from None
    except ValueError:  # a name that no system can hold
        regular = False
    if not regular:
        raise RegisterMissingError(path)
    if not os.access(path, os.R_OK):
        raise RegisterPermissionError(path, reading=True)


def _refuse_unchangeable(path: Path) -> None:
    """Refuse a file that may only be read: for want of rights, or where nothing can be written."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return
    if is_on_read_only_medium(path):
        raise UnchangeableRegisterError(path, OSError(errno.EROFS, path.name))
    raise RegisterPermissionError(path, reading=False)


def _play_back(path: Path, patience: float, told: list[str]) -> bool:
    """Take back what a crash cut short, before anything is read; tell whether there was any.

    A journal in use looks the same, so this is for who holds the lock alone. SQLite looks
    for the journal by the name that it is given, which may be another than it was then.
    """
    cut_short = [name for name in (path, used_name(path)) if name and connect.has_journal(name)]
    for name in cut_short:
        with suppress(LockedRegisterError, RegisterPermissionError, OSError, sqlite3.Error):
            lock = RegisterLock(name)
            try:
                _settle(name, patience, told)
            finally:
                lock.release()
    return bool(cut_short) or connect.has_log(path)


def _settle(path: Path, patience: float, told: list[str]) -> None:
    from hubra_desktop.store import crash_journal  # an ordinary start needs none

    salt = crash_journal.unknown_salt(path)
    if salt is not None:
        raise unreadable(path, connect.LockedContentError(salt))
    if crash_journal.belongs(path):
        connect.settle(path, patience)
    else:
        told.append(crash_journal.put_aside(path))


def _refuse_foreign(path: Path, database: sqlite3.Connection) -> None:
    if database.execute("PRAGMA application_id").fetchone() != (schema.APPLICATION_ID,):
        raise no_register(path)


def _refuse_cut_short(path: Path, database: sqlite3.Connection) -> None:
    """Refuse a file whose last page is cut: SQLite reads zeros there, an empty page to it."""
    [pages], [size] = (
        database.execute(f"PRAGMA page_{what}").fetchone() for what in ("count", "size")
    )
    if not connect.has_log(path) and path.stat().st_size < int(pages) * int(size):
        raise DamagedRegisterError(path)


def _refuse_damaged(
    path: Path, database: sqlite3.Connection, seconds: float | None, *, rows: bool = True
) -> bool:
    """Look at every page, and with ``rows`` at all rows and indexes; return whether that was all.

    It takes ``seconds`` at most: a start must not wait for a vast file on a slow disk. When
    the system has read them before, the pages of 100 MB take 0.1 s if they are mostly
    pictures and 1 s if they are all rows, and the rows and indexes then take 4 s.
    """
    if seconds is not None:
        end = time.monotonic() + seconds
        database.set_progress_handler(lambda: time.monotonic() > end, _CHECK_STEPS)
    try:
        if rows:
            _refuse_wrong(path, database)
        elif _has_faulty_pages(database):
            raise DamagedRegisterError(path)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        return False
    finally:
        database.set_progress_handler(None, 0)
    return rows


def _has_faulty_pages(database: sqlite3.Connection) -> bool:
    """Tell whether a brief look at the pages finds a fault; kept files of a large file are left."""
    [pages], [size] = (
        database.execute(f"PRAGMA page_{what}").fetchone() for what in ("count", "size")
    )
    if int(pages) * int(size) <= _BRIEF_BYTES:
        return bool(faults_of(database, "quick_check(1)"))
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    names = (name for (name,) in tables if name != _KEPT_FILES)
    return any(faults_of(database, f'quick_check("{name}")') for name in names)


def _refuse_wrong(path: Path, database: sqlite3.Connection) -> None:
    """Look at every page, index and row; the indexes first, by which rows are found.

    A quick check would pass over what an index leads to.
    """
    from hubra_desktop.store.row_check import wrong_rows

    faults = faults_of(database)
    wrong = wrong_rows(database)
    if wrong:
        from hubra_desktop.store.damaged_rows import told

        raise WrongRowsError(path, told(database, wrong))
    if faults:
        raise DamagedRegisterError(path)


def refuse_damaged_pages(path: Path) -> None:
    """Look at all of it, however long it takes: it was not closed as it should, or is upgraded."""
    with closing(connect.read_only(path)) as database:
        _refuse_damaged(path, database, None)


def refuse_damaged_copy(path: Path) -> None:
    """Look at all of a copy in memory, however long it takes: no writer waits for it."""
    try:
        with closing(connect.in_memory(path)) as database:
            _refuse_damaged(path, database, None)
    except sqlite3.Error as error:
        raise unreadable(path, error) from None
