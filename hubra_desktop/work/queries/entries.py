"""Rows of the ledger and posts of the budget, as rules and commands look them up."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.records.money import BudgetPost, LedgerEntry
from hubra_desktop.store.reading import record_maker, record_of, some_at_a_time
from hubra_desktop.store.tables import BUDGET_POST, BUDGET_YEAR, LEDGER_ENTRY


def posts_of(reader: Connection, year: int) -> dict[str, BudgetPost]:
    """Return the posts of a year's budget by their ids, in their order."""
    post = BUDGET_POST.c
    own = select(BUDGET_YEAR.c.id).where(BUDGET_YEAR.c.year == year)
    found = reader.execute(
        select(BUDGET_POST).where(post.budget_year_id.in_(own)).order_by(post.position)
    )
    return {row.id: record_of(BudgetPost, row) for row in found}


def entries_with(
    reader: Connection, column: Column[Any], values: Iterable[Any]
) -> list[LedgerEntry]:
    """Return the rows of the ledger whose column has one of the values, by their numbers."""
    make = record_maker(LedgerEntry, LEDGER_ENTRY)
    found = [
        make(row, {})
        for some in some_at_a_time(values)
        for row in reader.execute(select(LEDGER_ENTRY).where(column.in_(some))).all()
    ]
    return sorted(found, key=lambda entry: entry.number)
