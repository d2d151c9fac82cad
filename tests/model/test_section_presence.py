"""Voters at a § are those inside at that time, whatever was noted and whatever row it has."""

from dataclasses import dataclass, field, replace

from hypothesis import example, given
from hypothesis import strategies as st

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole, AttendanceStatus
from hubra_desktop.model.attendance.presence import (
    VOTING_ROLES,
    entered,
    inside_places,
    led_on,
    left_at,
    overlapping,
    remote_from,
    serving_at,
    stay_at,
)
from hubra_desktop.model.minutes.section_presence import presence_by_section
from hubra_desktop.model.records.attendance import Attendance, AttendanceStay
from hubra_desktop.model.records.minutes import Disqualification, Section

MEMBER = AttendanceRole.MEMBER
ROWS = ("a", "b", "c", "d")
OUT = Attendance(id="Nils", meeting_id="m", name="Nils", status=AttendanceStatus.ABSENT)
MOVES = st.lists(
    st.tuples(
        st.sampled_from(("come", "leave", "turn", "serve", "row goes")),
        st.sampled_from(ROWS),
        st.sets(st.integers(0, 3), min_size=1),
    ),
    min_size=2,
    max_size=8,
)


@dataclass
class Watched:
    """A door that is watched row by row: None where somebody is out, else (remote, serves)."""

    role: AttendanceRole
    stays: tuple[AttendanceStay, ...] = (AttendanceStay(),)
    order: tuple[str, ...] = ROWS
    seen: dict[str, tuple[bool, bool] | None] = field(
        default_factory=lambda: dict.fromkeys(ROWS, (False, False))
    )

    @property
    def listed(self) -> Attendance:
        here = replace(OUT, role=self.role, status=AttendanceStatus.PRESENT, stays=self.stays)
        return here if self.stays else replace(OUT, role=self.role)

    def come(self, item: str, *, remote: bool) -> None:
        if self.seen[item] is not None:
            return
        self.stays = entered(self.stays, self.order, None, item, remote=remote)
        for each in self._after(item):
            if self.seen[each] is not None:
                return
            self.seen[each] = (remote, False)

    def leave(self, item: str) -> None:
        self.stays = left_at(self.stays, self.order, None, item)
        for each in self._after(item):
            if self.seen[each] is None:
                return
            self.seen[each] = None

    def turn(self, item: str) -> None:
        was = self.seen[item]
        if was is None:
            return
        turned = not was[0]
        self.stays = remote_from(self.stays, self.order, None, item, remote=turned)
        for each in self._after(item):
            now = self.seen[each]
            if now is None or now[0] == turned:
                return
            self.seen[each] = (turned, now[1])

    def serve(self, places: set[int]) -> None:
        places &= inside_places(self.stays, self.order)
        self.stays = serving_at(self.stays, self.order, "Bo", places, {})
        for place, each in enumerate(self.order):
            now = self.seen[each]
            if now is not None:
                self.seen[each] = (now[0], place in places)

    def row_goes(self, item: str) -> None:
        self.stays = led_on(self.stays, self.order, {item})
        self.order = tuple(each for each in self.order if each != item)

    def _after(self, item: str) -> tuple[str, ...]:
        return self.order[self.order.index(item) :]


def watched(moves: list[tuple[str, str, set[int]]], role: AttendanceRole) -> Watched:
    door = Watched(role)
    for act, item, places in moves:
        if item not in door.order or (act == "row goes" and len(door.order) == 1):
            continue
        match act:
            case "come":
                door.come(item, remote=1 in places)
            case "leave":
                door.leave(item)
            case "turn":
                door.turn(item)
            case "serve" if role is AttendanceRole.SUBSTITUTE:
                door.serve(set(places))
            case "row goes":
                door.row_goes(item)
        assert not overlapping(door.stays, door.order)
    return door


@given(
    MOVES,
    st.sampled_from((AttendanceRole.SUBSTITUTE, MEMBER)),
    st.sets(st.integers(0, 4)),
)
@example([("turn", "c", {0}), ("leave", "b", {0})], MEMBER, {2})
@example([("serve", "a", {0, 1}), ("turn", "b", {0})], AttendanceRole.SUBSTITUTE, {4})
@example([("leave", "a", {0}), ("come", "d", {0}), ("row goes", "d", {0})], MEMBER, {3})
@example([("leave", "a", {0}), ("come", "d", {0}), ("leave", "d", {0}), ("come", "b", {0})],
         MEMBER, {0})  # fmt: skip
def test_voters_at_a_section_are_those_inside_at_that_time(
    moves: list[tuple[str, str, set[int]]], role: AttendanceRole, rowless: set[int]
) -> None:
    door = watched(moves, role)
    rows: list[str | None] = list(door.order)
    for place in sorted(rowless, reverse=True):
        rows.insert(place, None)
    sections = [
        Section(id=str(place), meeting_id="m", item_id=item, position=place)
        for place, item in enumerate(rows)
    ]
    found = presence_by_section(sections, (door.listed,), door.order)
    at = door.order[0]
    for section in sections:
        at = section.item_id or at
        seen, there = door.seen[at], found[section.id]
        stay = stay_at(door.listed, there.row_id, door.order)
        assert (None if stay is None else (stay.remote, stay.serves_for_id is not None)) == seen
        assert bool(there.inside) == (seen is not None)
        assert bool(there.voters) == (seen is not None and (role in VOTING_ROLES or seen[1]))


def test_a_section_without_a_row_is_handled_with_the_one_before_it() -> None:
    late = Attendance(
        id="Bo", meeting_id="m", status=AttendanceStatus.PRESENT,
        stays=(AttendanceStay(came_item_id="b"),),
    )  # fmt: skip
    jav = (Disqualification(attendance_id="Bo"),)
    sections = (
        Section(id="first", meeting_id="m", position=0),
        Section(id="a", meeting_id="m", item_id="a", position=1),
        Section(id="elsewhere", meeting_id="m", item_id="moved", position=2),
        Section(id="b", meeting_id="m", item_id="b", position=3, disqualifications=jav),
        Section(id="last", meeting_id="m", position=4),
    )
    found = presence_by_section(sections, (late,), ROWS)
    assert {name: each.row_id for name, each in found.items()} == {
        "first": None, "a": "a", "elsewhere": "a", "b": "b", "last": "b",
    }  # fmt: skip
    assert [name for name, each in found.items() if each.inside] == ["b", "last"]
    assert [name for name, each in found.items() if each.voters] == ["last"]
