"""What a command is: one transaction, one undo step, one change report.

A command is a frozen value; it checks what it was given and works on mapped
objects in the session that the workspace opened for it. It never commits.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, TypeVar

from sqlalchemy.orm import Session

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.mapped import Base
from hubra_desktop.model.validity import check
from hubra_desktop.work.commands.mapped_rows import new_row

R = TypeVar("R", bound=Base)


class Command(Protocol):
    """What the workspace can run.

    ``label`` names the step for the menu (an id, translated by the window).
    Consecutive commands with the same ``merge_key`` (None: never) become one undo
    step. After a ``barrier`` nothing before it can be undone.
    """

    @property
    def label(self) -> str: ...

    @property
    def merge_key(self) -> tuple[str, ...] | None: ...

    @property
    def barrier(self) -> bool: ...

    def apply(self, session: Session) -> str | None:
        """Do the work and return the id of what was made, if anything was."""


class Step:
    """The usual answers of a command: its own undo step, no barrier."""

    merge_key: tuple[str, ...] | None = None
    barrier: bool = False


def found(session: Session, table: type[R], row_id: str) -> R:
    """Return the row; raises InputError when it is gone."""
    row = session.get(table, row_id)
    if row is None:
        raise InputError(
            say(
                "Uppgiften finns inte längre. Ångra borttagningen, eller skriv in den på nytt.",
                "The entry is gone. Undo its removal, or enter it anew.",
            )
        )
    return row


def assign(row: Base, values: Mapping[str, Any]) -> None:
    """Check the values and write them to the row."""
    check(row.stored_as(), values)
    for name, value in values.items():
        setattr(row, name, value)


@dataclass(frozen=True)
class Add(Step):
    """Make a row that belongs to nothing else."""

    table: ClassVar[type[Base]]
    values: Mapping[str, Any]

    @property
    def label(self) -> str:
        return f"add-{self.table.stored_as()}"

    def apply(self, session: Session) -> str:
        row = new_row(self.table, self.values)
        session.add(row)
        return row.id


@dataclass(frozen=True)
class Change(Step):
    """Write new values into a row.

    ``edit`` names one visit to an editor: its saves, made while the user types,
    join into one undo step.
    """

    table: ClassVar[type[Base]]
    row_id: str
    values: Mapping[str, Any]
    edit: str = ""

    @property
    def label(self) -> str:
        kind = self.table.stored_as()
        return (
            f"change-{kind}-{next(iter(self.values))}"
            if len(self.values) == 1
            else f"change-{kind}"
        )

    @property
    def merge_key(self) -> tuple[str, ...] | None:  # type: ignore[override]
        return (self.edit, self.row_id, *sorted(self.values)) if self.edit else None

    def apply(self, session: Session) -> None:
        assign(found(session, self.table, self.row_id), self.values)


@dataclass(frozen=True)
class Remove(Step):
    """Take a row away, with what it owns."""

    table: ClassVar[type[Base]]
    row_id: str

    @property
    def label(self) -> str:
        return f"remove-{self.table.stored_as()}"

    def apply(self, session: Session) -> None:
        session.delete(found(session, self.table, self.row_id))
