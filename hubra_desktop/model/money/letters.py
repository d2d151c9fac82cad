"""Which letters a grant's decisions give: a decision letter, a reclaim, or none yet.

A letter that would say the wrong thing, or nothing, is refused with a sentence that
says what to do first.
"""

import datetime as dt
from dataclasses import replace
from typing import Final

from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.grants import Standing, standing
from hubra_desktop.model.money.terms import DecisionKind
from hubra_desktop.model.records.money import Grant, GrantDecision
from hubra_desktop.model.swedish import capitalised

WITH_AMOUNT: Final = frozenset(
    {DecisionKind.GRANT, DecisionKind.RAISE, DecisionKind.LOWER, DecisionKind.WRITE_OFF}
)
"""The decisions whose letters tell an amount."""
AHEAD: Final = 31
"""How many days after today a letter may be dated: it may lie ready before it is sent."""
_NOT_LETTERS: Final = frozenset({DecisionKind.STANCE, DecisionKind.RECLAIM})


def letter_decisions(grant: Grant) -> tuple[GrantDecision, ...]:
    """Return the decisions that can have a decision letter, in their order."""
    return tuple(each for each in grant.decisions if each.kind not in _NOT_LETTERS)


def decision_of(grant: Grant, decision_id: str | None) -> GrantDecision:
    """Find the decision to write about, the latest when none is named; raises InputError."""
    if decision_id is None:
        found = letter_decisions(grant)[-1:]
    else:
        found = tuple(each for each in grant.decisions if each.id == decision_id)
    if found:
        return found[0]
    raise refusal("Bidraget har inget beslut att skriva brev om. Skriv in beslutet först.")


def granted_by(grant: Grant, decision: GrantDecision) -> int | None:
    """Return the granted amount after ``decision``, in öre.

    None when one of them does not say how much.
    """
    ids = [each.id for each in grant.decisions]
    until = grant.decisions[: ids.index(decision.id) + 1] if decision.id in ids else (decision,)
    now = standing(replace(grant, decisions=until), ())
    return now.granted if now.granted_known else None


def check_letter(decision: GrantDecision) -> None:
    """Refuse a letter about another kind of decision or without an amount; raises InputError."""
    if decision.kind is DecisionKind.STANCE:
        raise refusal(
            "Ett ställningstagande är inget beslut om pengar. "
            "Skriv in beslutet först och skriv sedan ut brevet för det."
        )
    if decision.kind is DecisionKind.RECLAIM:
        raise refusal("Ett beslut om återkrav skrivs ut som återkrav, inte som beslutsbrev.")
    if decision.kind in WITH_AMOUNT and decision.amount_ore is None:
        raise refusal("Beslutet saknar belopp. Skriv in beloppet innan du skriver ut brevet.")


def check_letter_day(decision: GrantDecision, day: dt.date, today: dt.date) -> None:
    """Refuse a day that no letter is issued on: before its decision, or long after today.

    What is issued is kept with its day, so that a slip of the finger would stand.
    """
    if decision.date is not None and day < decision.date:
        raise refusal(
            "Beslutet är från {decided}, så brevet kan inte vara från {day}. Ändra dagen.",
            decided=day_in_words(decision.date),
            day=day_in_words(day),
        )
    if day > today + dt.timedelta(days=AHEAD):
        raise refusal(
            "{day} är mer än en månad fram. Skriv den dag då brevet skickas.",
            day=capitalised(day_in_words(day)),
        )


def reclaim_of(grant: Grant) -> GrantDecision:
    """Find the latest decision to reclaim; raises InputError when there is none."""
    found = [each for each in grant.decisions if each.kind is DecisionKind.RECLAIM]
    if found:
        return found[-1]
    raise refusal(
        "Det finns inget beslut om återkrav. Skriv in beslutet först, med belopp och "
        "sista dag, och skriv sedan ut brevet."
    )


def check_reclaim(now: Standing) -> None:
    """Refuse a reclaim letter when nothing is outstanding; raises InputError."""
    if now.rest > 0:
        return
    if now.claimed <= 0:
        raise refusal(
            "Beslutet om återkrav saknar belopp. Skriv in beloppet innan du skriver ut brevet."
        )
    if now.paid <= 0:
        raise refusal(
            "Inget är utbetalt av bidraget, så det finns inget att kräva tillbaka. "
            "Bokför utbetalningen först."
        )
    raise refusal(
        "Det finns inget kvar att kräva tillbaka: {repaid} är återbetalt av {paid}.",
        repaid=kronor(now.repaid),
        paid=kronor(now.paid),
    )
