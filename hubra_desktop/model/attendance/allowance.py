"""What is paid for a meeting: computed from who was inside, how long, and the year's rates.

A rate is for a role and a kind of thing. The chair and the vice chair have the members' rate
where they have none of their own, and a substitute who served is paid as a member. What no
rate is given for is not paid. Time is counted from when somebody came in, at the earliest the
opening, until the person left, pauses counted.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Final

from hubra_desktop.model.attendance.attendance_terms import (
    AllowanceKind,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.attendance.presence import clock_spans
from hubra_desktop.model.records.attendance import (
    AllowancePeriod,
    AllowanceRate,
    AllowanceRow,
    Attendance,
)
from hubra_desktop.model.swedish import folded, sort_key

RATED_ROLES: Final = (
    AttendanceRole.MEMBER,
    AttendanceRole.CHAIR,
    AttendanceRole.VICE_CHAIR,
    AttendanceRole.SUBSTITUTE,
    AttendanceRole.CO_OPTED,
)
"""The roles that a rate may be for."""
HALF_HOUR: Final = 30
"""How many minutes are begun when one more half hour is paid."""

_ALSO_AS: Final[Mapping[AttendanceRole, tuple[AttendanceRole, ...]]] = {
    AttendanceRole.CHAIR: (AttendanceRole.MEMBER,),
    AttendanceRole.VICE_CHAIR: (AttendanceRole.MEMBER,),
}
"""The roles whose rates hold where a role has none of its own."""


@dataclass(frozen=True, kw_only=True)
class MeetingTimes:
    """When a meeting really was, in minutes since midnight of its day; None: not known.

    ``begun`` tells when each row was first taken up, by its id.
    """

    id: str
    date: date
    opened: int | None = None
    ended: int | None = None
    begun: Mapping[str, int] = field(default_factory=dict)

    @property
    def known(self) -> bool:
        """Return whether it is known how long the meeting was."""
        return self.opened is not None and self.ended is not None


class RateTable:
    """The rates of one year."""

    def __init__(self, rates: Iterable[AllowanceRate], year: int) -> None:
        self.year = year
        self._rates = {(each.role, each.kind): each for each in rates if each.year == year}

    def __bool__(self) -> bool:
        return bool(self._rates)

    def rate(self, role: AttendanceRole, kind: AllowanceKind, seat: str) -> AllowanceRate | None:
        """Return what is paid to somebody in a role who holds a seat of a sort, if anything is."""
        for each in (role, *_ALSO_AS.get(role, ())):
            found = self._rates.get((each, kind))
            if found is not None:
                fits = not found.seat.strip() or folded(found.seat) == folded(seat)
                return found if fits else None
        return None

    def has(self, kind: AllowanceKind) -> bool:
        """Return whether anybody is paid for a kind of thing."""
        return any(each is kind for _, each in self._rates)


def paid_role(attendance: Attendance) -> AttendanceRole:
    """Return the role that somebody is paid in: a substitute who served is paid as a member."""
    served = any(stay.serves_for_id for stay in attendance.stays)
    is_substitute = attendance.role is AttendanceRole.SUBSTITUTE
    return AttendanceRole.MEMBER if is_substitute and served else attendance.role


def minutes_inside(attendance: Attendance, times: MeetingTimes) -> int | None:
    """Return how long somebody was inside, None where it is not known how long the meeting was."""
    if attendance.status is not AttendanceStatus.PRESENT:
        return 0
    if times.opened is None or times.ended is None:
        return None
    spans = clock_spans(attendance, times.opened, times.ended, times.begun)
    return sum(left - came for came, left in spans)


def half_hours(minutes: int, first: AllowanceRate | None) -> int:
    """Return how many half hours are begun after those that the first hours cover."""
    if first is not None and first.covers is None:
        return 0
    covered = first.covers or 0 if first is not None else 0
    return -(-max(0, minutes - covered) // HALF_HOUR)


def allowance_rows(
    attendance: Attendance, times: MeetingTimes, rates: RateTable, seat: str = ""
) -> tuple[AllowanceRow, ...]:
    """Return what somebody is paid for one meeting; ``seat`` is the sort of seat that they hold.

    Where it is not known how long the meeting was, no half hours are counted.
    """
    minutes = minutes_inside(attendance, times)
    if minutes == 0:
        return ()
    return tuple(row for row in _rows(attendance, times, rates, seat) if row.amount_ore)


def _rows(
    attendance: Attendance, times: MeetingTimes, rates: RateTable, seat: str
) -> Iterator[AllowanceRow]:
    role, minutes = paid_role(attendance), minutes_inside(attendance, times) or 0

    def made(kind: AllowanceKind, units: int, ore: int, most: int | None = None) -> AllowanceRow:
        amount = units * ore
        return AllowanceRow(
            meeting_id=times.id, attendance_id=attendance.id, person_id=attendance.person_id,
            name=attendance.name, role=role, kind=kind, units=units, rate_ore=ore,
            amount_ore=amount if most is None else min(amount, most),
        )  # fmt: skip

    first = rates.rate(role, AllowanceKind.FIRST_HOURS, seat)
    if first is not None:
        yield made(AllowanceKind.FIRST_HOURS, 1, first.amount_ore)
    more = rates.rate(role, AllowanceKind.HALF_HOUR, seat)
    if more is not None:
        yield made(AllowanceKind.HALF_HOUR, half_hours(minutes, first), more.amount_ore)
    before = rates.rate(role, AllowanceKind.PRE_MEETING, seat)
    if before is not None and attendance.pre_meeting:
        yield made(AllowanceKind.PRE_MEETING, 1, before.amount_ore)
    lost = rates.rate(role, AllowanceKind.LOST_INCOME, seat)
    if lost is not None:
        ore = attendance.lost_income_ore or 0
        yield made(AllowanceKind.LOST_INCOME, 1, ore, lost.ceiling_ore)
    travel = rates.rate(role, AllowanceKind.TRAVEL, seat)
    if travel is not None:
        km, most = attendance.travel_km or 0, travel.ceiling_ore
        by_road = made(AllowanceKind.TRAVEL, km, travel.amount_ore, most)
        yield by_road
        rest = None if most is None else most - by_road.amount_ore
        yield made(AllowanceKind.TRAVEL, 1, attendance.travel_ore or 0, rest)


def claimed(attendance: Attendance) -> Iterator[AllowanceKind]:
    """Yield what somebody who was there wants to be paid beside the time."""
    if attendance.status is not AttendanceStatus.PRESENT:
        return
    if attendance.pre_meeting:
        yield AllowanceKind.PRE_MEETING
    if attendance.lost_income_ore:
        yield AllowanceKind.LOST_INCOME
    if attendance.travel_ore or attendance.travel_km:
        yield AllowanceKind.TRAVEL


def signed_ore(row: AllowanceRow) -> int:
    """Return what a row adds to the sum, less than nothing where it takes back."""
    return -row.amount_ore if row.lowers else row.amount_ore


def sum_ore(rows: Iterable[AllowanceRow]) -> int:
    """Return what rows come to, in öre."""
    return sum(map(signed_ore, rows))


def by_person(rows: Iterable[AllowanceRow]) -> tuple[tuple[AllowanceRow, ...], ...]:
    """Return the rows of each person, people in Swedish order; namesakes stand apart."""

    def who(row: AllowanceRow) -> tuple[tuple[object, ...], str]:
        return (sort_key(row.name),), row.person_id or ""

    return tuple(tuple(own) for _, own in groupby(sorted(rows, key=who), key=who))


def sums_by_kind(rows: Iterable[AllowanceRow]) -> dict[AllowanceKind, int]:
    """Return what each kind of thing comes to, in the order of the kinds."""
    kept = tuple(rows)
    sums = {kind: sum_ore(row for row in kept if row.kind is kind) for kind in AllowanceKind}
    return {kind: ore for kind, ore in sums.items() if ore}


def is_later(row: AllowanceRow) -> bool:
    """Return whether a row was written for a closed list, and not computed: it says why."""
    return bool(row.corrects_id or row.reason.strip())


def left_of(row: AllowanceRow, corrections: Iterable[AllowanceRow]) -> int:
    """Return what a row comes to with the corrections that point to it, in öre."""
    return signed_ore(row) + sum_ore(each for each in corrections if each.corrects_id == row.id)


@dataclass(frozen=True, kw_only=True)
class AllowanceForecast:
    """What a year's allowances are heading for, in öre; ``planned`` is None where none is.

    ``booked`` is what the ledger says, each list in one year only; ``closed`` is in closed
    lists of the year that are not booked, ``held`` is earned at meetings of no closed list.
    ``coming`` meetings are left of the year, at ``each`` öre; None: nothing tells what one costs.
    """

    year: int
    planned: int | None = None
    booked: int = 0
    closed: int = 0
    held: int = 0
    coming: int = 0
    each: int | None = None

    @property
    def expected(self) -> int:
        """Return what the meetings that are left come to."""
        return self.coming * (self.each or 0)

    @property
    def total(self) -> int:
        """Return what the year is heading for."""
        return self.booked + self.closed + self.held + self.expected

    @property
    def rest(self) -> int | None:
        """Return what is left of what is planned, less than nothing where it is exceeded."""
        return None if self.planned is None else self.planned - self.total


def overlaps(first: AllowancePeriod, other: AllowancePeriod) -> bool:
    """Return whether two periods share a day."""
    return first.first <= other.last and other.first <= first.last
