"""No sequence of commands breaks what must hold of the money, and closed years never change."""

import datetime as dt
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.money.terms import DecisionKind, EntryKind, GrantKind, Outcome, Verdict
from hubra_desktop.model.records.money import (
    BudgetPost,
    BudgetVersion,
    BudgetYear,
    Grant,
    GrantDecision,
    LedgerEntry,
)
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.budget import Allocate, CloseYear
from hubra_desktop.work.commands.grants import Decide
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.ledger import Book, Correct, Repay, Transfer
from hubra_desktop.work.edits import Add, Change, Remove, Reorder, Store
from tests.model.money.reference import budget_table
from tests.work.treasury import (
    KRONA,
    POSTS,
    YEARS,
    check_everything,
    post,
    stored,
    treasury,
)

UNSHRUNK = (Phase.explicit, Phase.generate)
AMOUNTS = st.sampled_from([0, 1, 10_000, 20_000, 25_080, 45_080, 90_000]).map(lambda kr: kr * KRONA)
SMALL = st.sampled_from([1, 5_000, 10_000, 20_000]).map(lambda kr: kr * KRONA)
KINDS = st.sampled_from(["reservation", "payment", "payment", "cost", "income"])
TOLD: list[dict[str, Any]] = [
    {"outcome": Outcome.NOT_CARRIED_OUT},
    {"outcome": Outcome.CARRIED_OUT},
    {"report_received": dt.date(2018, 2, 1), "verdict": Verdict.APPROVED},
    {"kind": GrantKind.OTHER},
    {"year": 2018},
    {"ended_on": dt.date(2019, 1, 1)},
]
CHANGES = [DecisionKind.RECLAIM, DecisionKind.WRITE_OFF, DecisionKind.RAISE, *DecisionKind]
When = tuple[int, dt.date | None]


@st.composite
def times(draw: st.DrawFn) -> When:
    year = draw(st.sampled_from(YEARS))
    day = draw(st.none() | st.sampled_from([dt.date(year, 3, 1), dt.date(year, 9, 1)]))
    return year, day


WORK = (
    *("pay", "repay", "correct", "decide") * 3,
    *("book", "transfer", "tell", "mend", "plan", "apply", "read_a_file", "close"),
)


class Treasurer(RuleBasedStateMachine):
    """Books, decides, closes and undoes; ``closed`` keeps what each year was closed with."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.workspace = treasury(Path(self.folder.name) / "r.hubra")
        self.now = stored(self.workspace)
        self.closed: dict[int, Any] = {}
        self.turn = 0

    @initialize()
    def begin(self) -> None:
        """Two grants, the first of them paid in full and repaid in part."""
        granted = GrantDecision(kind=DecisionKind.GRANT, year=2017, amount_ore=45_080 * KRONA)
        for year in (2017, 2018):
            self.do(Store(self.grant(year, replace(granted, year=year))))
        first, second = (grant.id for grant in self.now.grants)
        paid = LedgerEntry(
            year=2017,
            post_id=post(2017, "groups"),
            kind=EntryKind.PAYMENT,
            amount_ore=45_080 * KRONA,
            grant_id=first,
        )
        reserved = replace(
            paid,
            year=2018,
            post_id=post(2018, "groups"),
            kind=EntryKind.RESERVATION,
            amount_ore=30_000 * KRONA,
            grant_id=second,
        )
        self.do(Book(reserved))
        self.do(Book(paid))
        self.do(Repay(self.now.ledger[-1].id, 20_000 * KRONA, 2018))

    def grant(self, year: int, *decisions: GrantDecision) -> Grant:
        body = self.now.bodies[-1].id
        return Grant(year=year, body_id=body, title="CV och körkort", decisions=decisions)

    def do(self, command: Command) -> None:
        before = self.now
        try:
            self.workspace.run(command)
        except InputError:
            assert stored(self.workspace) == before
            return
        self.now = stored(self.workspace)
        rows = {entry.id: entry for entry in self.now.ledger}
        assert all(rows[entry.id] == entry for entry in before.ledger)
        self.look()

    def look(self) -> None:
        self.turn += 1
        check_everything(self.workspace, self.now, self.turn)
        for year in self.now.budget_years:
            if year.closed_on is not None:
                told = self.told_of(year.year)
                assert self.closed.setdefault(year.year, told) == told
        assert set(self.closed) == {e.year for e in self.now.budget_years if e.closed_on}

    def told_of(self, number: int) -> Any:
        """All that a year tells of its money."""
        [year] = [each for each in self.now.budget_years if each.year == number]
        others = [each for each in self.now.budget_years if each is not year]
        table = budget_table(year, self.now.ledger, others=others)
        decisions = [d for g in self.now.grants for d in g.decisions if d.year == number]
        return (
            year,
            [(row.post, row.sums) for row in table.rows if row.post.id],
            table.total,
            [entry for entry in self.now.ledger if entry.year == number],
            sorted(decisions, key=lambda decision: decision.id),
            sorted((g.id, g.body_id, g.post_id or "") for g in self.now.grants if g.year == number),
        )

    def some(self, data: st.DataObject, parts: Iterable[Any]) -> str:
        """One of what is there by its id; now and then one that is not."""
        there = [part.id for part in parts]
        chosen: str = data.draw(st.sampled_from([*there, *there, *there, "gone"]))
        return chosen

    @rule(what=st.sampled_from(WORK), when=times(), data=st.data())
    def work(self, what: str, when: When, data: st.DataObject) -> None:
        getattr(self, what)(when, data)

    def book(self, when: When, data: st.DataObject) -> None:
        grants = [None, *(grant.id for grant in self.now.grants)]
        entry = LedgerEntry(
            year=when[0],
            date=when[1],
            post_id=post(when[0], data.draw(st.sampled_from(POSTS))),
            kind=EntryKind(data.draw(KINDS)),
            amount_ore=data.draw(AMOUNTS | SMALL),
            grant_id=data.draw(st.sampled_from(grants)),
            year_concerned=data.draw(st.sampled_from([None, None, 2017, 2018])),
        )
        self.do(Book(entry))

    def pay(self, when: When, data: st.DataObject) -> None:
        """Pay a part of what is granted."""
        for grant in self.now.grants[-2:]:
            entry = LedgerEntry(
                year=when[0],
                date=when[1],
                post_id=post(when[0], "groups"),
                kind=EntryKind(data.draw(st.sampled_from(["payment", "payment", "reservation"]))),
                amount_ore=data.draw(SMALL),
                grant_id=grant.id,
            )
            self.do(Book(entry))

    def repay(self, when: When, data: st.DataObject) -> None:
        payments = [e for e in self.now.ledger if e.kind is EntryKind.PAYMENT]
        later = max(when[0], payments[-1].year if payments else 0), None
        amount = data.draw(SMALL)
        self.do(Repay(self.some(data, payments[-3:]), amount, *later))

    def correct(self, when: When, data: st.DataObject) -> None:
        amount = data.draw(st.none() | SMALL)
        self.do(Correct(self.some(data, self.now.ledger), *when, amount_ore=amount))

    def transfer(self, when: When, data: st.DataObject) -> None:
        out, into = data.draw(st.permutations(POSTS))[:2]
        self.do(Transfer(post(when[0], out), post(when[0], into), data.draw(SMALL), *when))

    def decide(self, when: When, data: st.DataObject) -> None:
        kind = data.draw(st.sampled_from(CHANGES))
        amount = data.draw(AMOUNTS | SMALL) or None
        decision = GrantDecision(kind=kind, year=when[0], date=when[1], amount_ore=amount)
        self.do(Decide(self.some(data, self.now.grants), decision))

    def apply(self, when: When, data: st.DataObject) -> None:
        decision = GrantDecision(
            kind=DecisionKind.GRANT, year=when[0], date=when[1], amount_ore=data.draw(AMOUNTS)
        )
        granted = data.draw(st.booleans())
        self.do(Store(self.grant(when[0], *([decision] if granted else []))))

    def tell(self, _when: When, data: st.DataObject) -> None:
        values = data.draw(st.sampled_from(TOLD))
        self.do(Change(Grant, self.some(data, self.now.grants), values))

    def mend(self, _when: When, data: st.DataObject) -> None:
        chosen = self.some(data, (d for g in self.now.grants for d in g.decisions))
        change: Command = Change(GrantDecision, chosen, {"amount_ore": data.draw(AMOUNTS)})
        self.do(Remove(GrantDecision, chosen) if data.draw(st.booleans()) else change)

    def plan(self, when: When, data: st.DataObject) -> None:
        year, amount = when[0], data.draw(AMOUNTS)
        chosen = post(year, data.draw(st.sampled_from([*POSTS, "other"])))
        version = BudgetVersion(decided_on=dt.date(year, 5, 1))
        commands: list[Command] = [
            Allocate(f"{year}-first", chosen, amount),
            Allocate(f"{year}-first", chosen, None),
            Remove(BudgetPost, chosen),
            Change(BudgetPost, chosen, {"parent_id": post(year, "fees")}),
            Add(BudgetPost, {"name": "Nytt", "parent_id": chosen}, f"budget-{year}"),
            Store(version, f"budget-{year}"),
            Remove(BudgetVersion, f"{year}-first"),
            Change(BudgetYear, f"budget-{year}", {"deviation_share": 5}),
            Reorder(BudgetPost, chosen, 0),
            Remove(BudgetYear, f"budget-{year}"),
            Remove(Grant, self.some(data, self.now.grants)),
        ]
        self.do(data.draw(st.sampled_from(commands)))

    def close(self, when: When, data: st.DataObject) -> None:
        before = set(self.closed)
        if len(self.now.ledger) > 4:
            later = dt.timedelta(data.draw(st.integers(0, 90)))
            self.do(CloseYear(when[0], dt.date(when[0], 12, 31) + later))
        if set(self.closed) != before:
            assert self.workspace.undo_label is None
            assert self.workspace.redo_label is None

    def read_a_file(self, _when: When, data: st.DataObject) -> None:
        """Read rows, grants and the whole register back, some of it changed on the way."""
        amount = data.draw(AMOUNTS)
        files: list[Bundle] = [self.now]
        for entry in self.now.ledger[-2:]:
            number = len(self.now.ledger) + 1
            new = replace(entry, id=f"row{number}", number=number, amount_ore=amount)
            files += [Bundle(ledger=(replace(entry, amount_ore=amount),)), Bundle(ledger=(new,))]
        for grant in self.now.grants[-1:]:
            others = tuple(replace(each, amount_ore=amount) for each in grant.decisions)
            files.append(Bundle(grants=(replace(grant, decisions=others),)))
        self.do(ImportBundle(data.draw(st.sampled_from(files))))

    @rule(times=st.integers(1, 3), back=st.booleans())
    def undo_or_redo(self, times: int, back: bool) -> None:
        way = "undo" if back else "redo"
        for _ in range(times):
            if getattr(self.workspace, f"{way}_label") is not None:
                getattr(self.workspace, way)()
                self.now = stored(self.workspace)
                self.look()

    def teardown(self) -> None:
        assert self.workspace.problems() == []
        self.workspace.close()
        self.folder.cleanup()


@pytest.mark.hypothesis
@pytest.mark.timeout(0)
def test_the_books_hold_whatever_is_done() -> None:
    profile = settings.default
    assert profile is not None
    chosen = settings(
        max_examples=profile.max_examples // 4,
        stateful_step_count=25,
        phases=UNSHRUNK if profile.derandomize else tuple(Phase),
    )
    run_state_machine_as_test(Treasurer, settings=chosen)
