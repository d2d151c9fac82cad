"""A new register made of what can still be read of a damaged one.

Each row that was read goes in as it stands, if the register can hold it. What a row has
lost is taken from its history, where that tells it whole. What then breaks a rule or leads
nowhere is mended or left out, and everything of the kind is told.
"""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import N_
from hubra_desktop.model.records.catalogue import SINGLE
from hubra_desktop.store import connect, schema
from hubra_desktop.store.damaged_file import DamagedFile
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.errors import (
    FileError,
    FileExistsAlreadyError,
    NewerRegisterError,
    unreadable,
)
from hubra_desktop.store.file_system import place_new, sync_file
from hubra_desktop.store.salvage_draft import SalvageDraft
from hubra_desktop.store.salvaged_rows import SalvagedRows


class NotSalvagedError(FileError):
    """What could be read could not be written; nothing of it is left."""

    text = N_(
        "Det som går att läsa ur ”{name}” kunde inte skrivas ({reason}). Den skadade filen är "
        "orörd. {advice}"
    )


class NothingSalvagedError(FileError):
    """Nothing that the register held can be read."""

    text = N_(
        "Inget av det som stod i ”{name}” går att läsa. Filen är orörd. Öppna den senaste "
        "säkerhetskopian, eller ta kontakt med den som sköter datorn."
    )


def salvage_rows(
    source: Path,
    target: Path,
    go_on: Callable[[], None] = lambda: None,
    *,
    beside: Path | None = None,
) -> SalvagedRows:
    """Make a new register at ``target`` of what can be read of ``source``, which stays as it is.

    Large values that it has lost are taken from the sound register ``beside``.

    Raises NothingSalvagedError, NotSalvagedError, what tells that the source cannot be read,
    and what ``go_on`` raises; then there is no new register.
    """
    try:
        file = DamagedFile(source, go_on)
    except (OSError, connect.LockedContentError) as error:
        raise unreadable(source, error) from None
    if not file.found_anything:
        raise NothingSalvagedError(source)
    if file.version.isdecimal() and file.version > schema.HEAD:
        raise NewerRegisterError(source)
    draft = target.with_name(f".{target.name}.new")
    try:
        result = _filled(file, draft, go_on, beside)
        if not result.saved.keys() - SINGLE:
            raise NothingSalvagedError(source)
        sync_file(draft)
        place_new(draft, target)
    except FileExistsError:
        raise FileExistsAlreadyError(target) from None
    except (OSError, sqlite3.Error) as error:
        raise NotSalvagedError(source, error) from error
    finally:
        connect.discard(draft)
    return result


def _filled(
    file: DamagedFile, draft: Path, go_on: Callable[[], None], beside: Path | None
) -> SalvagedRows:
    """Make the draft by way of the file's own earlier schema, or else of the newest."""
    known = file.version in schema.VERSIONS and not file.checks
    older = known and file.version < schema.HEAD and bool(file.schema)
    for by_own in dict.fromkeys((older, False)):
        connect.discard(draft)
        with closing(connect.new_file(draft, file.key)) as database:
            database.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
        try:
            return SalvageDraft(file, draft, go_on, beside).made(by_own=by_own)
        except (InputError, DBAPIError, sqlite3.Error):
            # What it is made of is spoilt, or has rows that the newest has no place for.
            if not by_own:
                raise
    raise AssertionError
