"""What the letters about a grant share: words for days and amounts, facts, who decided, questions.

Papers are Swedish whatever the window's language is, so nothing here asks which it is.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from hubra_desktop.documents.kit.blocks import Block, paragraph
from hubra_desktop.documents.kit.compose import prose
from hubra_desktop.documents.kit.formal import (
    SignatureLine,
    StatedFact,
    closing,
    dateline,
    stated_facts,
)
from hubra_desktop.documents.kit.links import linked
from hubra_desktop.documents.kit.render import Manuscript, filled_pages
from hubra_desktop.documents.kit.rich import rich
from hubra_desktop.documents.kit.style import BODY, SMALLEST
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.money.terms import DecisionKind
from hubra_desktop.model.records.money import Association, Grant, GrantDecision
from hubra_desktop.model.structured import verbatim
from hubra_desktop.model.swedish import date_in_text

NO_DAY: Final = "dag saknas"
MISSING: Final = "uppgift saknas"
FILL_IN: Final = "fylls i för hand"
UNSIGNED: Final = (SignatureLine("", "Underskrift och namnförtydligande"),)


@dataclass(frozen=True, kw_only=True)
class GrantLetter:
    """What a letter about a grant needs to know, besides what it is about.

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
    """Tell by whom, when and where a decision was taken: ``KS, den 7 mars 2018, § 12``."""
    by, section = decision.decided_by.strip(), decision.section.strip()
    if not (by or section or decision.date):
        return MISSING
    given = (by or MISSING, day_or_missing(decision.date), section)
    told = ", ".join(part for part in given if part)
    reported = decision.reported_to.strip()
    return f"{told}. Anmält till {reported}" if reported else told


def deciders(grant: Grant, decision: GrantDecision) -> list[StatedFact]:
    """Tell the council's stance and the formal decision apart; what is not recorded says so."""
    stance = _stance_before(grant, decision)
    told = [StatedFact("Rådets ställningstagande", _stance(stance))] if stance else []
    if decision.formal:
        return [*told, StatedFact("Formellt beslut", reading(decision))]
    return [
        *told,
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


class LetterWriter:
    """Writes one letter in the order it is read; used once."""

    def __init__(self, paper: OfficialPaper, letter: GrantLetter, title: str) -> None:
        """Begin with the head's facts and the letter's heading."""
        self.paper, self.letter, self.title = paper, letter, title
        self.blocks: list[Block] = paper.opening(title)

    def say(self, text: str) -> None:
        """Add running text."""
        self.blocks += prose(self.paper.root, text, self.paper.look)

    def facts(self, given: Sequence[StatedFact]) -> None:
        """Add facts below each other; those that say nothing are left out."""
        told = [fact for fact in given if fact.blank or fact.text]
        if told:
            table = stated_facts(self.paper.root, told, self.paper.look, self.paper.measure)
            self.blocks.append(table)

    def section(self, title: str, text: str = "", *, structured: bool = False) -> None:
        """Begin a section, with ``text`` as it was written: structured, or with no marks in it."""
        paper, own = self.paper, text if structured else verbatim(text)
        self.blocks.append(paper.headings.add(2, title))
        self.blocks += rich(paper.root, own, paper.look, paper.headings, below=2)

    def lead(self, text: str) -> None:
        """Say first what matters most, larger than the rest."""
        paper = self.paper
        style = paper.look.style(1.1, after=0.9, bold=True)
        self.blocks.append(paragraph(paper.root.add("P"), linked(text, bold=True), style))

    def questions(self) -> None:
        """Tell whom to ask: who is named in the head, else the administration."""
        sender = self.letter.sender
        whom = "handläggaren" if sender.handler.strip() else sender.administration.strip()
        number = sender.case_number.strip()
        ask = f" och ange diarienummer {number}" if number else ""
        if whom:
            paper = self.paper
            text = linked(f"Har ni frågor, kontakta {whom}{ask}.")
            style = paper.look.style(before=1.2, after=0.5)
            self.blocks.append(paragraph(paper.root.add("P"), text, style))

    def signed(self) -> None:
        """End with place, date and signature lines; one to fill in when nobody is named."""
        letter = self.letter
        line = dateline(letter.place, letter.sender.date)
        signing = letter.signatures or UNSIGNED
        self.blocks += closing(self.paper.root, line, signing, self.paper.look)


def fitted(at: Callable[[float], Manuscript], text_size: float | None) -> Manuscript:
    """Set a letter at ``text_size``, or at the largest size in points that fits one page.

    A letter that no readable size brings to one page is set at the ordinary size.
    """
    ordinary = at(text_size or BODY)
    if text_size or not 1 < filled_pages(ordinary) < (BODY / SMALLEST) ** 2:
        return ordinary
    smaller = (at(size) for size in (10.5, 10.0, SMALLEST))
    return next((each for each in smaller if filled_pages(each) <= 1), ordinary)
