"""A table of the ledger seen as the municipality's accounts: what it says, booked or not."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from hubra_desktop.exchange.table_reading import NO_ANSWERS, Row, TableAnswers, TableRead
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.money.statement import SIGNS
from hubra_desktop.model.records.money import AccountLine
from hubra_desktop.work.commands.statements import KeepAccounts
from hubra_desktop.work.table_steps import TableStep

NO_POST: Final = "–"
"""What stands for the post of rows that are only compared."""


def accounts_in(
    name: TableName, read: TableRead, source: str, today: dt.date
) -> KeepAccounts | None:
    """Return what keeps the lines of a file of accounts; None for any other table.

    A file whose rows have ids is the register's own, and proves nothing against it.
    """
    if name is not TableName.LEDGER or any(row.values.get("id") for row in read.rows):
        return None
    lines: dict[int, list[AccountLine]] = defaultdict(list)
    for row in _moving(read):
        values = row.values
        line = AccountLine(
            date=values.get("date"),
            voucher=values.get("voucher") or "",
            kind=values["kind"],
            amount_ore=values["amount_ore"],
            text=values.get("text") or values.get("counterpart") or "",
        )
        lines[values["year"]].append(line)
    kept = {year: tuple(each) for year, each in lines.items()}
    return KeepAccounts(source, today, kept) if kept else None


def compared_steps(read: TableRead) -> tuple[TableStep, ...]:
    """Return the rows that are held against the ledger, as one step; none of no rows."""
    numbers = tuple(row.number for row in _moving(read))
    return (TableStep(numbers=numbers, label="", compared=True),) if numbers else ()


def _moving(read: TableRead) -> Iterator[Row]:
    """Yield the rows that move money in or out."""
    for row in read.rows:
        if row.values["kind"] in SIGNS and row.values["amount_ore"]:
            yield row


def compared_answers(told: TableAnswers = NO_ANSWERS) -> TableAnswers:
    """Return what is told of a file of accounts: it needs no posts of the budget."""
    return replace(told, given={"post": NO_POST, **told.given})


def without_post(told: TableAnswers) -> TableAnswers:
    """Return what is to be remembered of a comparison: the missing posts are its own."""
    given = {key: value for key, value in told.given.items() if value != NO_POST}
    return replace(told, given=given)
