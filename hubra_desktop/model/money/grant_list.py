"""What a list of grants tells of each beside its sums: its decisions, and other years' rows.

The words are those of papers and the command line, which are Swedish.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from hubra_desktop.model.language import N_, Tell, swedish
from hubra_desktop.model.money.amounts import MINUS, digits, kronor
from hubra_desktop.model.money.grants import BookedYear, Moved, decided, governing
from hubra_desktop.model.money.terms import DecisionKind
from hubra_desktop.model.records.money import Grant, GrantDecision
from hubra_desktop.model.swedish import short_date
from hubra_desktop.model.wording import joined

NO_DAY = "dag saknas"
UNDECIDED = "Inte beslutat"


def decision_texts(grant: Grant) -> tuple[str, ...]:
    """Return the decisions that make what is granted: by whom, when, which section.

    Where several make a sum each tells its amount, a change with its sign.
    """
    last = governing(grant)
    if last is None:
        day = grant.retracted_on
        return (UNDECIDED,) if day is None else (f"Ansökan återtagen {short_date(day)}",)
    if last.kind is not DecisionKind.GRANT:
        return (_taken(last),)
    decisions = decided(grant)
    if len(decisions) == 1:
        return (_taken(last),)
    return tuple(f"{_taken(each)}: {_amount(each)}" for each in decisions)


def day_of(day: dt.date | None, year: int) -> str:
    """Write a day, or its year and that the day is missing."""
    return short_date(day) if day else f"{year}, {NO_DAY}"


def _taken(decision: GrantDecision) -> str:
    day = day_of(decision.date, decision.year)
    parts = (decision.decided_by.strip(), day, decision.section.strip())
    return ", ".join(part for part in parts if part)


def _amount(decision: GrantDecision) -> str:
    """Write how much a decision grants, or changes the grant by."""
    if decision.amount_ore is None:
        confirms = decision.kind is DecisionKind.GRANT and decision.formal
        return "formellt beslut" if confirms else "beloppet anges inte"
    signs = {DecisionKind.RAISE: "+", DecisionKind.LOWER: MINUS}
    mark = " (formellt beslut)" if decision.kind is DecisionKind.GRANT and decision.formal else ""
    return f"{signs.get(decision.kind, '')}{digits(decision.amount_ore)}{mark}"


def elsewhere(grants: Iterable[tuple[Grant, Moved]]) -> tuple[BookedYear, ...]:
    """Add up what was booked for grants in other years than their own, by year."""
    sums: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for grant, ledger in grants:
        for each in ledger.years:
            if each.year != grant.year:
                paid, repaid = sums[each.year]
                sums[each.year] = paid + each.paid, repaid + each.repaid
    return tuple(BookedYear(year, *sums[year]) for year in sorted(sums) if any(sums[year]))


def elsewhere_text(years: Iterable[BookedYear], tell: Tell = swedish) -> str:
    """Write ``Bokfört 2018: utbetalt 20 000 kr och återbetalt 5 000 kr``; "" for nothing."""
    return ". ".join(
        tell(N_("Bokfört {year}: {what}"), year=each.year, what=joined(_moves(each, tell), tell))
        for each in years
    )


def _moves(booked: BookedYear, tell: Tell) -> list[str]:
    sums = ((booked.paid, N_("utbetalt {amount}")), (booked.repaid, N_("återbetalt {amount}")))
    return [tell(words, amount=kronor(ore)) for ore, words in sums if ore]
