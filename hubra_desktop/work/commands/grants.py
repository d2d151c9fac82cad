"""Grants and those who apply for them: what was agreed, decided and told.

Where a grant stands is derived and never written. Decisions dated in a closed year
stand; so does what tells a grant's place in one: year, applicant, post and application.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from hubra_desktop.model.ids import new_id
from hubra_desktop.model.money.grant_rules import check_decision
from hubra_desktop.model.money.grants import standing
from hubra_desktop.model.money.numbers import bank_giro, organisation_number, plus_giro
from hubra_desktop.model.records.money import Association, Evidence, Grant, GrantDecision
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import EVIDENCE, LEDGER_ENTRY
from hubra_desktop.work.commands.base import Step, found
from hubra_desktop.work.queries.entries import entries_with
from hubra_desktop.work.references import refuse_if_referenced


def add_association(rows: Rows, owner: None, association: Association) -> Association:
    """Return a new association with its numbers as they are written."""
    return replace(association, **_checked_numbers(vars(association)))


def change_association(
    rows: Rows, before: Association, values: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Return an association's new values with its numbers as they are written."""
    return {**values, **_checked_numbers(values)}


def _checked_numbers(values: Mapping[str, Any]) -> dict[str, Any]:
    checks = {
        "organisation_number": organisation_number,
        "bank_giro": bank_giro,
        "plus_giro": plus_giro,
    }
    return {name: check(values[name]) for name, check in checks.items() if name in values}


def remove_grant(rows: Rows, grant: Grant) -> None:
    """Remove a grant's evidence; raises InputError when the ledger refers to it."""
    mine = select(EVIDENCE.c.id).where(EVIDENCE.c.grant_id == grant.id)
    for each in rows.connection.scalars(mine).all():
        rows.remove(Evidence, each)
    refuse_if_referenced(rows, Grant, grant.id)


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
