"""The attendance of a meeting: the list, the roll-call, who comes and goes, and who serves.

A row of the agenda (``item_id``) is the first one taken part in, or the first one not; None
is the meeting's beginning or end. Clock times (``at``) are minutes since midnight of the
meeting's date, None where nobody noted them.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from hubra_desktop.model.attendance.attendance_terms import (
    AttendanceReply,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.attendance.presence import (
    NOT_THERE,
    VOTING_ROLES,
    entered,
    inside_places,
    is_away,
    left_at,
    remote_from,
    served_places,
    serving_at,
    stay_at,
    stays_of,
)
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.attendance import Attendance, AttendanceStay
from hubra_desktop.model.timetable import next_day
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Step, found
from hubra_desktop.work.queries.attendance import attendance_of


@dataclass(frozen=True)
class Reply(Step):
    """Note what somebody answered to the call: one who is prevented is away until ticked."""

    attendance_id: str
    reply: AttendanceReply
    day: dt.date | None = None
    text: str = ""
    label: ClassVar[str] = "reply-attendance"

    def apply(self, rows: Rows) -> None:
        each = found(rows, Attendance, self.attendance_id)
        status = each.status
        prevented = self.reply is AttendanceReply.PREVENTED
        if prevented and status is AttendanceStatus.OPEN:
            status = AttendanceStatus.EXCUSED
        elif not prevented and self.reply is not each.reply and status is AttendanceStatus.EXCUSED:
            status = AttendanceStatus.OPEN
        values = {"reply": self.reply, "reply_text": self.text.strip(), "status": status}
        day = None if self.reply is AttendanceReply.NONE else self.day
        rows.change(Attendance, each.id, {**values, "replied_on": day})


@dataclass(frozen=True)
class CallSubstitute(Step):
    """Note that a substitute was called in a member's place; without a member, no longer."""

    attendance_id: str
    for_id: str | None
    day: dt.date | None = None
    label: ClassVar[str] = "call-substitute"

    def apply(self, rows: Rows) -> None:
        room = _Room(rows, self.attendance_id)
        substitute = room.substitute(self.attendance_id)
        if self.for_id is None:
            rows.change(Attendance, substitute.id, {"called_for_id": None, "called_on": None})
            return
        member = room.member(self.for_id)
        room.refuse_called_twice(substitute, member)
        values = {"called_for_id": member.id, "called_on": self.day}
        rows.change(Attendance, substitute.id, values)


@dataclass(frozen=True)
class Tick(Step):
    """Note at the roll-call whether somebody is there from the beginning.

    A called substitute who is there serves for the member who is not.
    """

    attendance_id: str
    status: AttendanceStatus
    label: ClassVar[str] = "tick-attendance"

    def apply(self, rows: Rows) -> None:
        room = _Room(rows, self.attendance_id)
        each = room.row(self.attendance_id)
        if self.status is AttendanceStatus.PRESENT:
            stays = stays_of(each) or (AttendanceStay(),)
        else:
            stays = ()
        room.put(replace(each, status=self.status, stays=stays))
        room.free_seat(each.id)
        room.seat_called(each)


@dataclass(frozen=True)
class Arrive(Step):
    """Let somebody come in before a row; one who is inside goes on in another way (remote)."""

    attendance_id: str
    at: int | None
    item_id: str | None
    remote: bool = False
    label: ClassVar[str] = "arrive-attendance"

    def apply(self, rows: Rows) -> None:
        room = _Room(rows, self.attendance_id)
        each = room.row(self.attendance_id)
        order, at = room.order, room.clock(self.at)
        inside = stay_at(each, self.item_id, order)
        if inside is not None and inside.remote == self.remote:
            raise refusal("{name} är redan inne.", name=room.name(each.id))
        if inside is None:
            stays = entered(stays_of(each), order, at, self.item_id, remote=self.remote)
        else:
            stays = remote_from(stays_of(each), order, at, self.item_id, remote=self.remote)
        room.put(replace(each, status=AttendanceStatus.PRESENT, stays=stays))
        room.free_seat(each.id, {room.place(self.item_id): at})


@dataclass(frozen=True)
class Leave(Step):
    """Let somebody go before a row; without a row, after the last one."""

    attendance_id: str
    at: int | None
    item_id: str | None
    label: ClassVar[str] = "leave-attendance"

    def apply(self, rows: Rows) -> None:
        room = _Room(rows, self.attendance_id)
        each = room.row(self.attendance_id)
        room.place(self.item_id)
        before = stays_of(each)
        after = left_at(before, room.order, room.clock(self.at), self.item_id)
        if after == before:
            raise refusal("{name} är inte inne då.", name=room.name(each.id))
        room.put(replace(each, stays=after))


@dataclass(frozen=True)
class Serve(Step):
    """Let a substitute who is inside serve for a member from a row, as long as that one is out."""

    attendance_id: str
    for_id: str
    at: int | None = None
    item_id: str | None = None
    label: ClassVar[str] = "serve-attendance"

    def apply(self, rows: Rows) -> None:
        room = _Room(rows, self.attendance_id)
        substitute, member = room.substitute(self.attendance_id), room.member(self.for_id)
        room.serve(substitute, member, room.place(self.item_id), room.clock(self.at))


@dataclass(frozen=True)
class StopServing(Step):
    """Let a substitute serve no longer from a row, and stay in the room."""

    attendance_id: str
    at: int | None = None
    item_id: str | None = None
    label: ClassVar[str] = "stop-serving"

    def apply(self, rows: Rows) -> None:
        room = _Room(rows, self.attendance_id)
        each = room.substitute(self.attendance_id)
        place = room.place(self.item_id)
        stay = stay_at(each, self.item_id, room.order)
        if stay is None or stay.serves_for_id is None:
            raise refusal("{name} tjänstgör inte då.", name=room.name(each.id))
        served = served_places(stays_of(each), room.order, stay.serves_for_id)
        kept = {other for other in served if other < place}
        room.write_service(each, stay.serves_for_id, kept, {place: room.clock(self.at)})


class _Room:
    """A meeting's attendance as one command reads and writes it."""

    def __init__(self, rows: Rows, attendance_id: str) -> None:
        meeting_id = found(rows, Attendance, attendance_id).meeting_id
        view = attendance_of(rows.connection, meeting_id)
        self.rows = rows
        self.order = view.order
        self.opened = view.meeting.opened_at
        self.disqualified = view.disqualified
        self.known = {each.id: each for each in view.rows}

    def row(self, attendance_id: str) -> Attendance:
        if attendance_id not in self.known:
            raise refusal("Personen står inte i sammanträdets närvarolista.")
        return self.known[attendance_id]

    def name(self, attendance_id: str) -> str:
        each = self.row(attendance_id)
        return each.name or each.unit

    def substitute(self, attendance_id: str) -> Attendance:
        each = self.row(attendance_id)
        if each.role is not AttendanceRole.SUBSTITUTE:
            raise refusal("{name} är inte ersättare.", name=self.name(each.id))
        return each

    def member(self, attendance_id: str) -> Attendance:
        each = self.row(attendance_id)
        if each.role not in VOTING_ROLES:
            raise refusal("{name} är inte ledamot.", name=self.name(each.id))
        return each

    def clock(self, at: int | None) -> int | None:
        """Return a clock time as the meeting counts it: after midnight it goes on from 24.00."""
        return at if at is None or self.opened is None else next_day(at, self.opened)

    def place(self, item_id: str | None) -> int:
        if item_id is None:
            return 0
        if item_id not in self.order:
            raise refusal("Punkten står inte på sammanträdets lista.")
        return self.order.index(item_id)

    def put(self, after: Attendance) -> None:
        self.rows.put(after, was=self.known[after.id])
        self.known[after.id] = found(self.rows, Attendance, after.id)

    def refuse_called_twice(self, substitute: Attendance, member: Attendance) -> None:
        """Refuse a second substitute for a member, unless the first cannot come."""
        other = next(
            (
                each
                for each in self.known.values()
                if each.called_for_id == member.id
                and each.id != substitute.id
                and not is_away(each)
            ),
            None,
        )
        if other is not None:
            raise refusal(
                "{name} är redan kallad för {other}.",
                name=self.name(other.id),
                other=self.name(member.id),
            )

    def serve(self, substitute: Attendance, member: Attendance, first: int, at: int | None) -> None:
        """Let a substitute serve from a place, until the member is inside or they go."""
        inside = inside_places(stays_of(substitute), self.order)
        if first not in inside:
            raise refusal("{name} är inte inne då.", name=self.name(substitute.id))
        out = self._out(member)
        if first not in out:
            raise refusal(
                "{name} är själv inne och kan inte ersättas då.", name=self.name(member.id)
            )
        self._refuse_two(substitute, member, first)
        free = inside & out - self._taken(substitute, member)
        places = set(served_places(stays_of(substitute), self.order, member.id))
        place = first
        while place in free:
            places.add(place)
            place += 1
        self.write_service(substitute, member.id, places, {first: at})

    def write_service(
        self,
        substitute: Attendance,
        member_id: str,
        places: Collection[int],
        clocks: Mapping[int, int | None],
    ) -> None:
        stays = serving_at(stays_of(substitute), self.order, member_id, places, clocks)
        if stays != substitute.stays:
            self.put(replace(substitute, stays=stays))

    def free_seat(self, member_id: str, clocks: Mapping[int, int | None] | None = None) -> None:
        """Let those who serve for a member stop where the member is inside."""
        out = self._out(self.known[member_id])
        for each in list(self.known.values()):
            served = served_places(stays_of(each), self.order, member_id)
            if served - out:
                self.write_service(each, member_id, served & out, clocks or {})

    def seat_called(self, ticked: Attendance) -> None:
        """Let called substitutes who are there serve for a member who is not.

        It is the member who was ticked, or the one for whom that one was called.
        """
        for each in list(self.known.values()):
            member = self.known.get(each.called_for_id or "")
            idle = each.stays and not any(stay.serves_for_id for stay in each.stays)
            if member is None or member.id not in {ticked.id, ticked.called_for_id}:
                continue
            if not idle or member.status not in NOT_THERE:
                continue
            inside = 0 in inside_places(stays_of(each), self.order)
            if inside and self.is_free(each, member, 0):
                self.serve(each, member, 0, None)

    def is_free(self, substitute: Attendance, member: Attendance, place: int) -> bool:
        """Tell whether a member's seat is empty at a place, and the substitute can take it."""
        return place in self._out(member) - self._taken(substitute, member)

    def _out(self, member: Attendance) -> set[int]:
        """Return the places at which a member is out of the room, or takes no part (jäv)."""
        inside = inside_places(stays_of(member), self.order)
        barred = (self.disqualified.get(item_id, frozenset()) for item_id in self.order)
        jav = {place for place, ids in enumerate(barred) if member.id in ids}
        return set(range(max(1, len(self.order)))) - (inside - jav)

    def _taken(self, substitute: Attendance, member: Attendance) -> set[int]:
        """Return the places at which another serves for the member, or this one for another."""
        others = (each for each in self.known.values() if each.id != substitute.id)
        taken = {
            place
            for each in others
            for place in served_places(stays_of(each), self.order, member.id)
        }
        for stay in stays_of(substitute):
            if stay.serves_for_id not in (None, member.id):
                taken |= inside_places((stay,), self.order)
        return taken

    def _refuse_two(self, substitute: Attendance, member: Attendance, first: int) -> None:
        for each in self.known.values():
            theirs = {stay.serves_for_id for stay in stays_of(each)} - {None}
            for served in theirs:
                same = each.id == substitute.id, served == member.id
                if same[0] != same[1] and first in served_places(
                    stays_of(each), self.order, str(served)
                ):
                    raise refusal(
                        "{name} tjänstgör redan för {other}.",
                        name=self.name(each.id),
                        other=self.name(str(served)),
                    )
