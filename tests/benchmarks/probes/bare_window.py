"""The least a program of this kind can be: a window with a word, and the mapper imported."""

import sys

import sqlalchemy.orm  # noqa: F401
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from tests.benchmarks.probes.peak import end


class Painted(QObject):
    """Ends the process once what it watches has been painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, end)
        return False


application = QApplication(["bare"])
window = QMainWindow()
label = QLabel("Hubra", window)
window.setCentralWidget(label)
window.resize(1280, 800)
painted = Painted()
label.installEventFilter(painted)
window.show()
sys.exit(application.exec() or 1)
