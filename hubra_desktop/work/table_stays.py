"""The table of stays: who came and left, at which row and hour, from afar, and for whom.

A row is recognised by its id, else by its meeting, its name and when the stay begins. Rows of
the agenda are told by their numbers, and those without one by their headings, but for those
behind closed doors.
"""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.exchange.table_reading import Row
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.language import say
from hubra_desktop.model.records.attendance import Attendance, AttendanceStay
from hubra_desktop.model.swedish import folded, short_date
from hubra_desktop.model.timetable import next_day
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.meeting_days import MeetingDays
from hubra_desktop.work.queries.attendance import AttendanceView, attendance_of, open_rows
from hubra_desktop.work.table_steps import RowError, RowReader, TableStep, changes, differing

_NAME = TableName.STAYS
_FIELDS: Final = {
    "came_row": "came_item_id",
    "came": "came",
    "left_row": "left_item_id",
    "left": "left",
    "remote": "remote",
    "serves_for": "serves_for_id",
}
"""The fields of a stay by the columns that tell them."""


def stay_table_rows(reader: Connection, year: int | None) -> Iterator[dict[str, Any]]:
    """Yield what the table tells of each stay at the own body's meetings: of a year, or all."""
    for meeting_id, day in MeetingDays(reader).days.items():
        if year is None or day.year == year:
            meeting = _Meeting(attendance_of(reader, meeting_id))
            for each in open_rows(meeting.view):
                for stay in each.stays:
                    yield meeting.told(each, stay)


class _Meeting:
    """A meeting's list, with its rows and its people as a table calls them."""

    def __init__(self, view: AttendanceView) -> None:
        self.view = view
        open_titles = {each.id: each.title for each in view.meeting.items if not each.closed}
        self._called = open_titles | dict(view.numbers)

    def told(self, each: Attendance, stay: AttendanceStay) -> dict[str, Any]:
        """Return what the table tells of a stay of somebody."""
        serves_for = self.view.by_id.get(stay.serves_for_id or "")
        return {
            "id": stay.id,
            "meeting_day": self.view.meeting.date,
            "name": _name(each),
            "came_row": self._called.get(stay.came_item_id or "", ""),
            "came": stay.came,
            "left_row": self._called.get(stay.left_item_id or "", ""),
            "left": stay.left,
            "remote": stay.remote,
            "serves_for": _name(serves_for) if serves_for else "",
        }

    def field(self, key: str, value: Any) -> Any:  # noqa: ANN401
        """Return what a cell says, as the field of a stay; raises RowError."""
        if key in {"came_row", "left_row"}:
            return self._row(value, key) if value else None
        if key == "serves_for":
            return self.person(value, key).id if value else None
        if key == "remote":
            return bool(value)
        known = self.view.meeting.opened_at or self.view.meeting.start
        return value if value is None or known is None else next_day(value, known)

    def person(self, name: str, column: str) -> Attendance:
        """Return the one of a name on the list; raises RowError for none and for several."""
        found = [each for each in self.view.rows if folded(_name(each)) == folded(name)]
        if len(found) == 1:
            return found[0]
        day = short_date(self.view.meeting.date)
        sentence = (
            say("Flera heter {name} i närvarolistan {day}.", name=quoted(name), day=day)
            if found
            else say("{name} står inte i närvarolistan {day}.", name=quoted(name), day=day)
        )
        raise RowError(sentence, column)

    def _row(self, called: str, column: str) -> str:
        found = [key for key, each in self._called.items() if folded(each) == folded(called)]
        if len(found) == 1:
            return found[0]
        day = short_date(self.view.meeting.date)
        raise RowError(
            say("Dagordningen {day} har ingen punkt {row}.", day=day, row=quoted(called))
            if not found
            else say("Flera punkter {day} heter {row}.", day=day, row=quoted(called)),
            column,
        )


class StaysReader(RowReader):
    """Reads a table of stays; the lists of the meetings that it names are read once each."""

    table = _NAME

    def __init__(self, reader: Connection) -> None:
        super().__init__()
        self._reader = reader
        self._days = MeetingDays(reader)
        self._read: dict[str, _Meeting] = {}
        stay, listed = TABLES["attendance_stay"].c, TABLES["attendance"].c
        found = select(stay.id, listed.meeting_id).where(stay.attendance_id == listed.id)
        self._meetings = {row.id: row.meeting_id for row in reader.execute(found)}

    def step(self, row: Row) -> TableStep:
        """Return what a row asks for; raises InputError where it cannot be used."""
        told = {key: value for key, value in row.values.items() if (key, value) != ("remote", None)}
        meeting = self._meeting(told)
        each, known = _known(told, meeting)
        begins = tuple(meeting.field(key, told.get(key)) for key in ("came_row", "came"))
        self.refuse_twice(row, known.id if known else (each.id, *begins))
        if known is not None:
            return _changed(row.number, told, meeting, each, known)
        values = {_FIELDS[key]: meeting.field(key, told[key]) for key in _FIELDS if key in told}
        row_id = new_id()
        command = Add(AttendanceStay, {"id": row_id, **values}, each.id)
        return TableStep(
            numbers=(row.number,),
            label=_name(each),
            added=True,
            commands=(command,),
            makes=(row_id,),
        )

    def _meeting(self, told: dict[str, Any]) -> _Meeting:
        meeting_id = self._meetings.get(told.get("id") or "")
        day = self._days.days.get(meeting_id or "")
        if meeting_id is None or day is None:
            meeting_id = self._days.on(told["meeting_day"])
        elif day != told["meeting_day"]:
            sentence = say("Raden hör till sammanträdet {day}.", day=short_date(day))
            raise RowError(sentence, "meeting_day")
        if meeting_id not in self._read:
            self._read[meeting_id] = _Meeting(attendance_of(self._reader, meeting_id))
        return self._read[meeting_id]


def _known(told: dict[str, Any], meeting: _Meeting) -> tuple[Attendance, AttendanceStay | None]:
    """Return whose stay a row tells of, and the stay where it is here already."""
    for each in meeting.view.rows:
        for stay in each.stays:
            if stay.id != told.get("id"):
                continue
            if folded(_name(each)) != folded(told["name"]):
                raise RowError(say("Raden hör till {name}.", name=_name(each)), "name")
            return each, stay
    each = meeting.person(told["name"], "name")
    begins = tuple(meeting.field(key, told.get(key)) for key in ("came_row", "came"))
    alike = (stay for stay in each.stays if (stay.came_item_id, stay.came) == begins)
    return each, next(alike, None)


def _changed(
    number: int, told: dict[str, Any], meeting: _Meeting, each: Attendance, known: AttendanceStay
) -> TableStep:
    stored = meeting.told(each, known)
    keys = [key for key in differing(told, stored) if key in _FIELDS]
    values = {key: meeting.field(key, told[key]) for key in keys}
    different = tuple(key for key in keys if values[key] != getattr(known, _FIELDS[key]))
    written = {_FIELDS[key]: values[key] for key in different}
    commands: tuple[Command, ...] = (Change(AttendanceStay, known.id, written),) if written else ()
    return TableStep(
        numbers=(number,),
        label=_name(each),
        commands=commands,
        changes=changes(_NAME, different, told, stored),
        taken_for="" if told.get("id") else quoted(_name(each)),
    )


def _name(each: Attendance) -> str:
    return each.name or each.unit
