"""Who is inside when a row of the agenda is handled, who votes on it, and who stands in.

The rows are given as ``order``, their ids in the order in which they were handled. A stay
reaches from its first row to the one before the first that is not taken part in; one whose
ends do not agree with the order holds nothing.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import Final

from hubra_desktop.model.attendance.attendance_terms import (
    AttendanceReply,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.council.rulebook_terms import Quorum
from hubra_desktop.model.records.attendance import Attendance, AttendanceStay
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.timetable import next_day

VOTING_ROLES: Final = frozenset(
    {AttendanceRole.CHAIR, AttendanceRole.VICE_CHAIR, AttendanceRole.MEMBER}
)
"""Those who vote of their own right; a substitute does while serving for one of them."""
ROLL_ROLES: Final = VOTING_ROLES | {AttendanceRole.SUBSTITUTE}
"""Those whose roll is called."""
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
    return row_place(stay.came_item_id, order), row_place(stay.left_item_id, order, last)


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
    """Return the stays with one more, from a row to the next stay or to the end.

    One that holds no row ends nothing, and goes where the new one passes it.
    """
    first = row_place(item_id, order)
    later = [each for each in stays if first < reach(each, order)[0] < reach(each, order)[1]]
    came_item = item_id if first else None
    new = AttendanceStay(came=at, came_item_id=came_item, remote=remote)
    if later:
        following = min(later, key=lambda each: reach(each, order))
        new = replace(new, left=following.came, left_item_id=following.came_item_id)
    came, left = reach(new, order)
    others = (each for each in stays if not came < reach(each, order)[0] < left)
    return joined_stays((*others, new), order)


def left_at(stays: Stays, order: Sequence[str], at: int | None, item_id: str | None) -> Stays:
    """Return the stays where somebody went before a row; without a row, after the last one.

    What goes on from the one that ends there goes too. Who came in again later comes in still.
    """
    if item_id is None:
        return tuple(
            replace(each, left=at) if reach(each, order)[1] == max(1, len(order)) else each
            for each in stays
        )
    first, *more = _onwards(stays, order, item_id) or (None,)
    gone = replace(first, left=at, left_item_id=item_id) if first else None
    return tuple(gone if gone and e is first else e for e in stays if e not in more)


def remote_from(
    stays: Stays, order: Sequence[str], at: int | None, item_id: str | None, *, remote: bool
) -> Stays:
    """Return the stays where somebody inside goes on in another way, until that is changed."""
    parted = split_stays(stays, order, at, item_id)
    before = _holding(stays, item_id, order)
    going = takewhile(
        lambda each: before is not None and each.remote == before.remote,
        _onwards(parted, order, item_id),
    )
    changed = {id(each) for each in going}
    turned = (replace(e, remote=remote) if id(e) in changed else e for e in parted)
    return joined_stays(turned, order)


def _onwards(stays: Stays, order: Sequence[str], item_id: str | None) -> Stays:
    """Return the stay that holds a row, and those in which somebody stays on after it.

    A gap between the clock times of two means that they went and came in again.
    """
    holding = _holding(stays, item_id, order)
    found: list[AttendanceStay] = [holding] if holding else []
    for each in sorted(stays, key=lambda stay: reach(stay, order)):
        if found and each not in found and _stays_on(found[-1], each, order):
            found.append(each)
    return tuple(found)


def _stays_on(one: AttendanceStay, other: AttendanceStay, order: Sequence[str]) -> bool:
    gap = one.left is not None and other.came is not None and one.left < other.came
    return (
        not gap and one.left_item_id is not None and reach(one, order)[1] == reach(other, order)[0]
    )


def led_on(stays: Stays, order: Sequence[str], gone: Collection[str]) -> Stays:
    """Return the stays where rows go: what began or ended with one does so with the next.

    Where no row is left that somebody came to, they were inside at none of the others.
    """
    kept = [each for each in order if each not in gone]

    def next_row(item_id: str | None) -> str | None:
        if item_id not in gone or item_id not in order:
            return item_id
        after = order[order.index(item_id) :]
        return next((each for each in after if each not in gone), None)

    def led(stay: AttendanceStay) -> AttendanceStay:
        came, left = next_row(stay.came_item_id), next_row(stay.left_item_id)
        if came is None and stay.came_item_id is not None and kept:
            came = left = kept[-1]
        return replace(stay, came_item_id=came, left_item_id=left)

    return tuple(map(led, stays))


def split_stays(stays: Stays, order: Sequence[str], at: int | None, item_id: str | None) -> Stays:
    """Return the stays with the one that holds a row parted in two, the second from that row."""
    place = row_place(item_id, order)
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
    """Tell whether somebody would be inside twice at once, by the rows and by the clock."""
    inside = [each for each in stays if range(*reach(each, order))]
    by_row = sorted(inside, key=lambda stay: reach(stay, order))
    return any(
        reach(after, order)[0] < reach(before, order)[1] and not _parted(before, after)
        for before, after in pairwise(by_row)
    )


def _parted(one: AttendanceStay, other: AttendanceStay) -> bool:
    """Tell whether the clock has somebody out between two stays, where no row tells that."""
    ends = ((one, other), (other, one))
    return any(
        left.left is not None
        and came.came is not None
        and None in (left.left_item_id, came.came_item_id)
        and left.left <= next_day(came.came, left.left)
        for left, came in ends
    )


def clock_spans(
    attendance: Attendance, opened: int, ended: int, starts: Mapping[str, int] | None = None
) -> tuple[tuple[int, int], ...]:
    """Return from when to when somebody was inside, in minutes since midnight.

    A stay without a clock time begins or ends when its row began (``starts``), else with
    the meeting; parts that follow each other are one. What is told as 00.25 of a meeting that
    goes on past midnight is the next day's.
    """
    known = starts or {}
    spans: list[tuple[int, int]] = []
    for each in stays_of(attendance):
        came = next_day(_clock(each.came, each.came_item_id, known, opened), opened)
        left = next_day(_clock(each.left, each.left_item_id, known, ended), opened)
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


def row_place(item_id: str | None, order: Sequence[str], otherwise: int = 0) -> int:
    """Return the place of a row in the order; without one the beginning, or what is given."""
    return order.index(item_id) if item_id is not None and item_id in order else otherwise


def _holding(stays: Stays, item_id: str | None, order: Sequence[str]) -> AttendanceStay | None:
    place = row_place(item_id, order)

    def holds(stay: AttendanceStay) -> bool:
        came, left = reach(stay, order)
        return came <= place < left

    return next(filter(holds, stays), None)
