"""The lists of allowances: closed for the payroll, booked, and corrected by new rows only.

A list is computed from the attendance while its period is open. Closed, it never changes: a
correction stands in a list that is open, and is paid with it.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from hubra_desktop.model.attendance.allowance import left_of, paid_role
from hubra_desktop.model.attendance.allowance_difference import AllowanceDifference, settling_rows
from hubra_desktop.model.attendance.attendance_terms import AllowanceKind, AttendanceRole
from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.records.attendance import AllowancePeriod, AllowanceRow
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.money import LedgerEntry
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Step, found, found_owner
from hubra_desktop.work.commands.ledger import store_rows
from hubra_desktop.work.edits import Store
from hubra_desktop.work.queries.allowance_meetings import called_to
from hubra_desktop.work.queries.allowances import (
    AllowanceList,
    allowance_corrections,
    allowance_list,
    allowance_rates,
)
from hubra_desktop.work.queries.register import today


@dataclass(frozen=True)
class CloseAllowancePeriod(Step):
    """Keep what a period's list says today, for good; nothing before it can be undone.

    Raises InputError while something stops it: a meeting that is not held or has no times, a
    year without rates, or a period that still goes on.
    """

    period_id: str
    day: dt.date
    label: ClassVar[str] = "close-allowance_period"
    barrier: bool = True

    def apply(self, rows: Rows) -> None:
        period = found(rows, AllowancePeriod, self.period_id)
        if period.closed_on is not None:
            raise refusal("Perioden är redan stängd.")
        shown = allowance_list(rows.connection, period.id)
        self._check(shown)
        _refuse_early(rows, period, self.day)
        rows.put(replace(period, closed_on=self.day, rows=shown.rows), was=period)

    def _check(self, shown: AllowanceList) -> None:
        stop = next((each for each in shown.findings if each.level is Level.STOP), None)
        if stop is not None:
            raise refusal("Listan kan inte stängas. {why}", why=stop.sentence)
        if not shown.rows:
            raise refusal("Listan är tom. Det finns inget att betala ut i perioden.")


def too_early(period: AllowancePeriod, day: dt.date) -> Sequence[str]:
    """Say why a period cannot be closed on a day: a meeting may still be held in it."""
    if day >= period.last:
        return ()
    sentence = say(
        "Perioden pågår till {day}. Stäng listan den dagen eller senare, eller låt perioden "
        "sluta tidigare.",
        day=day_in_words(period.last),
    )
    return (sentence,)


def _refuse_early(rows: Rows, period: AllowancePeriod, day: dt.date) -> None:
    now = today(rows.connection)
    for sentence in too_early(period, min(day, now)):
        raise InputError(sentence, "day")
    if day > now:
        raise refusal("Dagen har inte varit än. Ange den dag då det gjordes.", field="day")


@dataclass(frozen=True)
class CorrectAllowance(Step):
    """Correct a row of a closed list by a new one in a list that is open.

    ``lowers`` takes back, at most what is left of the row; else more is paid. Returns the new
    row's id.
    """

    row_id: str
    period_id: str
    amount_ore: int
    lowers: bool
    reason: str
    label: ClassVar[str] = "correct-allowance"

    def apply(self, rows: Rows) -> str:
        original = found(rows, AllowanceRow, self.row_id)
        if found_owner(rows, AllowanceRow, original.id).closed_on is None:
            raise refusal("Listan är inte stängd. Ändra närvaron eller satsen, så räknas den om.")
        _open_period(rows, self.period_id)
        self._check(original, allowance_corrections(rows.connection, [original.id]))
        correction = replace(
            original, id="", units=0, rate_ore=0, amount_ore=self.amount_ore, lowers=self.lowers,
            corrects_id=original.id, reason=self.reason.strip(),
        )  # fmt: skip
        return Store(correction, self.period_id).apply(rows)

    def _check(self, original: AllowanceRow, corrections: tuple[AllowanceRow, ...]) -> None:
        _check_said(self.reason, self.amount_ore)
        left = left_of(original, corrections)
        if self.lowers and self.amount_ore > left:
            raise refusal(
                "Av raden är {amount} kvar. Mer än så kan inte dras av.",
                field="amount_ore",
                amount=kronor(left),
            )


def _open_period(rows: Rows, period_id: str) -> AllowancePeriod:
    period = found(rows, AllowancePeriod, period_id)
    if period.closed_on is not None:
        raise refusal("Välj en period som är öppen: rättelsen betalas med den.", "period_id")
    return period


def _check_said(reason: str, amount_ore: int) -> None:
    if not reason.strip():
        raise refusal("Skriv varför raden rättas.", field="reason")
    if amount_ore <= 0:
        raise refusal("Skriv beloppet.", field="amount_ore")


@dataclass(frozen=True)
class PayAfterwards(Step):
    """Pay somebody for a meeting of a closed list, by a new row in a list that is open.

    It is for those whom the closed list has no row for. Returns the new row's id.
    """

    meeting_id: str
    person_id: str
    period_id: str
    kind: AllowanceKind
    amount_ore: int
    reason: str
    label: ClassVar[str] = "correct-allowance"

    def apply(self, rows: Rows) -> str:
        meeting = found(rows, Meeting, self.meeting_id)
        person = found(rows, Person, self.person_id)
        _open_period(rows, self.period_id)
        _check_said(self.reason, self.amount_ore)
        there = next(
            (each for each in called_to(rows.connection, [meeting.id])[meeting.id]
             if each.person_id == person.id),
            None,
        )  # fmt: skip
        row = AllowanceRow(
            meeting_id=meeting.id,
            attendance_id=None if there is None else there.id,
            person_id=person.id,
            name=person.name if there is None else there.name,
            role=AttendanceRole.MEMBER if there is None else paid_role(there),
            kind=self.kind,
            amount_ore=self.amount_ore,
            reason=self.reason.strip(),
        )
        return Store(row, self.period_id).apply(rows)


@dataclass(frozen=True)
class SettleAllowance(Step):
    """Settle a difference of a closed list by new rows in a list that is open.

    ``difference_id`` names the meeting and the person; "" are all that nobody has decided on.
    What is paid or taken back is what the attendance comes to when it is done.
    """

    closed_id: str
    difference_id: str
    period_id: str
    reason: str
    label: ClassVar[str] = "correct-allowance"

    def apply(self, rows: Rows) -> None:
        shown = allowance_list(rows.connection, self.closed_id)
        wanted = [each for each in shown.differences if self._settles(each)]
        if not wanted:
            raise refusal("Det finns inget kvar att rätta: närvaron och det betalda stämmer.")
        period = _open_period(rows, self.period_id)
        if not self.reason.strip():
            raise refusal("Skriv varför raden rättas.", field="reason")
        made = [row for each in wanted for row in settling_rows(each, self.reason.strip())]
        rows.put(replace(period, rows=(*period.rows, *made)), was=period)

    def _settles(self, difference: AllowanceDifference) -> bool:
        if not self.difference_id:
            return not difference.decided
        return difference.id == self.difference_id


@dataclass(frozen=True)
class BookAllowances(Step):
    """Book the sum of a closed list as a cost of a post; ``allowance_entry`` tells it first.

    Returns the id of the ledger's row.
    """

    period_id: str
    post_id: str
    date: dt.date
    voucher: str = ""
    label: ClassVar[str] = "book-allowances"

    def apply(self, rows: Rows) -> str:
        shown = allowance_list(rows.connection, self.period_id)
        if not shown.closed:
            raise refusal("Stäng listan först. Det som är öppet kan ändras och bokförs inte.")
        if shown.booked:
            raise refusal("Listan är redan bokförd, på rad {number}.", number=shown.number)
        entry = allowance_entry(shown, self.post_id, self.date, self.voucher)
        entry_id = store_rows(rows, entry)
        rows.change(AllowancePeriod, self.period_id, {"entry_id": entry_id})
        return entry_id


def allowance_entry(
    shown: AllowanceList, post_id: str, day: dt.date, voucher: str = ""
) -> LedgerEntry:
    """Return the row that a list is booked in: a cost, or an income where it takes back more.

    Raises InputError for a list that comes to nothing.
    """
    period, ore = shown.period, shown.total
    if not ore:
        raise refusal("Listan blir 0 kr, så det finns inget att bokföra.")
    year = period.first.year
    return LedgerEntry(
        year=day.year,
        date=day,
        post_id=post_id,
        kind=EntryKind.COST if ore > 0 else EntryKind.INCOME,
        amount_ore=abs(ore),
        year_concerned=None if year == day.year else year,
        voucher=voucher,
        text=f"Arvoden {period.name}".strip(),
    )


@dataclass(frozen=True)
class CopyRates(Step):
    """Begin a year with the rates of another; those that it has already stand."""

    from_year: int
    to_year: int
    label: ClassVar[str] = "copy-allowance_rate"

    def apply(self, rows: Rows) -> None:
        known = {(each.role, each.kind) for each in allowance_rates(rows.connection, self.to_year)}
        for rate in allowance_rates(rows.connection, self.from_year):
            if (rate.role, rate.kind) not in known:
                rows.put(replace(rate, id="", year=self.to_year, decision=""))
