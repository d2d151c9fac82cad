"""The report or text in view as it would be printed now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.reports.open_report import OpenReport
from hubra_desktop.ui.written_paper import WrittenPaperPane
from hubra_desktop.work.papers import REPORT_NAMES, Collected, PaperRequest, report_paper


class ReportPane(WrittenPaperPane):
    """``source_asked(section id, block)``: a place was pressed; block -1 is the heading."""

    source_asked = Signal(str, int)

    def __init__(
        self, desk: Desk, report: OpenReport, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__("report", desk, actions, parent)
        self._report = report
        self.follow_signals(report.shown, report.changed, report.drafted)

    def ask_for_text(self, source: str, part: int) -> None:
        self.source_asked.emit(source, part)

    def paper(self) -> Collected | None:
        """Return the paper as it is being written."""
        view, draft = self._report.view, self._report.draft
        if view is None or draft is None:
            return None
        return report_paper(draft, view.year, self._report.style)

    def is_of_now(self, paper: Collected) -> bool:
        """Tell whether a page just made is of the paper that is open."""
        sheet = self._report.sheet
        return sheet is not None and sheet.id == paper.content.report.id

    def stored(self) -> PaperRequest | None:
        sheet = self._report.sheet
        return PaperRequest(REPORT_NAMES[sheet.kind], sheet.id) if sheet else None
