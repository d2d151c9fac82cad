"""A grant told in Swedish sentences, each from the records it stands on.

The annual report tells what became of a grant in words. The words are made here, from
the decisions and the ledger, so that they cannot say anything else than the figures do:
what is not recorded is not told, a row without a day is told by its year, and a reason is
the one that was written down. Always Swedish: the sentences are printed.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.grants import entries_of, governing, granting, standing
from hubra_desktop.model.money.ledger import effective
from hubra_desktop.model.money.sheets import (
    BudgetPostSheet,
    GrantDecisionSheet,
    GrantSheet,
    LedgerEntrySheet,
)
from hubra_desktop.model.money.terms import (
    DecisionKind,
    EntryKind,
    GrantKind,
    Outcome,
    Verdict,
)
from hubra_desktop.model.swedish import capitalised, count_in_words, date_in_text, listed

_DENIED = re.compile(r"(?P<what>.+) (?P<verb>\w+) (?P<word>ej|inte|aldrig)", re.DOTALL)
_WHAT = {
    GrantKind.PROJECT: "projektet",
    GrantKind.NIGHT_WALK: "nattvandringen",
    GrantKind.IOP: "det som bidraget gavs för",
    GrantKind.OTHER: "det som bidraget gavs för",
}


class Sentence(NamedTuple):
    """A sentence and the ids of the rows that it is told from: grant, decisions, ledger."""

    text: str
    ids: tuple[str, ...]


def story(
    grant: GrantSheet,
    applicant: str,
    entries: Iterable[LedgerEntrySheet],
    posts: Mapping[str, BudgetPostSheet],
) -> str:
    """Return the grant's story as one paragraph; ``posts`` by their ids.

    Without the posts, nothing is said of what the budget's post was charged with.
    """
    return " ".join(each.text for each in sentences(grant, applicant, entries, posts))


def sentences(
    grant: GrantSheet,
    applicant: str,
    entries: Iterable[LedgerEntrySheet],
    posts: Mapping[str, BudgetPostSheet],
) -> tuple[Sentence, ...]:
    """Return the grant's story, sentence by sentence, in the order things happened."""
    return tuple(_Teller(grant, applicant, entries, posts).tell())


class _Teller:
    """Tells of one grant."""

    def __init__(
        self,
        grant: GrantSheet,
        applicant: str,
        entries: Iterable[LedgerEntrySheet],
        posts: Mapping[str, BudgetPostSheet],
    ) -> None:
        self.grant = grant
        self.applicant = applicant.strip() or "föreningen"
        self.own = entries_of(grant, entries)
        self.posts = posts
        self.amounts = effective(self.own)
        self.now = standing(grant, self.own)
        self.payments = self._rows(EntryKind.PAYMENT)
        self.repayments = self._rows(EntryKind.REPAYMENT)

    def tell(self) -> Iterator[Sentence]:
        """Yield the sentences."""
        decision = governing(self.grant)
        if decision is None:
            yield self._applied()
        elif decision.kind is DecisionKind.REFUSE:
            yield self._refused(decision)
        else:
            yield from self._granted()
            if decision.kind is DecisionKind.WITHDRAW:
                yield self._withdrawn(decision)
            yield from self._paid()
            yield from self._used()
            yield from self._returned()

    def _rows(self, kind: EntryKind) -> list[LedgerEntrySheet]:
        """Return the rows of a kind that something is left of after corrections."""
        return [each for each in self.own if each.kind is kind and self.amounts[each.id] > 0]

    def _of(self, text: str, *decisions: GrantDecisionSheet) -> Sentence:
        return Sentence(text, (self.grant.id, *(each.id for each in decisions)))

    def _told(self, text: str, rows: Iterable[LedgerEntrySheet]) -> Sentence:
        """Return a sentence with the rows that it stands on, and those that correct them."""
        ids = [each.id for each in rows]
        fixes = [
            each.id
            for each in self.own
            if each.kind is EntryKind.CORRECTION and each.original_id in ids
        ]
        return Sentence(text, (self.grant.id, *ids, *fixes))

    def _applied(self) -> Sentence:
        amount = "" if self.now.applied is None else f" om {kronor(self.now.applied)}"
        when = _when(self.grant.applied_on, self.grant.year)
        return self._of(
            f"{capitalised(self.applicant)} ansökte {when} om {_form(self.grant)}{amount}"
            f"{self._purpose()}. Ansökan är inte avgjord."
        )

    def _refused(self, decision: GrantDecisionSheet) -> Sentence:
        request = f"ansökan från {self.applicant} om {_form(self.grant)}{self._purpose()}"
        when = _when(decision.date, decision.year)
        if decision.decided_by:
            text = f"{capitalised(decision.decided_by)} avslog {when} {request}"
        else:
            text = f"{capitalised(request)} avslogs {when}"
        return self._of(f"{text}{_section(decision)}.{_reason(decision.reason)}", decision)

    def _purpose(self) -> str:
        title = self.grant.title.strip()
        if self.grant.kind is GrantKind.NIGHT_WALK:
            return " för nattvandring"
        if self.grant.kind is GrantKind.PROJECT and title:
            return f" för projektet {title}"
        return f" ({title})" if title and self.grant.kind is GrantKind.OTHER else ""

    def _granted(self) -> Iterator[Sentence]:
        grants = [each for each in self.grant.decisions if each.kind is DecisionKind.GRANT]
        told = granting(self.grant)
        first = told[0] if told else grants[-1]
        known = first.amount_ore is not None
        amount = f" på {kronor(first.amount_ore)}" if first.amount_ore is not None else ""
        when = _when(first.date, first.year)
        form = f"{_form(self.grant)}{amount}"
        if first.decided_by:
            text = (
                f"{capitalised(first.decided_by)} beviljade {when} {form} till "
                f"{self.applicant}{self._purpose()}{_section(first)}."
            )
        else:
            text = (
                f"{capitalised(self.applicant)} beviljades {when} {form}"
                f"{self._purpose()}{_section(first)}."
            )
        yield self._of(text if known else f"{text} Beloppet anges inte.", first)
        yield from (self._changed(each) for each in told[1:])

    def _changed(self, decision: GrantDecisionSheet) -> Sentence:
        verb = "höjdes" if decision.kind is DecisionKind.RAISE else "sänktes"
        when = _when(decision.date, decision.year)
        amount = kronor(decision.amount_ore or 0)
        text = f"Bidraget {verb} {when} med {amount}{_section(decision)}.{_reason(decision.reason)}"
        return self._of(text, decision)

    def _withdrawn(self, decision: GrantDecisionSheet) -> Sentence:
        when = _when(decision.date, decision.year)
        text = f"Bidraget återkallades {when}{_section(decision)} innan något betalats ut."
        return self._of(f"{text}{_reason(decision.reason)}", decision)

    def _paid(self) -> Iterator[Sentence]:
        rows = self.payments
        if not rows:
            return
        if len(rows) > 1:
            parts = listed([f"{kronor(self.amounts[each.id])} {_day(each)}" for each in rows])
            text = f"Det betalades ut i {count_in_words(len(rows))} delar: {parts}."
        elif self.now.paid == self.now.granted:
            text = f"Hela beloppet betalades ut {_day(rows[0])}."
        else:
            text = f"{kronor(self.now.paid)} betalades ut {_day(rows[0])}."
        yield self._told(text, rows)
        if self.now.unpaid > 0 and self.now.granted_known:
            left = f"{kronor(self.now.unpaid)} av det beviljade har inte betalats ut."
            yield self._told(left, rows)

    def _used(self) -> Iterator[Sentence]:
        """Tell that it was carried out, and that the report has come."""
        outcome = self.grant.outcome
        if outcome in (Outcome.CARRIED_OUT, Outcome.PARTLY):
            part = " delvis" if outcome is Outcome.PARTLY else ""
            done = f"{capitalised(_WHAT[self.grant.kind])} genomfördes{part}."
            yield self._of(f"{done}{_reason(self.grant.outcome_reason)}")
        if self.grant.report_received is not None:
            approved = self.grant.verdict is Verdict.APPROVED
            verdict = " och är godkänd" if approved else ""
            day = date_in_text(self.grant.report_received)
            yield self._of(f"Redovisningen kom in {day}{verdict}.")

    def _returned(self) -> Iterator[Sentence]:
        """Tell of reclaims, of what came back, of what was written off, and what rests."""
        for each in self.grant.decisions:
            if each.kind is DecisionKind.RECLAIM:
                yield self._reclaimed(each)
        if self.repayments:
            yield self._repaid()
            yield from self._late()
        elif self.grant.outcome is Outcome.NOT_CARRIED_OUT:
            yield self._not_back()
        for each in self.grant.decisions:
            if each.kind is DecisionKind.WRITE_OFF:
                yield self._written_off(each)
        if self.now.rest:
            what = "Resten, " if self.repayments else ""
            text = f"{what}{kronor(self.now.rest)}{what and ','} återstår att få tillbaka."
            yield self._told(text, (*self.payments, *self.repayments))
        yield from self._charged()

    def _reclaimed(self, decision: GrantDecisionSheet) -> Sentence:
        amount = kronor(decision.amount_ore or 0)
        when = _when(decision.date, decision.year)
        last = f", att betala senast {date_in_text(decision.last_day)}" if decision.last_day else ""
        if decision.decided_by:
            text = f"{capitalised(decision.decided_by)} återkrävde {amount} {when}"
        else:
            text = f"{amount} återkrävdes {when}"
        text = f"{text}{_section(decision)}{last}.{_reason(decision.reason)}"
        return self._of(text, decision)

    def _repaid(self) -> Sentence:
        whole = self.now.repaid == self.now.paid
        total = kronor(self.now.repaid)
        amount = "hela summan" if whole else f"{total} av {kronor(self.now.paid)}"
        rows = self.repayments
        if len(rows) > 1:
            parts = listed([f"{kronor(self.amounts[each.id])} {_day(each)}" for each in rows])
            when = f"i {count_in_words(len(rows))} delar ({parts})"
        else:
            when = _day(rows[0])
        net = kronor(self.now.net)
        text = f"{self._because()} återbetalat {amount} {when}, netto {net}."
        return self._told(text, (*self.payments, *rows))

    def _because(self) -> str:
        """Begin the sentence of a repayment with its cause, as far as it is recorded."""
        if self.grant.outcome is not Outcome.NOT_CARRIED_OUT:
            return f"{capitalised(self.applicant)} har"
        reason = self.grant.outcome_reason.strip().rstrip(".")
        if not reason:
            return f"Eftersom {_WHAT[self.grant.kind]} inte genomfördes har föreningen"
        if match := _DENIED.fullmatch(reason):
            no = "aldrig" if match["word"] == "aldrig" else "inte"
            what = match["what"][:1].lower() + match["what"][1:]
            return f"Eftersom {what} {no} {match['verb']} har föreningen"
        return f"{capitalised(reason)}. Därför har föreningen"

    def _late(self) -> Iterator[Sentence]:
        """Tell of what came back in another year than it concerns: that year stands."""
        late = [each for each in self.repayments if each.year_concerned not in (None, each.year)]
        for year in dict.fromkeys(each.year for each in late):
            rows = [each for each in late if each.year == year]
            concerned = listed(
                [str(each) for each in dict.fromkeys(e.year_concerned for e in rows)]
            )
            amount = kronor(sum(self.amounts[each.id] for each in rows))
            whole = len(rows) == len(self.repayments)
            what = "Återbetalningen är bokförd" if whole else f"Av detta är {amount} bokfört"
            text = f"{what} {year} och ändrar inte redovisningen för {concerned}."
            yield self._told(text, rows)

    def _not_back(self) -> Sentence:
        reason = self.grant.outcome_reason.strip().rstrip(".")
        text = reason or f"{_WHAT[self.grant.kind]} genomfördes inte"
        told = "Någon återbetalning är inte bokförd."
        return self._told(f"{capitalised(text)}. {told}", self.payments)

    def _written_off(self, decision: GrantDecisionSheet) -> Sentence:
        amount = kronor(decision.amount_ore or 0)
        when = _when(decision.date, decision.year)
        if decision.decided_by:
            text = f"{capitalised(decision.decided_by)} skrev av {amount} {when}"
        else:
            text = f"{amount} skrevs av {when}"
        return self._of(f"{text}{_section(decision)}.{_reason(decision.reason)}", decision)

    def _charged(self) -> Iterator[Sentence]:
        """Tell what a post bears of a grant that came back, in the year it was paid."""
        posts = dict.fromkeys((each.post_id, each.year) for each in self.payments)
        if not self.repayments or len(posts) != 1:
            return
        [(post_id, year)] = posts
        post = self.posts.get(post_id)
        if post is None:
            return
        here = [each for each in self.repayments if each.year == year]
        back = sum(self.amounts[each.id] for each in here)
        if back == self.now.paid:
            text = f"Budgetposten {post.name} belastas därmed inte."
        else:
            bears = kronor(self.now.paid - back)
            text = f"Budgetposten {post.name} belastas {year} med {bears}."
        yield self._told(text, (*self.payments, *here))


def _form(grant: GrantSheet) -> str:
    """Say what sort of money it is."""
    return "bidrag inom ramen för IOP" if grant.kind is GrantKind.IOP else "föreningsbidrag"


def _section(decision: GrantDecisionSheet) -> str:
    return f" ({decision.section.strip()})" if decision.section.strip() else ""


def _reason(text: str) -> str:
    """Return a reason as a sentence of its own, after a space."""
    plain = text.strip().rstrip(".")
    return f" {capitalised(plain)}." if plain else ""


def _when(day: dt.date | None, year: int) -> str:
    return f"under {year}" if day is None else date_in_text(day)


def _day(entry: LedgerEntrySheet) -> str:
    return _when(entry.date, entry.year)
