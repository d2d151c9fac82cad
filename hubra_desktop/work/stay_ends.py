"""Stays of those at a meeting, led on to the next row where a row of its agenda goes."""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import or_, select

from hubra_desktop.model.attendance.handled_order import handled_order
from hubra_desktop.model.attendance.presence import led_on
from hubra_desktop.model.records.attendance import AgendaRun, Attendance
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import TABLES


def lead_stays_on(rows: Rows, item_ids: Collection[str]) -> None:
    """Let stays that begin or end with rows that go do so with the next: nobody stays longer."""
    stay = TABLES["attendance_stay"].c
    named = or_(stay.came_item_id.in_(item_ids), stay.left_item_id.in_(item_ids))
    own = select(stay.attendance_id).where(named)
    for each in rows.all(Attendance, TABLES["attendance"].c.id.in_(own)):
        order = _order(rows, each.meeting_id)
        rows.put(replace(each, stays=led_on(each.stays, order, item_ids)), was=each)


def _order(rows: Rows, meeting_id: str) -> tuple[str, ...]:
    meeting = rows.get(Meeting, meeting_id)
    runs = rows.all(AgendaRun, TABLES["agenda_run"].c.meeting_id == meeting_id)
    return handled_order(meeting.items if meeting else (), runs)
