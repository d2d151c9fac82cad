"""The part Efter mötet: whom the decisions are told to, who was asked, and what comes next."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.after.anchorings_list import AnchoringsList
from hubra_desktop.ui.pages.meetings.after.decision_lists import DecisionList
from hubra_desktop.ui.pages.meetings.after.next_view import NextView
from hubra_desktop.ui.pages.meetings.after.notices_list import NoticesList
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.beside import BesideOrUnder
from hubra_desktop.ui.widgets.part_bar import PartBar

NOTICES, ANCHORINGS, NEXT = "notices", "anchorings", "next"


class AfterPart(Page):
    """Shows one of the lists of the open meeting."""

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("after-part")
        self._desk = desk
        self._stack = QStackedWidget(self)
        self.notices = NoticesList(desk, meeting, actions, self._stack)
        self.anchorings = AnchoringsList(desk, meeting, actions, self._stack)
        self._lists: dict[str, DecisionList] = {
            NOTICES: self.notices,
            ANCHORINGS: self.anchorings,
        }
        self.next = NextView(desk, meeting, self._stack)
        self.next.place_asked.connect(self.place_asked)
        self._stack.addWidget(self.next)
        for each in self._lists.values():
            self._stack.addWidget(each)
            each.allowed.connect(self.allowed)
        self._stack.setCurrentWidget(self.notices)
        names = (
            (NOTICES, say("Beslutet delges")),
            (ANCHORINGS, say("Förankring")),
            (NEXT, say("Nästa sammanträde")),
        )
        self.bar = PartBar(say("Efter mötet"), names, self)
        self.bar.setObjectName("after-bar")
        self.bar.chosen.connect(self.show_view)
        self._tools = {NOTICES: self.notices.tools, ANCHORINGS: self.anchorings.tools}
        tools = (tool for each in self._tools.values() for tool in each)
        top = BesideOrUnder(build.row(self.bar), build.row(*tools, spacing=GRID), self)
        build.column(top, (self._stack, 1), of=self, spacing=GRID)
        self._show_tools()

    def _show_tools(self) -> None:
        for name, tools in self._tools.items():
            for tool in tools:
                tool.setVisible(name == self.bar.shown)

    @property
    def shown(self) -> DecisionList | None:
        """Return the list in view, None while what comes up next is shown."""
        return self._lists.get(self.bar.shown)

    def show_view(self, name: str) -> None:
        """Show one of the lists, or what comes up next."""
        if self._desk.flush():
            self.bar.show_part(name)
            self._show_tools()
            self._stack.setCurrentWidget(self._lists.get(name, self.next))
            self.allowed.emit()

    def start(self) -> None:
        for each in self._lists.values():
            each.refresh()

    def stop(self) -> None:
        self.notices.stop()

    def set_editable(self, editable: bool) -> None:
        for each in self._lists.values():
            each.set_editable(editable)
        self.next.set_editable(editable)

    def meets(self) -> Needs:
        return self.shown.meets() if self.shown is not None else Needs.NOTHING

    def do(self, action_id: str) -> None:
        if self.shown is not None:
            self.shown.do(action_id)

    def panes(self) -> list[QWidget]:
        return [self.bar, *(self.shown.panes() if self.shown is not None else [self.next])]

    def go_to(self, kind: str, record_id: str) -> bool:
        self.show_view(ANCHORINGS if kind == "anchoring" else NOTICES)
        return self.shown is not None and self.shown.open_part(record_id)

    def go_to_field(self, kind: str, field: str) -> None:
        if self.shown is not None:
            self.shown.go_to_field(field)
