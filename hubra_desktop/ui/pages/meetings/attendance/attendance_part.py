"""The part Närvaro of a meeting's page: its list, or how often each has come in a year."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from hubra_desktop.model.attendance.attendance_statistics import roll_called
from hubra_desktop.model.language import say
from hubra_desktop.model.terms import UNCALLED_STATES, MeetingState
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.side_panel import FormHost
from hubra_desktop.ui.pages.meetings.attendance.attendance_list import AttendanceList
from hubra_desktop.ui.pages.meetings.attendance.attendance_year_view import AttendanceYearView
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.paper_maker import SAVE, PaperMaker
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.beside import BesideOrUnder
from hubra_desktop.ui.widgets.part_bar import PartBar
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.papers import PaperRequest

OWN = "own"
YEAR = "year"
FOLLOWED = frozenset(
    {
        "attendance",
        "attendance_stay",
        "agenda_run",
        "body_rules",
        "disqualification",
        "mandate",
        "rules_seat",
    }
)
_LED = UNCALLED_STATES | {MeetingState.CALLED, MeetingState.ONGOING}
"""Meetings that are led from the view that fills the screen."""


class AttendancePart(Page):
    """Shows the open meeting's list, with a form beside it for who came and went."""

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("attendance-part")
        self._desk, self._meeting = desk, meeting
        self._stack = QStackedWidget(self)
        self.side = FormHost(self._stack, self)
        self.list = AttendanceList(desk, meeting, actions, self._stack)
        self.year = AttendanceYearView(desk, meeting, self._stack)
        for each in (self.list, self.year):
            self._stack.addWidget(each)
        shown = ((OWN, say("Det här sammanträdet")), (YEAR, say("Året")))
        self.bar = PartBar(say("Vilken närvaro"), shown, self)
        self.bar.setObjectName("attendance-bar")
        self.bar.chosen.connect(self.show_view)
        self._maker = PaperMaker(desk, self)
        self.lead = self._button(
            "attendance-lead", say("Genomför sammanträdet"), actions["run-meeting"].trigger
        )
        self.lead.setProperty("role", "primary")
        self.sheet = self._button("attendance-sheet", say("Lista att skriva under…"), self._sheet)
        self.held = self._button("attendance-held", say("Närvarolista…"), self._save_held)
        buttons = build.row(*self.list.tools, self.sheet, self.held, self.lead, spacing=GRID)
        top = BesideOrUnder(build.row(self.bar), buttons, self)
        build.column(top, (self.side, 1), of=self, spacing=GRID)
        self.list.allowed.connect(self._show_usable)
        self.list.form_asked.connect(self._open_form)
        meeting.shown.connect(self.side.close_form)
        meeting.shown.connect(self._show_year)
        desk.replaced.connect(self.side.forget)
        desk.changed.connect(self._follow)

    def _button(self, name: str, text: str, do: Callable[[], object]) -> QPushButton:
        made = build.button(text, name, self, do)
        made.setAutoDefault(True)
        return made

    def _sheet(self) -> None:
        self._save(to_sign=True)

    def _save_held(self) -> None:
        self._save(to_sign=False)

    def _save(self, *, to_sign: bool) -> None:
        """Save the list: to be signed at the meeting, or as it was held."""
        sheet = self._meeting.sheet
        if sheet is not None and self._desk.flush_or_say():
            options = (("to_sign", to_sign),)
            self._maker.do(PaperRequest("narvarolista", sheet.id, options), SAVE)

    def _show_usable(self) -> None:
        rows = self.list.shown.rows if self.list.shown is not None else ()
        own = self.bar.shown == OWN
        for tool in (self.list.make, self.list.guest):
            tool.setVisible(own and (tool is self.list.guest or bool(rows)))
        sheet = self._meeting.sheet
        self.lead.setVisible(own and sheet is not None and sheet.state in _LED)
        self.sheet.setVisible(own and bool(rows))
        self.held.setVisible(own and roll_called(rows))
        self.allowed.emit()

    def stop(self) -> None:
        self._maker.stop()

    def start(self) -> None:
        self.list.refresh()

    def _follow(self, changes: Changes) -> None:
        if changes.kinds & FOLLOWED:
            self.list.refresh()
            self._show_year()

    def show_view(self, name: str) -> None:
        """Show the list of the open meeting, or what the year comes to."""
        if not self._desk.flush():
            return
        self.side.close_form()
        self.bar.show_part(name)
        self._stack.setCurrentWidget(self.list if name == OWN else self.year)
        self._show_year()
        self._show_usable()

    def _show_year(self) -> None:
        if self.bar.shown == YEAR:
            self.year.refresh()

    def _open_form(self, form: FormPanel, field: str) -> None:
        self.list.close_side()
        self.side.open(form, begin=field)

    def set_editable(self, editable: bool) -> None:
        self.list.set_editable(editable)

    def meets(self) -> Needs:
        return self.list.meets() if self.bar.shown == OWN else Needs.NOTHING

    def do(self, action_id: str) -> None:
        if self.bar.shown == OWN:
            self.list.do(action_id)

    def panes(self) -> list[QWidget]:
        form = [self.side.form] if self.side.form is not None else []
        inside = self.list.panes() if self.bar.shown == OWN else [self.year.view]
        return [self.bar, *inside, *form]

    def go_to(self, kind: str, record_id: str) -> bool:
        self.show_view(OWN)
        return self.list.open_place(kind, record_id)

    def go_to_field(self, kind: str, field: str) -> None:
        self.list.go_to_field(field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a form with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.side.form is not None:
            self.side.close_form()
            return
        super().keyPressEvent(event)
