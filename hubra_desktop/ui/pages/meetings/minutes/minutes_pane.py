"""The minutes as they would be printed now, and how they leave the window."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from hubra_desktop.model.minutes.minutes_view import MinutesView
from hubra_desktop.model.minutes.places import field_source, row_and_field
from hubra_desktop.model.terms import APPROVED_STATES
from hubra_desktop.store.errors import RegisterError
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.meetings.minutes.open_minutes import OpenMinutes
from hubra_desktop.ui.paper_maker import PRINT, SAVE, VIEW, PaperMaker
from hubra_desktop.ui.widgets.paper_pane import PaperPane
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.work.minutes_papers import NOTES, PROTOKOLL, minutes_as_written
from hubra_desktop.work.papers import Collected, PaperRequest, collect

NAMES = {MinutesKind.PROTOCOL: PROTOKOLL, MinutesKind.NOTES: NOTES}
"""What the kinds of minutes are called among the papers."""


class MinutesPane(PaperPane):
    """Follows what is being typed, and where; saves and prints what is stored.

    ``source_asked(row, field, block)``: a place of the page was pressed.
    """

    source_asked = Signal(str, str, int)

    def __init__(
        self, desk: Desk, minutes: OpenMinutes, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__("minutes-page", parent)
        self._desk, self._minutes = desk, minutes
        self._issued: tuple[MinutesView, Collected] | None = None
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

    def follow(self, row_id: str, field: str, part: int) -> None:
        """Keep in view where a block of a text is printed."""
        self._followed = (field_source(row_id, field), part)
        self._lead()

    def _lead(self) -> None:
        source, part = self._followed
        here = [each for each in self.places if each[0] == source]
        above = [each for each in here if each[1] <= part]
        if here:
            self.view.show_place(*self.places[max(above) if above else min(here)])

    def _ask_source(self, page: int, share: float) -> None:
        """Ask for what is written at a place of a page, or last above it."""
        above = [(at, source) for source, at in self.places.items() if at <= (page, share)]
        if above:
            source, part = max(above)[1]
            self.source_asked.emit(*row_and_field(source), part)

    def paper(self) -> Collected | None:
        """Return the minutes as they are being written, None before they are begun."""
        draft = self._minutes.draft
        if draft is None or draft.minutes is None:
            return None
        if draft.meeting.state in APPROVED_STATES:
            return self._approved(draft)
        content = minutes_as_written(draft)
        return Collected(NAMES[draft.kind], content, self._minutes.style)

    def _approved(self, view: MinutesView) -> Collected | None:
        """Return minutes as they were approved; None while another program has the register."""
        if self._issued is None or self._issued[0] != view:
            try:
                with self._desk.read() as reader:
                    found = collect(reader, NAMES[view.kind], view.meeting.id)
            except RegisterError:
                return None
            self._issued = view, found
        return self._issued[1]

    def is_of_now(self, paper: Collected) -> bool:
        """Tell whether a page just made is of the minutes that are in view."""
        view = self._minutes.view
        return view is not None and paper.content.view.meeting.id == view.meeting.id

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
