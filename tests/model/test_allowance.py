"""Allowances are the attendance times the rates: counted here minute by minute, with a pencil."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.attendance.allowance import (
    AllowanceForecast,
    MeetingTimes,
    RateTable,
    allowance_rows,
    by_person,
    half_hours,
    left_of,
    minutes_inside,
    overlaps,
    sum_ore,
    sums_by_kind,
)
from hubra_desktop.model.attendance.allowance_findings import (
    MeetingAllowances,
    allowance_findings,
)
from hubra_desktop.model.attendance.allowance_text import forecast_arithmetic
from hubra_desktop.model.attendance.attendance_terms import (
    AllowanceKind,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.findings import Level
from hubra_desktop.model.records.attendance import (
    AllowancePeriod,
    AllowanceRate,
    AllowanceRow,
    Attendance,
    AttendanceStay,
)

DAY = date(2019, 5, 15)
TIMES = MeetingTimes(id="m", date=DAY, opened=930, ended=1050, begun={"a": 930, "b": 975})
THERE, AWAY = AttendanceStatus.PRESENT, AttendanceStatus.EXCUSED
MEMBER, CHAIR, SUBSTITUTE = (
    AttendanceRole.MEMBER,
    AttendanceRole.CHAIR,
    AttendanceRole.SUBSTITUTE,
)
FIRST, MORE, BEFORE, LOST, TRAVEL = AllowanceKind


def rate(kind: AllowanceKind, ore: int = 0, **more: Any) -> AllowanceRate:
    return AllowanceRate(**{"year": 2019, "kind": kind, "amount_ore": ore, **more})


RATES = (
    rate(FIRST, 500_00, covers=60),
    rate(FIRST, 900_00, covers=60, role=CHAIR),
    rate(MORE, 100_00),
    rate(BEFORE, 150_00),
    rate(LOST, ceiling_ore=2_000_00),
    rate(TRAVEL, 2_50, ceiling_ore=400_00),
    rate(FIRST, 200_00, role=SUBSTITUTE),
)
TABLE = RateTable(RATES, 2019)


def somebody(*stays: AttendanceStay, **more: Any) -> Attendance:
    values: dict[str, Any] = {"id": "x", "meeting_id": "m", "name": "Åsa Ek", "status": THERE}
    return Attendance(**{**values, **more}, stays=stays)


def paid(attendance: Attendance, rates: RateTable = TABLE, seat: str = "") -> dict[str, int]:
    rows = allowance_rows(attendance, TIMES, rates, seat)
    return {kind.value: ore for kind, ore in sums_by_kind(rows).items()}


def test_a_whole_meeting_of_two_hours_is_the_first_hour_and_two_half_hours() -> None:
    assert minutes_inside(somebody(), TIMES) == 120
    assert paid(somebody()) == {"first_hours": 500_00, "half_hour": 200_00}
    assert paid(somebody(role=CHAIR)) == {"first_hours": 900_00, "half_hour": 200_00}


@pytest.mark.parametrize(
    ("stay", "minutes"),
    [
        (AttendanceStay(came=945), 105),
        (AttendanceStay(came_item_id="b"), 75),
        (AttendanceStay(came=900, left=2000), 120),
        (AttendanceStay(left_item_id="b"), 45),
        (AttendanceStay(came_item_id="gone"), 120),
        (AttendanceStay(came=1050), 0),
    ],
)
def test_a_stay_is_told_by_the_clock_or_by_the_rows(stay: AttendanceStay, minutes: int) -> None:
    assert minutes_inside(somebody(stay), TIMES) == minutes


def test_who_was_away_is_paid_nothing_whatever_was_claimed() -> None:
    assert paid(somebody(status=AWAY, pre_meeting=True, lost_income_ore=100)) == {}
    assert paid(somebody(AttendanceStay(came=1050))) == {}


def test_a_substitute_who_served_is_paid_as_a_member() -> None:
    assert paid(somebody(role=SUBSTITUTE)) == {"first_hours": 200_00}
    serving = somebody(AttendanceStay(serves_for_id="y"), role=SUBSTITUTE)
    assert paid(serving) == {"first_hours": 500_00, "half_hour": 200_00}


def test_a_rate_for_seats_of_one_sort_is_for_them_alone() -> None:
    elected = RateTable([rate(FIRST, 500_00, seat="Politiker")], 2019)
    assert paid(somebody(), elected, "politiker") == {"first_hours": 500_00}
    assert paid(somebody(), elected, "polis") == {}


@pytest.mark.parametrize(("came", "left"), [(20, 35), (1460, 1475), (20, 1475)])
def test_a_time_after_midnight_is_the_next_day_s(came: int, left: int) -> None:
    night = MeetingTimes(id="m", date=DAY, opened=1410, ended=1480)
    assert minutes_inside(somebody(AttendanceStay(came=came, left=left)), night) == 15
    assert minutes_inside(somebody(AttendanceStay(came=1420, left=left)), night) == 55


@pytest.mark.parametrize(
    ("minutes", "begun"), [(0, 0), (59, 0), (60, 0), (61, 1), (90, 1), (91, 2), (120, 2)]
)
def test_a_half_hour_is_paid_as_soon_as_it_is_begun(minutes: int, begun: int) -> None:
    assert half_hours(minutes, rate(FIRST, covers=60)) == begun
    assert half_hours(max(0, minutes - 60), None) == begun
    assert half_hours(minutes, rate(FIRST)) == 0


def test_first_hours_that_are_the_whole_meeting_leave_no_half_hours() -> None:
    assert paid(somebody(), RateTable([rate(FIRST, 500_00), rate(MORE, 100_00)], 2019)) == {
        "first_hours": 500_00
    }


def test_no_more_than_the_ceiling_is_paid_of_what_is_claimed() -> None:
    who = somebody(pre_meeting=True, lost_income_ore=2_500_00, travel_km=120, travel_ore=250_00)
    rows = allowance_rows(who, TIMES, TABLE)
    assert paid(who) == {
        "first_hours": 500_00, "half_hour": 200_00, "pre_meeting": 150_00,
        "lost_income": 2_000_00, "travel": 400_00,
    }  # fmt: skip
    by_road, ticket = (row for row in rows if row.kind is TRAVEL)
    assert (by_road.units, by_road.amount_ore, ticket.amount_ore) == (120, 300_00, 100_00)


def test_no_rate_is_nothing_to_pay() -> None:
    assert paid(somebody(), RateTable(RATES, 2020)) == {}
    assert paid(somebody(role=AttendanceRole.GUEST)) == {}


def test_without_the_meetings_times_no_half_hours_are_counted() -> None:
    unknown = replace(TIMES, ended=None)
    assert minutes_inside(somebody(), unknown) is None
    rows = allowance_rows(somebody(), unknown, TABLE)
    assert [row.kind for row in rows] == [FIRST]


STAYS = st.builds(
    lambda came, left, came_row, left_row: AttendanceStay(
        came=came, left=left, came_item_id=came_row, left_item_id=left_row
    ),
    st.none() | st.integers(900, 1080), st.none() | st.integers(900, 1080),
    st.none() | st.sampled_from(("a", "b")), st.none() | st.sampled_from(("a", "b")),
)  # fmt: skip
ORE = st.integers(0, 10_000)
PEOPLE = st.builds(
    lambda stays, status, role, before, lost, ticket, km: somebody(
        *stays, status=status, role=role, pre_meeting=before, lost_income_ore=lost,
        travel_ore=ticket, travel_km=km,
    ),
    st.lists(STAYS, max_size=3), st.sampled_from(AttendanceStatus),
    st.sampled_from((MEMBER, CHAIR, SUBSTITUTE, AttendanceRole.GUEST)), st.booleans(),
    st.none() | ORE, st.none() | ORE, st.none() | st.integers(0, 300),
)  # fmt: skip
SOME_RATES = st.lists(
    st.builds(
        lambda role, kind, ore, covers, most: rate(
            kind, ore, role=role, covers=covers, ceiling_ore=most
        ),
        st.sampled_from((MEMBER, CHAIR, SUBSTITUTE)), st.sampled_from(AllowanceKind), ORE,
        st.none() | st.integers(0, 130), st.none() | ORE,
    ),
    max_size=9, unique_by=lambda each: (each.role, each.kind),
)  # fmt: skip


def _pencil(who: Attendance, rates: list[AllowanceRate]) -> int:
    """Count what somebody is paid, from the minutes of the meeting and the rates one by one."""
    if who.status is not THERE:
        return 0
    stays = who.stays or (AttendanceStay(),)
    inside = sum(any(_is_in(minute, stay) for stay in stays) for minute in range(930, 1050))
    if not inside:
        return 0
    known = {(each.role, each.kind): each for each in rates}

    def held(kind: AllowanceKind) -> AllowanceRate | None:
        own = known.get((who.role, kind))
        return own or (known.get((MEMBER, kind)) if who.role is CHAIR else None)

    total, covered = 0, 0
    if first := held(FIRST):
        total += first.amount_ore
        covered = inside if first.covers is None else first.covers
    if more := held(MORE):
        total += more.amount_ore * len(range(covered, inside, 30))
    if (before := held(BEFORE)) and who.pre_meeting:
        total += before.amount_ore
    if lost := held(LOST):
        total += _at_most(who.lost_income_ore or 0, lost)
    if travel := held(TRAVEL):
        total += _at_most((who.travel_km or 0) * travel.amount_ore + (who.travel_ore or 0), travel)
    return total


def _is_in(minute: int, stay: AttendanceStay) -> bool:
    came = TIMES.begun[stay.came_item_id] if stay.came_item_id else 930
    left = TIMES.begun[stay.left_item_id] if stay.left_item_id else 1050
    came = came if stay.came is None else stay.came
    left = left if stay.left is None else stay.left
    return came <= minute < left


def _at_most(ore: int, of: AllowanceRate) -> int:
    return ore if of.ceiling_ore is None else min(ore, of.ceiling_ore)


@given(PEOPLE, SOME_RATES)
def test_the_list_is_the_attendance_times_the_rates(
    who: Attendance, rates: list[AllowanceRate]
) -> None:
    rows = allowance_rows(who, TIMES, RateTable(rates, 2019))
    assert sum_ore(rows) == _pencil(who, rates)
    assert all(0 < row.amount_ore <= row.units * row.rate_ore for row in rows)


def test_people_stand_in_swedish_order_and_namesakes_apart() -> None:
    rows = [
        AllowanceRow(name=name, person_id=who, amount_ore=1)
        for name, who in (("Östen", "1"), ("Åsa", "2"), ("Bo", "3"), ("Bo", "4"), ("Bo", "3"))
    ]
    groups = [(group[0].name, len(group)) for group in by_person(rows)]
    assert groups == [("Bo", 2), ("Bo", 1), ("Åsa", 1), ("Östen", 1)]


def test_what_takes_back_lowers_what_is_left() -> None:
    row = AllowanceRow(id="r", amount_ore=500)
    back = AllowanceRow(id="c", amount_ore=200, lowers=True, corrects_id="r")
    other = AllowanceRow(id="d", amount_ore=900, lowers=True, corrects_id="x")
    assert left_of(row, [back, other]) == 300
    assert sum_ore([row, back]) == 300


def test_a_forecast_is_what_was_and_what_is_left_of_the_year() -> None:
    made = AllowanceForecast(
        year=2019, planned=60_000, booked=20_000, closed=5_000, held=3_000, coming=2, each=10_000
    )
    assert (made.expected, made.total, made.rest) == (20_000, 48_000, 12_000)
    assert AllowanceForecast(year=2019).rest is None


def test_periods_that_share_a_day_overlap() -> None:
    spring = AllowancePeriod(first=date(2019, 1, 1), last=date(2019, 6, 30))
    autumn = AllowancePeriod(first=date(2019, 7, 1), last=date(2019, 12, 31))
    assert not overlaps(spring, autumn)
    assert overlaps(spring, replace(autumn, first=date(2019, 6, 30)))


NO_TIMES = (
    "stop: Sammanträdet 15 maj 2019 saknar klockslag för när det öppnades eller slutade, så "
    "halvtimmarna går inte att räkna."
)


def _levels(*meetings: MeetingAllowances, rates: RateTable = TABLE) -> list[str]:
    found = allowance_findings(meetings, rates, {})
    return [f"{each.level.value}: {each.sentence}" for each in found]


def test_what_keeps_a_list_open_stands_first() -> None:
    open_one = somebody(status=AttendanceStatus.OPEN)
    here = somebody(id="y", role=AttendanceRole.GUEST, travel_km=3, pre_meeting=True)
    held = MeetingAllowances(times=TIMES, held=True, attendances=(open_one, here))
    coming = MeetingAllowances(times=replace(TIMES, id="n"), held=False)
    empty = MeetingAllowances(times=replace(TIMES, ended=None), held=True)
    assert _levels(held, coming, empty) == [
        "stop: Sammanträdet 15 maj 2019 är inte hållet än.",
        NO_TIMES,
        "warning: Åsa Ek är inte avprickad 15 maj 2019.",
        "warning: Åsa Ek var på förmötet 15 maj 2019, men har ingen sats för det.",
        "warning: Åsa Ek har en resa 15 maj 2019, men ingen sats för resor.",
        "warning: Ingen närvaro är antecknad 15 maj 2019.",
    ]
    lost = replace(here, pre_meeting=False, travel_km=None, lost_income_ore=1)
    told = _levels(replace(held, attendances=(lost,)))
    assert told == [
        "warning: Åsa Ek har förlorad arbetsinkomst 15 maj 2019, men ingen sats som ersätter den."
    ]


def test_a_year_without_rates_is_told_of() -> None:
    found = allowance_findings([], RateTable([], 2019), {})
    assert [each.level for each in found] == [Level.STOP]
    assert "inga arvodessatser för 2019" in found[0].sentence


def test_what_is_taken_back_is_told_with_the_other_sign() -> None:
    made = AllowanceForecast(
        year=2019, planned=60_000_00, booked=11_500_00, held=-50_00, coming=1, each=100_00
    )
    told = forecast_arithmetic(made).replace("\xa0", " ")
    assert told == (
        "60 000 planerat \u2212 11 500 bokfört + 50 för hållna sammanträden "
        "\u2212 1 × 100 för dem som är kvar"
    )
    unplanned = AllowanceForecast(year=2019, booked=11_500_00, held=-50_00)
    told = forecast_arithmetic(unplanned).replace("\xa0", " ")
    assert told == "11 500 bokfört \u2212 50 för hållna sammanträden"
