"""A row of buttons that is one stop for Tab: the arrows go between them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton

ARROWS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class RowButton(QPushButton):
    """One button of a row, which gets the arrows.

    Checkable and exclusive it is a radio button to a screen reader, which a tool button
    never is.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)


def walk(buttons: Sequence[QAbstractButton], event: QKeyEvent) -> QAbstractButton | None:
    """Go to the button beside with an arrow or press one with Enter; None for other keys."""
    here = next((i for i, button in enumerate(buttons) if button.hasFocus()), 0)
    if event.key() in ARROWS:
        here = min(max(here + ARROWS[event.key()], 0), len(buttons) - 1)
        buttons[here].setFocus(Qt.FocusReason.TabFocusReason)
    elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        buttons[here].click()
    else:
        return None
    return buttons[here]
