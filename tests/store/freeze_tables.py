"""Freeze the tables that the newest migration makes anew, as they are derived today.

Run with ``python -m tests.store.freeze_tables budget_post grant`` when records of these kinds
have got columns in the newest migration, which may change until it is released. The tables
that its statements hold already are written anew too. Then run ``tests.store.keep_register``.
"""

import sys
from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from hubra_desktop.store import schema
from hubra_desktop.store.frozen_tables import FrozenTables
from hubra_desktop.store.tables import TABLES, metadata

FROZEN = schema._MIGRATIONS / "versions" / f"{schema.HEAD}.sql"
DIALECT = sqlite.dialect()


def statements(kind: str) -> str:
    """Return what makes a table and its indexes, laid out as the frozen statements are."""
    table = TABLES[kind]
    made = str(CreateTable(table).compile(dialect=DIALECT))
    lines = [line.strip() for line in made.strip().splitlines()]
    laid_out = [lines[0], *(f"  {line}" for line in lines[1:-1]), f"{lines[-1]};"]
    indexes = [str(CreateIndex(each).compile(dialect=DIALECT)) for each in table.indexes]
    return "\n".join([*laid_out, *(f"{each};" for each in sorted(indexes)), ""])


def freeze(path: Path, kinds: set[str]) -> None:
    """Write the statements of the kinds, and of those that stand there, to the file."""
    metadata()
    known = set(FrozenTables.read(path).tables) if path.exists() else set()
    path.write_text("\n".join(map(statements, sorted(known | kinds))), encoding="utf-8")


if __name__ == "__main__":
    freeze(FROZEN, set(sys.argv[1:]))
