"""The bar in the window where messages are shown, instead of boxes that stop the work."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.messages import Message, MessageLevel
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.layouts import close_button
from hubra_desktop.ui.widgets.marks import mark

ICONS = {
    MessageLevel.NEWS: ("check", "accent"),
    MessageLevel.WARNING: ("warning", "warning"),
    MessageLevel.REFUSAL: ("stop", "danger"),
}
ICON = 18


class MessageBar(QFrame):
    """Shows one message at a time until it is closed, answered or no longer so."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message-bar")
        self.setProperty("role", "message")
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setObjectName("message-text")
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._offer = QPushButton(self)
        self._offer.setObjectName("message-action")
        self._offer.setAccessibleName(say("Gör det som meddelandet erbjuder"))
        close = close_button("message-close", say("Stäng meddelandet"), self.take_away, self)
        self._action: QAction | None = None
        self._offer.clicked.connect(self._answer)
        margins = (GRID + 4, GRID - 2, GRID, GRID - 2)
        build.row(self._icon, (self._text, 1), self._offer, close, of=self, margins=margins)
        self.hide()

    def show_message(self, message: Message, action: QAction | None) -> None:
        """Show a message, with the action it offers, and let screen readers say it."""
        name, role = ICONS[message.level]
        self._icon.setPixmap(icon(name, role).pixmap(ICON, ICON))
        self._text.setText(message.text)
        self._action = action
        self._offer.setVisible(action is not None)
        if action is not None:
            self._offer.setText(action.text().replace("&", ""))
            self._offer.setAccessibleName(self._offer.text())
        mark(self, "level", message.level.value)
        self.show()
        announce(self, message.text)

    def take_away(self) -> None:
        """Take the message away."""
        self._action = None
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _answer(self) -> None:
        action = self._action
        self.take_away()
        if action is not None:
            action.trigger()
