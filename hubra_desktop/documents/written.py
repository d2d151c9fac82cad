"""Papers written by an author from the year's facts: sections, gaps, signatures.

The sections are structured text under headings that are data. Tables and charts are added
by each kind of paper. Numbers that are linked to the register are printed as plain words.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from hubra_desktop.documents.kit.blocks import Break
from hubra_desktop.documents.kit.compose import Level
from hubra_desktop.documents.kit.contents import Contents
from hubra_desktop.documents.kit.formal import SignatureLine, closing
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.style import BODY
from hubra_desktop.documents.kit.tree import Piece
from hubra_desktop.documents.money_text import PostsTable, outcome_and_budget, posts_table
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.money.figures import NET, MoneyFigure
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.model.reports.gaps import printed_gaps
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.words import swedish_word

ATTACHMENT: Final = "Bilaga"
HEADING: Final = -1
"""Where a section's heading is written, before the blocks of its text."""
_PAGE: Final = 2_600
"""About how many letters of running text fill a page of the ordinary size."""
_LONG: Final = 8.0
"""A paper of more pages than this, about, has a page of contents."""


class WrittenPaper(OfficialPaper):
    """One paper while it is printed; used once. Ask for ``manuscript`` last.

    ``figures`` is about how many pages its tables and charts fill.
    """

    def __init__(
        self, report: Report, year: YearSheets, style: HouseStyle, *, draft: bool,
        text_size: float | None = None, figures: float = 0.0,
    ) -> None:  # fmt: skip
        """Begin with head, addressee, title, and contents when the paper is long."""
        self.report, self.year = report, year
        self.name = swedish_word(report.kind)
        super().__init__(style, self._sender(), draft=draft, text_size=text_size)
        self.title = report.title.strip() or f"{self.name} {year.year}"
        self.begin(self.title)
        self.apparatus.pictures = {each.mark: each.content for each in report.pictures}
        self._gaps = printed_gaps(report, year)
        self._contents: Contents | None = None
        if self._pages(text_size or BODY) + figures > _LONG:
            self._contents = Contents(self.root, self.look)
            self.add(self._contents.block)
            # In large print the contents go on over the page, which would be left half empty.
            if not self.look.large:
                self.add(Break())

    def _sender(self) -> Sender:
        report = self.report
        return Sender(
            kind=ATTACHMENT if report.attached_to_id else self.name,
            administration=report.administration.strip(),
            date=report.date,
            case_number=report.case_number.strip(),
            handler=report.handler.strip(),
            handler_contact=report.handler_contact,
            addressee=self.year.council,
        )

    def _pages(self, size: float) -> float:
        letters = sum(len(section.text) for section in self.report.sections)
        return letters / _PAGE * (size / BODY) ** 2

    def text(self, section: ReportSection) -> None:
        """Add a section: its heading, its text, and the gaps that are printed."""
        level = self.heading(section.heading.strip(), section.level)
        if section.heading.strip():
            self.root.kids[-1].source = (section.id, HEADING)
        self.rich(section.text, level, section.id)
        for gap in self._gaps.get(section.key, ()):
            self.line((Piece(gap, italic=True),))

    def heading(self, text: str, level: int = 2) -> Level:
        """Add a heading, if there is one, at the level nearest to ``level``; return that."""
        nearest = self.headings.nearest(level)
        if text:
            self.add(self.headings.add(nearest, text))
        return nearest

    def budget(self, figures: Sequence[MoneyFigure], about: str = "") -> None:
        """Add the year's posts with the ``figures`` of each, and their sums.

        ``about`` ends the caption: the year and the unit. Where there is too little room
        one table tells the outcome and another what is left.
        """
        table = self.year.budget_table
        if table is None:
            return
        whole = posts_table(table, figures)
        parts: Sequence[PostsTable] = [whole]
        if NET in figures and not (self.look.large or self.fits(*whole)):
            parts = outcome_and_budget(table, figures)
        names = ["Budget och utfall"] if len(parts) == 1 else ["Utfall", "Budget"]
        for each, name in zip(parts, names, strict=True):
            caption = f"{name} {about}" if about else ""
            self.table(each.columns, each.groups, total=each.total, caption=caption)

    def signatures(self) -> None:
        """Add the signature lines."""
        signing = [SignatureLine(each.name, each.role) for each in self.report.signatures]
        lines = closing(self.root, "", signing, self.look)
        for each in lines:
            each.after = 2 * self.look.body
        self.signed(*lines)

    def manuscript(self) -> Manuscript:
        """Finish the paper."""
        manuscript = self.finish(
            title=self.title, subject=f"{self.name} {self.year.year}",
            day=dt.date(self.year.year, 12, 31),
        )  # fmt: skip
        if self._contents is not None:
            self._contents.close()
        return manuscript
