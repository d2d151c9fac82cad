"""Commands that cannot be chosen now, and say why where they stand."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from hubra_desktop.ui.widgets.plain import plain_tip


def let_use(command: QWidget | QAction, hindrance: str = "") -> None:
    """Let a command be chosen, or say in its tool tip what hinders it."""
    command.setEnabled(not hindrance)
    command.setToolTip(plain_tip(hindrance))
