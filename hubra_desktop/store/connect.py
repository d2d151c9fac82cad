"""Connections to a register's file, opened so that looking at it leaves no trace.

SQLite's defaults make an empty database where there was none, leave an empty log
behind a reader, and refuse media where nothing can be written. Whoever opens a
register goes through here.
"""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote

_NO_ROOM_FOR_A_LOG = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


def read_only(path: Path) -> sqlite3.Connection:
    """Open for reading, also on a medium where nothing can be written.

    There the file is taken as unchanging, which holds only when no log waits beside
    it: what stands in a log would be passed over. Raises sqlite3.Error.
    """
    try:
        return _opened(path, "mode=ro")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _NO_ROOM_FOR_A_LOG or _has_log(path):
            raise
        return _opened(path, "mode=ro&immutable=1")


def read_write(path: Path) -> sqlite3.Connection:
    """Open an existing file for writing; raises sqlite3.OperationalError when it is gone."""
    return _opened(path, "mode=rw")


def beside(path: Path, ending: str) -> Path:
    """Name SQLite's own file beside a database: ``-wal``, ``-shm`` or ``-journal``."""
    return path.with_name(path.name + ending)


def recover(path: Path) -> None:
    """Let SQLite take back a transaction that a crash cut short (rollback journal).

    A reader cannot, and without it would see half of that transaction.
    """
    journal = beside(path, "-journal")
    with suppress(OSError, sqlite3.OperationalError):
        if journal.stat().st_size:
            read_write(path).close()


def fold(path: Path) -> None:
    """Fold a log that a crash left behind into the file; SQLite then removes the log."""
    with closing(read_write(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def sweep(path: Path) -> None:
    """Take away the empty log that SQLite leaves when a reader was the last to go."""
    with suppress(OSError, sqlite3.Error):
        if beside(path, "-wal").stat().st_size == 0:
            read_write(path).close()


def discard(path: Path) -> None:
    """Remove a scratch database with everything SQLite keeps beside it."""
    for ending in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            beside(path, ending).unlink(missing_ok=True)


def _has_log(path: Path) -> bool:
    return any(
        log.exists() and log.stat().st_size
        for log in (beside(path, "-wal"), beside(path, "-journal"))
    )


def _opened(path: Path, options: str) -> sqlite3.Connection:
    """Connect and read a first page, so that what is wrong shows here and not later."""
    whole = path.absolute().as_posix()
    root = "" if whole.startswith("/") else "/"
    database = sqlite3.connect(
        f"file://{root}{quote(os.fsencode(whole), safe='/:')}?{options}",
        uri=True,
        isolation_level=None,
        timeout=5,
        check_same_thread=False,
    )
    try:
        database.execute("SELECT 1 FROM sqlite_master").fetchone()
    except UnicodeDecodeError as error:
        # The driver cannot read a message that quotes a damaged name.
        database.close()
        message = "the schema is damaged"
        raise sqlite3.DatabaseError(message) from error
    except BaseException:
        database.close()
        raise
    return database
