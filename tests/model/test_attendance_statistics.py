"""How often each has come: counted for the lists on which somebody stands with a seat."""

from datetime import date

import pytest

from hubra_desktop.model.attendance.attendance_statistics import (
    AttendanceTally,
    HeldList,
    attendance_year,
)
from hubra_desktop.model.attendance.attendance_terms import AttendanceRole, AttendanceStatus
from hubra_desktop.model.records.attendance import Attendance, AttendanceStay

_R, _S = AttendanceRole, AttendanceStatus
MARCH, JUNE = date(2019, 3, 6), date(2019, 6, 5)


def _row(
    name: str, role: AttendanceRole, status: AttendanceStatus, *stays: AttendanceStay
) -> Attendance:
    return Attendance(
        id=name, meeting_id="m", person_id=f"p-{name}", name=name, role=role, status=status,
        group="A" if role is not _R.SUBSTITUTE else "B", stays=stays,
    )  # fmt: skip


SERVED = AttendanceStay(serves_for_id="Bo", remote=True)
YEAR = attendance_year(2019, [
    HeldList(MARCH, (
        _row("Åsa", _R.CHAIR, _S.PRESENT),
        _row("Bo", _R.MEMBER, _S.EXCUSED),
        _row("Dan", _R.SUBSTITUTE, _S.PRESENT, SERVED),
        _row("Eva", _R.SUBSTITUTE, _S.ABSENT),
        _row("Gun", _R.GUEST, _S.PRESENT),
    )),
    HeldList(JUNE, (
        _row("Åsa", _R.CHAIR, _S.PRESENT),
        _row("Bo", _R.MEMBER, _S.ABSENT),
        _row("Cia", _R.MEMBER, _S.PRESENT),
        _row("Dan", _R.SUBSTITUTE, _S.PRESENT),
        _row("Eva", _R.SUBSTITUTE, _S.OPEN),
    )),
])  # fmt: skip


def _of(name: str) -> AttendanceTally:
    return next(each for each in YEAR.people if each.name == name)


def test_members_and_substitutes_are_counted_for_the_lists_they_stand_on() -> None:
    assert [each.name for each in YEAR.people] == ["Åsa", "Bo", "Cia", "Dan", "Eva"]
    assert (_of("Åsa").meetings, _of("Åsa").present, _of("Åsa").share) == (2, 2, 100)
    assert (_of("Cia").meetings, _of("Cia").present) == (1, 1)


def test_a_member_who_was_away_is_told_apart_by_whether_it_was_said() -> None:
    bo = _of("Bo")
    assert (bo.present, bo.excused, bo.absent, bo.days) == (0, 1, 1, (MARCH, JUNE))


def test_a_substitute_who_did_not_come_was_not_absent() -> None:
    dan, eva = _of("Dan"), _of("Eva")
    assert (dan.meetings, dan.present, dan.served, dan.remote) == (2, 2, 1, 1)
    assert (eva.present, eva.absent, eva.excused, eva.days) == (0, 0, 0, ())


def test_a_group_is_its_members_and_all_members_are_told_together() -> None:
    (group,) = YEAR.groups
    assert (group.name, group.meetings, group.present, group.absent) == ("A", 5, 3, 1)
    assert (YEAR.members.meetings, YEAR.members.present) == (5, 3)


@pytest.mark.parametrize(
    ("stays", "partly"),
    [
        ((), 0),
        ((AttendanceStay(),), 0),
        ((AttendanceStay(came=945, came_item_id="b"),), 1),
        ((AttendanceStay(left=1000),), 1),
        (
            (
                AttendanceStay(left=1000, left_item_id="c"),
                AttendanceStay(came=1000, came_item_id="c", remote=True),
            ),
            0,
        ),
        (
            (
                AttendanceStay(left=1000, left_item_id="c"),
                AttendanceStay(came=1020, came_item_id="d"),
            ),
            1,
        ),
    ],
)
def test_partly_is_not_all_the_time(stays: tuple[AttendanceStay, ...], partly: int) -> None:
    held = HeldList(MARCH, (_row("Åsa", _R.CHAIR, _S.PRESENT, *stays),))
    assert attendance_year(2019, [held]).members.partly == partly


OUT_FOR_C = (
    AttendanceStay(left=1000, left_item_id="c"),
    AttendanceStay(came=1020, came_item_id="d"),
)


@pytest.mark.parametrize(
    ("stays", "barred", "partly"),
    [
        (OUT_FOR_C, ("c",), 0),
        (OUT_FOR_C, ("b",), 1),
        (OUT_FOR_C[:1], ("c",), 1),
        (OUT_FOR_C[:1], ("c", "d"), 0),
        (OUT_FOR_C[1:], ("a", "b", "c"), 0),
        ((OUT_FOR_C[0], AttendanceStay(came=1030, came_item_id="d", left=1040)), ("c",), 1),
    ],
)
def test_who_is_out_for_a_jav_was_there(
    stays: tuple[AttendanceStay, ...], barred: tuple[str, ...], partly: int
) -> None:
    out = {row: frozenset({"Åsa"}) for row in barred}
    held = HeldList(MARCH, (_row("Åsa", _R.CHAIR, _S.PRESENT, *stays),), tuple("abcd"), out)
    members = attendance_year(2019, [held]).members
    assert (members.present, members.partly) == (1, partly)
