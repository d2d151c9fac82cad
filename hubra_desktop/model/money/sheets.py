"""The money as frozen values, in whole öre: what screens, documents and exchange are given."""

import datetime as dt
from dataclasses import dataclass

from hubra_desktop.model.money.terms import (
    Basis,
    DecisionKind,
    EntryKind,
    GrantKind,
    Outcome,
    PostKind,
    Verdict,
)


@dataclass(frozen=True, kw_only=True)
class BudgetPostSheet:
    """A post of a year's budget."""

    id: str = ""
    code: str = ""
    name: str = ""
    kind: PostKind = PostKind.OTHER
    parent_id: str | None = None
    deviation_text: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class AllocationSheet:
    """What a version of the budget plans for a post."""

    id: str = ""
    post_id: str = ""
    planned_ore: int = 0
    example: bool = False


@dataclass(frozen=True, kw_only=True)
class BudgetVersionSheet:
    """The budget as decided at one time."""

    id: str = ""
    decided_on: dt.date | None = None
    reference: str = ""
    meeting_id: str | None = None
    frame_ore: int | None = None
    note: str = ""
    allocations: tuple[AllocationSheet, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BudgetYearSheet:
    """A year's budget: its posts and its versions."""

    id: str = ""
    year: int = 0
    basis: Basis = Basis.CASH
    closed_on: dt.date | None = None
    deviation_share: int = 10
    note: str = ""
    posts: tuple[BudgetPostSheet, ...] = ()
    versions: tuple[BudgetVersionSheet, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LedgerEntrySheet:
    """A row of the ledger, never changed and never removed."""

    id: str = ""
    number: int = 0
    year: int = 0
    date: dt.date | None = None
    post_id: str = ""
    kind: EntryKind = EntryKind.COST
    amount_ore: int = 0
    counterpart: str = ""
    counterpart_id: str | None = None
    grant_id: str | None = None
    original_id: str | None = None
    voucher: str = ""
    year_concerned: int | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class AssociationSheet:
    """What is known of a body as one that applies for money."""

    id: str = ""
    body_id: str = ""
    organisation_number: str = ""
    contact: str = ""
    email: str = ""
    phone: str = ""
    bank_giro: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class GrantDecisionSheet:
    """A decision about a grant, or the council's stance."""

    id: str = ""
    kind: DecisionKind = DecisionKind.GRANT
    year: int = 0
    date: dt.date | None = None
    amount_ore: int | None = None
    decided_by: str = ""
    formal: bool = False
    section: str = ""
    meeting_id: str | None = None
    reported_to: str = ""
    last_day: dt.date | None = None
    reference: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class InstalmentSheet:
    """A payment that is planned."""

    id: str = ""
    due: dt.date | None = None
    amount_ore: int = 0
    condition: str = ""


@dataclass(frozen=True, kw_only=True)
class GrantSheet:
    """A grant with its decisions and its payment plan."""

    id: str = ""
    year: int = 0
    body_id: str = ""
    title: str = ""
    purpose: str = ""
    kind: GrantKind = GrantKind.PROJECT
    post_id: str | None = None
    case_number: str = ""
    applied_on: dt.date | None = None
    applied_ore: int | None = None
    contact: str = ""
    project_from: dt.date | None = None
    project_to: dt.date | None = None
    conditions: str = ""
    report_due: dt.date | None = None
    report_received: dt.date | None = None
    verdict: Verdict = Verdict.NONE
    assessment: str = ""
    outcome: Outcome = Outcome.OPEN
    outcome_reason: str = ""
    ended_on: dt.date | None = None
    agreement_id: str | None = None
    note: str = ""
    decisions: tuple[GrantDecisionSheet, ...] = ()
    instalments: tuple[InstalmentSheet, ...] = ()
