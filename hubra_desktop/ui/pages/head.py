"""The meeting's headline, its sum of minutes, and the button that opens its facts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from hubra_desktop.model.sheet import MeetingSheet
from hubra_desktop.model.swedish import MONTHS, WEEKDAYS, capitalised, time_range
from hubra_desktop.model.terms import MeetingKind
from hubra_desktop.model.timetable import planned_end, timetable
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.open_meeting import OpenMeeting
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.words import word


class MeetingHead(QWidget):
    """Says which meeting is open and how long it takes; follows every keystroke."""

    def __init__(
        self, meeting: OpenMeeting, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("meeting-head")
        self._meeting = meeting
        self.title = QLabel(self)
        self.title.setObjectName("meeting-title")
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.summary = QLabel(self)
        self.summary.setObjectName("meeting-summary")
        self.summary.setProperty("role", "muted")
        self.summary.setWordWrap(True)
        self.state = QLabel(self)
        self.state.setObjectName("meeting-state")
        self.state.setProperty("role", "badge")
        self._button = QToolButton(self)
        self._button.setObjectName("facts-button")
        self._button.setProperty("role", "disclose")
        self._button.setDefaultAction(actions["show-facts"])
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._facts = actions["show-facts"]
        self._facts.toggled.connect(self._turn)
        self._turn(self._facts.isChecked())
        self._lay_out()
        for signal in (meeting.shown, meeting.committed, meeting.drafted):
            signal.connect(self._show)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.summary)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addLayout(words, 1)
        row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)

    def _turn(self, opened: bool) -> None:
        self._facts.setIcon(icon("chevron-down" if opened else "chevron-right"))

    def _show(self) -> None:
        sheet = self._meeting.draft
        if sheet is None:
            return
        self.title.setText(headline(sheet))
        self.summary.setText(self._summed(sheet))
        self.state.setText(word(sheet.state))

    def _summed(self, sheet: MeetingSheet) -> str:
        times = timetable(sheet)
        span = time_range(sheet.start, times.end)
        if times.net and times.total != times.net:
            text = self.tr("{span} · {total} min, of which information {information} of {net}")
        else:
            text = self.tr("{span} · {total} min, of which information {information}")
        said = text.format(
            span=span, total=times.total, information=times.information, net=times.net
        )
        planned = planned_end(sheet)
        if planned is not None and times.end is not None and times.end > planned:
            over = self.tr("%n min over time", "", times.end - planned)
            said = f"{said} · {over}"
        return said


def headline(sheet: MeetingSheet) -> str:
    """Write ``Onsdag 7 mars 2018 · A-salen``, with the kind when it is not ordinary."""
    day = sheet.date
    weekday = capitalised(WEEKDAYS[day.weekday()])
    parts = [f"{weekday} {day.day} {MONTHS[day.month - 1]} {day.year}"]
    parts.extend(part for part in (sheet.place or sheet.link,) if part)
    if sheet.kind is not MeetingKind.ORDINARY:
        parts.append(word(sheet.kind))
    return " · ".join(parts)
