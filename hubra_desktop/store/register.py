"""One register: a SQLite file with a writer, readers and a lock.

The file is refused before it is touched: what is not a register, is damaged, is
newer than the program or is held by somebody else is left as it was. While it is open
it must stay the same file: before each commit its name is looked up. Connections
begin their transactions themselves, because the driver's own habits would let a
reader lock everybody out.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import NullPool, QueuePool, StaticPool

from hubra_desktop.model.errors import InputError
from hubra_desktop.paths import is_gone
from hubra_desktop.store import connect, schema
from hubra_desktop.store.commits import CommitFollower
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.engines import engine_of, reading_engine, whole_transaction
from hubra_desktop.store.errors import (
    DamagedRegisterError,
    FileExistsAlreadyError,
    NotCreatedError,
    NotSavedError,
    ReadOnlyError,
    RegisterError,
    ReplacedRegisterError,
    SpoiltRegisterError,
    UncertainCommitError,
    UnreadRegisterError,
    unreadable,
)
from hubra_desktop.store.file_system import (
    FileId,
    file_id,
    make_folder,
    refuse_long_path,
    remove_empty,
)
from hubra_desktop.store.inspection import inspect_file, refuse_damaged_copy, refuse_damaged_pages
from hubra_desktop.store.lock import RegisterLock
from hubra_desktop.store.making import (
    draft_of,
    make_whole,
    real_path,
    sweep,
    what_refused,
)
from hubra_desktop.store.reasons import cause_of
from hubra_desktop.store.refused_rows import refused_by_file

if TYPE_CHECKING:
    from hubra_desktop.store.unfit import Unfit

Fill = Callable[["RegisterFile"], None]


class RegisterFile:
    """An open register. Close it; what is not closed stays locked to others.

    ``path`` is the file itself: whoever comes by another name meets the same lock. It is
    written, and read where it lies, on the thread that opened it. Other threads read a
    copy in memory of what it holds at that moment, and so does everybody with ``apart``:
    long work keeps no writer waiting. With ``brief`` nothing is waited for long, at the
    opening and later, but ``apart``: a window must not stand still. ``told`` is what its
    user must know.
    """

    def __init__(
        self,
        path: Path,
        *,
        read_only: bool = False,
        apart: bool = False,
        lock: RegisterLock | None = None,
        brief: bool = False,
    ) -> None:
        path = real_path(path)
        self.path = path
        self.read_only = read_only
        self._thread = threading.get_ident()
        self._patience = connect.BRIEF_PATIENCE if brief and not apart else connect.PATIENCE
        self._apart = apart
        self._reads = 0
        self._kept: Path | None = None
        self.told: list[str] = []
        self._file: FileId | None = None
        self._lock: RegisterLock | None = None
        try:
            self.looked_through = inspect_file(
                path, writing=not read_only, brief=brief, patience=self._patience, told=self.told
            )
            self._lock = None if read_only else lock or RegisterLock(path)
            pool = NullPool if read_only else QueuePool
            self._reader = reading_engine(self._read_connection, pool)
            self._driver = self._hold() if self._lock else None
            self._commits = CommitFollower(self._driver) if self._driver else None
        except BaseException as error:
            self._unlock()
            if isinstance(error, OSError):
                raise unreadable(path, error) from error
            raise

    def _hold(self) -> sqlite3.Connection:
        """Make the register ready to write, and return the connection that writes it."""
        assert self._lock is not None
        try:
            sweep(self.path)
            if self._lock.left_open and not self.looked_through:
                refuse_damaged_pages(self.path)
                self.looked_through = True
            if schema.version_of(self.path, self._patience) < schema.HEAD:
                connect.settle(self.path)
                refuse_damaged_pages(self.path)
                schema.migrate(self.path)
                self.looked_through = True
            self._lock.hold_file()
            self._file = file_id(self.path)
            return connect.writer(self.path, self._patience)
        except sqlite3.Error as error:
            raise unreadable(self.path, error) from error

    @classmethod
    def create(cls, path: Path, fill: Fill | None = None) -> Self:
        """Make a register readable by its owner alone, with its first rows by ``fill``, open.

        It gets its name when it is whole. Raises FileExistsAlreadyError, NotCreatedError,
        LockedRegisterError when another process makes it just now, and what ``fill``
        raises; then nothing is left behind.
        """
        if path == path.parent:
            raise FileExistsAlreadyError(path)
        made: list[Path] = []
        lock, placed = None, False
        try:
            if path.exists():
                raise FileExistsAlreadyError(path)
            refuse_long_path(draft_of(path))
            made = make_folder(path.parent)
            lock = RegisterLock(real_path(path))
            make_whole(real_path(path), lambda draft: cls(draft, lock=lock), fill)
            placed = True
            return cls(path, lock=lock)
        except BaseException as error:
            if placed:
                connect.discard(real_path(path))
            if lock is not None:
                lock.release()
            if placed and isinstance(error, RegisterError) and not is_gone(path):
                raise  # it is made, and cannot be opened or removed now
            remove_empty(made)
            refused = what_refused(error)
            if refused is None:
                raise
            raise NotCreatedError(path, refused) from refused

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one moment of the register and cannot change it.

        Raises the RegisterError that says why it cannot be read, SpoiltRegisterError where
        the block meets what no release has written.
        """
        with self._told_in_words():
            if self._apart or threading.get_ident() != self._thread:
                with self._copies.connect() as connection:
                    yield connection
                return
            if self._commits is not None:
                self._commits.settle()
            self._reads += 1
            try:
                with self._reader.connect() as connection:
                    yield connection
            finally:
                self._reads -= 1

    @contextmanager
    def _told_in_words(self) -> Iterator[None]:
        """Raise what the block fails at as a RegisterError, where the register is the cause."""
        try:
            yield
        except (InputError, OSError):
            raise
        except Exception as error:
            told = self._explained(error)
            if told is None:
                raise
            raise told from error

    def _explained(self, error: Exception) -> RegisterError | None:
        """Return the refusal that a failure stands for, or None for a mistake of the program."""
        known = cause_of(error)
        if known is not None and not known.damaged:
            return unreadable(self.path, error)
        spoilt = self.spoilt()
        return unreadable(self.path, error) if known and spoilt is None else spoilt

    def spoilt(self) -> RegisterError | None:
        """Look for what cannot be read, on any thread; None where all can."""
        from hubra_desktop.store.unfit import unfit_words

        try:
            found = self.unfit()
        except RegisterError as error:
            return error
        return SpoiltRegisterError(self.path, what=unfit_words(found)) if found else None

    def unfit(self) -> "list[Unfit]":
        """Return every value that cannot be read; raises RegisterError when nothing can."""
        from hubra_desktop.store.unfit import unfit_values

        try:
            with closing(self._copy_connection()) as database:
                return list(unfit_values(database))
        except sqlite3.Error as error:
            raise unreadable(self.path, error) from None

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a connection whose work is kept whole when the block ends, or not at all.

        Raises ReadOnlyError, ReplacedRegisterError, BrokenReferenceError when rows would
        point nowhere, RefusedRowError when the file refuses a row, NotSavedError when the
        disk does, and UncertainCommitError when the disk does not tell what became of it.
        """
        self.must_be_held()
        assert self._commits is not None
        self._commits.start()
        with (
            self._told_in_words(),
            self._refused_in_words(self._commits),
            self._writer.connect() as connection,
            whole_transaction(connection, self.must_be_held, self._commits.ask),
        ):
            self._commits.begin()
            yield connection
        self._commits.done()

    @contextmanager
    def _refused_in_words(self, commits: CommitFollower) -> Iterator[None]:
        """Raise what SQLite refuses to write as a RegisterError, but for damage.

        What stands in the file all the same is not refused.
        """
        try:
            yield
        except IntegrityError as error:
            raise refused_by_file(error) from error
        except (DBAPIError, sqlite3.Error, MemoryError) as error:
            try:
                if commits.stands():
                    return
            except sqlite3.Error:
                raise UncertainCommitError(error) from error
            self.must_be_held()  # what is gone, or another file, is told as that
            known = cause_of(error)
            if known is None or known.damaged:
                raise
            raise NotSavedError(error) from error

    def must_be_held(self) -> None:
        """Raise unless what is written now comes into the file that was opened.

        Raises ReadOnlyError, and ReplacedRegisterError once this state is kept beside it.
        A write from another thread, or inside a read that would keep it waiting, is a
        mistake of the program: RuntimeError.
        """
        if self._driver is None:
            raise ReadOnlyError
        if threading.get_ident() != self._thread:
            message = "a write from another thread than the one that opened the register"
            raise RuntimeError(message)
        if self._reads:
            message = "a write inside a read"
            raise RuntimeError(message)
        try:
            if self.replaced:
                raise ReplacedRegisterError(self.path, self._keep(self._driver))
        except OSError as error:
            raise NotSavedError(error) from error

    def is_free(self) -> bool:
        """Tell at once whether the file is there and nobody else has a lock on it."""
        try:
            if self._driver is not None:
                return file_id(self.path) is not None and connect.is_free(self._driver)
            with closing(connect.read_only(self.path, 0)):
                return True
        except (OSError, sqlite3.Error):
            return False

    @cached_property
    def _copies(self) -> Engine:
        return reading_engine(self._copy_connection, NullPool)

    @cached_property
    def _writer(self) -> Engine:
        return engine_of(self._write_connection, StaticPool, "BEGIN IMMEDIATE")

    @property
    def replaced(self) -> bool:
        """Tell whether another file, or none, has the name now; what once was so stays so."""
        return self._kept is not None or (
            self._driver is not None and file_id(self.path) != self._file
        )

    def look_through(self) -> None:
        """Raise the RegisterError that the opening had no time to find; on any thread."""
        refuse_damaged_copy(self._place())
        self.looked_through = True

    def problems(self) -> list[str]:
        """Return what is wrong with the file's pages and references; empty when sound.

        Raises a RegisterError when a disk that fails keeps it from being told.
        """
        try:
            with closing(self._copy_connection()) as database:
                return schema.problems(database)
        except sqlite3.Error as error:
            told = unreadable(self.path, error)
            if isinstance(told, DamagedRegisterError):
                return [str(error)]
            raise told from error

    def close(self) -> None:
        """Let go of the file and of the lock; safe to call twice."""
        self.shut()
        self._unlock()

    def shut(self) -> None:
        """Let go of the file, which is whole, and leave nothing of SQLite's beside it."""
        self._reader.dispose()
        driver, self._driver = self._driver, None
        if driver is None:
            return
        with suppress(OSError, sqlite3.Error):
            if file_id(self.path) == self._file:
                driver.execute("PRAGMA journal_mode=DELETE")
            elif file_id(self.path) is None:
                connect.beside(self.path, "-journal").unlink(missing_ok=True)
        self._writer.dispose()
        driver.close()

    def _keep(self, driver: sqlite3.Connection) -> Path | None:
        """Keep the state that was saved last beside the file, once; None when that fails.

        From then on the copy is what is read, and the name is free for others.
        """
        if self._kept is None:
            from hubra_desktop.store.rescue import keep_state

            driver.rollback()
            self._kept = keep_state(driver, self.path)
            if self._kept is not None:
                self._reader.dispose()
                self._unlock()
        return self._kept

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.release()

    def _place(self) -> Path:
        """Return the file to read; on the writing thread a state that would be lost is kept."""
        try:
            if self._driver is None or not self.replaced:
                return self.path
        except OSError as error:
            raise unreadable(self.path, error) from error
        own = threading.get_ident() == self._thread
        kept = self._keep(self._driver) if own else self._kept
        if kept is None:
            raise UnreadRegisterError(self.path)
        return kept

    def _read_connection(self) -> sqlite3.Connection:
        return connect.read_only(self._place(), self._patience)

    def _copy_connection(self) -> sqlite3.Connection:
        return connect.in_memory(self._place())

    def _write_connection(self) -> sqlite3.Connection:
        """Prepare the writer at the first write: it takes some milliseconds."""
        from hubra_desktop.store.row_check import keep_checks

        assert self._driver is not None
        keep_checks(self._driver)
        return self._driver
