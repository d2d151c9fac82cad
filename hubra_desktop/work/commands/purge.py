"""The disposal (gallring) of what the register holds of a person, history included."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.records.council import Mandate, Person
from hubra_desktop.model.records.meeting import MeetingPaper
from hubra_desktop.model.records.money import Evidence
from hubra_desktop.model.records.rulebook import Disposal
from hubra_desktop.store.history import RowKey
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import MANDATE
from hubra_desktop.work.commands.base import Step, found
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.purged_traces import forget_traces
from hubra_desktop.work.queries.register import today
from hubra_desktop.work.references import clear_references


@dataclass(frozen=True)
class PurgePerson(Step):
    """Take a person away for ever, as it was decided: the history keeps nothing of them.

    Archive law goes before erasure. So what was issued or sent stays as it is, and who it
    went to: agendas, papers, minutes, and of a dispatch its recipients' names, without their
    addresses. What was never more than a tool goes: the data of the person, mandates, places
    on lists, who raised an idea, who owes a paper that has not come, what was answered to a
    call and noted beside it, names in the names of evidence. That it was done is kept
    (``Disposal``), never whom it was about. Nothing before it can be undone. Raises
    InputError without a decision.
    """

    row_id: str
    decision: str
    decided_on: date | None = None
    done_by: str = ""
    day: date | None = None
    disposal_id: str = field(default_factory=new_id)
    kind: ClassVar[str] = "person"
    label: ClassVar[str] = "purge-person"
    barrier: bool = True
    kept_before: ClassVar[BackupReason | None] = BackupReason.PURGE

    def apply(self, rows: Rows) -> None:
        day = self.day or today(rows.connection)
        self._check(day)
        person = found(rows, Person, self.row_id)
        held = select(MANDATE.c.id).where(MANDATE.c.person_id == self.row_id)
        mandates = rows.connection.scalars(held).all()
        clear_references(rows, Mandate, mandates)
        for mandate_id in mandates:
            rows.forget(Mandate, mandate_id)
        rows.forgotten["person"].add(self.row_id)
        forget_traces(rows, person)
        Remove(Person, self.row_id).apply(rows)
        count = sum(map(len, rows.forgotten.values()))
        rows.put(self._disposal(day, count))

    def _check(self, day: date) -> None:
        if not self.decision.strip():
            raise refusal("Skriv vilket beslut gallringen vilar på.")
        if self.decided_on is not None and self.decided_on > day:
            raise refusal("Beslutet kan inte vara fattat efter den dag då det gallras.")

    def _disposal(self, day: date, count: int) -> Disposal:
        return Disposal(
            id=self.disposal_id,
            day=day,
            what="personuppgifter",
            rows=count,
            decision=self.decision.strip(),
            decided_on=self.decided_on,
            done_by=self.done_by.strip(),
        )


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
class PurgePaper(Step):
    """Take a paper of a meeting away for ever, with its file and all versions of it.

    For what should never have been kept; a paper that a meeting has dealt with is archived.
    """

    row_id: str
    kind: ClassVar[str] = "meeting_paper"
    label: ClassVar[str] = "purge-paper"
    barrier: bool = True
    kept_before: ClassVar[BackupReason | None] = BackupReason.PURGE

    def apply(self, rows: Rows) -> None:
        found(rows, MeetingPaper, self.row_id)
        rows.forget(MeetingPaper, self.row_id)


@dataclass(frozen=True)
class PurgeTraces(Step):
    """Take rows out of the history that are purged already, as in a copy of the register."""

    keys: tuple[RowKey, ...]
    label: ClassVar[str] = "purge-person"
    barrier: bool = True

    def apply(self, rows: Rows) -> None:
        for kind, row_id in self.keys:
            rows.forgotten[kind].add(row_id)
