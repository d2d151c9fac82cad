"""The tjänsteutlåtande: the administration's proposal to the council, with its reasons.

The sections, signatures with titles, the bilagor, and the recipients of the decision, in
the order of the council's own.
"""

from typing import Final

from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.written import ATTACHMENT, WrittenPaper
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.words import swedish_word

ATTACHMENTS: Final = "Bilagor"
DELIVERED: Final = "Beslutet delges"


def tjansteutlatande_manuscript(
    report: Report, year: YearSheets, style: HouseStyle, *, draft: bool,
    text_size: float | None = None,
) -> Manuscript:  # fmt: skip
    """Compose the statement."""
    paper = WrittenPaper(report, year, style, draft=draft, text_size=text_size)
    for section in report.sections:
        paper.text(section)
    paper.signatures()
    _attachments(paper)
    _delivered(paper)
    return paper.manuscript()


def _attachments(paper: WrittenPaper) -> None:
    """List the bilagor by number."""
    attached = paper.year.attached_to(paper.report)
    if not attached:
        return
    paper.heading(ATTACHMENTS if len(attached) > 1 else ATTACHMENT)
    for place, each in enumerate(attached, 1):
        title = each.title.strip() or f"{swedish_word(each.kind)} {each.year}"
        words = f"{ATTACHMENT}\u00a0{each.attachment_number or place}. {title}"
        paper.line(words)


def _delivered(paper: WrittenPaper) -> None:
    """Name those who are sent the decision, a line for each."""
    names = [line.strip() for line in paper.report.delivered_to.splitlines() if line.strip()]
    if not names:
        return
    paper.heading(DELIVERED)
    for name in names:
        paper.line(name)
