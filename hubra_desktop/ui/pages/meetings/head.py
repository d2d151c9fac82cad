"""The meeting's headline, its sum of minutes, its stage, and the button that opens its facts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.swedish import time_range
from hubra_desktop.model.terms import LIFTED_STATES, MeetingState
from hubra_desktop.model.timetable import planned_end, timetable
from hubra_desktop.model.words import word
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.meetings.stepper import Stepper
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.words import headline
from hubra_desktop.work.changes import Changes

_SENT = frozenset({"dispatch", "issued_paper"})
_UNCALLED = frozenset({MeetingState.PLANNED, MeetingState.PREPARING})


class MeetingHead(QWidget):
    """Says which meeting is open and how long it takes; follows every keystroke.

    ``stage_asked(stage)`` asks for the place where the work of a stage is done. A meeting
    that is cancelled or moved stands in no stage and says so in a badge; so does one whose
    minutes are approved, since it does not change any more.
    """

    stage_asked = Signal(str)

    def __init__(
        self,
        desk: Desk,
        meeting: OpenMeeting,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("meeting-head")
        self._desk = desk
        self._meeting = meeting
        self.title = build.label("", "title", self, name="meeting-title")
        self.summary = build.label("", "muted", self, name="meeting-summary")
        self.called = build.label("", "muted", self, name="meeting-called")
        self.state = build.label("", "readonly", self, name="meeting-state", wraps=False)
        self.stages = Stepper(self)
        self.stages.chosen.connect(self.stage_asked)
        self._button = QToolButton(self)
        self._button.setObjectName("facts-button")
        self._button.setProperty("role", "disclose")
        self._button.setDefaultAction(actions["show-facts"])
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._facts = actions["show-facts"]
        self._was_called = True
        self._facts.toggled.connect(self._turn)
        self._turn(self._facts.isChecked())
        self._lay_out()
        for signal in (meeting.shown, meeting.committed, meeting.drafted):
            signal.connect(self._show)
        for read in (meeting.shown, meeting.committed):
            read.connect(self._show_called)
        desk.changed.connect(self._follow)

    def _lay_out(self) -> None:
        state = (self.state, Qt.AlignmentFlag.AlignVCenter)
        top = build.row((self.title, 1), state, spacing=GRID)
        below = build.row((self.stages, 1), self._button, spacing=GRID)
        build.column(top, self.summary, self.called, below, of=self, spacing=2).insertSpacing(
            3, GRID // 2
        )

    def _follow(self, changes: Changes) -> None:
        if changes.kinds & _SENT:
            self._show_called()

    def _show_called(self, *_: object) -> None:
        """Say when it was called, to how many, and in which version."""
        from hubra_desktop.work.queries.deadlines import called_on
        from hubra_desktop.work.queries.sent_log import called_text

        sheet, told = self._meeting.sheet, ""
        if sheet is not None and sheet.state not in _UNCALLED:
            with self._desk.refusing(), self._desk.read() as reader:
                told = called_text(reader, sheet.id)
                self._was_called = called_on(reader, sheet.id) is not None
            self.stages.show_state(sheet.state, called=self._was_called)
        self.called.setText(told)
        self.called.setVisible(bool(told))

    def _turn(self, opened: bool) -> None:
        self._facts.setIcon(icon("chevron-down" if opened else "chevron-right"))

    def _show(self) -> None:
        sheet = self._meeting.draft
        if sheet is None:
            return
        self.title.setText(headline(sheet))
        self.summary.setText(self._summed(sheet))
        self.stages.show_state(sheet.state, called=self._was_called)
        self.state.setVisible(sheet.state in LIFTED_STATES or self._meeting.approved)
        self.state.setText(self._beside(sheet))

    def _beside(self, sheet: Meeting) -> str:
        """Return what a meeting says of itself that stands in no stage, or is approved."""
        if self._meeting.approved:
            return say("{state}: ändras inte mer", state=word(sheet.state))
        other = self._meeting.replacement
        if sheet.state is not MeetingState.MOVED or other is None:
            return word(sheet.state)
        return say("Flyttat till {day}", day=day_in_text(other.date))

    def _summed(self, sheet: Meeting) -> str:
        times = timetable(sheet)
        start = times.start
        span = say("Starttid saknas") if start is None else time_range(start, times.end)
        if times.net and times.total != times.net:
            text = say("{span} · {total} min, varav information {information} av {net}")
        else:
            text = say("{span} · {total} min, varav information {information}")
        said = text.format(
            span=span, total=times.total, information=times.information, net=times.net
        )
        planned = planned_end(sheet)
        if planned is not None and times.end is not None and times.end > planned:
            over = say_count("{n} min för långt", "{n} min för långt", times.end - planned)
            said = f"{said} · {over}"
        return said
