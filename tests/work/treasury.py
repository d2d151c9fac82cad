"""A council with money: three budget years, two associations, and what must always hold."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.money.grants import moved, standing
from hubra_desktop.model.money.ledger import effective, effective_day
from hubra_desktop.model.money.terms import Basis, DecisionKind, EntryKind, GrantState, PostKind
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.money import (
    Allocation,
    BudgetPost,
    BudgetVersion,
    BudgetYear,
    LedgerEntry,
)
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.terms import BodyKind
from hubra_desktop.work.commands.settings import ChangeRegister
from hubra_desktop.work.edits import Add, Store
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.queries.grants import grant_rows
from hubra_desktop.work.queries.ledger_numbers import numbers_passed_over
from hubra_desktop.work.queries.money import budget, moved_of
from hubra_desktop.work.workspace import Workspace
from tests.model.money.reference import budget_table
from tests.work.office import settled

YEARS = (2017, 2018, 2019)
POSTS = ("fees", "groups", "day")
NAMES = {"fees": "Arvoden", "groups": "Nattvandring/Föreningar", "day": "Trygghetsdagen"}
KRONA = 100


def post(year: int, name: str) -> str:
    return f"{year}-{name}"


def year_sheet(year: int) -> BudgetYear:
    """60 and 204 tkr, the latter parted on two posts below one; 2018 on the accrual basis."""
    below = {"groups": post(year, "other"), "day": post(year, "other")}
    posts = (
        BudgetPost(id=post(year, "fees"), name="Arvoden", kind=PostKind.FEES),
        BudgetPost(id=post(year, "other"), name="Bidrag, fortbildning och övrigt"),
        *(
            BudgetPost(id=post(year, each), name=NAMES[each], parent_id=above)
            for each, above in below.items()
        ),
    )
    planned = {"fees": 60_000, "groups": 120_000, "day": 84_000}
    version = BudgetVersion(
        id=f"{year}-first",
        frame_ore=264_000 * KRONA,
        allocations=tuple(
            Allocation(id=f"{year}-{each}-a", post_id=post(year, each), planned_ore=ore * KRONA)
            for each, ore in planned.items()
        ),
    )
    return BudgetYear(
        id=f"budget-{year}",
        year=year,
        basis=Basis.ACCRUAL if year == 2018 else Basis.CASH,
        posts=posts,
        versions=(version,),
    )


def treasury(path: Path) -> Workspace:
    """Open a register with three budget years; the council and two associations as bodies."""
    path.write_bytes(_furnished())
    path.chmod(0o600)
    return Workspace.open(path)


@cache
def _furnished() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.hubra"
        _furnish(path).close()
        return settled(path)


def _furnish(path: Path) -> Workspace:
    workspace = Workspace.create(path, organisation="Trygghetsrådet")
    own = workspace.run(Add(Body, {"name": "Trygghetsrådet", "kind": BodyKind.COUNCIL})).created
    workspace.run(ChangeRegister({"own_body_id": own}))
    for name in ("Ur Dimman", "Grannstöd"):
        workspace.run(Add(Body, {"name": name, "kind": BodyKind.ASSOCIATION}))
    for year in YEARS:
        workspace.run(Store(year_sheet(year)))
    return workspace


def stored(workspace: Workspace) -> Bundle:
    with workspace.read() as reader:
        return register_bundle(reader)


def check_everything(workspace: Workspace, now: Bundle, turn: int = 0) -> None:
    """Assert every invariant of the money, and that database and pure functions agree.

    The tables of one year are looked at each time, the years taking ``turn``.
    """
    check_ledger(now.ledger)
    check_numbers(workspace, now)
    check_grants(now)
    for year in now.budget_years[turn % len(YEARS) :: len(YEARS)]:
        for day in (None, dt.date(year.year, 6, 30), dt.date(year.year, 12, 31)):
            for basis in Basis:
                check_table(workspace, now, year, day, basis)
    with workspace.read() as reader:
        told = moved_of(reader, [each.id for each in now.grants])
        rows = {row.sheet.id: row.standing for row in grant_rows(reader)}
    for grant in now.grants:
        pure = moved(grant, now.ledger)
        assert told.get(grant.id, type(pure)()) == pure
        assert rows[grant.id] == standing(grant, now.ledger)


def check_ledger(ledger: Iterable[LedgerEntry]) -> None:
    ledger = tuple(ledger)
    by_id = {entry.id: entry for entry in ledger}
    left = effective(ledger)
    repaid: dict[str, int] = defaultdict(int)
    moved_by_day: dict[dt.date, int] = defaultdict(int)
    for entry in ledger:
        assert entry.amount_ore > 0
        assert left[entry.id] >= 0
        assert entry.date is None or entry.date.year == entry.year
        if entry.kind is EntryKind.REPAYMENT:
            assert by_id[entry.original_id or ""].kind is EntryKind.PAYMENT
            repaid[entry.original_id or ""] += left[entry.id]
        if entry.kind is EntryKind.CORRECTION:
            assert by_id[entry.original_id or ""].kind is not EntryKind.CORRECTION
        told = by_id[entry.original_id or ""] if entry.kind is EntryKind.CORRECTION else entry
        sign = -1 if entry is not told else 1
        if told.kind is EntryKind.TRANSFER_IN:
            moved_by_day[effective_day(entry)] += sign * entry.amount_ore
        if told.kind is EntryKind.TRANSFER_OUT:
            moved_by_day[effective_day(entry)] -= sign * entry.amount_ore
    assert all(amount <= left[payment] for payment, amount in repaid.items())
    assert not any(moved_by_day.values())


def check_numbers(workspace: Workspace, now: Bundle) -> None:
    """A number is given once, in order; what a year passes over is told, all of it."""
    numbers = [entry.number for entry in now.ledger]
    assert numbers == sorted(set(numbers))
    assert not numbers or numbers[0] > 0
    with workspace.read() as reader:
        passed = [numbers_passed_over(reader, each.year) for each in now.budget_years]
    assert not any(each.unknown for each in passed)
    undone = [number for each in passed for number, _ in each.undone]
    assert set(undone).isdisjoint(numbers)


def check_grants(now: Bundle) -> None:
    for grant in now.grants:
        at = standing(grant, now.ledger)
        kinds = {each.kind for each in grant.decisions}
        assert at.paid <= at.granted
        assert at.repaid <= at.paid
        assert at.rest >= 0
        assert at.written_off >= 0
        assert not at.written_off or DecisionKind.WRITE_OFF in kinds
        assert at.rest == at.owed - at.repaid - at.written_off
        assert (at.state is GrantState.FULLY_REPAID) == (at.repaid == at.paid > 0)
        if at.state in (GrantState.APPLIED, GrantState.REFUSED, GrantState.WITHDRAWN):
            assert at.paid == 0
        if at.state is GrantState.WRITTEN_OFF:
            assert at.rest == 0


def check_table(
    workspace: Workspace, now: Bundle, year: BudgetYear, day: dt.date | None, basis: Basis
) -> None:
    others = [each for each in now.budget_years if each is not year]
    grants = sorted(now.grants, key=lambda each: (each.year, folded(each.title), each.id))
    table = budget_table(year, now.ledger, day, basis=basis, others=others, grants=grants)
    with workspace.read() as reader:
        assert budget(reader, year.year, day, basis=basis) == table
    leaves = [row for row in table.rows if row.leaf]
    assert sum(row.sums.planned for row in leaves) == table.total.planned
    if basis is Basis.CASH:
        assert table.total.planned == table.allocated_ore
        for row in leaves:
            rows = [e for e in now.ledger if e.post_id == row.post.id]
            assert row.sums.net == by_hand(rows, now.ledger, day)
            assert row.sums.left == row.sums.planned - row.sums.net - row.sums.committed


def by_hand(rows: Iterable[LedgerEntry], ledger: Iterable[LedgerEntry], day: dt.date | None) -> int:
    """Add a post's rows up one by one, each with its sign."""
    by_id = {entry.id: entry for entry in ledger}
    signs = {"payment": 1, "cost": 1, "repayment": -1, "income": -1}
    net = 0
    for row in rows:
        if day is not None and effective_day(row) > day:
            continue
        fixes = row.kind is EntryKind.CORRECTION
        kind = by_id[row.original_id or ""].kind if fixes else row.kind
        net += signs.get(kind.value, 0) * (-row.amount_ore if fixes else row.amount_ore)
    return net
