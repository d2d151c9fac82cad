"""What the rows of a table do when they are taken in: one transaction, one undo step."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from hubra_desktop.model.records.money import LedgerEntry
from hubra_desktop.model.records.plan import Activity, Occasion
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.activities import next_position
from hubra_desktop.work.commands.base import Command, Step, found
from hubra_desktop.work.commands.ledger import store_rows


@dataclass(frozen=True)
class ImportTable(Step):
    """Do everything that a table's rows ask for, or nothing when one of them is refused."""

    commands: tuple[Command, ...]
    label: ClassVar[str] = "import"

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


@dataclass(frozen=True)
class PlaceActivity(Step):
    """Store an activity last in its year."""

    sheet: Activity
    label: ClassVar[str] = "add-activity"

    def apply(self, rows: Rows) -> str:
        place = next_position(rows, self.sheet.year)
        return rows.add(replace(self.sheet, position=place))


@dataclass(frozen=True)
class SetOccasions(Step):
    """Put an activity's occasions in the place of those it had."""

    activity_id: str
    occasions: tuple[Occasion, ...] = field(default=())
    label: ClassVar[str] = "change-activity-occasions"

    def apply(self, rows: Rows) -> None:
        activity = found(rows, Activity, self.activity_id)
        rows.put(replace(activity, occasions=self.occasions), was=activity)


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
