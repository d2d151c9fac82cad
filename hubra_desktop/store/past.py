"""A register as it was: a generation read into memory, and nothing of it written anywhere.

The file is free again at once and may be moved or thinned away meanwhile. An older schema
is brought to the newest one in memory, so that all that reads the register reads this too.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Protocol

from sqlalchemy.engine import Connection
from sqlalchemy.pool import NullPool

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.language import N_
from hubra_desktop.store import connect, schema
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.engines import reading_engine
from hubra_desktop.store.errors import (
    DamagedRegisterError,
    FileError,
    NotUpgradedError,
    OlderRegisterError,
    ReadOnlyError,
    RegisterError,
    RowsNotKeptError,
    unreadable,
)
from hubra_desktop.store.inspection import inspect_file

LARGEST = 1_000_000_000
"""Bytes of a file that is read into memory; SQLite itself holds no more than 2**30 there."""


class TooLargeToShowError(FileError):
    """An earlier state is too large to be read into memory."""

    text = N_(
        "”{name}” är för stor för att visas bredvid registret. Öppna den för sig under Arkiv, "
        "Öppna."
    )


class RegisterStore(Protocol):
    """What a workspace works in: the open file of a register, or a register as it was."""

    path: Path
    read_only: bool
    looked_through: bool

    @property
    def replaced(self) -> bool:
        """Tell whether the file was replaced, moved or removed while it was open."""

    def read(self) -> AbstractContextManager[Connection]:
        """Give a connection that sees one moment and cannot change it."""

    def write(self) -> AbstractContextManager[Connection]:
        """Give a connection whose work is kept whole when the block ends, or not at all."""

    def must_be_held(self) -> None:
        """Raise the RegisterError that says why nothing can be saved, if so it is."""

    def look_through(self) -> None:
        """Look for damage in all of it; on any thread. Raises a RegisterError."""

    @property
    def told(self) -> list[str]:
        """Return what its user must know of how it was opened."""

    def is_free(self) -> bool:
        """Tell at once whether nobody else has a lock on it."""

    def spoilt(self) -> RegisterError | None:
        """Look for what cannot be read; None where all can."""

    def problems(self) -> list[str]:
        """Return what is wrong with the file itself; empty when it is sound."""

    def close(self) -> None:
        """Let go of it; safe to call twice."""


class PastFile:
    """A register as the file at ``path`` held it when this was made; on any thread.

    Raises the RegisterError that says why it cannot be shown: it is missing, damaged, of a
    later release or no register. It lives in memory until it is closed.
    """

    read_only = True
    looked_through = True
    replaced = False

    def __init__(self, path: Path) -> None:
        self.path = path
        older = _is_older(path)
        if path.stat().st_size > LARGEST:
            raise TooLargeToShowError(path)
        name, key = f"hubra-{new_id()}", connect.file_key(path)
        self._open = partial(connect.held_in_memory, name, key)
        self._held = self._open()
        try:
            with closing(connect.in_memory(path)) as copy:
                if connect.asks_for_log(path):
                    copy.execute("VACUUM")  # The memory that is shared has no place for one.
                copy.backup(self._held)
            if older:
                _upgrade(path, self._open)
            if schema.problems(self._held):
                raise DamagedRegisterError(path)
        except sqlite3.Error as error:
            self._held.close()
            raise unreadable(path, error) from None
        except BaseException:
            self._held.close()
            raise
        self._reader = reading_engine(self._open, NullPool)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that cannot change anything; may be called from any thread."""
        with self._reader.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Raise ReadOnlyError: what was is not changed."""
        self.must_be_held()
        yield from ()

    def must_be_held(self) -> None:
        """Raise ReadOnlyError: what was is not changed."""
        raise ReadOnlyError

    def look_through(self) -> None:
        """Do nothing: all of it was looked through when it was read."""

    @property
    def told(self) -> list[str]:
        """Return nothing: an earlier state is opened as it is."""
        return []

    def is_free(self) -> bool:
        """Tell that nobody has a lock on what is held in memory."""
        return True

    def spoilt(self) -> None:
        """Find nothing: an earlier state is a copy that was proved when it was made."""

    def problems(self) -> list[str]:
        """Return what is wrong with the rows as they were; empty when they are sound."""
        return schema.problems(self._held)

    def close(self) -> None:
        """Let go of the memory; safe to call twice."""
        self._reader.dispose()
        self._held.close()


def _is_older(path: Path) -> bool:
    """Tell whether the schema is an older one; raises the RegisterError of what is worse."""
    try:
        inspect_file(path, writing=False)
    except OlderRegisterError:
        return True
    return False


def _upgrade(path: Path, opened: partial[sqlite3.Connection]) -> None:
    """Bring the copy in memory to the newest schema; the file stays as it is."""
    try:
        schema.upgrade_by(opened)
    except RegisterError:
        raise
    except InputError as refused:
        raise RowsNotKeptError(path, rows=refused.sentence) from None
    except Exception as error:
        raise NotUpgradedError(path, error) from error
