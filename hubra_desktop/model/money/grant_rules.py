"""Rules of a grant: the order of its decisions, and its amounts.

The rules check the grant and its rows as they would become, so that the same ones hold for
decisions, bookings and imports. They raise InputError with a sentence that says what to do.
"""

from collections.abc import Iterable

from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.grants import Standing, decided_sum, governing, standing
from hubra_desktop.model.money.terms import DecisionKind
from hubra_desktop.model.records.money import Grant, GrantDecision, LedgerEntry
from hubra_desktop.model.words import word

_WITH_AMOUNT = frozenset(
    {DecisionKind.RAISE, DecisionKind.LOWER, DecisionKind.RECLAIM, DecisionKind.WRITE_OFF}
)


def check_grant(grant: Grant, entries: Iterable[LedgerEntry], *, history: bool = False) -> None:
    """Refuse a grant whose decisions or money break a rule.

    ``history``: no return is decided now and nothing paid is taken back. What was reclaimed
    may then stand without its payment: a table of grants is read before the ledger's.
    """
    if grant.project_from and grant.project_to and grant.project_to < grant.project_from:
        raise refusal(
            "Projektet slutar innan det börjar. Ändra ett av datumen.", field="project_to"
        )
    _check_retracted(grant)
    _check_series(grant.decisions)
    now = standing(grant, entries)
    _check_money(grant, now)
    if not history:
        _check_return(grant, now)


def check_decision(now: Standing, decision: GrantDecision) -> None:
    """Refuse a reclaim or a write-off above what is outstanding before the decision."""
    amount = decision.amount_ore or 0
    open_claim = now.rest if now.claimed else 0
    out = now.paid - now.repaid - now.written_off - open_claim
    if decision.kind is DecisionKind.RECLAIM and not now.paid:
        raise refusal(
            "Inget av bidraget är utbetalt, så inget kan återkrävas. Bokför utbetalningen först."
        )
    if decision.kind is DecisionKind.RECLAIM and amount > out:
        raise refusal(
            "Högst {most} kan återkrävas; resten är återkrävt, återbetalt eller avskrivet redan.",
            most=kronor(out),
        )
    if decision.kind is DecisionKind.WRITE_OFF and now.paid and amount > now.rest:
        raise refusal(
            "Högst {most} kan skrivas av: det som ska tillbaka och inte har kommit.",
            most=kronor(now.rest),
        )


def _check_retracted(grant: Grant) -> None:
    """Refuse to decide an application that was withdrawn: there is nothing left to decide."""
    if grant.retracted_on is not None and governing(grant) is not None:
        raise refusal(
            "Ansökan togs tillbaka {day} och kan inte beslutas. Öppna den igen på bidragets "
            "sida om den ska prövas.",
            day=day_in_words(grant.retracted_on),
        )


def _check_series(decisions: Iterable[GrantDecision]) -> None:
    """Refuse decisions in an impossible order.

    A grant that no formal decision stands behind may get one, whenever it comes.
    """
    active = formal = False
    for each in decisions:
        _check_alone(each)
        if each.kind is DecisionKind.STANCE:
            continue
        if each.kind is DecisionKind.GRANT and active and (formal or not each.formal):
            raise _already_granted(formal=formal)
        if each.kind is DecisionKind.REFUSE and active:
            raise refusal("Bidraget är redan beviljat. Återkalla det i stället för att avslå.")
        starts = each.kind in (DecisionKind.GRANT, DecisionKind.REFUSE)
        if not starts and not active:
            raise _not_granted(each)
        active = each.kind not in (DecisionKind.REFUSE, DecisionKind.WITHDRAW)
        formal = active and (formal or (each.formal and each.kind is DecisionKind.GRANT))


def _already_granted(*, formal: bool) -> InputError:
    if formal:
        return refusal("Bidraget är redan beviljat. Höj eller sänk det i stället.")
    return refusal(
        "Bidraget är redan beviljat. Höj eller sänk det i stället, eller kryssa i Formellt "
        "beslut om det är det formella beslutet som skrivs in."
    )


def _not_granted(decision: GrantDecision) -> InputError:
    return refusal(
        "Bidraget är inte beviljat, så {what} går inte att besluta om. "
        "Skriv in beslutet att bevilja först.",
        what=word(decision.kind),
    )


def _check_alone(decision: GrantDecision) -> None:
    if decision.date is not None and decision.date.year != decision.year:
        raise refusal(
            "Beslutet {date} ligger inte i år {year}. Ändra datumet eller året.",
            date=decision.date,
            year=decision.year,
            field="date",
        )
    needed = decision.kind in _WITH_AMOUNT and not decision.amount_ore
    if needed or (decision.kind is DecisionKind.GRANT and decision.amount_ore == 0):
        raise refusal("Skriv beloppet som beslutet gäller, större än 0 kr.")


def _check_money(grant: Grant, now: Standing) -> None:
    """Refuse paid above granted, and repaid above paid."""
    if now.granted < 0:
        raise refusal("Sänkningen är större än bidraget. Sänk mindre, eller återkalla bidraget.")
    if now.paid:
        _check_paid(grant, now)
    if now.repaid > now.paid:
        raise refusal(
            "Mer skulle bli återbetalt än vad som betalats ut: {repaid} av {paid}.",
            repaid=kronor(now.repaid),
            paid=kronor(now.paid),
        )


def _check_return(grant: Grant, now: Standing) -> None:
    """Refuse claimed above paid, and written off above owed."""
    if now.claimed > now.paid:
        raise refusal(
            "Återkravet på {claimed} är större än det som betalats ut, {paid}. Sänk det.",
            claimed=kronor(now.claimed),
            paid=kronor(now.paid),
        )
    written = decided_sum(grant, DecisionKind.WRITE_OFF)
    if written > now.owed:
        raise refusal(
            "Mer kan inte skrivas av än det som återkrävts: {written} av {owed}.",
            written=kronor(written),
            owed=kronor(now.owed),
        )


def _check_paid(grant: Grant, now: Standing) -> None:
    decision = governing(grant)
    if decision is None and grant.retracted_on is not None:
        raise refusal("Ansökan är återtagen, så inget kan betalas ut.")
    if decision is None:
        raise refusal("Bidraget är inte beviljat än. Skriv in beslutet innan något betalas ut.")
    if decision.kind is DecisionKind.REFUSE:
        raise refusal("Ansökan är avslagen, så inget kan betalas ut.")
    if decision.kind is DecisionKind.WITHDRAW:
        raise refusal(
            "Ett bidrag som har betalats ut kan inte återkallas. Besluta om återkrav i "
            "stället. Är bidraget redan återkallat kan inget betalas ut."
        )
    if now.paid > now.granted:
        raise _above_granted(now)


def _above_granted(now: Standing) -> InputError:
    if not now.granted_known:
        return refusal(
            "Beslutet säger inte hur mycket som beviljades. Skriv in beloppet i beslutet, "
            "så kan det betalas ut."
        )
    return refusal(
        "Mer skulle bli utbetalt än vad som är beviljat: {paid} av {granted}. Betala ut "
        "mindre, höj bidraget genom ett beslut, eller återkräv det som är för mycket.",
        paid=kronor(now.paid),
        granted=kronor(now.granted),
    )
