"""The part Handlingar of a meeting's page: its papers, what is owed to any, what is reported."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.side_panel import FormHost
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.meetings.papers.ask_papers import AskPapersForm
from hubra_desktop.ui.pages.meetings.papers.owed_list import OwedList
from hubra_desktop.ui.pages.meetings.papers.papers_list import PapersList
from hubra_desktop.ui.pages.meetings.papers.reminder_form import ReminderForm
from hubra_desktop.ui.pages.meetings.papers.reported_list import ReportedList
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.beside import BesideOrUnder
from hubra_desktop.ui.widgets.part_bar import PartBar

OWN = "own"
OWED = "owed"
REPORTED = "reported"


class PapersPanel(Page):
    """Shows the open meeting's papers, what is owed to all to come, or what is reported."""

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("papers-panel")
        self._desk, self._meeting = desk, meeting
        shown = (
            (OWN, say("Det här sammanträdet")),
            (OWED, say("Att lämna in")),
            (REPORTED, say("Anmälningar")),
        )
        self.bar = PartBar(say("Vilka handlingar"), shown, self)
        self.bar.setObjectName("papers-bar")
        self.bar.chosen.connect(self.show_view)
        self._stack = QStackedWidget(self)
        self.side = FormHost(self._stack, self)
        self.list = PapersList(desk, meeting, actions, self._stack)
        self.owed = OwedList(desk, self._stack)
        self.reported = ReportedList(desk, meeting, actions, self._stack)
        self._views = {OWN: self.list, OWED: self.owed, REPORTED: self.reported}
        for each in self._views.values():
            self._stack.addWidget(each)
        self.ask = build.button(say("Be om handlingar…"), "papers-ask", self, self._ask)
        self.ask.setAutoDefault(True)
        self._tools = {
            OWN: (*self.list.tools, self.ask),
            OWED: self.owed.tools,
            REPORTED: self.reported.tools,
        }
        tools = (tool for each in self._tools.values() for tool in each)
        buttons = build.row(*tools, spacing=GRID)
        top = BesideOrUnder(build.row(self.bar), buttons, self)
        build.column(top, (self.side, 1), of=self, spacing=GRID)
        self._show_tools()
        for rows in (self.list, self.reported):
            rows.allowed.connect(self.allowed)
        self.owed.opened.connect(self._open_owed)
        self.owed.remind_asked.connect(self._remind)
        meeting.shown.connect(self.side.close_form)
        desk.replaced.connect(self._start_over)

    def _show_tools(self) -> None:
        for name, tools in self._tools.items():
            for tool in tools:
                tool.setVisible(name == self.bar.shown)

    def start(self) -> None:
        self.list.refresh()

    def stop(self) -> None:
        self.list.hands.stop()
        self.reported.stop()

    def _start_over(self) -> None:
        self.side.forget()
        self.owed.refresh()

    def set_editable(self, editable: bool) -> None:
        self.list.set_editable(editable)
        self.ask.setEnabled(editable)
        self.owed.set_editable(editable)
        self.reported.set_editable(editable)

    def show_view(self, name: str) -> None:
        """Show the papers of the open meeting, what is owed to all, or what is reported to it."""
        if not self._desk.flush():
            return
        self.side.close_form()
        self.bar.show_part(name)
        self._show_tools()
        self._stack.setCurrentWidget(self._views[name])
        self.allowed.emit()

    def _ask(self) -> None:
        if self._meeting.sheet is not None and self._desk.flush_or_say():
            self.list.close_side()
            self.side.open(AskPapersForm(self._desk, self._meeting.sheet), begin="author")

    def _remind(self) -> None:
        letters = self.owed.letters()
        if letters:
            self.side.open(ReminderForm(self._desk, letters), begin="text")

    def _open_owed(self, paper_id: str) -> None:
        """Lead to a paper in its own meeting."""
        self.place_asked.emit("meeting_paper", paper_id)

    @property
    def _rows(self) -> PapersList | ReportedList | None:
        """Return the list in view that is edited in place, None for what is owed."""
        if self.bar.shown == OWED:
            return None
        return self.list if self.bar.shown == OWN else self.reported

    def meets(self) -> Needs:
        return Needs.NOTHING if self._rows is None else self._rows.meets()

    def do(self, action_id: str) -> None:
        if self._rows is not None:
            self._rows.do(action_id)

    def panes(self) -> list[QWidget]:
        form = [self.side.form] if self.side.form is not None else []
        inside = [self.owed.view] if self._rows is None else self._rows.panes()
        return [self.bar, *inside, *form]

    def go_to(self, kind: str, record_id: str) -> bool:
        if kind == "reported_matter":
            self.show_view(REPORTED)
            return self.reported.open_reported(record_id)
        self.show_view(OWN)
        return self.list.open_place(kind, record_id)

    def go_to_field(self, kind: str, field: str) -> None:
        (self.reported if kind == "reported_matter" else self.list).go_to_field(field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a form with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.side.form is not None:
            self.side.close_form()
            return
        super().keyPressEvent(event)
