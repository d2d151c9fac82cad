"""Enter presses the button that has the focus, wherever it stands.

Qt leaves Enter on a button to what the button stands in: to a form, which would be sent,
or to the default button of a dialog.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton, QWidget

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class EnterPresses(QObject):
    """Watches the one widget of the application that has the focus, when it is a button."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, QPushButton | QToolButton):
            before.removeEventFilter(self)
        if isinstance(now, QPushButton | QToolButton):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in _KEYS or event.modifiers() & ~_KEYPAD:
            return False
        if isinstance(watched, QPushButton | QToolButton) and not event.isAutoRepeat():
            press(watched)
        return True


def press(button: QPushButton | QToolButton) -> None:
    """Press a button; one that only opens a menu opens it."""
    instant = QToolButton.ToolButtonPopupMode.InstantPopup
    if (
        isinstance(button, QToolButton)
        and button.popupMode() is instant
        and isinstance(button.menu(), QMenu)
    ):
        button.showMenu()
    else:
        button.click()
