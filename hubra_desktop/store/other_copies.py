"""Copies of a register beside it, for a purge by law: which hold a row, and how one is changed.

Generations, the originals that upgrades keep and what was rescued hold what the register
held. A copy is changed as the register is: in a draft, which takes its place when it is done.
"""

import shutil
from collections.abc import Callable, Collection
from contextlib import closing, suppress
from pathlib import Path

from hubra_desktop.model.language import N_
from hubra_desktop.store import connect
from hubra_desktop.store.crash_journal import ASIDE_SUFFIX
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.errors import FileError
from hubra_desktop.store.file_system import sync_file, sync_folder
from hubra_desktop.store.history import RowKey
from hubra_desktop.store.passphrase import overwrite
from hubra_desktop.store.scratch import scratch_folder


class UnpurgedCopyError(FileError):
    """A copy could not be read or changed; it is as it was."""

    text = N_(
        "Kopian ”{name}” i mappen {folder} kunde inte gallras ({reason}). Ta bort den själv om "
        "den har kvar uppgifterna."
    )


def copies_beside(register: Path) -> list[Path]:
    """Return the files beside a register that bear its name and a word on what they are."""
    begins, found = f"{register.stem} (", list[Path]()
    with suppress(OSError):
        found += (
            path
            for path in register.parent.iterdir()
            if path.name.startswith(begins) and path.suffix == register.suffix and path.is_file()
        )
    return sorted(found)


def remove_remains(register: Path) -> list[str]:
    """Remove what was put aside of interrupted changes: nothing can be taken out of it alone.

    Returns a sentence for each that could not be removed.
    """
    begins, told = f"{register.stem} (", list[str]()
    for path in register.parent.glob(f"*{ASIDE_SUFFIX}"):
        if path.name.startswith(begins):
            try:
                overwrite(path)
                path.unlink()
            except OSError as error:
                told.append(UnpurgedCopyError(path, error).sentence)
    return told


def holds_any(path: Path, keys: Collection[RowKey]) -> bool:
    """Tell whether a copy has any of the rows, or their history; raises UnpurgedCopyError."""
    try:
        with closing(connect.read_only(path)) as database:
            tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
            return any(_holds(database, tables, *key) for key in keys)
    except sqlite3.Error as error:
        raise UnpurgedCopyError(path, error) from error


def _holds(database: sqlite3.Connection, tables: Collection[str], kind: str, row_id: str) -> bool:
    asked = [(kind, "id")] if kind in tables else []
    asked += [("change", "row_id")] if "change" in tables else []
    return any(
        database.execute(
            f'SELECT 1 FROM "{table}" WHERE "{column}" = ? LIMIT 1', (row_id,)
        ).fetchone()
        for table, column in asked
    )


def change_copy(path: Path, change: Callable[[Path], None]) -> None:
    """Put in a copy's place what ``change`` makes of a draft of it, whole or not at all.

    What the change leaves beside the draft goes with it. Raises UnpurgedCopyError, and what
    ``change`` raises; the copy is then as it was.
    """
    try:
        with scratch_folder(path.parent) as folder:
            draft = folder / path.name
            shutil.copy2(path, draft)
            change(draft)
            shutil.copystat(path, draft)
            sync_file(draft)
            draft.replace(path)
            sync_folder(path.parent)
    except (OSError, sqlite3.Error) as error:
        raise UnpurgedCopyError(path, error) from error
