"""The paper in view as it would be printed now, and how it leaves the window."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.reports.open_report import OpenReport
from hubra_desktop.ui.paper_maker import PRINT, SAVE, VIEW, PaperMaker
from hubra_desktop.ui.widgets.paper_pane import PaperPane
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.work.papers import REPORT_NAMES, Collected, PaperRequest, report_paper


class ReportPane(PaperPane):
    """Follows what is being typed, and where; saves and prints what is stored.

    ``source_asked(section id, block)``: a place was pressed; block -1 is the heading.
    """

    source_asked = Signal(str, int)

    def __init__(
        self, desk: Desk, report: OpenReport, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__("report-page", parent)
        self._report = report
        self._followed = ("", 0)
        self.built.connect(self._lead)
        self.view.clicked.connect(self._ask_source)
        self.maker = PaperMaker(desk, self)
        self.as_text = self._tool("text", say("Sidan som text"))
        self.as_text.setCheckable(True)
        self.as_text.toggled.connect(self.show_text)
        smaller = self._tool("zoom-out", say("Mindre sida"))
        smaller.clicked.connect(self.smaller)
        fit = self._tool("fit", say("Anpassa till bredden"))
        fit.clicked.connect(self.fit)
        larger = self._tool("zoom-in", say("Större sida"))
        larger.clicked.connect(self.larger)
        self.add_tools(smaller, fit, larger, self.as_text)
        for action_id, role in (("save-pdf", "primary"), ("print", "")):
            self.foot.addWidget(self._button(actions, action_id, role))
        for signal in (report.shown, report.changed, report.drafted):
            signal.connect(self.ask_soon)

    def _tool(self, name: str, label: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"report-{name}")
        button.setIcon(icon(name, "text"))
        button.setAccessibleName(label)
        button.setToolTip(plain_tip(label))
        return button

    def _button(self, actions: Actions, action_id: str, role: str) -> QPushButton:
        action = actions[action_id]
        button = QPushButton(action.text().replace("&", "").rstrip("…"), self)
        button.setObjectName(f"report-button-{action_id}")
        button.setProperty("role", role)
        button.clicked.connect(action.trigger)
        return button

    def follow(self, section_id: str, part: int) -> None:
        """Keep in view where a block of a section's text is printed."""
        self._followed = (section_id, part)
        self._lead()

    def _lead(self) -> None:
        section_id, part = self._followed
        here = [each for each in self.places if each[0] == section_id]
        above = [each for each in here if each[1] <= part]
        if here:
            self.view.show_place(*self.places[max(above) if above else min(here)])

    def _ask_source(self, page: int, share: float) -> None:
        """Ask for what is written at a place of a page, or last above it."""
        above = [(at, source) for source, at in self.places.items() if at <= (page, share)]
        if above:
            self.source_asked.emit(*max(above)[1])

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
        """Return the paper as it is stored, for saving and printing; None when none is open."""
        sheet = self._report.sheet
        return PaperRequest(REPORT_NAMES[sheet.kind], sheet.id) if sheet else None

    def do(self, action_id: str) -> None:
        """Save, print or show the paper elsewhere; it is made beside the window."""
        paper = self.stored()
        if paper is not None and action_id in (SAVE, PRINT, VIEW):
            self.maker.do(paper, action_id)

    def stop(self) -> None:
        """End the threads that make pages and papers, and take back what was lent."""
        super().stop()
        self.maker.stop()
