"""The beslutsbrev: informs an association of a decision about its grant.

Decision and amount come first, then purpose, conditions, payment, report, and who decided:
the council's stance and the formal decision apart. Sums come from ``model.money``. What is
not recorded is printed as missing.
"""

from dataclasses import dataclass
from typing import Final

from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine
from hubra_desktop.documents.kit.formal import StatedFact
from hubra_desktop.documents.kit.render import Manuscript, fitted
from hubra_desktop.documents.money_letters import (
    MISSING,
    GrantLetter,
    LetterWriter,
    day_or_missing,
    deciders,
)
from hubra_desktop.model.money.amounts import digits, kronor, kronor_in_text
from hubra_desktop.model.money.ledger import effective
from hubra_desktop.model.money.letters import check_letter, granted_by
from hubra_desktop.model.money.numbers import printed_number
from hubra_desktop.model.money.terms import DecisionKind, EntryKind
from hubra_desktop.model.narrative import begun, fill_template, plain_words
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.money import Instalment, LedgerEntry
from hubra_desktop.model.swedish import EN_DASH, date_in_text, folded, short_date


@dataclass(frozen=True)
class _Form:
    """The words of one kind of decision: its title, what it does, and the amount's name."""

    title: str
    does: str
    passive: str
    amount: str = ""


_FORMS: Final = {
    DecisionKind.GRANT: _Form(
        "Beslut om bidrag", "beviljar {who} {sum} i bidrag{what}",
        "{who} beviljas {sum} i bidrag{what}", "Beviljat belopp",
    ),
    DecisionKind.RAISE: _Form(
        "Beslut om höjt bidrag", "höjer bidraget till {who}{what} med {sum}",
        "bidraget till {who}{what} höjs med {sum}", "Höjning",
    ),
    DecisionKind.LOWER: _Form(
        "Beslut om sänkt bidrag", "sänker bidraget till {who}{what} med {sum}",
        "bidraget till {who}{what} sänks med {sum}", "Sänkning",
    ),
    DecisionKind.REFUSE: _Form(
        "Beslut om avslag", "avslår ansökan från {who} om bidrag{what}",
        "ansökan från {who} om bidrag{what} avslås",
    ),
    DecisionKind.WITHDRAW: _Form(
        "Beslut om att återkalla bidrag", "återkallar bidraget till {who}{what}",
        "bidraget till {who}{what} återkallas",
    ),
    DecisionKind.WRITE_OFF: _Form(
        "Beslut om att avskriva återkrav",
        "avskriver {sum} av återkravet mot {who}{what}",
        "{sum} av återkravet mot {who}{what} avskrivs", "Avskrivet belopp",
    ),
}  # fmt: skip
_TO: Final = frozenset({DecisionKind.GRANT, DecisionKind.REFUSE})
"""The decisions about money *to* a project; the others change a grant *for* one."""
_GIVING: Final = frozenset({DecisionKind.GRANT, DecisionKind.RAISE, DecisionKind.LOWER})
_CHANGES: Final = frozenset({DecisionKind.RAISE, DecisionKind.LOWER})


def beslutsbrev_manuscript(
    letter: GrantLetter, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the letter; it fits one page where a readable size allows."""
    check_letter(letter.decision)
    return fitted(lambda size: _Beslutsbrev(letter, style, size).manuscript(), text_size)


class _Beslutsbrev(LetterWriter):
    """Writes one decision letter; used once."""

    def __init__(self, letter: GrantLetter, style: HouseStyle, text_size: float) -> None:
        self.form = _FORMS[letter.decision.kind]
        super().__init__(letter, style, text_size, self.form.title)

    def manuscript(self) -> Manuscript:
        self.lead(self._sentence())
        self.facts(self._in_short())
        self.passage("Ändamål", self.grant.purpose)
        self.passage("Skäl för beslutet", self.decision.reason)
        if self.decision.kind in _GIVING:
            self.passage("Villkor", self.grant.conditions, structured=True)
            self._payment()
            self._report()
        return self.end()

    def _sentence(self) -> str:
        """Write decision, decider and recipient as one sentence."""
        who, title = self.letter.applicant.strip(), self.grant.title.strip()
        if folded(who) in folded(title):
            title = ""
        by = self.decision.decided_by.strip()
        sentence = fill_template(
            f"{{by}} {self.form.does}." if by else f"{self.form.passive}.", by=by, who=who,
            what=f" {'till' if self.decision.kind in _TO else 'för'} ”{title}”" if title else "",
            sum=kronor_in_text(self.decision.amount_ore or 0),
        )  # fmt: skip
        return begun(plain_words(sentence))

    def _in_short(self) -> list[StatedFact]:
        decision, letter = self.decision, self.letter
        number = printed_number(letter.association.organisation_number)
        facts = [
            StatedFact("Förening", letter.applicant.strip()),
            StatedFact("Organisationsnummer", number),
            StatedFact("Bidraget avser", self.grant.title.strip()),
            StatedFact("Sökt belopp", _sum(self.grant.applied_ore)),
        ]
        if self.form.amount:
            facts.append(StatedFact(self.form.amount, _sum(decision.amount_ore)))
        if decision.kind in _CHANGES:
            facts.append(StatedFact("Beviljat sammanlagt", _sum(granted_by(self.grant, decision))))
        return [*facts, StatedFact("Projekttid", self._time()), *deciders(self.grant, decision)]

    def _time(self) -> str:
        first, last = self.grant.project_from, self.grant.project_to
        if first and last:
            return f"{short_date(first)} {EN_DASH} {short_date(last)}"
        if first:
            return f"från {short_date(first)}"
        return f"till och med {short_date(last)}" if last else ""

    def _payment(self) -> None:
        """Tell what is paid; list what is to come and the account, as far as they are known."""
        now = self.letter.standing
        paid, repaid = (now.paid, now.repaid) if now is not None else (0, 0)
        self.section("Utbetalning")
        for each in payment_lines(self.letter.entries):
            self.prose(each)
        if repaid:
            self.prose(f"{kronor(repaid)} har betalats tillbaka.")
        if now is not None and paid and (now.unpaid <= 0 or repaid):
            return
        if self.grant.instalments:
            rows = [FigureLine(_instalment(each)) for each in self.grant.instalments]
            columns = {"Betalas": 0.4, "Villkor": 0.6, "Kronor": 0.0}
            self.table(columns, [FigureGroup("", rows)])
        elif not paid:
            self.prose("Dag för utbetalning är inte bestämd.")
        giro = self.letter.association.bank_giro.strip()
        if giro:
            self.prose(f"Pengarna betalas till föreningens bankgiro {giro}.")
        else:
            self.prose("Föreningens bankgiro är inte anmält. Anmäl det innan bidraget kan betalas.")

    def _report(self) -> None:
        due, received = self.grant.report_due, self.grant.report_received
        now, day = self.letter.standing, self.sender.date
        if now is not None and (now.claimed or (now.paid and now.paid == now.repaid)):
            return
        self.section("Redovisning")
        if received and (day is None or received <= day):
            self.prose(f"Redovisningen kom in {day_or_missing(received)}.")
        elif due:
            self.prose(f"Redovisa senast {day_or_missing(due)} hur bidraget har använts.")
        else:
            self.prose("Sista dag för redovisning är inte bestämd.")


def payment_lines(entries: tuple[LedgerEntry, ...]) -> list[str]:
    """Say of each payment how much it was, and when: ``45 080 kr betalades ut den 3 mars``."""
    amounts = effective(entries)
    paid = [each for each in entries if each.kind is EntryKind.PAYMENT and amounts[each.id] > 0]
    return [
        f"{kronor(amounts[each.id])} betalades ut "
        f"{date_in_text(each.date) if each.date else each.year}."
        for each in paid
    ]


def _sum(ore: int | None) -> str:
    return MISSING if ore is None else kronor(ore)


def _instalment(planned: Instalment) -> tuple[str, str, str]:
    due = short_date(planned.due) if planned.due else "dag inte bestämd"
    return due, planned.condition.strip(), digits(planned.amount_ore)
