"""Rules of attendance: only those who are there have times, and only substitutes stand in."""

from collections.abc import Collection, Mapping

from sqlalchemy import select

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole, AttendanceStatus
from hubra_desktop.model.attendance.presence import VOTING_ROLES
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.timetable import next_day
from hubra_desktop.store.reading import records, some_at_a_time
from hubra_desktop.store.tables import AGENDA_ITEM, TABLES
from hubra_desktop.work.invariants.kinds import Touched
from hubra_desktop.work.invariants.wholes import touched_wholes


def check_attendance(touched: Touched) -> None:
    """Refuse times of somebody who was away, and one who stands in for nobody that votes."""
    meetings = {each.meeting_id for each in touched_wholes(touched, Attendance)}
    meeting = TABLES["attendance"].c.meeting_id
    for some in some_at_a_time(meetings):
        listed = records(touched.reader, Attendance, meeting.in_(some))
        known = {each.id: each for each in listed}
        own = _rows_of(touched, some)
        for each in listed:
            _check_stays(each, own)
            _check_service(each, known)


def _rows_of(touched: Touched, meeting_ids: Collection[str]) -> Mapping[str, str]:
    """Return the rows of meetings' agendas, each with its meeting."""
    rows = select(AGENDA_ITEM.c.id, AGENDA_ITEM.c.meeting_id)
    found = touched.reader.execute(rows.where(AGENDA_ITEM.c.meeting_id.in_(meeting_ids)))
    return {row.id: row.meeting_id for row in found}


def _check_stays(each: Attendance, own: Mapping[str, str]) -> None:
    if each.stays and each.status is not AttendanceStatus.PRESENT:
        raise refusal(
            "{name} är inte närvarande och kan inte ha tider i rummet.", name=each.name or each.unit
        )
    for stay in each.stays:
        named = {stay.came_item_id, stay.left_item_id} - {None}
        if any(own.get(str(item_id)) != each.meeting_id for item_id in named):
            raise refusal("Punkten hör till ett annat sammanträde. Välj en av det här.")
        came, left = stay.came, stay.left
        if came is not None and left is not None and next_day(left, came) < came:
            raise refusal(
                "{name} skulle ha gått innan personen kom. Ändra någon av tiderna.",
                name=each.name or each.unit,
            )


def _check_service(each: Attendance, known: dict[str, Attendance]) -> None:
    for other_id in {stay.serves_for_id for stay in each.stays} - {None}:
        other = known.get(str(other_id))
        if each.role is not AttendanceRole.SUBSTITUTE:
            raise refusal(
                "{name} är inte ersättare och kan inte tjänstgöra för någon.",
                name=each.name or each.unit,
            )
        if other is None or other.role not in VOTING_ROLES:
            raise refusal(
                "{name} kan bara tjänstgöra för en ledamot på samma sammanträde.",
                name=each.name or each.unit,
            )
