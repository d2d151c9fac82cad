"""The register's schema versions, known without loading the migration tool.

Alembic and its scripts are imported only when a register is made or migrated; an
ordinary start compares two short strings.
"""

import errno
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hubra_desktop.model.errors import InputError
from hubra_desktop.store import connect
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.errors import (
    DamagedRegisterError,
    NotUpgradedError,
    RegisterError,
    RowsNotKeptError,
    unreadable,
)
from hubra_desktop.store.file_system import file_id, free_name, sync_file, sync_folder
from hubra_desktop.store.reasons import cause_of
from hubra_desktop.store.soundness import faults_of

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

APPLICATION_ID = 0x48754272
_VERSION_TABLE = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)
"""The migration tool's own table, so that a new register is made without loading the tool."""
_VERSION = re.compile("[0-9]{4}")
_MIGRATIONS = Path(__file__).parent / "migrations"
VERSIONS = frozenset(path.name[:4] for path in (_MIGRATIONS / "versions").glob("[0-9]*.py"))
HEAD = max(VERSIONS)
"""The newest version: migrations are called by the number they lead to."""


def version_of(path: Path, patience: float = connect.PATIENCE) -> str:
    """Return the schema version of the register at ``path``.

    Raises DamagedRegisterError when it cannot be told.
    """
    try:
        with closing(connect.read_only(path, patience)) as database:
            return version_in(database, path)
    except sqlite3.Error as error:
        raise unreadable(path, error) from None


def version_in(database: sqlite3.Connection, path: Path) -> str:
    """Return the schema version in an open database; raises DamagedRegisterError, sqlite3.Error."""
    rows = database.execute("SELECT version_num FROM alembic_version").fetchall()
    if len(rows) != 1 or not _VERSION.fullmatch(str(rows[0][0])):
        raise DamagedRegisterError(path)
    return str(rows[0][0])


def build(path: Path) -> None:
    """Make the newest tables in the empty database at ``path``, whole at once."""
    # The tables of the history and of the checksums are known once their modules are.
    from hubra_desktop.store import journal, row_check, tables  # noqa: F401

    with _filled(partial(connect.read_write, path)) as connection:
        # The driver opens no transaction for these statements, and each would be synced.
        connection.exec_driver_sql("BEGIN")
        tables.metadata().create_all(connection)
        connection.exec_driver_sql(_VERSION_TABLE)
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))
        _seal(connection)


def upgrade(path: Path) -> None:
    """Bring the older database at ``path`` to the newest schema."""
    upgrade_by(partial(connect.read_write, path))


def upgrade_by(opened: Callable[[], sqlite3.Connection]) -> None:
    """Bring the older database that ``opened`` connects to up to the newest schema.

    Foreign keys are off from connect: batch migrations with them on would delete
    child rows unnoticed.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", _MIGRATIONS.as_posix().replace("%", "%%"))
    with _filled(opened) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)
        _seal(connection)


def _seal(connection: "Connection") -> None:
    from hubra_desktop.store.row_check import seal

    database = connection.connection.driver_connection
    assert isinstance(database, sqlite3.Connection)
    seal(database)


@contextmanager
def _filled(opened: Callable[[], sqlite3.Connection]) -> "Iterator[Connection]":
    """Give a connection whose work on a database is kept when the block ends."""
    from sqlalchemy import create_engine

    def overwriting() -> sqlite3.Connection:
        database = opened()
        database.isolation_level = "DEFERRED"  # the driver begins what the migration tool commits
        connect.overwrite_what_is_freed(database)
        return database

    engine = create_engine("sqlite+pysqlite://", module=sqlite3, creator=overwriting)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def migrate(path: Path) -> Path:
    """Migrate an older register, held by its lock, and return the path of the kept original.

    The work is done on a copy beside it, which takes its place only when it is
    proved sound; until then the original is untouched. No journal may wait beside it: it
    would be read as the new file's. Raises NotUpgradedError, RowsNotKeptError when the
    newer schema refuses rows, or DamagedRegisterError when rows would be lost.
    """
    original = file_id(path)
    kept = free_name(path, f"före uppgradering från {version_of(path)}")
    copy = path.with_name(f".{path.name}.migrating")
    try:
        _make_copy(path, copy)
        upgrade(copy)
        _prove(copy, path)
        if file_id(path) != original:
            raise OSError(errno.EBUSY, path.name)
        _change_places(path, copy, kept)
    except RegisterError:
        raise
    except InputError as refused:
        raise RowsNotKeptError(path, rows=refused.sentence) from None
    except Exception as error:
        raise NotUpgradedError(path, error) from error
    finally:
        connect.discard(copy)
    return kept


def copy_database(
    source: sqlite3.Connection,
    target: Path,
    *,
    pages: int = -1,
    progress: Callable[[int, int, int], object] | None = None,
) -> None:
    """Copy a database page by page through SQLite, whole even while it is in use.

    Nobody but the owner may read the copy, from its first moment, and it is encrypted as the
    source is. With ``pages`` the source is let go after as many, and ``progress`` told
    SQLite's answer, the pages left and all. The copy is on the disk when it is whole; SQLite
    need not see to that while it reads.
    """
    with closing(connect.new_file(target, connect.key_behind(source))) as new:
        new.execute("PRAGMA synchronous=OFF")
        source.backup(new, pages=pages, progress=progress)
        new.execute("PRAGMA journal_mode=DELETE")
    sync_file(target)


def problems(database: sqlite3.Connection) -> list[str]:
    """Return what is wrong with the pages, the foreign keys and the rows; empty when sound.

    Raises sqlite3.Error when a disk that fails keeps it from being told.
    """
    from hubra_desktop.store.row_check import wrong_rows

    try:
        broken = faults_of(database, "integrity_check")
        orphans = database.execute("PRAGMA foreign_key_check").fetchall()
        wrong = wrong_rows(database)
    except sqlite3.DatabaseError as error:
        cause = cause_of(error)
        if cause is not None and not cause.damaged:
            raise
        return [str(error)]
    return broken + [f"{kind}: {row_id}" for kind, row_id, *_ in (*orphans, *wrong)]


def _make_copy(path: Path, copy: Path) -> None:
    """Copy the register for the work, with the rights that its owner gave it."""
    connect.discard(copy)
    with closing(connect.read_only(path)) as database:
        copy_database(database, copy)
    shutil.copymode(path, copy)


def _change_places(path: Path, copy: Path, kept: Path) -> None:
    """Keep the original under another name and put the migrated copy in its place."""
    draft = path.with_name(f".{path.name}.kept")
    try:
        _make_copy(path, draft)
        draft.rename(kept)
        sync_folder(path.parent)
        copy.replace(path)
        sync_folder(path.parent)
    except BaseException:
        connect.discard(kept)
        raise
    finally:
        connect.discard(draft)


def _prove(copy: Path, original: Path) -> None:
    """Raise DamagedRegisterError unless the migrated copy is sound and has lost no row."""
    with closing(connect.read_only(copy)) as new, closing(connect.read_only(original)) as old:
        present, before = row_counts(new), row_counts(old)
        lost = [name for name, count in before.items() if present.get(name, count) < count]
        if lost or problems(new):
            raise DamagedRegisterError(original)


def row_counts(database: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table has; raises sqlite3.Error."""
    return {name: _count(database, name) for (name,) in database.execute(_TABLES).fetchall()}


_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


def _count(database: sqlite3.Connection, table: str) -> int:
    return int(database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])
