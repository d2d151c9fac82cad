"""Consultations (remisser): received, handled, extended, answered."""

from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.mapped import Base, Consultation
from hubra_desktop.model.plan.refusals import refuse_consultation
from hubra_desktop.model.plan.sheets import ConsultationSheet
from hubra_desktop.work.commands.base import Change, Remove, Step, found
from hubra_desktop.work.commands.mapped_rows import new_tree


@dataclass(frozen=True)
class AddConsultation(Step):
    """Store a remiss as it stands in the sheet; for a new one a title is enough."""

    sheet: ConsultationSheet
    label: ClassVar[str] = "add-consultation"

    def apply(self, session: Session) -> str:
        consultation: Any = new_tree(self.sheet)
        _check(consultation)
        session.add(consultation)
        return str(consultation.id)


@dataclass(frozen=True)
class ChangeConsultation(Change):
    """Write new values into a remiss.

    Refused: answered without the day of the answer, due before it was received, and
    extended to a day before it was due.
    """

    table: ClassVar[type[Base]] = Consultation

    def apply(self, session: Session) -> None:
        super().apply(session)
        _check(found(session, Consultation, self.row_id))


class RemoveConsultation(Remove):
    """Take a remiss away."""

    table = Consultation


def _check(row: Any) -> None:  # noqa: ANN401
    refuse_consultation(row)
    if row.received and row.due and row.due < row.received:
        raise InputError(
            say(
                "Svaret skulle vara inne innan remissen kom. Ändra någon av dagarna.",
                "The answer would be due before the consultation came. Change one of the days.",
            )
        )
    if row.due and row.extended_to and row.extended_to < row.due:
        raise InputError(
            say(
                "Den nya svarsdagen ligger före den första. Ändra någon av dem.",
                "The new day for the answer is before the first one. Change one of them.",
            )
        )
