"""Where a grant stands: derived from its decisions and the ledger, never typed.

A decision by the council that is only its stance changes no money. What is to be paid
back is what has been reclaimed; of a project that never was, the whole payment, once
something has come back. A reclaim asks for what is still out: what came back before its
day does not lessen it.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from hubra_desktop.model.money.ledger import Row, effective, effective_day
from hubra_desktop.model.money.terms import (
    DecisionKind,
    EntryKind,
    GrantKind,
    GrantState,
    Outcome,
    Verdict,
)
from hubra_desktop.model.records.money import Grant, GrantDecision, LedgerEntry

_GOVERNING = frozenset({DecisionKind.GRANT, DecisionKind.REFUSE, DecisionKind.WITHDRAW})
SIGNS = {DecisionKind.GRANT: 1, DecisionKind.RAISE: 1, DecisionKind.LOWER: -1}
"""The decisions on the amount, and the sign that each counts with."""


GRACE = 30
"""How many days a repayment without a last day may take."""


@dataclass(frozen=True, kw_only=True)
class KindRules:
    """What a kind of grant asks for: a report, a period, an agreement."""

    report: bool
    period: bool
    agreement: bool


RULES = {
    GrantKind.NIGHT_WALK: KindRules(report=True, period=True, agreement=False),
    GrantKind.PROJECT: KindRules(report=True, period=True, agreement=False),
    GrantKind.IOP: KindRules(report=True, period=False, agreement=True),
    GrantKind.OTHER: KindRules(report=False, period=False, agreement=False),
}


class BookedYear(NamedTuple):
    """What was booked for a grant in a year, in öre; corrections count in their own year."""

    year: int
    paid: int
    repaid: int


@dataclass(frozen=True, kw_only=True)
class Moved:
    """What the ledger tells of a grant, in öre, corrections counted.

    ``repayments`` have the day that each counts from. ``latest`` is the latest day that
    money moved. ``years`` are the same sums by the year that they are booked in.
    """

    paid: int = 0
    reserved: int = 0
    repayments: tuple[tuple[dt.date, int], ...] = ()
    latest: dt.date | None = None
    years: tuple[BookedYear, ...] = ()

    @property
    def repaid(self) -> int:
        """Return the amount repaid."""
        return sum(amount for _, amount in self.repayments)

    def repaid_before(self, day: dt.date) -> int:
        """Return the amount repaid before a day."""
        return sum(amount for paid_on, amount in self.repayments if paid_on < day)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where a grant stands; amounts in öre.

    ``granted`` counts what is known; ``granted_known`` is False when a decision does not
    say how much. ``claimed`` has been reclaimed by decision, ``owed`` is what is to come
    back in all, ``rest`` what still is: owed, less repaid, less written off. ``accounted``
    is what the report accounts for, None while nobody has said.
    """

    state: GrantState
    applied: int | None
    granted: int
    granted_known: bool
    paid: int
    repaid: int
    claimed: int
    owed: int
    written_off: int
    reserved: int
    accounted: int | None = None

    @property
    def unaccounted(self) -> int:
        """Return what is out and not accounted for: paid, less repaid, less accounted.

        Nothing while it is not known what is; who accounts for more has paid it itself.
        """
        return 0 if self.accounted is None else max(0, self.net - self.accounted)

    @property
    def rest(self) -> int:
        """Return the amount still to be repaid."""
        return self.owed - self.repaid - self.written_off

    @property
    def net(self) -> int:
        """Return the net cost of the grant."""
        return self.paid - self.repaid

    @property
    def unpaid(self) -> int:
        """Return the amount granted and not yet paid."""
        return self.granted - self.paid


def standing(grant: Grant, entries: Iterable[LedgerEntry]) -> Standing:
    """Return the standing of a grant; ``entries`` may hold rows of other grants too."""
    return standing_of(grant, moved(grant, entries))


def moved(grant: Grant, entries: Iterable[LedgerEntry]) -> Moved:
    """Return the sums of a grant in the ledger."""
    return moved_by(entries_of(grant, entries))


def moved_by(own: Sequence[Row]) -> Moved:
    """Return the sums of a grant's own rows, given in their order."""
    amounts = effective(own)
    repayments = [each for each in own if each.kind is EntryKind.REPAYMENT]
    return Moved(
        paid=sum(amounts[each.id] for each in own if each.kind is EntryKind.PAYMENT),
        reserved=sum(amounts[each.id] for each in own if each.kind is EntryKind.RESERVATION),
        repayments=tuple((effective_day(each), amounts[each.id]) for each in repayments),
        latest=max((effective_day(each) for each in own), default=None),
        years=_booked_years(own),
    )


def _booked_years(own: Sequence[Row]) -> tuple[BookedYear, ...]:
    """Add up payments and repayments by the year of their rows, corrections the other way."""
    kinds = {each.id: each.kind for each in own}
    sums: dict[int, dict[EntryKind, int]] = defaultdict(lambda: defaultdict(int))
    for each in own:
        corrects = each.kind is EntryKind.CORRECTION
        kind = kinds.get(each.original_id or "", each.kind) if corrects else each.kind
        sums[each.year][kind] += -each.amount_ore if corrects else each.amount_ore
    return tuple(
        BookedYear(year, moves[EntryKind.PAYMENT], moves[EntryKind.REPAYMENT])
        for year, moves in sorted(sums.items())
    )


def entries_of(grant: Grant, entries: Iterable[LedgerEntry]) -> tuple[LedgerEntry, ...]:
    """Return the rows that belong to a grant, in their order."""
    own = (entry for entry in entries if entry.grant_id == grant.id)
    return tuple(sorted(own, key=lambda entry: entry.number))


def governing(grant: Grant) -> GrantDecision | None:
    """Return the decision that says whether the grant is granted: the last one that does."""
    return next((each for each in reversed(grant.decisions) if each.kind in _GOVERNING), None)


def decided(grant: Grant) -> tuple[GrantDecision, ...]:
    """Return the decisions that the amount rests on, in their order.

    They are the grant in force, its changes, and the formal decision that confirmed it.
    """
    decisions: list[GrantDecision] = []
    for each in grant.decisions:
        if each.kind in (DecisionKind.REFUSE, DecisionKind.WITHDRAW):
            decisions = []
        elif each.kind in SIGNS:
            decisions.append(each)
    return tuple(decisions)


def granting(grant: Grant) -> tuple[GrantDecision, ...]:
    """Return the decisions that make the amount: the grant in force and its changes.

    A formal decision that confirms a grant decides it anew when it says how much; without
    an amount it takes nothing away from what stands.
    """
    decisions: list[GrantDecision] = []
    for each in decided(grant):
        if each.kind is not DecisionKind.GRANT:
            decisions.append(each)
        elif each.amount_ore is not None or not decisions:
            decisions = [each]
    return tuple(decisions)


def formal_grants(grant: Grant) -> tuple[GrantDecision, ...]:
    """Return the formal decisions that the grant in force rests on."""
    decisions = (each for each in decided(grant) if each.kind is DecisionKind.GRANT)
    return tuple(each for each in decisions if each.formal)


def repayment_due(claim: GrantDecision) -> dt.date:
    """Return the day a reclaim is to be paid by, in letters and reminders: as decided, else later.

    Without a day of its own it is ``GRACE`` days after the decision.
    """
    decided = claim.date or dt.date(claim.year, 12, 31)
    return claim.last_day or decided + dt.timedelta(days=GRACE)


def standing_of(grant: Grant, ledger: Moved) -> Standing:
    """Return the standing of a grant from its sums in the ledger."""
    decisions = granting(grant)
    owed = _owed(grant, ledger)
    now = Standing(
        state=GrantState.APPLIED,
        applied=grant.applied_ore,
        granted=sum(SIGNS[each.kind] * (each.amount_ore or 0) for each in decisions),
        granted_known=all(each.amount_ore is not None for each in decisions),
        paid=ledger.paid,
        repaid=ledger.repaid,
        claimed=decided_sum(grant, DecisionKind.RECLAIM),
        owed=owed,
        written_off=min(decided_sum(grant, DecisionKind.WRITE_OFF), owed - ledger.repaid),
        reserved=max(0, ledger.reserved - ledger.paid),
        accounted=grant.accounted_ore,
    )
    return replace(now, state=_state(grant, now))


def decided_sum(grant: Grant, kind: DecisionKind) -> int:
    """Return what the decisions of a kind come to, in öre."""
    return sum(each.amount_ore or 0 for each in grant.decisions if each.kind is kind)


def _owed(grant: Grant, ledger: Moved) -> int:
    """Return the total to be repaid: at least what has been, at most what was paid."""
    claims = [each for each in grant.decisions if each.kind is DecisionKind.RECLAIM]
    owed = 0
    for day, amount in sorted((_claimed_on(each), each.amount_ore or 0) for each in claims):
        owed = min(ledger.paid, max(owed, ledger.repaid_before(day)) + amount)
    if not claims and ledger.repaid and grant.outcome is Outcome.NOT_CARRIED_OUT:
        return ledger.paid
    return max(owed, ledger.repaid)


def _claimed_on(decision: GrantDecision) -> dt.date:
    """Return the day of a reclaim; one without a day claims all that came back in its year."""
    return decision.date or dt.date(decision.year, 1, 1)


def _state(grant: Grant, now: Standing) -> GrantState:
    decision = governing(grant)
    if decision is None:
        return GrantState.APPLIED if grant.retracted_on is None else GrantState.RETRACTED
    if decision.kind is DecisionKind.REFUSE:
        return GrantState.REFUSED
    if decision.kind is DecisionKind.WITHDRAW:
        return GrantState.WITHDRAWN
    if now.repaid or now.owed:
        return _state_of_return(grant, now)
    return _state_of_use(grant, now)


def _state_of_return(grant: Grant, now: Standing) -> GrantState:
    """Return the state of a grant that is to come back, whole or in part."""
    if now.repaid and now.repaid == now.paid:
        return GrantState.FULLY_REPAID
    if now.rest:
        return GrantState.PARTLY_REPAID if now.repaid else GrantState.RECLAIMED
    if now.written_off:
        return GrantState.WRITTEN_OFF
    used = _state_of_use(grant, now)
    return used if used is GrantState.ENDED else GrantState.PARTLY_REPAID


def _state_of_use(grant: Grant, now: Standing) -> GrantState:
    """Return the state of a grant whose money is used as it was meant to, or not at all."""
    if grant.outcome is Outcome.NOT_CARRIED_OUT:
        return GrantState.NOT_CARRIED_OUT
    if _has_ended(grant):
        return GrantState.ENDED
    if grant.report_received is not None:
        return GrantState.REPORTED
    if not now.paid:
        return GrantState.GRANTED
    return GrantState.PARTLY_PAID if now.paid < now.granted else GrantState.PAID


def _has_ended(grant: Grant) -> bool:
    """Tell whether the report is approved, or without one whether an end day is set."""
    if grant.report_received is not None:
        return grant.verdict is Verdict.APPROVED
    return not asks_for_report(grant) and grant.ended_on is not None


def asks_for_report(grant: Grant) -> bool:
    """Tell whether a report is to come: the kind asks for one, or a day is set."""
    return RULES[grant.kind].report or grant.report_due is not None
