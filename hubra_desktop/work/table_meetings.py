"""The table of meetings read back: the days on which the council is to meet.

A meeting is recognised by its id, else by its day. A new one has the standing items and
the officers of its day, as one made by hand.
"""

from collections.abc import Iterable
from datetime import date

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.table_reading import Row
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.swedish import clock, short_date
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries.templates import own_template
from hubra_desktop.work.table_exports import MEETING_FIELDS, meeting_values, own_meetings
from hubra_desktop.work.table_steps import (
    RowReader,
    Stored,
    TableRequest,
    TableStep,
    changes,
    differing,
    present_values,
)


class MeetingsReader(RowReader):
    """Reads a table of meetings."""

    table = TableName.MEETINGS

    def __init__(self, reader: Connection) -> None:
        super().__init__()
        self._stored = Stored(own_meetings(reader), lambda each: (each.date,))
        self._template = own_template(reader)

    def request(self, rows: Iterable[Row]) -> TableRequest:
        """Return what the rows ask for, and which of them are refused."""
        timed = [self._with_times(row) for row in rows]
        untimed = sum(row.values.get("untimed", False) for row in timed)
        return super().request(timed)._replace(notes=self._note(untimed) if untimed else ())

    def _with_times(self, row: Row) -> Row:
        """Return a row with the template's times, where a new meeting has none."""
        known = self._stored.find(row.values.get("id"), row.values["date"])
        if row.values.get("start") is not None:
            return row
        if known is not None:
            told = {key: value for key, value in row.values.items() if key not in ("start", "end")}
            return Row(row.number, told)
        times = {"start": self._template.start, "end": self._template.end, "untimed": True}
        return Row(row.number, {**row.values, **times})

    def _note(self, untimed: int) -> tuple[str, ...]:
        note = say_count(
            "{n} sammanträde har inget klockslag i filen och börjar som i mallen, {time}.",
            "{n} sammanträden har inget klockslag i filen och börjar som i mallen, {time}.",
            untimed,
            time=clock(self._template.start),
        )
        return (note,)

    def step(self, row: Row) -> TableStep:
        """Return what a row asks for; raises InputError where it cannot be used."""
        values = row.values
        known = self._stored.find(values.get("id"), values["date"])
        twice = say("Sammanträdet står redan på rad {number}.")
        self.refuse_twice(row, known.id if known else values["date"], twice, "date")
        if known is not None:
            return _change(row, known)
        plain = present_values(values, *MEETING_FIELDS)
        return TableStep(
            numbers=(row.number,),
            label=_named(values["date"], values["start"]),
            added=True,
            commands=(NewMeeting(**plain),),
        )


def _change(row: Row, known: Meeting) -> TableStep:
    stored = meeting_values(known)
    different = differing(row.values, stored)
    name = _named(known.date, known.start)
    changed = {key: row.values[key] for key in different}
    commands: tuple[Command, ...] = (Change(Meeting, known.id, changed),) if changed else ()
    return TableStep(
        numbers=(row.number,),
        label=name,
        commands=commands,
        changes=changes(TableName.MEETINGS, different, row.values, stored),
        taken_for="" if row.values.get("id") else say("sammanträdet {name}", name=name),
    )


def _named(day: date, start: int | None) -> str:
    return short_date(day) if start is None else f"{short_date(day)} {clock(start)}"
