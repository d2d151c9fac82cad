"""Start the program on a register as usual, and end when its first page is painted.

Qt is imported when the program imports it, not before: the order costs time.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import hubra_desktop.app

if TYPE_CHECKING:
    from hubra_desktop.ui.main_window import MainWindow

open_window = hubra_desktop.app.open_window


def watched_window(register: Path | None) -> "MainWindow":
    """Make the program's window, which ends the process when its page is painted."""
    window = open_window(register)
    from tests.benchmarks.probes.painted import end_when_painted

    end_when_painted(window.overview)
    return window


hubra_desktop.app.open_window = watched_window
sys.exit(hubra_desktop.app.start(Path(sys.argv[1])))
