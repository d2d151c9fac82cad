"""The municipality's accounts, kept as their files said, to hold the ledger against."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from hubra_desktop.model.money.statement import joined_lines
from hubra_desktop.model.records.money import AccountLine, AccountStatement
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import ACCOUNT_STATEMENT
from hubra_desktop.work.commands.base import Step


@dataclass(frozen=True)
class KeepAccounts(Step):
    """Keep the lines of a file by their years, joined with those that are kept already."""

    name: str
    day: dt.date
    lines: Mapping[int, tuple[AccountLine, ...]]
    label: ClassVar[str] = "keep-accounts"

    def apply(self, rows: Rows) -> None:
        for year, coming in self.lines.items():
            here = rows.all(AccountStatement, ACCOUNT_STATEMENT.c.year == year)
            before = here[0] if here else None
            known = before.lines if before is not None else ()
            lines = joined_lines(known, coming)
            if lines != known:
                kept = before or AccountStatement(year=year)
                rows.put(replace(kept, name=self.name, read_on=self.day, lines=lines), was=before)
