"""What is otherwise than in the kallelse that went out: a line under the head, open to read."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.dispatch.call_sides import CallChange
from hubra_desktop.model.language import say, say_count
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.work.calling.calls import IssuedCall, changes_since_call, current_call

_SHOWN = 8
"""Changes that are listed; the letter of changes has them all."""


class ChangedLine(QWidget):
    """Says that the open meeting is otherwise than it was called, and lists how.

    It is hidden while the kallelse that went out says what is so, or none has.
    """

    def __init__(self, desk: Desk, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changed-line")
        self._desk, self._meeting = desk, meeting
        self.button = QToolButton(self)
        self.button.setObjectName("changed-button")
        self.button.setProperty("role", "disclose")
        self.button.setAccessibleName(say("Ändringar efter kallelsen"))
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.toggled.connect(self._turn)
        self.told = build.label("", "muted", self, name="changed-told")
        top = build.row(self.button, None)
        build.column(top, self.told, of=self, spacing=GRID // 2)
        self._turn(False)
        self.hide()
        meeting.shown.connect(self._start_over)
        meeting.committed.connect(self._show)
        desk.changed.connect(self._follow)

    def _turn(self, opened: bool) -> None:
        self.button.setIcon(icon("chevron-down" if opened else "chevron-right"))
        self.told.setVisible(opened)

    def _start_over(self) -> None:
        self.button.setChecked(False)
        self._show()

    def _follow(self, changes: Any) -> None:
        if "issued_paper" in changes.kinds:
            self._show()

    def _show(self, *_: Any) -> None:
        sheet = self._meeting.sheet
        if sheet is None or self._desk.workspace is None:
            self.hide()
            return
        with self._desk.read() as reader:
            call = current_call(reader, sheet.id)
            changes = changes_since_call(reader, sheet.id) if call is not None else ()
        if call is not None and changes:
            self._tell(call, changes)
        self.setVisible(bool(changes))

    def _tell(self, call: IssuedCall, changes: tuple[CallChange, ...]) -> None:
        day = day_in_text(call.day)
        text = say_count(
            "Ändrad efter kallelsen den {day}: {n} ändring",
            "Ändrad efter kallelsen den {day}: {n} ändringar",
            len(changes),
            day=day,
        )
        self.button.setText(text)
        self.button.setAccessibleName(text)
        lines = [each.sentence for each in changes[:_SHOWN]]
        if len(changes) > _SHOWN:
            more = say_count("… och {n} till", "… och {n} till", len(changes) - _SHOWN)
            lines.append(more)
        self.told.setText("\n".join(lines))
