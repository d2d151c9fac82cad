"""The disposal (gallring) of what the register holds of a person, history included."""

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import select

from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.kept_files import without_name
from hubra_desktop.model.records.council import Mandate, Person
from hubra_desktop.model.records.money import Evidence
from hubra_desktop.store.history import RowKey
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import MANDATE
from hubra_desktop.work.commands.base import Step, found
from hubra_desktop.work.edits import Remove


@dataclass(frozen=True)
class PurgePerson(Step):
    """Take a person away for ever: the history keeps nothing of what the register held.

    Agendas and papers keep the name that they print; names of files that are evidence do
    not. Nothing before it can be undone.
    """

    row_id: str
    kind: ClassVar[str] = "person"
    label: ClassVar[str] = "purge-person"
    barrier: bool = True
    kept_before: ClassVar[BackupReason | None] = BackupReason.PURGE

    def apply(self, rows: Rows) -> None:
        held = select(MANDATE.c.id).where(MANDATE.c.person_id == self.row_id)
        for mandate_id in rows.connection.scalars(held).all():
            rows.forget(Mandate, mandate_id)
        rows.forgotten["person"].add(self.row_id)
        person = found(rows, Person, self.row_id)
        for evidence in rows.all(Evidence):
            name = without_name(evidence.name, person.name)
            if name != evidence.name:
                rows.forgotten["evidence"].add(evidence.id)
                rows.change(Evidence, evidence.id, {"name": name})
        Remove(Person, self.row_id).apply(rows)


@dataclass(frozen=True)
class PurgeEvidence(Step):
    """Take a file away for ever: neither its name nor its content stays in the register.

    The content stays where another row has the same file. Nothing before it can be undone.
    """

    row_id: str
    kind: ClassVar[str] = "evidence"
    label: ClassVar[str] = "purge-evidence"
    barrier: bool = True
    kept_before: ClassVar[BackupReason | None] = BackupReason.PURGE

    def apply(self, rows: Rows) -> None:
        found(rows, Evidence, self.row_id)
        rows.forget(Evidence, self.row_id)


@dataclass(frozen=True)
class PurgeTraces(Step):
    """Take rows out of the history that are purged already, as in a copy of the register."""

    keys: tuple[RowKey, ...]
    label: ClassVar[str] = "purge-person"
    barrier: bool = True

    def apply(self, rows: Rows) -> None:
        for kind, row_id in self.keys:
            rows.forgotten[kind].add(row_id)
