"""The page Sammanträden: the meeting's head, its agenda and the live page."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.findings import Finding
from hubra_desktop.model.language import say
from hubra_desktop.ui import settings
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.agenda.agenda_files import AgendaFiles
from hubra_desktop.ui.pages.meetings.agenda.agenda_panel import AgendaPanel
from hubra_desktop.ui.pages.meetings.deadlines.deadline_rail import DeadlineRail, DeadlinesRead
from hubra_desktop.ui.pages.meetings.dispatch.calling import Calling
from hubra_desktop.ui.pages.meetings.dispatch.changed_line import ChangedLine
from hubra_desktop.ui.pages.meetings.facts import FactsPanel
from hubra_desktop.ui.pages.meetings.head import MeetingHead
from hubra_desktop.ui.pages.meetings.meetings_list import MeetingsList
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.meetings.page_panel import PagePanel
from hubra_desktop.ui.pages.meetings.parts import AGENDA, DEADLINES_PART, MeetingParts
from hubra_desktop.ui.pages.meetings.stage_work import StageWork
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.ui.widgets.layouts import fold
from hubra_desktop.ui.widgets.panes import Pane, Panes
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.queries import nearest_meeting
from hubra_desktop.work.queries.known import completions
from hubra_desktop.work.queries.matters import matter_numbered

PANELS = {"show-facts": False, "show-details": True, "show-preview": True, "show-rail": True}
FIRST_AGENDA = 680
FIRST_PAGE = 400
LEAST_AGENDA = 560
LEAST_ROWS = 6
ROW_ACTIONS = ("remove-item", "move-up", "move-down")
"""What is done with a row of whichever part is shown."""
PAPER_ACTIONS = ("save-pdf", "print", "view-pdf")
"""What is done with the paper of a part that has one of its own."""
KNOWN_TABLES = frozenset(
    {"person", "body", "matter", "presenter", "agenda_item", "meeting", "pre_meeting"}
)


class MeetingsPage(Page):
    """One meeting at work. ``aside`` is the list of years and meetings for the sidebar."""

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page-meetings-body")
        self._desk = desk
        self._meeting = meeting
        self._actions = actions
        self._known_stale = self._editable = True
        self.shared: Callable[[str], None] | None = None
        # Each part is made where it stands: moved, each of its widgets would be styled anew.
        self._stack = QStackedWidget(self)
        self.panes_ = Panes("meeting-splitter", say("Sammanträdets delar"), self._stack)
        self._left = QWidget(self.panes_.splitter)
        self.calling = Calling(desk, meeting, self._left)
        self.head = MeetingHead(desk, meeting, actions, self._left)
        self.changed = ChangedLine(desk, meeting, self._left)
        self.facts = FactsPanel(desk, meeting, self.calling, self._left)
        self.parts = MeetingParts(desk, meeting, actions, self._left)
        self.stages = StageWork(desk, meeting, actions, self.parts, self._call)
        self.rail = DeadlineRail(self.parts)
        self.parts.stand_beside(self.rail)
        DeadlinesRead(desk, meeting, self.rail)
        self.agenda = AgendaPanel(desk, meeting, actions, self.parts.stack)
        self.parts.stand(self.agenda)
        self.files = AgendaFiles(desk, meeting, self.agenda.view)
        self.page = PagePanel(desk, meeting, actions, self.panes_.splitter)
        self.aside = self.meetings = MeetingsList(
            desk, meeting, actions["meeting-template"], parent
        )
        self._empty = EmptyState(
            say("Inga sammanträden än"),
            say("Här finns rådets sammanträden med föredragningslista och kallelse."),
            actions["new-meeting"],
            actions["import-json"],
            parent=self._stack,
        )
        self._none_open = EmptyState(
            say("Inget sammanträde är öppet"),
            say("Välj ett i listan bredvid, eller skapa ett nytt."),
            actions["new-meeting"],
            parent=self._stack,
        )
        self._lay_out()
        self._connect()

    def _show_matter(self) -> None:
        """Lead to the matter of the row's case number, or say that there is none."""
        item = self._meeting.item(self.agenda.current_id())
        number = item.case_number.strip() if item else ""
        if not number:
            self._desk.messages.tell(say("Raden har inget diarienummer."))
            return
        with self._desk.read() as reader:
            matter_id = matter_numbered(reader, number)
        if matter_id is not None:
            self.place_asked.emit("matter", matter_id)
            return
        told = say("Inget ärende har numret {number} än.", number=number)
        self._desk.messages.tell(told, "list-numbers")

    def _lay_out(self) -> None:
        standing = (
            self.head, self.changed, self.calling.panel, (self.facts, 2), (self.parts, 3)
        )  # fmt: skip
        around = (2 * GRID, 2 * GRID - 4, 2 * GRID, GRID)
        build.column(*standing, of=self._left, margins=around, spacing=GRID)
        self.panes_.stand(
            Pane(say("Sammanträdet"), self._left, 5, FIRST_AGENDA),
            Pane(say("Kallelsens sida"), self.page, 4, FIRST_PAGE),
        )
        self.panes_.may_leave = self._desk.flush
        # The labels of the facts beside each other: narrower, the last field would be cut.
        self._left.setMinimumWidth(theme().scaled(LEAST_AGENDA))
        self.page.setMinimumWidth(240)
        # A low window scrolls the page rather than showing two rows of it at a time.
        self.agenda.view.setMinimumHeight(LEAST_ROWS * theme().row_height)
        self._stack.addWidget(self.panes_)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._none_open)
        build.column(self._stack, of=self)

    def _connect(self) -> None:
        self._meeting.shown.connect(self._show_meeting)
        self._desk.replaced.connect(self._forget_known)
        self._desk.changed.connect(self._note_changes)
        self._desk.hold(self.facts, self._mend_facts)
        self.rail.clicked.connect(partial(self.parts.show_part, DEADLINES_PART))
        self.head.stage_asked.connect(self.stages.do)
        self.parts.stage_shown.connect(self.head.stages.show_stage)
        self.head.stage_asked.connect(self._bring_left)
        self._meeting.shown.connect(self._fit_editable)
        self._meeting.committed.connect(self._fit_editable)
        self.parts.finding_chosen.connect(self._go_to_finding)
        self.parts.turned.connect(self._turn_part)
        self.parts.allowed.connect(self.allowed)
        self.parts.place_asked.connect(self.place_asked)
        self.parts.mend_asked.connect(self._mend_of_part)
        self.agenda.details_asked.connect(self._show_details)
        self.calling.panel.chosen.connect(self._go_to_finding)
        self.calling.asked.connect(partial(self.panes_.bring, self._left))
        self.agenda.mend_asked.connect(self._bring_agenda)
        self.agenda.words_asked.connect(self._know)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._note_focus)
        self.agenda.head_asked.connect(self._go_to_head)
        for action_id, default in PANELS.items():
            action = self._actions[action_id]
            action.setChecked(settings.stored_flag(f"view/{action_id}", default))
            action.toggled.connect(self._show_panels)
        self._actions["show-preview"].triggered.connect(self._bring_page)
        self._actions["show-matter"].triggered.connect(self._show_matter)
        self._show_panels()

    def _show_panels(self) -> None:
        """Show the panels chosen; the meeting's facts take the place of the row's details.

        A panel where something refused stands is not folded: flushing leads there.
        """
        self._desk.flush()
        shown = {action_id: self._actions[action_id].isChecked() for action_id in PANELS}
        details = shown["show-details"] and not shown["show-facts"]
        for part, wanted in ((self.facts, shown["show-facts"]), (self.agenda.details, details)):
            if wanted:
                part.show()
            else:
                fold(part, self.agenda.view)
        self._want_page()
        self.agenda.want_rail(shown["show-rail"])

    def _want_page(self) -> None:
        """Show the kallelse's page beside the agenda; other parts have the whole width."""
        wanted = self._actions["show-preview"].isChecked() and self.parts.shown == AGENDA
        self.panes_.want(self.page, wanted)

    def _turn_part(self) -> None:
        self._want_page()
        self.allowed.emit()

    def _call(self) -> None:
        """Show the sheet where the meeting is called."""
        self.calling.leave()
        self.panes_.bring(self._left)
        if self._desk.flush_or_say():
            self.parts.call()

    def _bring_page(self, shown: bool) -> None:
        """Show the page in front where it stands under a tab."""
        self.panes_.want(self.page, shown, front=True)

    def _bring_left(self, _stage: str) -> None:
        self.panes_.bring(self._left)

    def _bring_agenda(self) -> None:
        self.panes_.bring(self._left)
        self.parts.show_part(AGENDA)

    def _mend_facts(self) -> str:
        self.panes_.bring(self._left)
        self._actions["show-facts"].setChecked(True)
        return self.facts.mend()

    def _show_details(self) -> None:
        self._actions["show-facts"].setChecked(False)
        self._actions["show-details"].setChecked(True)

    def remember(self) -> None:
        """Remember what is shown and how wide."""
        self.panes_.remember("meetings/splitter")
        self.parts.remember()
        widths = self.agenda.view.chosen_widths.items()
        settings.remember("meetings/widths", " ".join(f"{c}:{width}" for c, width in widths))
        for action_id in PANELS:
            settings.remember(f"view/{action_id}", self._actions[action_id].isChecked())

    def restore(self) -> None:
        """Show it as it was."""
        self.panes_.restore("meetings/splitter")
        self.parts.restore()
        for each in settings.stored_text("meetings/widths").split():
            column, _, width = each.partition(":")
            few = len(column) < 3 and len(width) < 6
            if few and column.isdecimal() and width.isdecimal():
                self.agenda.view.chosen_widths[int(column)] = int(width)

    def stop(self) -> None:
        """End what the page does beside the window."""
        self.page.stop()
        self.parts.stop()

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self._editable = editable
        self.parts.set_editable(editable)
        self._fit_editable()

    def _fit_editable(self, *_: object) -> None:
        """Refuse changes of a meeting whose minutes are approved: it stands as it is."""
        editable = self._editable and not self._meeting.approved
        self.agenda.set_editable(editable)
        self.facts.set_editable(editable)

    def start(self) -> None:
        """Show the register that was opened before this page was made."""
        self.set_editable(not self._desk.read_only)
        self.meetings.start_over()
        self._meeting.shown.emit()

    def _show_meeting(self) -> None:
        self._stack.setCurrentWidget(self._fitting())

    def _fitting(self) -> QWidget:
        """Return the meeting, or what an empty place says."""
        if self._meeting.sheet is not None:
            return self.panes_
        if self._desk.workspace is None:
            return self._empty
        with self._desk.read() as reader:
            some = nearest_meeting(reader, self._desk.today()) is not None
        return self._none_open if some else self._empty

    def _know(self) -> None:
        """Offer what the register knows, read anew only when something is to be typed."""
        if self._known_stale and self._desk.workspace is not None:
            self._known_stale = False
            with self._desk.read() as reader:
                known = completions(reader)
            self.facts.offer(known)
            self.agenda.offer(known)

    def _note_changes(self, changes: Changes) -> None:
        if changes.kinds & KNOWN_TABLES:
            self._forget_known()

    def _forget_known(self) -> None:
        self._known_stale = True

    def _note_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.facts.isAncestorOf(now):
            self._know()

    def _go_to_head(self, field: str) -> None:
        self.panes_.bring(self._left)
        self._actions["show-facts"].setChecked(True)
        self.facts.go_to(field)

    def try_open(self, meeting_id: str) -> bool:
        """Open a remembered meeting; False when there is none or it is gone."""
        if not meeting_id:
            return False
        try:
            return self._meeting.open(meeting_id)
        except InputError:
            return False

    def meets(self) -> Needs:
        """Return whether a meeting is open, and a row of it chosen."""
        if self._meeting.sheet is None:
            return Needs.NOTHING
        met = Needs.MEETING | Needs.PAPER | Needs.PARTS
        if self.parts.shown != AGENDA:
            return met | self.parts.meets()
        chosen = self.agenda.current_id() and not self._meeting.approved
        row = Needs.ITEM if chosen else Needs.NOTHING
        return met | Needs.AGENDA | row

    def do(self, action_id: str) -> None:
        """Do a shared action with the open meeting, or with what is chosen in its part."""
        if action_id in ("next-part", "previous-part"):
            self.parts.turn(1 if action_id == "next-part" else -1)
        elif self._is_of_part(action_id):
            self.parts.do(action_id)
        elif self.shared is not None:
            self.shared(action_id)

    def _is_of_part(self, action_id: str) -> bool:
        """Tell whether the part in view does a shared action itself."""
        if self.parts.shown == AGENDA:
            return False
        prints = action_id in PAPER_ACTIONS and Needs.PAPER in self.parts.meets()
        return prints or action_id in ROW_ACTIONS

    def _mend_of_part(self, field: str) -> None:
        """Lead to a part, or to a field of the meeting's facts."""
        if field in self.parts.bar.names:
            self.parts.show_part(field)
        elif field in self.facts.places:
            self._go_to_head(field)

    def go_to(self, kind: str, record_id: str) -> bool:
        """Open a meeting, or the one that an item stands on the agenda of, at the item."""
        if kind == "meeting":
            return self.try_open(record_id)
        if self.parts.has_place_of(kind):
            return self._go_to_part(kind, record_id)
        if kind != "agenda_item":
            return False
        from hubra_desktop.work.queries.plan_links import meeting_of_item

        with self._desk.read() as reader:
            meeting_id = meeting_of_item(reader, record_id)
        if meeting_id is None or not self.try_open(meeting_id):
            return False
        if not self.agenda.is_typed_in(record_id):
            self.go_to_row(record_id, "title")
        return True

    def _go_to_part(self, kind: str, record_id: str) -> bool:
        """Open the meeting that a record of a part belongs to, and show it there."""
        from hubra_desktop.work.queries.plan_links import meeting_of_part

        with self._desk.read() as reader:
            meeting_id = meeting_of_part(reader, kind, record_id)
        if meeting_id is None or not self.try_open(meeting_id):
            return False
        self.panes_.bring(self._left)
        return self.parts.go_to(kind, record_id)

    def go_to_field(self, kind: str, field: str) -> None:
        if self.parts.has_place_of(kind):
            self.parts.go_to_field(kind, field)
        elif kind == "agenda_item":
            self._bring_agenda()
            self.agenda.go_to_field(field)
        elif field in self.facts.places:
            self._go_to_head(field)

    def go_to_row(self, item_id: str | None, field: str) -> None:
        """Go to a field of a row, or of the meeting's head, that something is to be done about."""
        self._bring_agenda()
        self.agenda.go_to(item_id, field)

    def _go_to_finding(self, finding: Finding) -> None:
        self.go_to_row(finding.item_id, finding.field)

    def panes(self) -> list[QWidget]:
        """Return the parts that F6 goes between, in order."""
        tree, bars = self.meetings.tree, (self.panes_.bar, self.parts.bar)
        return [tree, *bars, self.calling.panel, *self._shown_panes()]

    def _shown_panes(self) -> list[QWidget]:
        if self.parts.shown != AGENDA:
            return self.parts.panes()
        return [self.agenda.view, self.agenda.details.choices["kind"], self.page.view]
