"""The life of a grant as steps: applied, granted, paid, then reported or reclaimed, and its end."""

from datetime import date

from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.grants import Standing, governing
from hubra_desktop.model.money.terms import DecisionKind, GrantState, Outcome
from hubra_desktop.model.money.totals import granted_text
from hubra_desktop.model.records.money import Grant
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.words import word
from hubra_desktop.ui.pages.money.life_line import LifeStep, StepKind

_RETURNED = (GrantState.RECLAIMED, GrantState.PARTLY_REPAID, GrantState.FULLY_REPAID)
_LAST = {
    GrantState.FULLY_REPAID: StepKind.PASSED,
    GrantState.PARTLY_REPAID: StepKind.NOW,
    GrantState.WRITTEN_OFF: StepKind.PASSED,
    GrantState.RECLAIMED: StepKind.COMING,
}


def life_steps(grant: Grant, now: Standing) -> tuple[LifeStep, ...]:
    """Return the steps of a grant's life, those to come with them."""
    decision = governing(grant)
    first = _applied(grant, decided=now.state is not GrantState.APPLIED)
    if grant.retracted_on is not None and decision is None:
        return (first, _stopped(now, grant.retracted_on))
    if decision is not None and decision.kind is not DecisionKind.GRANT:
        return (first, _stopped(now, decision.date))
    return (first, _granted(grant, now), _paid(now), *_rest(grant, now))


def life_text(steps: tuple[LifeStep, ...], state: GrantState) -> str:
    """Tell the steps that have been passed in one sentence, with where the grant stands."""
    passed = [step for step in steps if step.kind is not StepKind.COMING]
    told = [" ".join((step.name, *step.told.split("\n"))).strip() for step in passed]
    return f"{capitalised(word(state))}. {'; '.join(told)}."


def _told(amount: str, day: date | None) -> str:
    return "\n".join(part for part in (amount, "" if day is None else short_date(day)) if part)


def _applied(grant: Grant, *, decided: bool) -> LifeStep:
    name = say("Ansökt")
    applied = "" if grant.applied_ore is None else kronor(grant.applied_ore)
    text = _told(applied, grant.applied_on) or str(grant.year)
    return LifeStep(name, text, StepKind.PASSED if decided else StepKind.NOW)


def _stopped(now: Standing, day: date | None) -> LifeStep:
    return LifeStep(capitalised(word(now.state)), _told("", day), StepKind.STOPPED)


def _granted(grant: Grant, now: Standing) -> LifeStep:
    decision = governing(grant)
    name = say("Beviljat")
    if decision is None:
        return LifeStep(name, "", StepKind.COMING)
    return LifeStep(name, _told(granted_text(now), decision.date), StepKind.PASSED)


def _paid(now: Standing) -> LifeStep:
    whole = now.paid >= now.granted
    if not now.paid:
        return LifeStep(say("Utbetalt"), "", StepKind.COMING)
    name = say("Utbetalt") if whole else say("Delvis utbetalt")
    return LifeStep(name, kronor(now.paid), StepKind.PASSED if whole else StepKind.NOW)


def _rest(grant: Grant, now: Standing) -> tuple[LifeStep, ...]:
    if now.claimed or now.repaid or now.state in _RETURNED:
        return (_claimed(grant, now), _repaid(now))
    if grant.outcome is Outcome.NOT_CARRIED_OUT:
        name = capitalised(word(GrantState.NOT_CARRIED_OUT))
        stopped = LifeStep(name, "", StepKind.STOPPED)
        # Of what was never paid, nothing is to come back.
        again = (LifeStep(say("Återbetalt"), "", StepKind.COMING),) if now.paid else ()
        return (stopped, *again)
    return (_reported(grant, now), _ended(grant, now))


def _claimed(grant: Grant, now: Standing) -> LifeStep:
    if now.claimed:
        return LifeStep(say("Återkrävt"), kronor(now.claimed), StepKind.PASSED)
    if grant.outcome is Outcome.NOT_CARRIED_OUT:
        name = capitalised(word(GrantState.NOT_CARRIED_OUT))
        return LifeStep(name, say("betalat tillbaka utan krav"), StepKind.STOPPED)
    return LifeStep(say("Betalas tillbaka"), kronor(now.owed), StepKind.PASSED)


def _repaid(now: Standing) -> LifeStep:
    kind = _LAST.get(now.state, StepKind.PASSED)
    names = (GrantState.FULLY_REPAID, GrantState.PARTLY_REPAID, GrantState.WRITTEN_OFF)
    state = capitalised(word(now.state)) if now.state in names else say("Återbetalt")
    if not now.repaid:
        return LifeStep(state, kronor(now.rest or now.written_off), kind)
    told = kronor(now.repaid)
    if now.rest:
        left = say("{amount} återstår", amount=kronor(now.rest))
        told = f"{told}\n{left}"
    return LifeStep(state, told, kind)


def _reported(grant: Grant, now: Standing) -> LifeStep:
    name = say("Redovisat")
    if grant.report_received is not None:
        text = f"{short_date(grant.report_received)}\n{word(grant.verdict)}"
        return LifeStep(name, text, StepKind.PASSED)
    due = ""
    if grant.report_due is not None:
        due = say("senast {day}", day=short_date(grant.report_due))
    waiting = now.paid and now.paid >= now.granted and now.state is not GrantState.ENDED
    return LifeStep(name, due, StepKind.NOW if waiting else StepKind.COMING)


def _ended(grant: Grant, now: Standing) -> LifeStep:
    name = say("Avslutat")
    ended = now.state is GrantState.ENDED
    return LifeStep(name, _told("", grant.ended_on), StepKind.PASSED if ended else StepKind.COMING)
