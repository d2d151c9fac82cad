"""The way to an earlier state of the register, and back to the present one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from hubra_desktop.model.generations import Generation
    from hubra_desktop.ui.main_window import MainWindow
    from hubra_desktop.ui.pages.history.past_moments import PastView
    from hubra_desktop.ui.past_window import PastWindow


ONLY_HERE = ("past-compare", "past-leave")
"""What only the window over an earlier state offers."""


class PastActions(QObject):
    """Shows an earlier state in a window of its own, in the place of the one over the present.

    The present register stays open and held, with all that its window shows. ``window`` is
    the other one while it is shown.
    """

    def __init__(self, present: "MainWindow") -> None:
        super().__init__(present)
        self._present = present
        self.window: PastWindow | None = None
        present.actions_.connect_all({"past": self.ask})
        present.registers.past_asked.connect(self.ask_at)
        self.name_ways(past=False)

    def name_ways(self, *, past: bool) -> None:
        """Show in the menu the ways that lead from here: to what was, or back from it."""
        for each in ONLY_HERE:
            self._present.actions_[each].setVisible(past)
        self._present.actions_["past"].setVisible(not past)

    def ask(self) -> None:
        """Let an earlier state be chosen, and show it if that is asked for."""
        self.ask_at(None)

    def ask_at(self, chosen: "Generation | None") -> None:
        """Ask as above, beginning with the state that a generation holds."""
        from hubra_desktop.ui.dialogs.past import PastDialog
        from hubra_desktop.ui.pages.history.past_moments import PastMoment

        present = self._present
        if present.desk.workspace is None or not present.desk.flush_or_say():
            return
        first = PastMoment(chosen.path, chosen.moment) if chosen is not None else None
        view = PastDialog.ask(present, present.desk, first)
        if view is not None:
            self.show(view)

    def show(self, view: "PastView") -> None:
        """Show an earlier state in the place of the present."""
        from hubra_desktop.ui.past_window import PastWindow

        if self.window is not None and self.window.desk.workspace is view.workspace:
            if view.key is not None:
                self.window.navigation.go_to(*view.key)
            return
        self.close()
        present = self._present
        self.window = PastWindow(view, self._come_back, self._compare)
        self.window.begin_like(present, view.key)
        present.hide()

    def _compare(self) -> None:
        """Hold what is shown against the present; another state may be chosen there."""
        from hubra_desktop.ui.dialogs.past import PastDialog

        window = self.window
        if window is None:
            return
        if self._present.desk.workspace is None:  # It was closed: its window says why.
            self.close()
            return
        view = PastDialog.ask(window, self._present.desk, window.state, window.desk.workspace)
        if view is not None:
            self.show(view)

    def _come_back(self) -> None:
        """Show the present again, as it was left."""
        self.window = None
        self._present.desk.write_clock()
        self._present.show()
        self._present.raise_window()

    def raise_front(self) -> None:
        """Bring the window that is in view to the front, for a second start of the program."""
        (self.window or self._present).raise_window()

    def close(self) -> None:
        """Leave the earlier state, if one is shown."""
        if self.window is not None:
            self.window.close()
