"""A new register, made as a draft that gets its name when it is whole."""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Protocol, TypeVar

from sqlalchemy.exc import DBAPIError

from hubra_desktop.store import connect, schema
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.errors import (
    FileExistsAlreadyError,
    NotSavedError,
    RegisterPermissionError,
    UncertainCommitError,
    UnchangeableRegisterError,
    UnreachableRegisterError,
)
from hubra_desktop.store.file_system import place_new


class _Open(Protocol):
    def shut(self) -> None: ...


F = TypeVar("F", bound=_Open)

_REFUSALS = (OSError, MemoryError, sqlite3.Error, DBAPIError)
_OF_ONE_THAT_IS_THERE = (
    NotSavedError,
    RegisterPermissionError,
    UncertainCommitError,
    UnchangeableRegisterError,
    UnreachableRegisterError,
)
"""What these say is untrue of a register that is being made."""


def make_whole(path: Path, opened: Callable[[Path], F], fill: Callable[[F], None] | None) -> None:
    """Make a register, fill it and give it its name, unless a file has come there meanwhile.

    Raises FileExistsAlreadyError then, OSError, sqlite3.Error, and what ``opened`` and
    ``fill`` raise; nothing is left of it.
    """
    draft = draft_of(path)
    try:
        connect.discard(draft)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        schema.build(draft)
        with closing(connect.read_write(draft)) as database:
            database.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
        file = opened(draft)
        try:
            if fill is not None:
                fill(file)
        finally:
            file.shut()
        try:
            place_new(draft, path)
        except FileExistsError:
            raise FileExistsAlreadyError(path) from None
    finally:
        connect.discard(draft)


def what_refused(error: BaseException) -> BaseException | None:
    """Return what kept a register from being made, None when it was neither disk nor system."""
    if isinstance(error, _OF_ONE_THAT_IS_THERE):
        return error.__cause__ or error.__context__ or error
    return error if isinstance(error, _REFUSALS) else None


def draft_of(path: Path) -> Path:
    """Name the draft of a register that is made; what is left of one is swept away."""
    return path.with_name(f".{path.name}.new")


def sweep(path: Path) -> None:
    """Remove what work cut short has left beside a register, for who holds its lock.

    After a power cut nothing else may tell that it was cut short.
    """
    connect.discard(draft_of(path))
    if path.with_name(f".{path.name}.old").exists():
        from hubra_desktop.store.passphrase import sweep_old

        sweep_old(path)


def real_path(path: Path) -> Path:
    """Follow links to the file itself."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path
