"""Så följer vi lagen: each section with how it is followed, since when, and what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hubra_desktop.documents.kit.formal import StatedFact
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.language import swedish
from hubra_desktop.model.law.evidence import LawAnswer, LawFacts, LawState, answers
from hubra_desktop.model.law.sections import LAW_NAME
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.swedish import capitalised, date_in_text, short_date
from hubra_desktop.model.words import swedish_word

TITLE: Final = "Så följer vi lagen"
_NOT_YET: Final = "Lagen gällde inte än. Den gäller sedan den 1 juli 2023."


@dataclass(frozen=True, kw_only=True)
class LawPaper:
    """How the law is followed by what the register held on a day."""

    sender: Sender
    facts: LawFacts


def law_manuscript(
    paper: LawPaper, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the answers to the law's sections."""
    return _Writer(style, paper, text_size).manuscript()


class _Writer(OfficialPaper):
    """Writes one paper; used once."""

    def __init__(self, style: HouseStyle, paper: LawPaper, text_size: float | None) -> None:
        super().__init__(style, paper.sender, text_size=text_size)
        self.day, self.council = paper.facts.day, paper.facts.council
        self.answers = answers(paper.facts, swedish)

    def manuscript(self) -> Manuscript:
        self.begin(TITLE)
        self.prose(swedish(LAW_NAME) + f". Så såg det ut {date_in_text(self.day)}.")
        good = sum(each.state is LawState.IN_PLACE for each in self.answers)
        told = f"{good} av {len(self.answers)} på plats" if self.answers else _NOT_YET
        self.line(told, self.look.style(bold=True))
        for answer in self.answers:
            self._section(answer)
        return self.finish(
            title=f"{TITLE}, {self.council}".rstrip(", "),
            subject=f"Lag (2023:196) den {short_date(self.day)}",
            day=self.day,
        )

    def _section(self, answer: LawAnswer) -> None:
        self.section(f"{answer.section.cited} {swedish(answer.section.title)}")
        self.prose(swedish(answer.section.asks))
        self.facts(tuple(_facts(answer)))


def _facts(answer: LawAnswer) -> Iterator[StatedFact]:
    since = f", sedan {short_date(answer.since)}" if answer.since else ""
    yield StatedFact("Läge", f"{capitalised(swedish_word(answer.state))}{since}")
    for each in answer.evidence:
        yield StatedFact("Underlag", each.sentence)
    if answer.note is not None:
        yield StatedFact("Så gör vi", answer.note.text)
    yield StatedFact("Att göra", answer.lacking)
