"""One register: a SQLite file with a writer, readers and a lock.

The file is refused before it is touched: what is not a register, is damaged, is
newer than the program or is held by somebody else is left as it was. Connections
begin their transactions themselves, because the driver's own habits would let a
reader lock everybody out.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import QueuePool, StaticPool

from hubra_desktop.store import connect, schema
from hubra_desktop.store.errors import (
    DamagedRegisterError,
    FileExistsAlreadyError,
    NewerRegisterError,
    NotARegisterError,
    NotCreatedError,
    NotSavedError,
    OlderRegisterError,
    ReadOnlyError,
    RegisterMissingError,
    RegisterPermissionError,
    refused_by_file,
    unreadable,
)
from hubra_desktop.store.lock import RegisterLock

_MAGIC = b"SQLite format 3\x00"
_SYNCED = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "nextcloud",
    "mobile documents",
)
_QUICK_CHECK_BYTES = 8 * 1024 * 1024


class RegisterFile:
    """An open register. Close it; what is not closed stays locked to others.

    ``path`` is the file itself: whoever comes by another name meets the same lock.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        path = _real(path)
        self.path = path
        self.read_only = read_only
        self._closed = False
        inspect_file(path, writing=not read_only)
        self._lock = None if read_only else RegisterLock(path)
        try:
            if self._lock and schema.version_of(path) < schema.HEAD:
                schema.migrate(path)
            self._reader = _engine(self._read_connection, QueuePool, "BEGIN")
            self._writer = (
                None
                if read_only
                else _engine(self._write_connection, StaticPool, "BEGIN IMMEDIATE")
            )
        except BaseException:
            self._unlock()
            raise

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make an empty register readable by its owner alone and open it.

        Raises FileExistsAlreadyError, NotCreatedError; then nothing is left behind.
        """
        if path == path.parent:
            raise FileExistsAlreadyError(path)
        draft = path.with_name(f".{path.name}.new")
        try:
            if path.exists():
                raise FileExistsAlreadyError(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            connect.discard(draft)
            os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            schema.build(draft)
            with closing(sqlite3.connect(draft)) as database:
                database.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
            draft.rename(path)
        except (OSError, sqlite3.Error, DBAPIError) as error:
            raise NotCreatedError(path, error) from error
        finally:
            connect.discard(draft)
        try:
            return cls(path)
        except BaseException:
            connect.discard(path)
            raise

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one moment of the register and cannot change it."""
        with self._reader.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a connection whose work is kept whole when the block ends, or not at all.

        Raises ReadOnlyError, BrokenReferenceError when rows would point nowhere,
        RefusedRowError when the file refuses a row, and NotSavedError when the disk does.
        """
        if self._writer is None:
            raise ReadOnlyError
        try:
            with self._writer.connect() as connection, _whole(connection):
                yield connection
        except IntegrityError as error:
            raise refused_by_file(error) from error
        except DBAPIError as error:
            raise NotSavedError(error) from error

    def problems(self) -> list[str]:
        """Return what is wrong with the file's pages and references; empty when sound."""
        with closing(self._read_connection()) as database:
            return schema.problems(database)

    def close(self) -> None:
        """Fold the log into the file, let go of it and of the lock; safe to call twice."""
        self._reader.dispose()
        try:
            if self._writer is None:
                connect.sweep(self.path)
            elif not self._closed:
                self._fold(self._writer)
        finally:
            self._closed = True
            self._unlock()

    def _fold(self, writer: Engine) -> None:
        """Fold the log into the file; what cannot be folded now is so at the next opening."""
        with suppress(DBAPIError, sqlite3.Error), writer.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        writer.dispose()

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.release()

    def _read_connection(self) -> sqlite3.Connection:
        database = connect.read_only(self.path)
        database.execute("PRAGMA query_only=ON")
        return database

    def _write_connection(self) -> sqlite3.Connection:
        database = connect.read_write(self.path)
        database.execute("PRAGMA foreign_keys=ON")
        database.execute(
            f"PRAGMA journal_mode={'DELETE' if is_shared_folder(self.path) else 'WAL'}"
        )
        database.execute("PRAGMA synchronous=FULL")
        return database


def inspect_file(path: Path, *, writing: bool) -> None:
    """Raise the RegisterError that says why ``path`` cannot be opened; changes nothing."""
    head = _refuse_foreign(path)
    connect.recover(path)
    try:
        _refuse_damaged(path, head)
        version = schema.version_of(path)
    finally:
        connect.sweep(path)
    if version > schema.HEAD:
        raise NewerRegisterError(path)
    if writing and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise RegisterPermissionError(path, reading=False)
    if version < schema.HEAD and not writing:
        raise OlderRegisterError(path)


def is_shared_folder(path: Path) -> bool:
    """Tell whether the file lies where another machine may write beneath SQLite.

    Such places (network shares, synchronised folders) break write-ahead logs.
    """
    whole = str(path.absolute())
    parts = [part.casefold() for part in path.absolute().parent.parts]
    return whole.startswith("\\\\") or any(part.startswith(_SYNCED) for part in parts)


def _real(path: Path) -> Path:
    """Follow links to the file itself."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path


def _refuse_foreign(path: Path) -> bytes:
    """Return the first bytes: the file must be there, be readable and be a register."""
    try:
        if not path.is_file():
            raise RegisterMissingError(path)
        with path.open("rb") as file:
            head = file.read(100)
    except OSError:
        raise RegisterPermissionError(path, reading=True) from None
    if head[:16] != _MAGIC or int.from_bytes(head[68:72]) != schema.APPLICATION_ID:
        raise NotARegisterError(path)
    return head


def _refuse_damaged(path: Path, head: bytes) -> None:
    """Read the schema, and every page too when the file is small or was not closed.

    A last page cut short would read as zeros, which SQLite takes for an empty page;
    therefore the length is compared with the one that the head (bytes 16 and 28) tells.
    """
    left_open = connect.beside(path, "-wal").exists()
    whole = int.from_bytes(head[16:18]) * int.from_bytes(head[28:32])
    if not left_open and path.stat().st_size < whole:
        raise DamagedRegisterError(path)
    try:
        with closing(connect.read_only(path)) as database:
            database.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if left_open or path.stat().st_size < _QUICK_CHECK_BYTES:
                answer = database.execute("PRAGMA quick_check(1)").fetchone()
                if answer != ("ok",):
                    raise DamagedRegisterError(path)
    except sqlite3.DatabaseError as error:
        raise unreadable(path, error) from None


@contextmanager
def _whole(connection: Connection) -> Iterator[None]:
    """Begin now and commit when the block ends; leave no transaction open.

    A commit that is refused (a reference to nothing, a full disk) leaves SQLite's
    transaction open and is rolled back by nobody else, so that nothing could be
    written any more.
    """
    connection.begin()
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    try:
        yield
        connection.commit()
    finally:
        if driver.in_transaction:
            driver.rollback()


def _engine(opened: Callable[[], sqlite3.Connection], pool: type[Any], begin: str) -> Engine:
    """Return an engine whose transactions open with the given statement."""
    # What is typed in the register belongs in no error message and no crash report.
    engine = create_engine(
        "sqlite+pysqlite://", creator=opened, poolclass=pool, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
