"""The återkrav: asks an association to pay back a grant.

Payments and repayments are listed row by row from the ledger, so that the reader can
check the amount. Account, last day and reference are lines to fill in by hand when they
are not recorded.
"""

from dataclasses import dataclass
from typing import Final

from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine
from hubra_desktop.documents.kit.formal import StatedFact
from hubra_desktop.documents.kit.render import Manuscript, fitted
from hubra_desktop.documents.money_letters import (
    FILL_IN,
    GrantLetter,
    LetterWriter,
    deciders,
)
from hubra_desktop.model.money.amounts import digits, kronor, kronor_in_text
from hubra_desktop.model.money.grant_list import day_of
from hubra_desktop.model.money.grants import Standing, repayment_due
from hubra_desktop.model.money.ledger import effective
from hubra_desktop.model.money.letters import check_reclaim
from hubra_desktop.model.money.numbers import printed_number
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.swedish import date_in_text, short_date

_TITLE: Final = "Återkrav av bidrag"
_REMINDER: Final = "Påminnelse om återkrav av bidrag"


@dataclass(frozen=True, kw_only=True)
class Reclaim(GrantLetter):
    """A reclaim letter's content.

    ``pay_to`` is the municipality's account.
    """

    standing: Standing
    pay_to: str = ""


def aterkrav_manuscript(
    letter: Reclaim, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the letter; it fits one page where a readable size allows."""
    check_reclaim(letter.standing)
    return fitted(lambda size: _Aterkrav(letter, style, size).manuscript(), text_size)


class _Aterkrav(LetterWriter):
    """Writes one reclaim letter; used once."""

    def __init__(self, letter: Reclaim, style: HouseStyle, text_size: float) -> None:
        self.claim = letter
        self.last = repayment_due(letter.decision)
        day = letter.sender.date
        self.late = day is not None and self.last < day
        super().__init__(letter, style, text_size, _REMINDER if self.late else _TITLE)

    def manuscript(self) -> Manuscript:
        self.lead(self._sentence())
        self.facts(self._to_pay())
        self.passage("Skäl", self.decision.reason)
        self._movements()
        self._next()
        return self.end()

    def _sentence(self) -> str:
        title = self.claim.grant.title.strip()
        what = f" för ”{title}”" if title else ""
        who = self.claim.applicant.strip()
        rest = kronor_in_text(self.claim.standing.rest)
        last = date_in_text(self.last)
        if self.late:
            return (
                f"{who} skulle ha betalat tillbaka {rest} av bidraget{what} senast {last}. "
                "Pengarna har inte kommit."
            )
        return f"{who} ska betala tillbaka {rest} av bidraget{what} senast {last}."

    def _to_pay(self) -> list[StatedFact]:
        claim, decision = self.claim, self.decision
        number = printed_number(claim.association.organisation_number)
        return [
            StatedFact("Organisationsnummer", number),
            StatedFact("Bidraget avsåg", claim.grant.title.strip()),
            StatedFact("Att betala", kronor(claim.standing.rest)),
            StatedFact("Senast", short_date(self.last)),
            _known("Betalas till", claim.pay_to.strip()),
            _known("Referens", decision.reference.strip()),
            *deciders(claim.grant, decision),
        ]

    def _movements(self) -> None:
        """List payments, repayments and what is left of the claim."""
        self.section("Så har vi räknat")
        now, decision = self.claim.standing, self.decision
        asked = "Återkrävt" if now.owed == now.claimed else "Ska betalas tillbaka sammanlagt"
        left = [FigureLine((asked, day_of(decision.date, decision.year), digits(now.owed)))]
        left += self._rows(EntryKind.REPAYMENT, "Återbetalt av föreningen", -1)
        left += [FigureLine(("Avskrivet", "", digits(-now.written_off)))] if now.written_off else []
        paid = self._rows(EntryKind.PAYMENT, "Utbetalt till föreningen", 1)
        columns = {"Händelse": 0.6, "Dag": 0.4, "Kronor": 0.0}
        groups = [FigureGroup("Bidraget", paid), FigureGroup("Återkravet", left)]
        self.table(columns, groups, total=("Att betala", "", digits(now.rest)))

    def _rows(self, kind: EntryKind, name: str, sign: int) -> list[FigureLine]:
        """List the ledger's rows of one kind, after corrections."""
        amounts = effective(self.claim.entries)
        return [
            FigureLine((name, day_of(each.date, each.year), digits(sign * amounts[each.id])))
            for each in self.claim.entries
            if each.kind is kind and amounts[each.id] > 0
        ]

    def _next(self) -> None:
        self.section("Vad som händer nu")
        until = " nu" if self.late else f" senast {date_in_text(self.last)}"
        in_time, before = ("", "") if self.late else (" i tid", " före sista dagen")
        unable = f"Kan ni inte betala{in_time}, eller anser ni att beloppet är fel"
        self.prose(
            f"Betala beloppet{until} och ange referensen, så att vi ser vad det gäller. "
            "När hela beloppet är betalt är återkravet avslutat."
        )
        self.prose(
            f"{unable}, hör av er till oss{before}. Ett återkrav som inte är betalt finns kvar "
            "och vägs in när föreningen söker bidrag på nytt."
        )


def _known(name: str, text: str) -> StatedFact:
    """Return a known fact, else a line to fill in."""
    return StatedFact(name, text) if text else StatedFact(name, FILL_IN, blank=True)
