"""The money as frozen values, in whole öre: what screens, documents and exchange are given."""

from dataclasses import dataclass
from typing import Annotated

from hubra_desktop.model.money.terms import (
    Basis,
    DecisionKind,
    EntryKind,
    GrantKind,
    Outcome,
    PostKind,
    Verdict,
)
from hubra_desktop.model.records.fields import (
    Count,
    Day,
    Identity,
    Indexed,
    Line,
    OmitDefault,
    Ore,
    Ref,
    Sha256,
    Text,
    Year,
)


@dataclass(frozen=True, kw_only=True)
class BudgetPost:
    """A post of a year's budget. Posts without others below them carry money.

    ``expected`` tells in which months the rest of the year's money is expected to move,
    as typed (``model/money/forecast.py`` reads it).
    """

    id: Identity = ""
    code: Line = ""
    name: Line = ""
    kind: PostKind = PostKind.OTHER
    parent_id: Annotated[str, Ref("budget_post")] | None = None
    deviation_text: Text = ""
    note: Text = ""
    expected: Annotated[Line, OmitDefault()] = ""


@dataclass(frozen=True, kw_only=True)
class Allocation:
    """What a version of the budget plans for a post. An ``example`` is nobody's decision."""

    id: Identity = ""
    post_id: Annotated[str, Ref("budget_post")] = ""
    planned_ore: Ore = 0
    example: bool = False


@dataclass(frozen=True, kw_only=True)
class BudgetVersion:
    """The budget as decided at one time. Every version tells the whole of the budget."""

    id: Identity = ""
    decided_on: Day | None = None
    reference: Line = ""
    meeting_id: Annotated[str, Ref("meeting")] | None = None
    frame_ore: Ore | None = None
    note: Text = ""
    allocations: tuple[Allocation, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ClosingCommitment:
    """What a grant committed of a year when it was closed: ``left_ore`` of ``decided_in``.

    The rest is the grant's, the same in all its rows: what was granted and paid, ``known``
    unless a decision did not say how much, ``covered_ore`` what of its reservations by hand
    was not counted beside it, and the year's post that bore it.
    """

    id: Identity = ""
    grant_id: Annotated[str, Ref("grant")] = ""
    post_id: Annotated[str, Ref("budget_post")] | None = None
    decided_in: Year = 0
    left_ore: Ore = 0
    granted_ore: Ore = 0
    paid_ore: Ore = 0
    known: bool = True
    covered_ore: Ore = 0


@dataclass(frozen=True, kw_only=True)
class BudgetYear:
    """A year's budget: its posts and its versions.

    Once closed it never changes. ``deviation_share`` is in percent. ``closing`` is what
    grants committed of it then: what is entered later of an earlier year changes nothing.
    """

    id: Identity = ""
    year: Annotated[Year, Indexed()] = 0
    basis: Basis = Basis.CASH
    closed_on: Day | None = None
    deviation_share: Count = 10
    note: Text = ""
    posts: tuple[BudgetPost, ...] = ()
    versions: tuple[BudgetVersion, ...] = ()
    closing: Annotated[tuple[ClosingCommitment, ...], OmitDefault()] = ()


@dataclass(frozen=True, kw_only=True)
class LedgerEntry:
    """A row of the ledger, never changed and never removed.

    The amount is above zero; the kind gives the sign. Without a date it counts from the
    last day of its year.
    """

    id: Identity = ""
    number: Annotated[Count, Indexed()] = 0
    year: Annotated[Year, Indexed()] = 0
    date: Day | None = None
    post_id: Annotated[str, Ref("budget_post")] = ""
    kind: EntryKind = EntryKind.COST
    amount_ore: Ore = 0
    counterpart: Line = ""
    counterpart_id: Annotated[str, Ref("body")] | None = None
    grant_id: Annotated[str, Ref("grant")] | None = None
    original_id: Annotated[str, Ref("ledger_entry")] | None = None
    voucher: Line = ""
    year_concerned: Annotated[Year, Indexed(given=True)] | None = None
    text: Line = ""


@dataclass(frozen=True, kw_only=True)
class Association:
    """What is known of a body as one that applies for money.

    ``postal_address`` is as on an envelope, below the name, one line a line. What makes it
    eligible is the day its statutes came in, who signs for it, the day of its latest annual
    meeting and a giro in its own name; that is asked for again after ``valid_until``.
    """

    id: Identity = ""
    body_id: Annotated[str, Ref("body")] = ""
    organisation_number: Line = ""
    contact: Line = ""
    email: Line = ""
    phone: Line = ""
    postal_address: Annotated[Text, OmitDefault()] = ""
    bank_giro: Line = ""
    plus_giro: Annotated[Line, OmitDefault()] = ""
    giro_in_own_name: Annotated[bool, OmitDefault()] = False
    statutes_received: Annotated[Day, OmitDefault()] | None = None
    signatory: Annotated[Line, OmitDefault()] = ""
    annual_meeting: Annotated[Day, OmitDefault()] | None = None
    valid_until: Annotated[Day, OmitDefault()] | None = None
    asked_again: Annotated[Day, OmitDefault()] | None = None
    note: Text = ""


@dataclass(frozen=True, kw_only=True)
class GrantDecision:
    """A decision about a grant, or the council's stance.

    A stance is not ``formal``. The day may be unknown. ``minuted_id`` is the decision in the
    council's own minutes that it is.
    """

    id: Identity = ""
    kind: DecisionKind = DecisionKind.GRANT
    year: Year = 0
    date: Day | None = None
    amount_ore: Ore | None = None
    decided_by: Line = ""
    formal: bool = False
    section: Line = ""
    meeting_id: Annotated[str, Ref("meeting")] | None = None
    reported_to: Line = ""
    last_day: Day | None = None
    reference: Line = ""
    reason: Text = ""
    minuted_id: Annotated[str, Ref("decision"), OmitDefault()] | None = None


@dataclass(frozen=True, kw_only=True)
class Instalment:
    """A payment that is planned."""

    id: Identity = ""
    due: Day | None = None
    amount_ore: Ore = 0
    condition: Line = ""


@dataclass(frozen=True, kw_only=True)
class Grant:
    """A grant with its decisions and its payment plan.

    It holds what was applied for, agreed and told; where the grant stands is derived.
    ``accounted_ore`` is what the association's report accounts for, ``retracted_on`` the day
    that it took back an application nobody had decided.
    """

    id: Identity = ""
    year: Annotated[Year, Indexed()] = 0
    body_id: Annotated[str, Ref("body")] = ""
    title: Line = ""
    purpose: Text = ""
    kind: GrantKind = GrantKind.PROJECT
    post_id: Annotated[str, Ref("budget_post")] | None = None
    case_number: Line = ""
    applied_on: Day | None = None
    applied_ore: Ore | None = None
    retracted_on: Annotated[Day, OmitDefault()] | None = None
    contact: Line = ""
    project_from: Day | None = None
    project_to: Day | None = None
    conditions: Text = ""
    report_due: Day | None = None
    report_received: Day | None = None
    verdict: Verdict = Verdict.NONE
    accounted_ore: Annotated[Ore, OmitDefault()] | None = None
    assessment: Text = ""
    outcome: Outcome = Outcome.OPEN
    outcome_reason: Text = ""
    ended_on: Day | None = None
    agreement_id: Annotated[str, Ref("agreement")] | None = None
    note: Text = ""
    decisions: tuple[GrantDecision, ...] = ()
    instalments: tuple[Instalment, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A file that shows what a row of the ledger or a grant rests on: a receipt, an application.

    It belongs to one of the two. Its content is kept once, by its hash, however many rows
    name it; ``size`` is in bytes.
    """

    id: Identity = ""
    entry_id: Annotated[str, Ref("ledger_entry")] | None = None
    grant_id: Annotated[str, Ref("grant")] | None = None
    name: Line = ""
    sha256: Annotated[Sha256, Indexed()]
    size: Count = 0
    added_on: Day | None = None


@dataclass(frozen=True, kw_only=True)
class AccountLine:
    """A line of the municipality's accounts, as its file had it; the kind gives the sign."""

    id: Identity = ""
    date: Day | None = None
    voucher: Line = ""
    kind: EntryKind = EntryKind.COST
    amount_ore: Ore = 0
    text: Line = ""


@dataclass(frozen=True, kw_only=True)
class AccountStatement:
    """What the municipality's accounts say of a year: read of files, to hold the ledger against.

    ``name`` is that of the latest file, ``read_on`` the day that it was read.
    """

    id: Identity = ""
    year: Annotated[Year, Indexed()] = 0
    name: Line = ""
    read_on: Day | None = None
    lines: tuple[AccountLine, ...] = ()
