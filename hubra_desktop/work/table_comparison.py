"""A file of the municipality's accounts told as what the ledger is held against."""

import datetime as dt

from hubra_desktop.exchange.table_reading import TableRead
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.wording import quoted
from hubra_desktop.work.table_accounts import NO_POST, accounts_in, compared_steps
from hubra_desktop.work.table_imports import TablePlan


def plan_comparison(name: TableName, read: TableRead, source: str) -> TablePlan:
    """Tell what of a file of accounts would be held against the ledger; nothing is booked."""
    return TablePlan(
        name=name,
        steps=compared_steps(read),
        bad=tuple(sorted(read.bad, key=lambda each: each.number)),
        read=read,
        notes=tuple(each for each in read.notes if quoted(NO_POST) not in each),
        questions=read.questions,
        accounts=accounts_in(name, read, source, dt.date.today()),
    )
