"""Which substitute is next to be called for a member who is away, and why.

The order is that of the body's rules on the meeting's day. Where the law's rules hold
(``local_government_act``), one who has begun to serve goes before the others.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole
from hubra_desktop.model.attendance.presence import (
    VOTING_ROLES,
    is_away,
    serves_for,
    stay_at,
    stays_of,
)
from hubra_desktop.model.council.composition import LAST_RANK
from hubra_desktop.model.council.rulebook_terms import SubstituteRule
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.council import Mandate
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.swedish import folded, sort_key

NOBODY: Final[Mapping[str, str]] = {}


@dataclass(frozen=True)
class SubstituteTurn:
    """A substitute, whether they can be called, and why they stand where they do or cannot."""

    attendance: Attendance
    free: bool
    reason: str


@dataclass(frozen=True)
class NextSubstitute:
    """Who is next, None for nobody, with the reason in words, and all in their order."""

    attendance: Attendance | None
    reason: str
    turns: tuple[SubstituteTurn, ...] = ()


def next_substitute(
    attendances: Sequence[Attendance],
    absent_id: str,
    rules: BodyRules,
    mandates: Iterable[Mandate],
    *,
    item_id: str | None = None,
    order: Sequence[str] = (),
    promised: Mapping[str, str] = NOBODY,
) -> NextSubstitute:
    """Return who is next to stand in for a member, and why.

    ``mandates`` are those of the day. At a row (``item_id``) those who serve for somebody
    else then are busy, and those who are out cannot. ``promised`` are, by the substitutes'
    ids, the members for whom it is already their turn.
    """
    ruling = _Ruling(attendances, absent_id, rules, mandates, promised)
    if rules.substitute_rule is SubstituteRule.NONE:
        return NextSubstitute(None, say("Organets regler säger inget om ersättare."))
    turns = tuple(
        SubstituteTurn(each, *_freedom(each, absent_id, ruling, item_id, order))
        for each in ruling.queue()
    )
    chosen = next((each for each in turns if each.free), None)
    if chosen is None:
        return NextSubstitute(None, _none_left(ruling, turns), turns)
    passed = [each for each in turns[: turns.index(chosen)] if not each.free]
    reason = " ".join([chosen.reason, *(each.reason for each in passed)])
    return NextSubstitute(chosen.attendance, reason, turns)


def substitutes_in_turn(
    attendances: Sequence[Attendance], rules: BodyRules, mandates: Sequence[Mandate]
) -> dict[str, NextSubstitute]:
    """Return who is next for each member who is away and has nobody, each substitute once.

    By the members' ids, in the order of the list: the first of them gets the first in turn.
    """
    coming = [each for each in attendances if not is_away(each)]
    cared_for = {each.called_for_id for each in coming}
    cared_for |= {stay.serves_for_id for each in coming for stay in stays_of(each)}
    found: dict[str, NextSubstitute] = {}
    promised: dict[str, str] = {}
    for each in attendances:
        if each.role in VOTING_ROLES and is_away(each) and each.id not in cared_for:
            turn = next_substitute(attendances, each.id, rules, mandates, promised=promised)
            found[each.id] = turn
            if turn.attendance is not None:
                promised[turn.attendance.id] = each.id
    return found


class _Ruling:
    """The rule by which substitutes serve, with what it needs to know of the meeting's day."""

    def __init__(
        self,
        attendances: Sequence[Attendance],
        absent_id: str,
        rules: BodyRules,
        mandates: Iterable[Mandate],
        promised: Mapping[str, str],
    ) -> None:
        self.known = {each.id: each for each in attendances}
        self.mandates = {each.id: each for each in mandates}
        self.rules = rules
        self.promised = promised
        self.absent = self.known[absent_id]

    def name_of(self, attendance_id: str) -> str:
        return self.known[attendance_id].name if attendance_id in self.known else ""

    def mandate(self, each: Attendance) -> Mandate | None:
        return self.mandates.get(each.mandate_id or "")

    def rank(self, each: Attendance) -> int | None:
        mandate = self.mandate(each)
        return mandate.rank if mandate else None

    def queue(self) -> list[Attendance]:
        """Return the substitutes that the rule allows, in its order."""
        waiting = [each for each in self.known.values() if self._may_serve(each)]
        return sorted(waiting, key=self._turn)

    def _may_serve(self, each: Attendance) -> bool:
        if each.role is not AttendanceRole.SUBSTITUTE or each.id == self.absent.id:
            return False
        if self.rules.substitute_rule is SubstituteRule.PERSONAL:
            mandate = self.mandate(each)
            member = self.absent.mandate_id
            return (
                member is not None and mandate is not None and mandate.substitute_for_id == member
            )
        if self.rules.substitute_rule is SubstituteRule.GROUP:
            return folded(each.group) == folded(self.absent.group)
        return True

    def _turn(self, each: Attendance) -> tuple[object, ...]:
        rank = self.rank(each)
        return not self.precedes(each), LAST_RANK if rank is None else rank, sort_key(each.name)

    def precedes(self, each: Attendance) -> bool:
        """Tell whether somebody has begun to serve and therefore goes before the others."""
        begun = any(stay.serves_for_id for stay in stays_of(each))
        return self.rules.local_government_act and begun

    def why(self, each: Attendance) -> str:
        """Say why it is this one's turn."""
        name = each.name
        if self.precedes(each):
            return say("{name} har redan tjänstgjort och går före de andra.", name=name)
        if self.rules.substitute_rule is SubstituteRule.PERSONAL:
            other = self.absent.name
            return say("{name} är personlig ersättare för {other}.", name=name, other=other)
        rank = self.rank(each)
        if self.rules.substitute_rule is SubstituteRule.GROUP and self.absent.group:
            group = self.absent.group
            if rank is None:
                return say("{name} är ersättare i gruppen {group}.", name=name, group=group)
            return say("{name} är nummer {n} i gruppen {group}.", name=name, n=rank, group=group)
        if rank is None:
            return say("{name} har inget nummer i ordningen.", name=name)
        return say("{name} är nummer {n} i ordningen.", name=name, n=rank)


def _freedom(
    each: Attendance,
    absent_id: str,
    ruling: _Ruling,
    item_id: str | None,
    order: Sequence[str],
) -> tuple[bool, str]:
    """Tell whether somebody can stand in for the member, and why, or why not."""
    name = each.name
    if is_away(each):
        return False, say("{name} kan inte komma.", name=name)
    if item_id is not None and stay_at(each, item_id, order) is None:
        return False, say("{name} är inte inne då.", name=name)
    serving = serves_for(each, item_id, order)
    for busy, sentence in (
        (serving, N_("{name} tjänstgör för {other}.")),
        (each.called_for_id, N_("{name} är kallad för {other}.")),
        (ruling.promised.get(each.id), N_("{name} står i tur för {other}.")),
    ):
        if busy is not None and busy != absent_id and not _is_back(busy, ruling):
            return False, say(sentence, name=name, other=ruling.name_of(busy))
    return True, ruling.why(each)


def _is_back(attendance_id: str, ruling: _Ruling) -> bool:
    """Tell whether the member whom somebody was called for is there after all."""
    member = ruling.known.get(attendance_id)
    return member is None or bool(stays_of(member))


def _none_left(ruling: _Ruling, turns: Collection[SubstituteTurn]) -> str:
    if turns:
        return " ".join([say("Ingen ersättare är ledig."), *(each.reason for each in turns)])
    if ruling.rules.substitute_rule is SubstituteRule.PERSONAL:
        return say("{name} har ingen personlig ersättare.", name=ruling.absent.name)
    if ruling.rules.substitute_rule is SubstituteRule.GROUP:
        return say("Ingen ersättare finns i gruppen {group}.", group=ruling.absent.group)
    return say("Det finns inga ersättare den dagen.")
