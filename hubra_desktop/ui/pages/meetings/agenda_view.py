"""The agenda as a table that is edited in place, by keyboard and by mouse."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from hubra_desktop.model.language import say
from hubra_desktop.ui.pages.meetings.agenda_delegate import AgendaDelegate
from hubra_desktop.ui.pages.meetings.agenda_model import AgendaModel
from hubra_desktop.ui.pages.meetings.agenda_rows import AgendaColumn
from hubra_desktop.ui.pages.meetings.cell_editor import CellEditor
from hubra_desktop.ui.theme import theme
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.ui.widgets.placed_cells import EditedCells, Hint

Index = QModelIndex | QPersistentModelIndex

# Tab goes past the number, which is derived and seldom typed.
TAB_COLUMNS = (
    AgendaColumn.TIME,
    AgendaColumn.TITLE,
    AgendaColumn.MINUTES,
    AgendaColumn.PRESENTERS,
    AgendaColumn.CASE_NUMBER,
)
# The presenters' column is a hair wide: they stand under the title, where the view
# answers for them, so that titles have the room they need.
HAIR = 1
WIDTHS = {
    AgendaColumn.TIME: 118,
    AgendaColumn.NUMBER: 36,
    AgendaColumn.MINUTES: 50,
    AgendaColumn.CASE_NUMBER: 132,
}


class AgendaView(EditedCells[CellEditor], QTableView):
    """Typing starts editing, Tab goes to the next cell and Enter to the next row.

    ``row_chosen`` tells the id of the current row ("" for the blank one), ``reverted``
    that what was typed in a cell has been taken back.
    """

    row_chosen = Signal(str)
    reverted = Signal()

    def __init__(self, model: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agenda = model
        self.setObjectName("agenda")
        self.setProperty("role", "agenda")
        self.setAccessibleName(say("Föredragningslista"))
        self.setModel(model)
        self.delegate = AgendaDelegate(self)
        self.setItemDelegate(self.delegate)
        self._set_behaviour()
        self._set_columns()
        self._resizing = later(0, self.resizeRowsToContents, self)
        for signal in (model.dataChanged, model.rowsInserted, model.rowsMoved):
            signal.connect(self._resize_soon)
        self.horizontalHeader().sectionResized.connect(self._resize_soon)

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed
            | triggers.DoubleClicked
            | triggers.EditKeyPressed
            | triggers.SelectedClicked
        )
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setShowGrid(False)
        self.setMouseTracking(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)

    def _set_columns(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(theme().row_height)
        self.verticalHeader().setDefaultSectionSize(theme().row_height)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(HAIR)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, theme().scaled(width))
        header.setSectionResizeMode(AgendaColumn.TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(AgendaColumn.PRESENTERS, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(AgendaColumn.PRESENTERS, HAIR)
        header.moveSection(AgendaColumn.PRESENTERS, AgendaColumn.TITLE + 1)

    def _resize_soon(self, *_: object) -> None:
        self._resizing.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize_soon()

    def current_id(self) -> str:
        """Return the id of the current row, "" when it is the blank one or none."""
        index = self.currentIndex()
        return self._agenda.row_at(index.row()).id if index.isValid() else ""

    def current_column(self) -> AgendaColumn:
        """Return the column of the current cell, that of titles when there is none."""
        index = self.currentIndex()
        return AgendaColumn(index.column()) if index.isValid() else AgendaColumn.TITLE

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.row_chosen.emit(self.current_id())
        if AgendaColumn.PRESENTERS in (current.column(), previous.column()):
            for index in (current, previous):
                if index.isValid():
                    self.resizeRowToContents(index.row())
        self.viewport().update()

    def visualRect(self, index: Index) -> QRect:
        """Return a cell's place; that of the presenters is under the title."""
        if index.column() != AgendaColumn.PRESENTERS or not index.isValid():
            return super().visualRect(index)
        cell = super().visualRect(self._agenda.index(index.row(), AgendaColumn.TITLE))
        return self.delegate.presenters_rect(cell, self._agenda.row_at(index.row()))

    def indexAt(self, place: QPoint) -> QModelIndex:
        """Return the cell at a place; the presenters stand in the title's cell."""
        index = super().indexAt(place)
        if index.column() != AgendaColumn.TITLE or not self._agenda.row_at(index.row()).item:
            return index
        presenters = index.siblingAtColumn(AgendaColumn.PRESENTERS)
        filled = bool(self._agenda.row_at(index.row()).cells[AgendaColumn.PRESENTERS])
        return presenters if filled and self.visualRect(presenters).contains(place) else index

    def choose(self, item_id: str, column: AgendaColumn, *, edit: bool = False) -> None:
        """Go to a cell of a row and, if asked, start editing it."""
        place = self._agenda.place_of(item_id)
        if place is None:
            return
        index = self._agenda.index(place, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus()
        if edit:
            self.edit(index)

    def editor_id(self, editor: CellEditor) -> str | None:
        """Return the id of the row that an editor stands in, None when the row is gone."""
        return self._agenda.row_at(editor.place.row()).id if editor.place.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() is QAbstractItemView.State.EditingState
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if enter and not editing:
            self.edit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def lead_on(self, place: QModelIndex, hint: Hint) -> None:
        """Go where Tab or Enter leads."""
        row, column = place.row(), AgendaColumn(place.column())
        if hint is Hint.RevertModelCache:
            self.reverted.emit()
        elif hint is Hint.EditNextItem:
            self._edit_at(*self._after(row, column))
        elif hint is Hint.EditPreviousItem:
            self._edit_at(*self._before(row, column))
        elif hint is Hint.SubmitModelCache and row + 1 < self._agenda.rowCount():
            self.setCurrentIndex(self._agenda.index(row + 1, column))

    def _after(self, row: int, column: AgendaColumn) -> tuple[int, AgendaColumn]:
        following = [each for each in TAB_COLUMNS if each > column]
        return (row, following[0]) if following else (row + 1, AgendaColumn.TITLE)

    def _before(self, row: int, column: AgendaColumn) -> tuple[int, AgendaColumn]:
        earlier = [each for each in TAB_COLUMNS if each < column]
        return (row, earlier[-1]) if earlier else (row - 1, TAB_COLUMNS[-1])

    def _edit_at(self, row: int, column: AgendaColumn) -> None:
        if 0 <= row < self._agenda.rowCount():
            index = self._agenda.index(row, column)
            self.setCurrentIndex(index)
            self.edit(index)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the row to be moved; the view itself takes nothing out or in."""
        place = self._drop_place(event.position().toPoint())
        self._agenda.dropMimeData(
            event.mimeData(), Qt.DropAction.MoveAction, place, 0, QModelIndex()
        )
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def _drop_place(self, place: QPoint) -> int:
        """Return before which row something dropped at ``place`` stands."""
        row = self.rowAt(place.y())
        if row < 0:
            return self._agenda.rowCount() - 1
        middle = self.rowViewportPosition(row) + self.rowHeight(row) // 2
        return row if place.y() < middle else row + 1
