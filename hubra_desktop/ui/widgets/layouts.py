"""How a layout is emptied to be filled anew, and what forms and panels share beside it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLayout, QToolButton, QWidget

from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.widgets.plain import plain_tip


def clear(layout: QLayout) -> None:
    """Take everything out of ``layout``; its widgets are hidden now and deleted later."""
    while (taken := layout.takeAt(0)) is not None:
        widget = taken.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def close_button(
    name: str, label: str, close: Callable[[], object], parent: QWidget
) -> QToolButton:
    """Make the cross that closes something, which Esc closes too."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setIcon(icon("close"))
    button.setAccessibleName(label)
    button.setToolTip(plain_tip(f"{label} (Esc)"))
    button.clicked.connect(close)
    return button


def later(milliseconds: int, do: Callable[[], object], parent: QObject) -> QTimer:
    """Make a timer that does something once, a while after it was last started."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(do)
    return timer
