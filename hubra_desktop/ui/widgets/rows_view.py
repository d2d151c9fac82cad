"""A table of rows to choose among: sorted by its heads, one row at a time."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from hubra_desktop.ui.models.rows_table import RowsModel
from hubra_desktop.ui.theme import GRID, theme
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
        self._asked: dict[int, int] = {}
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the columns that there is no room for."""
        super().resizeEvent(event)
        self.fit_columns()

    def leaves_out(self, place: int) -> bool:
        """Return whether a column is not shown: there is no room for it."""
        return self.viewport().width() < theme().scaled(self._rows.columns[place].needs)

    def fit_columns(self) -> None:
        """Show the columns that are not left out, and share the room among them."""
        for place in range(len(self._rows.columns)):
            self.setColumnHidden(place, self.leaves_out(place))
        self.fit()

    def fit(self) -> None:
        """Let no heading and no figure be cut; what then has no room is scrolled to."""
        header, columns = self.horizontalHeader(), self._rows.columns
        seen = [place for place in range(len(columns)) if not self.isColumnHidden(place)]
        wide = [place for place in seen if not columns[place].width]
        least = theme().scaled(LEAST_WIDE)
        heads = {place: header.sectionSizeFromContents(place).width() for place in seen}
        needs = {p: max(self._words(p), heads[p], self._asked.get(p, 0)) for p in seen}
        asked = {place: max(least, needs[place]) for place in wide}
        fixed = self._fixed(needs, heads, self.viewport().width() - sum(asked.values()))
        room = self.viewport().width() - sum(fixed.values())
        short = room < least * len(wide)
        widths = dict.fromkeys(wide, least) if short else shared(room, asked)
        for place, width in (fixed | widths).items():
            self.setColumnWidth(place, width)
        policies = Qt.ScrollBarPolicy
        bar = policies.ScrollBarAsNeeded if short else policies.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(bar)

    def ask_room(self, place: int, width: int) -> None:
        """Let a column of figures never be narrower than this, in pixels."""
        self._asked[place] = width
        self.fit()

    def _fixed(
        self, needs: Mapping[int, int], heads: Mapping[int, int], free: int
    ) -> dict[int, int]:
        """Return the columns of a set width; ``free`` is what whole titles would leave them.

        Where titles are cut the others take no more than they need, and words that are
        cut are given what stands empty beside the titles.
        """
        columns = self._rows.columns
        own = {place: theme().scaled(columns[place].width) for place in needs}
        own = {place: width for place, width in own.items() if width}
        if free < sum(own.values()):
            own = {place: min(width, needs[place]) for place, width in own.items()}
        least = {p: needs[p] if columns[p].right else heads[p] for p in own}
        own = {place: max(width, least[place]) for place, width in own.items()}
        free -= sum(own.values())
        for place, width in own.items():
            more = min(max(0, needs[place] - width), max(0, free))
            free -= more
            own[place] += more
        return own

    def _words(self, place: int) -> int:
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


def shared(room: int, needs: Mapping[int, int]) -> dict[int, int]:
    """Share ``room`` among columns: each what it needs, as far as an equal share reaches.

    What is left when all have what they need is shared equally.
    """
    given: dict[int, int] = {}
    for done, (place, need) in enumerate(sorted(needs.items(), key=lambda each: each[1])):
        given[place] = min(need, room // (len(needs) - done))
        room -= given[place]
    for done, place in enumerate(needs):
        more = room // (len(needs) - done)
        given[place] += more
        room -= more
    return given
