"""Who is inside when a row of the agenda is handled, who votes on it, and who stands in.

The rows are given as ``order``, their ids in the order in which they were handled. A stay
reaches from its first row to the one before the first that is not taken part in; one whose
ends do not agree with the order holds nothing.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from hubra_desktop.model.attendance.attendance_terms import (
    AttendanceReply,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.council.rulebook_terms import Quorum
from hubra_desktop.model.records.attendance import Attendance, AttendanceStay
from hubra_desktop.model.records.rulebook import BodyRules

VOTING_ROLES: Final = frozenset(
    {AttendanceRole.CHAIR, AttendanceRole.VICE_CHAIR, AttendanceRole.MEMBER}
)
"""Those who vote of their own right; a substitute does while serving for one of them."""
NOT_THERE: Final = frozenset({AttendanceStatus.ABSENT, AttendanceStatus.EXCUSED})

Stays = tuple[AttendanceStay, ...]


def stays_of(attendance: Attendance) -> Stays:
    """Return when somebody was inside: all the time where they were present without a stay."""
    if attendance.status is not AttendanceStatus.PRESENT:
        return ()
    return attendance.stays or (AttendanceStay(),)


def reach(stay: AttendanceStay, order: Sequence[str]) -> tuple[int, int]:
    """Return the places in the order where a stay begins and ends, the last one not counted."""
    last = max(1, len(order))
    came = _place(stay.came_item_id, order, 0)
    return came, _place(stay.left_item_id, order, last)


def stay_at(
    attendance: Attendance, item_id: str | None, order: Sequence[str]
) -> AttendanceStay | None:
    """Return the stay in which somebody is inside at a row, None when they are not."""
    return _holding(stays_of(attendance), item_id, order)


def present_at(
    attendances: Iterable[Attendance], item_id: str | None, order: Sequence[str]
) -> tuple[Attendance, ...]:
    """Return all who are inside at a row; without a row, when the meeting begins."""
    return tuple(each for each in attendances if stay_at(each, item_id, order) is not None)


def serves_for(attendance: Attendance, item_id: str | None, order: Sequence[str]) -> str | None:
    """Return the id of the member for whom a substitute serves at a row, if so."""
    stay = stay_at(attendance, item_id, order)
    return None if stay is None else stay.serves_for_id


def voters_at(
    attendances: Iterable[Attendance],
    item_id: str | None,
    order: Sequence[str],
    disqualified_ids: Collection[str] = (),
) -> tuple[Attendance, ...]:
    """Return who takes part in the decision of a row: members, and substitutes in their place.

    Those in ``disqualified_ids`` are out. A substitute counts while the member served for
    is out, and only the first of two who serve for the same.
    """
    inside = [
        each for each in present_at(attendances, item_id, order) if each.id not in disqualified_ids
    ]
    taken = {each.id for each in inside if each.role in VOTING_ROLES}
    voters = []
    for each in inside:
        seat = each.id if each.role in VOTING_ROLES else _served(each, item_id, order)
        if seat is not None and (seat == each.id or seat not in taken):
            taken.add(seat)
            voters.append(each)
    return tuple(voters)


def _served(each: Attendance, item_id: str | None, order: Sequence[str]) -> str | None:
    substitute = each.role is AttendanceRole.SUBSTITUTE
    return serves_for(each, item_id, order) if substitute else None


@dataclass(frozen=True)
class QuorumCount:
    """How many vote, of how many seats, and how many the rules want (None: no rule)."""

    voting: int
    seats: int
    needed: int | None = None

    @property
    def enough(self) -> bool:
        """Tell whether as many vote as the rules want."""
        return self.needed is None or self.voting >= self.needed


def quorum(attendances: Sequence[Attendance], rules: BodyRules, voting: int) -> QuorumCount:
    """Return whether those who vote are enough by the rules of the meeting's day.

    The seats are those that the rules give; where they give none, those who have one.
    """
    held = sum(each.role in VOTING_ROLES for each in attendances)
    seats = sum(each.seats for each in rules.seats) or held
    needed = seats // 2 + 1 if rules.quorum is Quorum.HALF else None
    return QuorumCount(voting, seats, needed)


def expected_voters(attendances: Sequence[Attendance]) -> int:
    """Return how many votes the replies promise: no answer is taken for a yes."""
    away = {each.id for each in attendances if is_away(each)}
    members = {each.id for each in attendances if each.role in VOTING_ROLES}
    called = {each.called_for_id for each in attendances if each.id not in away}
    return len(members - away) + len(members & away & called)


def is_away(attendance: Attendance) -> bool:
    """Tell whether somebody is known not to be there, by the roll-call or else by the reply."""
    if attendance.status is AttendanceStatus.OPEN:
        return attendance.reply is AttendanceReply.PREVENTED
    return attendance.status in NOT_THERE


def entered(
    stays: Stays, order: Sequence[str], at: int | None, item_id: str | None, *, remote: bool = False
) -> Stays:
    """Return the stays with one more, from a row to the next stay or to the end."""
    first = _place(item_id, order, 0)
    later = [each for each in stays if reach(each, order)[0] > first]
    came_item = item_id if first else None
    new = AttendanceStay(came=at, came_item_id=came_item, remote=remote)
    if later:
        following = min(later, key=lambda each: reach(each, order))
        new = replace(new, left=following.came, left_item_id=following.came_item_id)
    return joined_stays((*stays, new), order)


def left_at(stays: Stays, order: Sequence[str], at: int | None, item_id: str | None) -> Stays:
    """Return the stays where somebody went before a row; without a row, after the last one."""
    latest = max(stays, key=lambda each: reach(each, order), default=None)
    holding = latest if item_id is None else _holding(stays, item_id, order)
    gone = replace(holding, left=at, left_item_id=item_id) if holding else None
    return tuple(gone if gone and each is holding else each for each in stays)


def split_stays(stays: Stays, order: Sequence[str], at: int | None, item_id: str | None) -> Stays:
    """Return the stays with the one that holds a row parted in two, the second from that row."""
    place = _place(item_id, order, 0)
    parted: list[AttendanceStay] = []
    for each in stays:
        came, left = reach(each, order)
        if came < place < left:
            first = replace(each, left=at, left_item_id=item_id)
            parted += [first, replace(each, id="", came=at, came_item_id=item_id)]
        else:
            parted.append(each)
    return tuple(parted)


def joined_stays(stays: Iterable[AttendanceStay], order: Sequence[str]) -> Stays:
    """Return the stays in order, those that go on where another ended as one."""
    known: list[AttendanceStay] = []
    for each in sorted(stays, key=lambda stay: reach(stay, order)):
        if known and _goes_on(known[-1], each):
            known[-1] = replace(known[-1], left=each.left, left_item_id=each.left_item_id)
        else:
            known.append(each)
    return tuple(known)


def _goes_on(one: AttendanceStay, other: AttendanceStay) -> bool:
    same = (one.remote, one.serves_for_id) == (other.remote, other.serves_for_id)
    ends = (one.left_item_id, one.left) == (other.came_item_id, other.came)
    return same and ends and one.left_item_id is not None


def served_places(stays: Stays, order: Sequence[str], member_id: str) -> frozenset[int]:
    """Return the places in the order at which somebody serves for a member."""
    theirs = (reach(each, order) for each in stays if each.serves_for_id == member_id)
    return frozenset(place for came, left in theirs for place in range(came, left))


def inside_places(stays: Stays, order: Sequence[str]) -> frozenset[int]:
    """Return the places in the order at which somebody is inside."""
    reaches = (reach(each, order) for each in stays)
    return frozenset(place for came, left in reaches for place in range(came, left))


def serving_at(
    stays: Stays,
    order: Sequence[str],
    member_id: str,
    places: Collection[int],
    clocks: Mapping[int, int | None],
) -> Stays:
    """Return the stays where somebody serves for a member at some places and at no others.

    ``clocks`` are the times at which that begins or ends, by the place.
    """
    for place in range(1, len(order)):
        if (place in places) != (place - 1 in places):
            stays = split_stays(stays, order, clocks.get(place), order[place])

    def served(stay: AttendanceStay) -> AttendanceStay:
        came, left = reach(stay, order)
        if came < left and came in places:
            return replace(stay, serves_for_id=member_id)
        return replace(stay, serves_for_id=None) if stay.serves_for_id == member_id else stay

    return joined_stays(map(served, stays), order)


def overlapping(stays: Stays, order: Sequence[str]) -> bool:
    """Tell whether somebody would be inside twice at once."""
    reaches = sorted(reach(each, order) for each in stays)
    return any(after[0] < before[1] for before, after in pairwise(reaches))


def clock_spans(
    attendance: Attendance, opened: int, ended: int, starts: Mapping[str, int] | None = None
) -> tuple[tuple[int, int], ...]:
    """Return from when to when somebody was inside, in minutes since midnight.

    A stay without a clock time begins or ends when its row began (``starts``), else with
    the meeting; parts that follow each other are one.
    """
    known = starts or {}
    spans: list[tuple[int, int]] = []
    for each in stays_of(attendance):
        came = _clock(each.came, each.came_item_id, known, opened)
        left = _clock(each.left, each.left_item_id, known, ended)
        spans.append((max(came, opened), min(left, ended)))
    merged: list[tuple[int, int]] = []
    for came, left in sorted(span for span in spans if span[0] < span[1]):
        if merged and came <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(left, merged[-1][1]))
        else:
            merged.append((came, left))
    return tuple(merged)


def _clock(at: int | None, item_id: str | None, starts: Mapping[str, int], otherwise: int) -> int:
    return at if at is not None else starts.get(item_id or "", otherwise)


def _place(item_id: str | None, order: Sequence[str], otherwise: int) -> int:
    return order.index(item_id) if item_id is not None and item_id in order else otherwise


def _holding(stays: Stays, item_id: str | None, order: Sequence[str]) -> AttendanceStay | None:
    place = _place(item_id, order, 0)

    def holds(stay: AttendanceStay) -> bool:
        came, left = reach(stay, order)
        return came <= place < left

    return next(filter(holds, stays), None)
