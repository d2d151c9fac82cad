"""The recorder's pages: what each step changed, row by row, and the way back.

Every row's image before and after is stored in the same transaction as the change
itself. Undo and redo write images back, with plain statements, after a look that each
row is what they expect. The pages are also the register's log of who changed what,
and when.
"""

import base64
import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.store.tables import METADATA

STEP = Table(
    "step",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", String(40), nullable=False),
    Column("who", String, nullable=False),
    Column("action", String(8), nullable=False),
    Column("label", String(64), nullable=False),
)
CHANGE = Table(
    "change",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("step_id", Integer, ForeignKey("step.id"), nullable=False, index=True),
    Column("kind", String(64), nullable=False),
    Column("row_id", String(32), nullable=False, index=True),
    Column("before", Text),
    Column("after", Text),
)

Image = dict[str, Any]


class UndoConflictError(InputError):
    """A row is no longer what the step left behind, so the step cannot be undone."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Steget kan inte ångras, för uppgifterna har ändrats sedan dess. "
                "Inget har ändrats nu.",
                "The step cannot be undone, for the entries have been changed since. "
                "Nothing has been changed now.",
            )
        )


@dataclass(frozen=True)
class Recorded:
    """One row's change: its table, id and images; None before an insert and after a delete."""

    kind: str
    row_id: str
    before: Image | None
    after: Image | None

    @property
    def op(self) -> str:
        """Tell what happened to the row: "added", "changed" or "removed"."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"


class Journal(list[Recorded]):
    """What one transaction changed, in the order it happened."""

    def write(self, connection: Connection, *, who: str, action: str, label: str) -> int:
        """Store the journal as one step and return the step's id."""
        at = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
        made = connection.execute(
            STEP.insert(), {"at": at, "who": who, "action": action, "label": label}
        )
        key = made.inserted_primary_key
        assert key is not None
        step_id = int(key[0])
        connection.execute(
            CHANGE.insert(),
            [
                {
                    "step_id": step_id,
                    "kind": change.kind,
                    "row_id": change.row_id,
                    "before": _dump(change.before),
                    "after": _dump(change.after),
                }
                for change in self
            ],
        )
        return step_id


def changes_of(connection: Connection, step_ids: Iterable[int]) -> list[Recorded]:
    """Return what the steps changed, in the order it happened."""
    rows = connection.execute(
        select(CHANGE).where(CHANGE.c.step_id.in_(list(step_ids))).order_by(CHANGE.c.id)
    )
    return [Recorded(row.kind, row.row_id, _load(row.before), _load(row.after)) for row in rows]


def revert(connection: Connection, changes: Iterable[Recorded]) -> Journal:
    """Write the images from before, last change first.

    Raises UndoConflictError when a row differs from the image that the change left.
    """
    mirrored = [Recorded(c.kind, c.row_id, c.after, c.before) for c in changes]
    return repeat(connection, reversed(mirrored))


def repeat(connection: Connection, changes: Iterable[Recorded]) -> Journal:
    """Write the images from after, first change first; raises as ``revert`` does."""
    journal = Journal()
    for change in changes:
        _put(connection, change)
        journal.append(change)
    return journal


def _put(connection: Connection, change: Recorded) -> None:
    """Bring one row from its expected image to the wanted one."""
    table = METADATA.tables[change.kind]
    here = table.c.id == change.row_id
    row = connection.execute(select(table).where(here)).mappings().one_or_none()
    if (None if row is None else _encoded(row)) != change.before:
        raise UndoConflictError
    if change.after is None:
        connection.execute(table.delete().where(here))
    elif change.before is None:
        connection.execute(table.insert(), _decoded(table, change.after))
    else:
        connection.execute(table.update().where(here), _decoded(table, change.after))


def _encoded(values: Mapping[Any, Any]) -> Image:
    return {str(name): plain(value) for name, value in values.items()}


def plain(value: object) -> object:
    """Return a stored value as one that JSON carries."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def _decoded(table: Table, image: Image) -> dict[str, Any]:
    return {name: _typed(table.c[name], value) for name, value in image.items()}


def _typed(column: Column[Any], value: Any) -> Any:
    """Return the value that the column's own type wants."""
    kind = column.type.python_type
    if value is None or isinstance(value, kind):
        return value
    if issubclass(kind, bytes):
        return base64.b64decode(value)
    return kind.fromisoformat(value) if issubclass(kind, dt.date) else kind(value)


def _dump(image: Image | None) -> str | None:
    return None if image is None else json.dumps(image, ensure_ascii=False, sort_keys=True)


def _load(text: str | None) -> Image | None:
    return None if text is None else json.loads(text)
