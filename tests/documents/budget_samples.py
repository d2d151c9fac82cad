"""Budgets of an invented council: a year with everything in it, an empty one, a vast one."""

from datetime import date

from hubra_desktop.documents.budget_paper import BudgetPaper
from hubra_desktop.documents.official import Sender
from hubra_desktop.model.money.terms import DecisionKind, EntryKind, PostKind
from hubra_desktop.model.records.money import (
    Allocation,
    BudgetPost,
    BudgetVersion,
    BudgetYear,
    Grant,
    GrantDecision,
    LedgerEntry,
)
from tests.documents.money_samples import COUNCIL, SENDER
from tests.model.money.reference import budget_table, closed

POSTS = (
    BudgetPost(id="p1", code="10", name="Arvoden", kind=PostKind.FEES),
    BudgetPost(id="p2", code="20", name="Bidrag, fortbildning och övrigt"),
    BudgetPost(id="p3", code="21", name="Nattvandring och föreningar", parent_id="p2",
                    kind=PostKind.GRANTS, deviation_text="Ett projekt startade aldrig, och hela "
                    "bidraget kom tillbaka i december."),
    BudgetPost(id="p4", code="22", name="Fortbildning", parent_id="p2"),
    BudgetPost(id="p5", code="23", name="Trygghetsdagen och andra evenemang som rådet "
                    "ordnar tillsammans med demokratiberedningen", parent_id="p2"),
    BudgetPost(id="p6", name="", parent_id="p2"),
)  # fmt: skip
_PLANNED = {"p1": 6_000_000, "p3": 12_000_000, "p4": 3_400_000, "p5": 5_000_000}
YEAR = BudgetYear(
    id="y", year=2024, posts=POSTS, closed_on=date(2025, 2, 28),
    versions=(
        BudgetVersion(
            id="v1", reference="Rådet § 40, 2023", frame_ore=25_000_000,
            allocations=tuple(Allocation(id=f"a{k}", post_id=k, planned_ore=v - 100_000 * 10)
                              for k, v in _PLANNED.items()),
        ),
        BudgetVersion(
            id="v2", decided_on=date(2024, 5, 15), reference="Rådet § 19", frame_ore=26_400_000,
            note="Ramen höjdes när kommunfullmäktige hade tagit tilläggsbudgeten.",
            allocations=tuple(Allocation(id=f"b{k}", post_id=k, planned_ore=v,
                                              example=k in {"p4", "p5"})
                              for k, v in _PLANNED.items()),
        ),
    ),
)  # fmt: skip


def row(number: int, post: str, kind: EntryKind, kronor: int, day: date | None = None,
        **changes: object) -> LedgerEntry:  # fmt: skip
    """Book a row in the invented year."""
    given: dict[str, object] = {
        "id": f"r{number}", "number": number, "year": 2024, "date": day, "post_id": post,
        "kind": kind, "amount_ore": kronor * 100,
    }  # fmt: skip
    return LedgerEntry(**(given | changes))  # type: ignore[arg-type]


ENTRIES = (
    row(1, "p1", EntryKind.COST, 59_875, date(2024, 12, 20), text="Arvoden fyra sammanträden"),
    row(2, "p3", EntryKind.PAYMENT, 45_080, date(2024, 4, 15), counterpart="Föreningen Lotsen",
        voucher="2024-0417"),
    row(3, "p3", EntryKind.PAYMENT, 60_000, counterpart="Åkerby Idrottsförening"),
    row(4, "p3", EntryKind.REPAYMENT, 45_080, date(2024, 12, 2), original_id="r2",
        counterpart="Föreningen Lotsen", text="Hela bidraget"),
    row(5, "p5", EntryKind.COST, 61_234, date(2024, 6, 9), text="Hyra, ljud och förtäring"),
    row(6, "p4", EntryKind.RESERVATION, 12_000, date(2024, 10, 1), text="Utbildning i november"),
    row(7, "p4", EntryKind.TRANSFER_OUT, 5_000, date(2024, 9, 4), text="Till trygghetsdagen"),
    row(8, "p5", EntryKind.TRANSFER_IN, 5_000, date(2024, 9, 4), original_id="r7",
        text="Från fortbildningen"),
    row(9, "p5", EntryKind.INCOME, 2_500, date(2024, 6, 10), counterpart="Fastighetsägarna"),
    row(10, "p3", EntryKind.REPAYMENT, 8_000, date(2025, 3, 3), original_id="r3", year=2025,
        year_concerned=2024, counterpart="Åkerby Idrottsförening", text="Oanvänd del"),
)  # fmt: skip


GRANTS = (
    Grant(id="g1", year=2024, body_id="lotsen", title="Läxhjälp", post_id="p4", decisions=(
        GrantDecision(id="d1", kind=DecisionKind.GRANT, year=2024, amount_ore=1_000_000),)),
    Grant(id="g2", year=2023, body_id="lotsen", title="Nattvandring", post_id="p3", decisions=(
        GrantDecision(id="d2", kind=DecisionKind.GRANT, year=2023, amount_ore=400_000),
        GrantDecision(id="d3", kind=DecisionKind.RAISE, year=2024, amount_ore=100_000),)),
)  # fmt: skip
"""Two grants that are not paid: one of the year before, raised in the year."""


def paper(
    year: BudgetYear = YEAR,
    entries: tuple[LedgerEntry, ...] = ENTRIES,
    grants: tuple[Grant, ...] = (),
    **changes: object,
) -> BudgetPaper:
    """Print the invented year, or another."""
    if year.closed_on is not None:
        year = closed(year, entries, grants, year.closed_on)
    sender = Sender(kind="Budget", administration=SENDER.administration, date=date(2025, 2, 12))
    own = tuple(entry for entry in entries if entry.year == year.year)
    on = changes.get("on")
    given: dict[str, object] = {
        "sender": sender, "table": budget_table(year, entries, on, grants=grants), "sheet": year,  # type: ignore[arg-type]
        "entries": own, "body": COUNCIL, "originals": {each.id: each for each in entries},
        "names": {"lotsen": "Föreningen Lotsen"},
    }  # fmt: skip
    return BudgetPaper(**(given | changes))  # type: ignore[arg-type]


def vast(rows: int) -> BudgetPaper:
    """Print a year with ``rows`` rows in its ledger."""
    entries = tuple(
        row(number, f"p{1 + number % 5}", EntryKind.COST, 9_876_543 + number, date(2024, 3, 1),
            text=f"Rad {number} om något som rådet har köpt", voucher=f"2024-{number:05}")
        for number in range(1, rows + 1)
    )  # fmt: skip
    return paper(entries=entries, ledger=True)
