"""Grants and those who apply for them: what was agreed, decided and told.

Where a grant stands is derived and never written. Decisions dated in a closed year
stand; so does what tells a grant's place in one: year, applicant, post and application.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from hubra_desktop.model.ids import new_id
from hubra_desktop.model.money.grant_rules import check_decision
from hubra_desktop.model.money.grants import standing
from hubra_desktop.model.money.numbers import bank_giro, organisation_number
from hubra_desktop.model.records.money import Association, Grant, GrantDecision, Instalment
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import LEDGER_ENTRY
from hubra_desktop.work.commands.base import Add, Change, Remove, Step, Store, found
from hubra_desktop.work.queries.entries import entries_with
from hubra_desktop.work.references import refuse_if_referenced


def _numbers_checked(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values with the numbers of an association as they are written."""
    checked = dict(values)
    if "organisation_number" in checked:
        checked["organisation_number"] = organisation_number(checked["organisation_number"])
    if "bank_giro" in checked:
        checked["bank_giro"] = bank_giro(checked["bank_giro"])
    return checked


class AddAssociation(Add):
    """Note what is known of a body as one that applies for money; once per body."""

    record = Association

    def apply(self, rows: Rows) -> str:
        return rows.add(Association(**_numbers_checked(self.values)))


class ChangeAssociation(Change):
    """Change what is known of an association."""

    record = Association

    def written(self, rows: Rows, before: Association) -> Mapping[str, Any]:
        """Return the values with the numbers as they are written."""
        return _numbers_checked(self.values)


class RemoveAssociation(Remove):
    """Take away what is known of a body as an association; the body stays."""

    record = Association


class AddGrant(Store):
    """Store an application, with the decisions and instalments that are known."""


class ChangeGrant(Change):
    """Change what a grant is for, when it is reported and what became of it."""

    record = Grant


class RemoveGrant(Remove):
    """Take a grant away that the ledger does not tell of."""

    record = Grant

    def apply(self, rows: Rows) -> None:
        refuse_if_referenced(rows, Grant, self.row_id)
        super().apply(rows)


@dataclass(frozen=True)
class Decide(Step):
    """Add a decision about a grant, or the council's stance."""

    grant_id: str
    decision: GrantDecision

    @property
    def label(self) -> str:
        return f"decide-{self.decision.kind.value}"

    def apply(self, rows: Rows) -> str:
        grant = found(rows, Grant, self.grant_id)
        entries = entries_with(rows.connection, LEDGER_ENTRY.c.grant_id, [grant.id])
        check_decision(standing(grant, entries), self.decision)
        decision = replace(self.decision, id=self.decision.id or new_id())
        rows.put(replace(grant, decisions=(*grant.decisions, decision)), was=grant)
        return decision.id


class ChangeDecision(Change):
    """Mend a decision in an open year: its day, amount, number or who took it."""

    record = GrantDecision


class RemoveDecision(Remove):
    """Take a decision of an open year away, if what follows can stand without it."""

    record = GrantDecision


@dataclass(frozen=True)
class AddInstalment(Step):
    """Plan a payment of a grant."""

    grant_id: str
    instalment: Instalment
    label: ClassVar[str] = "add-instalment"

    def apply(self, rows: Rows) -> str:
        grant = found(rows, Grant, self.grant_id)
        instalment = replace(self.instalment, id=self.instalment.id or new_id())
        rows.put(replace(grant, instalments=(*grant.instalments, instalment)), was=grant)
        return instalment.id


class ChangeInstalment(Change):
    """Change when a payment is planned, how much it is and what it waits for."""

    record = Instalment


class RemoveInstalment(Remove):
    """Take a planned payment away."""

    record = Instalment
