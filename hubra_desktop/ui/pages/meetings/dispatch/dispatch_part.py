"""The part Utskick of a meeting's page: the log of what was sent, or the sheet where more is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.dispatch.call_sheet import CallSheetPage
from hubra_desktop.ui.pages.meetings.dispatch.dispatch_log import DispatchLog
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.widgets.build import column
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.queries.sent_log import called_text

FOLLOWED = frozenset({"dispatch", "dispatch_recipient", "issued_paper", "meeting_paper"})


class DispatchPart(Page):
    """Follows the open meeting. ``finding_chosen`` asks to go where something is mended."""

    finding_chosen = Signal(object)

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, _actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dispatch-part")
        self._desk, self._meeting = desk, meeting
        self._stack = QStackedWidget(self)
        self.log = DispatchLog(desk, meeting, self._stack)
        self.sheet = CallSheetPage(desk, meeting, self._stack)
        for each in (self.log, self.sheet):
            self._stack.addWidget(each)
        column(self._stack, of=self)
        self.log.call_asked.connect(self.call)
        self.sheet.left.connect(self._back)
        self.sheet.sent.connect(self._show_sent)
        self.sheet.chosen.connect(self.finding_chosen)
        self.sheet.look_asked.connect(self._look)
        meeting.shown.connect(self.log.refresh)
        meeting.committed.connect(self._refresh)
        desk.changed.connect(self._follow)

    def start(self) -> None:
        self.log.refresh()

    def stop(self) -> None:
        self.log.hands.stop()

    def set_editable(self, editable: bool) -> None:
        self.log.set_editable(editable)

    def panes(self) -> list[QWidget]:
        if self.calling:
            return [self.sheet.recipients.view, self.sheet.subject, self.sheet.go]
        return [self.log.view, self.log.got_view]

    @property
    def calling(self) -> bool:
        """Tell whether the sheet is shown."""
        return self._stack.currentWidget() is self.sheet

    def call(self) -> None:
        """Show the sheet where the open meeting is called, or told of."""
        if self._desk.flush_or_say():
            self._stack.setCurrentWidget(self.sheet)
            if not self.sheet.begin():
                self._back()

    def _look(self) -> None:
        """Open the papers as they would go out, with UTKAST on every page."""
        for each in self.sheet.sheet.papers if self.sheet.sheet else ():
            self.log.hands.look_at(each)

    def _back(self) -> None:
        self._stack.setCurrentWidget(self.log)
        self.log.refresh()
        heir = self.log.call if self.log.call.isEnabled() else self.log.view
        heir.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sent(self, dispatch_id: str) -> None:
        """Show what was just sent, and say so."""
        self._back()
        self.log.choose(dispatch_id)
        sheet = self._meeting.sheet
        if sheet is not None:
            with self._desk.read() as reader:
                told = called_text(reader, sheet.id)
            kept = say("Det är sparat i registret. Spara nu mejlutkasten, eller skriv ut.")
            self._desk.messages.tell(f"{told}. {kept}" if told else kept)
        self.log.dispatch_buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self, *_: object) -> None:
        if not self.calling:
            self.log.refresh()

    def _follow(self, changes: Changes) -> None:
        if changes.kinds & FOLLOWED and self._meeting.sheet is not None:
            self._refresh()
