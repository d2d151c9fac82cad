"""The table of follow-ups: what it tells of each, and a file's rows read back.

A row is recognised by its id, else by what is to be done and when it was decided. What stands
under *Ny rapport* is added to the reports. What was decided behind closed doors is in no table.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.table_reading import Row
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.follow_up_rules import with_day
from hubra_desktop.model.minutes.minutes_terms import FollowUpState
from hubra_desktop.model.records.follow_ups import FollowUp
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.wording import quoted, shortened
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.follow_ups import ReportFollowUp
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.queries.follow_ups import (
    FollowUpRow,
    follow_up_rows,
    follow_ups_of_year,
)
from hubra_desktop.work.queries.named_recipients import RecipientsByName
from hubra_desktop.work.queries.register import today
from hubra_desktop.work.table_steps import (
    RowError,
    RowReader,
    Stored,
    TableStep,
    changes,
    differing,
    present_values,
)

_NAME = TableName.FOLLOW_UPS
_OWN = ("text", "due", "state", "created_on", "done_on", "reason", "case_number")
_LONGEST = 60


def follow_up_table_rows(reader: Connection, year: int | None) -> Iterator[dict[str, Any]]:
    """Yield what the table tells of each: of a year what was decided or done in it, or is open."""
    rows = follow_up_rows(reader) if year is None else follow_ups_of_year(reader, year)
    for row in rows:
        if not row.closed:
            yield _values(row)


def _values(row: FollowUpRow) -> dict[str, Any]:
    last = row.item.reports[-1] if row.item.reports else None
    return {
        **{name: getattr(row.item, name) for name in _OWN},
        "id": row.id,
        "owner": row.owner,
        "meeting_day": row.decided_day,
        "number": row.number,
        "reported_on": last.day if last else None,
        "report": last.text if last else "",
        "new_report": "",
    }


class FollowUpsReader(RowReader):
    """Reads a table of follow-ups."""

    table = _NAME

    def __init__(self, reader: Connection) -> None:
        super().__init__()
        self._today = today(reader)
        self._actors = RecipientsByName(reader)
        self._stored = Stored(
            follow_up_rows(reader), lambda row: (folded(row.title), row.item.created_on)
        )

    def step(self, row: Row) -> TableStep:
        """Return what a row asks for; raises InputError where it cannot be used."""
        told = row.values
        key = (folded(told["text"]), told.get("created_on"))
        known = self._stored.find(told.get("id"), *key)
        self.refuse_twice(row, known.id if known else key)
        return self._change(row, known) if known is not None else self._add(row)

    def _add(self, row: Row) -> TableStep:
        told = present_values(row.values, *_OWN, "owner")
        values = self._written(with_day(FollowUpState.NOT_STARTED, None, self._today, told))
        if row.values.get("new_report"):
            raise RowError(
                say("En rapport läggs till när uppföljningen finns."), "new_report"
            )  # fmt: skip
        return TableStep(
            numbers=(row.number,),
            label=shortened(row.values["text"], _LONGEST),
            added=True,
            commands=(Add(FollowUp, {"created_on": self._today, **values}),),
        )

    def _change(self, row: Row, known: FollowUpRow) -> TableStep:
        stored = _values(known)
        told = dict(row.values)
        if any(each.text.strip() == told.get("new_report") for each in known.item.reports):
            told["new_report"] = ""
        different = differing(told, stored)
        written = self._written({key: told[key] for key in different if key in (*_OWN, "owner")})
        commands: list[Command] = [Change(FollowUp, known.id, written)] if written else []
        if "new_report" in different:
            author = known.owner
            commands.append(ReportFollowUp(known.id, self._today, told["new_report"], author))
        label = shortened(known.title, _LONGEST)
        return TableStep(
            numbers=(row.number,),
            label=label,
            commands=tuple(commands),
            changes=changes(_NAME, different, told, stored),
            taken_for="" if row.values.get("id") else quoted(label),
        )

    def _written(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """Tell who has to act by an id, where the register knows who it is."""
        values = dict(told)
        if "owner" not in told:
            return values
        who = self._actors.named(told["owner"] or "")
        return values | {
            "owner": who.name, "owner_id": who.person_id, "owner_body_id": who.body_id,
        }  # fmt: skip
