"""The rows of a list of allowances and a year's rates as tables show them."""

from dataclasses import dataclass
from datetime import date

from hubra_desktop.model.attendance.allowance import is_later, signed_ore
from hubra_desktop.model.attendance.allowance_text import (
    amount_text,
    is_capped,
    rate_text,
    unit_text,
)
from hubra_desktop.model.attendance.attendance_terms import AllowanceKind
from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import digits
from hubra_desktop.model.records.attendance import AllowanceRate, AllowanceRow
from hubra_desktop.model.swedish import capitalised, folded, short_date
from hubra_desktop.model.words import word
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.work.queries.allowances import AllowanceList

RATE, AMOUNT, NOTE = 5, 6, 7
"""The columns that amounts and remarks stand in."""
CEILING, SEAT = 4, 5
"""The columns of the rates that may be empty."""


@dataclass(frozen=True)
class AllowanceLine:
    """A row of a list; one that is computed is known by its place."""

    row: AllowanceRow
    day: date | None
    id: str

    @property
    def note(self) -> str:
        """Return what is remarked of the row."""
        if self.row.corrects_id:
            return say("Rättelse: {reason}", reason=self.row.reason)
        if is_later(self.row):
            return say("I efterhand: {reason}", reason=self.row.reason)
        return say("högsta belopp") if is_capped(self.row) else ""


def allowance_lines(shown: AllowanceList) -> tuple[AllowanceLine, ...]:
    """Return the rows of a list as lines."""
    return tuple(
        AllowanceLine(
            row,
            shown.days.get(row.meeting_id or ""),
            row.id or f"{row.attendance_id}-{row.kind.value}-{place}",
        )
        for place, row in enumerate(shown.rows)
    )


def allowance_columns() -> tuple[ColumnOf[AllowanceLine], ...]:
    """Return the columns of a list."""

    def day(line: AllowanceLine) -> str:
        return "" if line.day is None else short_date(line.day)

    return (
        ColumnOf(say("Sammanträde"), day, 104, sorts=lambda line: line.day or date.max, needs=560),
        ColumnOf(say("Namn"), lambda line: line.row.name, 150),
        ColumnOf(say("Roll"), lambda line: capitalised(word(line.row.role)), 130, needs=960),
        ColumnOf(say("Ersättning"), lambda line: capitalised(word(line.row.kind))),
        ColumnOf(
            say("Antal"),
            lambda line: unit_text(line.row),
            72,
            right=True,
            sorts=lambda line: line.row.units,
            needs=700,
        ),
        ColumnOf(
            say("À-pris"),
            lambda line: rate_text(line.row),
            84,
            right=True,
            sorts=lambda line: line.row.rate_ore,
            needs=860,
        ),
        ColumnOf(
            say("Belopp, kr"),
            lambda line: amount_text(line.row),
            96,
            right=True,
            sorts=lambda line: signed_ore(line.row),
        ),
        ColumnOf(say("Anmärkning"), lambda line: line.note, 170, needs=700),
    )


def allowance_words(line: AllowanceLine) -> str:
    """Return all that a search in a list looks at."""
    row = line.row
    day = "" if line.day is None else short_date(line.day)
    return folded(" ".join((row.name, word(row.role), word(row.kind), row.reason, day)))


@dataclass(frozen=True)
class RateLine:
    """A rate of the year."""

    rate: AllowanceRate

    @property
    def id(self) -> str:
        """Return the rate's id."""
        return self.rate.id


def rate_columns() -> tuple[ColumnOf[RateLine], ...]:
    """Return the columns of the rates."""

    def amount(line: RateLine) -> str:
        lost = line.rate.kind is AllowanceKind.LOST_INCOME
        return say("det förlorade") if lost else digits(line.rate.amount_ore)

    def ceiling(line: RateLine) -> str:
        most = line.rate.ceiling_ore
        return "" if most is None else digits(most)

    def covers(line: RateLine) -> str:
        if line.rate.kind is not AllowanceKind.FIRST_HOURS:
            return ""
        minutes = line.rate.covers
        return say("hela mötet") if minutes is None else say("{n} min", n=minutes)

    return (
        ColumnOf(say("Roll"), lambda line: capitalised(word(line.rate.role)), 150),
        ColumnOf(say("Ersättning"), lambda line: capitalised(word(line.rate.kind)), 190),
        ColumnOf(say("Belopp, kr"), amount, 110, right=True),
        ColumnOf(say("Räcker till"), covers, 100, needs=560),
        ColumnOf(say("Högst, kr"), ceiling, 90, right=True, needs=640),
        ColumnOf(say("Bara platser"), lambda line: line.rate.seat, 120, needs=760),
        ColumnOf(say("Beslut"), lambda line: line.rate.decision),
    )
