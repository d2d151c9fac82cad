"""Who sits on a body on a day, held against the body's own rules: seats, groups, substitutes.

A body has the seats that its rules give it and no others; one whose rules say nothing of
seats has no free ones. Findings about a composition are in ``composition_findings``.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from hubra_desktop.model.records.council import Mandate
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.swedish import folded, sort_key
from hubra_desktop.model.terms import Role

SEATED: Final = (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER)
"""The roles that hold a seat; the others take part without one."""
ROLES: Final = tuple(Role)
LAST_RANK: Final = 10**9


@dataclass(frozen=True, kw_only=True)
class Seated:
    """A mandate with the names to show: who holds it, whom they represent and stand in for."""

    mandate: Mandate
    person: str
    represents: str = ""
    substitute_for: str = ""

    @property
    def id(self) -> str:
        """Return the mandate's id."""
        return self.mandate.id


@dataclass(frozen=True, kw_only=True)
class SeatSort:
    """A sort of seats and who holds them; ``seats`` is how many the rules give."""

    name: str
    seats: int
    held: tuple[Seated, ...] = ()

    @property
    def free(self) -> int:
        """Return how many seats nobody holds."""
        return max(0, self.seats - len(self.held))

    @property
    def over(self) -> int:
        """Return how many more hold a seat than there are seats."""
        return max(0, len(self.held) - self.seats)


@dataclass(frozen=True, kw_only=True)
class PoliticalGroup:
    """A political group and those of it who hold a seat or stand in."""

    name: str
    members: tuple[Seated, ...] = ()
    substitutes: tuple[Seated, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WantedBody:
    """A body that the rules want represented, and by whom it is."""

    body_id: str
    name: str
    note: str = ""
    by: tuple[Seated, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Composition:
    """Who sits on a body on a day.

    ``sorts`` are the seats by the rules' sorts, ``unplaced`` those who hold a seat of no sort
    that the rules know. ``substitutes`` stand in the order in which they serve, ``others``
    take part without a seat. ``ending`` are the mandates that end soon after the day, and
    ``ended`` those that ended a short while before.
    """

    body: str
    day: dt.date
    rules: BodyRules
    ruled: bool = True
    sorts: tuple[SeatSort, ...] = ()
    unplaced: tuple[Seated, ...] = ()
    substitutes: tuple[Seated, ...] = ()
    others: tuple[Seated, ...] = ()
    groups: tuple[PoliticalGroup, ...] = ()
    wanted: tuple[WantedBody, ...] = ()
    ending: tuple[Seated, ...] = ()
    ended: tuple[Seated, ...] = ()

    @property
    def seated(self) -> tuple[Seated, ...]:
        """Return all who hold a seat."""
        held = chain.from_iterable(each.held for each in self.sorts)
        return (*held, *self.unplaced)

    @property
    def seats(self) -> int:
        """Return how many seats the rules give in all, 0 where they say nothing of it."""
        return sum(each.seats for each in self.sorts)

    def in_role(self, role: Role) -> tuple[Seated, ...]:
        """Return those who hold a seat in a role."""
        return tuple(each for each in self.seated if each.mandate.role is role)


def holds_on(mandate: Mandate, day: dt.date) -> bool:
    """Tell whether a mandate holds on a day; one without a beginning or an end always did."""
    begun = mandate.valid_from is None or mandate.valid_from <= day
    return begun and (mandate.valid_to is None or mandate.valid_to >= day)


def composition(
    mandates: Iterable[Seated],
    rules: BodyRules,
    day: dt.date,
    *,
    body: str = "",
    ruled: bool = True,
    bodies: Mapping[str, str] | None = None,
    serving: Mapping[str, Collection[str]] | None = None,
    soon: int = 90,
) -> Composition:
    """Return who sits on a body on a day.

    ``mandates`` are all that the body has and had. ``bodies`` are the names of the bodies
    that the rules want represented, ``serving`` the bodies that each person serves on the
    day, by the person's id: one who serves a committee represents it too. ``soon`` is how
    many days before and after the day an end is told of.
    """
    known = sorted(mandates, key=_standing)
    now = [each for each in known if holds_on(each.mandate, day)]
    seated = _each_once(each for each in now if each.mandate.role in SEATED)
    substitutes = sorted(
        (each for each in now if each.mandate.role is Role.SUBSTITUTE), key=_serving_order
    )
    sorts, unplaced = _placed(seated, rules)
    span = dt.timedelta(days=soon)
    return Composition(
        body=body,
        day=day,
        rules=rules,
        ruled=ruled,
        sorts=sorts,
        unplaced=unplaced,
        substitutes=tuple(substitutes),
        others=tuple(each for each in now if each.mandate.role not in (*SEATED, Role.SUBSTITUTE)),
        groups=_groups(seated, substitutes),
        wanted=_wanted(seated, rules, bodies or {}, serving or {}),
        ending=_ends_between(known, day, day + span),
        ended=_ends_between(known, day - span, day - dt.timedelta(days=1)),
    )


def _standing(each: Seated) -> tuple[object, ...]:
    return ROLES.index(each.mandate.role), sort_key(each.person), each.id


def _serving_order(each: Seated) -> tuple[object, ...]:
    """Return what substitutes are ordered by: their number, then their name."""
    rank = each.mandate.rank
    return LAST_RANK if rank is None else rank, sort_key(each.person), each.id


def _each_once(seated: Iterable[Seated]) -> list[Seated]:
    """Return each person once, by the weightiest of their roles."""
    found: dict[str, Seated] = {}
    for each in seated:
        found.setdefault(each.mandate.person_id, each)
    return list(found.values())


def _placed(
    seated: Sequence[Seated], rules: BodyRules
) -> tuple[tuple[SeatSort, ...], tuple[Seated, ...]]:
    """Return who holds the seats of each sort, and those whose seat the rules do not know."""
    by_name: dict[str, list[Seated]] = defaultdict(list)
    for each in seated:
        by_name[folded(each.mandate.seat)].append(each)
    sorts = tuple(
        SeatSort(name=seat.name, seats=seat.seats, held=tuple(by_name.pop(folded(seat.name), ())))
        for seat in rules.seats
    )
    left = {each.id for each in chain.from_iterable(by_name.values())}
    return sorts, tuple(each for each in seated if each.id in left)


def _groups(seated: Sequence[Seated], substitutes: Sequence[Seated]) -> tuple[PoliticalGroup, ...]:
    """Return the political groups by name; those of no group are in none."""

    def of(name: str, rows: Sequence[Seated]) -> tuple[Seated, ...]:
        return tuple(each for each in rows if folded(each.mandate.group) == name)

    names = {
        folded(each.mandate.group): each.mandate.group
        for each in (*substitutes, *seated)
        if each.mandate.group.strip()
    }
    return tuple(
        PoliticalGroup(name=names[key], members=of(key, seated), substitutes=of(key, substitutes))
        for key in sorted(names, key=sort_key)
    )


def _wanted(
    seated: Sequence[Seated],
    rules: BodyRules,
    bodies: Mapping[str, str],
    serving: Mapping[str, Collection[str]],
) -> tuple[WantedBody, ...]:
    """Return the bodies that the rules want represented, each with those who do."""

    def represents(each: Seated, body_id: str) -> bool:
        mandate = each.mandate
        return mandate.represents_id == body_id or body_id in serving.get(mandate.person_id, ())

    return tuple(
        WantedBody(
            body_id=committee.body_id,
            name=bodies.get(committee.body_id, ""),
            note=committee.note,
            by=tuple(each for each in seated if represents(each, committee.body_id)),
        )
        for committee in rules.committees
        if committee.body_id is not None
    )


def _ends_between(mandates: Sequence[Seated], first: dt.date, last: dt.date) -> tuple[Seated, ...]:
    """Return the mandates that end in a time and are not followed by one like it, by day."""
    followed = followed_ids(each.mandate for each in mandates)
    ending = [
        (each.mandate.valid_to, place)
        for place, each in enumerate(mandates)
        if each.mandate.valid_to is not None and first <= each.mandate.valid_to <= last
    ]
    rows = (mandates[place] for _, place in sorted(ending))
    return tuple(each for each in rows if each.id not in followed)


def followed_ids(mandates: Iterable[Mandate]) -> frozenset[str]:
    """Return the mandates that the same person goes on from, in the body, without a day between."""
    theirs: dict[tuple[str, str], list[Mandate]] = defaultdict(list)
    for each in mandates:
        theirs[each.person_id, each.body_id].append(each)
    return frozenset(
        each.id
        for group in theirs.values()
        for each in group
        if each.valid_to is not None
        and any(holds_on(other, each.valid_to + dt.timedelta(days=1)) for other in group)
    )
