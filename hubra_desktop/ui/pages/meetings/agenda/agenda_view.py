"""The agenda as a table that is edited in place, by keyboard and by mouse."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableView,
    QWidget,
)

from hubra_desktop.model.language import say
from hubra_desktop.ui.pages.meetings.agenda.agenda_delegate import ICON, MARGIN, AgendaDelegate
from hubra_desktop.ui.pages.meetings.agenda.agenda_insertion import InsertHandle
from hubra_desktop.ui.pages.meetings.agenda.agenda_model import AgendaModel
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.pages.meetings.agenda.cell_editor import CellEditor
from hubra_desktop.ui.theme import theme
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.ui.widgets.placed_cells import ALONE, BESIDE, EditedCells, Hint

Index = QModelIndex | QPersistentModelIndex

# Tab goes past the number, which is derived and seldom typed.
TAB_COLUMNS = (
    AgendaColumn.TIME,
    AgendaColumn.TITLE,
    AgendaColumn.PRESENTERS,
    AgendaColumn.MINUTES,
    AgendaColumn.CASE_NUMBER,
)
# As the eye goes: presenters stand under the title, and so they come before the minutes.
IN_SIGHT = (AgendaColumn.TIME, AgendaColumn.NUMBER, *TAB_COLUMNS[1:])
# The presenters' column is a hair wide: they stand under the title, where the view
# answers for them, so that titles have the room they need.
HAIR = 1
FITTED = (
    AgendaColumn.TIME,
    AgendaColumn.NUMBER,
    AgendaColumn.MINUTES,
    AgendaColumn.CASE_NUMBER,
)
TITLES_LEAST = 0.4
"""The share of the width that titles keep; only a case number without end is broken then."""
LONG_NUMBER = "KSF-2018-00451-00181"
"""Titles keep their share of the width beside case numbers longer than any of the field."""


class AgendaView(EditedCells[CellEditor], QTableView):
    """Typing starts editing, Tab goes to the next cell and Enter to the next row.

    ``row_chosen`` tells the id of the current row ("" for the blank one), ``reverted``
    that what was typed in a cell has been taken back. ``cleared(id, column, text)`` asks to
    empty a cell, and ``insert_asked(place)`` for a new row before the one at a place.
    """

    row_chosen = Signal(str)
    reverted = Signal()
    cleared = Signal(str, object, str)
    insert_asked = Signal(int)

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
        self._fitting = False
        self._fresh = ""
        self.chosen_widths: dict[int, int] = {}
        self.insertion = InsertHandle(self)
        self._resizing = later(0, self._fit, self)
        for signal in (model.dataChanged, model.rowsInserted, model.rowsMoved, model.rowsRemoved):
            signal.connect(self._resize_soon)
        self.horizontalHeader().sectionResized.connect(self._note_width)
        self.clicked.connect(self._open_empty_presenters)

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
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
        header.setSectionResizeMode(AgendaColumn.TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(AgendaColumn.PRESENTERS, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(AgendaColumn.PRESENTERS, HAIR)
        header.moveSection(AgendaColumn.PRESENTERS, AgendaColumn.TITLE + 1)

    def _resize_soon(self, *_: object) -> None:
        self._resizing.start()

    def _note_width(self, column: int, before: int, now: int) -> None:
        """Keep the width that a column was drawn to, as long as all of it can be read."""
        if column in FITTED and not self._fitting:
            self.chosen_widths[column] = now
        self._resize_soon()

    def _fit(self) -> None:
        """Make columns as wide as what stands in them, rows as high; titles take the rest."""
        self._fitting = True
        for column in FITTED:
            needed = self._needed(column)
            self.setColumnWidth(column, max(needed, self.chosen_widths.get(column, 0)))
        self._fitting = False
        self.resizeRowsToContents()

    def _needed(self, column: AgendaColumn) -> int:
        """Return how wide a column must be for its heading and its longest word."""
        texts = (self._agenda.row_at(each).cells[column] for each in range(self._agenda.rowCount()))
        words = [word for text in texts for word in text.split()]
        advance = self.fontMetrics().horizontalAdvance
        widest = max(map(advance, words), default=0)
        if column is AgendaColumn.CASE_NUMBER:
            others = sum(map(self.columnWidth, FITTED[:-1]))
            most = int(self.viewport().width() * (1 - TITLES_LEAST)) - others - 2 * MARGIN
            widest = min(widest, max(most, advance(LONG_NUMBER)))
        marks = ICON + 5 if column is AgendaColumn.TIME else 0
        heading = self.horizontalHeader().sectionSizeHint(column)
        return max(heading, widest + marks + 2 * MARGIN + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize_soon()

    def current_id(self) -> str:
        """Return the id of the current row, "" when it is the blank one or none."""
        index = self.currentIndex()
        return self._agenda.row_at(index.row()).id if index.isValid() else ""

    def title_at(self, place: int) -> str:
        """Return the title of a row by its place, "" for the blank one."""
        return self._agenda.row_at(place).cells[AgendaColumn.TITLE]

    def current_column(self) -> AgendaColumn:
        """Return the column of the current cell, that of titles when there is none."""
        index = self.currentIndex()
        return AgendaColumn(index.column()) if index.isValid() else AgendaColumn.TITLE

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            if self.current_id() != self._fresh:
                self._fresh = ""
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
        row = self._agenda.row_at(index.row())
        there = self.delegate.presenters_reach(self.visualRect(presenters), row)
        return presenters if there.contains(place) else index

    def choose(self, item_id: str, column: AgendaColumn, *, edit: bool = False) -> None:
        """Go to a cell of a row and, if asked, start editing it.

        A row that is being written in keeps its open cell, several chosen stay chosen.
        """
        place = self._agenda.place_of(item_id)
        if place is None:
            return
        editor = self.open_editor()
        if not edit and editor is not None and self.editor_id(editor) == item_id:
            editor.setFocus()
            return
        if edit or not self._is_among_chosen(item_id):
            self._stand(place, column)
        self.scrollTo(self.currentIndex())
        self.setFocus()
        if edit:
            self.edit(self.currentIndex())

    def _is_among_chosen(self, item_id: str) -> bool:
        """Return whether a row is one of several that are chosen, and stay so."""
        chosen = self.chosen_ids()
        return len(chosen) > 1 and item_id in chosen

    def _stand(self, row: int, column: AgendaColumn) -> None:
        """Make a cell current and its row the only one chosen, whatever keys are held down."""
        self.selectionModel().setCurrentIndex(self._agenda.index(row, column), ALONE)

    def choose_rows(self, item_ids: Sequence[str]) -> None:
        """Choose rows together, and go to the first of them."""
        places = [self._agenda.place_of(each) for each in item_ids]
        found = [place for place in places if place is not None]
        if found:
            self._stand(found[0], self.current_column())
            self.setFocus()
        for place in found[1:]:
            self.selectionModel().select(self._agenda.index(place, 0), BESIDE)

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Choose the row that Ctrl and an arrow, Home or End lead to: it is what is acted on."""
        command = super().selectionCommand(index, event)
        led = isinstance(event, QKeyEvent) and event.key() != Qt.Key.Key_Space
        return ALONE if led and command == QItemSelectionModel.SelectionFlag.NoUpdate else command

    def keep_chosen(self) -> None:
        """Choose the current row when those that were chosen have gone."""
        if not self.selectionModel().hasSelection() and self.currentIndex().isValid():
            self._stand(self.currentIndex().row(), self.current_column())

    def chosen_ids(self) -> tuple[str, ...]:
        """Return the ids of the rows chosen, in their order; the current row when none is."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        ids = (self._agenda.row_at(row).id for row in rows)
        chosen = tuple(each for each in ids if each)
        current = self.current_id()
        return chosen if current in chosen or not current else (current,)

    def note_fresh(self, item_id: str) -> None:
        """Let Enter and Tab lead from a row just made to the blank one, wherever it stands."""
        self._fresh = item_id

    def clear_current(self) -> None:
        """Ask to empty the current cell."""
        index = self.currentIndex()
        if index.isValid() and self._agenda.row_at(index.row()).id:
            row = self._agenda.row_at(index.row())
            column = AgendaColumn(index.column())
            self.cleared.emit(row.id, column, row.typed[column])

    def editor_id(self, editor: CellEditor) -> str | None:
        """Return the id of the row that an editor stands in, None when the row is gone."""
        return self._agenda.row_at(editor.place.row()).id if editor.place.isValid() else None

    def _open_empty_presenters(self, index: QModelIndex) -> None:
        """Let a click on the place of presenters begin to write them."""
        editable = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        plain = QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
        if self._empty_presenters(index) and editable and plain and self.open_editor() is None:
            self.edit(index)

    def _empty_presenters(self, index: Index) -> bool:
        return index.column() == AgendaColumn.PRESENTERS and not index.data()

    def edit(self, index: Index, *how: Any) -> Any:
        """Begin to edit a cell, but for an empty place of presenters: the click itself does."""
        waiting = QAbstractItemView.EditTrigger.SelectedClicked
        if how and how[0] == waiting and self._empty_presenters(index):
            return False
        return super().edit(index, *how)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if enter and self.open_editor() is None:
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
            below = self._below(row)
            blank = not self._agenda.row_at(below).id
            self._stand(below, AgendaColumn.TITLE if blank else column)

    def _below(self, row: int) -> int:
        """Return where Enter and the last Tab of a row lead: from a new one to the blank one."""
        fresh = bool(self._fresh) and self._agenda.row_at(row).id == self._fresh
        return self._agenda.rowCount() - 1 if fresh else row + 1

    def _after(self, row: int, column: AgendaColumn) -> tuple[int, AgendaColumn]:
        here = IN_SIGHT.index(column)
        following = [each for each in IN_SIGHT[here + 1 :] if each in TAB_COLUMNS]
        return (row, following[0]) if following else (self._below(row), AgendaColumn.TITLE)

    def _before(self, row: int, column: AgendaColumn) -> tuple[int, AgendaColumn]:
        here = IN_SIGHT.index(column)
        earlier = [each for each in IN_SIGHT[:here] if each in TAB_COLUMNS]
        return (row, earlier[-1]) if earlier else (row - 1, TAB_COLUMNS[-1])

    def _edit_at(self, row: int, column: AgendaColumn) -> None:
        if 0 <= row < self._agenda.rowCount():
            self._stand(row, column)
            self.edit(self.currentIndex())

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
