"""Utdrag: one § of the minutes for one who is told of it, with how it is appealed.

It says what the minutes say of the §. *Utan namn* it names nobody who decided or took part,
as the law allows where threats are feared (förvaltningslagen 33 §, last paragraph).
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from hubra_desktop.documents.appeals import appeal_text
from hubra_desktop.documents.kit.formal import SignatureLine, StatedFact, closing
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.minutes_sections import SectionPrinter
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.minutes.minutes_terms import AppealKind, MinutesKind
from hubra_desktop.model.minutes.minutes_view import MinutesView
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.swedish import date_in_text, long_date

_NAMELESS_NOTE: Final = (
    "Namnen på dem som beslutade och deltog är utelämnade i utdraget. De står i protokollet."
)


@dataclass(frozen=True, kw_only=True)
class ExtractPaper:
    """One § as somebody is told of it: ``view`` are the minutes with that § alone.

    ``sign`` is ``§ 14``, of notes ``Punkt 3``. ``approved`` is the day of its approval,
    ``posted`` that of the announcement. A ``nameless`` one has a view without names. A
    ``draft`` says so on every page.
    """

    sender: Sender
    view: MinutesView
    section_id: str
    sign: str
    appeal: AppealKind = AppealKind.NONE
    approved: dt.date | None = None
    posted: dt.date | None = None
    certifier: str = ""
    dateline: str = ""
    nameless: bool = False
    draft: bool = False

    @property
    def meeting_day(self) -> dt.date:
        """Return the day of the meeting."""
        return self.view.meeting.date


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
        paper, view = self.paper, self.paper.view
        shown = view.section_view(paper.section_id)
        assert shown is not None
        self.begin(f"Sammanträdet {long_date(paper.meeting_day)}")
        self.facts(self._facts())
        printer = SectionPrinter(
            view, self.root, self.look, self.headings, self.measure, self.style.time_separator
        )
        self.add(*printer.blocks(shown, movement=False))
        appeal = appeal_text(paper.appeal, view.meeting.body, paper.posted)
        if appeal:
            self.section("Så överklagas beslutet")
            self.prose(appeal)
        if paper.nameless:
            self.line(_NAMELESS_NOTE, self.look.style(before=1.0, after=0.5))
        certified = (SignatureLine(paper.certifier, "Utdraget bestyrks"),)
        self.signed(*closing(self.root, paper.dateline, certified, self.look))
        return self.finish(
            title=f"{paper.sender.kind}, {paper.sign} {shown.section.heading}".strip(),
            subject=f"{view.meeting.body}, {long_date(paper.meeting_day)}".strip(", "),
            day=paper.approved or paper.meeting_day,
        )

    def _facts(self) -> tuple[StatedFact, ...]:
        paper, meeting = self.paper, self.paper.view.meeting
        notes = paper.view.kind is MinutesKind.NOTES
        word = "Godkänt" if notes else "Justerat"
        approved = date_in_text(paper.approved) if paper.approved else f"Inte {word.lower()} än"
        return (
            StatedFact("Organ", meeting.body),
            StatedFact("Plats", " ".join(meeting.place.split())),
            StatedFact(word, approved),
        )
