"""The history of the register: what each step changed, row by row, and the way back.

What a transaction changed is stored with it: of a changed row only the columns that
differ, of a long text only the stretch that differs, of a picture only its hash. Undo and
redo write values back after a look that they find what the step left behind. The same
pages tell who changed what, and when.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    Row,
    String,
    Table,
    Text,
    func,
    select,
)
from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.store.deltas import Delta, Image, digest, packed, unpacked
from hubra_desktop.store.pictures import HASH_LENGTH, kept_picture
from hubra_desktop.store.tables import METADATA, TABLES

STEP = Table(
    "step",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", String(40), nullable=False),
    Column("who", String, nullable=False),
    Column("action", String(8), nullable=False),
    Column("label", String(64), nullable=False),
    Column("merge_key", String(16)),
    Column("barrier", Boolean),
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
LARGE_VALUE = Table(
    "large_value",
    METADATA,
    Column("hash", String(HASH_LENGTH), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""Pictures, once each; rows and the history name them by their hash."""


class UndoConflictError(InputError):
    """A row is no longer what the step left behind, so the step cannot be undone.

    ``column`` is what differs of it; "" when the row is gone, or is there again.
    """

    def __init__(self, kind: str = "", row_id: str = "", column: str = "") -> None:
        self.kind, self.row_id, self.column = kind, row_id, column
        super().__init__(
            say(
                "Steget kan inte ångras, för uppgifterna har ändrats sedan dess. "
                "Inget har ändrats nu."
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
    def images(self) -> tuple[Image, ...]:
        """Return what the row was and what it is: one of them when it came or went."""
        return tuple(each for each in (self.before, self.after) if each is not None)

    @property
    def op(self) -> str:
        """Tell what happened to the row: "added", "changed" or "removed"."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"


class StoredStep(NamedTuple):
    """A step as the history tells it; ``action`` is "do", "undo", "redo" or "purge"."""

    id: int
    action: str
    label: str
    merge_key: str | None
    barrier: bool


class Journal(list[Recorded]):
    """What one transaction changed, in the order it happened."""

    def note(self, change: Recorded) -> None:
        """Add a change; it joins the latest one when that is of the same row."""
        latest = self[-1] if self else None
        if latest and (latest.kind, latest.row_id) == (change.kind, change.row_id):
            self.pop()
            change = Recorded(change.kind, change.row_id, latest.before, change.after)
        if change.before != change.after:
            self.append(change)

    def net(self) -> "list[Recorded]":
        """Return each row once: as it was before the transaction, and as it is after it."""
        rows: dict[tuple[str, str], Recorded] = {}
        for each in self:
            first = rows.get((each.kind, each.row_id), each)
            rows[each.kind, each.row_id] = Recorded(
                each.kind, each.row_id, first.before, each.after
            )
        return [each for each in rows.values() if each.before != each.after]

    def write(
        self,
        connection: Connection,
        *,
        who: str,
        action: str,
        label: str,
        merge_key: tuple[str, ...] | None = None,
        barrier: bool = False,
    ) -> int:
        """Store the journal as one step and return the step's id."""
        step = {
            "at": dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds"),
            "who": who,
            "action": action,
            "label": label,
            "merge_key": None if merge_key is None else digest("\n".join(merge_key)),
            "barrier": barrier,
        }
        key = connection.execute(STEP.insert(), step).inserted_primary_key
        assert key is not None
        step_id = int(key[0])
        if self:
            connection.execute(CHANGE.insert(), [_stored(each, step_id) for each in self])
        return step_id


def _stored(change: Recorded, step_id: int) -> dict[str, Any]:
    before, after = packed(change.before, change.after)
    return {
        "step_id": step_id,
        "kind": change.kind,
        "row_id": change.row_id,
        "before": dump_delta(before),
        "after": dump_delta(after),
    }


def latest_steps(connection: Connection, most: int) -> list[StoredStep]:
    """Return the latest steps after the latest barrier, oldest first, at most ``most``."""
    last = select(func.max(STEP.c.id)).where(STEP.c.barrier).scalar_subquery()
    columns = (STEP.c.id, STEP.c.action, STEP.c.label, STEP.c.merge_key, STEP.c.barrier)
    wanted = select(*columns).where(STEP.c.id > func.coalesce(last, 0))
    found = connection.execute(wanted.order_by(STEP.c.id.desc()).limit(most))
    return [StoredStep(*row) for row in found][::-1]


class StoredChange(NamedTuple):
    """One row's change as stored: what of it differs (None: the row was not there)."""

    kind: str
    row_id: str
    before: Delta | None
    after: Delta | None

    @property
    def inverse(self) -> "StoredChange":
        """Return the change that takes this one back."""
        return StoredChange(self.kind, self.row_id, self.after, self.before)

    @property
    def masked(self) -> bool:
        """Tell whether what the row held has been taken out of the history by law."""
        return {} in (self.before, self.after)


def changes_of(connection: Connection, step_ids: Iterable[int]) -> list[StoredChange]:
    """Return what the steps changed, in the order it happened."""
    rows = connection.execute(
        select(CHANGE).where(CHANGE.c.step_id.in_(list(step_ids))).order_by(CHANGE.c.id)
    )
    return [stored_change(row) for row in rows]


def stored_change(row: Row[Any]) -> StoredChange:
    """Return a row of the history as a change."""
    return StoredChange(row.kind, row.row_id, load_delta(row.before), load_delta(row.after))


def revert(connection: Connection, changes: Iterable[StoredChange]) -> Journal:
    """Write what was before, last change first.

    Raises UndoConflictError when a row is not as the change left it.
    """
    return repeat(connection, reversed([each.inverse for each in changes]))


def repeat(connection: Connection, changes: Iterable[StoredChange]) -> Journal:
    """Write what was after, first change first; raises as ``revert`` does."""
    journal = Journal()
    for change in changes:
        journal.note(put_change(connection, change))
    return journal


def put_change(connection: Connection, change: StoredChange) -> Recorded:
    """Bring one row from what the change expects to what it wants.

    Raises UndoConflictError when it is something else.
    """
    table = TABLES[change.kind]
    here = table.c.id == change.row_id
    row = connection.execute(select(table).where(here)).mappings().one_or_none()
    before = None if row is None else image_of(row)
    picture = partial(_picture, connection)
    try:
        after = unpacked(before, change.before, change.after, picture)
    except LookupError as missing:
        column = next((each for each in missing.args if each in table.c), "")
        raise UndoConflictError(change.kind, change.row_id, column) from None
    if after is None:
        connection.execute(table.delete().where(here))
    elif before is None:
        connection.execute(table.insert(), typed(table, after))
    else:
        fresh = {name: value for name, value in after.items() if before[name] != value}
        if fresh:
            connection.execute(table.update().where(here), typed(table, fresh))
    return Recorded(change.kind, change.row_id, before, after)


def _picture(connection: Connection, hash_: str) -> bytes:
    found = kept_picture(connection, hash_)
    if found is None:
        raise LookupError(hash_)
    return found


def image_of(row: Mapping[Any, Any]) -> Image:
    """Return a row's values as the history compares them."""
    return {str(name): plain(value) for name, value in row.items()}


def plain(value: object) -> object:
    """Return a stored value as one that JSON carries; a picture stays as it is."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def typed(table: Table, image: Image) -> dict[str, Any]:
    """Return an image's values as the table's columns want them."""
    return {name: _typed(table.c[name], value) for name, value in image.items()}


def _typed(column: Column[Any], value: Any) -> Any:
    kind = column.type.python_type
    if value is None or isinstance(value, kind):
        return value
    return kind.fromisoformat(value) if issubclass(kind, dt.date) else kind(value)


def dump_delta(delta: Delta | None) -> str | None:
    """Return what is stored of a change as text."""
    if delta is None:
        return None
    return json.dumps(delta, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def load_delta(text: str | None) -> Delta | None:
    """Return what is stored of a change from its text."""
    return None if text is None else json.loads(text)
