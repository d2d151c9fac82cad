"""The rows of a file before they are taken in: every value, and what becomes of each row."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from hubra_desktop.model.language import say, say_in
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.ui.models.following import Head, head_data
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.wrapped_rows import WrappedRows
from hubra_desktop.work.table_imports import PreviewRow

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
ROW, FATE, REMARK, VALUES = range(4)
WIDEST, REMARK_WIDTH = 280, 320
WRAPPED = 300
"""Rows whose words are wrapped: more would take long, and nobody reads them all."""


class PreviewModel(QAbstractTableModel):
    """Shows the rows of a file: first those that cannot be taken in, then the unusual ones.

    The first column is ticked for rows that are to be taken in; ``left_out(numbers)``
    follows each change of the ticks.
    """

    left_out = Signal(frozenset)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: tuple[Head, ...] = ()
        self.rows: tuple[PreviewRow, ...] = ()

    def show_rows(self, headings: Sequence[str], rows: Sequence[PreviewRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        fixed = (say_in("file", "Rad"), say("Blir"), say("Anmärkning"))
        self._heads = tuple(Head(text) for text in (*fixed, *headings))
        self.rows = tuple(sorted(rows, key=lambda row: (row.good, not row.unusual)))
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        return head_data(self._heads, section, orientation, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a row be ticked that can be read; of others nothing could be taken in."""
        flags = super().flags(index)
        ticked = index.column() == ROW and self.rows[index.row()].good
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticked else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, text = self.rows[index.row()], self._text(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._heads[index.column()].title}: {text}"
            case Qt.ItemDataRole.CheckStateRole if index.column() == ROW and row.good:
                return Qt.CheckState.Unchecked if row.left_out else Qt.CheckState.Checked
            case Qt.ItemDataRole.ForegroundRole if not row.good and index.column() < VALUES:
                return theme().colour("danger")
        return None

    def _text(self, index: Index) -> str:
        row = self.rows[index.row()]
        return (str(row.number), row.fate, capitalised(row.remark), *row.cells)[index.column()]

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != ROW:
            return False
        number = self.rows[index.row()].number
        out = {row.number for row in self.rows if row.left_out}
        ticked = Qt.CheckState(value) is Qt.CheckState.Checked
        self.left_out.emit(frozenset(out - {number} if ticked else out | {number}))
        return True


class PreviewView(QTableView):
    """A table that scrolls both ways; a remark is read whole, on as many lines as it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table-preview")
        self.setAccessibleName(say("Raderna i filen"))
        self.setProperty("role", "rows")
        self.preview = PreviewModel(self)
        self.setModel(self.preview)
        self.setItemDelegate(WrappedRows(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme().row_height)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.setCornerWidget(QWidget(self))

    def show_rows(self, headings: Sequence[str], rows: Sequence[PreviewRow]) -> None:
        """Show the rows of a file, each column as wide as its values, within bounds."""
        here = self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        self.preview.show_rows(headings, rows)
        self.setColumnHidden(REMARK, not any(row.remark for row in rows))
        self.resizeColumnsToContents()
        for column in range(self.preview.columnCount()):
            widest = theme().scaled(REMARK_WIDTH if column == REMARK else WIDEST)
            self.setColumnWidth(column, min(self.columnWidth(column) + theme().scaled(8), widest))
        for place in range(len(rows[:WRAPPED])):
            self.setRowHeight(place, max(theme().row_height, self.sizeHintForRow(place) + GRID))
        if rows:
            self.setCurrentIndex(self.preview.index(min(max(here, 0), len(rows) - 1), ROW))
        self.verticalScrollBar().setValue(scrolled)
