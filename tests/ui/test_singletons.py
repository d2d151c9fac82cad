"""None must outlive any number of calls into Qt, also where its references are counted."""

import subprocess
import sys

CALLS = """
import hubra_desktop.ui
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(["hubra"])
widget = QWidget()
for _ in range(100_000):
    widget.update()
print("alive")
"""


def test_a_hundred_thousand_calls_that_return_nothing_leave_the_program_alive() -> None:
    told = subprocess.run(
        [sys.executable, "-c", CALLS], capture_output=True, text=True, check=False, timeout=60
    )
    assert (told.returncode, told.stdout.strip()) == (0, "alive"), told.stderr
