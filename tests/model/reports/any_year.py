"""Any year: budget, ledger, grants, plan, indicators and letters drawn at random, all valid.

Names and reasons hold what could be taken for markup.
"""

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from hubra_desktop.model.indicators.terms import Direction, Group, GroupSet, Unit
from hubra_desktop.model.money.terms import DecisionKind, EntryKind, GrantKind, Outcome, Verdict
from hubra_desktop.model.plan.terms import (
    ActivityKind,
    ActivityState,
    AgreementKind,
    ConsultationState,
    Exactness,
    LetterState,
)
from hubra_desktop.model.records.indicators import Indicator, Measurement
from hubra_desktop.model.records.money import (
    Allocation,
    BudgetPost,
    BudgetVersion,
    BudgetYear,
    Grant,
    GrantDecision,
    Instalment,
    LedgerEntry,
)
from hubra_desktop.model.records.plan import (
    Activity,
    ActivityArea,
    ActivityLink,
    Agreement,
    AgreementMeeting,
    Consultation,
    FocusArea,
    Letter,
    Occasion,
    Plan,
)
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.terms import MeetingState
from tests.model.reports.source_year import HandYear, meeting

YEAR = 2020
NAMES = st.sampled_from(
    ["Ekby *IF*", "[Berga]", "a < b & c", "under_strök_", "{namn}", "1. FC Vall", "# Nio",
     "Norr och Söder", "iFokus", "\\ snett", "| a | b |", "Not[^1]", "![bild](bild:x)"]
)  # fmt: skip
TEXTS = st.sampled_from(
    ["", "sjukdom", "Lokalen *brann* [ned].", "- två < tre", "{skäl} enligt_uppgift", "Ingen kom!",
     "Vi hann inte med det"]
)  # fmt: skip
AMOUNTS = st.integers(1, 99).map(lambda hundreds: hundreds * 10_007)
DAYS = st.none() | st.dates(dt.date(YEAR, 1, 1), dt.date(YEAR, 12, 31))


@st.composite
def activities(draw: st.DrawFn, number: int) -> Activity:
    """Make an activity in any state, in any of two areas or none, with any occasions."""
    areas = draw(st.sampled_from([(), ("f1",), ("f2",), ("f1", "f2")]))
    dates = draw(st.lists(DAYS, max_size=3))
    return Activity(
        id=f"x{number}", year=YEAR, title=draw(NAMES), kind=draw(st.sampled_from(ActivityKind)),
        state=draw(st.sampled_from(ActivityState)), reason=draw(TEXTS),
        period=draw(st.sampled_from(["", "juni", "Våren", "varje vecka", "v. 9", "kl. 18–20"])),
        participants=draw(st.none() | st.integers(0, 3000)),
        exactness=draw(st.sampled_from(Exactness)), report_text=draw(TEXTS),
        areas=tuple(ActivityArea(id=f"x{number}{each}", area_id=each, main=n == 0)
                    for n, each in enumerate(areas)),
        occasions=tuple(Occasion(id=f"o{number}{n}", date=day, place=draw(st.just("") | NAMES))
                        for n, day in enumerate(dates)),
        links=tuple(ActivityLink(id=f"k{number}", agreement_id="ag1")
                    for _ in range(draw(st.integers(0, 1)))),
        closed=draw(st.integers(0, 9)) == 0,
    )  # fmt: skip


@st.composite
def grants(draw: st.DrawFn, number: int) -> tuple[Grant, list[LedgerEntry]]:
    """Make a grant with its rows: paid in instalments, repaid in this year and the next."""
    own, amount = f"g{number}", draw(AMOUNTS)
    kind = draw(st.sampled_from([*DecisionKind][:6]))
    granted = GrantDecision(
        id=f"{own}d", year=YEAR, date=draw(DAYS), amount_ore=amount, reason=draw(TEXTS),
        decided_by=draw(st.just("") | NAMES),
    )  # fmt: skip
    decisions = [granted]
    if kind in (DecisionKind.RAISE, DecisionKind.WITHDRAW):
        decisions.append(replace(granted, id=f"{own}e", kind=kind, amount_ore=amount // 2))
    if kind is DecisionKind.REFUSE:
        decisions = [replace(granted, id=f"{own}r", kind=kind, amount_ore=None)]
    rows: list[LedgerEntry] = []
    if kind in (DecisionKind.GRANT, DecisionKind.RAISE, DecisionKind.STANCE):
        rows = draw(rows_of(own, amount))
    back = sum(each.amount_ore for each in rows if each.kind is EntryKind.REPAYMENT)
    paid = sum(each.amount_ore for each in rows if each.kind is EntryKind.PAYMENT)
    reclaimed: bool = draw(st.booleans())
    if rows and reclaimed:
        decisions.append(replace(
            granted, id=f"{own}c", kind=DecisionKind.RECLAIM, amount_ore=max(1, paid - back),
            date=dt.date(YEAR, 12, 1), reason=draw(TEXTS),
        ))  # fmt: skip
    reported = draw(st.none() | st.just(dt.date(YEAR + 1, 1, 10)))
    grant = Grant(
        id=own, year=YEAR, body_id=own, title=f"{draw(NAMES)} {number}-års",
        kind=draw(st.sampled_from(GrantKind)),
        post_id="p2", outcome=draw(st.sampled_from(Outcome)), outcome_reason=draw(TEXTS),
        report_received=reported, verdict=Verdict.APPROVED if reported else Verdict.NONE,
        applied_ore=draw(st.none() | AMOUNTS), decisions=tuple(decisions),
        instalments=(Instalment(id=f"{own}i", amount_ore=amount),),
    )  # fmt: skip
    return grant, rows


@st.composite
def rows_of(draw: st.DrawFn, own: str, amount: int) -> list[LedgerEntry]:
    """Make the rows of a grant: up to two payments, and repayments up to what was paid."""
    first = draw(st.integers(1, amount))
    parts = [(EntryKind.PAYMENT, first, YEAR)]
    if first < amount and draw(st.booleans()):
        parts.append((EntryKind.PAYMENT, amount - first, YEAR))
    rest = sum(ore for _, ore, _ in parts)
    for year in (YEAR, YEAR + 1):
        back = draw(st.integers(0, rest))
        if back and draw(st.booleans()):
            parts.append((EntryKind.REPAYMENT, back, year))
            rest -= back
    return [
        LedgerEntry(
            id=f"{own}{n}", year=year, post_id="p2", kind=kind, amount_ore=ore, grant_id=own,
            original_id=f"{own}0" if kind is EntryKind.REPAYMENT else None,
            year_concerned=YEAR if year != YEAR else None,
            date=draw(DAYS) if year == YEAR else None,
        )
        for n, (kind, ore, year) in enumerate(parts)
    ]  # fmt: skip


@st.composite
def indicators(draw: st.DrawFn, number: int) -> Indicator:
    """Make an indicator with values of some years and groups."""
    unit = draw(st.sampled_from(Unit))
    years = draw(st.lists(st.sampled_from([2016, 2018, 2019, 2020]), unique=True, max_size=3))
    groups = draw(st.sampled_from([GroupSet.NONE, GroupSet.ADULTS]))
    shown = (Group.ALL, Group.MEN, Group.WOMEN) if groups is GroupSet.ADULTS else (Group.ALL,)
    return Indicator(
        id=f"i{number}", name=draw(NAMES), unit=unit, groups=groups,
        direction=draw(st.sampled_from(Direction)),
        measurements=tuple(
            Measurement(id=f"m{number}{year}{group}", year=year, group=group,
                        value_thousandths=1000 * draw(st.integers(1, 100)))
            for year in years for group in shown
        ),
    )  # fmt: skip


@st.composite
def budgets(draw: st.DrawFn) -> tuple[BudgetYear, list[LedgerEntry]]:
    """Make a budget of two posts with costs, income and a transfer, closed or not."""
    planned = [draw(AMOUNTS), draw(AMOUNTS)]
    posts = tuple(BudgetPost(id=f"p{n}", name=name, deviation_text=draw(TEXTS))
                  for n, name in ((1, f"{draw(NAMES)} och annat"), (2, "Bidrag")))  # fmt: skip
    version = BudgetVersion(
        id="v", frame_ore=sum(planned), allocations=tuple(
            Allocation(id=f"al{n}", post_id=f"p{n}", planned_ore=ore)
            for n, ore in enumerate(planned, 1)
        ),
    )  # fmt: skip
    kinds = draw(st.lists(st.sampled_from([EntryKind.COST, EntryKind.INCOME]), max_size=3))
    rows = [
        LedgerEntry(id=f"c{n}", year=YEAR, post_id="p1", kind=kind, amount_ore=draw(AMOUNTS),
                    counterpart=draw(NAMES))
        for n, kind in enumerate(kinds)
    ]  # fmt: skip
    moved = draw(st.integers(0, planned[0]))
    if moved:
        pair = ((EntryKind.TRANSFER_OUT, "p1"), (EntryKind.TRANSFER_IN, "p2"))
        rows += [LedgerEntry(id=f"t{post}", year=YEAR, post_id=post, kind=kind, amount_ore=moved)
                 for kind, post in pair]  # fmt: skip
    closed = dt.date(YEAR + 1, 2, 1) if draw(st.booleans()) else None
    return BudgetYear(id="b", year=YEAR, posts=posts, versions=(version,), closed_on=closed), rows


@st.composite
def any_year(draw: st.DrawFn) -> YearSheets:
    """Make a year with anything in it."""
    budget, rows = draw(budgets())
    given = [draw(grants(n)) for n in range(draw(st.integers(0, 4)))]
    ledger = [*rows, *(row for _, own in given for row in own)]
    goal = draw(st.sampled_from(["", "att fler är trygga", "att a ska b, att c samt att d."]))
    areas = tuple(FocusArea(id=f"f{n}", number=str(n), title=draw(NAMES), comment=draw(TEXTS),
                            goal=draw(TEXTS)) for n in (1, 2))  # fmt: skip
    adopted = draw(st.none() | st.just(dt.date(YEAR - 1, 12, 4)))
    plan = Plan(id="p", year=YEAR, goal=goal, areas=areas, decided_on=adopted)
    return HandYear(
        year=YEAR, council=draw(st.just("") | NAMES), short=draw(st.sampled_from(["", "TR"])),
        plan=plan if draw(st.integers(0, 4)) else None,
        activities=tuple(draw(activities(n)) for n in range(draw(st.integers(0, 4)))),
        letters=tuple(Letter(id=f"l{n}", year=YEAR, state=draw(st.sampled_from(LetterState)))
                      for n in range(draw(st.integers(0, 13)))),
        meetings=tuple(replace(meeting(f"s{n}", draw(st.sampled_from(MeetingState))))
                       for n in range(draw(st.integers(0, 4)))),
        agreements=(Agreement(
            id="ag1", kind=AgreementKind.IOP, title=draw(NAMES), amount_ore=draw(AMOUNTS),
            valid_from=draw(DAYS),
            meetings=tuple(AgreementMeeting(id=f"am{n}", held=True, date=draw(DAYS))
                           for n in range(draw(st.integers(0, 2)))),
        ),),
        consultations=tuple(
            Consultation(id=f"q{n}", title=draw(NAMES), received=dt.date(YEAR, 3, 1),
                         state=draw(st.sampled_from(ConsultationState)))
            for n in range(draw(st.integers(0, 3)))
        ),
        budget=budget if draw(st.integers(0, 4)) else None,
        entries=tuple(replace(each, number=n) for n, each in enumerate(ledger, 1)),
        grants=tuple(grant for grant, _ in given),
        indicators=tuple(draw(indicators(n)) for n in range(draw(st.integers(0, 3)))),
        names={grant.id: f"{draw(NAMES)} {grant.id}-klubben" for grant, _ in given},
    )  # fmt: skip


def papers(year: YearSheets) -> tuple[YearSheets, tuple[Report, ...]]:
    """Return a year with its plan, its annual report and the statement that it is attached to."""
    cover = Report(id="t", year=YEAR, kind=ReportKind.STATEMENT, date=dt.date(YEAR + 1, 2, 16),
                   administration="Kommunstyrelsens förvaltning")  # fmt: skip
    report = Report(id="r", year=YEAR, attached_to_id="t", attachment_number=1)
    plan = Report(id="v", year=YEAR, kind=ReportKind.ACTIVITY_PLAN)
    made = (report, cover, plan)
    return replace(year, reports=made), made
