"""The second view, for a projector: the row that goes on, the time left and who presents it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from hubra_desktop.model.closed_rows import public_row
from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.running import RunningMeeting
from hubra_desktop.ui.pages.meetings.running.now_panel import minutes_left_text
from hubra_desktop.ui.pages.meetings.running.time_bar import TimeBar
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.ui.widgets.plain import window_title

SIZES = {"title": 0.075, "who": 0.042, "time": 0.06}
"""How high a letter is of the view's height."""
LEAST_PX = 16


class ProjectorView(QMainWindow):
    """Everybody in the room reads it: of a closed row it shows the public title alone.

    ``pressed(event)`` gives the keys of the meeting, which hold wherever the hands think that
    they are; ``left`` follows when it is closed.
    """

    left = Signal()
    pressed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("projector-view")
        self.setWindowTitle(window_title(say("För publiken")))
        self.title = build.label("", "", self, name="projector-title")
        self.who = build.label("", "muted", self, name="projector-who")
        self.time = build.label("", "", self, name="projector-time")
        self.bar = TimeBar(self, 2 * GRID)
        for each in (self.title, self.who, self.time):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        around = (8 * GRID, 8 * GRID, 8 * GRID, 8 * GRID)
        whole = QWidget(self)
        build.column(None, self.title, self.who, None, self.bar, self.time, of=whole,
                     margins=around, spacing=3 * GRID)  # fmt: skip
        self.setCentralWidget(whole)

    def begin(self, beside: QScreen) -> bool:
        """Fill another screen than the one beside, or stand in front; tell whether it fills one."""
        others = [each for each in QGuiApplication.screens() if each is not beside]
        if others:
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
            return True
        self.resize(beside.availableSize() * 0.5)
        self.show()
        self.raise_()
        self.activateWindow()
        return False

    def show_meeting(self, going: RunningMeeting) -> None:
        """Show the row that goes on, or the pause."""
        row = going.current
        item = public_row(row.item) if row is not None else None
        if row is None or item is None:
            self._show(say("Sammanträdet börjar snart") if going.coming else say("Tack för i dag"))
            self.bar.setVisible(False)
            return
        paused = going.pause is not None and going.pause.item_id is None
        self._show(
            say("Paus") if paused else item.title or say("Stängda dörrar"),
            "" if paused else ", ".join(each.name or each.unit for each in item.presenters),
            "" if row.left is None or paused else minutes_left_text(row.left),
        )
        self.bar.setVisible(row.planned is not None and not paused)
        self.bar.show_time(row.spent, row.planned)
        mark(self.time, "level", "warning" if (row.left or 0) < 0 else "")

    def _show(self, title: str, who: str = "", time: str = "") -> None:
        for label, text in ((self.title, title), (self.who, who), (self.time, time)):
            label.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        labels: dict[str, QLabel] = {"title": self.title, "who": self.who, "time": self.time}
        for name, label in labels.items():
            pixels = max(LEAST_PX, round(self.height() * SIZES[name]))
            label.setStyleSheet(f"font-size: {pixels}px")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            self.pressed.emit(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()
        self.deleteLater()
