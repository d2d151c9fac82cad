"""The bar over the page where messages are shown, instead of boxes that stop the work."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.messages import Message, MessageLevel
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.layouts import close_button, fold, later
from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.ui.widgets.plain import PlainLabel

ICONS = {
    MessageLevel.NEWS: ("check", "accent"),
    MessageLevel.WARNING: ("warning", "warning"),
    MessageLevel.REFUSAL: ("stop", "danger"),
}
ICON = 18
WIDEST = 640
MARGIN = 2 * GRID
NEWS_SHOWN_MS = 15_000
"""How long news that asks for nothing stays: twice what its longest sentence takes to read."""
LOOKS_AGAIN_MS = 400


class MessageBar(QFrame):
    """Lies over the lower edge of its parent and pushes nothing there.

    Shows one message at a time, until it is closed, answered or no longer so. What the
    message offers is reached with Tab or F6, and Esc takes it away; the focus then goes
    back to where it was.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("message-bar")
        self.setProperty("role", "message")
        self.setAccessibleName(say("Meddelande"))
        self._message: Message | None = None
        self._action: QAction | None = None
        self._back: QWidget | None = None
        self._icon = PlainLabel(parent=self)
        self._text = build.label("", "", self, name="message-text")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._offer = QPushButton(self)
        self._offer.setObjectName("message-action")
        self._offer.setAutoDefault(True)
        self._offer.setAccessibleName(say("Gör det som meddelandet erbjuder"))
        close = close_button("message-close", say("Stäng meddelandet"), self.take_away, self)
        self._offer.clicked.connect(self._answer)
        margins = (GRID + 4, GRID - 2, GRID, GRID - 2)
        build.row(self._icon, (self._text, 1), self._offer, close, of=self, margins=margins)
        self._old = later(NEWS_SHOWN_MS, self._grow_old, self)
        self._look = later(LOOKS_AGAIN_MS, self._look_again, self)
        parent.installEventFilter(self)
        self.hide()

    def show_message(self, message: Message, action: QAction | None) -> None:
        """Show a message, with the action it offers, and let screen readers say it."""
        name, role = ICONS[message.level]
        self._icon.setPixmap(icon(name, role).pixmap(ICON, ICON))
        self._text.setText(message.text)
        self.setAccessibleDescription(message.text)
        self._message, self._action = message, action
        self._offer.setVisible(action is not None)
        if action is not None:
            self._offer.setText(action.text().replace("&", ""))
            self._offer.setAccessibleName(self._offer.text())
        mark(self, "level", message.level.value)
        if self.isHidden():
            # No window has the keys while a dialog closes, and they go back to this one.
            self._back = self.window().focusWidget()
        self._lie_over()
        self.show()
        self.raise_()
        self._old.start()
        self._look.start()
        announce(self, message.text)

    @property
    def message(self) -> Message | None:
        """Return what is shown."""
        return self._message

    def take_away(self) -> None:
        """Take the message away."""
        self._action = self._message = None
        if not self.isHidden():
            fold(self, self._back)
            self._back = None
            self.closed.emit()

    def note_change(self) -> None:
        """Take away what a change of the register makes untrue.

        A refusal is mended or left by it, and Undo would take back something else.
        """
        message = self._message
        if message is not None and (message.level is MessageLevel.REFUSAL or self._offers_undo()):
            self.take_away()

    def _offers_undo(self) -> bool:
        return self._message is not None and self._message.action == "undo"

    def _grow_old(self) -> None:
        """Take away news that asks for nothing, unless somebody is at it."""
        message = self._message
        if message is None or message.level is not MessageLevel.NEWS or message.action:
            return
        if self.underMouse():
            self._old.start()
        else:
            self.take_away()

    def _look_again(self) -> None:
        """Take the message away as soon as what it says is no longer so."""
        message = self._message
        if message is None or message.holds is None:
            return
        if message.holds():
            self._look.start()
        else:
            self.take_away()

    def _answer(self) -> None:
        action = self._action
        self.take_away()
        if action is not None:
            action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the lower edge of what it lies over."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._lie_over()
        return super().eventFilter(watched, event)

    def _lie_over(self) -> None:
        home = self.parentWidget()
        if home is None:
            return
        self.ensurePolished()
        room = max(1, home.width() - 2 * MARGIN)
        width = min(room, max(self.sizeHint().width(), theme().scaled(WIDEST)))
        place = QRect(0, 0, width, max(self.heightForWidth(width), self.sizeHint().height()))
        place.moveCenter(home.rect().center())
        place.moveBottom(home.height() - MARGIN)
        self.setGeometry(place)
