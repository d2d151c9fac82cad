"""The law's sections against what a register holds: in place, to be looked at, missing, unknown."""

import datetime as dt
from dataclasses import replace

import pytest

from hubra_desktop.model.language import swedish
from hubra_desktop.model.law.evidence import LawAnswer, LawFacts, LawState, answers
from hubra_desktop.model.law.sections import SECTIONS, sections_on
from hubra_desktop.model.plan.terms import AgreementKind, PlanKind
from hubra_desktop.model.records.plan import Agreement, AgreementParty, Plan
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.records.rulebook import LawNote

DAY = dt.date(2026, 11, 30)
PLAN = Plan(
    id="p", kind=PlanKind.MEASURES, year=2025, situation="Läget",
    situation_date=dt.date(2025, 1, 10), decided_on=dt.date(2025, 2, 1),
)  # fmt: skip
AGREED = Agreement(
    id="a", kind=AgreementKind.COOPERATION, title="Samverkan", purpose="Trygghet i centrum",
    valid_from=dt.date(2025, 1, 1), parties=(AgreementParty(name="Polisen"),),
)  # fmt: skip
REPORT = Report(id="r", year=2025, date=dt.date(2026, 2, 15), delivered_to="Fullmäktige")
NOTE = LawNote(id="n", law="2023:196", section="11–12", text="Åsa Ek", since=dt.date(2024, 1, 1))
FACTS = LawFacts(
    day=DAY, council="Rådet", council_id="b", measures=(PLAN,), agreements=(AGREED,),
    meetings=(dt.date(2026, 3, 4),), told=(REPORT,), notes={"11–12": NOTE},
)  # fmt: skip


def answer(number: str, facts: LawFacts) -> LawAnswer:
    return next(each for each in answers(facts) if each.section.number == number)


def states(facts: LawFacts) -> dict[str, LawState]:
    return {each.section.number: each.state for each in answers(facts)}


def test_what_is_in_place_is_told_with_its_evidence_and_day() -> None:
    assert states(FACTS) == {
        "4": LawState.IN_PLACE, "5": LawState.IN_PLACE, "6": LawState.IN_PLACE,
        "7": LawState.UNKNOWN, "9": LawState.IN_PLACE, "10": LawState.LOOK,
        "11–12": LawState.IN_PLACE, "13": LawState.IN_PLACE, "14": LawState.UNKNOWN,
    }  # fmt: skip
    assert answer("4", FACTS).since == dt.date(2025, 1, 10)
    assert answer("9", FACTS).evidence[0].sentence == "Samverkan (Polisen)"
    assert answer("11–12", FACTS).since == dt.date(2024, 1, 1)
    assert "Fullmäktige" in answer("13", FACTS).evidence[0].sentence
    lacking = {each.lacking for each in answers(FACTS) if each.state is LawState.IN_PLACE}
    assert lacking == {""}


def test_an_empty_register_is_told_what_is_missing() -> None:
    told = answers(LawFacts(day=DAY), swedish)
    assert {each.state for each in told} == {LawState.MISSING, LawState.LOOK, LawState.UNKNOWN}
    assert all(each.lacking.endswith(".") for each in told)


@pytest.mark.parametrize(
    ("number", "changed", "state", "lacking"),
    [
        ("4", {"situation_date": None}, LawState.LOOK, "inget datum"),
        ("4", {"situation_date": None, "situation": ""}, LawState.MISSING, "ingen lägesbild"),
        ("5", {"decided_on": None}, LawState.LOOK, "inte beslutad"),
        ("6", {"situation_date": dt.date(2024, 11, 29)}, LawState.LATE, "den 29 november 2026"),
        ("6", {"decided_on": dt.date(2024, 1, 1)}, LawState.LATE, "följts upp senast"),
        ("6", {"decided_on": None}, LawState.MISSING, "varken beslutad"),
    ],
)
def test_a_plan_without_its_days_or_too_old(
    number: str, changed: dict[str, object], state: LawState, lacking: str
) -> None:
    plan = replace(PLAN, **changed)  # type: ignore[arg-type]
    found = answer(number, replace(FACTS, measures=(plan,)))
    assert found.state is state
    assert lacking in found.lacking


def test_two_years_to_the_day_are_kept() -> None:
    plan = replace(PLAN, situation_date=dt.date(2024, 11, 30), decided_on=dt.date(2024, 11, 30))
    assert answer("6", replace(FACTS, measures=(plan,))).state is LawState.IN_PLACE


def test_agreements_and_reports_that_do_not_hold() -> None:
    ended = replace(AGREED, valid_to=dt.date(2026, 11, 29))
    assert answer("9", replace(FACTS, agreements=(ended,))).state is LawState.MISSING
    bare = replace(AGREED, purpose=" ")
    assert "Samverkan" in answer("9", replace(FACTS, agreements=(bare,))).lacking
    old = replace(REPORT, date=dt.date(2024, 1, 1))
    assert answer("13", replace(FACTS, told=(old,))).state is LawState.LOOK
    assert answer("13", replace(FACTS, told=())).state is LawState.LOOK
    assert answer("10", replace(FACTS, meetings=())).state is LawState.MISSING


def test_the_council_is_the_strategic_one_only_when_somebody_has_said_so() -> None:
    note = replace(NOTE, section="10", text="Rådet är kommunens strategiska råd.")
    found = answer("10", replace(FACTS, notes={"10": note}))
    assert (found.state, found.since, found.note) == (LawState.IN_PLACE, note.since, note)
    beside = replace(NOTE, section="4", text="Görs i april")
    assert answer("4", replace(FACTS, notes={"4": beside}, measures=())).state is LawState.MISSING
    empty = replace(NOTE, section="10", text=" ")
    assert answer("10", replace(FACTS, notes={"10": empty})).note is None


def test_sections_are_asked_for_from_their_day_on() -> None:
    assert sections_on(dt.date(2018, 3, 7)) == ()
    assert "5" not in {each.number for each in sections_on(dt.date(2024, 6, 30))}
    assert sections_on(DAY) == SECTIONS
    assert [each.cited for each in SECTIONS][5:7] == ["10 §", "11–12 §§"]
