"""Grants that were granted alike, told in one sentence and a list.

Grants that one decision gave to several, and that nothing else happened to, are not told one
paragraph each: what they have in common stands once, and what is their own, as the purpose
where it is not the same for all, stands in a list. Always Swedish: it is printed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.grant_narrative import (
    OUTCOME_WORDS,
    GrantSums,
    day_or_year,
    form_text,
    purpose_text,
    section_text,
)
from hubra_desktop.model.money.grants import granting
from hubra_desktop.model.money.terms import DecisionKind, Outcome, Verdict
from hubra_desktop.model.narrative import (
    FactText,
    Value,
    Words,
    begun,
    decision_key,
    fill_template,
    grant_key,
    join_words,
)
from hubra_desktop.model.records.money import Grant, GrantDecision, LedgerEntry
from hubra_desktop.model.swedish import capitalised, count_in_words, date_in_text

_PLAIN: Final = frozenset({DecisionKind.STANCE, DecisionKind.GRANT})
_TOLD_BRIEFLY: Final = frozenset({Outcome.OPEN, Outcome.CARRIED_OUT, Outcome.PARTLY})
Entries = Callable[[Grant], Iterable[LedgerEntry]]


class Alike(NamedTuple):
    """Grants with one decision in common, each with the words that are its own."""

    decision: Words
    items: tuple[tuple[Grant, Words], ...]


def alike(grants: Sequence[Grant], entries_of: Entries) -> Iterator[Grant | Alike]:
    """Yield the grants in order, those that were granted alike together at the first of them."""
    groups: dict[tuple[object, ...], list[Grant]] = {}
    keys = [_common(grant, entries_of) for grant in grants]
    for grant, key in zip(grants, keys, strict=True):
        if key is not None:
            groups.setdefault(key, []).append(grant)
    for grant, key in zip(grants, keys, strict=True):
        group = groups.get(key, []) if key is not None else []
        if len(group) < 2:
            yield grant
        elif group[0] is grant:
            shared = len({purpose_text(each) for each in group}) == 1
            items = tuple((each, _own(each, entries_of(each), shared)) for each in group)
            yield Alike(_decision(grant, shared), items)


def _common(grant: Grant, entries_of: Entries) -> tuple[object, ...] | None:
    """Return what a grant has in common with others; None where it has a story of its own."""
    decisions = granting(grant)
    plain = len(decisions) == 1 and all(each.kind in _PLAIN for each in grant.decisions)
    if not plain or decisions[0].amount_ore is None or grant.outcome not in _TOLD_BRIEFLY:
        return None
    sums = GrantSums(grant, entries_of(grant))
    if sums.repayments or grant.outcome_reason.strip():
        return None
    first = decisions[0]
    return (
        first.decided_by.strip(), first.date, first.year, first.section.strip(), form_text(grant)
    )  # fmt: skip


def _decision(grant: Grant, shared: bool) -> Words:
    """Tell the decision that the grants have in common, and a purpose that is ``shared``."""
    first: GrantDecision = granting(grant)[0]
    by = first.decided_by.strip()
    if by:
        template = "{by} beviljade {when} {form}{purpose} till följande sökande{section}:"
    else:
        template = "Följande sökande beviljades {when} {form}{purpose}{section}:"
    return fill_template(
        template, by=capitalised(by), when=day_or_year(first.date, first.year),
        form=form_text(grant), purpose=purpose_text(grant) if shared else "",
        section=section_text(first),
    )  # fmt: skip


def _own(grant: Grant, entries: Iterable[LedgerEntry], shared: bool) -> Words:
    """Tell what is a grant's own: its amount, its payment, its outcome and its report.

    So is its purpose, unless that is ``shared``.
    """
    first = granting(grant)[0]
    amount = FactText(kronor(first.amount_ore or 0), decision_key(first.id))
    purpose = "" if shared else purpose_text(grant)
    parts: list[Words] = [(amount, purpose), _paid(grant, GrantSums(grant, entries))]
    if grant.outcome is not Outcome.OPEN:
        words = OUTCOME_WORDS[grant.outcome][1]
        parts.append((FactText(words, grant_key(grant.id, "utfall")),))
    if grant.report_received is not None:
        approved = " och godkänt" if grant.verdict is Verdict.APPROVED else ""
        parts.append((f"redovisat {date_in_text(grant.report_received)}{approved}",))
    return (*join_words(parts, ", "), ".")


def _paid(grant: Grant, sums: GrantSums) -> Words:
    """Tell how much of a grant was paid, and when."""
    paid = grant_key(grant.id, "utbetalt")
    if not sums.payments:
        return FactText("inte", paid), " utbetalt"
    whole = sums.now.paid == sums.now.granted
    what = FactText("hela beloppet" if whole else kronor(sums.now.paid), paid)
    when: Value
    if len(sums.payments) == 1:
        when = day_or_year(sums.payments[0].date, sums.payments[0].year)
    else:
        count = count_in_words(len(sums.payments))
        when = "i ", FactText(count, grant_key(grant.id, "utbetalningar")), " delar"
    return fill_template("{what} utbetalt {when}", what=what, when=when)


def applicant_name(name: str) -> str:
    """Return what an applicant is called in a list."""
    return begun(name.strip()) or "Föreningen"
