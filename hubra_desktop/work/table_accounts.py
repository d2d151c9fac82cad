"""A table of the ledger seen as the municipality's accounts: what it says, booked or not."""

import datetime as dt
from collections import defaultdict

from hubra_desktop.exchange.table_reading import TableRead
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.money.statement import SIGNS
from hubra_desktop.model.records.money import AccountLine
from hubra_desktop.work.commands.statements import KeepAccounts


def accounts_in(
    name: TableName, read: TableRead, source: str, today: dt.date
) -> KeepAccounts | None:
    """Return what keeps the lines of a file of accounts; None for any other table.

    A file whose rows have ids is the register's own, and proves nothing against it.
    """
    if name is not TableName.LEDGER or any(row.values.get("id") for row in read.rows):
        return None
    lines: dict[int, list[AccountLine]] = defaultdict(list)
    for row in read.rows:
        values = row.values
        if values["kind"] in SIGNS and values["amount_ore"]:
            told = values.get("text") or values.get("counterpart") or ""
            line = AccountLine(
                date=values.get("date"),
                voucher=values.get("voucher") or "",
                kind=values["kind"],
                amount_ore=values["amount_ore"],
                text=told,
            )
            lines[values["year"]].append(line)
    kept = {year: tuple(each) for year, each in lines.items()}
    return KeepAccounts(source, today, kept) if kept else None
