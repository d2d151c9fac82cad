"""A grant's history in Swedish sentences, each from the records it stands on.

The annual report tells what became of a grant in words. The words are made here, from
the decisions and the ledger, so that they cannot say anything else than the figures do:
what is not recorded is left out, a row without a day has its year, and a reason is
the one that was written down, as it was written. Each figure is a fact: a decision's is
what was decided that day, whatever was decided later. Always Swedish: the sentences are
printed.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.grants import entries_of, governing, granting, standing
from hubra_desktop.model.money.ledger import effective
from hubra_desktop.model.money.terms import DecisionKind, EntryKind, GrantKind, Outcome, Verdict
from hubra_desktop.model.narrative import (
    FactText,
    Value,
    Words,
    begun,
    decision_key,
    entry_key,
    fill_template,
    grant_key,
    join_words,
    list_words,
    plain_words,
    reason_sentence,
)
from hubra_desktop.model.records.money import BudgetPost, Grant, GrantDecision, LedgerEntry
from hubra_desktop.model.swedish import capitalised, count_in_words, date_in_text, listed

_WHAT = {
    GrantKind.PROJECT: "projektet",
    GrantKind.NIGHT_WALK: "nattvandringen",
    GrantKind.IOP: "det som bidraget gavs för",
    GrantKind.OTHER: "det som bidraget gavs för",
}

OUTCOME_WORDS = {
    Outcome.OPEN: ("pågår",),
    Outcome.CARRIED_OUT: ("genomfördes", "genomfört"),
    Outcome.PARTLY: ("genomfördes delvis", "delvis genomfört"),
    Outcome.NOT_CARRIED_OUT: ("genomfördes inte", "därför"),
}
"""How the outcome of a grant reads, as a verb and in a list; money of one that failed came back
*därför*.
"""


GROUNDS, CAUSE = "Skäl", "Orsak"
"""What a reason is called that is not a sentence: of a decision, of what became of a grant."""


class GrantSums:
    """What the ledger tells of one grant: its rows after corrections, and their sums in öre."""

    def __init__(self, grant: Grant, entries: Iterable[LedgerEntry]) -> None:
        """Gather the grant's own rows."""
        self.own = entries_of(grant, entries)
        self.amounts = effective(self.own)
        self.now = standing(grant, self.own)
        self.payments = self._rows(EntryKind.PAYMENT)
        self.repayments = self._rows(EntryKind.REPAYMENT)

    def _rows(self, kind: EntryKind) -> list[LedgerEntry]:
        """Return the rows of a kind that something is left of after corrections."""
        return [each for each in self.own if each.kind is kind and self.amounts[each.id] > 0]

    def sum_of(self, rows: Iterable[LedgerEntry]) -> int:
        """Return what rows amount to."""
        return sum(self.amounts[each.id] for each in rows)

    @cached_property
    def late(self) -> dict[int, list[LedgerEntry]]:
        """What came back in another year than it concerns, by the year it is booked in."""
        found: dict[int, list[LedgerEntry]] = {}
        for each in self.repayments:
            if each.year_concerned not in (None, each.year):
                found.setdefault(each.year, []).append(each)
        return found

    @cached_property
    def charged(self) -> tuple[str | None, int, int] | None:
        """The post that bears a grant that came back, in which year, and how much."""
        posts = {(each.post_id, each.year) for each in self.payments}
        if not self.repayments or len(posts) != 1:
            return None
        [(post_id, year)] = posts
        here = (each for each in self.repayments if each.year == year)
        return post_id, year, self.now.paid - self.sum_of(here)


def grant_text(
    grant: Grant,
    applicant: str,
    entries: Iterable[LedgerEntry],
    posts: Mapping[str, BudgetPost],
) -> str:
    """Return the grant's story as its reader sees it; see ``grant_narrative``."""
    return plain_words(grant_narrative(grant, applicant, entries, posts))


def grant_narrative(
    grant: Grant,
    applicant: str,
    entries: Iterable[LedgerEntry],
    posts: Mapping[str, BudgetPost],
) -> Words:
    """Return the grant's story as one paragraph, in the order things happened.

    ``posts`` by their ids; without them, the charge on the budget's post is left out.
    """
    return join_words(
        list(_Narrative(grant, applicant, GrantSums(grant, entries), posts).sentences())
    )


class _Narrative:
    """Writes of one grant."""

    def __init__(
        self, grant: Grant, applicant: str, sums: GrantSums,
        posts: Mapping[str, BudgetPost],
    ) -> None:  # fmt: skip
        self.grant, self.sums, self.now, self.posts = grant, sums, sums.now, posts
        self.applicant = applicant.strip() or "föreningen"

    def sentences(self) -> Iterator[Words]:
        """Yield the sentences."""
        decision = governing(self.grant)
        if decision is None:
            yield self._applied()
        elif decision.kind is DecisionKind.REFUSE:
            yield self._refused(decision)
        else:
            yield from self._granted()
            if decision.kind is DecisionKind.WITHDRAW:
                yield self._decided("Bidraget återkallades {when}{section} innan något betalats "
                                    "ut.{reason}", decision)  # fmt: skip
            yield from self._paid()
            yield from self._used()
            yield from self._returned()

    def _sum(self, what: str, ore: int) -> FactText:
        return FactText(kronor(ore), grant_key(self.grant.id, what))

    def _row(self, entry: LedgerEntry) -> Words:
        amount = FactText(kronor(self.sums.amounts[entry.id]), entry_key(entry.id))
        return fill_template("{amount} {day}", amount=amount, day=_day(entry))

    def _decided(self, template: str, decision: GrantDecision, **more: Value) -> Words:
        """Fill in what a decision says: by whom, when, how much, its section and its reason."""
        return fill_template(
            template, who=self.applicant, begun=begun(self.applicant),
            by=capitalised(decision.decided_by.strip()), form=form_text(self.grant),
            purpose=purpose_text(self.grant), when=day_or_year(decision.date, decision.year),
            section=section_text(decision), reason=_reason(decision.reason),
            amount=_amount(decision), **more,
        )  # fmt: skip

    def _applied(self) -> Words:
        amount, back = self.now.applied, self.grant.retracted_on
        undecided = "Ansökan är inte avgjord."
        if back is not None:
            undecided = f"Ansökan togs tillbaka {day_or_year(back, back.year)}."
        return fill_template(
            "{who} ansökte {when} om {form}{amount}{purpose}. {undecided}", undecided=undecided,
            who=begun(self.applicant), form=form_text(self.grant), purpose=purpose_text(self.grant),
            when=day_or_year(self.grant.applied_on, self.grant.year),
            amount=("" if amount is None else (" om ", self._sum("sokt", amount))),
        )  # fmt: skip

    def _refused(self, decision: GrantDecision) -> Words:
        if decision.decided_by:
            template = "{by} avslog {when} ansökan från {who} om {form}{purpose}{section}.{reason}"
        else:
            template = "Ansökan från {who} om {form}{purpose} avslogs {when}{section}.{reason}"
        return self._decided(template, decision)

    def _granted(self) -> Iterator[Words]:
        grants = [each for each in self.grant.decisions if each.kind is DecisionKind.GRANT]
        changes = granting(self.grant)
        first = changes[0] if changes else grants[-1]
        on = "" if first.amount_ore is None else (" på ", *_amount(first))
        if first.decided_by:
            template = "{by} beviljade {when} {form}{on} till {who}{purpose}{section}."
        else:
            template = "{begun} beviljades {when} {form}{on}{purpose}{section}."
        unknown = " Beloppet anges inte." if first.amount_ore is None else ""
        yield self._decided(template + unknown, first, on=on)
        for each in changes[1:]:
            verb = "höjdes" if each.kind is DecisionKind.RAISE else "sänktes"
            by = "" if each.amount_ore is None else (" med ", *_amount(each))
            yield self._decided(
                "Bidraget {verb} {when}{much}{section}.{reason}", each, verb=verb, much=by
            )

    def _paid(self) -> Iterator[Words]:
        rows = self.sums.payments
        if not rows:
            due = self.now.unpaid > 0 and self.now.granted_known
            if due and self.grant.outcome is not Outcome.NOT_CARRIED_OUT:
                none = FactText("inte", grant_key(self.grant.id, "utbetalt"))
                yield fill_template("Beloppet har {none} betalats ut.", none=none)
            return
        whole = self.now.paid == self.now.granted
        paid = self._sum("utbetalt", self.now.paid)
        if len(rows) > 1:
            yield fill_template("Bidraget betalades ut i {parts}.", parts=self._parts(
                "utbetalningar", rows, "{count} delar: {rows}"))  # fmt: skip
        else:
            what = paid._replace(words="Hela beloppet") if whole else paid
            yield fill_template("{what} betalades ut {day}.", what=what, day=_day(rows[0]))
        if self.now.unpaid > 0 and self.now.granted_known:
            left = self._sum("outbetalt", self.now.unpaid)
            yield fill_template("{left} av det beviljade har inte betalats ut.", left=left)

    def _parts(self, what: str, rows: list[LedgerEntry], template: str) -> Words:
        count = FactText(count_in_words(len(rows)), grant_key(self.grant.id, what))
        return fill_template(
            template, count=count, rows=list_words([self._row(row) for row in rows])
        )

    def _used(self) -> Iterator[Words]:
        """Tell that it was carried out, and that the report has come."""
        if self.grant.outcome in (Outcome.CARRIED_OUT, Outcome.PARTLY):
            yield (*self._outcome(), _reason(self.grant.outcome_reason, CAUSE))
        if self.grant.report_received is not None:
            approved = self.grant.verdict is Verdict.APPROVED
            verdict = " och är godkänd" if approved else ""
            yield (f"Redovisningen kom in {date_in_text(self.grant.report_received)}{verdict}.",)

    def _returned(self) -> Iterator[Words]:
        """Tell of reclaims, of what came back, of what was written off, and what rests."""
        back = self.sums.repayments
        yield from self._each(DecisionKind.RECLAIM, "återkrävde {amount}", "återkrävdes")
        if back:
            yield self._repaid()
            yield from self._late()
        elif self.grant.outcome is Outcome.NOT_CARRIED_OUT:
            yield self._nothing_back()
        yield from self._each(DecisionKind.WRITE_OFF, "skrev av {amount}", "skrevs av")
        if self.now.rest:
            template = "Resten, {rest}, återstår" if back else "{rest} återstår"
            yield fill_template(
                f"{template} att få tillbaka.", rest=self._sum("rest", self.now.rest)
            )
        yield from self._charged()

    def _nothing_back(self) -> Words:
        """Tell that nothing has come back; of what was never paid, nothing is to."""
        what, noun = (
            ("aterbetalt", "återbetalning") if self.now.paid else ("utbetalt", "utbetalning")
        )
        return fill_template(
            "{why} Någon {noun} är {none} bokförd.", why=self._why(), noun=noun,
            none=FactText("inte", grant_key(self.grant.id, what)),
        )  # fmt: skip

    def _each(self, kind: DecisionKind, does: str, passive: str) -> Iterator[Words]:
        """Tell of each decision of a kind, by whom it was taken where that is known."""
        for each in self.grant.decisions:
            if each.kind is kind:
                last = each.last_day if kind is DecisionKind.RECLAIM else None
                template = f"{{by}} {does}" if each.decided_by else f"{{amount}} {passive}"
                yield self._decided(
                    f"{template} {{when}}{{section}}{{until}}.{{reason}}", each,
                    until=f", att betala senast {date_in_text(last)}" if last else "",
                )  # fmt: skip

    def _repaid(self) -> Words:
        rows, total = self.sums.repayments, self._sum("aterbetalt", self.now.repaid)
        if self.now.repaid == self.now.paid:
            amount: Words = (total._replace(words="hela summan"),)
        else:
            amount = (total, " av utbetalda ", self._sum("utbetalt", self.now.paid))
        when: Words = (_day(rows[0]),)
        if len(rows) > 1:
            when = self._parts("aterbetalningar", rows, "i {count} delar ({rows})")
        return fill_template(
            "{because} återbetalat {amount} {when}, netto {net}.", because=self._because(),
            amount=amount, when=when, net=self._sum("netto", self.now.net),
        )  # fmt: skip

    def _because(self) -> Words:
        """Begin the sentence of a repayment; its cause is a sentence before, as far as known."""
        if self.grant.outcome is not Outcome.NOT_CARRIED_OUT:
            return (f"{begun(self.applicant)} har",)
        therefore = FactText("Därför", grant_key(self.grant.id, "utfall"))
        return (*self._why(), " ", therefore, " har föreningen")

    def _why(self) -> Words:
        """Tell why nothing came of it in the words that were written, else only that."""
        why = reason_sentence(self.grant.outcome_reason, CAUSE)
        if why.startswith(f"{CAUSE}: "):
            return (*self._outcome(), f" {why}")
        return (why,) if why else self._outcome()

    def _outcome(self) -> Words:
        words = OUTCOME_WORDS[self.grant.outcome][0]
        what = capitalised(_WHAT[self.grant.kind])
        return f"{what} ", FactText(words, grant_key(self.grant.id, "utfall")), "."

    def _late(self) -> Iterator[Words]:
        """Tell of what came back in another year than it concerns: that year stands."""
        for year, rows in self.sums.late.items():
            years = listed([str(each) for each in dict.fromkeys(e.year_concerned for e in rows)])
            amount = self._sum(f"aterbetalt:{year}", self.sums.sum_of(rows))
            if len(rows) == len(self.sums.repayments):
                whole = amount._replace(words="Återbetalningen")
                what = fill_template("{whole} är bokförd", whole=whole)
            else:
                what = fill_template("Av detta är {amount} bokfört", amount=amount)
            yield fill_template(
                "{what} {year} och ändrar inte redovisningen för {years}.",
                what=what, year=str(year), years=years,
            )  # fmt: skip

    def _charged(self) -> Iterator[Words]:
        """Tell what a post bears of a grant that came back, in the year it was paid."""
        charged = self.sums.charged
        post = self.posts.get(charged[0] or "") if charged else None
        if charged is None or post is None:
            return
        _, year, ore = charged
        bears = self._sum("belastar", ore)
        if ore:
            template = "Budgetposten {post} belastas {year} med {bears}."
        else:
            template = "Budgetposten {post} belastas därmed {bears}."
            bears = bears._replace(words="inte")
        yield fill_template(template, post=post.name, year=str(year), bears=bears)


def _amount(decision: GrantDecision) -> Words:
    """Tell the sum of a decision, or that it is not known."""
    if decision.amount_ore is None:
        return ("ett okänt belopp",)
    return (FactText(kronor(decision.amount_ore), decision_key(decision.id)),)


def form_text(grant: Grant) -> str:
    """Say what sort of money it is."""
    return "bidrag inom ramen för IOP" if grant.kind is GrantKind.IOP else "föreningsbidrag"


def purpose_text(grant: Grant) -> str:
    """Say what a grant is for, after a space."""
    title = grant.title.strip()
    if grant.kind is GrantKind.NIGHT_WALK:
        return " för nattvandring"
    if grant.kind is GrantKind.PROJECT and title:
        return f" för projektet {title}"
    return f" ({title})" if title and grant.kind is GrantKind.OTHER else ""


def section_text(decision: GrantDecision) -> str:
    """Return the section of a decision in parentheses, after a space."""
    return f" ({decision.section.strip()})" if decision.section.strip() else ""


def _reason(text: str, name: str = GROUNDS) -> str:
    """Return a reason as a sentence of its own, after a space."""
    own = reason_sentence(text, name)
    return f" {own}" if own else ""


def day_or_year(day: dt.date | None, year: int) -> str:
    """Tell a day, or the year where it is not known."""
    return f"under {year}" if day is None else date_in_text(day)


def _day(entry: LedgerEntry) -> str:
    return day_or_year(entry.date, entry.year)
