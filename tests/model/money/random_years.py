"""Years of money drawn at random: budgets, grants over the ends of years, and their ledger.

Whatever is drawn keeps the rules of the money: steps that would break one are passed over.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from hypothesis import strategies as st

from hubra_desktop.model.money.terms import DecisionKind, EntryKind
from hubra_desktop.model.records.money import (
    Allocation,
    BudgetPost,
    BudgetVersion,
    BudgetYear,
    Grant,
    GrantDecision,
    LedgerEntry,
)

FIRST, LAST = 2016, 2017
LEAVES = ("fees", "groups", "day")
NAMES = {"fees": "Arvoden", "groups": "Föreningar", "day": "Trygghetsdagen"}
STEPS = (
    "cost", "cost", "income", "reserve", "transfer", "grant", "grant", "raise", "lower",
    "withdraw", "pay", "pay", "repay", "repay", "correct", "correct",
)  # fmt: skip
BOOKED = {
    "cost": EntryKind.COST, "income": EntryKind.INCOME, "reserve": EntryKind.RESERVATION,
}  # fmt: skip
CHANGES = {
    "raise": DecisionKind.RAISE, "lower": DecisionKind.LOWER, "withdraw": DecisionKind.WITHDRAW,
}  # fmt: skip


@dataclass(frozen=True)
class DrawnYears:
    """What was drawn, the budgets in the order of their years."""

    budgets: tuple[BudgetYear, ...]
    grants: tuple[Grant, ...]
    ledger: tuple[LedgerEntry, ...]


@dataclass
class _Books:
    """What has been booked and decided so far."""

    rows: list[LedgerEntry] = field(default_factory=list)
    decisions: dict[str, list[GrantDecision]] = field(default_factory=dict)
    made: dict[str, tuple[int, str]] = field(default_factory=dict)
    left: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    granted: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    paid: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    repaid: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def do(self, step: str, year: int, which: int, ore: int) -> None:
        """Take a step, if it may be taken."""
        leaf = LEAVES[which % len(LEAVES)]
        grants = sorted(self.decisions, key=lambda each: int(each[1:]))
        grant = grants[which % len(grants)] if grants else ""
        if step in BOOKED:
            self.book(BOOKED[step], year, leaf, ore)
        elif step == "transfer":
            out = self.book(EntryKind.TRANSFER_OUT, year, leaf, ore)
            other = LEAVES[(which + 1) % len(LEAVES)]
            self.book(EntryKind.TRANSFER_IN, year, other, ore, original_id=out.id)
        elif step == "grant":
            made = f"g{len(grants) + 1}"
            self.made[made] = (year, leaf)
            self.decide(made, DecisionKind.GRANT, year, ore)
        elif step in CHANGES and grant:
            self.change(grant, CHANGES[step], year, ore)
        elif step == "pay" and grant:
            most = self.granted[grant] - self.paid[grant]
            if most > 0 and self.made[grant][0] <= year:
                self.paid[grant] += min(ore, most)
                leaf = self.made[grant][1]
                self.book(EntryKind.PAYMENT, year, leaf, min(ore, most), grant_id=grant)
        elif step in ("repay", "correct") and self.rows:
            self.follow(step, self.rows[which % len(self.rows)], year, ore)

    def book(
        self, kind: EntryKind, year: int, leaf: str, ore: int, **more: str | None
    ) -> LedgerEntry:
        number = len(self.rows) + 1
        row = LedgerEntry(id=f"r{number}", number=number, year=year, post_id=f"{year}-{leaf}",
                          kind=kind, amount_ore=ore, **more)  # type: ignore[arg-type]  # fmt: skip
        self.rows.append(row)
        self.left[row.id] = ore
        return row

    def decide(self, grant: str, kind: DecisionKind, year: int, ore: int | None) -> None:
        decisions = self.decisions.setdefault(grant, [])
        decisions.append(GrantDecision(id=f"{grant}-{len(decisions)}", kind=kind, year=year,
                                       amount_ore=ore))  # fmt: skip
        signs = {DecisionKind.GRANT: 1, DecisionKind.RAISE: 1, DecisionKind.LOWER: -1}
        self.granted[grant] += signs.get(kind, 0) * (ore or 0)

    def change(self, grant: str, kind: DecisionKind, year: int, ore: int) -> None:
        most = self.granted[grant] - self.paid[grant]
        gone = self.decisions[grant][-1].kind is DecisionKind.WITHDRAW
        if gone or (kind is DecisionKind.WITHDRAW and self.rows_of(grant)):
            return
        if kind is DecisionKind.WITHDRAW:
            self.decide(grant, kind, year, None)
            self.granted[grant] = 0
        elif kind is DecisionKind.RAISE or most > 1:
            self.decide(
                grant, kind, year, ore if kind is DecisionKind.RAISE else min(ore, most - 1)
            )

    def rows_of(self, grant: str) -> bool:
        return any(row.grant_id == grant for row in self.rows)

    def follow(self, step: str, row: LedgerEntry, year: int, ore: int) -> None:
        """Repay a payment, or take a row back; a transfer is taken back whole, in its year."""
        most = self.left[row.id] - self.repaid[row.id]
        leaf = row.post_id.split("-")[1]
        if most <= 0 or row.kind in (EntryKind.CORRECTION, EntryKind.TRANSFER_IN):
            return
        more = {"original_id": row.id, "grant_id": row.grant_id}
        if step == "repay" and row.kind is EntryKind.PAYMENT:
            self.repaid[row.id] += min(ore, most)
            self.book(EntryKind.REPAYMENT, year, leaf, min(ore, most), **more)
        elif step == "correct" and row.kind is EntryKind.TRANSFER_OUT and row.year == year:
            twin = next(each for each in self.rows if each.original_id == row.id)
            for one in (row, twin):
                self.correct(one, year, one.post_id.split("-")[1], most)
        elif step == "correct" and row.kind is not EntryKind.TRANSFER_OUT:
            taken = min(ore, most)
            self.correct(row, year, leaf, taken)
            if row.kind is EntryKind.PAYMENT:
                self.paid[row.grant_id or ""] -= taken
            if row.kind is EntryKind.REPAYMENT:
                self.repaid[row.original_id or ""] -= taken

    def correct(self, row: LedgerEntry, year: int, leaf: str, ore: int) -> None:
        self.book(EntryKind.CORRECTION, year, leaf, ore, original_id=row.id, grant_id=row.grant_id)
        self.left[row.id] -= ore


def budget_year(year: int, planned: list[int]) -> BudgetYear:
    """Fees, and two posts under a third, planned at these kronor."""
    below = {"groups": f"{year}-other", "day": f"{year}-other"}
    posts = (
        BudgetPost(id=f"{year}-fees", name="Arvoden"),
        BudgetPost(id=f"{year}-other", name="Bidrag och övrigt"),
        *(BudgetPost(id=f"{year}-{each}", name=NAMES[each], parent_id=above)
          for each, above in below.items()),
    )  # fmt: skip
    allocations = tuple(
        Allocation(id=f"a{year}-{leaf}", post_id=f"{year}-{leaf}", planned_ore=100 * kronor)
        for leaf, kronor in zip(LEAVES, planned, strict=True)
    )
    version = BudgetVersion(id=f"v{year}", allocations=allocations)
    return BudgetYear(id=f"y{year}", year=year, posts=posts, versions=(version,))


@st.composite
def money_years(draw: st.DrawFn) -> DrawnYears:
    """Two budget years with what happened in them."""
    books = _Books()
    step = st.tuples(st.sampled_from(STEPS), st.integers(0, 30), st.integers(1, 9_999_999))
    for year in (FIRST, LAST):
        for name, which, ore in draw(st.lists(step, min_size=5, max_size=14)):
            books.do(name, year, which, ore)
    amounts = st.lists(st.integers(0, 300_000), min_size=3, max_size=3)
    return DrawnYears(
        tuple(budget_year(year, draw(amounts)) for year in (FIRST, LAST)),
        tuple(
            Grant(id=grant, year=books.made[grant][0], body_id="lotsen", title=f"Bidrag {grant}",
                  post_id=f"{books.made[grant][0]}-{books.made[grant][1]}",
                  decisions=tuple(decisions))
            for grant, decisions in books.decisions.items()
        ),
        tuple(books.rows),
    )  # fmt: skip
