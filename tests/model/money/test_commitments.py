"""What grants commit of a budget: drawn over the ends of years, and added up by hand."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.language import swedish
from hubra_desktop.model.money.budget import BudgetTable
from hubra_desktop.model.money.budget_outcome import budget_findings
from hubra_desktop.model.money.figures import NOT_IN_BUDGET, post_called
from hubra_desktop.model.money.terms import Basis, DecisionKind, EntryKind
from hubra_desktop.model.records.money import (
    Allocation,
    BudgetPost,
    BudgetVersion,
    BudgetYear,
    Grant,
    GrantDecision,
    LedgerEntry,
)
from tests.model.money.hands import KR, budget_of, day, fixed, grant, row, told
from tests.model.money.reference import budget_table, closed

YEARS = (2016, 2017, 2018)
SIGNS = {DecisionKind.GRANT: 1, DecisionKind.RAISE: 1, DecisionKind.LOWER: -1}


def year_of(year: int, basis: Basis = Basis.CASH) -> BudgetYear:
    """A year with one post, planned at 100 000 kr."""
    post = BudgetPost(id=f"p{year}", name="Föreningar")
    planned = Allocation(id=f"a{year}", post_id=post.id, planned_ore=100_000 * KR)
    version = BudgetVersion(id=f"v{year}", allocations=(planned,))
    return BudgetYear(id=f"y{year}", year=year, basis=basis, posts=(post,), versions=(version,))


@dataclass(frozen=True)
class Happening:
    """Something that becomes of a grant: a decision, or a row of the ledger."""

    year: int
    kind: DecisionKind | EntryKind
    kronor: int


@st.composite
def histories(draw: st.DrawFn) -> tuple[Happening, ...]:
    """A grant decided in one of the years, then changed, paid and perhaps withdrawn."""
    start = draw(st.sampled_from(YEARS))
    steps = [Happening(start, DecisionKind.GRANT, draw(st.integers(1, 50)))]
    granted, paid = steps[0].kronor, 0
    for year in range(start, YEARS[-1] + 1):
        for kind in draw(st.lists(st.sampled_from(sorted(CHANGES)), max_size=3)):
            most = granted - paid
            if (kind in ("lower", "payment") and not most) or (kind == "withdraw" and paid):
                continue
            kronor = draw(st.integers(1, most if kind in ("lower", "payment") else 50))
            steps.append(Happening(year, CHANGES[kind], kronor))
            granted += {"raise": kronor, "lower": -kronor}.get(kind, 0)
            paid += kronor if kind == "payment" else 0
            if kind == "withdraw":
                return tuple(steps)
    return tuple(steps)


CHANGES: dict[str, DecisionKind | EntryKind] = {
    "raise": DecisionKind.RAISE,
    "lower": DecisionKind.LOWER,
    "withdraw": DecisionKind.WITHDRAW,
    "payment": EntryKind.PAYMENT,
    "reservation": EntryKind.RESERVATION,
}


def made(number: int, steps: Sequence[Happening]) -> tuple[Grant, list[LedgerEntry]]:
    """Return the grant and the rows that a history tells of."""
    decisions = tuple(
        GrantDecision(id=f"g{number}-{place}", kind=each.kind, year=each.year,
                      amount_ore=each.kronor * KR)
        for place, each in enumerate(steps) if isinstance(each.kind, DecisionKind)
    )  # fmt: skip
    one = grant(*decisions, id=f"g{number}", year=steps[0].year, post_id=f"p{steps[0].year}")
    rows = [
        row(100 * number + place, each.kind, each.kronor * KR, year=each.year,
            post_id=f"p{each.year}", grant_id=one.id)
        for place, each in enumerate(steps) if isinstance(each.kind, EntryKind)
    ]  # fmt: skip
    return one, rows


def unpaid_by_hand(steps: Sequence[Happening], year: int) -> int:
    """Return what is granted and not paid by the end of a year, step by step, in kronor."""
    left = 0
    for each in steps:
        if each.year > year:
            continue
        if each.kind is DecisionKind.WITHDRAW:
            left = 0
        elif isinstance(each.kind, DecisionKind):
            left += SIGNS[each.kind] * each.kronor
        elif each.kind is EntryKind.PAYMENT:
            left -= each.kronor
    return left


def tables(told_of: Sequence[Sequence[Happening]]) -> dict[int, BudgetTable]:
    """Return the tables of all years, of all that the histories tell."""
    pairs = [made(number, steps) for number, steps in enumerate(told_of, 1)]
    grants = [one for one, _ in pairs]
    rows = [each for _, own in pairs for each in own]
    years = [year_of(year) for year in YEARS]
    return {
        each.year: budget_table(each, rows, grants=grants, others=[y for y in years if y != each])
        for each in years
    }


@given(st.lists(histories(), max_size=4))
def test_what_is_granted_is_committed_until_it_is_paid_lowered_or_withdrawn(
    told_of: list[tuple[Happening, ...]],
) -> None:
    for year, table in tables(told_of).items():
        by_hand = [unpaid_by_hand(steps, year) * KR for steps in told_of]
        assert table.total.committed == sum(by_hand)
        assert [each.ore for each in table.commitments] == [ore for ore in by_hand if ore]
        paid = sum(s.kronor for steps in told_of for s in steps
                   if s.kind is EntryKind.PAYMENT and s.year == year) * KR  # fmt: skip
        assert table.total.left == 100_000 * KR - paid - sum(by_hand)
        assert table.total.reserved == 0


@given(st.lists(histories(), max_size=4))
def test_what_was_decided_before_a_year_is_told_apart(
    told_of: list[tuple[Happening, ...]],
) -> None:
    shown = tables(told_of)
    for year, table in shown.items():
        for each in table.commitments:
            assert sum(ore for _, ore in each.parts) == each.ore == each.granted - each.paid
            years = [decided for decided, _ in each.parts]
            assert years == sorted(set(years))
            assert max(years) <= year
        assert table.total.carried == sum(each.before(year) for each in table.commitments)
        if year - 1 in shown:
            assert table.total.carried <= shown[year - 1].total.committed


@given(st.lists(histories(), min_size=1, max_size=3))
def test_a_later_year_changes_nothing_of_an_earlier_one(
    told_of: list[tuple[Happening, ...]],
) -> None:
    until = [tuple(each for each in steps if each.year <= 2017) for steps in told_of]
    early = tables([steps for steps in until if steps])
    assert tables(told_of)[2017].total == early[2017].total


GRANTED = told(DecisionKind.GRANT, 100 * KR, date=day(2017, 3, 1))
UNKNOWN = told(DecisionKind.GRANT, None, date=day(2017, 3, 1))
REFUSED = told(DecisionKind.REFUSE, date=day(2017, 5, 1))
RESERVED = row(1, EntryKind.RESERVATION, 80 * KR, date=day(2017, 2, 1))


def committed(one: Grant, *rows: LedgerEntry, on: dt.date | None = None) -> tuple[int, int]:
    """Return what is reserved by hand and what is committed in all, in kronor."""
    total = budget_table(budget_of(), rows, on, grants=[one]).total
    return total.reserved // KR, total.committed // KR


def test_a_reservation_by_hand_counts_only_while_no_decision_says_how_much() -> None:
    assert committed(grant(), RESERVED) == (80, 80)
    assert committed(grant(GRANTED), RESERVED) == (0, 100)
    assert committed(grant(UNKNOWN), RESERVED) == (80, 80)
    raised = grant(UNKNOWN, told(DecisionKind.RAISE, 30 * KR, date=day(2017, 4, 1)))
    assert committed(raised, RESERVED) == (50, 80)
    assert committed(grant(REFUSED), RESERVED) == (0, 0)


def test_a_decision_counts_from_its_day() -> None:
    one = grant(GRANTED, told(DecisionKind.LOWER, 40 * KR, date=day(2017, 6, 1)))
    assert committed(one, on=day(2017, 2, 28)) == (0, 0)
    assert committed(one, on=day(2017, 3, 1)) == (0, 100)
    assert committed(one, on=day(2017, 6, 1)) == (0, 60)
    undated = grant(told(DecisionKind.GRANT, 100 * KR))
    assert committed(undated, on=day(2017, 12, 30)) == (0, 0)
    assert committed(undated) == (0, 100)


def test_a_corrected_payment_is_committed_again() -> None:
    paid = row(1, EntryKind.PAYMENT, 100 * KR, date=day(2017, 4, 1))
    back = fixed(2, paid, 30 * KR, date=day(2017, 5, 1))
    assert committed(grant(GRANTED), paid) == (0, 0)
    assert committed(grant(GRANTED), paid, back) == (0, 30)


def test_on_the_accrual_basis_a_payment_counts_in_the_year_that_it_concerns() -> None:
    one = grant(GRANTED, year=2017, post_id="p2017")
    late = row(1, EntryKind.PAYMENT, 100 * KR, year=2018, date=day(2018, 2, 1), post_id="p2018",
               year_concerned=2017)  # fmt: skip
    others = [year_of(2018)]
    for basis, left in ((Basis.CASH, 100 * KR), (Basis.ACCRUAL, 0)):
        year = year_of(2017, basis)
        assert budget_table(year, [late], grants=[one], others=others).total.committed == left
    kept = closed(year_of(2017, Basis.ACCRUAL), [late], [one], day(2018, 1, 15))
    assert budget_table(kept, [late], grants=[one], others=others).total.committed == 100 * KR


def test_a_grant_without_a_post_stands_apart() -> None:
    table = budget_table(budget_of(), [], grants=[grant(GRANTED, post_id=None)])
    assert (table.rows[-1].post.id, table.rows[-1].sums.committed) == ("", 100 * KR)


def test_a_post_in_deficit_is_told_whatever_share_may_be_missed() -> None:
    over = grant(told(DecisionKind.GRANT, 120_001 * KR))
    table = budget_table(budget_of(deviation_share=10), [], grants=[over])
    assert [row.post.id for row in table.rows if row.leaf and row.deviates and row.sums.left < 0
            ] == ["n17"]  # fmt: skip


def test_what_stands_outside_the_budgets_posts_is_named_and_is_no_deviation() -> None:
    """Nobody can explain it: there is no post to write at."""
    year = year_of(2017, Basis.ACCRUAL)
    outside = row(1, EntryKind.COST, 5 * KR, year=2018, post_id="p2018", year_concerned=2017)
    other = replace(year_of(2018), posts=(BudgetPost(id="p2018", name="Nytt"),))
    table = budget_table(year, [outside], others=[other])
    last = table.rows[-1]
    assert (post_called(last.post, swedish), last.sums.left) == (NOT_IN_BUDGET, -5 * KR)
    assert not last.deviates
    [told] = budget_findings(table, day(2018, 1, 1))
    assert told.sentence.startswith("Föreningar 2017")
