"""Phrases that complete what is typed: a list under the cursor, in any field of text."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QTextEdit, QWidget

from hubra_desktop.model.minutes.phrases import being_typed, first_gap
from hubra_desktop.ui.theme import GRID, theme

WIDEST = 560
Offer = Callable[[str], Sequence[str]]


class PhraseList(QListWidget):
    """Lies under the cursor of ``field`` while ``offer`` has texts for what was typed.

    Tab puts the current text in, and Enter does once an arrow has gone into the list; after a
    key (``#ordf``) Enter does at once. Esc takes the list away. The first gap in brackets of
    the text is then marked, to be typed over. A field that is no higher than its text has the
    list in its ``home`` instead, which it stands in.
    """

    def __init__(
        self, field: QPlainTextEdit | QTextEdit, offer: Offer, home: QWidget | None = None
    ) -> None:
        super().__init__(home or field.viewport())
        self._home = home or field.viewport()
        self.setObjectName("phrase-list")
        self.setProperty("role", "completion")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._field, self._offer = field, offer
        self._typed, self._chosen, self._putting = "", False, False
        field.textChanged.connect(self.look)
        field.installEventFilter(self)
        self.itemClicked.connect(lambda item: self.put_in(item.text()))
        self.hide()

    def look(self) -> None:
        """Offer what fits the text before the cursor, if anything does."""
        if self._putting or not self._field.hasFocus():
            self.hide()
            return
        self._typed = being_typed(self._before())
        texts = list(self._offer(self._typed)) if self._typed else []
        self.clear()
        self._chosen = False
        if not texts:
            self.hide()
            return
        self.addItems(texts)
        self.setCurrentRow(0)
        self._lie()

    def _before(self) -> str:
        cursor = self._field.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()]

    def _lie(self) -> None:
        home, inside = self._home, self._field.viewport()
        width = min(theme().scaled(WIDEST), home.width() - GRID)
        self.setFixedWidth(width)
        height = sum(self.sizeHintForRow(each) for each in range(self.count())) + 4
        cursor = self._field.cursorRect()
        below = inside.mapTo(home, cursor.bottomLeft()) + QPoint(0, GRID // 2)
        height = min(height, max(theme().row_height * 2, home.height() - below.y()))
        self.setFixedHeight(height)
        x = max(0, min(below.x(), home.width() - width))
        above = inside.mapTo(home, cursor.topLeft()).y() - GRID // 2 - height
        room = home.height() - below.y()
        self.move(x, below.y() if room >= height or above < 0 else above)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that go through the list, and leave with the focus."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if self.isHidden() or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        return isinstance(event, QKeyEvent) and self._take(event.key())

    def _take(self, key: int) -> bool:
        keys = Qt.Key
        if key in (keys.Key_Down, keys.Key_Up):
            step = 1 if key == keys.Key_Down else -1
            first = key == keys.Key_Down and not self._chosen and not self._by_key()
            place = 0 if first else (self.currentRow() + step) % self.count()
            self._chosen = True
            self.setCurrentRow(place)
            return True
        if key == keys.Key_Escape:
            self.hide()
            return True
        entered = key in (keys.Key_Return, keys.Key_Enter) and (self._chosen or self._by_key())
        if entered or key == keys.Key_Tab:
            self.put_in(self.currentItem().text())
            return True
        return False

    def _by_key(self) -> bool:
        return self._typed.startswith("#")

    def put_in(self, text: str) -> None:
        """Put a text in the place of what was typed of it."""
        cursor = self._field.textCursor()
        begin = cursor.position() - len(self._typed)
        cursor.setPosition(begin, QTextCursor.MoveMode.KeepAnchor)
        self._putting = True
        cursor.insertText(text)
        self._putting = False
        self.hide()
        gap = first_gap(text)
        if gap is not None:
            cursor.setPosition(begin + gap[0])
            cursor.setPosition(begin + gap[1], QTextCursor.MoveMode.KeepAnchor)
        self._field.setTextCursor(cursor)
        self._field.setFocus()
