"""Agreements: samverkansöverenskommelser and IOP, their parties and follow-up meetings."""

from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.mapped import Agreement, AgreementMeeting, AgreementParty, Base
from hubra_desktop.model.plan.sheets import AgreementSheet
from hubra_desktop.work.commands.base import Change, Remove, Step, found
from hubra_desktop.work.commands.mapped_rows import new_tree
from hubra_desktop.work.commands.parts import AddPart, RemovePart
from hubra_desktop.work.commands.pointers import lift


@dataclass(frozen=True)
class AddAgreement(Step):
    """Store an agreement with its parties and meetings; one that ends before it begins is refused.

    For a new one the sheet may hold a title and nothing else.
    """

    sheet: AgreementSheet
    label: ClassVar[str] = "add-agreement"

    def apply(self, session: Session) -> str:
        agreement: Any = new_tree(self.sheet)
        _check(agreement)
        session.add(agreement)
        return str(agreement.id)


@dataclass(frozen=True)
class ChangeAgreement(Change):
    """Write new values into an agreement; refused: an end before the beginning."""

    table: ClassVar[type[Base]] = Agreement

    def apply(self, session: Session) -> None:
        super().apply(session)
        _check(found(session, Agreement, self.row_id))


@dataclass(frozen=True)
class RemoveAgreement(Remove):
    """Take an agreement away; activities and grants that rest on it stay."""

    table: ClassVar[type[Base]] = Agreement

    def apply(self, session: Session) -> None:
        agreement = found(session, Agreement, self.row_id)
        lift(session, "agreement", [agreement.id])
        session.delete(agreement)


class AddAgreementParty(AddPart):
    """Add a party, by name or known to the register; refused: nobody at all."""

    table = AgreementParty
    owner = Agreement
    part = "parties"

    def check(self, owner: Any) -> None:  # noqa: ANN401, ARG002
        if not self.values.get("body_id"):
            _check_name(self.values.get("name"))


class ChangeAgreementParty(Change):
    """Change who a party is."""

    table = AgreementParty

    def apply(self, session: Session) -> None:
        super().apply(session)
        party: Any = found(session, AgreementParty, self.row_id)
        if party.body_id is None:
            _check_name(party.name)


class RemoveAgreementParty(RemovePart):
    """Take a party away."""

    table = AgreementParty
    owner = Agreement
    part = "parties"


class AddAgreementMeeting(AddPart):
    """Add a meeting where the agreement is followed up, planned or held."""

    table = AgreementMeeting
    owner = Agreement
    part = "meetings"


class ChangeAgreementMeeting(Change):
    """Change a follow-up meeting's day, note, or whether it was held."""

    table = AgreementMeeting


class RemoveAgreementMeeting(RemovePart):
    """Take a follow-up meeting away."""

    table = AgreementMeeting
    owner = Agreement
    part = "meetings"


def _check(agreement: Any) -> None:  # noqa: ANN401
    begins, ends = agreement.valid_from, agreement.valid_to
    if begins is not None and ends is not None and ends < begins:
        raise InputError(
            say(
                "Överenskommelsen slutar innan den börjar. Ändra någon av dagarna.",
                "The agreement ends before it begins. Change one of the days.",
            )
        )


def _check_name(name: object) -> None:
    if not (isinstance(name, str) and name.strip()):
        raise InputError(
            say(
                "Skriv partens namn, eller välj den ur registret.",
                "Write the party's name, or choose it from the register.",
            )
        )
