"""Files dropped on a row of the agenda: they become papers of the item."""

from pathlib import Path

from PySide6.QtCore import QObject, QPoint

from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.file_drop import FileTarget
from hubra_desktop.ui.pages.meetings.agenda.agenda_view import AgendaView
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.meetings.papers.paper_hands import PaperHands


class AgendaFiles(QObject):
    """Adds what is dropped to the row under it; under the rows to the meeting itself."""

    def __init__(self, desk: Desk, meeting: OpenMeeting, view: AgendaView) -> None:
        super().__init__(view)
        self._meeting, self._view = meeting, view
        self.hands = PaperHands(desk, view)
        self.target = FileTarget(view.viewport())
        self.target.dropped.connect(self._take)

    def _take(self, paths: list[Path], place: QPoint) -> None:
        sheet = self._meeting.sheet
        if sheet is None:
            return
        row = self._view.indexAt(place).row()
        item = sheet.items[row].id if 0 <= row < len(sheet.items) else None
        self.hands.add(sheet.id, item, paths)
