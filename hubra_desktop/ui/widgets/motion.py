"""Whether things may move on the screen."""

import os

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

REDUCED = "HUBRA_REDUCED_MOTION"
"""Set to anything but 0 or nothing, it asks for no movement, where no system setting can."""


def may_move() -> bool:
    """Return whether neither the computer nor the environment asks for less movement."""
    if os.environ.get(REDUCED, "0") not in ("", "0"):
        return False
    hints = QGuiApplication.styleHints()
    wishes = hints.accessibility()
    return wishes.motionPreference() is not Qt.MotionPreference.ReducedMotion
