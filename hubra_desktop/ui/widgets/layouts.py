"""How layouts are emptied and parts folded, and what forms and panels share beside it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLayout, QToolButton, QWidget

from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.widgets.plain import plain_tip


def clear(layout: QLayout) -> None:
    """Take everything out of ``layout``; its widgets are hidden now and deleted later."""
    while (taken := layout.takeAt(0)) is not None:
        widget = taken.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def fold(part: QWidget, heir: QWidget | None) -> None:
    """Hide a part of a page; keys that went to it go to ``heir`` from now on, if that is in view.

    Left to itself, the focus would go to what happens to come first in the window.
    """
    focus = QApplication.focusWidget()
    held = focus is not None and (focus is part or part.isAncestorOf(focus))
    if held and heir is not None and heir.isVisible():
        heir.setFocus(Qt.FocusReason.OtherFocusReason)
    part.hide()


def close_button(
    name: str, label: str, close: Callable[[], object], parent: QWidget
) -> QToolButton:
    """Make the cross that closes something, which Esc closes too."""
    return tool_button("close", name, label, close, parent, keys="Esc")


def tool_button(
    mark: str, name: str, label: str, do: Callable[[], object], parent: QWidget, *, keys: str = ""
) -> QToolButton:
    """Make a button that is a mark only; ``keys``, as they are shown, do the same."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setIcon(icon(mark, "text"))
    button.setAccessibleName(label)
    button.setToolTip(plain_tip(f"{label} ({keys})" if keys else label))
    button.clicked.connect(do)
    return button


def later(milliseconds: int, do: Callable[[], object], parent: QObject) -> QTimer:
    """Make a timer that does something once, a while after it was last started."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(do)
    return timer
