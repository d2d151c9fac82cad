"""What the forms of the money choose among, and single rows of the ledger, read on their own."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.money.ledger import effective
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.records.money import LedgerEntry
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import (
    ACCOUNT_STATEMENT,
    ASSOCIATION,
    BUDGET_POST,
    BUDGET_VERSION,
    BUDGET_YEAR,
    GRANT,
    GRANT_DECISION,
    INSTALMENT,
    LEDGER_ENTRY,
)
from hubra_desktop.work.queries.allowances import year_of_allowance
from hubra_desktop.work.queries.money import LedgerRow, ledger_rows

OFFERED = 300
"""How many payments are looked at, the latest first: nobody chooses in a longer list."""


@dataclass(frozen=True, kw_only=True)
class Payment:
    """A payment, and what of it has not come back, in öre."""

    row: LedgerRow
    unreturned_ore: int


def payments(
    reader: Connection, *, year: int | None = None, grant_id: str | None = None
) -> tuple[Payment, ...]:
    """Return payments of a year or a grant that are not repaid whole, the latest first."""
    entry = LEDGER_ENTRY.c
    where = [entry.kind == EntryKind.PAYMENT]
    if year is not None:
        where.append(entry.year == year)
    if grant_id is not None:
        where.append(entry.grant_id == grant_id)
    latest = select(entry.id).where(*where).order_by(entry.number.desc()).limit(OFFERED)
    ids = tuple(reader.scalars(latest))
    rows = ledger_rows(reader, entry.id.in_(ids))
    returned = _returned(reader, ids)
    found = (
        Payment(row=row, unreturned_ore=row.left_ore - returned.get(row.entry.id, 0))
        for row in reversed(rows)
    )
    return tuple(each for each in found if each.unreturned_ore > 0)


def _returned(reader: Connection, ids: tuple[str, ...]) -> dict[str, int]:
    """Return what has come back of payments, in öre, corrections counted."""
    entry = LEDGER_ENTRY.c
    back = records(
        reader, LedgerEntry, entry.original_id.in_(ids), entry.kind == EntryKind.REPAYMENT
    )
    fixes = records(reader, LedgerEntry, entry.original_id.in_([each.id for each in back]))
    amounts = effective((*back, *fixes))
    sums: dict[str, int] = {}
    for each in back:
        payment = each.original_id or ""
        sums[payment] = sums.get(payment, 0) + amounts[each.id]
    return sums


def rows_touched(reader: Connection, ids: Collection[str], year: int) -> tuple[LedgerRow, ...]:
    """Return the rows of a year that have these ids, with those that they point to."""
    entry = LEDGER_ENTRY.c
    above = select(entry.original_id).where(entry.id.in_(ids), entry.original_id.is_not(None))
    wanted = {*ids, *reader.scalars(above)}
    return ledger_rows(reader, entry.id.in_(wanted), entry.year == year)


def grant_years(reader: Connection) -> tuple[int, ...]:
    """Return the years that have grants, the latest first."""
    year = GRANT.c.year
    return tuple(reader.scalars(select(year).distinct().order_by(year.desc())))


def budget_year_of(reader: Connection, kind: str, record_id: str) -> int | None:
    """Return the budget year that a row of the ledger or a part of a budget is shown in."""
    if kind == "ledger_entry":
        entry = LEDGER_ENTRY.c
        return reader.scalar(select(entry.year).where(entry.id == record_id))
    year = BUDGET_YEAR.c
    if kind == "budget_year":
        return reader.scalar(select(year.year).where(year.id == record_id))
    if kind == "account_statement":
        statement = ACCOUNT_STATEMENT.c
        return reader.scalar(select(statement.year).where(statement.id == record_id))
    if kind.startswith("allowance_"):
        return year_of_allowance(reader, kind, record_id)
    part = {"budget_post": BUDGET_POST, "budget_version": BUDGET_VERSION}.get(kind)
    if part is None:
        return None
    owned = select(year.year).join(part, part.c.budget_year_id == year.id)
    return reader.scalar(owned.where(part.c.id == record_id))


def grant_of(reader: Connection, kind: str, record_id: str) -> str | None:
    """Return the grant that a decision or a planned payment belongs to; a grant is its own."""
    if kind == "grant":
        return reader.scalar(select(GRANT.c.id).where(GRANT.c.id == record_id))
    table = {"grant_decision": GRANT_DECISION, "instalment": INSTALMENT}.get(kind)
    if table is None:
        return None
    return reader.scalar(select(table.c.grant_id).where(table.c.id == record_id))


def body_of_association(reader: Connection, record_id: str) -> str | None:
    """Return the body that an association's facts are about."""
    return reader.scalar(select(ASSOCIATION.c.body_id).where(ASSOCIATION.c.id == record_id))
