"""A table of rows to choose among: sorted by its heads, one row at a time."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from hubra_desktop.ui.models.rows_table import RowsModel
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.headings import fit_headings
from hubra_desktop.ui.widgets.layouts import later

LEAST_WIDE = 140
"""The least room of a column that takes the room that is left, in pixels at 13 px text."""
PADDING = 3 * GRID

Index = QModelIndex | QPersistentModelIndex


class RowsView(QTableView):
    """``row_chosen(id)`` follows the current row, "" for none; ``opened(id)`` Enter on it."""

    row_chosen = Signal(str)
    opened = Signal(str)

    def __init__(
        self, name: str, label: str, model: RowsModel[Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self._fitting = later(0, self.fit, self)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setProperty("role", "rows")
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setIconSize(QSize(16, 16))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme().row_height)
        self._set_columns()
        for signal in (model.modelReset, model.rowsInserted, model.dataChanged):
            signal.connect(self._fit_soon)
        self.doubleClicked.connect(self._open)

    def _fit_soon(self, *_: object) -> None:
        self._fitting.start()

    def _set_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for place, column in enumerate(self._rows.columns):
            if column.width:
                self.setColumnWidth(place, theme().scaled(column.width))
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the columns that there is no room for."""
        super().resizeEvent(event)
        for place, column in enumerate(self._rows.columns):
            self.setColumnHidden(place, event.size().width() < theme().scaled(column.needs))
        self.fit()

    def fit(self) -> None:
        """Let no heading and no figure be cut; what then has no room is scrolled to."""
        for place, column in enumerate(self._rows.columns):
            if column.right and not self.isColumnHidden(place):
                self.setColumnWidth(place, max(self.columnWidth(place), self._figures(place)))
        header = self.horizontalHeader()
        fit_headings(header)
        self._share_out()
        wide = [place for place, column in enumerate(self._rows.columns) if not column.width]
        taken = sum(self.columnWidth(p) for p in range(header.count()) if p not in wide)
        least = theme().scaled(LEAST_WIDE)
        short = self.viewport().width() - taken < least * len(wide)
        modes = QHeaderView.ResizeMode
        for place in wide:
            header.setSectionResizeMode(place, modes.Interactive if short else modes.Stretch)
            if short:
                self.setColumnWidth(place, least)
        policies = Qt.ScrollBarPolicy
        bar = policies.ScrollBarAsNeeded if short else policies.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(bar)

    def _share_out(self) -> None:
        """Give words that are cut the room that stands empty in the widest column."""
        columns = self._rows.columns
        seen = [place for place in range(len(columns)) if not self.isColumnHidden(place)]
        wide = [place for place in seen if not columns[place].width]
        least = theme().scaled(LEAST_WIDE)
        free = self.viewport().width() - sum(max(least, self._figures(place)) for place in wide)
        needs = {place: self._figures(place) for place in seen if columns[place].width}
        own = {place: theme().scaled(columns[place].width) for place in needs}
        if free < sum(own.values()):
            # Titles are cut: the others take no more than they need.
            own = {place: min(width, needs[place]) for place, width in own.items()}
        headings = {place: self.columnWidth(place) for place in needs if columns[place].right}
        free -= sum(headings.get(place, own[place]) for place in needs)
        for place, room in needs.items():
            if columns[place].right:
                continue
            more = min(max(0, room - own[place]), max(0, free))
            free -= more
            heading = self.horizontalHeader().sectionSizeFromContents(place).width()
            self.setColumnWidth(place, max(own[place] + more, heading))

    def _figures(self, place: int) -> int:
        """Return the room that the widest text of a column takes."""
        words, column = self.fontMetrics(), self._rows.columns[place]
        texts = self._rows.widest(place)
        mark = self.iconSize().width() + GRID if column.picture else 0
        return max(map(words.horizontalAdvance, texts), default=0) + PADDING + mark

    def current_id(self) -> str:
        """Return the id of the current row, "" for none."""
        index = self.currentIndex()
        return self._rows.id_at(index.row()) if index.isValid() else ""

    def choose(self, row_id: str) -> bool:
        """Make a row the current one; False when it is not shown."""
        place = self._rows.place_of(row_id)
        if place is None:
            return False
        index = self._rows.index(place, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.row_chosen.emit(self.current_id())

    def _open(self) -> None:
        if row_id := self.current_id():
            self.opened.emit(row_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open()
            return
        super().keyPressEvent(event)
