"""Tables as a migration froze them, and the making anew of a register's tables by them.

SQLite changes no constraint of a table that stands. A table is made anew under another
name, takes over all rows of the old one in their order, and takes its place. The
statements of a migration never change once it is released, whatever the records become.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import Connection

_TABLE = re.compile(r'CREATE TABLE "?(\w+)"? (\(\n.+?\n\));\n', re.DOTALL)
_INDEX = re.compile(r"CREATE (?:UNIQUE )?INDEX [^;]+")


@dataclass(frozen=True)
class FrozenTables:
    """Columns and constraints of each table, as in its statement, and the indexes of all."""

    tables: Mapping[str, str]
    indexes: tuple[str, ...]

    @classmethod
    def read(cls, path: Path) -> "FrozenTables":
        """Return the tables whose statements stand in the file at ``path``."""
        frozen = path.read_text(encoding="utf-8")
        return cls(dict(_TABLE.findall(frozen)), tuple(_INDEX.findall(frozen)))

    def renew(
        self, connection: Connection, filled: Mapping[str, Mapping[str, str]] | None = None
    ) -> None:
        """Make every table as it stands here, with all rows that the register has of it.

        ``filled`` holds by table the columns that no old row has, or has otherwise, each
        with the expression over the old row's columns that gives its value.
        """
        for table, columns in self.tables.items():
            _renew(connection, table, columns, (filled or {}).get(table, {}))
        for statement in self.indexes:
            connection.exec_driver_sql(statement)


def is_there(connection: Connection, table: str) -> bool:
    """Tell whether the register has the table."""
    found = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return connection.exec_driver_sql(found, (table,)).first() is not None


def _renew(connection: Connection, table: str, columns: str, filled: Mapping[str, str]) -> None:
    made = f"new_{table}"
    connection.exec_driver_sql(f'CREATE TABLE "{made}" {columns}')
    if is_there(connection, table):
        names = [str(row.name) for row in connection.exec_driver_sql(_COLUMNS.format(made))]
        values = ", ".join(filled.get(name, f'"{name}"') for name in names)
        rows = f'SELECT {values} FROM "{table}" ORDER BY rowid'
        into = ", ".join(f'"{name}"' for name in names)
        connection.exec_driver_sql(f'INSERT INTO "{made}" ({into}) {rows}')
        connection.exec_driver_sql(f'DROP TABLE "{table}"')
    connection.exec_driver_sql(f'ALTER TABLE "{made}" RENAME TO "{table}"')


_COLUMNS = 'PRAGMA table_info("{}")'
