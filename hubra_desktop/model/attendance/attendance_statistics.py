"""How often each has come to a body's meetings in a year, by person and by group.

A meeting counts once its roll has been called. Somebody is counted for the meetings on
whose lists they stand with a seat: who came to the body in June owes nothing of the spring.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole, AttendanceStatus
from hubra_desktop.model.attendance.presence import VOTING_ROLES, reach, stays_of
from hubra_desktop.model.records.attendance import Attendance, AttendanceStay
from hubra_desktop.model.swedish import folded, sort_key

_ROLES = {role: place for place, role in enumerate(AttendanceRole)}


@dataclass(frozen=True)
class HeldList:
    """A meeting whose roll has been called, and its list.

    ``order`` are the ids of its rows as they were handled; ``disqualified``, by row, the ids of
    those who took no part in it (jäv).
    """

    day: date
    people: tuple[Attendance, ...]
    order: tuple[str, ...] = ()
    disqualified: Mapping[str, Collection[str]] = field(default_factory=dict)

    def was_partly(self, each: Attendance) -> bool:
        """Tell whether somebody was out for a while, other than where they had to be.

        The law sends out whoever has a jäv: that is no absence.
        """
        stays = sorted(stays_of(each), key=lambda stay: reach(stay, self.order))
        came = {(stay.came_item_id, stay.came) for stay in stays}
        if came == {(stay.left_item_id, stay.left) for stay in stays}:
            return False
        gaps = pairwise((AttendanceStay(), *stays, AttendanceStay()))
        return not all(
            (one.left_item_id, one.left) == (other.came_item_id, other.came)
            or self._had_to_be_out(each.id, place, stays)
            for place, (one, other) in enumerate(gaps)
        )

    def _had_to_be_out(self, who: str, place: int, stays: Sequence[AttendanceStay]) -> bool:
        """Tell whether every row before a stay, since the one before it, was barred to them."""
        first = reach(stays[place - 1], self.order)[1] if place else 0
        last = reach(stays[place], self.order)[0] if place < len(stays) else len(self.order)
        missed = self.order[first:last]
        return bool(missed) and all(who in self.disqualified.get(row, ()) for row in missed)


_Row = tuple[HeldList, Attendance]


@dataclass(frozen=True, kw_only=True)
class AttendanceTally:
    """How many meetings somebody (or a group) was called to, and came to.

    ``meetings`` are those on whose lists they stand, ``served`` those at which a substitute
    served, ``remote`` those that they took part in from afar, ``partly`` those they were
    not at all the time, though nothing sent them out. ``days`` are those that they missed.
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
    rows = [(one, each) for one in held for each in one.people if _has_seat(each)]
    by_person: dict[str, list[_Row]] = {}
    by_group: dict[str, list[_Row]] = {}
    for one, each in rows:
        by_person.setdefault(each.person_id or folded(each.name), []).append((one, each))
        if each.role in VOTING_ROLES and each.group.strip():
            by_group.setdefault(folded(each.group), []).append((one, each))
    seats = [(one, each) for one, each in rows if each.role in VOTING_ROLES]
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
    by_person: Mapping[str, list[_Row]],
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
    rows: Sequence[_Row],
    latest: Attendance | None = None,
) -> AttendanceTally:
    """Count the rows of somebody; a substitute who did not come was not absent."""
    there = [(one, each) for one, each in rows if each.status is AttendanceStatus.PRESENT]
    came = [each for _, each in there]
    seated = [(one.day, each) for one, each in rows if each.role in VOTING_ROLES]
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
        partly=sum(one.was_partly(each) for one, each in there),
        excused=excused,
        absent=len(missed) - excused,
        served=sum(any(stay.serves_for_id for stay in stays_of(each)) for each in came),
        remote=sum(any(stay.remote for stay in stays_of(each)) for each in came),
        days=tuple(day for day, _ in missed),
    )
