"""The window: sidebar, one page at a time, message bar and status line."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QActionGroup, QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from hubra_desktop.model.file_names import TABLES
from hubra_desktop.model.findings import Finding
from hubra_desktop.model.language import say
from hubra_desktop.model.swedish import clock_of
from hubra_desktop.ui import menus, page_table, settings
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.actions import (
    HISTORY,
    PAGE_ACTIONS,
    PAGE_OF_ACTION,
    RECENT,
    SHARED_ACTIONS,
    Actions,
)
from hubra_desktop.ui.care_actions import CareActions
from hubra_desktop.ui.closing import Closing
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.file_drop import FileDrops
from hubra_desktop.ui.focus_panes import go_to_next
from hubra_desktop.ui.help_actions import HelpActions
from hubra_desktop.ui.icons import program_icon
from hubra_desktop.ui.labels import step_name, step_told
from hubra_desktop.ui.messages import Message, Messages
from hubra_desktop.ui.navigation import Navigation
from hubra_desktop.ui.page_stack import PageStack
from hubra_desktop.ui.pages.meetings.actions import ASKED
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.meetings.running.reopening import go_on_with_meeting
from hubra_desktop.ui.pages.meetings.stepper import PLAN
from hubra_desktop.ui.pages.overview.page import OverviewPage
from hubra_desktop.ui.past_actions import PastActions
from hubra_desktop.ui.recent import RecentRegisters
from hubra_desktop.ui.register_actions import RegisterActions
from hubra_desktop.ui.view_choices import ViewChoices
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.enter_key import EnterPresses
from hubra_desktop.ui.widgets.exercise_strip import ExerciseStrip
from hubra_desktop.ui.widgets.message_bar import MessageBar
from hubra_desktop.ui.widgets.plain import window_title
from hubra_desktop.ui.widgets.sidebar import Sidebar
from hubra_desktop.ui.widgets.status_line import status_line
from hubra_desktop.ui.widgets.tab_order import TabByEye
from hubra_desktop.ui.widgets.undo_keys import is_redo, is_undo
from hubra_desktop.ui.window_layout import WindowLayout
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.queries import nearest_meeting, register_info

REST_AFTER_MS = 50

if TYPE_CHECKING:
    from hubra_desktop.ui.instance import Instance
    from hubra_desktop.ui.pages.meetings.meeting_actions import MeetingActions
    from hubra_desktop.ui.pages.meetings.page import MeetingsPage


class MainWindow(TabByEye, QMainWindow):
    """Holds the desk and its pages; closing it commits what is typed and lets go of the file."""

    time_needs = Needs.PRESENT
    bands: tuple[QWidget, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("main-window")
        self.setWindowIcon(program_icon())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.messages = Messages(self)
        self.desk = Desk(self.messages, self)
        self.actions_ = Actions(self)
        self.meeting = OpenMeeting(self.desk, self)
        self.meetings_actions: MeetingActions
        self._instance: Instance | None = None
        self._first_page = ""
        self._closing = Closing(self.desk, self)
        self._lay_out()
        self._make_menus()
        self._status, self._read_only = status_line(self.statusBar())
        self.registers = RegisterActions(self.desk, self.actions_, self)
        self.care = CareActions(self.desk, self.actions_, self.registers.open, self)
        self.past = PastActions(self)
        self._connect()
        self._restore()
        self._allow()

    @property
    def overview(self) -> OverviewPage:
        """Return the first page."""
        return cast("OverviewPage", self._pages.page("page-overview"))

    @property
    def meetings(self) -> "MeetingsPage":
        """Return the page Meetings, made when it is first needed: the first paint is not."""
        return cast("MeetingsPage", self._pages.page("page-meetings"))

    def _make_overview(self, parent: QWidget) -> OverviewPage:
        page = OverviewPage(self.desk, self.actions_, parent)
        page.meeting_asked.connect(self._open_at)
        return page

    def _make_meetings(self, parent: QWidget) -> "MeetingsPage":
        from hubra_desktop.ui.pages.meetings.meeting_actions import MeetingActions
        from hubra_desktop.ui.pages.meetings.page import MeetingsPage

        page = MeetingsPage(self.desk, self.meeting, self.actions_, parent)
        self.meetings_actions = MeetingActions(
            self.desk, self.meeting, page.agenda, page.page, page.calling, self.actions_, self
        )
        page.shared = self.meetings_actions.do
        self.meetings_actions.meeting_made.connect(self._open_made)
        page.agenda.row_chosen.connect(self._allow)
        return page

    def _note_made(self, action_id: str) -> None:
        """Give a page just made what the other parts of the window have been given."""
        page = self._pages.page(action_id)
        page.allowed.connect(self._allow)
        page.place_asked.connect(self.navigation.go_to)
        page.left.connect(self.navigation.go_back)
        if action_id == "page-meetings":
            self._open_remembered()

    def _make_rest(self) -> None:
        """Make what the first paint did without, while nobody waits."""
        if not self._pages.has("page-meetings") and self.isVisible():
            self.meetings.ensurePolished()

    def _lay_out(self) -> None:
        pages = [self.actions_[each] for each in PAGE_ACTIONS]
        self.sidebar = Sidebar(pages, self.actions_["show-sidebar"], self)
        made = {"page-overview": self._make_overview, "page-meetings": self._make_meetings}
        made |= page_table.factories(self.desk, self.actions_)
        self._pages = PageStack(self.desk, made, self)
        self.navigation = Navigation(self.desk, self._pages, self, self)
        self._pages.made.connect(self._note_made)
        self._pages.show_page("page-overview")
        right = QWidget(self)
        self.strip = ExerciseStrip(right)
        build.column(self.strip, (self._pages, 1), of=right, spacing=0)
        self.bar = MessageBar(right)
        self.layout_ = WindowLayout(self, self.sidebar, right, self.actions_)

    def _make_menus(self) -> None:
        submenus = menus.build_menus(self.menuBar(), self.actions_)
        self.recent = RecentRegisters(submenus[RECENT.id])
        self._page_group: QActionGroup = menus.exclusive(self.actions_, (*PAGE_ACTIONS, HISTORY.id))
        self.view = ViewChoices(self.actions_, self)

    def _connect(self) -> None:
        self.messages.said.connect(self._show_message)
        self.messages.withdrawn.connect(self.bar.take_away)
        self.desk.replaced.connect(self._start_over)
        self.desk.changed.connect(self._note_change)
        self.desk.saved.connect(self._show_status)
        self.desk.stepped.connect(self._tell_step)
        self.registers.opened.connect(self._show_opened)
        self.registers.begun.connect(self._show_begun)
        self.registers.damaged.connect(self.care.offer)
        self.recent.chosen.connect(self.registers.open)
        self.registers.imported.connect(self._open_remembered)
        self.help = HelpActions(self.actions_, self.shown_page, self)
        taken = dict.fromkeys((".json", ".pdf", *TABLES), self.registers.import_file)
        FileDrops(self, {**taken, ".hubra": self.registers.open})
        self.meeting.shown.connect(self._allow)
        EnterPresses(self)
        self.actions_.connect_all(
            {
                **dict.fromkeys(ASKED, self._ask_of_meetings),
                "undo": self.desk.undo,
                "redo": self.desk.redo,
                "quit": self.close,
                "next-pane": self._next_pane,
                **dict.fromkeys(SHARED_ACTIONS, self._do_here),
                **dict.fromkeys(PAGE_OF_ACTION, self._do_there),
                **dict.fromkeys((*PAGE_ACTIONS, HISTORY.id), self._show_chosen_page),
            }
        )

    def _restore(self) -> None:
        self.layout_.restore()
        page = settings.stored_text("window/page", "page-overview")
        self._first_page = page if page in PAGE_ACTIONS else "page-overview"
        self._start_over()

    def show_page(self, action_id: str) -> None:
        """Show one of the pages."""
        if not self.desk.flush_or_say():
            self.actions_.check(self.shown_page(), True)
            return
        if action_id != self._pages.shown:
            self.messages.withdraw()
        self.navigation.note_leaving(action_id)
        self.actions_.check(action_id, True)
        self.sidebar.show_aside(self._pages.show_page(action_id).aside)
        self._allow()

    def shown_page(self) -> str:
        """Return the id of the page in view."""
        return self._pages.shown

    def _show_chosen_page(self) -> None:
        self.show_page(self.sender().objectName())

    def _start_over(self) -> None:
        """Show what holds for another register, or none."""
        editable = not self.desk.read_only
        for page in self._pages.all():
            page.set_editable(editable)
        self._read_only.setVisible(self.desk.workspace is not None and not editable)
        if self.desk.workspace is None:
            self.show_page("page-overview")
        self._name_window()
        self._show_status()
        self._allow()

    def _name_window(self) -> None:
        exercise = self.desk.exercise
        self.strip.show_exercise(practice=exercise.practice, day=exercise.day)
        if self.desk.workspace is None:
            self._register = self._council = ""
            self.setWindowTitle("Hubra")
            return
        with self.desk.read() as reader:
            info = register_info(reader)
        self._register = self.desk.workspace.path.name
        self._council = info.body_short or info.body
        practice = say(" (övning)") if info.practice else ""
        self.setWindowTitle(window_title(f"{self._council}{practice} – Hubra"))

    def _show_status(self) -> None:
        workspace = self.desk.workspace
        if workspace is None:
            self._status.setText(say("Inget register är öppet"))
            return
        parts = [self._council, self._register]
        if workspace.last_saved is not None:
            parts.insert(0, say("Sparat {time}", time=clock_of(workspace.last_saved)))
        self._status.setText(" · ".join(part for part in parts if part))

    def _tell_step(self, changes: Changes, back: bool) -> None:
        """Say what was taken back, and show it, on whichever page it stands."""
        self.navigation.follow_step(changes)
        if told := step_told(changes.label, back=back):
            self._status.setText(f"{told} · {self._status.text()}")
            announce(self._status, told)

    def _note_change(self, changes: object) -> None:
        self.bar.note_change()
        self._allow()
        if getattr(changes, "kinds", frozenset()) & {"register", "body"}:
            self._name_window()

    def _allow(self) -> None:
        """Make usable what can be done now, and name the steps that can be undone."""
        workspace = self.desk.workspace
        met = self.time_needs
        if workspace is not None:
            met |= Needs.REGISTER
            met |= Needs.NOTHING if workspace.read_only else Needs.WRITABLE
            met |= Needs.UNDO if workspace.undo_label else Needs.NOTHING
            met |= Needs.REDO if workspace.redo_label else Needs.NOTHING
            met |= self._pages.shown_page.meets()
        self.actions_.allow(met)
        self._name_step("undo", workspace.undo_label if workspace else None)
        self._name_step("redo", workspace.redo_label if workspace else None)

    def _name_step(self, action_id: str, label: str | None) -> None:
        plain = say("&Ångra") if action_id == "undo" else say("&Gör om")
        name = step_name(label) if label else ""
        self.actions_[action_id].setText(f"{plain}: {name}" if name else plain)

    def _show_opened(self) -> None:
        """Show a register just opened: the page that was shown last, at the first one."""
        self._open_remembered()
        if self._first_page:
            self.show_page(self._first_page)
            self._first_page = ""
        if self._instance is not None:
            self.listen()
        go_on_with_meeting(self)

    def _show_begun(self) -> None:
        """Show the first meeting of a register just made, where it has one."""
        with self.desk.read() as reader:
            first = nearest_meeting(reader, self.desk.today())
        if first is not None:
            self._open_made(first)

    def _ask_of_meetings(self) -> None:
        """Ask what an action of meetings asks; their page is made first if need be."""
        self.meetings.ensurePolished()
        self.meetings_actions.ask_for(self.sender().objectName())

    def listen(self) -> None:
        """Be raised by a second start on the same register."""
        from hubra_desktop.ui.instance import Instance

        if self._instance is None:
            self._instance = Instance(self)
            self._instance.asked.connect(self.past.raise_front)
        if self.desk.path is not None:
            self._instance.listen(self.desk.path)

    def _open_remembered(self) -> None:
        """Open the meeting that was open last, else the nearest."""
        path = self.desk.path
        if path is None or not self._pages.has("page-meetings"):
            return
        wanted = settings.open_meeting(path)
        with self.desk.read() as reader:
            nearest = nearest_meeting(reader, self.desk.today())
        if not self.meetings.try_open(wanted) and nearest is not None:
            self.meetings.parts.show_stage(PLAN)
            self.meeting.open(nearest)

    def _open_made(self, meeting_id: str) -> None:
        self.show_page("page-meetings")
        if self.meeting.open(meeting_id):
            self.meetings.parts.show_stage(PLAN)
            self.meetings.agenda.view.setFocus()

    def _open_at(self, meeting_id: str, finding: Finding | None) -> None:
        self.show_page("page-meetings")
        if self.meeting.open(meeting_id) and finding is not None:
            self.meetings.go_to_row(finding.item_id, finding.field)

    def _show_message(self, message: Message) -> None:
        self.bar.show_message(message, self.actions_[message.action] if message.action else None)

    def _next_pane(self) -> None:
        """Move the focus to the next part of the page that can be seen."""
        panes = self._pages.shown_page.panes()
        beside = [] if self.shown_page() == "page-meetings" else [self.sidebar]
        go_to_next([*self.bands, self.bar, *beside, *panes])

    def _do_here(self) -> None:
        self._pages.shown_page.do(self.sender().objectName())

    def _do_there(self) -> None:
        action_id = self.sender().objectName()
        page = PAGE_OF_ACTION[action_id]
        self.show_page(page)
        if self._pages.shown == page:
            self._pages.page(page).do(action_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.bar.take_away()
            return
        if is_undo(event) or is_redo(event):
            self.actions_["undo" if is_undo(event) else "redo"].trigger()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rest of the window when the first page has been painted."""
        super().showEvent(event)
        QTimer.singleShot(REST_AFTER_MS, self._make_rest)

    def raise_window(self) -> None:
        """Come to the front, for a second start of the program."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def take_over(self, other: "MainWindow") -> None:
        """Show the register that is open in another window, which lets go of it."""
        self.desk.use(other.desk.release())
        if self.desk.workspace is not None:
            self.registers.opened.emit()
            self.listen()

    def remember(self) -> None:
        """Remember what is shown, and where."""
        self.layout_.remember()
        settings.remember("window/page", self.shown_page())
        for page in self._pages.all():
            page.remember()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Commit what is typed; what cannot be kept is told of once, and then left behind."""
        if not self._closing.may_close():
            event.ignore()
            return
        self.past.close()
        self.remember()
        self.help.close()
        for page in self._pages.all():
            page.stop()
        self.registers.stop()
        self.desk.use(None)
        event.accept()
