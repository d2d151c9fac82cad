"""The table of attendance: who stands on the meetings' lists, and a file's replies read back.

A row is recognised by its id, else by its meeting and name together. Replies and the
roll-call are noted as in the window, so that one who is prevented is away.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.exchange.table_reading import Row
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.attendance.attendance_terms import (
    AttendanceReply,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.attendance.presence_words import PresenceNames, presence_text
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.language import say, swedish
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.swedish import folded, short_date
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.reading import records, some_at_a_time
from hubra_desktop.store.tables import PERSON, TABLES
from hubra_desktop.work.commands.attendance import Reply, Tick
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.meeting_days import MeetingDays
from hubra_desktop.work.queries.attendance import AttendanceView, attendance_of, open_rows
from hubra_desktop.work.table_steps import (
    RowError,
    RowReader,
    Stored,
    TableStep,
    changes,
    differing,
)

_NAME = TableName.ATTENDANCE
_CLAIMS = ("pre_meeting", "lost_income_ore", "travel_km", "travel_ore")
_PLAIN = ("name", "role", "party", "group", "title", "unit", "note", *_CLAIMS)
_REPLY = ("reply", "replied_on", "reply_text")
_Key = tuple[object, ...]


def attendance_table_rows(reader: Connection, year: int | None) -> Iterator[dict[str, Any]]:
    """Yield what the table tells of each on the lists of the own body's meetings."""
    for view in _views(reader, year):
        yield from _told(view)


def _views(reader: Connection, year: int | None) -> Iterator[AttendanceView]:
    for meeting_id, day in MeetingDays(reader).days.items():
        if year is None or day.year == year:
            yield attendance_of(reader, meeting_id)


def _told(view: AttendanceView) -> Iterator[dict[str, Any]]:
    names = {each.id: each.name or each.unit for each in view.rows}
    of = PresenceNames(
        order=view.order, numbers=view.numbers, names=names, tell=swedish, separator="."
    )
    for each in open_rows(view):
        yield {
            **{name: getattr(each, name) for name in (*_PLAIN, *_REPLY, "status")},
            "id": each.id,
            "meeting_day": view.meeting.date,
            "presence": presence_text(each, of),
            "called_for": names.get(each.called_for_id or "", ""),
        }


class _Known:
    """Somebody on a list, with the day of the meeting."""

    def __init__(self, day: dt.date, attendance: Attendance) -> None:
        self.id, self.day, self.attendance = attendance.id, day, attendance

    def values(self) -> dict[str, Any]:
        told = {name: getattr(self.attendance, name) for name in (*_PLAIN, *_REPLY, "status")}
        return {**told, "id": self.id, "meeting_day": self.day}


class AttendancesReader(RowReader):
    """Reads a table of attendance."""

    table = _NAME

    def __init__(self, reader: Connection) -> None:
        super().__init__()
        self._meetings = MeetingDays(reader)
        own, listed = TABLES["attendance"].c.meeting_id, tuple[Attendance, ...]()
        for some in some_at_a_time(self._meetings.days):
            listed += records(reader, Attendance, own.in_(some))
        known = [_Known(self._meetings.days[each.meeting_id], each) for each in listed]
        self._stored = Stored(known, lambda each: _key(each.day, each.attendance.name))
        self._people = _people(reader)

    def step(self, row: Row) -> TableStep:
        """Return what a row asks for; raises InputError where it cannot be used."""
        told = row.values
        if told.get("pre_meeting", False) is None:  # an empty cell says nothing of it
            row = Row(row.number, {key: told[key] for key in told if key != "pre_meeting"})
        key = _key(told["meeting_day"], told["name"])
        known = self._stored.find(told.get("id"), *key)
        self.refuse_twice(row, known.id if known else key)
        return self._added(row) if known is None else self._changed(row, known)

    def _added(self, row: Row) -> TableStep:
        told, row_id = row.values, new_id()
        values = {name: told[name] for name in _PLAIN if told.get(name)}
        person = self._people.get(folded(told["name"]))
        first = {
            "id": row_id,
            "meeting_id": self._meetings.on(told["meeting_day"]),
            "role": AttendanceRole.GUEST,
            "person_id": person,
        }
        noted = {name: told[name] for name in (*_REPLY, "status") if told.get(name)}
        commands = (
            Add(Attendance, {**first, **values}),
            *_notes(Attendance(id=row_id, meeting_id=""), noted),
        )
        return TableStep(
            numbers=(row.number,),
            label=told["name"],
            added=True,
            commands=commands,
            makes=(row_id,),
        )

    def _changed(self, row: Row, known: _Known) -> TableStep:
        stored = known.values()
        if row.values["meeting_day"] != known.day:
            sentence = say("Raden hör till sammanträdet {day}.", day=short_date(known.day))
            raise RowError(sentence, "meeting_day")
        # One who was found by the name is called as before, however the file writes it.
        same = {"meeting_day"} if row.values.get("id") else {"meeting_day", "name"}
        different = tuple(each for each in differing(row.values, stored) if each not in same)
        plain = {name: row.values[name] for name in different if name in _PLAIN}
        noted = {name: row.values[name] for name in different if name not in _PLAIN}
        commands: tuple[Command, ...] = (*_notes(known.attendance, noted),)
        if plain:
            commands = (Change(Attendance, known.id, plain), *commands)
        return TableStep(
            numbers=(row.number,),
            label=known.attendance.name,
            commands=commands,
            changes=changes(_NAME, different, row.values, stored),
            taken_for="" if row.values.get("id") else quoted(known.attendance.name),
        )


def _notes(each: Attendance, noted: Mapping[str, Any]) -> Iterator[Command]:
    """Yield the commands that note a reply and the roll-call, as they are noted in the window."""
    if noted.keys() & {*_REPLY}:
        reply = noted.get("reply") or each.reply
        text = noted.get("reply_text", each.reply_text) or ""
        yield Reply(each.id, reply, noted.get("replied_on", each.replied_on), text)
    status = noted.get("status")
    prevented = noted.get("reply") is AttendanceReply.PREVENTED
    if status is not None and not (prevented and status is AttendanceStatus.OPEN):
        yield Tick(each.id, status)


def _people(reader: Connection) -> dict[str, str]:
    """Return the ids of the people whose name nobody else has, by the name."""
    known: dict[str, list[str]] = {}
    for row in reader.execute(select(PERSON.c.id, PERSON.c.name)):
        known.setdefault(folded(row.name), []).append(row.id)
    return {name: ids[0] for name, ids in known.items() if len(ids) == 1}


def _key(day: dt.date, name: str) -> _Key:
    return day, folded(name)
