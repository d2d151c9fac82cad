"""Where the work of each stage of a meeting is done: what is done there moves the meeting on."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from hubra_desktop.model.terms import UNCALLED_STATES, MeetingState
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.meetings.parts import MeetingParts
from hubra_desktop.ui.pages.meetings.stepper import CALL, HOLD


class StageWork(QObject):
    """Leads from a stage to its work; ``call`` shows the sheet where the meeting is called."""

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, actions: Actions, parts: MeetingParts,
        call: Callable[[], None],
    ) -> None:  # fmt: skip
        super().__init__(parts)
        self._desk, self._meeting, self._actions = desk, meeting, actions
        self._parts, self._call = parts, call

    def do(self, stage: str) -> None:
        """Show where the work of a stage is done."""
        sheet = self._meeting.sheet
        if sheet is None or not self._desk.flush_or_say():
            return
        self._parts.show_stage(stage)
        if stage == HOLD and sheet.state is MeetingState.ONGOING and not self._desk.read_only:
            self._actions["run-meeting"].trigger()
        elif stage == CALL and sheet.state in UNCALLED_STATES and not self._desk.read_only:
            self._call()
