"""The way into a meeting that goes on, from the menu, a stage, and from where it was left."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.terms import LIFTED_STATES, MeetingState
from hubra_desktop.ui import settings
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.meetings.running.running_state import RunningState
from hubra_desktop.ui.pages.meetings.running.running_window import RunningWindow


class RunningActions(QObject):
    """Shows the view of the open meeting; at most one. ``window`` is it, while it is shown.

    While the view is open its meeting is remembered: a program that is started anew on the
    same register shows it again, as long as the meeting goes on.
    """

    def __init__(self, desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._meeting, self._actions, self._home = desk, meeting, actions, parent
        self.window: RunningWindow | None = None
        actions.connect_all({"run-meeting": self.run})
        desk.hold(self, self._mend)
        desk.replaced.connect(self.close)

    def flush(self) -> bool:
        """Store what is being typed in the view; False when it cannot be used."""
        return self.window is None or self.window.flush()

    def _mend(self) -> str:
        return self.window.mend() if self.window is not None else ""

    def run(self) -> None:
        """Show the view of the open meeting."""
        sheet = self._meeting.sheet
        if sheet is None or not self._desk.flush_or_say():
            return
        if sheet.state in LIFTED_STATES:
            told = say("Sammanträdet är inställt eller flyttat, så det kan inte börja.")
            self._desk.messages.refuse(told)
            return
        self.show(sheet.id)

    def show(self, meeting_id: str) -> None:
        """Show the view of a meeting, in the place of another's."""
        if self.window is not None:
            if self.window.state.meeting_id == meeting_id:
                self.window.activateWindow()
                return
            self.window.close()
        self.window = RunningWindow(RunningState(self._desk, meeting_id), self._actions, self._home)
        self.window.left.connect(self._leave)
        self.window.phrases_asked.connect(self.show_phrases)
        self._remember(meeting_id)
        self.window.begin()

    def show_phrases(self) -> None:
        """Show the library of phrases."""
        from hubra_desktop.ui.dialogs.phrases import PhraseLibrary

        if self._desk.flush_or_say():
            PhraseLibrary.show_library(self._desk, self.window or self._home)

    def _leave(self) -> None:
        self.window = None
        self._remember("")

    def close(self) -> None:
        """Close the view with its register; it is shown again with that."""
        if self.window is not None:
            self.window.left.disconnect(self._leave)
            self.window.abandon()
            self.window = None

    def _remember(self, meeting_id: str) -> None:
        path = self._desk.path
        settings.remember(
            settings.RUNNING_MEETING, f"{path}|{meeting_id}" if meeting_id and path else ""
        )

    def reopen_soon(self) -> None:
        """Show again what was shown when the program ended, when the window is in view."""
        QTimer.singleShot(0, self, self._reopen)

    def _reopen(self) -> None:
        kept, _, meeting_id = settings.stored_text(settings.RUNNING_MEETING, "").rpartition("|")
        path = self._desk.path
        if not meeting_id or path is None or kept != str(path) or self._desk.past:
            return
        if self._goes_on(meeting_id):
            self.show(meeting_id)
        else:
            self._remember("")

    def _goes_on(self, meeting_id: str) -> bool:
        from hubra_desktop.work.queries.sheets import meeting_sheet

        try:
            with self._desk.read() as reader:
                return meeting_sheet(reader, meeting_id).state is MeetingState.ONGOING
        except InputError:
            return False
