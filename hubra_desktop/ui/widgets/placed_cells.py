"""Cells that are edited where they stand: which one it is, and why its text was refused."""

from typing import TYPE_CHECKING, Generic, TypeVar, cast

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QWidget,
)

from hubra_desktop.ui.widgets.callout import Callout
from hubra_desktop.ui.widgets.cell_entry import CellEntry

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemDelegate.EndEditHint
_Select = QItemSelectionModel.SelectionFlag
ALONE = _Select.ClearAndSelect | _Select.Rows
BESIDE = _Select.Select | _Select.Rows
"""How rows are chosen, whatever keys are held down: one alone, or one more."""
if TYPE_CHECKING:
    _View = QAbstractItemView
else:

    class _View:
        """What is mixed in cannot be a Qt class itself: tables and trees have theirs."""


class PlacedEntry(CellEntry):
    """An entry in the cell at ``place``, whatever becomes of the rows around it."""

    def __init__(
        self, name: str, place: Index, parent: QWidget, *, half_written: bool = False
    ) -> None:
        super().__init__(name, parent, half_written=half_written)
        self.place = QPersistentModelIndex(place)
        self.closed = False

    def index(self) -> QModelIndex:
        """Return where the cell is now."""
        here = self.place
        return here.model().index(here.row(), here.column(), here.parent())


E = TypeVar("E", bound=PlacedEntry)


class EditedCells(_View, Generic[E]):
    """A view with a PlacedEntry in the cell that is edited, at most one.

    Where Tab and Enter lead is the view's own (``lead_on``). They lead on from the cell
    that was edited, and only while it is the current one: Qt tells of an editor that closes
    because another cell was made current in the same way, and then nothing may follow.
    A refused text keeps its editor open until it is mended or taken back.
    """

    def lead_on(self, place: QModelIndex, hint: Hint) -> None:
        """Go where Tab or Enter leads from the cell at ``place``."""
        raise NotImplementedError

    def clear_current(self) -> None:
        """Empty the current cell; Del is the cell's, and Ctrl+Del the row's."""

    def event(self, event: QEvent) -> bool:
        """Keep Del from an action that takes rows away."""
        if event.type() == QEvent.Type.ShortcutOverride and self._clears(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clears(event):
            self.clear_current()
        else:
            super().keyPressEvent(event)

    def _clears(self, event: QEvent) -> bool:
        return (
            isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
            and not event.modifiers()
            and self.open_editor() is None
        )

    def hush(self) -> None:
        """Take away what is said beside the cell whose editor closes."""

    def open_editor(self) -> E | None:
        """Return the entry that is open, None when no cell is edited."""
        entries = (each for each in self.viewport().children() if isinstance(each, PlacedEntry))
        return next((cast("E", each) for each in entries if not each.closed), None)

    def rowsAboutToBeRemoved(self, parent: Index, first: int, last: int) -> None:
        """Let an entry go with its row; the keyboard stays, at the row that comes up."""
        editor, current = self.open_editor(), self.currentIndex()
        goes = editor is not None and _among(editor.place, parent, first, last)
        if _among(current, parent, first, last):
            after = last + 1 if last + 1 < self.model().rowCount(parent) else first - 1
            beside = self.model().index(after, current.column(), parent)
            self.selectionModel().setCurrentIndex(beside, ALONE)
        super().rowsAboutToBeRemoved(parent, first, last)
        if editor is not None and goes:
            editor.closed = True
            self.hush()
            self.setFocus()

    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        """Close a cell's editor and go where Tab or Enter leads."""
        if not isinstance(editor, PlacedEntry):
            super().closeEditor(editor, hint)
            return
        if editor.refusal and editor.place.isValid() and hint is not Hint.RevertModelCache:
            # After the click has run its course, since it makes its own cell current last.
            QTimer.singleShot(0, self, self._lead_back)
            return
        stays = self.currentIndex() == editor.place
        super().closeEditor(editor, Hint.NoHint)
        editor.closed = True
        self.hush()
        if hint is not Hint.NoHint:
            # A list of completions may have had the focus; keys must go on to the view.
            self.setFocus()
        if stays and editor.place.isValid():
            self.lead_on(editor.index(), hint)

    def _lead_back(self) -> None:
        """Stand in the cell whose text is refused."""
        editor = self.open_editor()
        if editor is not None and editor.refusal and editor.place.isValid():
            self.setCurrentIndex(editor.index())
            editor.setFocus(Qt.FocusReason.OtherFocusReason)


def _among(index: Index, parent: Index, first: int, last: int) -> bool:
    """Tell whether a cell stands in one of these rows under ``parent``."""
    return index.isValid() and index.parent() == parent and first <= index.row() <= last


class CellRefusals:
    """Says beside a cell of ``view`` why what is typed in it cannot be stored."""

    def __init__(self, view: QAbstractItemView) -> None:
        self._view = view
        self._callout: Callout | None = None

    def say(self, editor: CellEntry, sentence: str, *, above: bool = False) -> None:
        """Mark what is typed as refused, and say why."""
        if self._callout is None:
            self._callout = Callout(self._view.window())
        editor.set_refusal(sentence)
        self._callout.show_at(editor, sentence, above=above)

    def hush(self) -> None:
        """Take away what is said beside a cell."""
        if self._callout is not None:
            self._callout.hide()
