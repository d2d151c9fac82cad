"""What a command is: one transaction, one undo step, one change report.

A command is a frozen value; it reads and writes through the rows that the workspace
opened for it. It never commits. What its values must be is held by the fields' rules when
they are written, and what holds between rows by the rules of their kinds afterwards.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, ClassVar, Protocol, TypeVar

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.language import say
from hubra_desktop.model.records.catalogue import KINDS, lists_of
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.references import clear_references

R = TypeVar("R")


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

    def apply(self, rows: Rows) -> str | None:
        """Do the work and return the id of what was made, if anything was."""


class Step:
    """The usual answers of a command: its own undo step, no barrier."""

    merge_key: tuple[str, ...] | None = None
    barrier: bool = False


def found(rows: Rows, record: type[R], row_id: str | None) -> R:
    """Return the record; raises InputError when it is gone."""
    row = rows.get(record, row_id)
    if row is None:
        raise InputError(
            say(
                "Uppgiften finns inte längre. Ångra borttagningen, eller skriv in den på nytt.",
            )
        )
    return row


def found_owner(rows: Rows, part: type, row_id: str) -> Any:  # noqa: ANN401
    """Return the record that a row of a list belongs to; raises InputError when it is gone."""
    owner, _ = list_of(part)
    return found(rows, owner, rows.owner_of(part, owner, row_id))


@cache
def list_of(part: Any) -> tuple[type, str]:  # noqa: ANN401
    """Return what owns rows of a kind, and the name of the list they stand in."""
    lists = ((owner, name, kind) for owner in KINDS for name, kind in lists_of(owner).items())
    return next((owner, name) for owner, name, kind in lists if kind is part)


@dataclass(frozen=True)
class Add(Step):
    """Make a row that belongs to nothing else."""

    record: ClassVar[type]
    values: Mapping[str, Any]

    @property
    def label(self) -> str:
        return f"add-{KINDS[self.record]}"

    def apply(self, rows: Rows) -> str:
        return rows.add(self.record(**{"id": "", **self.values}))


@dataclass(frozen=True)
class Store(Step):
    """Store a whole record as it stands, with the lists it owns (an import, a test)."""

    record: Any

    @property
    def label(self) -> str:
        return f"add-{KINDS[type(self.record)]}"

    def apply(self, rows: Rows) -> str:
        return rows.add(self.record)


@dataclass(frozen=True)
class Change(Step):
    """Write new values into a row.

    ``edit`` names one visit to an editor: its saves, made while the user types,
    join into one undo step.
    """

    record: ClassVar[type]
    row_id: str
    values: Mapping[str, Any]
    edit: str = ""

    @property
    def label(self) -> str:
        kind = KINDS[self.record]
        return (
            f"change-{kind}-{next(iter(self.values))}"
            if len(self.values) == 1
            else f"change-{kind}"
        )

    @property
    def merge_key(self) -> tuple[str, ...] | None:  # type: ignore[override]
        return (self.edit, self.row_id, *sorted(self.values)) if self.edit else None

    def apply(self, rows: Rows) -> None:
        before: Any = found(rows, self.record, self.row_id)
        rows.change(self.record, self.row_id, self.written(rows, before))

    def written(self, rows: Rows, before: Any) -> Mapping[str, Any]:  # noqa: ANN401
        """Return the values to write: those given, and what goes with them."""
        return self.values


@dataclass(frozen=True)
class Remove(Step):
    """Take a row away, with what it owns; references to it that may be empty are cleared."""

    record: ClassVar[type]
    row_id: str

    @property
    def label(self) -> str:
        return f"remove-{KINDS[self.record]}"

    def apply(self, rows: Rows) -> None:
        found(rows, self.record, self.row_id)
        clear_references(rows, self.record, [self.row_id])
        rows.remove(self.record, self.row_id)


@dataclass(frozen=True)
class AddPart(Step):
    """Add a row to a list of what ``owner_id`` names, last or before row ``index``."""

    record: ClassVar[type]
    owner_id: str
    values: Mapping[str, Any]
    index: int | None = None

    @property
    def label(self) -> str:
        return f"add-{KINDS[self.record]}"

    def apply(self, rows: Rows) -> str:
        kind, name = list_of(self.record)
        owner: Any = found(rows, kind, self.owner_id)
        row = self.record(**{"id": new_id(), **self.complete(owner)})
        parts = inserted(getattr(owner, name), row, self.index)
        rows.put(replace(owner, **{name: parts}), was=owner)
        return str(row.id)

    def complete(self, owner: Any) -> Mapping[str, Any]:  # noqa: ANN401
        """Return the new row's values."""
        return self.values


@dataclass(frozen=True)
class MovePart(Step):
    """Put a row in place ``index`` of the list that it stands in, counted without itself."""

    record: ClassVar[type]
    row_id: str
    index: int

    @property
    def label(self) -> str:
        return f"move-{KINDS[self.record]}"

    def apply(self, rows: Rows) -> None:
        owner: Any = found_owner(rows, self.record, self.row_id)
        _, name = list_of(self.record)
        parts = self.renumbered(moved_to(getattr(owner, name), self.row_id, self.index))
        rows.put(replace(owner, **{name: parts}), was=owner)

    def renumbered(self, parts: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return the rows in their new order with what follows from it."""
        return parts


def inserted(parts: tuple[Any, ...], part: Any, index: int | None = None) -> tuple[Any, ...]:  # noqa: ANN401
    """Return the rows with one more, last or before row ``index``."""
    place = len(parts) if index is None else max(0, index)
    return (*parts[:place], part, *parts[place:])


def moved_to(parts: tuple[Any, ...], row_id: str, index: int) -> tuple[Any, ...]:
    """Return the rows with one of them in place ``index``, counted without itself."""
    moving = next(each for each in parts if each.id == row_id)
    return inserted(tuple(each for each in parts if each is not moving), moving, index)
