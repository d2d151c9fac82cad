"""The keys that undo and redo, where a text of its own has nothing left to take back.

Qt's inputs for text take these keys for themselves even then, so that the window's undo
would be out of reach as long as the cursor stands in one.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


def is_undo(event: QKeyEvent) -> bool:
    """Tell whether a key undoes."""
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    """Tell whether a key does again what was undone: the system's, or the menu's Ctrl+Y."""
    menus = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return menus or event.matches(QKeySequence.StandardKey.Redo)


def leave_to_window(event: QKeyEvent, *, undo: bool, redo: bool) -> bool:
    """Pass on a key that undoes or redoes when there is nothing of the kind here."""
    if (is_undo(event) and not undo) or (is_redo(event) and not redo):
        event.ignore()
        return True
    return False


class TypedLine(QLineEdit):
    """A line of text that leaves undo to the window when nothing was typed in it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        undo, redo = self.isUndoAvailable(), self.isRedoAvailable()
        if not leave_to_window(event, undo=undo, redo=redo):
            super().keyPressEvent(event)
