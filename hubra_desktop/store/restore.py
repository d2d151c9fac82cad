"""A register put back as a generation has it, whole or not at all, the present kept first.

Its passphrase is no part of that: it stays what it is now. A generation that could not follow
when the passphrase was chosen or changed would otherwise leave the register unlocked, or
locked with one that is forgotten.
"""

import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from hubra_desktop.model.language import N_
from hubra_desktop.store import connect, keys, schema
from hubra_desktop.store.backup import UnlikeGenerationError, register_id
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.errors import (
    DamagedRegisterError,
    FileError,
    NewerRegisterError,
    NotARegisterError,
    NotSavedError,
    RegisterPermissionError,
    UncertainCommitError,
    UnchangeableRegisterError,
    damage_or,
)
from hubra_desktop.store.file_system import free_name, sync_file, sync_folder
from hubra_desktop.store.inspection import inspect_file
from hubra_desktop.store.lock import RegisterLock
from hubra_desktop.store.making import what_refused
from hubra_desktop.store.passphrase import copy_with_key
from hubra_desktop.store.register import RegisterFile

Keep = Callable[[Path], Path]
"""Keeps a register's present state and returns where it lies; raises a RegisterError."""


class OtherRegisterError(FileError):
    """A generation is of another register than the one to put back."""

    text = N_(
        "Säkerhetskopian ”{name}” är inte av det här registret, som är orört. Öppna kopian för "
        "sig i stället."
    )


class NotRestoredError(FileError):
    """The register could not be put back; it is as it was."""

    text = N_("Registret ”{name}” kunde inte återställas ({reason}). Det är som det var. {advice}")


def put_back(register: Path, generation: Path, keep: Keep, who: str) -> Path | None:
    """Give the register a generation's content, at once, and return where the present is kept.

    None when there was no register. Nothing done before can be undone afterwards. Raises
    LockedRegisterError while the register is open, OtherRegisterError, NotRestoredError, and
    what tells that the generation cannot be opened; the register is then as it was.
    """
    register = register.resolve()
    try:
        lock = RegisterLock(register)
    except (RegisterPermissionError, UnchangeableRegisterError) as refused:
        raise NotRestoredError(register, what_refused(refused)) from refused
    try:
        ids = {register_id(path) for path in _there(register, generation)} - {""}
        if len(ids) > 1:
            raise OtherRegisterError(generation)
        kept = _present_kept(register, keep)
        _exchange(register, generation)
        lock.hold_file()
        _end_undo(register, lock, who)
        return kept
    finally:
        lock.release()


def _there(register: Path, generation: Path) -> list[Path]:
    """Return which of the two are there; raises NotRestoredError when the disk does not tell."""
    try:
        return [path for path in (register, generation) if path.exists()]
    except OSError as error:
        raise NotRestoredError(register, error) from error


def _present_kept(register: Path, keep: Keep) -> Path | None:
    """Keep what the register holds now; one that cannot be read whole is kept byte by byte."""
    if not register.exists():
        return None
    try:
        if connect.has_log(register):
            with suppress(sqlite3.DatabaseError):
                connect.settle(register)
        return keep(register)
    except (UnlikeGenerationError, DamagedRegisterError, NotARegisterError):
        return _kept_as_it_is(register)


def _kept_as_it_is(register: Path) -> Path:
    kept = free_name(register, f"skadad {datetime.now():%Y-%m-%d %H.%M}")
    try:
        shutil.copy2(register, kept)
        sync_file(kept)
    except OSError as error:
        kept.unlink(missing_ok=True)
        raise NotRestoredError(register, error) from error
    return kept


def _exchange(register: Path, generation: Path) -> None:
    """Put a proved copy of the generation in the register's place."""
    draft = register.with_name(f".{register.name}.new")
    try:
        connect.discard(draft)
        _copy(generation, draft, _key_now(register, generation))
        _inspect(draft, generation)
        with suppress(OSError):
            shutil.copymode(register, draft)
        for ending in ("-journal", "-wal", "-shm"):
            connect.beside(register, ending).unlink(missing_ok=True)
        draft.replace(register)
        sync_folder(register.parent)
    except (OSError, sqlite3.Error) as error:
        raise damage_or(NotRestoredError(register, error), generation, error) from error
    finally:
        connect.discard(draft)


def _key_now(register: Path, generation: Path) -> keys.FileKey | None:
    """Return the key of the register, the generation's where there is none or it is damaged.

    Raises sqlite3.Error when the generation cannot be read.
    """
    with suppress(sqlite3.Error):
        return connect.file_key(register)
    return connect.file_key(generation)


def _copy(generation: Path, draft: Path, key: keys.FileKey | None) -> None:
    """Copy the generation page by page, or row by row when its key is another."""
    with closing(connect.read_only(generation)) as source:
        if connect.key_behind(source) == key:
            schema.copy_database(source, draft)
            return
    copy_with_key(generation, draft, key)
    sync_file(draft)


def _inspect(draft: Path, generation: Path) -> None:
    """Refuse a generation that cannot be opened, by its own name and not by the draft's."""
    try:
        inspect_file(draft, writing=True)
    except DamagedRegisterError:
        raise DamagedRegisterError(generation) from None
    except (NewerRegisterError, NotARegisterError) as refused:
        raise type(refused)(generation) from None


def _end_undo(register: Path, lock: RegisterLock, who: str) -> None:
    """Write into the history that the register was put back: nothing before can be undone."""
    from hubra_desktop.store.journal import Journal

    file = RegisterFile(register, lock=lock)
    try:
        # Where the disk is full the register is put back all the same.
        with suppress(NotSavedError, UncertainCommitError), file.write() as connection:
            Journal().write(connection, who=who, action="restore", label="restore", barrier=True)
    finally:
        file.shut()
