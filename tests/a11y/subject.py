"""The program as it is walked: the real window, told on standard input what to show.

Each line names a view or a dialog; when it is in view, its name is answered. "plant" puts
faults into the window, so that a walk that finds nothing is found out.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QSocketNotifier, QTimer
from PySide6.QtWidgets import QDialog, QPushButton

from hubra_desktop.app import make_application
from hubra_desktop.ui import settings, theme
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.work.demo import make_demo
from tests.ui.dialogs import DIALOGS
from tests.ui.views import STILL, VIEWS, WINDOWS

LAPTOP = (1366, 740)
SETTLES_MS = 350
PLANT = "plant"


class Subject:
    """Shows one thing after the other."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._dialog: QDialog | None = None
        self._read = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._read.activated.connect(self._show_next)

    def _show_next(self) -> None:
        name = sys.stdin.readline().strip()
        if not name:
            self._window.close()
            return
        if self._dialog is not None:
            self._dialog.done(0)
            self._dialog.deleteLater()
            self._dialog = None
        self._show(name)
        loop = QEventLoop()
        QTimer.singleShot(SETTLES_MS, loop.quit)
        loop.exec()
        print(name, flush=True)

    def _show(self, name: str) -> None:
        self._window.meetings_actions.running.close()
        if name in WINDOWS | STILL:
            (WINDOWS | STILL)[name](self._window).activateWindow()
        elif name in VIEWS:
            VIEWS[name](self._window)
            self._window.activateWindow()
        elif name in DIALOGS:
            self._dialog = DIALOGS[name](self._window)
            self._dialog.show()
            self._dialog.activateWindow()
        elif name == PLANT:
            plant(self._window)


def plant(window: MainWindow) -> None:
    """Put a button without a name, which Tab passes by, into the window's first corner."""
    planted = QPushButton("", window)
    planted.setGeometry(400, 60, 40, 30)
    planted.show()
    planted.raise_()


def main() -> int:
    """Open the window on a demo register of its own."""
    with TemporaryDirectory(prefix="hubra-") as own:
        settings.redirect(Path(own) / "settings.ini")
        application = make_application(["hubra"])
        register = Path(own) / "ovning.hubra"
        make_demo(register)
        window = MainWindow()
        window.resize(*LAPTOP)
        window.registers.open(register)
        theme.theme().dress()
        window.show()
        window.move(0, 0)
        application.lastWindowClosed.connect(application.quit)
        subject = Subject(window)
        print("ready", flush=True)
        application.exec()
        del subject
    return 0


if __name__ == "__main__":
    sys.exit(main())
