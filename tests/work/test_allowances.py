"""Lists of allowances: computed while open, closed for good, booked, corrected by new rows."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hubra_desktop.model.attendance.allowance import by_person, sum_ore
from hubra_desktop.model.attendance.attendance_terms import AllowanceKind, AttendanceStatus
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.records.attendance import (
    AllowancePeriod,
    AllowanceRate,
    AllowanceRow,
    Attendance,
)
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.work.commands.allowances import (
    BookAllowances,
    CloseAllowancePeriod,
    CopyRates,
    CorrectAllowance,
    PayAfterwards,
    SettleAllowance,
)
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.ledger import Correct
from hubra_desktop.work.edits import Add, Change, Remove, Store
from hubra_desktop.work.queries.allowance_forecast import allowance_forecast
from hubra_desktop.work.queries.allowances import (
    AllowanceList,
    allowance_list,
    allowance_lists,
    allowance_rates,
    fee_posts,
)
from hubra_desktop.work.queries.due import due
from hubra_desktop.work.queries.money import ledger
from tests.work.allowance_office import CLOSED_ON, CLOSING, KRONA, paid_office
from tests.work.office import Office
from tests.work.rooms import name_of, of_modules
from tests.work.there_and_back import refused, there_and_back


@pytest.fixture
def paid(tmp_path: Path) -> Iterator[Office]:
    office = paid_office(tmp_path / "r.hubra")
    yield office
    office.workspace.close()


@pytest.fixture
def unpaid(tmp_path: Path) -> Iterator[Office]:
    office = paid_office(tmp_path / "r.hubra", closed=False)
    yield office
    office.workspace.close()


def listed(office: Office, period_id: str = "may") -> AllowanceList:
    with office.workspace.read() as reader:
        return allowance_list(reader, period_id)


def row_of(office: Office, name: str = "Bo Sund") -> AllowanceRow:
    return next(row for row in listed(office).rows if row.name == name)


def correcting(office: Office, **more: object) -> Command:
    values = {"period_id": "june", "amount_ore": 100 * KRONA, "lowers": True, "reason": "Fel tid."}
    given = {"row_id": row_of(office).id, **values, **more}
    return CorrectAllowance(**given)  # type: ignore[arg-type]


def _settling(office: Office) -> Command:
    """Let somebody's claim come when the list is closed, and return what settles it."""
    office.run(Change(Attendance, "ha1", {"travel_km": 40}))
    return SettleAllowance("may", listed(office).differences[0].id, "june", "Resan kom sent.")


LATE = PayAfterwards("held", "hm2", "june", AllowanceKind.PRE_MEETING, 300 * KRONA, "Förmötet.")
BOOKING = BookAllowances("may", "fees", date(2019, 6, 4), "V7")
DONE: dict[str, Callable[[Office], Command]] = {
    "AddAllowancePeriod": lambda _: Add(
        AllowancePeriod, {"name": "juli", "first": date(2019, 7, 1), "last": date(2019, 7, 31)}
    ),
    "AddAllowanceRate": lambda _: Add(
        AllowanceRate, {"year": 2019, "kind": AllowanceKind.LOST_INCOME}
    ),
    "BookAllowances": lambda _: BOOKING,
    "ChangeAllowancePeriod": lambda _: Change(AllowancePeriod, "june", {"name": "sommaren"}),
    "ChangeAllowanceRate": lambda _: Change(AllowanceRate, "rate-travel", {"amount_ore": 250}),
    "CloseAllowancePeriod": lambda _: CLOSING,
    "CopyRates": lambda _: CopyRates(2019, 2020),
    "CorrectAllowance": correcting,
    "PayAfterwards": lambda _: LATE,
    "RemoveAllowancePeriod": lambda _: Remove(AllowancePeriod, "june"),
    "SettleAllowance": _settling,
    "RemoveAllowanceRate": lambda _: Remove(AllowanceRate, "rate-travel"),
}


def test_every_command_of_the_allowances_stands_here() -> None:
    assert set(DONE) >= of_modules(("allowances",))


@pytest.mark.parametrize("name", sorted(DONE.keys() - {"CloseAllowancePeriod"}))
def test_a_command_is_done_undone_and_done_again(paid: Office, name: str) -> None:
    command = DONE[name](paid)
    assert name_of(command) == name
    there_and_back(paid, command)


def test_an_open_list_follows_the_attendance(unpaid: Office) -> None:
    shown = listed(unpaid)
    sums = {rows[0].name: sum_ore(rows) // KRONA for rows in by_person(shown.rows)}
    assert (sums["Åsa Ek"], sums["Bo Sund"], sums["Nils Palm"]) == (1_100, 700, 700)
    assert "Mats Nord" not in sums
    assert (len(sums), shown.total, shown.closed) == (13, 9_400 * KRONA, False)
    unpaid.run(Change(Attendance, "ha1", {"status": AttendanceStatus.ABSENT, "stays": ()}))
    assert listed(unpaid).total == 8_700 * KRONA


def test_closing_keeps_the_list_and_nothing_before_it_is_undone(unpaid: Office) -> None:
    before = listed(unpaid)
    unpaid.run(CLOSING)
    kept = listed(unpaid)
    assert [replace(row, id="") for row in kept.rows] == list(before.rows)
    assert (kept.period.closed_on, kept.total) == (CLOSED_ON, before.total)
    assert unpaid.workspace.undo_label is None
    unpaid.run(Change(Attendance, "ha1", {"travel_km": 40}))
    assert listed(unpaid).period == kept.period
    assert listed(unpaid).rows == kept.rows


CHANGES: dict[str, Command] = {
    "its name": Change(AllowancePeriod, "may", {"name": "annat"}),
    "its days": Change(AllowancePeriod, "may", {"last": date(2019, 5, 30)}),
    "the day it was closed": Change(AllowancePeriod, "may", {"closed_on": None}),
    "all of it": Remove(AllowancePeriod, "may"),
    "one row more": Store(AllowanceRow(amount_ore=1, reason="x"), "may"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_nothing_changes_a_closed_list(paid: Office, what: str) -> None:
    refused(paid, CHANGES[what], "stängd och ändras inte")
    first, *_ = listed(paid).rows
    refused(paid, Change(AllowanceRow, first.id, {"amount_ore": 1}), "stängd och ändras inte")
    refused(paid, Remove(AllowanceRow, first.id), "stängd och ändras inte")
    refused(paid, CLOSING, "redan stängd")


def test_a_closed_list_outlives_those_who_stand_in_it(paid: Office) -> None:
    before = listed(paid).total
    paid.run(Remove(Person, "hm1"))
    row = row_of(paid)
    assert (row.person_id, row.name, listed(paid).total) == (None, "Bo Sund", before)


REFUSED: dict[str, tuple[Command, str]] = {
    "an empty list": (CloseAllowancePeriod("june", CLOSED_ON), "Listan är tom"),
    "before its last day": (
        CloseAllowancePeriod("may", date(2019, 5, 30)),
        "Perioden pågår till den 31 maj 2019",
    ),
    "a day to come": (CloseAllowancePeriod("may", date(2099, 1, 1)), "Dagen har inte varit än"),
    "an open list's meeting afterwards": (
        PayAfterwards("held", "hm1", "june", AllowanceKind.TRAVEL, 100, "Kom sent in."),
        "Bara för ett sammanträde i en stängd lista",
    ),
    "of an open list": (BOOKING, "Stäng listan först"),
    "a list that is gone": (CloseAllowancePeriod("gone", CLOSED_ON), "finns inte längre"),
    "days that are shared": (
        Change(AllowancePeriod, "june", {"first": date(2019, 5, 31)}),
        "delar dagar med ”maj 2019”",
    ),
    "an end before the beginning": (
        Change(AllowancePeriod, "june", {"last": date(2019, 5, 31)}),
        "slutar innan den börjar",
    ),
    "two years": (Change(AllowancePeriod, "june", {"last": date(2020, 1, 1)}), "inom ett år"),
    "a row that nobody computed": (
        Store(AllowanceRow(name="Åsa Ek", amount_ore=100), "june"),
        "räknas fram ur närvaron",
    ),
    "a rate twice": (
        Add(AllowanceRate, {"year": 2019, "kind": AllowanceKind.TRAVEL}),
        "redan",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_is_refused(unpaid: Office, what: str) -> None:
    refused(unpaid, *REFUSED[what])


def test_a_list_is_not_closed_while_a_meeting_is_not_held(unpaid: Office) -> None:
    unpaid.run(Change(AllowancePeriod, "may", {"first": date(2019, 5, 1)}))
    refused(unpaid, CLOSING, "Sammanträdet 6 maj 2019 är inte hållet än")
    unpaid.run(Change(Meeting, "m1", {"state": MeetingState.CANCELLED}))
    unpaid.run(CLOSING)


def test_a_correction_is_paid_with_a_list_that_is_open(paid: Office) -> None:
    closed = listed(paid)
    paid.run(correcting(paid))
    june = listed(paid, "june")
    assert (june.total, listed(paid).rows) == (-100 * KRONA, closed.rows)
    refused(paid, correcting(paid, amount_ore=401 * KRONA), r"400.kr kvar")
    refused(paid, correcting(paid, reason=" "), "Skriv varför")
    refused(paid, correcting(paid, amount_ore=0), "Skriv beloppet")
    refused(paid, correcting(paid, period_id="may"), "Välj en period som är öppen")
    own = june.rows[0].id
    refused(paid, correcting(paid, row_id=own), "Listan är inte stängd")
    refused(paid, Change(AllowanceRow, own, {"reason": ""}), "Skriv varför")


def test_a_list_that_takes_back_more_than_it_pays_is_an_income(paid: Office) -> None:
    paid.run(correcting(paid))
    paid.run(CloseAllowancePeriod("june", date(2019, 7, 1)))
    paid.run(BookAllowances("june", "fees", date(2019, 7, 2)))
    with paid.workspace.read() as reader:
        (row,) = ledger(reader, 2019)
    assert (row.entry.kind, row.entry.amount_ore) == (EntryKind.INCOME, 100 * KRONA)


def test_a_closed_list_that_comes_to_nothing_is_not_to_be_booked(paid: Office) -> None:
    paid.run(correcting(paid))
    paid.run(correcting(paid, lowers=False))
    paid.run(CloseAllowancePeriod("june", date(2019, 7, 1)))
    paid.run(BOOKING)
    assert _due(paid, date(2019, 7, 2)) == []
    refused(paid, BookAllowances("june", "fees", date(2019, 7, 2)), "blir 0 kr")


def test_a_list_is_booked_once_and_again_when_its_row_was_taken_back(paid: Office) -> None:
    entry_id = paid.made(BOOKING)
    shown = listed(paid)
    assert (shown.booked, shown.number) == (9_400 * KRONA, 1)
    with paid.workspace.read() as reader:
        (row,) = ledger(reader, 2019)
        assert [post.id for post in fee_posts(reader, 2019)] == ["fees"]
    assert (row.entry.kind, row.entry.text, row.entry.voucher) == (
        EntryKind.COST, "Arvoden maj 2019", "V7",
    )  # fmt: skip
    refused(paid, BOOKING, "redan bokförd, på rad 1")
    paid.run(Correct(entry_id, 2019))
    assert listed(paid).booked == 0
    told = "warning: Arvodeslistan ”maj 2019” stängdes den 3 juni 2019 och är inte bokförd."
    assert told in _due(paid, date(2019, 7, 1))
    paid.run(replace(BOOKING, voucher="V8"))
    assert (listed(paid).booked, listed(paid).number) == (9_400 * KRONA, 3)


def test_copied_rates_are_those_that_the_year_lacks(paid: Office) -> None:
    paid.run(Add(AllowanceRate, {"year": 2020, "kind": AllowanceKind.TRAVEL, "amount_ore": 300}))
    paid.run(CopyRates(2019, 2020))
    with paid.workspace.read() as reader:
        rates = allowance_rates(reader, 2020)
    assert [(each.role.value, each.kind.value, each.amount_ore) for each in rates] == [
        ("chair", "first_hours", 900 * KRONA), ("member", "first_hours", 500 * KRONA),
        ("member", "half_hour", 100 * KRONA), ("member", "travel", 300),
    ]  # fmt: skip


def test_a_forecast_counts_every_meeting_once(paid: Office) -> None:
    with paid.workspace.read() as reader:
        made = allowance_forecast(reader, 2019)
        assert [each.period.id for each in allowance_lists(reader, 2019)] == ["may", "june"]
    kronor = 9_400 * KRONA
    assert (made.planned, made.booked, made.closed) == (60_000 * KRONA, 0, kronor)
    assert (made.held, made.coming, made.each) == (0, 1, kronor)
    paid.run(BOOKING)
    with paid.workspace.read() as reader:
        made = allowance_forecast(reader, 2019)
    assert (made.booked, made.closed, made.total) == (kronor, 0, 2 * kronor)


def test_a_forecast_before_the_first_meeting_is_as_if_all_came(unpaid: Office) -> None:
    unpaid.run(Change(Meeting, "held", {"state": MeetingState.CANCELLED}))
    with unpaid.workspace.read() as reader:
        made = allowance_forecast(reader, 2019)
        assert allowance_forecast(reader, 2020).each is None
    # The chair and the twelve members, an hour and a half.
    assert (made.coming, made.each) == (1, (900 + 12 * 500 + 13 * 100) * KRONA)


def test_a_list_that_is_gone_is_told_of(paid: Office) -> None:
    with paid.workspace.read() as reader, pytest.raises(InputError, match="finns inte längre"):
        allowance_list(reader, "gone")


def _due(office: Office, today: date) -> list[str]:
    with office.workspace.read() as reader:
        found = [each for each in due(reader, today) if each.kind.startswith("allowance")]
    return [f"{each.level.value}: {each.sentence}" for each in found]


def test_what_is_to_be_closed_or_booked_is_told_of_until_it_is_done(paid: Office) -> None:
    told = "warning: Arvodeslistan ”maj 2019” stängdes den 3 juni 2019 och är inte bokförd."
    assert _due(paid, date(2019, 6, 20)) == [told]
    assert _due(paid, date(2019, 7, 1)) == [told, "tip: Arvodeslistan ”juni 2019” kan stängas."]
    assert _due(paid, date(2020, 7, 1)) == []
    paid.run(BOOKING)
    paid.run(Remove(AllowancePeriod, "june"))
    assert _due(paid, date(2019, 7, 1)) == []


def test_a_meeting_that_stands_in_no_list_is_told_of(unpaid: Office) -> None:
    unpaid.run(Change(AllowancePeriod, "may", {"first": date(2019, 5, 20)}))
    assert _due(unpaid, date(2019, 5, 25)) == [
        "tip: 1 hållet sammanträde står i ingen arvodeslista."
    ]
    # So it is when another year has begun, until a year has gone.
    left = "tip: 1 hållet sammanträde står i ingen arvodeslista."
    assert left in _due(unpaid, date(2020, 1, 15))
    assert _due(unpaid, date(2020, 5, 25)) == [
        "tip: Arvodeslistan ”maj 2019” kan stängas.",
        "tip: Arvodeslistan ”juni 2019” kan stängas.",
    ]


def test_a_list_that_comes_closed_ends_undo_as_one_that_is_closed_here(paid: Office) -> None:
    july = {"first": date(2019, 7, 1), "last": date(2019, 7, 31)}
    paid.run(Add(AllowancePeriod, {**july, "closed_on": date(2019, 8, 1)}))
    assert paid.workspace.undo_label is None
    paid.run(BOOKING)
    assert paid.workspace.undo_label == "book-allowances"
