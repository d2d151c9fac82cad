"""The attendance of a meeting: who is on the list, who is inside, and who votes on each row."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole
from hubra_desktop.model.attendance.handled_order import current_item, handled_order, run_starts
from hubra_desktop.model.attendance.presence import (
    QuorumCount,
    expected_voters,
    present_at,
    quorum,
    voters_at,
)
from hubra_desktop.model.attendance.substitutes import (
    NextSubstitute,
    next_substitute,
    substitutes_in_turn,
)
from hubra_desktop.model.attendance.told_attendance import told_attendances
from hubra_desktop.model.council.composition import LAST_RANK
from hubra_desktop.model.numbering import printed_numbers
from hubra_desktop.model.records.attendance import AgendaRun, Attendance
from hubra_desktop.model.records.council import Mandate
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.swedish import sort_key
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import MANDATE, MEETING, TABLES
from hubra_desktop.work.queries.people import serves_on
from hubra_desktop.work.queries.register import house_style
from hubra_desktop.work.queries.rulebook import rules_on

_ROLES = {role: place for place, role in enumerate(AttendanceRole)}


@dataclass(frozen=True, kw_only=True)
class AttendanceView:
    """A meeting's list of those who were there, in the order in which it is read.

    ``order`` are the rows of the agenda as they were handled, ``starts`` when each began,
    and ``now_item_id`` the one that goes on. ``disqualified`` are, by row, the ids of those
    who take no part in it.
    """

    meeting: Meeting
    rules: BodyRules
    order: tuple[str, ...] = ()
    starts: Mapping[str, int] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    now_item_id: str | None = None
    rows: tuple[Attendance, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    disqualified: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Attendance]:
        """Return the rows by their ids."""
        return {each.id: each for each in self.rows}

    def name_of(self, attendance_id: str | None) -> str:
        """Return what somebody on the list is called, "" for nobody."""
        row = self.by_id.get(attendance_id or "")
        return row.name if row else ""

    def present(self, item_id: str | None) -> tuple[Attendance, ...]:
        """Return all who are inside at a row."""
        return present_at(self.rows, item_id, self.order)

    def voters(self, item_id: str | None) -> tuple[Attendance, ...]:
        """Return who takes part in the decision of a row."""
        out = self.disqualified.get(item_id or "", frozenset())
        return voters_at(self.rows, item_id, self.order, out)

    def quorum(self, item_id: str | None) -> QuorumCount:
        """Return whether those who vote on a row are enough."""
        return quorum(self.rows, self.rules, len(self.voters(item_id)))

    def expected(self) -> QuorumCount:
        """Return whether those who have not declined will be enough."""
        return quorum(self.rows, self.rules, expected_voters(self.rows))

    def next_for(self, absent_id: str, item_id: str | None = None) -> NextSubstitute:
        """Return who is next to stand in for a member, and why.

        Before a row is handled no substitute is next for two: who is away has the first turn.
        """
        if item_id is None and absent_id in self.in_turn:
            return self.in_turn[absent_id]
        turns = self.in_turn.items() if item_id is None else ()
        promised = {turn.attendance.id: absent for absent, turn in turns if turn.attendance}
        return next_substitute(
            self.rows, absent_id, self.rules, self.mandates,
            item_id=item_id, order=self.order, promised=promised,
        )  # fmt: skip

    @cached_property
    def in_turn(self) -> Mapping[str, NextSubstitute]:
        """Return who is next for each member who is away and has nobody, each for one."""
        return substitutes_in_turn(self.rows, self.rules, self.mandates)


def attendance_of(reader: Connection, meeting_id: str) -> AttendanceView:
    """Return a meeting's attendance; raises LookupError when the meeting is gone."""
    found = records(reader, Meeting, MEETING.c.id == meeting_id)
    if not found:
        raise LookupError(meeting_id)
    meeting = found[0]
    runs = records(reader, AgendaRun, TABLES["agenda_run"].c.meeting_id == meeting_id)
    mandates = mandates_on(reader, meeting.body_id, meeting.date)
    listed = records(reader, Attendance, TABLES["attendance"].c.meeting_id == meeting_id)
    return AttendanceView(
        meeting=meeting,
        rules=rules_on(reader, meeting.body_id, meeting.date),
        order=handled_order(meeting.items, runs),
        starts=run_starts(runs),
        numbers=printed_numbers(meeting.items, house_style(reader).sub_numbers),
        now_item_id=current_item(runs),
        rows=in_list_order(listed, mandates),
        mandates=mandates,
        disqualified=disqualified_of(reader, meeting_id),
    )


def mandates_on(reader: Connection, body_id: str, day: date) -> tuple[Mandate, ...]:
    """Return the mandates that a body has on a day."""
    return records(reader, Mandate, MANDATE.c.body_id == body_id, serves_on(day, MANDATE.c))


def in_list_order(
    attendances: Iterable[Attendance], mandates: Iterable[Mandate]
) -> tuple[Attendance, ...]:
    """Return who is on a list by role, substitutes as they serve, then by name."""
    ranks = {each.id: each.rank for each in mandates}

    def turn(each: Attendance) -> tuple[object, ...]:
        substitute = each.role is AttendanceRole.SUBSTITUTE
        rank = ranks.get(each.mandate_id or "") if substitute else None
        return _ROLES[each.role], LAST_RANK if rank is None else rank, sort_key(each.name), each.id

    return tuple(sorted(attendances, key=turn))


def disqualified_of(reader: Connection, meeting_id: str) -> dict[str, frozenset[str]]:
    """Return the ids of those who take no part in a row of a meeting (jäv), by the row."""
    section, part = TABLES["section"].c, TABLES["disqualification"].c
    found = select(section.item_id, part.attendance_id).where(
        section.meeting_id == meeting_id, part.section_id == section.id,
        part.attendance_id.is_not(None), section.item_id.is_not(None),
    )  # fmt: skip
    out: dict[str, set[str]] = defaultdict(set)
    for row in reader.execute(found):
        out[row.item_id].add(row.attendance_id)
    return {item_id: frozenset(ids) for item_id, ids in out.items()}


def handled_rows(reader: Connection, meeting_id: str) -> tuple[str, ...]:
    """Return the ids of a meeting's rows in the order in which they were handled."""
    meetings = records(reader, Meeting, MEETING.c.id == meeting_id)
    runs = records(reader, AgendaRun, TABLES["agenda_run"].c.meeting_id == meeting_id)
    return handled_order(meetings[0].items, runs) if meetings else ()


def open_rows(view: AttendanceView) -> tuple[Attendance, ...]:
    """Return who may be told of outside: not those who present nothing but closed rows."""
    return told_attendances(view.meeting.items, view.rows)
