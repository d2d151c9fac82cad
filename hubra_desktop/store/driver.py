"""The one SQLite that the program uses: SQLCipher's, under the standard module's name.

A register can be locked with a passphrase, and SQLCipher is SQLite with an encrypted
page layer: every page, the journal's too, is ciphertext before it leaves the process,
and locks, journal and crash recovery stay SQLite's own. A container that is decrypted
into a working copy would give all of that up. A file without a passphrase remains an
ordinary SQLite file, read and written as fast. An encrypted one of 41 MB takes the same
time to commit to (a median of 28 ms beside 28 ms on a busy computer), and about three times
as long to read or to back up from end to end (1.9 s beside 0.6 s).

Unlike the standard module its errors carry the primary result code alone
(``SQLITE_READONLY``, never ``SQLITE_READONLY_ROLLBACK``): which constraint failed is told
by the message.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
else:
    from sqlcipher3 import dbapi2 as sqlite3

__all__ = ["NumberedConnection", "sqlite3"]

_NUMBERS = {
    "access permission denied": sqlite3.SQLITE_PERM,
    "database is locked": sqlite3.SQLITE_BUSY,
    "database table is locked": sqlite3.SQLITE_LOCKED,
    "locking protocol": sqlite3.SQLITE_PROTOCOL,
    "out of memory": sqlite3.SQLITE_NOMEM,
    "attempt to write a readonly database": sqlite3.SQLITE_READONLY,
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "database disk image is malformed": sqlite3.SQLITE_CORRUPT,
    "database or disk is full": sqlite3.SQLITE_FULL,
    "unable to open database file": sqlite3.SQLITE_CANTOPEN,
    "file is not a database": sqlite3.SQLITE_NOTADB,
}


class NumberedConnection(sqlite3.Connection):
    """A connection whose every error carries its number: the driver forgets a copy's."""

    def backup(
        self,
        target: sqlite3.Connection,
        *,
        pages: int = -1,
        progress: Callable[[int, int, int], object] | None = None,
        name: str = "main",
        sleep: float = 0.25,
    ) -> None:
        """Copy page by page; raises sqlite3.Error."""
        try:
            super().backup(target, pages=pages, progress=progress, name=name, sleep=sleep)
        except sqlite3.Error as error:
            error.sqlite_errorcode = _NUMBERS.get(str(error), sqlite3.SQLITE_ERROR)
            raise
