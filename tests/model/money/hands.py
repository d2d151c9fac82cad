"""Grants and rows in few words, for the tests of the money."""

import datetime as dt
from collections.abc import Iterable

from hubra_desktop.model.money.ledger import PostSums, add_up, counted_in, sums_of
from hubra_desktop.model.money.terms import Basis, DecisionKind, EntryKind, GrantKind, Outcome
from hubra_desktop.model.records.money import (
    Allocation,
    BudgetPost,
    BudgetVersion,
    BudgetYear,
    Grant,
    GrantDecision,
    LedgerEntry,
)
from tests.model.money.reference import by

KR = 100
WHOLE = 45_080 * KR
PART = 20_000 * KR
REST = WHOLE - PART
POSTS = {
    "n17": BudgetPost(id="n17", name="Nattvandring/Föreningar", parent_id="b17"),
    "n18": BudgetPost(id="n18", name="Nattvandring/Föreningar"),
}


def day(year: int, month: int, date: int) -> dt.date:
    return dt.date(year, month, date)


def told(
    kind: DecisionKind, amount: int | None = None, year: int = 2017, **values: object
) -> GrantDecision:
    fields: dict[str, object] = {"id": f"{kind.value}-{year}-{amount}", **values}
    return GrantDecision(kind=kind, year=year, amount_ore=amount, **fields)  # type: ignore[arg-type]


GRANTED = told(DecisionKind.GRANT, WHOLE, decided_by="HuBrå")


def grant(*decisions: GrantDecision, **values: object) -> Grant:
    """Ur Dimman's project, unless told otherwise."""
    fields: dict[str, object] = {
        "id": "cv", "year": 2017, "body_id": "dimman", "title": "CV och körkort",
        "kind": GrantKind.PROJECT, "post_id": "n17", **values,
    }  # fmt: skip
    return Grant(decisions=decisions, **fields)  # type: ignore[arg-type]


NEVER = {"outcome": Outcome.NOT_CARRIED_OUT, "outcome_reason": "Projektet startade ej."}


def row(number: int, kind: EntryKind, amount: int, **values: object) -> LedgerEntry:
    """A row of Ur Dimman's grant on its post in 2017, unless told otherwise."""
    fields: dict[str, object] = {"year": 2017, "post_id": "n17", "grant_id": "cv", **values}
    return LedgerEntry(
        id=f"r{number}",
        number=number,
        kind=kind,
        amount_ore=amount,
        **fields,  # type: ignore[arg-type]
    )


PAID = row(1, EntryKind.PAYMENT, WHOLE)


def back(number: int, amount: int, **values: object) -> LedgerEntry:
    """A repayment of the payment."""
    return row(number, EntryKind.REPAYMENT, amount, original_id="r1", **values)


def fixed(number: int, original: LedgerEntry, amount: int, **values: object) -> LedgerEntry:
    """A correction of a row, on its post and grant."""
    fields: dict[str, object] = {
        "original_id": original.id, "post_id": original.post_id, "grant_id": original.grant_id,
        **values,
    }  # fmt: skip
    return row(number, EntryKind.CORRECTION, amount, **fields)


def budget_of(**values: object) -> BudgetYear:
    """The budget of 2017: 60 and 204 tkr, the latter parted as an example."""
    posts = (
        BudgetPost(id="a17", name="Arvoden"),
        BudgetPost(id="b17", name="Bidrag, fortbildning och övrigt"),
        POSTS["n17"],
        BudgetPost(id="d17", name="Trygghetsdagen", parent_id="b17"),
    )
    plan = {"a17": 60_000, "n17": 120_000, "d17": 84_000}
    allocations = tuple(
        Allocation(id=f"al-{post}", post_id=post, planned_ore=kr * KR, example=post != "a17")
        for post, kr in plan.items()
    )
    version = BudgetVersion(id="v1", frame_ore=264_000 * KR, allocations=allocations)
    fields: dict[str, object] = {"id": "y17", "year": 2017, "posts": posts, "versions": (version,)}
    return BudgetYear(**{**fields, **values})  # type: ignore[arg-type]


def post_sums(
    entries: Iterable[LedgerEntry],
    *,
    on: dt.date | None = None,
    basis: Basis = Basis.CASH,
    year: int | None = None,
) -> dict[str, PostSums]:
    """Return what the rows add up to per post; transfers count as planned.

    Rows after ``on`` are left out, and those that count in another year than ``year``
    on the ``basis``. The entries must hold the rows that corrections point to.
    """
    entries = tuple(entries)
    chosen = [
        entry
        for entry in entries
        if (on is None or by(entry, on))
        and (year is None or counted_in(BudgetYear(year=year), basis, entry, bool))
    ]
    return add_up(sums_of(chosen, {entry.id: entry for entry in entries}))
