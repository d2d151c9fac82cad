"""A grant told in Swedish sentences, each from the records it stands on.

The annual report tells what became of a grant in words. The words are made here, from
the decisions and the ledger, so that they cannot say anything else than the figures do.
Always Swedish: the sentences are printed.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.grants import Standing, entries_of, governing, granting, standing
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
    GrantState,
    Outcome,
)
from hubra_desktop.model.swedish import date_in_text


class Sentence(NamedTuple):
    """A sentence and the ids of the rows that it is told from."""

    text: str
    ids: tuple[str, ...]


def story(
    grant: GrantSheet,
    applicant: str,
    entries: Iterable[LedgerEntrySheet],
    posts: Mapping[str, BudgetPostSheet],
) -> str:
    """Return the grant's story as one paragraph; ``posts`` by their ids."""
    return " ".join(each.text for each in sentences(grant, applicant, entries, posts))


def sentences(
    grant: GrantSheet,
    applicant: str,
    entries: Iterable[LedgerEntrySheet],
    posts: Mapping[str, BudgetPostSheet],
) -> tuple[Sentence, ...]:
    """Return the grant's story, sentence by sentence, in the order things happened."""
    own = entries_of(grant, entries)
    teller = _Teller(grant, applicant, own, posts)
    return tuple(teller.tell())


class _Teller:
    """Tells of one grant."""

    def __init__(
        self,
        grant: GrantSheet,
        applicant: str,
        own: tuple[LedgerEntrySheet, ...],
        posts: Mapping[str, BudgetPostSheet],
    ) -> None:
        self.grant = grant
        self.applicant = applicant or "föreningen"
        self.own = own
        self.posts = posts
        self.amounts = effective(own)
        self.now: Standing = standing(grant, own)

    def tell(self) -> Iterator[Sentence]:
        decision = governing(self.grant)
        if decision is None:
            yield self._applied()
        elif decision.kind is DecisionKind.REFUSE:
            yield self._said(decision, f"avslog {self._under(decision)} ansökan från")
        else:
            yield from self._granted(decision)

    def _applied(self) -> Sentence:
        amount = "" if self.now.applied is None else f" om {kronor(self.now.applied)}"
        when = _when(self.grant.applied_on, self.grant.year)
        text = f"{_capital(self.applicant)} ansökte {when}{amount} för {self._purpose()}."
        return Sentence(text, (self.grant.id,))

    def _said(self, decision: GrantDecisionSheet, verb: str) -> Sentence:
        subject = decision.decided_by or "Rådet"
        text = f"{subject} {verb} {self.applicant} om {_form(self.grant)} för {self._purpose()}."
        return Sentence(text, (self.grant.id, decision.id))

    def _under(self, decision: GrantDecisionSheet) -> str:
        return _when(decision.date, decision.year)

    def _purpose(self) -> str:
        if self.grant.kind is GrantKind.PROJECT and self.grant.title:
            return f"projektet {self.grant.title}"
        return self.grant.title or "sin verksamhet"

    def _granted(self, last: GrantDecisionSheet) -> Iterator[Sentence]:
        decisions = self.grant.decisions
        first = granting(self.grant)[0] if granting(self.grant) else None
        if first is None:
            first = next((e for e in decisions if e.kind is DecisionKind.GRANT), last)
        amount = "" if first.amount_ore is None else f" på {kronor(first.amount_ore)}"
        subject = first.decided_by or "Rådet"
        text = (
            f"{subject} beviljade {self._under(first)} {self.applicant} "
            f"{_form(self.grant)}{amount} för {self._purpose()}."
        )
        yield Sentence(text, (self.grant.id, first.id))
        for each in granting(self.grant)[1:]:
            yield self._changed(each)
        if last.kind is DecisionKind.WITHDRAW:
            yield Sentence(
                f"Bidraget återkallades {self._under(last)} innan något hade betalats ut.",
                (self.grant.id, last.id),
            )
            return
        yield from self._paid()
        yield from self._returned()

    def _changed(self, decision: GrantDecisionSheet) -> Sentence:
        verb = "höjdes" if decision.kind is DecisionKind.RAISE else "sänktes"
        amount = "" if decision.amount_ore is None else f" med {kronor(decision.amount_ore)}"
        reason = f" {decision.reason.rstrip('.')}" if decision.reason else ""
        text = f"Bidraget {verb} {self._under(decision)}{amount}{reason and ','}{reason}."
        return Sentence(text, (self.grant.id, decision.id))

    def _rows(self, kind: EntryKind) -> list[LedgerEntrySheet]:
        return [each for each in self.own if each.kind is kind and self.amounts[each.id] > 0]

    def _paid(self) -> Iterator[Sentence]:
        rows = self._rows(EntryKind.PAYMENT)
        if not rows:
            return
        whole = self.now.paid == self.now.granted
        amount = "Hela beloppet" if whole else kronor(self.now.paid)
        text = f"{amount} betalades ut {_days(rows)}."
        yield Sentence(text, self._ids(rows))

    def _ids(self, rows: Iterable[LedgerEntrySheet]) -> tuple[str, ...]:
        ids = {each.id for each in rows}
        fixes = (each.id for each in self.own if each.original_id in ids)
        return (self.grant.id, *ids, *fixes)

    def _returned(self) -> Iterator[Sentence]:
        rows = self._rows(EntryKind.REPAYMENT)
        if not rows:
            return
        whole = self.now.state is GrantState.FULLY_REPAID
        amount = "hela summan" if whole else kronor(self.now.repaid)
        cause = self._cause()
        text = (
            f"{cause} föreningen återbetalat {amount} {_days(rows)}, netto {kronor(self.now.net)}."
        )
        yield Sentence(text, self._ids(rows))

    def _cause(self) -> str:
        if self.grant.outcome is Outcome.NOT_CARRIED_OUT:
            return "Eftersom projektet inte startade har"
        return "Av beloppet har"


def _form(grant: GrantSheet) -> str:
    """Say what sort of money it is."""
    return "bidrag enligt IOP" if grant.kind is GrantKind.IOP else "föreningsbidrag"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _when(day: dt.date | None, year: int) -> str:
    return f"under {year}" if day is None else date_in_text(day)


def _days(rows: Iterable[LedgerEntrySheet]) -> str:
    words = dict.fromkeys(_when(each.date, each.year) for each in rows)
    return " och ".join(words)
