"""Grants and those who apply for them: what was agreed, decided and told.

Where a grant stands is derived and never written. Decisions dated in a closed year
stand; so does what tells a grant's place in one: year, applicant, post and application.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.mapped import Association, Grant, GrantDecision, Instalment
from hubra_desktop.model.money.grant_checks import check_decision
from hubra_desktop.model.money.grants import standing
from hubra_desktop.model.money.numbers import bank_giro, organisation_number
from hubra_desktop.model.money.sheets import (
    GrantDecisionSheet,
    GrantSheet,
    InstalmentSheet,
)
from hubra_desktop.model.tables.money import ASSOCIATION, GRANT, LEDGER_ENTRY
from hubra_desktop.work.commands.base import Add, Change, Remove, Step, assign, found
from hubra_desktop.work.commands.mapped_rows import new_row, new_tree
from hubra_desktop.work.commands.money_checks import check_grants, entries_with
from hubra_desktop.work.commands.pointers import lift, refuse_used
from hubra_desktop.work.queries.trees import trees


def _numbers_checked(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values with the numbers of an association as they are written."""
    checked = dict(values)
    if "organisation_number" in checked:
        checked["organisation_number"] = organisation_number(checked["organisation_number"])
    if "bank_giro" in checked:
        checked["bank_giro"] = bank_giro(checked["bank_giro"])
    return checked


@dataclass(frozen=True)
class AddAssociation(Add):
    """Note what is known of a body as one that applies for money; once per body."""

    table = Association

    def apply(self, session: Session) -> str:
        body = self.values.get("body_id")
        known = select(ASSOCIATION.c.id).where(ASSOCIATION.c.body_id == body)
        if session.scalar(known) is not None:
            raise InputError(
                say(
                    "Föreningens uppgifter finns redan. Ändra dem i stället.",
                    "The association's entries are there already. Change them instead.",
                )
            )
        row = new_row(self.table, _numbers_checked(self.values))
        session.add(row)
        return row.id


class ChangeAssociation(Change):
    """Change what is known of an association."""

    table = Association

    def apply(self, session: Session) -> None:
        assign(found(session, Association, self.row_id), _numbers_checked(self.values))


class RemoveAssociation(Remove):
    """Take away what is known of a body as an association; the body stays."""

    table = Association


@dataclass(frozen=True)
class AddGrant(Step):
    """Store an application, with the decisions and instalments that are known."""

    sheet: GrantSheet
    label: ClassVar[str] = "add-grant"

    def apply(self, session: Session) -> str:
        row = new_tree(self.sheet)
        session.add(row)
        check_grants(session, [row.id])
        return row.id


class ChangeGrant(Change):
    """Change what a grant is for, when it is reported and what became of it."""

    table = Grant

    def apply(self, session: Session) -> None:
        grant = found(session, Grant, self.row_id)
        assign(grant, self.values)
        check_grants(session, [grant.id])


class RemoveGrant(Remove):
    """Take a grant away that the ledger does not tell of."""

    table = Grant

    def apply(self, session: Session) -> None:
        grant = found(session, Grant, self.row_id)
        refuse_used(session, "grant", grant.id)
        lift(session, "grant", [grant.id])
        session.delete(grant)


@dataclass(frozen=True)
class Decide(Step):
    """Add a decision about a grant, or the council's stance."""

    grant_id: str
    decision: GrantDecisionSheet

    @property
    def label(self) -> str:
        return f"decide-{self.decision.kind.value}"

    def apply(self, session: Session) -> str:
        grant = found(session, Grant, self.grant_id)
        reader = session.connection()
        [before] = trees(reader, GrantSheet, GRANT.c.id == grant.id)
        entries = entries_with(reader, LEDGER_ENTRY.c.grant_id, [grant.id])
        check_decision(standing(before, entries), self.decision)
        row = new_tree(self.decision)
        assert isinstance(row, GrantDecision)
        grant.decisions.append(row)
        check_grants(session, [grant.id])
        return row.id


class ChangeDecision(Change):
    """Mend a decision in an open year: its day, amount, number or who took it."""

    table = GrantDecision

    def apply(self, session: Session) -> None:
        decision = found(session, GrantDecision, self.row_id)
        assign(decision, self.values)
        check_grants(session, [decision.grant_id])


class RemoveDecision(Remove):
    """Take a decision of an open year away, if what follows can stand without it."""

    table = GrantDecision

    def apply(self, session: Session) -> None:
        decision = found(session, GrantDecision, self.row_id)
        grant = found(session, Grant, decision.grant_id)
        grant.decisions.remove(decision)
        check_grants(session, [grant.id])


@dataclass(frozen=True)
class AddInstalment(Step):
    """Plan a payment of a grant."""

    grant_id: str
    instalment: InstalmentSheet
    label: ClassVar[str] = "add-instalment"

    def apply(self, session: Session) -> str:
        row = new_tree(self.instalment)
        assert isinstance(row, Instalment)
        grant = found(session, Grant, self.grant_id)
        grant.instalments.append(row)
        return row.id


class ChangeInstalment(Change):
    """Change when a payment is planned, how much it is and what it waits for."""

    table = Instalment


class RemoveInstalment(Remove):
    """Take a planned payment away."""

    table = Instalment

    def apply(self, session: Session) -> None:
        row = found(session, Instalment, self.row_id)
        grant = found(session, Grant, row.grant_id)
        grant.instalments.remove(row)
