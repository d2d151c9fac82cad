"""The minutes as they would be printed now, and how they leave the window."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.meetings.minutes.open_minutes import OpenMinutes
from hubra_desktop.ui.paper_maker import PRINT, SAVE, VIEW, PaperMaker
from hubra_desktop.ui.widgets.paper_pane import PaperPane
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.work.papers import PAPERS, Collected, PaperRequest

NAMES = {MinutesKind.PROTOCOL: "protokoll", MinutesKind.NOTES: "minnesanteckningar"}
"""What the kinds of minutes are called among the papers."""


class MinutesPane(PaperPane):
    """Follows what is being typed, and where; saves and prints what is stored.

    ``source_asked(section id)``: a place of the page was pressed.
    """

    source_asked = Signal(str)

    def __init__(
        self, desk: Desk, minutes: OpenMinutes, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__("minutes-page", parent)
        self._minutes = minutes
        self._followed = ""
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
        for action_id, role in ((SAVE, "primary"), (PRINT, "")):
            self.foot.addWidget(self._button(actions, action_id, role))
        for signal in (minutes.shown, minutes.changed, minutes.drafted):
            signal.connect(self.ask_soon)

    def _tool(self, name: str, label: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"minutes-{name}")
        button.setIcon(icon(name, "text"))
        button.setAccessibleName(label)
        button.setToolTip(plain_tip(label))
        return button

    def _button(self, actions: Actions, action_id: str, role: str) -> QPushButton:
        action = actions[action_id]
        button = QPushButton(action.text().replace("&", "").rstrip("…"), self)
        button.setObjectName(f"minutes-button-{action_id}")
        button.setProperty("role", role)
        button.clicked.connect(action.trigger)
        return button

    def follow(self, section_id: str) -> None:
        """Keep in view where a § is printed."""
        if section_id != self._followed:
            self._followed = section_id
            self._lead()

    def _lead(self) -> None:
        here = [each for each in self.places if each[0] == self._followed]
        if here:
            self.view.show_place(*self.places[min(here)])

    def _ask_source(self, page: int, share: float) -> None:
        """Ask for the § that is printed at a place of a page, or last above it."""
        above = [(at, source) for source, at in self.places.items() if at <= (page, share)]
        if above:
            self.source_asked.emit(max(above)[1][0])

    def paper(self) -> Collected | None:
        """Return the minutes as they are being written, None before they are begun."""
        draft = self._minutes.draft
        if draft is None or draft.minutes is None or NAMES[draft.kind] not in PAPERS:
            return None
        return Collected(NAMES[draft.kind], draft, self._minutes.style)

    def is_of_now(self, paper: Collected) -> bool:
        """Tell whether a page just made is of the minutes that are in view."""
        view = self._minutes.view
        return view is not None and paper.content.meeting.id == view.meeting.id

    def stored(self) -> PaperRequest | None:
        """Return the minutes as they are stored, for saving and printing; None without any."""
        view = self._minutes.view
        if view is None or view.minutes is None:
            return None
        return PaperRequest(NAMES[view.kind], view.meeting.id)

    def do(self, action_id: str) -> None:
        """Save, print or show the minutes elsewhere; they are made beside the window."""
        paper = self.stored()
        if paper is not None and action_id in (SAVE, PRINT, VIEW):
            self.maker.do(paper, action_id)

    def stop(self) -> None:
        """End the threads that make pages and papers, and take back what was lent."""
        super().stop()
        self.maker.stop()
