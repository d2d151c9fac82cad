"""The budget's posts as a tree that is edited in place, with the sums always in view under it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.budget import BudgetRow
from hubra_desktop.model.money.ledger import NOTHING, PostSums
from hubra_desktop.ui.pages.money.budget_model import (
    AMOUNTS,
    FIGURE_IN,
    ID_ROLE,
    BudgetModel,
    Column,
    amount_in,
)
from hubra_desktop.ui.pages.money.cells import ICON_ROOM, MoneyDelegate, amount_or_dash, room_for
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.cell_ground import tabular
from hubra_desktop.ui.widgets.headings import fit_headings
from hubra_desktop.ui.widgets.placed_cells import CellRefusals, EditedCells, Hint, PlacedEntry

Index = QModelIndex | QPersistentModelIndex
POST_WIDTH = 190
LEAST_ROWS = 5
WIDTHS = {Column.PLANNED: 116, Column.BAR: 136}
AMOUNT_WIDTH = 78
ARROWS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class BudgetView(EditedCells[PlacedEntry], QTreeView):
    """Typing edits the current cell, Tab goes on to what is planned for the next post.

    ``post_chosen`` tells the id of the current post, "" for none. ``cleared(index)`` asks
    to take away what stands in a cell (Del).
    """

    post_chosen = Signal(str)
    cleared = Signal(object)

    def __init__(self, model: BudgetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._budget = model
        self.setObjectName("budget-posts")
        self.setProperty("role", "table")
        self.setAccessibleName(say("Budgetposter"))
        self.setModel(model)
        self.delegate = MoneyDelegate(self)
        self.setItemDelegate(self.delegate)
        self.refusals = CellRefusals(self)
        self.setUniformRowHeights(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAllColumnsShowFocus(False)
        self.setItemsExpandable(True)
        self.setExpandsOnDoubleClick(False)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setIndentation(2 * GRID)
        self._size_columns()
        # A low window scrolls the page rather than showing one row of it at a time.
        self.setMinimumHeight(LEAST_ROWS * theme().row_height)
        model.rowsInserted.connect(self._unfold)

    def _size_columns(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(40)
        for column in Column:
            width = WIDTHS.get(column, AMOUNT_WIDTH)
            self.setColumnWidth(column, theme().scaled(width))

    def show_columns(self, rows: Sequence[BudgetRow], total: PostSums) -> None:
        """Make room for every amount whole; leave out the rare ones without any."""
        sums = [total, *(row.sums for row in rows)]
        for column in AMOUNTS:
            amounts = [amount_in(each, column) for each in sums]
            self.setColumnHidden(column, FIGURE_IN[column].rare and not any(amounts))
            if not self.isColumnHidden(column):
                least = theme().scaled(WIDTHS.get(column, AMOUNT_WIDTH))
                wanted = room_for(amounts, self.font()) + self._beside(column, rows)
                self.setColumnWidth(column, max(least, wanted))
        self._widen()

    def _beside(self, column: Column, rows: Sequence[BudgetRow]) -> int:
        """Return the room for what stands beside an amount: that it is an example, an icon."""
        if column is Column.PLANNED and any(row.example and row.leaf for row in rows):
            return self.fontMetrics().horizontalAdvance(self._budget.as_example(""))
        if column is Column.LEFT and any(row.sums.left < 0 for row in rows):
            return ICON_ROOM
        return 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()

    def _widen(self) -> None:
        """Give the bar and the post's name the room that the amounts leave.

        The bar says no more than the figures: where its heading has no room it is left out.
        """
        fit_headings(self.header())
        shown = (column for column in AMOUNTS if not self.isColumnHidden(column))
        room = self.viewport().width() - sum(self.columnWidth(column) for column in shown)
        least = theme().scaled(POST_WIDTH)
        bar = self.header().sectionSizeFromContents(Column.BAR).width()
        self.setColumnHidden(Column.BAR, room - least < bar)
        if self.isColumnHidden(Column.BAR):
            bar = 0
        else:
            bar = max(bar, min(theme().scaled(WIDTHS[Column.BAR]), room - least))
            self.setColumnWidth(Column.BAR, bar)
        self.setColumnWidth(Column.POST, max(least, room - bar))
        self._keep_left_in_view(short=room < least)

    def _keep_left_in_view(self, *, short: bool) -> None:
        """Let what is left stand beside the post's name where the columns must be scrolled."""
        header, wanted = self.header(), 1 if short else Column.LEFT.value
        if header.visualIndex(Column.LEFT) != wanted:
            header.moveSection(header.visualIndex(Column.LEFT), wanted)

    def current_id(self) -> str:
        """Return the id of the current post, "" for none."""
        index = self.currentIndex()
        return str(index.data(ID_ROLE) or "") if index.isValid() else ""

    def choose(self, post_id: str, column: Column = Column.POST, *, edit: bool = False) -> None:
        """Go to a post's cell and, if asked, begin to edit it."""
        index = self._budget.index_of(post_id, column)
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus()
        if edit:
            self.edit(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.post_chosen.emit(self.current_id())

    def _unfold(self, parent: QModelIndex) -> None:
        """Show the posts that are new under a post."""
        if parent.isValid():
            self.expand(parent)

    def stand_somewhere(self) -> None:
        """Stand at the first post when one stands at none."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._budget.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() is QAbstractItemView.State.EditingState
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if enter and not editing:
            self.edit(self.currentIndex())
            return
        if not editing and event.key() in ARROWS and self._step(ARROWS[event.key()]):
            return
        super().keyPressEvent(event)

    def clear_current(self) -> None:
        """Ask to empty the current cell."""
        index = self.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.cleared.emit(index)

    def _step(self, by: int) -> bool:
        """Go to the cell beside; False where the arrow opens or closes a post instead."""
        index = self.currentIndex()
        first = index.column() == Column.POST
        folded = not self.isExpanded(index) and self._budget.rowCount(index) > 0
        if not index.isValid() or (first and (by < 0 or folded)):
            return False
        seen = [column for column in Column if not self.isColumnHidden(column)]
        seen.sort(key=self.header().visualIndex)
        there = seen.index(Column(index.column())) + by
        if 0 <= there < len(seen):
            beside = index.siblingAtColumn(seen[there])
            self.setCurrentIndex(beside)
            self.scrollTo(beside)
        return True

    def hush(self) -> None:
        """Take away what is said beside the cell whose editor closes."""
        self.refusals.hush()

    def lead_on(self, place: QModelIndex, hint: Hint) -> None:
        """Go where Tab or Enter leads."""
        if hint is Hint.EditNextItem:
            self._go_on(place, forward=True)
        elif hint is Hint.EditPreviousItem:
            self._go_on(place, forward=False)
        elif hint is Hint.SubmitModelCache:
            below = self.indexBelow(place)
            if below.isValid():
                self.setCurrentIndex(below.siblingAtColumn(place.column()))

    def _go_on(self, index: QModelIndex, *, forward: bool) -> None:
        """Edit the cell after or before, among those that can be edited."""
        here = index
        while here.isValid():
            name = here.column() == Column.POST
            if name == forward:
                here = here.siblingAtColumn(Column.PLANNED if name else Column.POST)
            else:
                beside = self.indexBelow(here) if forward else self.indexAbove(here)
                here = beside.siblingAtColumn(Column.POST if forward else Column.PLANNED)
            if here.isValid() and here.flags() & Qt.ItemFlag.ItemIsEditable:
                self.setCurrentIndex(here)
                self.edit(here)
                return


class SumRow(QWidget):
    """The sums of all posts, in the columns of the view above it."""

    def __init__(self, view: BudgetView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._sums = NOTHING
        self.setObjectName("budget-sums")
        self.setProperty("role", "sums")
        header = view.header()
        for signal in (header.sectionResized, header.geometriesChanged):
            signal.connect(self._again)
        view.horizontalScrollBar().valueChanged.connect(self._again)

    def show_sums(self, sums: PostSums) -> None:
        """Show other sums."""
        self._sums = sums
        text = (
            f"{self._heading(column)} {kronor(amount_in(sums, column))}"
            for column in AMOUNTS
            if not self._view.isColumnHidden(column)
        )
        self.setAccessibleName(say("Summa: {amounts}", amounts=", ".join(text)))
        self.update()

    def _heading(self, column: Column) -> str:
        return str(self._view.model().headerData(column, Qt.Orientation.Horizontal))

    def _again(self, *_: object) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, theme().row_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, theme().row_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(tabular(font))
        for column in (Column.POST, *AMOUNTS):
            if not self._view.isColumnHidden(column):
                self._paint_cell(painter, column)
        painter.end()

    def _paint_cell(self, painter: QPainter, column: Column) -> None:
        header = self._view.header()
        left = header.sectionViewportPosition(column) + self._view.viewport().x()
        room = QRect(left, 0, header.sectionSize(column), self.height())
        room = room.adjusted(GRID, 0, -GRID, 0)
        painter.setPen(theme().colour("text"))
        if column is Column.POST:
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, say("Summa, kr"))
            return
        ore = amount_in(self._sums, column)
        if ore < 0 and column is Column.LEFT:
            painter.setPen(theme().colour("danger"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, right, amount_or_dash(ore))
