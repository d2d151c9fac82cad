"""The list of years and meetings that stands in the sidebar beside the page Sammanträden."""

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTreeView, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.meetings_model import ID_ROLE, MeetingsModel
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.queries import MeetingRow, meetings_of, years


class MeetingsList(QWidget):
    """The years and their meetings; choosing one opens it."""

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, template: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("meetings-list")
        self._desk = desk
        self._meeting = meeting
        self.model = MeetingsModel(self._read_year, self)
        self.tree = QTreeView(self)
        self.tree.setObjectName("meetings-tree")
        self.tree.setProperty("role", "meetings")
        self.tree.setAccessibleName(say("Sammanträden efter år"))
        self.tree.setModel(self.model)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(GRID + 2)
        self.tree.setUniformRowHeights(True)
        self.tree.setIconSize(QSize(16, 16))
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.clicked.connect(self._open)
        self.tree.activated.connect(self._open)
        heading = build.label(say("Sammanträden"), "small", self, wraps=False)
        heading.setBuddy(self.tree)
        # The years and what stands over and under them begin where the marks of the pages do.
        above = build.row(heading, margins=(2 * GRID, GRID, 0, 0))
        words = say("Ändra mallen…")
        begin = build.action_button(template, "meetings", self, role="link", text=words)
        below = build.row(begin, None, margins=(GRID + 1, 0, 0, 0))
        build.column(above, (self.tree, 1), below, of=self, spacing=GRID // 2)
        desk.replaced.connect(self.start_over)
        desk.changed.connect(self._follow)
        meeting.shown.connect(self._show_open)

    def _read_year(self, year: int) -> tuple[MeetingRow, ...]:
        with self._desk.read() as reader:
            return meetings_of(reader, year)

    def start_over(self) -> None:
        """Show the register that is open now."""
        self.model.clear()
        self._read()

    def _follow(self, changes: Changes) -> None:
        if "meeting" in changes.kinds:
            self._read()
            self._show_open()

    def _read(self) -> None:
        if self._desk.workspace is None:
            return
        with self._desk.read() as reader:
            found = years(reader)
        self.model.show_years(found)

    def _show_open(self) -> None:
        sheet = self._meeting.sheet
        if sheet is None:
            self.tree.clearSelection()
            return
        index = self.model.index_of(sheet.id, sheet.date.year)
        if index.isValid():
            self.tree.expand(index.parent())
            self.tree.setCurrentIndex(index)

    def _open(self, index: QModelIndex) -> None:
        meeting_id = index.data(ID_ROLE)
        if meeting_id is None:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        elif not self._meeting.open(str(meeting_id)):
            self._show_open()
