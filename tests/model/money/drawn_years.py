"""Random years of money: a tree of posts, rows of every kind, grants, and honest accounts."""

import datetime as dt
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from hubra_desktop.model.money.budget import BudgetTable, homes_of
from hubra_desktop.model.money.reconciliation import Compared, ReconciledYear
from hubra_desktop.model.money.statement import net_of
from hubra_desktop.model.money.terms import EntryKind, PostKind
from hubra_desktop.model.records.money import (
    AccountLine,
    AccountStatement,
    Allocation,
    BudgetPost,
    BudgetVersion,
    BudgetYear,
    Grant,
    GrantDecision,
    Instalment,
    LedgerEntry,
)
from tests.model.money.reference import budget_table

YEAR = 2017
KR = 100
LEAVES = ("fees", "groups", "day", "income")
MOVING = (EntryKind.PAYMENT, EntryKind.COST, EntryKind.INCOME, EntryKind.RESERVATION)


@dataclass(frozen=True)
class DrawnYear:
    """A year with its rows, grants and accounts, all of which agree."""

    sheet: BudgetYear
    entries: tuple[LedgerEntry, ...]
    grants: tuple[Grant, ...]
    statement: AccountStatement

    @property
    def table(self) -> BudgetTable:
        return budget_table(self.sheet, self.entries, grants=self.grants)

    def held(self, **values: object) -> ReconciledYear:
        """Return what is reconciled, with other ``values`` in the place of some."""
        year = ReconciledYear(
            sheet=self.sheet,
            table=self.table,
            entries=self.entries,
            homes=homes_of(self.sheet),
            stated=(Compared("Ekonomi: ”5 000 kr”", 500_000, 500_000, "report", "r"),),
            statement=self.statement,
        )
        return replace(year, **values)  # type: ignore[arg-type]


def sheet_of(kronor: dict[str, int]) -> BudgetYear:
    """A tree: fees, and below *other* a post of grants and one of a day; an income post."""
    kinds = {"fees": PostKind.FEES, "groups": PostKind.GRANTS, "income": PostKind.INCOME}
    below = {"groups": "other", "day": "other"}
    posts = tuple(
        BudgetPost(id=name, name=name, kind=kinds.get(name, PostKind.OTHER),
                   parent_id=below.get(name))
        for name in ("fees", "other", "groups", "day", "income")
    )  # fmt: skip
    planned = tuple(
        Allocation(id=f"a-{name}", post_id=name, planned_ore=kronor[name] * KR) for name in LEAVES
    )
    frame = sum(kronor[name] * (-1 if name == "income" else 1) for name in LEAVES) * KR
    version = BudgetVersion(id="v", frame_ore=max(0, frame), allocations=planned)
    return BudgetYear(id="y", year=YEAR, posts=posts, versions=(version,))


@st.composite
def drawn_years(draw: st.DrawFn) -> DrawnYear:
    """A year with rows of all kinds, corrections and repayments, and a grant not all paid."""
    kronor = {name: draw(st.integers(0, 500)) for name in LEAVES}
    kronor["fees"] += kronor["income"]
    sheet = sheet_of(kronor)
    granted = draw(st.integers(1, 200)) * KR
    due = draw(st.none() | st.dates(dt.date(YEAR - 1, 6, 1), dt.date(YEAR + 1, 6, 1)))
    grant = Grant(
        id="g", year=YEAR, body_id="b", title="Vandring", post_id="groups",
        decisions=(GrantDecision(id="d", year=YEAR, amount_ore=granted),),
        instalments=(Instalment(id="i", due=due, amount_ore=draw(st.integers(0, granted))),),
    )  # fmt: skip
    entries = _entries(draw, granted)
    by_id = {each.id: each for each in entries}
    lines = tuple(
        AccountLine(
            id=f"l-{each.id}", date=each.date, voucher=each.voucher,
            kind=EntryKind.COST if net_of(each, by_id) > 0 else EntryKind.INCOME,
            amount_ore=each.amount_ore, text=each.text,
        )
        for each in draw(st.permutations(entries)) if net_of(each, by_id)
    )  # fmt: skip
    statement = AccountStatement(id="s", year=YEAR, name="konto.se", lines=lines)
    return DrawnYear(sheet, entries, (grant,), statement)


def _entries(draw: st.DrawFn, granted: int) -> tuple[LedgerEntry, ...]:
    rows: list[LedgerEntry] = []
    left = granted

    def add(kind: EntryKind, post: str, ore: int, **values: object) -> None:
        number = len(rows) + 1
        day = draw(st.none() | st.dates(dt.date(YEAR, 1, 1), dt.date(YEAR, 12, 31)))
        voucher = f"V{number}" if draw(st.booleans()) else ""
        row = LedgerEntry(id=f"r{number}", number=number, year=YEAR, date=day, post_id=post,
                          kind=kind, amount_ore=ore, voucher=voucher)  # fmt: skip
        rows.append(replace(row, **values))  # type: ignore[arg-type]

    for kind in draw(st.lists(st.sampled_from(MOVING), max_size=6)):
        post = draw(st.sampled_from(("fees", "day", "income")))
        add(kind, post, draw(st.integers(1, 90_000)))
    for _ in range(draw(st.integers(0, 2))):
        if left:
            ore = draw(st.integers(1, left))
            left -= ore
            add(EntryKind.PAYMENT, "groups", ore, grant_id="g")
            if draw(st.booleans()):
                add(EntryKind.REPAYMENT, "groups", draw(st.integers(1, ore)), grant_id="g",
                    original_id=rows[-1].id)  # fmt: skip
    for row in rows:
        if row.kind is EntryKind.COST and draw(st.booleans()):
            add(EntryKind.CORRECTION, row.post_id, draw(st.integers(1, row.amount_ore)),
                original_id=row.id)  # fmt: skip
    if draw(st.booleans()):
        moved = draw(st.integers(1, 10_000))
        add(EntryKind.TRANSFER_OUT, "fees", moved)
        add(EntryKind.TRANSFER_IN, "day", moved, original_id=rows[-1].id)
    return tuple(rows)
