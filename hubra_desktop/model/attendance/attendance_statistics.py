"""How often each has come to a body's meetings in a year, by person and by group.

A meeting counts once its roll has been called. Somebody is counted for the meetings on
whose lists they stand with a seat: who came to the body in June owes nothing of the spring.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole, AttendanceStatus
from hubra_desktop.model.attendance.presence import VOTING_ROLES, stays_of
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.swedish import folded, sort_key

_ROLES = {role: place for place, role in enumerate(AttendanceRole)}


@dataclass(frozen=True)
class HeldList:
    """A meeting whose roll has been called, and its list."""

    day: date
    people: tuple[Attendance, ...]


@dataclass(frozen=True, kw_only=True)
class AttendanceTally:
    """How many meetings somebody (or a group) was called to, and came to.

    ``meetings`` are those on whose lists they stand, ``served`` those at which a substitute
    served, ``remote`` those that they took part in from afar, ``partly`` those they were
    not at all the time. ``days`` are those that they missed.
    """

    id: str
    name: str
    role: AttendanceRole | None = None
    party: str = ""
    group: str = ""
    meetings: int = 0
    present: int = 0
    partly: int = 0
    excused: int = 0
    absent: int = 0
    served: int = 0
    remote: int = 0
    days: tuple[date, ...] = ()

    @property
    def share(self) -> int | None:
        """Return how many of a hundred meetings they came to, None for no meeting."""
        return round(100 * self.present / self.meetings) if self.meetings else None


@dataclass(frozen=True, kw_only=True)
class AttendanceYear:
    """The tallies of a year: of members and substitutes, of groups, and of all members."""

    year: int
    days: tuple[date, ...] = ()
    people: tuple[AttendanceTally, ...] = ()
    groups: tuple[AttendanceTally, ...] = ()
    members: AttendanceTally = field(default_factory=lambda: AttendanceTally(id="all", name=""))


def roll_called(people: Iterable[Attendance]) -> bool:
    """Tell whether the roll of a list has been called."""
    return any(each.status is AttendanceStatus.PRESENT for each in people)


def attendance_year(year: int, held: Sequence[HeldList]) -> AttendanceYear:
    """Return the tallies of a year's meetings whose rolls were called, the earliest first."""
    rows = [(one.day, each) for one in held for each in one.people if _has_seat(each)]
    by_person: dict[str, list[tuple[date, Attendance]]] = {}
    by_group: dict[str, list[tuple[date, Attendance]]] = {}
    for day, each in rows:
        by_person.setdefault(each.person_id or folded(each.name), []).append((day, each))
        if each.role in VOTING_ROLES and each.group.strip():
            by_group.setdefault(folded(each.group), []).append((day, each))
    seats = [(day, each) for day, each in rows if each.role in VOTING_ROLES]
    return AttendanceYear(
        year=year,
        days=tuple(one.day for one in held),
        people=_in_turn(by_person),
        groups=tuple(
            _tally(key, mine[-1][1].group, mine)
            for key, mine in sorted(by_group.items(), key=lambda each: sort_key(each[0]))
        ),
        members=_tally("all", "", seats),
    )


def _has_seat(each: Attendance) -> bool:
    return each.role in VOTING_ROLES or each.role is AttendanceRole.SUBSTITUTE


def _in_turn(
    by_person: Mapping[str, list[tuple[date, Attendance]]],
) -> tuple[AttendanceTally, ...]:
    """Return a tally of each person, told as on the latest list: by role, then by name."""
    tallies = []
    for key, mine in by_person.items():
        latest = mine[-1][1]
        tallies.append(_tally(key, latest.name, mine, latest))
    return tuple(sorted(tallies, key=lambda each: (_place(each.role), sort_key(each.name))))


def _place(role: AttendanceRole | None) -> int:
    return len(_ROLES) if role is None else _ROLES[role]


def _tally(
    key: str,
    name: str,
    rows: Sequence[tuple[date, Attendance]],
    latest: Attendance | None = None,
) -> AttendanceTally:
    """Count the rows of somebody; a substitute who did not come was not absent."""
    came = [each for _, each in rows if each.status is AttendanceStatus.PRESENT]
    seated = [(day, each) for day, each in rows if each.role in VOTING_ROLES]
    missed = [(day, each) for day, each in seated if each not in came]
    excused = sum(each.status is AttendanceStatus.EXCUSED for _, each in missed)
    return AttendanceTally(
        id=key,
        name=name,
        role=latest.role if latest else None,
        party=latest.party if latest else "",
        group=latest.group if latest else "",
        meetings=len(rows),
        present=len(came),
        partly=sum(map(_was_partly, came)),
        excused=excused,
        absent=len(missed) - excused,
        served=sum(any(stay.serves_for_id for stay in stays_of(each)) for each in came),
        remote=sum(any(stay.remote for stay in stays_of(each)) for each in came),
        days=tuple(day for day, _ in missed),
    )


def _was_partly(each: Attendance) -> bool:
    """Tell whether somebody was out for a while: a stay then ends where no other goes on."""
    stays = stays_of(each)
    came = {(stay.came_item_id, stay.came) for stay in stays}
    return came != {(stay.left_item_id, stay.left) for stay in stays}
