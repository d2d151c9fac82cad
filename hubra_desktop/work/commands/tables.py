"""What the rows of a table do when they are taken in: one transaction, one undo step."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.records.money import LedgerEntry
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Command, Step
from hubra_desktop.work.commands.ledger import store_rows


@dataclass(frozen=True)
class ImportTable(Step):
    """Do everything that a table's rows ask for, or nothing when one of them is refused."""

    commands: tuple[Command, ...]
    label: ClassVar[str] = "import"
    kept_before: ClassVar[BackupReason | None] = BackupReason.IMPORT

    def apply(self, rows: Rows) -> None:
        for each in together(self.commands):
            each.apply(rows)


@dataclass(frozen=True)
class BookRows(Step):
    """Book rows of any kind with the next numbers, those of a transfer in one command."""

    entries: tuple[LedgerEntry, ...]
    label: ClassVar[str] = "import"

    def apply(self, rows: Rows) -> str:
        return store_rows(rows, *self.entries)


def together(commands: Sequence[Command]) -> Sequence[Command]:
    """Return the commands with rows of the ledger that follow on each other booked at once."""
    joined: list[Command] = []
    for each in commands:
        last = joined[-1] if joined else None
        if isinstance(each, BookRows) and isinstance(last, BookRows):
            joined[-1] = BookRows(last.entries + each.entries)
        else:
            joined.append(each)
    return joined
