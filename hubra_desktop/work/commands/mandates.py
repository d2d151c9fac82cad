"""Somebody takes over a mandate: the old one ends the day before, and stays as history."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import ClassVar

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.council import Mandate, Person
from hubra_desktop.model.swedish import short_date
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Step, found

DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class SucceedMandate(Step):
    """Let a person go on with a mandate from a day, in the same role, seat and group.

    The new mandate ends when the old one would have. Raises InputError for a day on or
    before the one that the old mandate began.
    """

    mandate_id: str
    person_id: str
    first: dt.date
    label: ClassVar[str] = "add-mandate"

    def apply(self, rows: Rows) -> str:
        old = found(rows, Mandate, self.mandate_id)
        found(rows, Person, self.person_id)
        if old.valid_from is not None and self.first <= old.valid_from:
            raise refusal(
                "Uppdraget började {day}. Efterträdaren kan börja tidigast dagen efter.",
                day=short_date(old.valid_from),
                field="first",
            )
        last = old.valid_to
        goes_on = last is None or last >= self.first
        if goes_on:
            rows.change(Mandate, old.id, {"valid_to": self.first - DAY})
        return rows.add(
            replace(
                old,
                id="",
                person_id=self.person_id,
                valid_from=self.first,
                valid_to=last if goes_on else None,
                note="",
            )
        )
