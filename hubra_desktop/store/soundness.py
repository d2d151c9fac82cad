"""Whether a file is damaged, or a disk only fails to read it.

A page that the disk does not give is "malformed" to SQLite when a statement meets it, and
stands among the faults that its check finds. The code of that fault tells it apart: whoever
is told of damage replaces the file by an older one.
"""

import re
from contextlib import closing
from pathlib import Path
from typing import Final

from hubra_desktop.store import connect
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.reasons import sqlite_code

_CODE: Final = re.compile(r"error code=(\d+)")
_NOT_FETCHED: Final = "failed to get page"


def faults_of(database: sqlite3.Connection, check: str = "integrity_check(1)") -> list[str]:
    """Return the faults that one of SQLite's checks finds, none when the file is sound.

    Raises sqlite3.Error when pages cannot be read.
    """
    faults = [str(row[0]) for row in database.execute(f"PRAGMA {check}") if row[0] != "ok"]
    for fault in faults:
        found = _CODE.search(fault)
        code = int(found[1]) & 0xFF if found else sqlite3.SQLITE_IOERR
        if code != sqlite3.SQLITE_CORRUPT and (found or _NOT_FETCHED in fault):
            raise _unread(code)
    return faults


def disk_fault(path: Path) -> sqlite3.Error | None:
    """Return why a file that was called damaged cannot be read, None when it is damaged.

    A fault of the disk's that has passed when it is looked for is one all the same.
    """
    try:
        with closing(connect.read_only(path)) as database:
            return None if faults_of(database) else _unread(sqlite3.SQLITE_IOERR)
    except sqlite3.OperationalError as error:
        away = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)
        return error if sqlite_code(error) in away else None
    except sqlite3.Error:
        return None


def _unread(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("a page cannot be read")
    error.sqlite_errorcode = code
    return error
