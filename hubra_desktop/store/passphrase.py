"""Locking a register with a passphrase, changing that and taking it away.

A register is encrypted as a new file, made whole and proved, which then takes the old
one's name at once: whatever moment the work is cut short at, either the old register or
the new one opens. What stood in the old file is then overwritten with zeros. That removes
it from a hard disk; a solid-state drive, a synchronised folder or the disk's own backups
may keep it, which is for the user to know.
"""

import os
import shutil
from contextlib import closing, suppress
from pathlib import Path

from hubra_desktop.model.language import N_
from hubra_desktop.store import connect, keys, schema
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.errors import (
    DamagedRegisterError,
    FileError,
    PassphraseNeededError,
    RegisterError,
    unreadable,
)
from hubra_desktop.store.file_system import file_id, sync_file, sync_folder
from hubra_desktop.store.inspection import inspect_file
from hubra_desktop.store.lock import RegisterLock

_CHUNK = 1 << 20


class WrongPassphraseError(FileError):
    """The passphrase, or the key of a recovery sheet, does not open the register."""

    text = N_(
        "Lösenfrasen öppnar inte registret ”{name}”. Se efter stora och små bokstäver och "
        "mellanrum, och skriv den igen. Har du glömt den: använd återställningsbladet."
    )


class WrongRecoveryKeyError(FileError):
    """A recovery sheet's key is whole, but of another register or an earlier passphrase."""

    text = N_(
        "Återställningsbladet öppnar inte registret ”{name}”. Se efter att bladet är för det "
        "här registret och skrevs ut när lösenfrasen valdes senast."
    )


class NotLockedError(FileError):
    """The register has no passphrase to ask for, to change or to take away."""

    text = N_("Registret ”{name}” har ingen lösenfras.")


class NotEncryptedError(FileError):
    """The register could not be encrypted, or decrypted; it is as it was."""

    text = N_(
        "Lösenfrasen för ”{name}” kunde inte ändras ({reason}). Registret är som det var. {advice}"
    )


class UnderivedKeyError(FileError):
    """The computer has too little memory to derive a key."""

    text = N_(
        "Registret ”{name}” kunde inte låsas upp: datorns minne räcker inte till. "
        "Stäng några andra program, och försök igen."
    )


def salt_of_register(path: Path) -> bytes | None:
    """Return a register's salt, None when it has no passphrase; raises a RegisterError."""
    try:
        key = _file_key(path)
    except connect.LockedContentError as locked:
        return locked.salt
    except sqlite3.Error as error:
        raise unreadable(path, error) from None
    return None if key is None else key.salt


def _file_key(path: Path) -> keys.FileKey | None:
    """Return a register's key as ``connect.file_key`` does, also with what a crash left beside."""
    if not connect.has_journal(path):
        return connect.file_key(path)
    from hubra_desktop.store.crash_journal import key_in_copy

    return key_in_copy(path)


def unlock(path: Path, passphrase: str) -> None:
    """Let a register, and its copies, be opened from now on; takes a second.

    Raises WrongPassphraseError, NotLockedError and what tells that it cannot be read.
    """
    key = new_key(path, passphrase, _salt_asked(path))
    if not _opens(path, key):
        raise WrongPassphraseError(path)


def unlock_with(path: Path, key: bytes) -> None:
    """Let a register be opened by the key of its recovery sheet; raises as ``unlock`` does."""
    if not _opens(path, keys.FileKey(key, _salt_asked(path))):
        raise WrongRecoveryKeyError(path)


def new_key(path: Path, passphrase: str, salt: bytes | None = None) -> keys.FileKey:
    """Return the key that a passphrase gives, with a new salt; takes a second.

    Raises UnderivedKeyError.
    """
    try:
        return keys.derived(passphrase, salt or keys.new_salt())
    except MemoryError:
        raise UnderivedKeyError(path) from None


def _salt_asked(path: Path) -> bytes:
    salt = salt_of_register(path)
    if salt is None:
        raise NotLockedError(path)
    return salt


def _opens(path: Path, key: keys.FileKey) -> bool:
    """Tell whether the key is a file's, which is known from then on.

    Raises DamagedRegisterError when it is and the first page is damaged.
    """
    known = keys.known_key(key.salt)
    keys.learn(key)
    try:
        _file_key(path)
    except sqlite3.Error as error:
        keys.forget(key)
        if known is not None:
            keys.learn(known)
        wrong = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_CORRUPT
        if wrong and (known is not None or not _proves_page(path, key)):
            return False
        raise unreadable(path, error) from None
    return True


def _proves_page(path: Path, key: keys.FileKey) -> bool:
    """Tell whether the second page of a file, which nothing has open, was sealed by a key.

    SQLite reads nothing when the first page is damaged, as with a wrong key.
    """
    with suppress(OSError), path.open("rb") as file:
        file.seek(keys.PAGE_BYTES)
        return keys.is_sealed(file.read(keys.PAGE_BYTES), 2, key)
    return False


def lock_register(register: Path, key: keys.FileKey | None) -> None:
    """Encrypt a register, which nobody has open, by a key, or by none; whole or not at all.

    Raises LockedRegisterError while it is open, PassphraseNeededError when its own key is
    not known, what else tells that it cannot be opened, and NotEncryptedError; the register
    is then as it was.
    """
    register = register.resolve()
    inspect_file(register, writing=True)
    lock = RegisterLock(register)
    try:
        connect.settle(register)
        encrypt_file(register, key)
        os.utime(register)
        lock.hold_file()
    except sqlite3.Error as error:
        raise unreadable(register, error) from None
    finally:
        lock.release()


def encrypt_file(path: Path, key: keys.FileKey | None) -> None:
    """Put in a file's place the same register encrypted by a key, or by none.

    Nobody may have it open. Raises PassphraseNeededError, DamagedRegisterError and
    NotEncryptedError; the file is then as it was.
    """
    draft = path.with_name(f".{path.name}.new")
    old = path.with_name(f".{path.name}.old")
    try:
        sweep_old(path)
        connect.discard(draft)
        copy_with_key(path, draft, key)
        shutil.copystat(path, draft)  # a kept original is as old as its file
        sync_file(draft)
        _exchange(path, draft, old)
    except connect.LockedContentError:
        raise PassphraseNeededError(path) from None
    except RegisterError:
        raise
    except (OSError, sqlite3.Error) as error:
        raise NotEncryptedError(path, error) from error
    finally:
        connect.discard(draft)


def copy_with_key(path: Path, copy: Path, key: keys.FileKey | None) -> None:
    """Write a register into a new file that is encrypted by a key, or by none, and prove it.

    Raises DamagedRegisterError, OSError, sqlite3.Error.
    """
    _make(path, copy, key)
    if key is not None:
        keys.learn(key)
    _prove(path, copy)


def _make(path: Path, draft: Path, key: keys.FileKey | None) -> None:
    """Write all that a register holds, its marks too, into a draft."""
    with closing(connect.read_only(path)) as database:
        marks = {
            name: database.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version")
        }
        connect.attach_new(database, draft, key)
        database.execute("PRAGMA new.synchronous=OFF")
        database.execute("BEGIN")
        database.execute("SELECT sqlcipher_export('new')").fetchone()
        for name, value in marks.items():
            database.execute(f"PRAGMA new.{name}={value}")
        database.execute("COMMIT")
        database.execute("DETACH new")


def _prove(path: Path, draft: Path) -> None:
    """Raise DamagedRegisterError unless the draft is sound and holds as many rows."""
    with closing(connect.read_only(draft)) as new, closing(connect.read_only(path)) as old:
        same = all(
            new.execute(f"PRAGMA {name}").fetchone() == old.execute(f"PRAGMA {name}").fetchone()
            for name in ("application_id", "user_version")
        )
        if not same or schema.row_counts(new) != schema.row_counts(old) or schema.problems(new):
            raise DamagedRegisterError(path)


def _exchange(path: Path, draft: Path, old: Path) -> None:
    """Give the draft the register's name, and overwrite what had it."""
    with suppress(OSError, NotImplementedError):
        os.link(path, old)  # where links are not known, the old bytes are only let go
    draft.replace(path)
    sync_folder(path.parent)
    sync_file(path)  # where a folder cannot be flushed, this brings the new name to the disk
    sweep_old(path)


def sweep_old(path: Path) -> None:
    """Overwrite and remove what a register was before its passphrase was changed, if it is left.

    A file that has another name too, the register's own among them, only loses this one.
    """
    old = path.with_name(f".{path.name}.old")
    with suppress(OSError):
        if file_id(old) != file_id(path) and old.stat().st_nlink == 1:
            overwrite(old)
        old.unlink(missing_ok=True)


def overwrite(path: Path) -> None:
    """Fill a file that nobody has open with zeros, on the disk; raises OSError."""
    with path.open("r+b") as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(bytes(min(left, _CHUNK)))
        file.flush()
        os.fsync(file.fileno())
