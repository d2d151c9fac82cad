"""Start the program on a register as usual, and end when its first page is painted."""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

import hubra_desktop.app
from tests.benchmarks.probes.peak import end


class Watching(QApplication):
    """Ends the process once a page within the window has been painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, end)
        return False

    def watch(self) -> None:
        [window] = [w for w in self.topLevelWidgets() if isinstance(w, QMainWindow)]
        page = window.findChildren(QStackedWidget)[0].currentWidget()
        assert page is not None
        page.installEventFilter(self)

    @staticmethod
    def exec() -> int:
        application = QApplication.instance()
        assert isinstance(application, Watching)
        application.watch()
        QApplication.exec()
        return 1


setattr(hubra_desktop.app, "QApplication", Watching)  # noqa: B010
sys.exit(hubra_desktop.app.start(Path(sys.argv[1])))
