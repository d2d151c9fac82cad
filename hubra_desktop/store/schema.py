"""The register's schema versions, known without loading the migration tool.

Alembic and its scripts are imported only when a register is made or migrated; an
ordinary start compares two short strings.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from hubra_desktop.store.errors import DamagedRegisterError

HEAD = "0001"
APPLICATION_ID = 0x48754272
_MIGRATIONS = Path(__file__).parent / "migrations"


def version_of(path: Path) -> str:
    """Return the schema version of the register at ``path``.

    Raises DamagedRegisterError when it cannot be told.
    """
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            rows = database.execute("SELECT version_num FROM alembic_version").fetchall()
    except sqlite3.Error:
        raise DamagedRegisterError(path) from None
    if len(rows) != 1:
        raise DamagedRegisterError(path)
    return str(rows[0][0])


def build(path: Path) -> None:
    """Bring the database at ``path`` (which may be empty) to the newest schema.

    Foreign keys are off from connect: batch migrations with them on would delete
    child rows unnoticed.
    """
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine

    config = Config()
    config.set_main_option("script_location", _MIGRATIONS.as_posix().replace("%", "%%"))
    engine = create_engine("sqlite+pysqlite://", creator=lambda: sqlite3.connect(path))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, HEAD)
    finally:
        engine.dispose()


def migrate(path: Path) -> Path:
    """Migrate an older register and return the path of the kept original.

    The work is done on a copy beside it, which takes its place only when it is
    proved sound; until then the original is untouched. Raises DamagedRegisterError.
    """
    version = version_of(path)
    copy = path.with_name(f".{path.name}.migrating")
    copy.unlink(missing_ok=True)
    try:
        copy_database(path, copy)
        build(copy)
        _prove(copy, path)
        kept = path.with_name(f"{path.stem} (före uppgradering från {version}){path.suffix}")
        shutil.copy2(path, kept)
        copy.replace(path)
    finally:
        copy.unlink(missing_ok=True)
    return kept


def copy_database(source: Path, target: Path) -> None:
    """Copy a database page by page through SQLite, whole even while it is in use."""
    address = f"{source.absolute().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(address, uri=True)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)
        new.execute("PRAGMA journal_mode=DELETE")
    target.chmod(0o600)


def problems(database: sqlite3.Connection) -> list[str]:
    """Return what SQLite finds wrong with the pages and the foreign keys; empty when sound."""
    found = [str(row[0]) for row in database.execute("PRAGMA integrity_check")]
    orphans = database.execute("PRAGMA foreign_key_check").fetchall()
    return [line for line in found if line != "ok"] + [f"{row[0]}: {row[1]}" for row in orphans]


def _prove(copy: Path, original: Path) -> None:
    """Raise DamagedRegisterError unless the migrated copy is sound and has lost no row."""
    with closing(sqlite3.connect(copy)) as new, closing(sqlite3.connect(original)) as old:
        kept = [
            name for (name,) in old.execute(_TABLES) if name in {n for (n,) in new.execute(_TABLES)}
        ]
        lost = [name for name in kept if _count(new, name) < _count(old, name)]
        if lost or problems(new):
            raise DamagedRegisterError(original)


_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


def _count(database: sqlite3.Connection, table: str) -> int:
    return int(database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])
