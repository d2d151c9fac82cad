"""The least a program of this kind can be: a window with a word, and the mapper imported."""

import sys

import sqlalchemy.orm  # noqa: F401
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from tests.benchmarks.probes.painted import end_when_painted

application = QApplication(["bare"])
window = QMainWindow()
label = QLabel("Hubra", window)
window.setCentralWidget(label)
window.resize(1280, 800)
end_when_painted(label)
window.show()
sys.exit(application.exec() or 1)
