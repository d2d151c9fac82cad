"""The table of what is reported to meetings: what it tells of each, and a file's rows read back.

A row is recognised by its id, else by its meeting, day, number and title together.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.table_reading import Row
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.case_number import number_key
from hubra_desktop.model.records.minutes import ReportedMatter
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.wording import quoted
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.meeting_days import MeetingDays
from hubra_desktop.work.queries.reported import ReportedRow, reported_rows
from hubra_desktop.work.table_steps import (
    RowReader,
    Stored,
    TableStep,
    changes,
    differing,
    present_values,
)

_NAME = TableName.REPORTED
REPORTED_FIELDS = (
    "kind", "day", "case_number", "title", "sender", "delegation_point", "note",
)  # fmt: skip


def reported_table_rows(reader: Connection, year: int | None) -> Iterator[dict[str, Any]]:
    """Yield what the table tells of each: of a year those of its meetings, and what waits."""
    for row in reported_rows(reader, year):
        yield _values(row)


def _values(row: ReportedRow) -> dict[str, Any]:
    values = {name: getattr(row.matter, name) for name in REPORTED_FIELDS}
    return values | {"id": row.id, "meeting_day": row.meeting_day}


class ReportedReader(RowReader):
    """Reads a table of reported decisions and messages."""

    table = _NAME

    def __init__(self, reader: Connection) -> None:
        super().__init__()
        self._meetings = MeetingDays(reader)
        self._stored = Stored(
            reported_rows(reader),
            lambda each: _key(
                each.meeting_day, each.matter.day, each.matter.case_number, each.title
            ),
        )

    def step(self, row: Row) -> TableStep:
        """Return what a row asks for; raises InputError where it cannot be used."""
        told = row.values
        key = _key(
            told.get("meeting_day"), told.get("day"), told.get("case_number") or "", told["title"]
        )
        known = self._stored.find(told.get("id"), *key)
        self.refuse_twice(row, known.id if known else key)
        if known is not None:
            return self._change(row, known)
        values = self._placed(present_values(told, *REPORTED_FIELDS, "meeting_day"))
        command = Add(ReportedMatter, values)
        return TableStep(
            numbers=(row.number,), label=told["title"], added=True, commands=(command,)
        )

    def _placed(self, told: dict[str, Any]) -> dict[str, Any]:
        """Tell the meeting by its id; raises RowError where there is none on the day."""
        if "meeting_day" not in told:
            return told
        values = {key: value for key, value in told.items() if key != "meeting_day"}
        day = told["meeting_day"]
        if day is None:
            return values | {"meeting_id": None}
        return values | {"meeting_id": self._meetings.on(day)}

    def _change(self, row: Row, known: ReportedRow) -> TableStep:
        stored = _values(known)
        different = differing(row.values, stored)
        told = self._placed({key: row.values[key] for key in different})
        commands: tuple[Command, ...] = (Change(ReportedMatter, known.id, told),) if told else ()
        return TableStep(
            numbers=(row.number,),
            label=known.title,
            commands=commands,
            changes=changes(_NAME, different, row.values, stored),
            taken_for="" if row.values.get("id") else quoted(known.title),
        )


def _key(
    meeting: dt.date | None, day: dt.date | None, number: str, title: str
) -> tuple[object, ...]:
    return meeting, day, number_key(number), folded(title)
