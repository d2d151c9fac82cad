"""Findings about a grant, late, missing or silent, for its page and the overview.

Findings report and stop nothing; the rules that refuse are in ``ledger_rules`` and
``grant_rules``.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.findings import LEVELS, Level
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.grants import (
    RULES,
    Moved,
    asks_for_report,
    governing,
    repayment_due,
    standing_of,
)
from hubra_desktop.model.money.terms import DecisionKind, GrantState, Outcome, Verdict
from hubra_desktop.model.records.money import Grant
from hubra_desktop.model.wording import joined, quoted

SOON = 14
"""How many days before the day a report is due it is reminded of."""

SILENCE = 365
"""After how many days without news a paid grant is silent (Kävlinge: a year from payment)."""

SETTLED = frozenset(
    {
        GrantState.REFUSED,
        GrantState.RETRACTED,
        GrantState.WITHDRAWN,
        GrantState.ENDED,
        GrantState.FULLY_REPAID,
        GrantState.WRITTEN_OFF,
    }
)
"""Where nothing more is waited for."""

NOT_DUE = frozenset(
    {"formal_decision_missing", "period_missing", "agreement_missing", "papers_missing"}
)
"""Findings for the grant's own page alone, not for the list of what is due."""

_WARNINGS: Final = {
    "report_late": N_(
        "Redovisningen av {name} skulle ha kommit {day}. Påminn, eller besluta om "
        "återkrav ({days} dagar sen)."
    ),
    "nothing_paid": N_(
        "{name} skulle ha redovisats {day}, men inget är utbetalt. Bokför utbetalningen, "
        "eller återkalla bidraget."
    ),
    "report_day_missing": N_(
        "{name} är utbetalt men saknar dag för redovisning. Skriv när den ska komma."
    ),
    "repayment_late": N_(
        "{rest} av {name} skulle ha återbetalats senast {day}. Påminn, eller "
        "besluta om avskrivning."
    ),
    "not_reclaimed": N_(
        "{name} genomfördes inte, och {amount} har inte kommit tillbaka. Besluta om återkrav."
    ),
    "silent": N_("Inget har hörts om {name} sedan {day}. Ta reda på vad som blev av det."),
    "papers_missing": N_(
        "{name} är inte helt utbetalt, och om föreningen saknas {papers}. Begär in det "
        "innan du betalar."
    ),
    "open_reclaim": N_("Sökanden till {name} har inte betalat tillbaka allt av {titles}."),
}
_TIPS: Final = {
    "report_soon": N_("Redovisningen av {name} ska komma senast {day}."),
    "report_incomplete": N_("Redovisningen av {name} behöver kompletteras."),
    "not_accounted": N_(
        "{amount} av {name} är inte redovisat. Begär komplettering, eller besluta om återkrav."
    ),
    "report_not_assessed": N_("Redovisningen av {name} har kommit men är inte bedömd."),
    "formal_decision_missing": N_(
        "Det formella beslutet om {name} är inte antecknat: vem som fattade det, "
        "när och vilken paragraf."
    ),
    "instalment_late": N_("{amount} av {name} skulle betalas ut {day}."),
    "period_missing": N_("{name} saknar slutdatum. Skriv när det ska vara genomfört."),
    "agreement_missing": N_("{name} är ett IOP men hör inte till någon överenskommelse. Välj den."),
}


class MoneyFinding(NamedTuple):
    """Something to look at: ``id`` never changes, ``day`` is when it was or is due."""

    id: str
    level: Level
    sentence: str
    day: dt.date | None = None


def grant_findings(
    grant: Grant,
    ledger: Moved,
    today: dt.date,
    *,
    applicant: str = "",
    open_claims: Iterable[str] = (),
    papers: Iterable[str] = (),
) -> tuple[MoneyFinding, ...]:
    """Return the findings about a grant, the heaviest first.

    ``open_claims`` are the titles of the applicant's other grants with open reclaims,
    ``papers`` what is missing of what makes it eligible.
    """
    looking = _Findings(grant, ledger, today, applicant)
    found = (*looking.all(tuple(open_claims)), *looking.papers(tuple(papers)))
    return tuple(sorted(found, key=lambda each: LEVELS.index(each.level)))


class _Findings:
    """Looks at one grant on a day."""

    def __init__(self, grant: Grant, ledger: Moved, today: dt.date, applicant: str) -> None:
        self.grant, self.ledger, self.today = grant, ledger, today
        self.now = standing_of(grant, ledger)
        self.name = quoted(grant.title.strip() or applicant or say("Bidraget"))
        if applicant and grant.title.strip():
            self.name = f"{self.name} ({applicant})"

    def all(self, open_claims: tuple[str, ...]) -> Iterator[MoneyFinding]:
        """Yield all that is found of the grant, and of the applicant's other grants."""
        yield from self._report()
        yield from self._assessment()
        yield from self._repayment()
        yield from self._silent()
        yield from self._formal()
        yield from self._unpaid()
        yield from self._terms()
        yield from self._claims(open_claims)

    def _found(self, name: str, day: dt.date | None = None, **values: object) -> MoneyFinding:
        level = Level.WARNING if name in _WARNINGS else Level.TIP
        sentence = _WARNINGS.get(name) or _TIPS[name]
        on = day_in_words(day) if day else ""
        return MoneyFinding(name, level, say(sentence, name=self.name, day=on, **values), day)

    def _open(self) -> bool:
        return self.now.state not in SETTLED

    def _report(self) -> Iterator[MoneyFinding]:
        """Find a report that is late or soon due, or a paid grant without a day for it."""
        due = self.grant.report_due
        if self.grant.report_received is not None or not self._reportable():
            return
        if due is None:
            if self.now.paid:
                yield self._found("report_day_missing")
        elif due < self.today:
            late = "report_late" if self.now.paid else "nothing_paid"
            yield self._found(late, due, days=(self.today - due).days)
        elif due <= self.today + dt.timedelta(days=SOON):
            yield self._found("report_soon", due)

    def _reportable(self) -> bool:
        """Tell whether a report is to come: granted, and nothing of it is to come back."""
        waiting = (GrantState.PARTLY_PAID, GrantState.PAID, GrantState.GRANTED)
        return self.now.state in waiting and asks_for_report(self.grant)

    def _assessment(self) -> Iterator[MoneyFinding]:
        """Find a report that nobody has assessed, or that waits for more."""
        if self.now.state is GrantState.REPORTED:
            if self.grant.verdict is Verdict.INCOMPLETE:
                yield self._found("report_incomplete")
            else:
                yield self._found("report_not_assessed", self.grant.report_received)
        if self.now.unaccounted and not self.now.claimed and not self.now.rest:
            yield self._found("not_accounted", amount=kronor(self.now.unaccounted))

    def _repayment(self) -> Iterator[MoneyFinding]:
        """Find a reclaim not paid in time, and money of what never was that nobody reclaims."""
        claims = [each for each in self.grant.decisions if each.kind is DecisionKind.RECLAIM]
        if claims and self.now.rest > 0:
            last = repayment_due(claims[-1])
            if last < self.today:
                yield self._found("repayment_late", last, rest=kronor(self.now.rest))
        out = self.now.net - self.now.written_off
        never = self.grant.outcome is Outcome.NOT_CARRIED_OUT
        if never and out > 0 and not self.now.claimed:
            yield self._found("not_reclaimed", amount=kronor(out))

    def _silent(self) -> Iterator[MoneyFinding]:
        """Find a paid grant that nothing has been heard of for a year."""
        latest = self.ledger.latest
        quiet = self.grant.report_received is None and self.grant.outcome is Outcome.OPEN
        asked = any(each.level is Level.WARNING for each in self._report())
        if asked or not (self.now.paid and latest and quiet and self._open()):
            return  # that the report is late or has no day says it already
        planned = max(latest, self.grant.project_to or latest, self.grant.report_due or latest)
        if (self.today - planned).days > SILENCE:
            yield self._found("silent", planned)

    def _formal(self) -> Iterator[MoneyFinding]:
        """Find a grant whose formal decision is not recorded (KL 6:37: a council cannot decide)."""
        decision = governing(self.grant)
        if decision is not None and not decision.formal:
            yield self._found("formal_decision_missing")

    def _unpaid(self) -> Iterator[MoneyFinding]:
        """Find the first planned payment that is late."""
        paid = self.now.paid
        for each in self.grant.instalments:
            paid -= each.amount_ore
            late = each.due is not None and each.due < self.today
            wanted = self.now.unpaid > 0 and self.grant.outcome is not Outcome.NOT_CARRIED_OUT
            if late and paid < 0 and wanted and self._open():
                yield self._found("instalment_late", each.due, amount=kronor(each.amount_ore))
                return

    def _terms(self) -> Iterator[MoneyFinding]:
        """Find a missing period or agreement that the kind of grant requires."""
        known = self.grant.outcome is not Outcome.OPEN
        if known or not self._open() or governing(self.grant) is None:
            return
        rules = RULES[self.grant.kind]
        if rules.period and self.grant.project_to is None:
            yield self._found("period_missing")
        if rules.agreement and self.grant.agreement_id is None:
            yield self._found("agreement_missing")

    def papers(self, missing: tuple[str, ...]) -> Iterator[MoneyFinding]:
        """Warn of money that is about to go to one whose papers are missing."""
        unpaid = self.now.unpaid > 0 or not self.now.granted_known
        if missing and unpaid and self.now.state in (GrantState.GRANTED, GrantState.PARTLY_PAID):
            yield self._found("papers_missing", papers=joined(missing))

    def _claims(self, titles: tuple[str, ...]) -> Iterator[MoneyFinding]:
        """Warn of money to somebody who still is to pay some back."""
        if titles and self.now.state in (
            GrantState.APPLIED, GrantState.GRANTED, GrantState.PARTLY_PAID,
        ):  # fmt: skip
            yield self._found("open_reclaim", titles=joined([quoted(each) for each in titles]))
