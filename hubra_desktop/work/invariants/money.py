"""Rules of the money: rows of the ledger, grants and budgets, as they stand afterwards."""

from collections.abc import Iterator, Mapping
from typing import Final

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.money.evidence import refuse_evidence
from hubra_desktop.model.money.grant_rules import check_grant
from hubra_desktop.model.money.ledger import effective_day
from hubra_desktop.model.money.ledger_rules import check_budget, check_entry, check_family
from hubra_desktop.model.money.terms import Basis, DecisionKind, EntryKind
from hubra_desktop.model.records.money import BudgetPost, BudgetYear, Evidence, Grant, LedgerEntry
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.reading import records, some_at_a_time
from hubra_desktop.store.tables import BUDGET_YEAR, EVIDENCE, GRANT, LEDGER_ENTRY
from hubra_desktop.work.invariants.closed_years import only_moved, years_of
from hubra_desktop.work.invariants.kinds import Touched
from hubra_desktop.work.queries.entries import entries_with, posts_of

_OF_RETURN: Final = frozenset({DecisionKind.RECLAIM, DecisionKind.WRITE_OFF})


def check_ledger(touched: Touched) -> None:
    """Refuse rows of the ledger that break a rule, by themselves or with what they join."""
    _refuse_rewriting(touched)
    reader = touched.reader
    ids = touched.now("ledger_entry")
    rows = {row.id: row for row in entries_with(reader, LEDGER_ENTRY.c.id, ids)}
    family = {row.id: row for row in _families(reader, rows)}
    posts: dict[int, dict[str, BudgetPost]] = {}
    for row in family.values():
        if row.year not in posts:
            posts[row.year] = posts_of(reader, row.year)
        check_entry(row, posts[row.year], family.get(row.original_id or ""))
    for row in rows.values():
        _refuse_late(reader, row)
    check_family(tuple(family.values()))


def _refuse_rewriting(touched: Touched) -> None:
    """Refuse to change or remove a booked row; the undo of its own booking may."""
    for row in touched.rows if not touched.replayed else ():
        if row.before is not None:
            raise refusal(
                "Rad {number} är bokförd och ändras inte. Rätta den med en ny rad.",
                number=row.before["number"],
            )


def _families(reader: Connection, rows: Mapping[str, LedgerEntry]) -> tuple[LedgerEntry, ...]:
    """Return the rows with all that they lead to: what they point to, and what points there."""
    family = dict(rows)
    while above := {row.original_id for row in family.values() if row.original_id} - family.keys():
        found = entries_with(reader, LEDGER_ENTRY.c.id, above)
        if not found:
            break
        family.update((row.id, row) for row in found)
    fresh = set(family)
    while fresh:
        below = entries_with(reader, LEDGER_ENTRY.c.original_id, fresh)
        fresh = {row.id for row in below} - family.keys()
        family.update((row.id, row) for row in below)
    return tuple(family.values())


def _refuse_late(reader: Connection, row: LedgerEntry) -> None:
    """Refuse what would change the figures that a year on the accrual basis was closed with."""
    if row.year_concerned is None or row.year_concerned == row.year:
        return
    year = BUDGET_YEAR.c
    closed = reader.scalar(
        select(year.closed_on).where(year.year == row.year_concerned, year.basis == Basis.ACCRUAL)
    )
    if closed is not None and effective_day(row) <= closed:
        raise refusal(
            "{year} är periodiserat och stängdes {day}. Det som gäller {year} kan nu bara "
            "bokföras med ett senare datum.",
            year=row.year_concerned,
            day=day_in_words(closed),
            field="date",
        )


def check_grants(touched: Touched) -> None:
    """Refuse grants whose decisions and money break a rule."""
    reader = touched.reader
    ids = {
        each.row_id if each.kind == "grant" else image["grant_id"]
        for each in touched.rows
        for image in each.images
    }
    returned = {each for each in _returned(touched) if each is not None}
    for some in some_at_a_time(ids - {None}):
        entries = entries_with(reader, LEDGER_ENTRY.c.grant_id, some)
        for grant in records(reader, Grant, GRANT.c.id.in_(some)):
            check_grant(grant, entries, history=grant.id not in returned)


def _returned(touched: Touched) -> Iterator[str | None]:
    """Yield the grants that a return is decided of, or that a payment of is corrected.

    A grant that comes whole brings its history, and undo and redo decide nothing.
    """
    if touched.replayed:
        return
    whole = {each.row_id for each in touched.rows if each.kind == "grant" and not each.before}
    for each in touched.rows:
        after = each.after
        if after is None or each.kind == "grant":
            continue
        corrects = each.kind == "ledger_entry" and after["kind"] == EntryKind.CORRECTION
        decides = each.kind == "grant_decision" and after["kind"] in _OF_RETURN
        if corrects or (decides and after["grant_id"] not in whole and not only_moved(each)):
            yield after["grant_id"]


def check_evidence_owners(touched: Touched) -> None:
    """Refuse evidence that does not belong to one row of the ledger or one grant."""
    for some in some_at_a_time(touched.now("evidence")):
        for each in records(touched.reader, Evidence, EVIDENCE.c.id.in_(some)):
            refuse_evidence(each)


def check_budgets(touched: Touched) -> None:
    """Refuse budgets that are no trees, or plan for others' posts."""
    reader = touched.reader
    for some in some_at_a_time(years_of(touched)):
        for budget in records(reader, BudgetYear, BUDGET_YEAR.c.year.in_(some)):
            check_budget(budget)
            _refuse_booked_above(reader, budget)


def _refuse_booked_above(reader: Connection, budget: BudgetYear) -> None:
    """Refuse rows on posts that have others below them."""
    above = {post.parent_id for post in budget.posts if post.parent_id}
    for post in budget.posts:
        booked = select(LEDGER_ENTRY.c.id).where(LEDGER_ENTRY.c.post_id == post.id).limit(1)
        if post.id in above and reader.scalar(booked) is not None:
            raise refusal(
                "Det är bokfört på {name}, så inga poster kan ligga under den.",
                name=quoted(post.name),
            )
