"""The part Handlingar of a meeting's page."""

from PySide6.QtWidgets import QWidget

from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.meetings.papers_list import PapersList
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.widgets.build import column


class PapersPanel(Page):
    """Shows the open meeting's papers."""

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("papers-panel")
        self.list = PapersList(desk, meeting, actions, self)
        column(self.list, of=self)
        self.list.allowed.connect(self.allowed)

    def start(self) -> None:
        self.list.refresh()

    def stop(self) -> None:
        self.list.hands.stop()

    def set_editable(self, editable: bool) -> None:
        self.list.set_editable(editable)

    def meets(self) -> Needs:
        return self.list.meets()

    def do(self, action_id: str) -> None:
        self.list.do(action_id)

    def panes(self) -> list[QWidget]:
        return self.list.panes()

    def go_to(self, kind: str, record_id: str) -> bool:
        return self.list.open_place(kind, record_id)

    def go_to_field(self, kind: str, field: str) -> None:
        self.list.go_to_field(field)
