"""Who led, wrote and can approve a meeting: those who were there, whoever was meant to."""

from dataclasses import replace

import pytest

from hubra_desktop.model.attendance.attendance_terms import (
    AttendanceReply,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.minutes.approving import may_approve, officer
from hubra_desktop.model.records.attendance import Attendance, AttendanceStay

_R, _S = AttendanceRole, AttendanceStatus


def _row(name: str, role: AttendanceRole, status: AttendanceStatus) -> Attendance:
    return Attendance(
        id=name, meeting_id="m", person_id=f"p-{name}", name=name, role=role, status=status
    )


@pytest.mark.parametrize(
    ("chair", "vice", "head", "led"),
    [
        (_S.PRESENT, _S.PRESENT, None, "Åsa"),
        (_S.EXCUSED, _S.PRESENT, "p-Åsa", "Bo"),
        (_S.OPEN, _S.PRESENT, "p-Åsa", "Bo"),
        (_S.PRESENT, _S.PRESENT, "p-Cia", "Cia"),
        (_S.ABSENT, _S.ABSENT, "p-Åsa", None),
    ],
)
def test_nobody_led_who_was_away(
    chair: AttendanceStatus, vice: AttendanceStatus, head: str | None, led: str | None
) -> None:
    rows = [
        _row("Bo", _R.VICE_CHAIR, vice),
        _row("Åsa", _R.CHAIR, chair),
        _row("Cia", _R.MEMBER, _S.PRESENT),
    ]
    found = officer(rows, head, _R.CHAIR)
    assert (found.name if found else None) == led


def test_before_the_roll_is_called_it_is_who_has_not_declined() -> None:
    chair = _row("Åsa", _R.CHAIR, _S.OPEN)
    clerk = _row("Dan", _R.SECRETARY, _S.OPEN)
    declined = Attendance(
        id="e", meeting_id="m", name="Eva", role=_R.SECRETARY, reply=AttendanceReply.PREVENTED
    )
    assert officer([chair], None, _R.CHAIR) == chair
    assert officer([declined, clerk], None, _R.SECRETARY) == clerk


def test_a_secretary_whom_nobody_ticked_wrote_all_the_same() -> None:
    rows = [_row("Åsa", _R.CHAIR, _S.PRESENT), _row("Dan", _R.SECRETARY, _S.OPEN)]
    found = officer(rows, "p-Dan", _R.SECRETARY)
    assert found is not None
    assert found.name == "Dan"


def test_those_who_decided_and_were_there_can_approve() -> None:
    served = AttendanceStay(serves_for_id="Bo")
    rows = [
        _row("Åsa", _R.CHAIR, _S.PRESENT),
        _row("Bo", _R.MEMBER, _S.EXCUSED),
        _row("Cia", _R.MEMBER, _S.OPEN),
        replace(_row("Dan", _R.SUBSTITUTE, _S.PRESENT), stays=(served,)),
        _row("Eva", _R.SUBSTITUTE, _S.PRESENT),
        _row("Finn", _R.SECRETARY, _S.PRESENT),
    ]
    assert [each.name for each in may_approve(rows)] == ["Åsa", "Dan"]
