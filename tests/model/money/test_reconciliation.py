"""A year held against itself: an honest one agrees, a planted difference is found and named."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hubra_desktop.model.money.reconciliation import Compared, Reconciliation, reconcile
from hubra_desktop.model.money.statement import joined_lines
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.records.money import AccountLine, LedgerEntry
from tests.model.money.drawn_years import DrawnYear, drawn_years

Planted = tuple[Reconciliation, str, str]
"""The year with a difference in it, the check that must find it, and the row it is about."""


@given(drawn_years())
def test_an_honest_year_agrees_in_everything(year: DrawnYear) -> None:
    found = reconcile(year.held())
    assert found.differing == ()
    assert found.missing == ()
    assert [each.ours_ore for each in found.checks] == [each.theirs_ore for each in found.checks]


def frame(year: DrawnYear) -> Planted:
    table = replace(year.table, frame_ore=(year.table.frame_ore or 0) + 1)
    return reconcile(year.held(table=table)), "frame", "v"


def post_sum(year: DrawnYear) -> Planted:
    """A sum of a post that its rows do not make."""
    more = {row.post.id: replace(row.sums, cost=row.sums.cost + 1) for row in year.table.rows}
    rows = tuple(
        replace(row, sums=more["day"]) if row.post.id == "day" else row for row in year.table.rows
    )
    return reconcile(year.held(table=replace(year.table, rows=rows))), "outcome", "day"


def lost_row(year: DrawnYear) -> Planted:
    """A row that is not among those the budget was made of."""
    gone = first(year, EntryKind.COST, EntryKind.PAYMENT)
    corrected = {each.original_id for each in year.entries}
    assume(gone.id not in corrected)
    kept = tuple(each for each in year.entries if each is not gone)
    return reconcile(year.held(entries=kept)), "outcome", gone.post_id


def transfer(year: DrawnYear) -> Planted:
    came = first(year, EntryKind.TRANSFER_IN)
    changed = replace(came, amount_ore=came.amount_ore + 1)
    return reconcile(year.held(entries=put(year, changed))), "transfers", came.original_id or ""


def half_a_transfer(year: DrawnYear) -> Planted:
    came = first(year, EntryKind.TRANSFER_IN)
    kept = tuple(each for each in year.entries if each is not came)
    return reconcile(year.held(entries=kept)), "transfers", came.original_id or ""


def no_grant(year: DrawnYear) -> Planted:
    """A payment from the grants' post that belongs to no grant."""
    paid = first(year, EntryKind.PAYMENT, post="groups")
    changed = put(year, replace(paid, grant_id=None))
    return reconcile(year.held(entries=changed)), "grants-payment", paid.id


def commitment(year: DrawnYear) -> Planted:
    assume(year.table.commitments)
    table = replace(year.table, commitments=())
    return reconcile(year.held(table=table)), "commitments", "groups"


def report(year: DrawnYear) -> Planted:
    stated = (Compared("Ekonomi: ”5 000 kr”", 500_000, 400_000, "report", "r"),)
    return reconcile(year.held(stated=stated)), "report", "r"


def lost_line(year: DrawnYear) -> Planted:
    """A row of the ledger that the municipality's accounts lack."""
    assume(year.statement.lines)
    gone, *kept = year.statement.lines
    statement = replace(year.statement, lines=tuple(kept))
    others = [each for each in kept if each.amount_ore == gone.amount_ore]
    assume(not others)
    return reconcile(year.held(statement=statement)), "accounts", gone.id[2:]


def new_line(year: DrawnYear) -> Planted:
    """A line of the accounts that the ledger lacks."""
    line = AccountLine(id="x", kind=EntryKind.COST, amount_ore=123_456_789, text="Ny")
    statement = replace(year.statement, lines=(*year.statement.lines, line))
    return reconcile(year.held(statement=statement)), "accounts", "s"


def other_amount(year: DrawnYear) -> Planted:
    """A voucher that has another amount in the accounts."""
    lines = [each for each in year.statement.lines if each.voucher]
    assume(lines)
    changed = replace(lines[0], amount_ore=lines[0].amount_ore + 987_654_321)
    kept = tuple(changed if each is lines[0] else each for each in year.statement.lines)
    statement = replace(year.statement, lines=kept)
    return reconcile(year.held(statement=statement)), "accounts", changed.id[2:]


def first(year: DrawnYear, *kinds: EntryKind, post: str = "") -> LedgerEntry:
    found = [
        each for each in year.entries if each.kind in kinds and (not post or each.post_id == post)
    ]
    assume(found)
    return found[0]


def put(year: DrawnYear, entry: LedgerEntry) -> tuple[LedgerEntry, ...]:
    return tuple(entry if each.id == entry.id else each for each in year.entries)


PLANTS: tuple[Callable[[DrawnYear], Planted], ...] = (
    frame, post_sum, lost_row, transfer, half_a_transfer, no_grant, commitment, report, lost_line,
    new_line, other_amount,
)  # fmt: skip


@pytest.mark.parametrize("plant", PLANTS, ids=lambda each: each.__name__)
@given(data=st.data())
def test_a_planted_difference_is_found_and_named(
    plant: Callable[[DrawnYear], Planted], data: st.DataObject
) -> None:
    found, key, row_id = plant(data.draw(drawn_years()))
    assert not found.agrees
    check = next(each for each in found.checks if each.key == key)
    assert row_id in {each.row_id for each in check.differing}
    for each in check.differing:
        assert each.name
        assert each.difference == (each.ours or 0) - (each.theirs or 0)
        assert each.difference or each.ours is None or each.theirs is None


@given(drawn_years())
def test_what_cannot_be_compared_says_what_to_do(year: DrawnYear) -> None:
    bare = replace(year.sheet, versions=())
    held = replace(year, sheet=bare).held(stated=None, statement=None)
    found = reconcile(held)
    assert [each.key for each in found.missing] == ["frame", "report", "accounts"]
    assert all(each.missing.endswith(".") and not each.rows for each in found.missing)
    assert found.agrees


def test_a_file_read_again_adds_nothing_and_two_equal_lines_are_two() -> None:
    coffee = AccountLine(kind=EntryKind.COST, amount_ore=5_000, text="Kaffe")
    once = joined_lines((), (coffee, coffee))
    assert joined_lines(once, (coffee,)) == once
    assert joined_lines(once, (coffee, coffee)) == once
    assert len(joined_lines(once, (coffee, coffee, coffee))) == 3
