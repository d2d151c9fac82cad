"""What letters about a grant share: facts, decisions, questions, signatures.

Papers are Swedish whatever the window's language is.
"""

import datetime as dt
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from hubra_desktop.documents.kit.formal import (
    SignatureLine,
    StatedFact,
    closing,
    dateline,
)
from hubra_desktop.documents.kit.links import link_addresses
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.money_text import NO_DAY
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.money.terms import DecisionKind
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.money import Association, Grant, GrantDecision
from hubra_desktop.model.structured import verbatim
from hubra_desktop.model.swedish import date_in_text

MISSING: Final = "uppgift saknas"
FILL_IN: Final = "fylls i för hand"
UNSIGNED: Final = (SignatureLine("", "Underskrift och namnförtydligande"),)


@dataclass(frozen=True, kw_only=True)
class GrantLetter:
    """What a letter about a grant needs to know, besides its kind's own.

    ``applicant`` is the association's name. ``place`` and the head's date make the line
    above the signatures. ``draft`` prints UTKAST on every page.
    """

    grant: Grant
    decision: GrantDecision
    applicant: str
    sender: Sender
    association: Association = field(default_factory=Association)
    place: str = ""
    signatures: tuple[SignatureLine, ...] = ()
    draft: bool = False


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
    if decision.formal:
        return [*facts, StatedFact("Formellt beslut", reading(decision))]
    return [
        *facts,
        StatedFact("Beslutat av", reading(decision)),
        StatedFact("Formellt beslut", MISSING),
    ]


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
        """Add the contact and the signature lines, one to fill in by hand if none, and finish."""
        letter, sender = self.letter, self.sender
        contact = "handläggaren" if sender.handler.strip() else sender.administration.strip()
        number = sender.case_number.strip()
        ask = f" och ange diarienummer {number}" if number else ""
        if contact:
            text = link_addresses(f"Har ni frågor, kontakta {contact}{ask}.")
            self.line(text, self.look.style(before=1.2, after=0.5))
        place_and_day = dateline(letter.place, sender.date)
        self.add(*closing(self.root, place_and_day, letter.signatures or UNSIGNED, self.look))
        return self.finish(
            title=f"{self.title}, {letter.applicant}",
            subject=f"{self.title}: {letter.applicant}, {self.grant.title}".rstrip(", "),
            day=self.decision.date or dt.date(self.decision.year or 1, 12, 31),
        )
