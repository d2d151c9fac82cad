"""Payments that something may still come back of, for those who book repayments."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.money.ledger import effective
from hubra_desktop.model.money.sheets import LedgerEntrySheet
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.tables.money import LEDGER_ENTRY
from hubra_desktop.work.queries.money import LedgerRow, ledger_rows
from hubra_desktop.work.queries.trees import trees

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
    back = trees(
        reader, LedgerEntrySheet, entry.original_id.in_(ids), entry.kind == EntryKind.REPAYMENT
    )
    fixes = trees(reader, LedgerEntrySheet, entry.original_id.in_([each.id for each in back]))
    amounts = effective((*back, *fixes))
    sums: dict[str, int] = {}
    for each in back:
        payment = each.original_id or ""
        sums[payment] = sums.get(payment, 0) + amounts[each.id]
    return sums
