"""Where the work of each stage of a meeting is done: what is done there moves the meeting on."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject

from hubra_desktop.model.terms import UNCALLED_STATES, MeetingState
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.meetings.parts import (
    AGENDA,
    APPROVAL_PART,
    ATTENDANCE_PART,
    DISPATCH,
    MINUTES_PART,
    MeetingParts,
)
from hubra_desktop.ui.pages.meetings.stepper import CALL, DONE, HOLD, MINUTES, PLAN

WORK_OF: Final[Mapping[str, str]] = {
    PLAN: AGENDA,
    CALL: DISPATCH,
    HOLD: ATTENDANCE_PART,
    MINUTES: MINUTES_PART,
    DONE: APPROVAL_PART,
}
"""The part of the page where the work of a stage is done, or looked at afterwards."""
_RUNNABLE: Final = frozenset({MeetingState.CALLED, MeetingState.ONGOING})
"""Meetings that are led from the view that fills the screen; others show who was there."""


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
        if stage == HOLD and sheet.state in _RUNNABLE and not self._desk.read_only:
            self._actions["run-meeting"].trigger()
        elif stage == CALL and sheet.state in UNCALLED_STATES and not self._desk.read_only:
            self._call()
        else:
            self._parts.show_part(WORK_OF[stage])
