"""An indicator's values by year, edited in place: Tab to the next cell, Enter to the next row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from hubra_desktop.model.indicators.terms import REASONS
from hubra_desktop.model.language import say
from hubra_desktop.model.words import word
from hubra_desktop.ui.forms.completing import WordCompleter
from hubra_desktop.ui.pages.indicators.models import YearsModel
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.cell_entry import CellDelegate
from hubra_desktop.ui.widgets.cell_ground import paint_focus, paint_ground, tabular
from hubra_desktop.ui.widgets.placed_cells import CellRefusals, EditedCells, Hint, PlacedEntry

Index = QModelIndex | QPersistentModelIndex
YEAR_WIDTH = 84
LEAST_ROWS, MOST_ROWS = 2, 9


class ValueEditor(PlacedEntry):
    """An entry of a year or a value."""

    def __init__(self, place: Index, parent: QWidget) -> None:
        super().__init__("value-editor", place, parent)
        if place.column():
            self.setAlignment(Qt.AlignmentFlag.AlignRight)


class YearsDelegate(CellDelegate):
    """Paints the cells and opens their editors."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint_ground(painter, option)
        self._paint_text(painter, option, index)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            paint_focus(painter, option)
        painter.restore()

    def _paint_text(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        text = str(index.data() or "")
        blank = index.row() == index.model().rowCount() - 1
        word_only = bool(index.column()) and not any(sign.isdigit() for sign in text)
        if blank and not index.column():
            text = say("Nytt år…")
        font = tabular(option.font)
        if not index.column() and not blank:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme().colour("muted" if blank or word_only else "text"))
        room = option.rect.adjusted(GRID, 0, -GRID, 0)
        cut = Qt.TextElideMode.ElideRight
        label_text = painter.fontMetrics().elidedText(text, cut, room.width())
        painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole), label_text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), theme().row_height)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = ValueEditor(index, parent)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))
        if index.column():
            completer = WordCompleter("", editor)
            completer.offer([(word(each), word(each)) for each in REASONS])
            editor.setCompleter(completer)
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        room = option.rect.adjusted(0, 0, 0, -1)
        if not index.column() and index.row() == index.model().rowCount() - 1:
            # A whole line may be typed in the blank row's first cell.
            room.setRight(self._view.viewport().width() - 1)
        editor.setGeometry(room)


class YearsView(EditedCells[ValueEditor], QTableView):
    """``year_chosen(year)`` follows the current row, None for the blank one.

    ``cleared(index)`` asks to take away what stands in a cell (Del).
    """

    year_chosen = Signal(object)
    cleared = Signal(object)

    def __init__(self, model: YearsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._years = model
        self.setObjectName("indicator-years")
        self.setAccessibleName(say("Värden år för år"))
        self.setModel(model)
        self.delegate = YearsDelegate(self)
        self.setItemDelegate(self.delegate)
        self.refusals = CellRefusals(self)
        self._going: int | None = None
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed
            | triggers.DoubleClicked
            | triggers.EditKeyPressed
            | triggers.SelectedClicked
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme().row_height)
        self.horizontalHeader().setHighlightSections(False)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Take the height of the rows that are there, and share the width."""
        rows = max(LEAST_ROWS, min(self._years.rowCount(), MOST_ROWS))
        height = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(rows * theme().row_height + height + 6)
        header = self.horizontalHeader()
        for column in range(self._years.columnCount()):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(column, mode.Stretch if column else mode.Interactive)
        if self._years.columnCount():
            header.resizeSection(0, theme().scaled(YEAR_WIDTH))

    def current_year(self) -> int | None:
        """Return the year of the current row, None for the blank one."""
        row = self._years.year_row(self.currentIndex().row())
        return row.year if row else None

    def choose(self, year: int | None, column: int = 0, *, edit: bool = False) -> None:
        """Go to a cell of a year's row (None: the blank one) and, if asked, edit it."""
        place = self._years.place_of_year(year)
        if place is None:
            return
        index = self._years.index(place, min(column, self._years.columnCount() - 1))
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if edit:
            self.setFocus()
            self.edit(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.year_chosen.emit(self.current_year())
        self.viewport().update()

    def ask_reason(self, editor: ValueEditor, sentence: str) -> None:
        """Say that a reason is needed, and offer those there are."""
        # The reasons are listed under the cell.
        self.refusals.say(editor, sentence, above=True)
        completer = editor.completer()
        completer.setCompletionPrefix("")
        completer.complete()

    def go_on_from(self, year: int) -> None:
        """Let Tab and Enter lead on from a year's row, once the open editor has closed."""
        self._going = year

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() is QAbstractItemView.State.EditingState
        plain = not event.modifiers()
        if plain and not editing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def clear_current(self) -> None:
        """Ask to empty the current cell."""
        self.cleared.emit(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose(None)

    def hush(self) -> None:
        """Take away what is said beside the cell whose editor closes."""
        self.refusals.hush()

    def lead_on(self, place: QModelIndex, hint: Hint) -> None:
        """Go where Tab or Enter leads."""
        row, column = place.row(), place.column()
        if self._going is not None:
            row, self._going = self._years.place_of_year(self._going) or 0, None
            self.setCurrentIndex(self._years.index(row, column))
        if hint is Hint.EditNextItem:
            self._edit_at(row, column + 1)
        elif hint is Hint.EditPreviousItem:
            self._edit_at(row, column - 1)
        elif hint is Hint.SubmitModelCache and row + 1 < self._years.rowCount():
            self.setCurrentIndex(self._years.index(row + 1, column))

    def _edit_at(self, row: int, column: int) -> None:
        """Edit a cell; past a row's end is the beginning of the next."""
        count = self._years.columnCount()
        place = row * count + column
        if 0 <= place < count * self._years.rowCount():
            index = self._years.index(*divmod(place, count))
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.edit(index)
