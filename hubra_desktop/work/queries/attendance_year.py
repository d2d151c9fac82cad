"""The attendance at a body's meetings of a year, counted."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.attendance.attendance_statistics import (
    AttendanceYear,
    HeldList,
    attendance_year,
    roll_called,
)
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.terms import LIFTED_STATES
from hubra_desktop.store.reading import records, some_at_a_time
from hubra_desktop.store.tables import MEETING, TABLES
from hubra_desktop.work.queries.attendance import disqualified_of, handled_rows


def year_of_attendance(reader: Connection, body_id: str, year: int) -> AttendanceYear:
    """Return how often each came to a body's meetings of a year whose rolls were called."""
    within = MEETING.c.date.between(date(year, 1, 1), date(year, 12, 31))
    found = reader.execute(
        select(MEETING.c.id, MEETING.c.date)
        .where(MEETING.c.body_id == body_id, within, MEETING.c.state.not_in(LIFTED_STATES))
        .order_by(MEETING.c.date, MEETING.c.start.nulls_first(), MEETING.c.id)
    ).all()
    listed: dict[str, list[Attendance]] = defaultdict(list)
    meeting = TABLES["attendance"].c.meeting_id
    for some in some_at_a_time(row.id for row in found):
        for each in records(reader, Attendance, meeting.in_(some)):
            listed[each.meeting_id].append(each)
    held = [_held(reader, row.id, row.date, listed[row.id]) for row in found]
    return attendance_year(year, [each for each in held if roll_called(each.people)])


def _held(reader: Connection, meeting_id: str, day: date, people: Sequence[Attendance]) -> HeldList:
    """Return a meeting's list; the order of its rows is asked for where somebody had a jäv."""
    barred = disqualified_of(reader, meeting_id)
    order = handled_rows(reader, meeting_id) if barred else ()
    return HeldList(day, tuple(people), order, barred)
