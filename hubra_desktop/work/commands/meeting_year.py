"""A year of meetings made in one go, and periods that no meeting is put in."""

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import select

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.rulebook import BlockedPeriod
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.commands.base import Step
from hubra_desktop.work.commands.meetings import NewMeeting


@dataclass(frozen=True)
class MakeMeetings(Step):
    """Make several meetings as one step, each with the standing items; returns the first."""

    meetings: tuple[NewMeeting, ...]
    label: ClassVar[str] = "add-meetings"

    def apply(self, rows: Rows) -> str:
        days = [each.date for each in self.meetings]
        if not days:
            raise refusal("Det finns ingen dag att skapa. Lägg till minst en.")
        if len(set(days)) < len(days):
            raise refusal("Två av sammanträdena har samma dag. Ändra eller ta bort det ena.")
        made = [each.apply(rows) for each in self.meetings]
        return made[0]


@dataclass(frozen=True)
class SavePeriods(Step):
    """Keep exactly these periods without meetings, as one step."""

    periods: tuple[BlockedPeriod, ...]
    label: ClassVar[str] = "change-blocked_periods"

    def apply(self, rows: Rows) -> None:
        table = TABLES["blocked_period"]
        kept = {each.id for each in self.periods}
        known = set(rows.connection.scalars(select(table.c.id)).all())
        for row_id in known - kept:
            rows.remove(BlockedPeriod, row_id)
        for each in self.periods:
            rows.put(each)
