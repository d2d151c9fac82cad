"""Rules of attendance: only those who are there have times, and only substitutes stand in."""

from types import SimpleNamespace

from sqlalchemy import select

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole, AttendanceStatus
from hubra_desktop.model.attendance.handled_order import handled_order
from hubra_desktop.model.attendance.presence import VOTING_ROLES, overlapping
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.attendance import AgendaRun, Attendance, AttendanceStay
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.timetable import next_day
from hubra_desktop.store.journal import typed
from hubra_desktop.store.reading import record_of, records, some_at_a_time
from hubra_desktop.store.tables import AGENDA_ITEM, MEETING, TABLES
from hubra_desktop.work.invariants.kinds import Touched
from hubra_desktop.work.invariants.wholes import touched_wholes


def check_attendance(touched: Touched) -> None:
    """Refuse times of somebody who was away, and one who stands in for nobody that votes."""
    meetings = {each.meeting_id for each in touched_wholes(touched, Attendance)}
    meeting = TABLES["attendance"].c.meeting_id
    for some in some_at_a_time(meetings):
        listed = records(touched.reader, Attendance, meeting.in_(some))
        known = {each.id: each for each in listed}
        for each in listed:
            _check_stays(each)
            _check_service(each, known)


def check_stay_rows(touched: Touched) -> None:
    """Refuse a stay that begins or ends with a row of another meeting's agenda."""
    if touched.stood:
        return
    listed = TABLES["attendance"].c
    for stay in touched.now("attendance_stay").values():
        named = {stay["came_item_id"], stay["left_item_id"]} - {None}
        own = select(listed.meeting_id).where(listed.id == stay["attendance_id"])
        elsewhere = select(AGENDA_ITEM.c.id).where(
            AGENDA_ITEM.c.id.in_(named), AGENDA_ITEM.c.meeting_id != own.scalar_subquery()
        )
        if named and touched.reader.scalar(elsewhere.limit(1)) is not None:
            raise refusal("Punkten hör till ett annat sammanträde. Välj en av det här.")


def check_inside_once(touched: Touched) -> None:
    """Refuse stays that have somebody inside twice at once; those that did before may be mended."""
    if touched.stood:
        return
    for each in touched_wholes(touched, Attendance):
        order = _order(touched, each.meeting_id)
        if overlapping(each.stays, order) and not overlapping(_stays_before(touched, each), order):
            raise refusal(
                "{name} skulle vara i rummet två gånger samtidigt. Skriv först när personen gick "
                "den första gången.",
                name=each.name or each.unit,
            )


def _order(touched: Touched, meeting_id: str) -> tuple[str, ...]:
    meeting = records(touched.reader, Meeting, MEETING.c.id == meeting_id)
    runs = records(touched.reader, AgendaRun, TABLES["agenda_run"].c.meeting_id == meeting_id)
    return handled_order(meeting[0].items if meeting else (), runs)


def _stays_before(touched: Touched, now: Attendance) -> tuple[AttendanceStay, ...]:
    """Return the stays of somebody as they were."""
    table = TABLES["attendance_stay"]
    written = {each.row_id: each for each in touched.rows if each.kind == table.name}
    there = [each for each in now.stays if each.id not in written]
    were = (each.before for each in written.values() if each.before is not None)
    mine = [typed(table, image) for image in were if image["attendance_id"] == now.id]
    return (*there, *(record_of(AttendanceStay, SimpleNamespace(**each)) for each in mine))


def _check_stays(each: Attendance) -> None:
    if each.stays and each.status is not AttendanceStatus.PRESENT:
        raise refusal(
            "{name} är inte närvarande och kan inte ha tider i rummet.", name=each.name or each.unit
        )
    for stay in each.stays:
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
        if other is None or other.meeting_id != each.meeting_id or other.role not in VOTING_ROLES:
            raise refusal(
                "{name} kan bara tjänstgöra för en ledamot på samma sammanträde.",
                name=each.name or each.unit,
            )
