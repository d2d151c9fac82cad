"""A council's year for the tests: plan, money, indicators and papers, drawn by Hypothesis.

Any value that a field may hold, in rows that keep the rules between them: an amount is
paid only where it was granted, a reason stands where one is demanded.
"""

import dataclasses
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from hypothesis import strategies as st

from hubra_desktop.model.indicators.terms import GROUPS, GroupSet, Missing, Unit
from hubra_desktop.model.money.terms import DecisionKind, EntryKind
from hubra_desktop.model.plan.terms import ConsultationState
from hubra_desktop.model.records.fields import RecordField, Ref, fields_of
from hubra_desktop.model.records.indicators import Indicator, Measurement
from hubra_desktop.model.records.money import (
    Allocation,
    Association,
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
    Agreement,
    AgreementParty,
    Consultation,
    FocusArea,
    Letter,
    Plan,
)
from hubra_desktop.model.records.reports import Report

S = TypeVar("S")
Ids = Callable[[str], str]
_ODD = "aÅäö é👩‍🚒مرحبا\u0301\u202e\"\\/<{}%;'\t"
LINES = st.text(alphabet=_ODD, max_size=8)
TEXTS = st.text(alphabet=_ODD + "\n", max_size=12)
PICTURES = st.just(b"") | st.binary(max_size=40).map(lambda tail: b"\x89PNG\r\n\x1a\n" + tail)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
YEAR = 2031
DAYS_OF_YEAR = st.dates(date(YEAR, 1, 1), date(YEAR, 12, 31))
REASON = "Något kom emellan"
_RUNNING = {"text", "note", "reason", "goal", "purpose", "comment", "report_text"}


def any_sheet(draw: st.DrawFn, ids: Ids, kind: type[S], **given: Any) -> S:
    """Draw a sheet of ``kind``; references lead nowhere, lists hold one part each."""
    values: dict[str, Any] = {"id": ids("y")}
    for name, field in fields_of(kind).items():
        if name != "id" and name not in given:
            values[name] = _value(draw, ids, field)
    return kind(**values, **given)


def _value(draw: st.DrawFn, ids: Ids, field: RecordField) -> Any:
    if field.is_list:
        return (any_sheet(draw, ids, field.kind),)
    if field.optional and (field.mark(Ref) is not None or draw(st.booleans())):
        return None
    if field.name in {"year", "compared_year", "active_from", "active_to"}:
        return YEAR
    return draw(_strategy(field.name, field.kind))


def _strategy(name: str, kind: type) -> st.SearchStrategy[Any]:
    if issubclass(kind, StrEnum):
        return st.sampled_from(list(kind))
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers(0, 10**6)
    if kind is date:
        return DAYS
    if kind is bytes:
        return PICTURES
    return TEXTS if name in _RUNNING else LINES


def years(draw: st.DrawFn, ids: Ids, body_id: str) -> dict[str, Any]:
    """Draw what a bundle holds beside meetings, about the body and its year."""
    area = any_sheet(draw, ids, FocusArea)
    plan = any_sheet(draw, ids, Plan, areas=(area,))
    budget, post = _budget(draw, ids)
    grant, ledger = _grant(draw, ids, body_id, post)
    party = AgreementParty(id=ids("z"), name=f"P {draw(LINES)}")
    main = ActivityArea(id=ids("v"), area_id=area.id, main=True)
    return {
        "plans": (plan,),
        "activities": (
            any_sheet(draw, ids, Activity, areas=(main,), links=(), reason=REASON, ends=None),
        ),
        "letters": (any_sheet(draw, ids, Letter, sent_on=draw(st.none() | DAYS_OF_YEAR)),),
        "agreements": (any_sheet(draw, ids, Agreement, parties=(party,), valid_to=None),),
        "consultations": (
            any_sheet(draw, ids, Consultation, state=ConsultationState.INCOMING, due=None),
        ),
        "associations": (Association(id=ids("a"), body_id=body_id, note=draw(TEXTS)),),
        "budget_years": (budget,),
        "grants": (grant,),
        "ledger": ledger,
        "indicators": (_indicator(draw, ids),),
        "reports": (any_sheet(draw, ids, Report),),
    }


def _budget(draw: st.DrawFn, ids: Ids) -> tuple[BudgetYear, str]:
    post = BudgetPost(id=ids("t"), name=draw(LINES))
    planned = draw(st.integers(0, 10**8))
    version = BudgetVersion(
        id=ids("w"),
        frame_ore=draw(st.sampled_from([None, planned])),
        allocations=(Allocation(id=ids("o"), post_id=post.id, planned_ore=planned),),
    )
    year = BudgetYear(id=ids("u"), year=YEAR, posts=(post,), versions=(version,))
    return year, post.id


def _grant(
    draw: st.DrawFn, ids: Ids, body_id: str, post_id: str
) -> tuple[Grant, tuple[LedgerEntry, ...]]:
    granted = draw(st.integers(2, 10**7))
    paid = draw(st.integers(1, granted))
    decision = GrantDecision(
        id=ids("c"), kind=DecisionKind.GRANT, year=YEAR, amount_ore=granted, section=draw(LINES)
    )
    grant = Grant(id=ids("n"), year=YEAR, body_id=body_id, post_id=post_id, decisions=(decision,))
    payment = LedgerEntry(
        id=ids("l"),
        number=1,
        year=YEAR,
        post_id=post_id,
        kind=EntryKind.PAYMENT,
        amount_ore=paid,
        grant_id=grant.id,
    )
    repayment = dataclasses.replace(
        payment,
        id=ids("l"),
        number=2,
        kind=EntryKind.REPAYMENT,
        amount_ore=draw(st.integers(1, paid)),
        original_id=payment.id,
    )
    return grant, (payment, repayment)


def _indicator(draw: st.DrawFn, ids: Ids) -> Indicator:
    groups = draw(st.sampled_from(GroupSet))
    values = tuple(
        Measurement(
            id=ids("q"),
            year=YEAR,
            group=group,
            value_thousandths=draw(st.integers(1000, 100_000)),
            missing=Missing.NO,
            evidence=draw(LINES),
        )
        for group in GROUPS[groups]
    )
    return Indicator(
        id=ids("k"), name=draw(LINES), unit=Unit.PERCENT, groups=groups, measurements=values
    )
