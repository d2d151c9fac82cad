"""What a command is: one transaction, one undo step, one change report.

A command is a frozen value; it reads and writes through the rows that the workspace
opened for it. It never commits. What its values must be is held by the fields' rules when
they are written, and what holds between rows by the rules of their kinds afterwards.
"""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.catalogue import KINDS, lists_of
from hubra_desktop.store.rows import Rows

if TYPE_CHECKING:
    from hubra_desktop.model.generations import BackupReason

R = TypeVar("R")


class Command(Protocol):
    """What the workspace can run.

    ``label`` names the step for the menu (an id, translated by the window).
    Consecutive commands with the same ``merge_key`` (None: never) become one undo
    step. After a ``barrier`` nothing before it can be undone. ``kept_before`` is why the
    register is backed up before a large step; None for the others. One that is ``whole`` writes
    a register that tells itself what follows from its rows.
    """

    @property
    def label(self) -> str: ...

    @property
    def merge_key(self) -> tuple[str, ...] | None: ...

    @property
    def barrier(self) -> bool: ...

    @property
    def kept_before(self) -> "BackupReason | None": ...

    @property
    def whole(self) -> bool: ...

    def apply(self, rows: Rows) -> str | None:
        """Do the work and return the id of what was made, if anything was."""


class Step:
    """The usual answers of a command: its own undo step, no barrier, no backup, some rows."""

    merge_key: tuple[str, ...] | None = None
    barrier: bool = False
    whole: bool = False
    kept_before: "ClassVar[BackupReason | None]" = None


def found(rows: Rows, record: type[R], row_id: str | None) -> R:
    """Return the record; raises InputError when it is gone."""
    row = rows.get(record, row_id)
    if row is None:
        raise refusal(
            "Uppgiften finns inte längre. Ångra borttagningen, eller skriv in den på nytt."
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


def inserted(parts: tuple[Any, ...], part: Any, index: int | None = None) -> tuple[Any, ...]:  # noqa: ANN401
    """Return the rows with one more, last or before row ``index``."""
    place = len(parts) if index is None else max(0, index)
    return (*parts[:place], part, *parts[place:])


def put_in_order(rows: Rows, record: type, parts: Iterable[Any]) -> None:
    """Write the places of rows that have one of their own: ``parts`` tell id and place."""
    for place, each in enumerate(parts):
        if each.position != place:
            rows.change(record, each.id, {"position": place})


def moved_to(parts: tuple[Any, ...], row_id: str, index: int) -> tuple[Any, ...]:
    """Return the rows with one of them in place ``index``, counted without itself."""
    moving = next(each for each in parts if each.id == row_id)
    return inserted(tuple(each for each in parts if each is not moving), moving, index)
