"""Utdrag: one § of the minutes for one who is told of it, with how it is appealed.

It says what the minutes say of the §. *Utan namn* it names nobody who decided or took part,
as the law allows where threats are feared (förvaltningslagen 33 §, last paragraph).
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from hubra_desktop.documents.appeals import appeal_text
from hubra_desktop.documents.kit.compose import Text
from hubra_desktop.documents.kit.formal import SignatureLine, StatedFact, closing
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.minutes.minutes_terms import AppealKind
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.structured import verbatim
from hubra_desktop.model.swedish import date_in_text, long_date

_NAMELESS_NOTE: Final = (
    "Namnen på dem som beslutade och deltog är utelämnade i utdraget. De står i protokollet."
)


@dataclass(frozen=True, kw_only=True)
class ExtractPart:
    """A heading of a § with its text."""

    title: str
    text: str


@dataclass(frozen=True, kw_only=True)
class ExtractPaper:
    """One § as somebody is told of it.

    ``sign`` is ``§ 14``, of notes ``Punkt 3``. ``approved`` is the day of its approval,
    ``posted`` that of the announcement. ``told`` are all who are told of it. A ``draft`` says
    so on every page.
    """

    sender: Sender
    body: str
    meeting_day: dt.date
    place: str
    sign: str
    heading: str
    parts: tuple[ExtractPart, ...]
    told: tuple[str, ...] = ()
    appeal: AppealKind = AppealKind.NONE
    approved: dt.date | None = None
    posted: dt.date | None = None
    certifier: str = ""
    dateline: str = ""
    nameless: bool = False
    draft: bool = False


def utdrag_manuscript(
    paper: ExtractPaper, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the extract."""
    return _Writer(style, paper, text_size).manuscript()


class _Writer(OfficialPaper):
    """Writes one extract; used once."""

    def __init__(self, style: HouseStyle, paper: ExtractPaper, text_size: float | None) -> None:
        super().__init__(style, paper.sender, draft=paper.draft, text_size=text_size)
        self.paper = paper

    def manuscript(self) -> Manuscript:
        paper = self.paper
        title = f"{paper.sign} {paper.heading}".strip()
        self.begin(title)
        self.facts(self._facts())
        for part in paper.parts:
            self.section(part.title)
            self.rich(part.text, below=2)
        if paper.told:
            self.section("Beslutet delges")
            self.rich(verbatim("\n".join(paper.told)), below=2)
        appeal = appeal_text(paper.appeal, paper.body, paper.posted)
        if appeal:
            self.section("Så överklagas beslutet")
            self.prose(appeal)
        if paper.nameless:
            self.line(_NAMELESS_NOTE, self.look.style(before=1.0, after=0.5))
        certified = (SignatureLine(paper.certifier, "Utdraget bestyrks"),)
        self.add(*closing(self.root, paper.dateline, certified, self.look))
        return self.finish(
            title=f"{paper.sender.kind}, {title}",
            subject=f"{paper.body}, {long_date(paper.meeting_day)}".strip(", "),
            day=paper.approved or paper.meeting_day,
        )

    def _facts(self) -> tuple[StatedFact, ...]:
        paper = self.paper
        place = " ".join(paper.place.split())
        approved: Text = date_in_text(paper.approved) if paper.approved else "Inte justerat än"
        return (
            StatedFact("Organ", paper.body),
            StatedFact(
                "Sammanträde", ", ".join(filter(None, (long_date(paper.meeting_day), place)))
            ),
            StatedFact("Justerat", approved),
        )
