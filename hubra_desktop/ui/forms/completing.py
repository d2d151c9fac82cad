"""Completion of what is typed from what the register already knows."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QListView

SHOWN_ROWS = 8
VALUE_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class WordCompleter(QCompleter):
    """Completes the text after the last semicolon, anywhere within the words known.

    With ``separator`` empty the whole text is completed. What is put in is the
    word's value, which may be shorter than what the list shows. A click beside the list
    closes it and is a click on what stands there.
    """

    def __init__(self, separator: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._separator = separator
        self._before = ""
        self._words = QStandardItemModel(self)
        self.setModel(self._words)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(SHOWN_ROWS)
        popup = QListView()
        popup.setProperty("role", "completion")
        self.setPopup(popup)

    def offer(self, words: Sequence[tuple[str, str]]) -> None:
        """Offer these words: what is shown, and what is put in."""
        self._words.clear()
        for shown, value in words:
            item = QStandardItem(shown)
            item.setData(value, VALUE_ROLE)
            self._words.appendRow(item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        popup = self.popup()
        if popup is not None and watched is popup and isinstance(event, QKeyEvent):
            chosen = popup.currentIndex()
            if _leaves(event, chosen):
                popup.hide()
                self._leave(event, chosen)
                return True
        pressed = watched is popup and event.type() == QEvent.Type.MouseButtonPress
        if not pressed or not isinstance(event, QMouseEvent) or popup is None:
            return super().eventFilter(watched, event)
        if popup.rect().contains(event.position().toPoint()):
            return super().eventFilter(watched, event)
        popup.hide()
        self._press_under(event)
        return True

    def _leave(self, event: QKeyEvent, chosen: Index) -> None:
        """Put in the word that is chosen, and let the field have the key.

        Qt gives it the key past those who watch the field, such as the table that it stands in.
        """
        field = self.widget()
        if chosen.isValid() and isinstance(field, QLineEdit):
            field.setText(self.pathFromIndex(chosen))
            field.textEdited.emit(field.text())
        QApplication.sendEvent(field, event)

    def _press_under(self, event: QMouseEvent) -> None:
        """Press what stands where the list took the press for itself."""
        window = self.widget().window().windowHandle()
        place = event.globalPosition()
        inside = QPointF(window.mapFromGlobal(place))
        press = QMouseEvent(
            event.type(), inside, place, event.button(), event.buttons(), event.modifiers()
        )
        QApplication.sendEvent(window, press)

    def splitPath(self, path: str) -> list[str]:
        if not self._separator:
            return [path]
        before, found, last = path.rpartition(self._separator)
        self._before = f"{before}{found} " if found else ""
        return [last.strip()]

    def pathFromIndex(self, index: Index) -> str:
        value = str(index.data(VALUE_ROLE) or index.data() or "")
        return self._before + value

    def known(self) -> QAbstractItemModel:
        """Return the words offered."""
        return self._words


def _leaves(event: QKeyEvent, chosen: Index) -> bool:
    """Tell whether a key leaves the field: Tab always, Enter unless a word is chosen."""
    keys = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
    if not chosen.isValid():
        keys |= {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    return event.type() == QEvent.Type.KeyPress and event.key() in keys


def complete(field: QLineEdit, words: Sequence[str]) -> None:
    """Let a field complete its whole text from ``words``."""
    completer = field.completer()
    if not isinstance(completer, WordCompleter):
        completer = WordCompleter(parent=field)
        field.setCompleter(completer)
    completer.offer([(each, each) for each in words])
