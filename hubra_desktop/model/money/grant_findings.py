"""What of a grant is late, missing or silent, said in words.

The same findings stand on the page, in the overview's list and in the inspector. Nothing
here stops anything: rules that must hold are in ``checks`` and ``grant_checks``.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.findings import LEVELS, Level
from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.grants import (
    RULES,
    Moved,
    Standing,
    asks_for_report,
    governing,
    moved,
    standing_of,
)
from hubra_desktop.model.money.terms import DecisionKind, GrantState, Outcome, Verdict
from hubra_desktop.model.records.money import Grant, GrantDecision, LedgerEntry
from hubra_desktop.model.wording import joined, quoted

SOON = 14
"""How many days before the day a report is due it is reminded of."""

GRACE = 30
"""How many days a repayment without a last day may take."""

SILENCE = 365
"""After how many days without news a paid grant is silent (Kävlinge: a year from payment)."""

SETTLED = frozenset(
    {
        GrantState.REFUSED,
        GrantState.WITHDRAWN,
        GrantState.ENDED,
        GrantState.FULLY_REPAID,
        GrantState.WRITTEN_OFF,
    }
)
"""Where nothing more is waited for."""

NOT_DUE = frozenset({"formal_decision_missing", "period_missing", "agreement_missing"})
"""What is worth a word on the grant's own page, and no place among what is due."""


class Watched(NamedTuple):
    """Something to look at: ``id`` never changes, ``field`` is where it is mended."""

    id: str
    level: Level
    sentence: str
    day: dt.date | None = None
    field: str = ""


def watched(
    grant: Grant,
    entries: Iterable[LedgerEntry],
    today: dt.date,
    *,
    applicant: str = "",
    open_claims: Iterable[str] = (),
) -> tuple[Watched, ...]:
    """Return what is late, missing or silent about a grant, what weighs most first.

    ``open_claims`` are the titles of the applicant's other grants that something is
    still to come back of.
    """
    ledger = moved(grant, entries)
    return watched_by(grant, ledger, today, applicant=applicant, open_claims=open_claims)


def watched_by(
    grant: Grant,
    ledger: Moved,
    today: dt.date,
    *,
    applicant: str = "",
    open_claims: Iterable[str] = (),
) -> tuple[Watched, ...]:
    """Return the same by what the ledger tells of the grant, wherever it was added up."""
    watch = _Watch(grant, ledger, standing_of(grant, ledger), today, applicant)
    found = (*watch.all(), *_claims(watch, tuple(open_claims)))
    return tuple(sorted(found, key=lambda each: LEVELS.index(each.level)))


class _Watch:
    """Looks at one grant on a day."""

    def __init__(
        self, grant: Grant, ledger: Moved, now: Standing, today: dt.date, applicant: str
    ) -> None:
        self.grant = grant
        self.ledger = ledger
        self.now = now
        self.today = today
        self.name = quoted(grant.title.strip() or applicant or say("Bidraget"))
        if applicant and grant.title.strip():
            self.name = f"{self.name} ({applicant})"

    def all(self) -> Iterator[Watched]:
        """Yield all that is found of the grant itself."""
        looks: tuple[Callable[[], Iterator[Watched]], ...] = (
            self.report,
            self.report_undated,
            self.assessment,
            self.repayment,
            self.to_reclaim,
            self.silent,
            self.formal,
            self.unpaid,
            self.terms,
        )
        for look in looks:
            yield from look()

    def _open(self) -> bool:
        return self.now.state not in SETTLED

    def report(self) -> Iterator[Watched]:
        """Find a report that is late, or soon due."""
        due = self.grant.report_due
        if due is None or self.grant.report_received is not None or not self._reportable():
            return
        if due < self.today:
            days = (self.today - due).days
            yield Watched(
                "report_late",
                Level.WARNING,
                say(
                    "Redovisningen av {name} skulle ha kommit {day}. Påminn, eller besluta om "
                    "återkrav ({days} dagar sen).",
                    name=self.name,
                    day=day_in_words(due),
                    days=days,
                ),
                due,
                "report_received",
            )
        elif due <= self.today + dt.timedelta(days=SOON):
            yield Watched(
                "report_soon",
                Level.TIP,
                say(
                    "Redovisningen av {name} ska komma senast {day}.",
                    name=self.name,
                    day=day_in_words(due),
                ),
                due,
                "report_received",
            )

    def _reportable(self) -> bool:
        """Tell whether a report is to come: something is out, and none of it is to come back."""
        waiting = (GrantState.PARTLY_PAID, GrantState.PAID, GrantState.GRANTED)
        return self.now.state in waiting and asks_for_report(self.grant)

    def report_undated(self) -> Iterator[Watched]:
        """Find a paid grant that no day is set for the report of."""
        missing = self.grant.report_due is None and self.grant.report_received is None
        if self.now.paid and missing and self._reportable():
            yield Watched(
                "report_day_missing",
                Level.WARNING,
                say(
                    "{name} är utbetalt men saknar dag för redovisning. Skriv när den ska komma.",
                    name=self.name,
                ),
                None,
                "report_due",
            )

    def assessment(self) -> Iterator[Watched]:
        """Find a report that nobody has assessed, or that waits for more."""
        if self.now.state is not GrantState.REPORTED:
            return
        if self.grant.verdict is Verdict.INCOMPLETE:
            yield Watched(
                "report_incomplete",
                Level.TIP,
                say(
                    "Redovisningen av {name} behöver kompletteras.",
                    name=self.name,
                ),
                None,
                "verdict",
            )
        else:
            yield Watched(
                "report_not_assessed",
                Level.TIP,
                say(
                    "Redovisningen av {name} har kommit men är inte bedömd.",
                    name=self.name,
                ),
                self.grant.report_received,
                "verdict",
            )

    def repayment(self) -> Iterator[Watched]:
        """Find a reclaim that is not paid by its last day, or in a month when it has none."""
        claims = [each for each in self.grant.decisions if each.kind is DecisionKind.RECLAIM]
        if not claims or self.now.rest <= 0:
            return
        last = _last_day(claims[-1])
        if last < self.today:
            yield Watched(
                "repayment_late",
                Level.WARNING,
                say(
                    "{rest} av {name} skulle ha återbetalats senast {day}. Påminn, eller "
                    "besluta om avskrivning.",
                    rest=kronor(self.now.rest),
                    name=self.name,
                    day=day_in_words(last),
                ),
                last,
                "decisions",
            )

    def to_reclaim(self) -> Iterator[Watched]:
        """Find money of what was never carried out that nobody has reclaimed."""
        out = self.now.net - self.now.written_off
        never = self.grant.outcome is Outcome.NOT_CARRIED_OUT
        if never and out > 0 and not self.now.claimed:
            yield Watched(
                "not_reclaimed",
                Level.WARNING,
                say(
                    "{name} genomfördes inte, och {amount} har inte kommit tillbaka. Besluta "
                    "om återkrav.",
                    name=self.name,
                    amount=kronor(out),
                ),
                None,
                "decisions",
            )

    def silent(self) -> Iterator[Watched]:
        """Find a paid grant that nothing has been heard of for a year."""
        latest = self.ledger.latest
        quiet = self.grant.report_received is None and self.grant.outcome is Outcome.OPEN
        if not (self.now.paid and latest and quiet and self._open()):
            return
        planned = max(latest, self.grant.project_to or latest, self.grant.report_due or latest)
        if (self.today - planned).days > SILENCE:
            yield Watched(
                "silent",
                Level.WARNING,
                say(
                    "Inget har hörts om {name} sedan {day}. Ta reda på vad som blev av det.",
                    name=self.name,
                    day=day_in_words(planned),
                ),
                planned,
                "outcome",
            )

    def formal(self) -> Iterator[Watched]:
        """Find a grant whose formal decision is not recorded (KL 6:37: a council cannot decide)."""
        decision = governing(self.grant)
        if decision is not None and not decision.formal:
            yield Watched(
                "formal_decision_missing",
                Level.TIP,
                say(
                    "Det formella beslutet om {name} är inte antecknat: vem som fattade det, "
                    "när och vilken paragraf.",
                    name=self.name,
                ),
                None,
                "decisions",
            )

    def unpaid(self) -> Iterator[Watched]:
        """Find a planned payment whose day has passed."""
        paid = self.now.paid
        for each in self.grant.instalments:
            paid -= each.amount_ore
            late = each.due is not None and each.due < self.today
            if late and paid < 0 and self.now.unpaid > 0 and self._open():
                yield Watched(
                    "instalment_late",
                    Level.TIP,
                    say(
                        "{amount} av {name} skulle betalas ut {day}.",
                        amount=kronor(each.amount_ore),
                        name=self.name,
                        day=day_in_words(each.due) if each.due else "",
                    ),
                    each.due,
                    "instalments",
                )
                return

    def terms(self) -> Iterator[Watched]:
        """Find what the kind of grant asks for and the grant does not have."""
        known = self.grant.outcome is not Outcome.OPEN
        if known or not self._open() or governing(self.grant) is None:
            return
        rules = RULES[self.grant.kind]
        if rules.period and self.grant.project_to is None:
            yield Watched(
                "period_missing",
                Level.TIP,
                say(
                    "{name} saknar slutdatum. Skriv när det ska vara genomfört.",
                    name=self.name,
                ),
                None,
                "project_to",
            )
        if rules.agreement and self.grant.agreement_id is None:
            yield Watched(
                "agreement_missing",
                Level.TIP,
                say(
                    "{name} är ett IOP men hör inte till någon överenskommelse. Välj den.",
                    name=self.name,
                ),
                None,
                "agreement_id",
            )


def _last_day(claim: GrantDecision) -> dt.date:
    """Return the day a reclaim is to be paid by: as decided, else a month after."""
    decided = claim.date or dt.date(claim.year, 12, 31)
    return claim.last_day or decided + dt.timedelta(days=GRACE)


def _claims(watch: _Watch, titles: tuple[str, ...]) -> Iterator[Watched]:
    """Warn of money to somebody who still is to pay some back."""
    if titles and watch.now.state in (
        GrantState.APPLIED,
        GrantState.GRANTED,
        GrantState.PARTLY_PAID,
    ):
        yield Watched(
            "open_reclaim",
            Level.WARNING,
            say(
                "Sökanden till {name} har inte betalat tillbaka allt av {titles}.",
                name=watch.name,
                titles=joined([quoted(each) for each in titles]),
            ),
            None,
            "body_id",
        )
