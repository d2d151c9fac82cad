"""The parts of a meeting's page under its head: the agenda, and others made when first shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hubra_desktop.model.language import N_, say
from hubra_desktop.ui import settings
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.meetings.stepper import CALL, DONE, HOLD, MINUTES, PLAN
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import column, row
from hubra_desktop.ui.widgets.part_bar import PartBar

AGENDA = "agenda"
PAPERS_PART = "papers"
DEADLINES_PART = "deadlines"
DIARY_PART = "diary"
DISPATCH = "dispatch"
AFTER_PART = "after"
ATTENDANCE_PART = "attendance"
MINUTES_PART = "minutes"
APPROVAL_PART = "approval"

MakePart = Callable[[Desk, OpenMeeting, Actions, QWidget], Page]


@dataclass(frozen=True)
class MeetingPart:
    """A part beside the agenda: its title, what makes it, and the kinds that it mends."""

    title: str
    make: MakePart
    kinds: frozenset[str] = frozenset()


def _papers(desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget) -> Page:
    from hubra_desktop.ui.pages.meetings.papers.papers_panel import PapersPanel

    return PapersPanel(desk, meeting, actions, parent)


def _deadlines(desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget) -> Page:
    from hubra_desktop.ui.pages.meetings.deadlines.deadlines_part import DeadlinesPart

    return DeadlinesPart(desk, meeting, actions, parent)


def _diary(desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget) -> Page:
    from hubra_desktop.ui.pages.meetings.dispatch.diary_list import DiaryPart

    return DiaryPart(desk, meeting, actions, parent)


def _dispatch(desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget) -> Page:
    from hubra_desktop.ui.pages.meetings.dispatch.dispatch_part import DispatchPart

    return DispatchPart(desk, meeting, actions, parent)


def _after(desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget) -> Page:
    from hubra_desktop.ui.pages.meetings.after.after_part import AfterPart

    return AfterPart(desk, meeting, actions, parent)


def _attendance(desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget) -> Page:
    from hubra_desktop.ui.pages.meetings.attendance.attendance_part import AttendancePart

    return AttendancePart(desk, meeting, actions, parent)


def _minutes(desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget) -> Page:
    from hubra_desktop.ui.pages.meetings.minutes.minutes_part import MinutesPart

    return MinutesPart(desk, meeting, actions, parent)


def _approval(desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget) -> Page:
    from hubra_desktop.ui.pages.meetings.approval.approval_part import ApprovalPart

    return ApprovalPart(desk, meeting, actions, parent)


_MINUTED = frozenset(
    {"minutes", "section", "decision", "section_proposal", "section_ballot", "section_dissent",
     "disqualification"}
)  # fmt: skip

PARTS: Mapping[str, MeetingPart] = {
    PAPERS_PART: MeetingPart(
        N_("Handlingar"), _papers, frozenset({"meeting_paper", "reported_matter"})
    ),
    DISPATCH: MeetingPart(N_("Utskick"), _dispatch),
    ATTENDANCE_PART: MeetingPart(N_("Närvaro"), _attendance, frozenset({"attendance"})),
    MINUTES_PART: MeetingPart(N_("Protokoll"), _minutes, _MINUTED),
    APPROVAL_PART: MeetingPart(
        N_("Justering"), _approval, frozenset({"approver", "approval", "reopening", "signed_paper"})
    ),
    AFTER_PART: MeetingPart(N_("Efter mötet"), _after, frozenset({"decision_notice", "anchoring"})),
    DEADLINES_PART: MeetingPart(N_("Frister"), _deadlines),
    DIARY_PART: MeetingPart(N_("Att diarieföra"), _diary, frozenset({"diary_tick"})),
}
"""The parts beside the agenda, in the order of their tabs."""

STAGE_PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    PLAN: (AGENDA, PAPERS_PART, DEADLINES_PART),
    CALL: (DISPATCH, PAPERS_PART, DEADLINES_PART, DIARY_PART),
    HOLD: (ATTENDANCE_PART, AGENDA, MINUTES_PART),
    MINUTES: (MINUTES_PART, ATTENDANCE_PART, APPROVAL_PART),
    DONE: (APPROVAL_PART, AFTER_PART, DEADLINES_PART, DIARY_PART),
}
"""What is worked with in each stage; the first is where its own work is done."""


def home_of(part: str) -> str:
    """Return the stage whose work a part is most."""
    stages = [stage for stage, names in STAGE_PARTS.items() if part in names]
    return min(stages, key=lambda stage: STAGE_PARTS[stage].index(part))


class MeetingParts(QWidget):
    """Shows one part at a time; ``turned`` follows when another is shown.

    The tabs are those of the stage in view; ``stage_shown`` tells which that is. A part is a
    page of its own: it follows the open meeting by itself. ``allowed`` and
    ``place_asked`` are handed on; ``finding_chosen`` asks to go where something is mended,
    ``mend_asked`` to a field of the meeting's own, or to a part.
    """

    turned = Signal()
    stage_shown = Signal(str)
    allowed = Signal()
    place_asked = Signal(str, str)
    finding_chosen = Signal(object)
    mend_asked = Signal(str)

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("meeting-parts")
        self._desk, self._meeting, self._actions = desk, meeting, actions
        self._editable = True
        self._made: dict[str, Page] = {}
        self.stage = PLAN
        titles = ((name, say(part.title)) for name, part in PARTS.items())
        names = ((AGENDA, say("Föredragningslista")), *titles)
        self.bar = PartBar(say("Sidans delar"), names, self)
        self.bar.setVisible(len(names) > 1)
        self.bar.chosen.connect(self._choose)
        self.stack = QStackedWidget(self)
        self._top = row(self.bar, spacing=GRID)
        column(self._top, (self.stack, 1), of=self, spacing=GRID)
        self.bar.show_only(STAGE_PARTS[self.stage])

    def stand_beside(self, line: QWidget) -> None:
        """Stand a line in the room beside the tabs; told once."""
        self._top.addWidget(line, 1)

    def stand(self, agenda: QWidget) -> None:
        """Stand the agenda as the first part; told once."""
        self.stack.addWidget(agenda)

    @property
    def shown(self) -> str:
        """Return the name of the part in view."""
        return self.bar.shown

    def show_stage(self, stage: str) -> None:
        """Show the part where a stage's own work is done, with the tabs of the stage."""
        self._stand_in(stage)
        self.show_part(STAGE_PARTS[stage][0])

    def _stand_in(self, stage: str) -> None:
        self.stage = stage
        self.bar.show_only(STAGE_PARTS[stage])
        self.stage_shown.emit(stage)

    def show_part(self, name: str) -> None:
        """Show a part, in the stage in view if it is one of its own; made when first shown."""
        if name not in STAGE_PARTS[self.stage]:
            self._stand_in(home_of(name))
        if name == self.shown:
            return
        if name == AGENDA:
            self.stack.setCurrentIndex(0)
        else:
            self.stack.setCurrentWidget(self._part(name))
        self.bar.show_part(name)
        self.turned.emit()

    def call(self) -> None:
        """Show the sheet where the open meeting is called."""
        from hubra_desktop.ui.pages.meetings.dispatch.dispatch_part import DispatchPart

        self.show_part(DISPATCH)
        part = self._part(DISPATCH)
        if isinstance(part, DispatchPart):
            part.finding_chosen.connect(self.finding_chosen, Qt.ConnectionType.UniqueConnection)
            part.call()

    def turn(self, by: int) -> None:
        """Show the part after or before the present one."""
        names = self.bar.visible_names
        self._choose(names[(names.index(self.shown) + by) % len(names)])
        self.bar.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, name: str) -> None:
        if self._desk.flush():
            self.show_part(name)

    def _part(self, name: str) -> Page:
        if name not in self._made:
            part = PARTS[name].make(self._desk, self._meeting, self._actions, self.stack)
            part.restore()
            part.set_editable(self._editable)
            part.allowed.connect(self.allowed)
            part.place_asked.connect(self.place_asked)
            part.mend_asked.connect(self.mend_asked)
            part.start()
            self.stack.addWidget(part)
            self._made[name] = part
        return self._made[name]

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self._editable = editable
        for part in self._made.values():
            part.set_editable(editable)

    def restore(self) -> None:
        """Show the part that is remembered."""
        name = settings.stored_text("meetings/part", AGENDA)
        self.show_part(name if name in self.bar.names else AGENDA)

    def remember(self) -> None:
        """Remember which part is shown, and how."""
        settings.remember("meetings/part", self.shown)
        for part in self._made.values():
            part.remember()

    def stop(self) -> None:
        """End what the parts do beside the window."""
        for part in self._made.values():
            part.stop()

    def meets(self) -> Needs:
        """Return what holds in the part in view."""
        return Needs.NOTHING if self.shown == AGENDA else self._part(self.shown).meets()

    def do(self, action_id: str) -> None:
        """Do a shared action with what is chosen in the part in view."""
        if self.shown != AGENDA:
            self._part(self.shown).do(action_id)

    def panes(self) -> list[QWidget]:
        """Return the panes of the part in view."""
        return [] if self.shown == AGENDA else self._part(self.shown).panes()

    def has_place_of(self, kind: str) -> bool:
        """Tell whether records of a kind are mended in one of the parts."""
        return any(kind in part.kinds for part in PARTS.values())

    def go_to(self, kind: str, record_id: str) -> bool:
        """Show a record of the open meeting in its part."""
        name = next(name for name, part in PARTS.items() if kind in part.kinds)
        if not self._desk.flush():
            return False
        self.show_part(name)
        return self._part(name).go_to(kind, record_id)

    def go_to_field(self, kind: str, field: str) -> None:
        """Go to a field of the record that ``go_to`` has just shown."""
        if self.shown != AGENDA:
            self._part(self.shown).go_to_field(kind, field)
