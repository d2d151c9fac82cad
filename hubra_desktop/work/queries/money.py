"""Budget and ledger as screens, papers and the command line are given them.

The sums are added up by the database, so that a year opens as fast however long the
ledger is; what they mean is told by the same pure functions as elsewhere.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.money.budget import BudgetTable, budget_table
from hubra_desktop.model.money.ledger import effective
from hubra_desktop.model.money.sheets import BudgetYearSheet, LedgerEntrySheet
from hubra_desktop.model.money.terms import Basis
from hubra_desktop.model.tables import BODY
from hubra_desktop.model.tables.money import BUDGET_POST, BUDGET_YEAR, GRANT, LEDGER_ENTRY
from hubra_desktop.work.queries.trees import trees
from hubra_desktop.work.rows import sheet


@dataclass(frozen=True, kw_only=True)
class LedgerRow:
    """A row of the ledger with the names of what it refers to.

    ``left_ore`` is what the row amounts to after its corrections; ``original_number`` the
    number of the row that it points to.
    """

    entry: LedgerEntrySheet
    post: str
    counterpart: str
    grant: str
    original_number: int | None
    left_ore: int


def budget_years(reader: Connection) -> tuple[int, ...]:
    """Return the years that have a budget, the latest first."""
    year = BUDGET_YEAR.c.year
    return tuple(reader.scalars(select(year).distinct().order_by(year.desc())))


def budget_year(reader: Connection, year: int) -> BudgetYearSheet | None:
    """Return a year's budget with its posts and versions, or None."""
    found = trees(reader, BudgetYearSheet, BUDGET_YEAR.c.year == year)
    return found[0] if found else None


def budget(
    reader: Connection, year: int, on: dt.date | None = None, *, basis: Basis | None = None
) -> BudgetTable:
    """Return a year's budget on a day; an empty table when the year has none."""
    sheet_of_year = budget_year(reader, year) or BudgetYearSheet(year=year)
    entry = LEDGER_ENTRY.c
    entries = _entries(reader, (entry.year == year) | (entry.year_concerned == year))
    others = trees(
        reader, BudgetYearSheet, BUDGET_YEAR.c.year.in_({each.year for each in entries} - {year})
    )
    return budget_table(sheet_of_year, entries, on, basis=basis, others=others)


def ledger(reader: Connection, year: int, post_id: str | None = None) -> tuple[LedgerRow, ...]:
    """Return a year's rows by their numbers; those of a post, and of the posts below it."""
    entry = LEDGER_ENTRY.c
    where = [entry.year == year]
    if post_id is not None:
        below = select(BUDGET_POST.c.id).where(BUDGET_POST.c.parent_id == post_id)
        where.append((entry.post_id == post_id) | entry.post_id.in_(below))
    return ledger_rows(reader, *where)


def ledger_rows(reader: Connection, *where: ColumnElement[bool]) -> tuple[LedgerRow, ...]:
    """Return the rows that ``where`` leaves, by their numbers, with names resolved."""
    entry = LEDGER_ENTRY.c
    original = LEDGER_ENTRY.alias()
    found = reader.execute(
        select(
            LEDGER_ENTRY,
            BUDGET_POST.c.name.label("post_name"),
            BODY.c.name.label("body_name"),
            GRANT.c.title.label("grant_title"),
            original.c.number.label("original_number"),
        )
        .join(BUDGET_POST, BUDGET_POST.c.id == entry.post_id)
        .outerjoin(BODY, BODY.c.id == entry.counterpart_id)
        .outerjoin(GRANT, GRANT.c.id == entry.grant_id)
        .outerjoin(original, original.c.id == entry.original_id)
        .where(*where)
        .order_by(entry.number, entry.id)
    ).all()
    entries = {row.id: sheet(LedgerEntrySheet, row) for row in found}
    fixes = _entries(
        reader,
        entry.kind == "correction",
        entry.original_id.in_(select(entry.id).where(*where)),
    )
    left = effective({**entries, **{each.id: each for each in fixes}}.values())
    return tuple(
        LedgerRow(
            entry=entries[row.id],
            post=row.post_name,
            counterpart=row.body_name or row.counterpart,
            grant=row.grant_title or "",
            original_number=row.original_number,
            left_ore=left[row.id],
        )
        for row in found
    )


def _entries(reader: Connection, *where: ColumnElement[bool]) -> tuple[LedgerEntrySheet, ...]:
    """Return rows with what their corrections point to."""
    return trees(reader, LedgerEntrySheet, *where, order=(LEDGER_ENTRY.c.number,))


def entries_of_grants(
    reader: Connection, grant_ids: Iterable[str]
) -> dict[str, list[LedgerEntrySheet]]:
    """Return the rows of grants by their grants' ids."""
    ids = list(grant_ids)
    rows: dict[str, list[LedgerEntrySheet]] = {each: [] for each in ids}
    for start in range(0, len(ids), 500):
        some = LEDGER_ENTRY.c.grant_id.in_(ids[start : start + 500])
        for entry in _entries(reader, some):
            rows[entry.grant_id or ""].append(entry)
    return rows
