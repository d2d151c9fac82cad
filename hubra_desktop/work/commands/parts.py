"""Rows of the lists that a plan, a letter or an agreement owns: added, taken out, moved."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from hubra_desktop.model.mapped import Base
from hubra_desktop.work.commands.base import Remove, Step, found
from hubra_desktop.work.commands.mapped_rows import new_row


@dataclass(frozen=True)
class AddPart(Step):
    """Add a row to a list of what ``owner_id`` names, last or before row ``index``."""

    table: ClassVar[type[Base]]
    owner: ClassVar[type[Base]]
    part: ClassVar[str]
    owner_id: str
    values: Mapping[str, Any]
    index: int | None = None

    @property
    def label(self) -> str:
        return f"add-{self.table.stored_as()}"

    def apply(self, session: Session) -> str:
        owner = found(session, self.owner, self.owner_id)
        self.check(owner)
        row = new_row(self.table, self.complete(owner))
        rows = getattr(owner, self.part)
        rows.insert(len(rows) if self.index is None else max(0, self.index), row)
        return row.id

    def check(self, owner: Any) -> None:  # noqa: ANN401
        """Refuse what the list cannot take."""

    def complete(self, owner: Any) -> Mapping[str, Any]:  # noqa: ANN401, ARG002
        """Return the new row's values."""
        return self.values


@dataclass(frozen=True)
class RemovePart(Remove):
    """Take a row out of the list that it stands in."""

    owner: ClassVar[type[Base]]
    part: ClassVar[str]

    def apply(self, session: Session) -> None:
        row: Any = found(session, self.table, self.row_id)
        owner: Any = owner_of(session, row, self.owner)
        self.check(owner)
        getattr(owner, self.part).remove(row)

    def check(self, owner: Any) -> None:  # noqa: ANN401
        """Refuse to take a row that must stay."""


def owner_of(session: Session, row: Any, owner: type[Base]) -> Any:  # noqa: ANN401
    """Return the row that a row belongs to."""
    return found(session, owner, getattr(row, f"{owner.stored_as()}_id"))
