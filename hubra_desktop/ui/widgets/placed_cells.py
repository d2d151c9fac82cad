"""Cells that are edited where they stand: which one it is, and why its text was refused."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemView, QWidget

from hubra_desktop.ui.widgets.callout import Callout
from hubra_desktop.ui.widgets.cell_entry import CellEntry

Index = QModelIndex | QPersistentModelIndex


class PlacedEntry(CellEntry):
    """An entry in the cell at ``place``."""

    def __init__(self, name: str, place: Index, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.place = QPersistentModelIndex(place)


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
