"""What the history can give back: the inverse of earlier steps, as a step of its own."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.catalogue import RECORDS, lists_of, owner_of, references_of
from hubra_desktop.store.journal import (
    Recorded,
    StoredChange,
    UndoConflictError,
    changes_of,
    put_change,
)
from hubra_desktop.store.reading import owner_column, table_of
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Step
from hubra_desktop.work.references import clear_references, refuse_if_referenced


class MissingOwnerError(UndoConflictError):
    """What a row belongs to, or names, has been removed since: that must come back first."""


class GrownSinceError(UndoConflictError):
    """What was added has been given rows of its own since."""


@dataclass(frozen=True)
class TakeBack(Step):
    """Write what was before some steps, newest first.

    Where a step removed rows it also emptied references to them; those that name something
    else by now are left as they are. Raises UndoConflictError, with the row, when one of
    the others is no longer what the steps left behind.
    """

    steps: tuple[int, ...]

    label = "take-back"

    def apply(self, rows: Rows) -> None:
        changes = changes_of(rows.connection, self.steps)
        if not changes:
            raise refusal("Steget finns inte kvar i historiken.")
        if any(each.masked for each in changes):
            raise refusal("Uppgifterna i steget är gallrade och kan inte hämtas tillbaka.")
        restores = any(each.after is None for each in changes)
        for change in reversed(changes):
            _revert(rows, change, restores=restores)
        for row in rows.journal.net():
            _must_stand(rows, row)


def _revert(rows: Rows, change: StoredChange, *, restores: bool) -> None:
    added = change.before is None
    if added:
        _let_go(rows, RECORDS[change.kind], change.row_id)
    try:
        rows.journal.note(put_change(rows.connection, change.inverse))
    except UndoConflictError:
        if added or change.after is None or not restores:
            raise


def _let_go(rows: Rows, record: type, row_id: str) -> None:
    """Let nothing refer to a row that is about to go; raises InputError when it must stay."""
    refuse_if_referenced(rows, record, row_id)
    clear_references(rows, record, [row_id])
    for part in lists_of(record).values():
        mine = select(table_of(part).c.id).where(owner_column(part, record) == row_id).limit(1)
        if rows.connection.scalar(mine) is not None:
            raise GrownSinceError(_kind_of(record), row_id)


def _kind_of(record: type) -> str:
    return str(table_of(record).name)


def _must_stand(rows: Rows, row: Recorded) -> None:
    """Raise MissingOwnerError for a row that is back and names one that is gone."""
    if row.after is None:
        return
    named: dict[str, Any] = dict(references_of(RECORDS[row.kind]))
    owner = owner_of(row.kind)
    if owner is not None:
        named[owner.column] = owner.kind
    for column, kind in named.items():
        target = row.after.get(column)
        table = table_of(RECORDS[kind])
        found = select(table.c.id).where(table.c.id == target)
        if target is not None and rows.connection.scalar(found) is None:
            raise MissingOwnerError(kind, str(target), column)
