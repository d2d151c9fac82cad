"""The agenda beside what goes on: what is done, and the new time of all that comes."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.running import RowPlace, RunningMeeting, RunningRow
from hubra_desktop.model.swedish import clock
from hubra_desktop.ui.pages.meetings.running.now_panel import titled
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.marks import mark

TOP = Qt.AlignmentFlag.AlignTop


class ComingPanel(QFrame):
    """A line for each row: its new time, the planned one where it differs, title and presenters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("coming-panel")
        self.head = build.label(say("Föredragningslista"), "section", self)
        self.end = build.label("", "muted", self, name="coming-end")
        inside = QWidget(self)
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, GRID, 0)
        self._grid.setHorizontalSpacing(GRID + 4)
        self._grid.setVerticalSpacing(GRID - 2)
        self._grid.setColumnStretch(2, 1)
        self.scroller = QScrollArea(self)
        self.scroller.setObjectName("coming-rows")
        self.scroller.setAccessibleName(say("Föredragningslista"))
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setWidget(inside)
        self.times = build.button(say("Rätta tiderna…"), "coming-times", self, role="link")
        under = build.row((self.end, 1), self.times, spacing=GRID)
        build.column(self.head, (self.scroller, 1), under, of=self, spacing=GRID)
        self._lines: dict[str, tuple[QLabel, QLabel, QLabel, QLabel]] = {}
        self._inside = inside

    def show_meeting(self, going: RunningMeeting, numbers: Mapping[str, str]) -> None:
        """Show the rows with their times."""
        if list(self._lines) != [row.item.id for row in going.rows]:
            self._arrange(going.rows)
        for row in going.rows:
            self._fill(row, numbers.get(row.item.id, ""))
        self.end.setText(end_text(going))
        self.times.setVisible(any(row.place is not RowPlace.COMING for row in going.rows))
        current = going.current
        if current is not None:
            self.scroller.ensureWidgetVisible(self._lines[current.item.id][2], 0, 6 * GRID)

    def _arrange(self, rows: tuple[RunningRow, ...]) -> None:
        for line in self._lines.values():
            for label in line:
                self._grid.removeWidget(label)
                label.deleteLater()
        self._lines = {}
        for place, row in enumerate(rows):
            time = build.label("", "", self._inside, wraps=False)
            was = build.label("", "small", self._inside, wraps=False)
            title = build.label("", "", self._inside)
            who = build.label("", "small", self._inside)
            for column, label in enumerate((time, was)):
                self._grid.addWidget(label, 2 * place, column, TOP)
            self._grid.addWidget(title, 2 * place, 2)
            self._grid.addWidget(who, 2 * place + 1, 2)
            self._lines[row.item.id] = (time, was, title, who)
        self._grid.setRowStretch(2 * len(rows), 1)

    def _fill(self, row: RunningRow, number: str) -> None:
        time, was, title, who = self._lines[row.item.id]
        time.setText(clock(row.start) if row.start is not None else "–")
        moved = row.place is RowPlace.COMING and row.moved and row.was is not None
        was.setText(f"({clock(row.was)})" if moved and row.was is not None else "")
        title.setText(titled(row.item, number))
        who.setText(", ".join(each.name or each.unit for each in row.item.presenters))
        who.setVisible(bool(who.text()) and row.place is not RowPlace.DONE)
        roles = {RowPlace.NOW: "section", RowPlace.DONE: "muted", RowPlace.COMING: "plain"}
        for label in (time, title):
            mark(label, "role", roles[row.place])
        title.setAccessibleDescription(spoken(row))


def spoken(row: RunningRow) -> str:
    """Say when a row comes or came, for those who do not see the columns."""
    if row.start is None:
        return say("Tiden är inte känd")
    told = {
        RowPlace.DONE: say("Behandlad från {time}"),
        RowPlace.NOW: say("Pågår sedan {time}"),
        RowPlace.COMING: say("Beräknas börja {time}"),
    }
    return told[row.place].format(time=clock(row.start))


def end_text(going: RunningMeeting) -> str:
    """Say when a meeting is expected to end, and when it should."""
    planned = going.planned_end
    if going.ended and going.end is not None:
        told = say("Slutade {time}", time=clock(going.end))
        return f"{told} · {say('planerat {time}', time=clock(planned))}" if planned else told
    if going.end is None:
        least = say("Slutar tidigast {time}", time=clock(going.earliest))
        return f"{least} · {say('planerat {time}', time=clock(planned))}" if planned else least
    if planned is None or planned == going.end:
        return say("Beräknas sluta {time}", time=clock(going.end))
    return say(
        "Beräknas sluta {time} · planerat {planned}",
        time=clock(going.end),
        planned=clock(planned),
    )
