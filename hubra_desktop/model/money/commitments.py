"""What grants commit of a year's budget: granted, and not paid out when the year ends.

What is granted is committed until it is paid, lowered, withdrawn or refused, without a
reservation by hand and across the ends of years: a grant of last year that is not paid
stands in this year's budget too, told apart by the year of its decision. A year's figures
count what was decided and paid by its own end, so that a later year never changes them; a
closed year keeps those that it was closed with, whatever is entered later of earlier years.
Payments use up the oldest decision first; a lowering takes from the latest. A reservation
by hand for a grant counts only while no decision says how much is granted.
"""

import datetime as dt
import operator
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from hubra_desktop.model.money.grants import SIGNS, entries_of, governing, granting
from hubra_desktop.model.money.ledger import effective, effective_day
from hubra_desktop.model.money.terms import Basis, EntryKind
from hubra_desktop.model.records.money import (
    BudgetYear,
    ClosingCommitment,
    Grant,
    GrantDecision,
    LedgerEntry,
)


@dataclass(frozen=True, kw_only=True)
class Commitment:
    """A grant that is not paid out in full by the end of a year, or on a day in it.

    ``granted`` and ``paid`` are what was known then, in öre; ``known`` is False when a
    decision does not say how much, so that more may be granted. ``parts`` is what is left,
    by the year it was decided in, the oldest first. ``post_id`` is the post that bears it,
    "" for none.
    """

    grant_id: str
    body_id: str
    title: str
    post_id: str
    known: bool
    granted: int
    paid: int
    parts: tuple[tuple[int, int], ...]

    @property
    def ore(self) -> int:
        """Return what is committed: granted, less paid."""
        return self.granted - self.paid

    def before(self, year: int) -> int:
        """Return the part that was decided before a year, in öre."""
        return sum(ore for decided, ore in self.parts if decided < year)


@dataclass(frozen=True, kw_only=True)
class Commitments:
    """What all grants commit of a year, and what of their reservations by hand it covers.

    ``covered`` holds öre by the grants' ids: reservations count above it only.
    """

    rows: tuple[Commitment, ...] = ()
    covered: Mapping[str, int] = field(default_factory=dict)


NO_COMMITMENTS: Final = Commitments()


def commitments(
    year: BudgetYear,
    basis: Basis,
    grants: Iterable[Grant],
    entries: Iterable[LedgerEntry],
    on: dt.date | None = None,
) -> Commitments:
    """Return what grants commit of a year by its end, or on a day (None: by its end).

    ``entries`` must hold all rows of the grants; rows without a grant are passed over.
    """
    if is_as_closed(year, basis, on):
        return _as_closed(year, {each.id: each for each in grants})
    by_grant: dict[str | None, list[LedgerEntry]] = defaultdict(list)
    for entry in entries:
        by_grant[entry.grant_id].append(entry)
    rows: list[Commitment] = []
    covered: dict[str, int] = {}
    for grant in grants:
        own = entries_of(grant, by_grant[grant.id])
        decisions = _decided(grant, year, on)
        known_by_then = grant
        if decisions != grant.decisions:
            known_by_then = replace(grant, decisions=decisions)
        made = _commitment(known_by_then, _counted(own, year, basis, on))
        if made.ore > 0:
            rows.append(made)
        settled = governing(known_by_then) is not None and made.known
        covered[grant.id] = _reserved(own) if settled else max(0, made.ore)
    return Commitments(rows=tuple(rows), covered=covered)


def is_as_closed(year: BudgetYear, basis: Basis, on: dt.date | None = None) -> bool:
    """Tell whether a year is told as it was closed: on its own basis, from that day on."""
    return (
        year.closed_on is not None
        and basis is year.basis
        and (on is None or on >= max(year.closed_on, dt.date(year.year, 12, 31)))
    )


def closing_of(
    year: BudgetYear, made: Commitments, homes: Mapping[str, str]
) -> tuple[ClosingCommitment, ...]:
    """Return what is kept of a year's commitments when it is closed.

    ``homes`` are the year's own posts by the ids of those of any year.
    """
    rows: list[ClosingCommitment] = []
    for each in made.rows:
        kept = ClosingCommitment(
            grant_id=each.grant_id,
            post_id=homes.get(each.post_id),
            granted_ore=each.granted,
            paid_ore=each.paid,
            known=each.known,
            covered_ore=made.covered.get(each.grant_id, 0),
        )
        rows += (replace(kept, decided_in=decided, left_ore=ore) for decided, ore in each.parts)
    told = {each.grant_id for each in rows}
    rows += (
        ClosingCommitment(grant_id=grant_id, decided_in=year.year, covered_ore=ore)
        for grant_id, ore in made.covered.items()
        if ore and grant_id not in told
    )
    return tuple(rows)


def _as_closed(year: BudgetYear, grants: Mapping[str, Grant]) -> Commitments:
    """Return what grants committed of a year when it was closed.

    Nothing of one closed before that was counted, and kept.
    """
    by_grant: dict[str, list[ClosingCommitment]] = defaultdict(list)
    for each in year.closing:
        by_grant[each.grant_id].append(each)
    rows = (
        Commitment(
            grant_id=grant_id,
            body_id=grants[grant_id].body_id,
            title=grants[grant_id].title,
            post_id=kept[0].post_id or "",
            known=kept[0].known,
            granted=kept[0].granted_ore,
            paid=kept[0].paid_ore,
            parts=tuple((each.decided_in, each.left_ore) for each in kept),
        )
        for grant_id, kept in by_grant.items()
    )
    covered = {grant_id: kept[0].covered_ore for grant_id, kept in by_grant.items()}
    return Commitments(rows=tuple(each for each in rows if each.ore), covered=covered)


def by_year(rows: Iterable[Commitment]) -> tuple[tuple[int, int], ...]:
    """Return what grants commit together, in öre, by the years it was decided in."""
    sums: dict[int, int] = defaultdict(int)
    for each in rows:
        for decided, ore in each.parts:
            sums[decided] += ore
    return tuple((year, sums[year]) for year in sorted(sums, key=operator.pos))


def _decided(grant: Grant, year: BudgetYear, on: dt.date | None) -> tuple[GrantDecision, ...]:
    """Return the decisions made by the end of a year and on a day."""
    return tuple(
        each
        for each in grant.decisions
        if each.year <= year.year and (on is None or _decided_on(each) <= on)
    )


def _decided_on(decision: GrantDecision) -> dt.date:
    """Return the day a decision counts from; without a date the last of its year, as rows do."""
    return decision.date or dt.date(decision.year, 12, 31)


def _counted(
    own: Sequence[LedgerEntry], year: BudgetYear, basis: Basis, on: dt.date | None
) -> list[LedgerEntry]:
    """Return the rows that count in a year or before it; see ``counted_in`` for one year's."""
    return [
        each
        for each in own
        if (on is None or effective_day(each) <= on)
        and (each.year <= year.year or _comes_home(each, year, basis))
    ]


def _comes_home(entry: LedgerEntry, year: BudgetYear, basis: Basis) -> bool:
    """Tell whether a later row counts here, as it concerns this year or one before it."""
    concerned = entry.year_concerned
    return basis is not Basis.CASH and concerned is not None and concerned <= year.year


def _commitment(grant: Grant, own: Sequence[LedgerEntry]) -> Commitment:
    """Return what a grant commits by its decisions and rows; nothing may be left."""
    decisions = granting(grant)
    amounts = effective(own)
    paid = sum(amounts[each.id] for each in own if each.kind is EntryKind.PAYMENT)
    return Commitment(
        grant_id=grant.id,
        body_id=grant.body_id,
        title=grant.title,
        post_id=grant.post_id or next((each.post_id for each in reversed(own)), ""),
        known=all(each.amount_ore is not None for each in decisions),
        granted=sum(SIGNS[each.kind] * (each.amount_ore or 0) for each in decisions),
        paid=paid,
        parts=_parts(decisions, paid),
    )


def _parts(decisions: Iterable[GrantDecision], paid: int) -> tuple[tuple[int, int], ...]:
    """Return what is left to pay, in öre, by the year it was decided in, the oldest first."""
    left: dict[int, int] = defaultdict(int)
    for each in decisions:
        ore = SIGNS[each.kind] * (each.amount_ore or 0)
        if ore > 0:
            left[each.year] += ore
        else:
            _take(left, sorted(left, key=operator.neg), -ore)
    years = sorted(left, key=operator.pos)
    _take(left, years, paid)
    return tuple((year, left[year]) for year in years if left[year])


def _take(left: dict[int, int], years: Iterable[int], ore: int) -> None:
    """Take an amount from the years, in their order, as far as it goes."""
    for year in years:
        taken = min(ore, left[year])
        left[year] -= taken
        ore -= taken


def _reserved(own: Iterable[LedgerEntry]) -> int:
    """Return what was ever reserved by hand, in öre."""
    return sum(each.amount_ore for each in own if each.kind is EntryKind.RESERVATION)
