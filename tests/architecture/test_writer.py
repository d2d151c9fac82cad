"""Only the one writer changes the register's tables: what writes past it is lost to undo."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.source import PACKAGE, modules, nodes

WRITERS = {"store/journal.py", "store/pictures.py", "store/rows.py", "store/upkeep.py"}
VERSION = {"store/schema.py"}
"""Writes in a new register which schema it is of."""
CHECKSUMS = {"store/row_check.py"}
"""Follows every write with the checksum of its row."""
UPGRADES = {"store/frozen_tables.py"}
"""Moves all rows of a table into the same table of a later schema."""
SALVAGE = {"store/salvage_draft.py", "store/salvaged_rows.py"}
"""Writes into a new register what could be read of a damaged one."""

_STATEMENTS = {"delete", "insert", "update"}
_TABLE = re.compile(r"([a-z_]+\.)?[A-Z][A-Z_]+|.*\b(table|TABLES\[.+\]|table_of\(.+\))")
_SQL = re.compile(r"\s*(INSERT INTO|UPDATE \S+ SET|DELETE FROM|REPLACE INTO)\b", re.IGNORECASE)


def writes(source: str) -> Iterator[int]:
    """Yield the lines that write to a table, by a statement of SQLAlchemy or one of SQL."""
    for node in nodes(source):
        match node:
            case ast.Call(func=ast.Attribute(attr=name, value=table)) if name in _STATEMENTS:
                if _TABLE.fullmatch(ast.unparse(table)):
                    yield node.lineno
            case ast.ImportFrom(module="sqlalchemy" | "sqlalchemy.sql", names=names):
                if _STATEMENTS & {each.name for each in names}:
                    yield node.lineno
            case ast.Constant(value=str(text)) if _SQL.match(text):
                yield node.lineno


def test_only_the_writer_writes() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in modules()
        if "migrations" not in path.parts
        if any(writes(path.read_text(encoding="utf-8")))
    }
    assert found == WRITERS | VERSION | CHECKSUMS | UPGRADES | SALVAGE


def test_a_statement_is_found_however_it_is_written() -> None:
    for planted in (
        "connection.execute(PERSON.delete())",
        "connection.execute(tables.PERSON.update().values(name=''))",
        "connection.execute(TABLES['person'].insert(), {})",
        "connection.execute(table_of(Person).delete())",
        "from sqlalchemy import select, update",
        "connection.exec_driver_sql('DELETE FROM person')",
        "connection.execute(text('update person set name = 1'))",
    ):
        assert list(writes(planted)) == [1], planted
    for harmless in ("found.update(more)", "rows.insert(0, row)", "say('Insert a row')"):
        assert list(writes(harmless)) == []
