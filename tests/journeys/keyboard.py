"""A keyboard and nothing else: every key goes to whatever has the focus, as for a person."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def focus() -> QWidget:
    """Return what gets the keys: an open list of completions before what has the focus."""
    active = QApplication.activeWindow()
    if active is None or not active.isVisible():
        # Without a window manager a list that has closed keeps the keyboard.
        come_back(next(each for each in QApplication.topLevelWidgets() if each.isVisible()))
    found = (
        QApplication.activePopupWidget()
        or QApplication.focusWidget()
        or QApplication.activeWindow()
    )
    assert found is not None, "nothing has the focus"
    return found


def settle() -> None:
    """Let the window do all that it does between two keys, closed editors' end included."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(key: Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    """Press a key as often as asked."""
    for _ in range(times):
        QTest.keyClick(focus(), key, modifier)
        settle()


def write(text: str) -> None:
    """Type a text, a key at a time."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focus(), QKeyEvent(kind, 0, NONE, letter))
    settle()


def replace(text: str) -> None:
    """Type a text in the place of what stands in the field."""
    press(Key.Key_A, CONTROL)
    if text:
        write(text)
    else:
        press(Key.Key_Delete)


def tab_to(name: str) -> None:
    """Press Tab until the field or button of that name has the focus."""
    for _ in range(120):
        if focus().objectName() == name:
            return
        press(Key.Key_Tab)
    message = f"Tab does not lead to {name}"
    raise AssertionError(message)


def in_dialog(deed: Callable[[], None], failures: list[BaseException]) -> None:
    """Do something with the keyboard in the dialog that the next key opens."""

    def later() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.isActiveWindow():
            QTimer.singleShot(10, later)
            return
        assert isinstance(dialog, QDialog)
        try:
            deed()
            told = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
            assert not dialog.isVisible(), f"the dialog stays open: {told}"
        except BaseException as failure:
            failures.append(failure)
            dialog.reject()

    QTimer.singleShot(0, later)


def come_back(window: QWidget) -> None:
    """Make the window active again after a dialog or a list, as a window manager does."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
