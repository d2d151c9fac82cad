"""What letters about a grant share: facts, decisions, questions, signatures.

Papers are Swedish whatever the window's language is.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from hubra_desktop.documents.kit.formal import (
    SignatureLine,
    StatedFact,
    closing,
    dateline,
)
from hubra_desktop.documents.kit.links import link_addresses, link_contacts
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.tree import Piece
from hubra_desktop.documents.letter_head import LetterHead
from hubra_desktop.documents.official import OfficialPaper, Sender, lines_of
from hubra_desktop.model.language import N_
from hubra_desktop.model.money.grant_list import NO_DAY
from hubra_desktop.model.money.grants import Standing
from hubra_desktop.model.money.terms import DecisionKind
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.money import Association, Grant, GrantDecision, LedgerEntry
from hubra_desktop.model.structured import verbatim
from hubra_desktop.model.swedish import date_in_text

MISSING: Final = "uppgift saknas"
FILL_IN: Final = "fylls i för hand"
_APPEAL: Final = (
    "Den som är medlem av kommunen kan få beslutets laglighet prövad (kommunallagen 13 kap.). "
    "Skriv till förvaltningsrätten, ange vilket beslut det gäller och vad som gör det olagligt. "
    "Skrivelsen ska ha kommit in inom tre veckor från den dag då det tillkännagavs på "
    "kommunens anslagstavla att protokollet är justerat."
)
UNSIGNED: Final = (SignatureLine("", "Underskrift och namnförtydligande"),)


@dataclass(frozen=True, kw_only=True)
class GrantLetter:
    """What a letter about a grant needs to know, besides its kind's own.

    ``applicant`` is the association's name. ``place`` and the head's date make the line
    above the signatures. ``standing`` and the ledger's ``entries`` are those of the letter's
    day. ``draft`` prints UTKAST on every page.
    """

    grant: Grant
    decision: GrantDecision
    applicant: str
    sender: Sender
    standing: Standing | None = None
    entries: tuple[LedgerEntry, ...] = ()
    association: Association = field(default_factory=Association)
    place: str = ""
    signatures: tuple[SignatureLine, ...] = ()
    draft: bool = False


_SAID: Final[Mapping[str, Callable[[GrantLetter], object]]] = {
    N_("föreningens namn"): lambda letter: letter.applicant,
    N_("organisationsnumret"): lambda letter: letter.association.organisation_number,
    N_("bankgirot"): lambda letter: letter.association.bank_giro,
    N_("diarienumret"): lambda letter: letter.grant.case_number,
    N_("vad bidraget avser"): lambda letter: (letter.grant.title, letter.grant.purpose),
    N_("det sökta beloppet"): lambda letter: letter.grant.applied_ore,
    N_("projekttiden"): lambda letter: (letter.grant.project_from, letter.grant.project_to),
    N_("villkoren"): lambda letter: letter.grant.conditions,
    N_("utbetalningsplanen"): lambda letter: [
        (each.due, each.amount_ore, each.condition) for each in letter.grant.instalments
    ],
    N_("dagen för redovisning"): lambda letter: letter.grant.report_due,
    N_("beslutet"): lambda letter: deciders(letter.grant, letter.decision),
    N_("beslutets belopp"): lambda letter: letter.decision.amount_ore,
    N_("beslutets skäl"): lambda letter: letter.decision.reason,
    N_("sista dagen"): lambda letter: letter.decision.last_day,
    N_("betalningens märkning"): lambda letter: letter.decision.reference,
    N_("det som är betalt"): lambda letter: letter.standing and letter.standing.net,
}
"""What a letter says, each by its name in a sentence."""


def letter_differences(was: GrantLetter, now: GrantLetter) -> tuple[str, ...]:
    """Return the names of what two letters say otherwise, but for who writes and when."""
    return tuple(name for name, said in _SAID.items() if said(was) != said(now))


def day_or_missing(day: dt.date | None) -> str:
    """Write a day as in running text, or that it is missing."""
    return date_in_text(day) if day else NO_DAY


def reading(decision: GrantDecision) -> str:
    """Write who decided, when, and the paragraph: ``KS, den 7 mars 2018, § 12``."""
    by, section = decision.decided_by.strip(), decision.section.strip()
    if not (by or section or decision.date):
        return MISSING
    parts = (by or MISSING, day_or_missing(decision.date), section)
    text = ", ".join(part for part in parts if part)
    reported = decision.reported_to.strip()
    return f"{text}. Anmält till {reported}" if reported else text


def deciders(grant: Grant, decision: GrantDecision) -> list[StatedFact]:
    """List the council's stance and the formal decision; what is not recorded is marked missing."""
    stance = _stance_before(grant, decision)
    facts = [StatedFact("Rådets ställningstagande", _stance(stance))] if stance else []
    formal = formal_of(grant, decision)
    if formal is not None and formal.id == decision.id:
        return [*facts, StatedFact("Formellt beslut", reading(decision))]
    text = MISSING if formal is None else reading(formal)
    return [
        *facts,
        StatedFact("Beslutat av", reading(decision)),
        StatedFact("Formellt beslut", text),
    ]


def formal_of(grant: Grant, decision: GrantDecision) -> GrantDecision | None:
    """Return the formal decision of the same kind: the decision itself, or a later one."""
    if decision.formal:
        return decision
    ids = [each.id for each in grant.decisions]
    later = grant.decisions[ids.index(decision.id) + 1 :] if decision.id in ids else ()
    return next((each for each in later if each.kind is decision.kind and each.formal), None)


def _stance_before(grant: Grant, decision: GrantDecision) -> GrantDecision | None:
    """Find the stance that led to the decision: one since the decision before it."""
    before = takewhile(lambda each: each.id != decision.id, grant.decisions)
    latest = next(iter(reversed(list(before))), None)
    return latest if latest and latest.kind is DecisionKind.STANCE else None


def _stance(stance: GrantDecision) -> str:
    reason = stance.reason.strip()
    return f"{reading(stance)}. {reason}" if reason else reading(stance)


class LetterWriter(OfficialPaper):
    """Writes one letter in the order it is read; used once."""

    head_kind = LetterHead

    def __init__(
        self, letter: GrantLetter, style: HouseStyle, text_size: float, title: str
    ) -> None:
        """Begin with the head's facts and the letter's heading."""
        super().__init__(style, letter.sender, draft=letter.draft, text_size=text_size)
        self.letter, self.title = letter, title
        self.grant, self.decision = letter.grant, letter.decision
        self.begin(title)

    def passage(self, title: str, text: str, *, structured: bool = False) -> None:
        """Add a section with ``text`` as it was written, if it was: structured, or verbatim."""
        if text.strip():
            self.section(title)
            self.rich(text if structured else verbatim(text), below=2)

    def lead(self, text: str) -> None:
        """Add the main sentence, larger than the rest."""
        self.line(link_addresses(text, bold=True), self.look.style(1.1, after=0.9, bold=True))

    def end(self) -> Manuscript:
        """Add the contact, the signature lines (one to fill in by hand if none), and the appeal."""
        letter, sender = self.letter, self.sender
        number = sender.case_number.strip()
        ask = f" och ange diarienummer {number}" if number else ""
        contact = self._contact()
        if contact:
            text = (Piece("Har ni frågor, kontakta "), *link_contacts(contact), Piece(f"{ask}."))
            self.line(text, self.look.style(before=1.2, after=0.5))
        place_and_day = dateline(letter.place, sender.date)
        self.signed(*closing(self.root, place_and_day, letter.signatures or UNSIGNED, self.look))
        self._appeal()
        return self.finish(
            title=f"{self.title}, {letter.applicant}",
            subject=f"{self.title}: {letter.applicant}, {self.grant.title}".rstrip(", "),
            day=self.decision.date or dt.date(self.decision.year or 1, 12, 31),
        )

    def _contact(self) -> str:
        """Write whom to ask, and how first: ``handläggaren på 08-123 456 46``."""
        sender = self.sender
        who = "handläggaren" if sender.handler.strip() else sender.administration.strip()
        ways = lines_of(sender.handler_contact)
        how = f" på {ways[0]}" if ways else ""
        return f"{who}{how}" if who else how.removeprefix(" på ")

    def _appeal(self) -> None:
        """Say how the decision is appealed, where it can be: a formal one of a nämnd.

        Laglighetsprövning, kommunallagen 13 kap.: within three weeks from the day when it
        was announced on the notice board that the minutes are approved.
        """
        if formal_of(self.grant, self.decision) is None:
            return
        self.section("Så överklagas beslutet")
        self.prose(_APPEAL)
