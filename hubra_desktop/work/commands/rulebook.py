"""The rules of a body: new ones from a day close those that held until then."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Step, found
from hubra_desktop.work.queries.rulebook import rules_of

DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class NewRules(Step):
    """Let new rules of a body hold from a day: ``values`` are theirs, ``valid_from`` among them.

    The rules of the day before end then, and their seats and committees are carried over;
    the new ones hold until the next that are known. Raises InputError where there are rules
    already and no day is given, or where others begin on the same day.
    """

    body_id: str
    values: Mapping[str, Any]
    label: ClassVar[str] = "add-body_rules"

    def apply(self, rows: Rows) -> str:
        found(rows, Body, self.body_id)
        known = rules_of(rows.connection, self.body_id)
        new = BodyRules(**{**self.values, "id": "", "body_id": self.body_id})
        first = new.valid_from
        if known and first is None:
            raise refusal(
                "Skriv från vilken dag de nya reglerna gäller. De tidigare slutar dagen före.",
                field="valid_from",
            )
        before = _closed_by(rows, known, first) if first is not None else None
        later = [
            each.valid_from
            for each in known
            if each.valid_from and first and each.valid_from > first
        ]
        if new.valid_to is None and later:
            new = replace(new, valid_to=min(later) - DAY)
        if before is not None:
            new = replace(new, seats=_fresh(before.seats), committees=_fresh(before.committees))
        return rows.add(new)


def _closed_by(rows: Rows, known: tuple[BodyRules, ...], first: dt.date) -> BodyRules | None:
    """End the rules that held when new ones begin, and return those that held before."""
    if any(each.valid_from == first for each in known):
        raise refusal(
            "Det finns redan regler från den dagen. Ändra dem, eller välj en annan dag.",
            field="valid_from",
        )
    before = [each for each in known if each.valid_from is None or each.valid_from < first]
    if not before:
        return None
    latest = before[-1]
    if latest.valid_to is None or latest.valid_to >= first:
        rows.change(BodyRules, latest.id, {"valid_to": first - DAY})
    return latest


def _fresh(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return copies of rows that are given ids of their own."""
    return tuple(replace(each, id="") for each in parts)
