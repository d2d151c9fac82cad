"""Arvoden: a list for the payroll, what each person is paid, and what it was counted from.

An open list is a draft: it is computed from the attendance and may change.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine, filled_columns
from hubra_desktop.documents.kit.formal import StatedFact
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.official import OfficialPaper, Sender, on_fitting_sheet
from hubra_desktop.model.attendance.allowance import by_person, is_later, signed_ore, sum_ore
from hubra_desktop.model.attendance.allowance_text import (
    amount_text,
    is_capped,
    people_in,
    rate_text,
    unit_text,
)
from hubra_desktop.model.attendance.attendance_terms import AllowanceKind
from hubra_desktop.model.money.amounts import MINUS, digits, kronor
from hubra_desktop.model.records.attendance import AllowancePeriod, AllowanceRate, AllowanceRow
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.swedish import EN_DASH, capitalised, short_date
from hubra_desktop.model.words import swedish_word

_HEADINGS: Final[Mapping[AllowanceKind, str]] = {
    AllowanceKind.FIRST_HOURS: "Första timmarna",
    AllowanceKind.HALF_HOUR: "Halvtimmar",
    AllowanceKind.PRE_MEETING: "Förmöte",
    AllowanceKind.LOST_INCOME: "Förlorad inkomst",
    AllowanceKind.TRAVEL: "Resa",
}
_CORRECTED: Final = "Rättelser"
_ATTEST: Final = ("Namn", "Dag", "Underskrift")


@dataclass(frozen=True, kw_only=True)
class PaidList:
    """A list to print; ``days`` are those of its meetings, ``remarks`` what to look at."""

    period: AllowancePeriod
    rows: tuple[AllowanceRow, ...] = ()
    days: Mapping[str, dt.date] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Return whether it may still change."""
        return self.period.closed_on is None


@dataclass(frozen=True, kw_only=True)
class AllowancePaper:
    """The lists of a year to print, or one of them; ``body`` is the council."""

    sender: Sender
    year: int
    lists: tuple[PaidList, ...]
    rates: tuple[AllowanceRate, ...] = ()
    body: str = ""

    @property
    def title(self) -> str:
        """Return what the paper is called."""
        name = self.lists[0].period.name.strip() if len(self.lists) == 1 else ""
        return f"Arvoden {name or self.year}"


def arvoden_manuscript(
    paper: AllowancePaper, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the lists."""

    def write(wide: bool) -> tuple[OfficialPaper, Manuscript]:
        draft = any(each.open for each in paper.lists)
        sheet = OfficialPaper(style, paper.sender, draft=draft, text_size=text_size, wide=wide)
        return sheet, _written(sheet, paper)

    return on_fitting_sheet(write)


def _written(sheet: OfficialPaper, paper: AllowancePaper) -> Manuscript:
    sheet.begin(paper.title)
    alone = len(paper.lists) == 1
    if not alone:
        whole = sum(sum_ore(each.rows) for each in paper.lists)
        sheet.facts(
            [StatedFact("Listor", str(len(paper.lists))), StatedFact("Summa", kronor(whole))]
        )
    for each in paper.lists:
        if not alone:
            sheet.section(each.period.name)
        _one_list(sheet, each, attested=alone)
    _rates(sheet, paper)
    if not alone:
        _attest(sheet)
    last = max((each.period.last for each in paper.lists), default=dt.date(paper.year, 12, 31))
    return sheet.finish(
        title=f"{paper.title}, {paper.body}".rstrip(", "),
        subject=f"Vad som betalas till var och en: {paper.title.lower()}",
        day=last,
    )


def _attest(sheet: OfficialPaper) -> None:
    """Leave lines for whoever attests what is paid."""
    sheet.section("Attest")
    sheet.facts([StatedFact(name, "fylls i för hand", blank=True) for name in _ATTEST])


def _one_list(sheet: OfficialPaper, paid: PaidList, *, attested: bool) -> None:
    """Add a list; ``attested`` leaves lines for whoever attests it, below what is paid."""
    period = paid.period
    closed = "Nej, listan kan ändras" if period.closed_on is None else short_date(period.closed_on)
    held = {day for day in paid.days.values() if period.first <= day <= period.last}
    meetings = sorted(held, key=dt.date.toordinal)
    facts = (
        StatedFact("Period", f"{short_date(period.first)} {EN_DASH} {short_date(period.last)}"),
        StatedFact("Sammanträden", ", ".join(map(short_date, meetings))),
        StatedFact("Personer", str(people_in(paid.rows))),
        StatedFact("Summa", kronor(sum_ore(paid.rows))),
        StatedFact("Stängd", closed),
    )
    sheet.facts(facts)
    if not paid.rows:
        sheet.prose("Inget att betala i perioden.")
        return
    _to_pay(sheet, paid)
    if attested:
        _attest(sheet)
    _grounds(sheet, paid)
    for remark in paid.remarks:
        sheet.prose(remark)


def _to_pay(sheet: OfficialPaper, paid: PaidList) -> None:
    """Add a row for each person, a column for each thing paid."""
    names = {"Namn": 1.0, **dict.fromkeys((*_HEADINGS.values(), _CORRECTED, "Summa"), 0.0)}
    lines = [
        FigureLine((own[0].name, *_sums(own), _figure(sum_ore(own))))
        for own in by_person(paid.rows)
    ]
    whole = ("Summa", *_sums(paid.rows), _figure(sum_ore(paid.rows)))
    columns, (shown, last) = filled_columns(
        names, [FigureGroup("", lines), FigureGroup("", (), whole)]
    )
    sheet.table(columns, [shown], total=last.total, caption="Att betala, kronor")


def _sums(rows: Iterable[AllowanceRow]) -> Iterator[str]:
    kept = tuple(rows)
    for kind in _HEADINGS:
        yield _figure(sum_ore(r for r in kept if r.kind is kind and not is_later(r)), blank=True)
    yield _figure(sum_ore(row for row in kept if is_later(row)), blank=True)


def _figure(ore: int, *, blank: bool = False) -> str:
    if not ore and blank:
        return ""
    return f"{MINUS if ore < 0 else ''}{digits(abs(ore))}"


def _grounds(sheet: OfficialPaper, paid: PaidList) -> None:
    """Add what each sum was counted from, by person."""
    columns = {
        "Sammanträde": 0.2, "Roll": 0.24, "Ersättning": 0.56, "Antal": 0.0, "À-pris": 0.0,
        "Belopp": 0.0,
    }  # fmt: skip
    groups = [
        FigureGroup(
            own[0].name,
            [FigureLine(tuple(_cells(row, paid.days))) for row in own],
            ("Summa", "", "", "", "", _figure(sum_ore(own))),
            ruled=False,
        )
        for own in by_person(paid.rows)
    ]
    sheet.table(columns, groups, caption="Underlag, kronor")


def _cells(row: AllowanceRow, days: Mapping[str, dt.date]) -> Iterator[str]:
    day = days.get(row.meeting_id or "")
    kind = capitalised(swedish_word(row.kind))
    if row.corrects_id:
        kind = f"Rättelse av {swedish_word(row.kind)}: {row.reason}"
    elif is_later(row):
        kind = f"{kind}, i efterhand: {row.reason}"
    elif is_capped(row):
        kind = f"{kind} (högsta belopp)"
    yield "" if day is None else short_date(day)
    yield capitalised(swedish_word(row.role))
    yield kind
    yield unit_text(row)
    yield rate_text(row)
    yield amount_text(row) if signed_ore(row) else ""


def _rates(sheet: OfficialPaper, paper: AllowancePaper) -> None:
    """Add the year's rates, that the list can be counted over by hand."""
    if not paper.rates:
        return
    columns = {
        "Roll": 0.24, "Ersättning": 0.3, "Räcker till": 0.16, "Beslut": 0.3, "Högst": 0.0,
        "Belopp": 0.0,
    }  # fmt: skip
    lines = [FigureLine(tuple(_rate_cells(each))) for each in paper.rates]
    kept, groups = filled_columns(columns, [FigureGroup("", lines)])
    sheet.table(kept, groups, caption=f"Satser {paper.year}, kronor")


def _rate_cells(rate: AllowanceRate) -> Iterator[str]:
    seat = f" ({rate.seat})" if rate.seat.strip() else ""
    yield f"{capitalised(swedish_word(rate.role))}{seat}"
    lost = rate.kind is AllowanceKind.LOST_INCOME
    km = ", per km" if rate.kind is AllowanceKind.TRAVEL else ""
    yield f"{capitalised(swedish_word(rate.kind))}{km}"
    first = rate.kind is AllowanceKind.FIRST_HOURS
    covers = "hela mötet" if rate.covers is None else f"{rate.covers} minuter"
    yield covers if first else ""
    yield rate.decision
    yield "" if rate.ceiling_ore is None else digits(rate.ceiling_ore)
    yield "" if lost else digits(rate.amount_ore)
