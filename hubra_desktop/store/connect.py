"""Connections to a register's file, opened so that looking at it leaves no trace.

SQLite's defaults make an empty database where there was none and refuse media where
nothing can be written. Whoever opens a register goes through here.

Registers keep a rollback journal, everywhere, with ``synchronous=EXTRA``, and no
write-ahead log:

- When a commit returns, the one file holds it. With a log the last steps lie in a second
  file, and a copy to a memory stick lacks them until somebody folds the log.
- No lock is held between two transactions, so nothing is lost when something in the
  process opens and closes the file and POSIX drops its locks. With a log the next
  outsider then removes the log under the window.
- The same journal works on network shares and in synchronised folders, where a log does
  not, so that nobody needs to know what a folder is.

What it costs: four or five flushes a commit instead of one (0.9 ms against 0.3 ms where
one takes 0.2 ms; 16 ms are allowed), and readers and the writer exclude each other while
the writer commits. Therefore whoever reads for long reads a copy in memory (100 MB take
0.1 s) and has let go of the file before the work begins.

The journal is cut to nothing at each commit (TRUNCATE) instead of removed (DELETE): the
cut is flushed on every system, while Windows cannot flush the removal of a file, and a
journal that comes back after a power cut takes an acknowledged step away. In 600 power
cuts made up from recorded writes and flushes, 60 took one with DELETE and FULL, none
with TRUNCATE and EXTRA.

A file that is locked with a passphrase is opened by its key when that is known. SQLite
itself says that a file is none of its own, and reads the salt by which its key is found:
a handle of the program's own would take the locks of a connection that has the file open.
A journal that a crash left is played back when the key is known: it holds pages as they
are in the file, and whether it is this file's own is told by what it makes of it. Copies,
in memory too, are encrypted as what they are made of. Memory is not locked and wiped after
use (``cipher_memory_security``): reading would take ten times as long, while what has been
read lies in the program's own objects anyway.
"""

import os
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from hubra_desktop.store import keys
from hubra_desktop.store.driver import NumberedConnection, sqlite3

_NO_ROOM_FOR_A_LOG = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
_PAUSES = (0.01, 0.05, 0.2, 0.5)
"""Seconds between looks at a journal: milliseconds do as a rule, and a slow disk gets its time."""

PATIENCE = 5.0
BRIEF_PATIENCE = 0.2
"""Seconds that another program's lock is waited for: by a command, and by a window."""


class LockedContentError(sqlite3.DatabaseError):
    """A file is locked with a passphrase that has not been given; ``salt`` is the file's."""

    def __init__(self, salt: bytes) -> None:
        super().__init__("the file is encrypted, and its key is not known")
        self.sqlite_errorcode = sqlite3.SQLITE_AUTH
        self.salt = salt


class _Database(NumberedConnection):
    """A connection that knows the key of its file, None where that is not encrypted."""

    file_key: keys.FileKey | None = None


def key_behind(database: sqlite3.Connection) -> keys.FileKey | None:
    """Return the key of an open file, None when it is not encrypted."""
    return database.file_key if isinstance(database, _Database) else None


def file_key(path: Path) -> keys.FileKey | None:
    """Return the key of a file, None when it is not encrypted; raises sqlite3.Error."""
    with closing(read_only(path)) as database:
        return key_behind(database)


def read_only(path: Path, patience: float = PATIENCE) -> sqlite3.Connection:
    """Open for reading, also on a medium where nothing can be written.

    There the file is taken as unchanging, which holds only when no log waits beside
    it: what stands in a log would be passed over. Raises sqlite3.Error.
    """
    try:
        return _opened(path, "mode=ro", patience)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _NO_ROOM_FOR_A_LOG or has_log(path):
            raise
        return _opened(path, "mode=ro&immutable=1", patience)


def read_write(path: Path, patience: float = PATIENCE) -> sqlite3.Connection:
    """Open an existing file for writing; raises sqlite3.OperationalError when it is gone."""
    return _opened(path, "mode=rw", patience)


def writer(path: Path, patience: float = PATIENCE) -> sqlite3.Connection:
    """Open the one connection that writes a register, whose file is whole after each commit.

    A log from an earlier release is folded in. Raises sqlite3.Error, also when a reader
    holds that log.
    """
    database = read_write(path, patience)
    with _closed_when_failing(database):
        database.execute("PRAGMA journal_mode=TRUNCATE").fetchone()
        database.execute("PRAGMA synchronous=EXTRA")
        database.execute("PRAGMA foreign_keys=ON")
        overwrite_what_is_freed(database)
    return database


def overwrite_what_is_freed(database: sqlite3.Connection) -> None:
    """Have what is removed from the file overwritten in it, for a purge to leave nothing.

    Some builds of SQLite do so by themselves, others leave the old content on free pages,
    where a purge that comes later would not find it.
    """
    database.execute("PRAGMA secure_delete=ON")


def in_memory(path: Path) -> sqlite3.Connection:
    """Return a copy in memory of what the file holds now; the file is free again at once."""
    with closing(read_only(path)) as database:
        begin_read(database)
        return memory_copy(database)


def memory_copy(source: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy in memory of what an open database holds."""
    copy = sqlite3.connect(
        ":memory:", isolation_level=None, check_same_thread=False, factory=_Database
    )
    with _closed_when_failing(copy):
        _use_key(copy, key_behind(source))
        source.backup(copy)
    return copy


def new_file(path: Path, key: keys.FileKey | None) -> sqlite3.Connection:
    """Open an empty file for writing, to be encrypted by the key if there is one.

    Nobody but the owner may read it, from its first moment. Raises OSError, sqlite3.Error.
    """
    path.touch(mode=0o600)
    database = _connected(path, "mode=rw")
    with _closed_when_failing(database):
        _use_key(database, key)
    return database


def attach_new(database: sqlite3.Connection, path: Path, key: keys.FileKey | None) -> None:
    """Attach an empty file as ``new``, to be encrypted by the key or by none.

    Only sqlcipher_export copies between a file with a key and one without or with another.
    """
    path.touch(mode=0o600)
    _hush(database)
    spec = "" if key is None else key.spec
    database.execute("ATTACH DATABASE ? AS new KEY ?", (_address(path, "mode=rw"), spec))


def held_in_memory(name: str, key: keys.FileKey | None) -> sqlite3.Connection:
    """Connect to the database of a name in this process's memory; it is gone with the last one.

    Only what is encrypted by ``key``, or by none, can be copied into it.
    """
    held = sqlite3.connect(
        f"file:/{name}?vfs=memdb",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        factory=_Database,
    )
    with _closed_when_failing(held):
        _use_key(held, key)
    return held


def begin_read(database: sqlite3.Connection, patience: float = PATIENCE) -> None:
    """Begin a transaction that sees one moment from now on.

    A reader that looks between a writer's lock and its journal takes the journal for one
    that a crash left, which only a writer may play back. A moment later it is told apart.
    """
    for pause in (each for each in _PAUSES if each < patience):
        try:
            return _begin(database)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY:
                raise
            time.sleep(pause)
    return _begin(database)


def settle(path: Path, patience: float = PATIENCE) -> None:
    """Play back or fold in what a crash left beside the file; only for who holds its lock."""
    with closing(read_write(path, patience)) as database:
        database.execute("PRAGMA journal_mode=DELETE").fetchone()


def beside(path: Path, ending: str) -> Path:
    """Name SQLite's own file beside a database: ``-wal``, ``-shm`` or ``-journal``."""
    return path.with_name(path.name + ending)


def has_log(path: Path) -> bool:
    """Tell whether a journal or a log waits beside the file, left by a crash or in use."""
    return has_journal(path) or _has_content(beside(path, "-wal"))


def asks_for_log(path: Path) -> bool:
    """Tell whether an earlier release left the file to be written with a log."""
    with closing(read_only(path)) as database:
        return bool(database.execute("PRAGMA journal_mode").fetchone() == ("wal",))


def has_journal(path: Path) -> bool:
    """Tell whether a transaction is under way, or was cut short by a crash."""
    return _has_content(beside(path, "-journal"))


def discard(path: Path) -> None:
    """Remove a scratch database with everything SQLite keeps beside it."""
    for ending in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            beside(path, ending).unlink(missing_ok=True)


def _has_content(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except OSError:
        return False


def _begin(database: sqlite3.Connection) -> None:
    database.execute("BEGIN")
    try:
        database.execute("SELECT 1 FROM sqlite_master").fetchone()
    except BaseException:
        database.rollback()
        raise


def is_free(database: sqlite3.Connection) -> bool:
    """Tell at once, without waiting, whether no other connection has a lock on the file."""
    (patience,) = database.execute("PRAGMA busy_timeout").fetchone()
    database.execute("PRAGMA busy_timeout=0")
    try:
        database.execute("BEGIN EXCLUSIVE")
        database.rollback()
    except sqlite3.OperationalError:
        return False
    finally:
        database.execute(f"PRAGMA busy_timeout={patience}")
    return True


def _opened(path: Path, options: str, patience: float) -> sqlite3.Connection:
    """Connect and read a first page, so that what is wrong shows here and not later."""
    database = _connected(path, options, patience)
    with _closed_when_failing(database):
        try:
            _read_first(database)
        except sqlite3.DatabaseError as error:
            if not _is_foreign(error):
                raise
            key = _key_in(database, error)
        else:
            return database
    # What SQLite took from the first page before it was readable stays with that connection.
    database.close()
    return _opened_by(key, path, options, patience)


def _connected(path: Path, options: str, patience: float = PATIENCE) -> _Database:
    database: _Database = sqlite3.connect(
        _address(path, options),
        uri=True,
        isolation_level=None,
        timeout=patience,
        check_same_thread=False,
        factory=_Database,
    )
    return database


def _address(path: Path, options: str) -> str:
    whole = path.absolute().as_posix()
    root = "" if whole.startswith("/") else "/"
    return f"file://{root}{quote(os.fsencode(whole), safe='/:')}?{options}"


def _read_first(database: sqlite3.Connection) -> None:
    try:
        database.execute("SELECT 1 FROM sqlite_master").fetchone()
    except UnicodeDecodeError as error:
        # The driver cannot read a message that quotes a damaged name.
        message = "the schema is damaged"
        raise sqlite3.DatabaseError(message) from error


def _key_in(database: _Database, foreign: sqlite3.Error) -> keys.FileKey:
    """Return the key of what SQLite took for a foreign file.

    Raises LockedContentError when that is not known, and ``foreign`` when it is one.
    """
    salt = _salt_in(database)
    if not keys.is_salt(salt):
        raise foreign
    key = keys.known_key(salt)
    if key is None:
        raise LockedContentError(salt)
    return key


def _opened_by(key: keys.FileKey, path: Path, options: str, patience: float) -> _Database:
    """Open an encrypted file; what cannot be read by the key that is known is damaged."""
    database = _connected(path, options, patience)
    with _closed_when_failing(database):
        _use_key(database, key)
        try:
            _read_first(database)
        except sqlite3.DatabaseError as error:
            if _is_foreign(error):
                error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
            raise
    return database


def _is_foreign(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB


def _salt_in(database: _Database) -> bytes:
    """Return the first bytes of a file that SQLite cannot read, b"" when there are none."""
    _hush(database)
    database.execute(f'PRAGMA key = "{keys.NO_KEY.spec}"')
    with suppress(sqlite3.DatabaseError):
        _read_first(database)
    row = database.execute("PRAGMA cipher_salt").fetchone()
    return bytes.fromhex(row[0]) if row else b""


def _use_key(database: sqlite3.Connection, key: keys.FileKey | None) -> None:
    if key is None:
        return
    assert isinstance(database, _Database)
    _hush(database)
    database.execute(f'PRAGMA key = "{key.spec}"')
    # What later releases of SQLCipher take for granted must not change what is in the file.
    database.execute("PRAGMA cipher_compatibility = 4")
    database.execute("PRAGMA temp_store = MEMORY")
    database.file_key = key


def _hush(database: sqlite3.Connection) -> None:
    """Keep SQLCipher from writing on the terminal what it could not decrypt."""
    database.execute("PRAGMA cipher_log_level = NONE")


@contextmanager
def _closed_when_failing(database: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        database.close()
        raise
