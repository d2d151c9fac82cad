"""Editing in the cells of a table: what is typed is committed before its editor closes."""

from uuid import uuid4

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QTableView, QWidget

from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.ui.widgets.saving import SaveTimer
from hubra_desktop.ui.widgets.undo_keys import TypedLine

Index = QModelIndex | QPersistentModelIndex


class CellEntry(TypedLine):
    """One visit to a cell; ``edit`` names it so that its saves become one undo step.

    Esc commits what is typed and leads back. A text that was refused stays, marked, until it
    is mended or taken back with Esc, from where the entry's own undo brings it back.
    ``paused`` asks for a text that may be saved ``half_written`` to be stored while the
    user types: half a title is worth keeping, half a time is another time.
    """

    paused = Signal()

    def __init__(self, name: str, parent: QWidget, *, half_written: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "cell")
        self.setFrame(False)
        self.edit = uuid4().hex
        self.refusal = ""
        self.given = ""
        self._half_written = half_written
        self._timer = SaveTimer(self.paused.emit, self)
        self.textEdited.connect(self._note_key)

    @property
    def dirty(self) -> bool:
        """Return whether the text differs from what the register gave."""
        return self.text() != self.given

    def give(self, text: str) -> None:
        """Show the register's text, unless something else has been typed."""
        if not self.dirty:
            self.setText(text)
        self.given = text

    def stored(self) -> None:
        """Note that what stands here is what the register holds."""
        self.given = self.text()
        self._timer.stop()
        self.set_refusal("")

    def take_back(self) -> None:
        """Show what the register holds in the place of a refused text."""
        self.selectAll()
        self.insert(self.given)
        self.set_refusal("")

    def set_refusal(self, sentence: str) -> None:
        """Mark the text as refused, or as good again when ``sentence`` is empty."""
        if self.refusal == sentence:
            return
        self.refusal = sentence
        mark(self, "refused", bool(sentence))
        self.setAccessibleDescription(sentence)

    def _note_key(self) -> None:
        self.set_refusal("")
        if self._half_written:
            self._timer.note_key()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self._timer.stop()
        return super().event(event)


class CellDelegate(QStyledItemDelegate):
    """Opens a CellEntry in a cell; ``commit_asked`` carries the one to be committed.

    The receiver answers through the entry: a refusal stays on it and keeps it open.
    ``taken_back`` tells that a refused text gave way to what the register holds.
    """

    commit_asked = Signal(object)
    taken_back = Signal(object)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def attend(self, editor: CellEntry) -> None:
        """Commit what an editor holds while the user types."""
        editor.paused.connect(self._save_paused)

    def _save_paused(self) -> None:
        editor = self.sender()
        if isinstance(editor, CellEntry) and editor.dirty:
            self.commit_asked.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEntry):
            editor.give(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CellEntry) and editor.dirty:
            self.commit_asked.emit(editor)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keep an entry whose text is refused open, whatever would close it."""
        if isinstance(editor, CellEntry) and editor.refusal and _is_escape(event):
            editor.take_back()
            self.taken_back.emit(editor)
            return True
        if isinstance(editor, CellEntry) and _would_close(event):
            if editor.dirty:
                self.commit_asked.emit(editor)
            if editor.refusal:
                return event.type() != QEvent.Type.FocusOut
        return super().eventFilter(editor, event)


def _would_close(event: QEvent) -> bool:
    if event.type() == QEvent.Type.FocusOut:
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
        return isinstance(event, QFocusEvent) and event.reason() not in passing
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
    return _is_escape(event) or _is_press(event, *keys)


def _is_escape(event: QEvent) -> bool:
    return _is_press(event, Qt.Key.Key_Escape)


def _is_press(event: QEvent, *keys: Qt.Key) -> bool:
    press = event.type() == QEvent.Type.KeyPress
    return press and isinstance(event, QKeyEvent) and event.key() in keys
