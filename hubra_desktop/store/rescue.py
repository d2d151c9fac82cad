"""The state of a register whose file was replaced or taken away, kept beside its name."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from hubra_desktop.store import connect, schema
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.file_system import free_name, place_new


def keep_state(database: sqlite3.Connection, path: Path) -> Path | None:
    """Copy what the open connection still holds to a free name, and return that.

    It lies beside ``path``, or in the user's home folder when the folder is gone. None
    when neither can be written or the disk that holds the state is gone.
    """
    now = datetime.now().astimezone()
    for folder in (path.parent, Path.home()):
        kept = free_name(folder / path.name, f"räddad {now:%Y-%m-%d %H.%M}")
        draft = kept.with_name(f".{kept.name}.new")
        try:
            connect.discard(draft)
            schema.copy_database(database, draft)
            place_new(draft, kept)
        except (OSError, sqlite3.Error):
            with suppress(OSError):
                connect.discard(draft)
        else:
            return kept
    return None
