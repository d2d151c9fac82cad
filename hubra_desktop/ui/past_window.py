"""The window as it was: all pages over an earlier state of the register, only to be read."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QWidget

from hubra_desktop.model.days import moment_in_text
from hubra_desktop.model.language import say
from hubra_desktop.store.history import RowKey
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.history.past_moments import PastView
from hubra_desktop.ui.past_actions import ONLY_HERE
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.plain import window_title


class PastWindow(MainWindow):
    """Lies where the window over the present lies, which waits hidden, as it is.

    ``back`` is called when this window closes; ``compare`` asks for what differs from the
    present. Nothing of how this window is used is remembered.
    """

    time_needs = Needs.PAST

    def __init__(
        self, view: PastView, back: Callable[[], object], compare: Callable[[], object]
    ) -> None:
        self._told = say(
            "Så såg det ut {moment}", moment=moment_in_text(view.state.moment, datetime.now())
        )
        super().__init__()
        self.setObjectName("past-window")
        self.state = view.state
        self._back = back
        self.desk.past = True
        self.desk.use(view.workspace)
        self.actions_.connect_all({"past-compare": compare, "past-leave": self.close})
        self.past.name_ways(past=True)
        self._show_band()
        self.recent.allow(False)

    def _show_band(self) -> None:
        """Say above the pages what is shown, with the way back."""
        central = self.takeCentralWidget()
        holder, band = QWidget(self), QFrame(self)
        band.setObjectName("past-band")
        band.setProperty("role", "past")
        words = say("{told} · endast läsning", told=self._told)
        label = build.label(words, "section", band, name="past-band-text")
        buttons = [
            build.action_button(self.actions_[each], "past-band", band) for each in ONLY_HERE
        ]
        self.bands = (buttons[-1],)
        margins = (2 * GRID, GRID - 2, 2 * GRID, GRID - 2)
        build.row((label, 1), *buttons, of=band, margins=margins, spacing=GRID)
        band.setAccessibleName(words)
        assert central is not None
        build.column(band, (central, 1), of=holder, spacing=0)
        self.setCentralWidget(holder)

    def begin_like(self, present: MainWindow, key: RowKey | None) -> None:
        """Show what the window over the present shows, or a row, as it was."""
        self.setGeometry(present.geometry())
        self.setWindowState(present.windowState())
        self.show()
        self.show_page(present.shown_page())
        sheet = present.meeting.sheet
        if sheet is not None and self._pages.has("page-meetings"):
            self.meetings.try_open(sheet.id)
        if key is not None:
            self.navigation.go_to(*key)
        self.bands[0].setFocus()

    def _name_window(self) -> None:
        super()._name_window()
        self.setWindowTitle(window_title(f"{self._told} – {self.windowTitle()}"))

    def remember(self) -> None:
        """Remember nothing: it is the present window that comes back."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go back to the present."""
        super().closeEvent(event)
        if event.isAccepted():
            self._back()
            self.deleteLater()
