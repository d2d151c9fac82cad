"""Stays of those at a meeting, led on where a row of its agenda goes: to the next, or another."""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import or_, select

from hubra_desktop.model.attendance.handled_order import handled_order
from hubra_desktop.model.attendance.presence import led_on
from hubra_desktop.model.records.attendance import AgendaRun, Attendance, AttendanceStay
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import TABLES


def lead_stays_on(rows: Rows, item_ids: Collection[str]) -> None:
    """Let stays that begin or end with rows that go do so with the next: nobody stays longer."""
    for each in _led_by(rows, item_ids):
        order = _order(rows, each.meeting_id)
        rows.put(replace(each, stays=led_on(each.stays, order, item_ids)), was=each)


def lead_stays_to(rows: Rows, item_id: str, other_id: str) -> None:
    """Let stays that begin or end with a row that goes do so with the one that takes its place."""
    for each in _led_by(rows, [item_id]):
        for stay in each.stays:
            ends = {"came_item_id": stay.came_item_id, "left_item_id": stay.left_item_id}
            led = {name: other_id for name, named in ends.items() if named == item_id}
            rows.change(AttendanceStay, stay.id, led)


def _led_by(rows: Rows, item_ids: Collection[str]) -> tuple[Attendance, ...]:
    """Return those of whom a stay begins or ends with one of these rows."""
    stay = TABLES["attendance_stay"].c
    named = or_(stay.came_item_id.in_(item_ids), stay.left_item_id.in_(item_ids))
    own = select(stay.attendance_id).where(named)
    return rows.all(Attendance, TABLES["attendance"].c.id.in_(own))


def _order(rows: Rows, meeting_id: str) -> tuple[str, ...]:
    meeting = rows.get(Meeting, meeting_id)
    runs = rows.all(AgendaRun, TABLES["agenda_run"].c.meeting_id == meeting_id)
    return handled_order(meeting.items if meeting else (), runs)
