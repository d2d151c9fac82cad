"""What a grant's decisions, facts and conflicts of interest are in words."""

from collections.abc import Iterator

from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.terms import DecisionKind, Outcome, Verdict
from hubra_desktop.model.records.money import GrantDecision
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.words import word
from hubra_desktop.work.queries.grants import Conflict, GrantView


def decision_lines(decision: GrantDecision) -> str:
    """Tell a decision in a line, and whether it is the formal one."""
    day = str(decision.year) if decision.date is None else short_date(decision.date)
    what = capitalised(word(decision.kind))
    if decision.amount_ore is not None:
        what = f"{what} {kronor(decision.amount_ore)}"
    elif decision.kind in (DecisionKind.GRANT, DecisionKind.RAISE, DecisionKind.LOWER):
        missing = say("belopp anges inte")
        what = f"{what}, {missing}"
    formal = say("formellt beslut")
    stance = say("inte formellt beslut")
    due = ""
    if decision.last_day is not None:
        due = say("ska betalas senast {day}", day=short_date(decision.last_day))
    parts = (
        day,
        what,
        decision.decided_by,
        _section(decision),
        formal if decision.formal else stance,
        due,
    )
    return " · ".join(part for part in parts if part)


def _section(decision: GrantDecision) -> str:
    section = decision.section.strip()
    return section if not section or section.startswith("§") else f"§ {section}"


def conflict_text(conflict: Conflict) -> str:
    """Say who sits on both sides, and what follows."""
    text = say(
        "{name} är {here} i rådet och {there} i föreningen: jäv. Den som är jävig "
        "deltar inte i beslutet."
    )
    return text.format(name=conflict.name, here=word(conflict.here), there=word(conflict.there))


def facts_of(view: GrantView) -> Iterator[tuple[str, str]]:
    """Yield the facts of a grant: what each is called, and what it is ("" when not known)."""
    sheet = view.sheet
    period = "–".join(
        short_date(day) for day in (sheet.project_from, sheet.project_to) if day is not None
    )
    yield say("Ändamål"), sheet.purpose
    yield say("Ansökt den"), _day(sheet.applied_on)
    yield say("Ansökan återtagen den"), _day(sheet.retracted_on)
    yield say("Projekttid"), period
    yield say("Villkor"), sheet.conditions
    yield say("Redovisas senast"), _day(sheet.report_due)
    yield say("Redovisat den"), _day(sheet.report_received)
    accounted = sheet.accounted_ore
    yield say("Redovisat belopp"), "" if accounted is None else kronor(accounted)
    verdict = "" if sheet.verdict is Verdict.NONE else capitalised(word(sheet.verdict))
    yield say("Bedömning"), _joined(verdict, sheet.assessment)
    outcome = "" if sheet.outcome is Outcome.OPEN else capitalised(word(sheet.outcome))
    yield say("Utfall"), _joined(outcome, sheet.outcome_reason)
    yield say("Avslutat den"), _day(sheet.ended_on)
    yield say("Kontaktperson"), sheet.contact
    yield say("Anteckning"), sheet.note


def _day(day: object) -> str:
    return "" if day is None else str(day)


def _joined(one: str, other: str) -> str:
    return ": ".join(part for part in (one, other) if part)
