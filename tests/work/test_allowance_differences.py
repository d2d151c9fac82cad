"""A closed list that no longer pays what the attendance comes to: told of, counted, settled."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hubra_desktop.model.attendance.allowance import sum_ore
from hubra_desktop.model.attendance.attendance_terms import AllowanceKind, AttendanceStatus
from hubra_desktop.model.findings import Level
from hubra_desktop.model.records.attendance import (
    AllowancePeriod,
    AllowanceRow,
    Attendance,
    AttendanceStay,
)
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.work.commands.allowances import (
    CloseAllowancePeriod,
    PayAfterwards,
    SettleAllowance,
)
from hubra_desktop.work.edits import Change, Remove, Store
from hubra_desktop.work.queries.allowance_forecast import allowance_forecast
from hubra_desktop.work.queries.allowances import AllowanceList, allowance_list
from hubra_desktop.work.queries.due import due
from tests.work.allowance_office import KRONA, paid_office
from tests.work.office import Office
from tests.work.there_and_back import refused

ABSENT = {"status": AttendanceStatus.ABSENT, "stays": ()}


@pytest.fixture
def paid(tmp_path: Path) -> Iterator[Office]:
    office = paid_office(tmp_path / "r.hubra")
    yield office
    office.workspace.close()


def listed(office: Office, period_id: str = "may") -> AllowanceList:
    with office.workspace.read() as reader:
        return allowance_list(reader, period_id)


def told(office: Office) -> list[str]:
    """Return what a closed list is told to lack, alike in the list and among what is due."""
    sentences = [each.sentence.replace("\xa0", " ") for each in listed(office).findings]
    with office.workspace.read() as reader:
        found = [each for each in due(reader, date(2019, 6, 20)) if each.id == "may"]
    warned = [each.sentence.replace("\xa0", " ") for each in found if "närvaron" in each.sentence]
    findings = [each for each in listed(office).findings if each.level is Level.WARNING]
    assert len(warned) == min(len(findings), 4)
    return sentences


def settle(office: Office) -> None:
    for each in listed(office).differences:
        office.run(SettleAllowance("may", each.id, "june", "Rättat i efterhand."))


def forget(office: Office) -> None:
    """Let Mats Nord be there after all, when the list is closed."""
    there = {"status": AttendanceStatus.PRESENT, "stays": (AttendanceStay(),)}
    office.run(Change(Attendance, "ha12", there))


def test_somebody_who_was_forgotten_is_told_of_and_paid_with_the_next_list(paid: Office) -> None:
    assert told(paid) == []
    forget(paid)
    assert told(paid) == [
        "Mats Nord 15 maj 2019: närvaron ger 700 kr, den stängda listan har 0 kr."
    ]
    with paid.workspace.read() as reader:
        made = allowance_forecast(reader, 2019)
    assert (made.closed, made.held) == (9_400 * KRONA, 700 * KRONA)
    settle(paid)
    assert told(paid) == []
    june = listed(paid, "june")
    assert [(row.name, row.kind, row.corrects_id) for row in june.rows] == [
        ("Mats Nord", AllowanceKind.FIRST_HOURS, None),
        ("Mats Nord", AllowanceKind.HALF_HOUR, None),
    ]
    with paid.workspace.read() as reader:
        assert allowance_forecast(reader, 2019).held == 700 * KRONA
    paid.run(CloseAllowancePeriod("june", date(2019, 7, 1)))
    assert listed(paid, "june").total == 700 * KRONA
    assert told(paid) == []
    assert listed(paid, "june").differences == ()


def test_somebody_who_was_not_there_gives_back_what_was_paid(paid: Office) -> None:
    paid.run(Change(Attendance, "ha1", ABSENT))
    assert told(paid) == ["Bo Sund 15 maj 2019: närvaron ger 0 kr, den stängda listan har 700 kr."]
    settle(paid)
    june = listed(paid, "june")
    assert [(row.amount_ore, row.lowers) for row in june.rows] == [
        (500 * KRONA, True), (200 * KRONA, True),
    ]  # fmt: skip
    assert told(paid) == []
    refused(
        paid,
        SettleAllowance("may", "held/ha1", "june", "En gång till."),
        "Det finns inget kvar att rätta",
    )
    # There after all: what was taken back is paid again.
    there = {"status": AttendanceStatus.PRESENT, "stays": (AttendanceStay(),)}
    paid.run(Change(Attendance, "ha1", there))
    assert told(paid) == ["Bo Sund 15 maj 2019: närvaron ger 700 kr, efter rättelser betalas 0 kr."]
    settle(paid)
    assert listed(paid, "june").total == 0


def test_a_meeting_that_was_added_in_a_closed_period_is_told_of(paid: Office) -> None:
    meeting = Meeting(
        id="late", body_id=paid.body, date=date(2019, 5, 20), state=MeetingState.HELD, start=930,
        opened_at=930, ended_at=960,
    )  # fmt: skip
    paid.run(Store(meeting))
    paid.run(Store(Person(id="new", name="Vera Yng")))
    for place, name in enumerate(("Vera Yng", "Udo Åkesson", "Tor Ek", "Sia Falk", "Ria Gran")):
        person = "new" if place == 0 else None
        one = Attendance(
            id=f"late{place}", meeting_id="late", name=name, status=AttendanceStatus.PRESENT,
            person_id=person, stays=(AttendanceStay(),),
        )  # fmt: skip
        paid.run(Store(one))
    assert len(told(paid)) == 5
    with paid.workspace.read() as reader:
        made = allowance_forecast(reader, 2019)
        sentences = [each.sentence for each in due(reader, date(2019, 6, 20))]
    assert (made.held, made.closed) == (2_500 * KRONA, 9_400 * KRONA)
    assert any("skiljer 2 betalningar till" in each for each in sentences)
    paid.run(SettleAllowance("may", "", "june", "Mötet skrevs in sent."))
    assert told(paid) == []
    assert listed(paid, "june").total == 2_500 * KRONA


def test_a_paid_meeting_that_moves_into_another_list_is_not_paid_twice(paid: Office) -> None:
    paid.run(Change(Meeting, "held", {"date": date(2019, 6, 3)}))
    assert listed(paid, "june").rows == ()
    assert told(paid) == []
    with paid.workspace.read() as reader:
        made = allowance_forecast(reader, 2019)
    assert (made.closed, made.held) == (9_400 * KRONA, 0)
    paid.run(Change(Meeting, "held", {"state": MeetingState.CANCELLED}))
    assert len(told(paid)) == 13


def test_who_is_not_on_the_attendance_is_paid_by_a_row_with_its_reason(paid: Office) -> None:
    reason = "Glömdes, se tjänsteanteckning."
    late = PayAfterwards("held", "hm12", "june", AllowanceKind.FIRST_HOURS, 50_000, reason)
    refused(paid, replace(late, reason=" "), "Skriv varför")
    refused(paid, replace(late, amount_ore=0), "Skriv beloppet")
    refused(paid, replace(late, period_id="may"), "Välj en period som är öppen")
    refused(paid, replace(late, meeting_id="m1"), "Bara för ett sammanträde i en stängd")
    row_id = paid.made(late)
    (row,) = listed(paid, "june").rows
    assert (row.name, row.amount_ore, row.reason, row.corrects_id) == (
        "Mats Nord", 50_000, reason, None,
    )  # fmt: skip
    # The attendance says still that he was away, which somebody has decided on: no warning.
    (finding,) = listed(paid).findings
    assert finding.level is Level.TIP
    assert len(told(paid)) == 1
    paid.run(Change(AllowancePeriod, "june", {"name": "sommaren"}))
    paid.run(Change(AllowanceRow, row_id, {"amount_ore": 60_000}))
    refused(paid, Change(AllowanceRow, row_id, {"reason": ""}), "räknas fram ur närvaron")
    paid.run(Remove(AllowanceRow, row_id))
    assert listed(paid, "june").rows == ()


def test_who_is_put_on_the_list_again_is_known_by_the_person(paid: Office) -> None:
    with paid.workspace.read() as reader:
        rows = [row for row in allowance_list(reader, "may").rows if row.attendance_id == "ha1"]
    paid.run(Remove(Attendance, "ha1"))
    assert told(paid) == ["Bo Sund 15 maj 2019: närvaron ger 0 kr, den stängda listan har 700 kr."]
    again = Attendance(
        id="again", meeting_id="held", person_id="hm1", name="Bo Sund",
        status=AttendanceStatus.PRESENT, stays=(AttendanceStay(),),
    )  # fmt: skip
    paid.run(Store(again))
    assert told(paid) == []
    assert sum_ore(rows) == 700 * KRONA


def test_a_claim_that_comes_late_is_paid_as_its_own_kind(paid: Office) -> None:
    paid.run(Change(Attendance, "ha1", {"travel_km": 40}))
    settle(paid)
    (row,) = listed(paid, "june").rows
    assert (row.kind, row.amount_ore, row.units) == (AllowanceKind.TRAVEL, 80 * KRONA, 0)
