"""What has been recorded of a section, in a few lines, as the view of the meeting tells it."""

from collections.abc import Iterator

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.records.minutes import Decision, Section, SectionBallot
from hubra_desktop.model.swedish import capitalised, date_in_text
from hubra_desktop.model.words import word


def recorded_lines(section: Section) -> tuple[str, ...]:
    """Return a line for each thing recorded, in the order in which the minutes tell them."""
    return tuple(_lines(section))


def _lines(section: Section) -> Iterator[str]:
    for each in section.disqualifications:
        yield _with(say("Jäv: {name}", name=each.name), each.reason)
    for moved in section.proposals:
        if not moved.withdrawn:
            told = say("Yrkande av {name}: {what}", name=moved.name, what=word(moved.kind))
            yield _with(told, moved.text)
    for ballot in section.ballots:
        yield _ballot(ballot)
    for dissent in section.dissents:
        told = f"{capitalised(word(dissent.kind))}: {dissent.name}"
        yield _with(told, dissent.text)
    for decision in section.decisions:
        if decision.executor:
            yield _executed(decision, several=len(section.decisions) > 1)


def _executed(decision: Decision, *, several: bool) -> str:
    told = say("Utförs av {name}", name=decision.executor)
    if decision.due is not None:
        told = say("{told} senast {day}", told=told, day=date_in_text(decision.due))
    return _with(told, decision_text(decision)) if several else told


def _ballot(ballot: SectionBallot) -> str:
    told = say(
        "Omröstning: {yes} ja, {no} nej, {abstained} avstår",
        yes=ballot.yes,
        no=ballot.no,
        abstained=ballot.abstained,
    )
    meant = (f"ja = {ballot.yes_means}" if ballot.yes_means else "",
             f"nej = {ballot.no_means}" if ballot.no_means else "",
             say("ordförandens utslagsröst avgjorde") if ballot.casting else "")  # fmt: skip
    return _with(told, ", ".join(part for part in meant if part))


def _with(told: str, more: str) -> str:
    return f"{told} – {more}" if more.strip() else told


def decision_text(decision: Decision) -> str:
    """Return what a decision says: the words adopted, else those proposed."""
    if decision.outcome is DecisionOutcome.OPEN:
        return decision.proposed
    return decision.adopted or decision.proposed


def says_something(decision: Decision) -> bool:
    """Tell whether a decision is proposed in words, or taken."""
    return decision.outcome is not DecisionOutcome.OPEN or bool(decision.proposed.strip())


def outcome_text_of(decision: Decision) -> str:
    """Say what became of a proposal."""
    return say("Beslut: {outcome}", outcome=word(decision.outcome))
