"""The council's own year 2017 as sheets: the demo register's, and a small one made by hand."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from hubra_desktop.exchange.json_file import load
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.money.terms import DecisionKind, EntryKind, GrantKind, Outcome
from hubra_desktop.model.plan.terms import ActivityKind, ActivityState, Exactness, LetterState
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.money import (
    Allocation,
    BudgetPost,
    BudgetVersion,
    BudgetYear,
    Grant,
    GrantDecision,
    LedgerEntry,
)
from hubra_desktop.model.records.plan import (
    Activity,
    ActivityArea,
    FocusArea,
    Letter,
    Occasion,
    Plan,
)
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.model.reports.compose import proposed
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.paths import resource
from tests.model.money.reference import budget_table


@dataclass(frozen=True, kw_only=True)
class HandYear(YearSheets):
    """A year whose budget is added up from its own rows, also those that a test gives it."""

    def __post_init__(self) -> None:
        table = budget_table(self.budget, self.entries, grants=self.grants) if self.budget else None
        object.__setattr__(self, "budget_table", table)


REPORT = Report(id="r1", year=2017, kind=ReportKind.ANNUAL_REPORT)


@cache
def demo() -> Bundle:
    """Return the demo register."""
    return load(resource("demo", "huddinge.json").read_bytes())


@cache
def huddinge() -> YearSheets:
    """Gather 2017 from the demo register."""
    bundle = demo()
    assert bundle.register is not None
    names = {body.id: body.name for body in bundle.bodies}
    own = bundle.register.own_body_id or ""
    tabled = {report.meeting_id for report in bundle.reports}
    return HandYear(
        year=2017,
        council=names[own],
        short="HuBrå",
        municipality=bundle.register.municipality,
        plan=next(plan for plan in bundle.plans if plan.year == 2017),
        activities=tuple(each for each in bundle.activities if each.year == 2017),
        letters=tuple(each for each in bundle.letters if each.year == 2017),
        meetings=tuple(each for each in bundle.meetings if each.date.year == 2017),
        tabled=tuple(each for each in bundle.meetings if each.id in tabled),
        agreements=bundle.agreements,
        budget=next(each for each in bundle.budget_years if each.year == 2017),
        entries=bundle.ledger,
        grants=tuple(each for each in bundle.grants if "exempel" not in each.title),
        indicators=bundle.indicators,
        reports=tuple(each for each in bundle.reports if each.year == 2017),
        matters=bundle.matters,
        aliases=bundle.matter_aliases,
        names=names,
    )


def written(year: YearSheets, report: Report = REPORT) -> Report:
    """Return a paper with the sections that the year proposes, each with its key as id."""
    sections = tuple(replace(each, id=each.key) for each in proposed(report, year))
    return replace(report, sections=sections)


def text_of(report: Report, key: str) -> str:
    """Return the text of a section."""
    return next(section.text for section in report.sections if section.key == key)


def saying(text: str, key: str = "own", **changes: Any) -> Report:
    """Return a paper with one section that says ``text``."""
    section = ReportSection(id="s1", key=key, heading="Eget", text=text)
    return replace(REPORT, sections=(section,), **changes)


def small(**changes: Any) -> YearSheets:
    """Make a year with two areas, one grant repaid whole, two meetings and three letters."""
    year = HandYear(
        year=2017, council="Trygghetsrådet", short="TR", municipality="Ekköping",
        plan=Plan(id="p", year=2017, goal="att fler ska känna sig trygga.", areas=(
            FocusArea(id="a1", number="1", title="Skolan"),
            FocusArea(id="a2", number="2", title="Utemiljön"),
        )),
        activities=(
            activity("x1", "Kvällsvandring", areas="a1", participants=40,
                     exactness=Exactness.OVER, period="våren"),
            activity("x2", "Belysning", areas="a2", state=ActivityState.NOT_DONE,
                     reason="Pengarna räckte inte"),
        ),
        letters=tuple(
            Letter(id=f"l{n}", year=2017, number=n, state=LetterState.SENT) for n in (1, 2, 3)
        ),
        meetings=(meeting("m1", MeetingState.HELD), meeting("m2", MeetingState.APPROVED),
                  meeting("m3", MeetingState.CANCELLED)),
        budget=BudgetYear(
            id="b", year=2017,
            posts=(BudgetPost(id="f", name="Arvoden"), BudgetPost(id="g", name="Bidrag")),
            versions=(BudgetVersion(id="v", frame_ore=10_000_000, allocations=(
                Allocation(id="al1", post_id="f", planned_ore=4_000_000),
                Allocation(id="al2", post_id="g", planned_ore=6_000_000))),),
        ),
        grants=(grant(),), entries=(entry(1, EntryKind.PAYMENT), entry(2, EntryKind.REPAYMENT)),
        names={"body": "Hemvist"},
    )  # fmt: skip
    return replace(year, **changes)


def activity(row_id: str, title: str, areas: str = "", **changes: Any) -> Activity:
    """Make an activity of 2017, carried out, in the areas named (the first is its main one)."""
    served = tuple(
        ActivityArea(id=f"{row_id}-{area}", area_id=area, main=place == 0)
        for place, area in enumerate(areas.split())
    )
    base = Activity(
        id=row_id, year=2017, title=title, state=ActivityState.DONE, areas=served,
        kind=ActivityKind.ACTIVITY,
    )  # fmt: skip
    return replace(base, **changes)


def occasions(*places: str) -> tuple[Occasion, ...]:
    """Make an occasion at each place."""
    return tuple(Occasion(id=f"o-{place}", place=place) for place in places)


def meeting(row_id: str, state: MeetingState) -> Meeting:
    """Make a meeting of 2017."""
    return Meeting(id=row_id, date=dt.date(2017, 3, 8), state=state)


def grant(amount: int = 4_508_000, **changes: Any) -> Grant:
    """Make the grant to Hemvist for Läxhjälp, which was never carried out."""
    decision = GrantDecision(
        id="d1", kind=DecisionKind.GRANT, year=2017, amount_ore=amount, decided_by="TR"
    )
    base = Grant(
        id="g1", year=2017, body_id="body", title="Läxhjälp", kind=GrantKind.PROJECT, post_id="g",
        outcome=Outcome.NOT_CARRIED_OUT, decisions=(decision,),
    )  # fmt: skip
    return replace(base, **changes)


def entry(number: int, kind: EntryKind, ore: int = 4_508_000, **changes: Any) -> LedgerEntry:
    """Make a row of the ledger for the grant."""
    base = LedgerEntry(
        id=f"e{number}", number=number, year=2017, post_id="g", kind=kind, amount_ore=ore,
        grant_id="g1", original_id="e1" if kind is EntryKind.REPAYMENT else None,
    )  # fmt: skip
    return replace(base, **changes)
