"""The plan as a board: a band for each area with its bar, and its activities under it."""

from itertools import repeat

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from hubra_desktop.model.language import say
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.plan.areas_model import (
    ID_ROLE,
    MAIN,
    STATE,
    WHEN,
    WHO,
    AreaRow,
    AreasModel,
)
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.ui.widgets.state_bar import HEIGHT, paint_states

Index = QModelIndex | QPersistentModelIndex
WIDTHS = {WHEN: 112, WHO: 128, STATE: 168}
NEEDS = {WHO: 700, WHEN: 460}
LEAST_ROWS = 5
"""A low window scrolls the page rather than showing one row of it at a time."""
PADDING = 3 * GRID
BAR = 132
CHEVRON = 16
WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value


class _Rows(QStyledItemDelegate):
    """Gives areas the room their text needs, and paints the cells of activities."""

    def __init__(self, view: "PlanAreasView") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        area = self._view.areas.area_at(index)
        if area is None:
            return QSize(0, theme().row_height)
        return QSize(0, self._view.area_height(area))


class PlanAreasView(QTreeView):
    """``row_chosen(id)`` follows the current row, "" for none; ``opened(id)`` Enter on it."""

    row_chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, model: AreasModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.areas = model
        self.setObjectName("plan-areas")
        self.setProperty("role", "board")
        self.setAccessibleName(say("Planens områden med deras aktiviteter"))
        self.setModel(model)
        self.setItemDelegate(_Rows(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setRootIsDecorated(False)
        self.setIndentation(3 * GRID)
        self.setIconSize(QSize(16, 16))
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(MAIN, QHeaderView.ResizeMode.Stretch)
        header.setSectionsMovable(False)
        for column, width in WIDTHS.items():
            header.resizeSection(column, theme().scaled(width))
        self.setMinimumHeight(LEAST_ROWS * theme().row_height)
        model.rowsInserted.connect(self._unfold)
        fitting = later(0, self._give_names_room, self)
        for signal in (model.rowsInserted, model.modelReset, model.dataChanged):
            signal.connect(fitting.start)
        self.doubleClicked.connect(self._open)

    def _unfold(self, parent: QModelIndex, first: int, last: int) -> None:
        """Show the activities of an area that is new in the view."""
        if parent.isValid():
            self.expand(parent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out who and when where there is no room for it."""
        super().resizeEvent(event)
        width = event.size().width() * 13 / theme().scale.body
        for column, needs in NEEDS.items():
            if self.isColumnHidden(column) != (width < needs):
                self.setColumnHidden(column, width < needs)
        self._give_names_room()
        self.scheduleDelayedItemsLayout()

    def _give_names_room(self) -> None:
        """Let names be as wide as they are, as far as no title is cut for it."""
        widths = {each: theme().scaled(width) for each, width in WIDTHS.items()}
        beside = sum(widths[each] for each in (WHEN, STATE) if not self.isColumnHidden(each))
        titles = self._words(MAIN) + self.indentation()
        free = self.viewport().width() - beside - titles
        self.header().resizeSection(WHO, max(widths[WHO], min(self._words(WHO), free)))

    def _words(self, column: int) -> int:
        """Return the room that the widest text of a column takes among the activities."""
        areas = map(self.areas.index, range(self.areas.rowCount()), repeat(MAIN))
        texts = (
            str(self.areas.index(row, column, area).data() or "")
            for area in areas
            for row in range(self.areas.rowCount(area))
        )
        metrics = self.fontMetrics()
        return max(map(metrics.horizontalAdvance, texts), default=0) + PADDING

    def current_id(self) -> str:
        """Return the id of the current row, "" for none."""
        index = self.currentIndex()
        return str(index.data(ID_ROLE) or "") if index.isValid() else ""

    def choose(self, row_id: str) -> bool:
        """Make a row the current one; False when it is not shown."""
        if row_id and self.current_id() == row_id:
            return True
        place = next(self.areas.places_of(row_id), None)
        if place is None:
            return False
        if place.parent().isValid():
            self.expand(place.parent())
        self.setCurrentIndex(place)
        self.scrollTo(place)
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if first_of(current) != first_of(previous):
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold an area by the arrow before its title."""
        index = self.indexAt(event.position().toPoint())
        on_arrow = event.position().x() < CHEVRON + GRID
        if self.areas.area_at(index) is not None and on_arrow:
            first = first_of(index)
            self.setExpanded(first, not self.isExpanded(first))
            return
        super().mousePressEvent(event)

    def area_height(self, area: AreaRow) -> int:
        """Return how tall the band of an area is."""
        room = QRect(0, 0, self._text_width(), 1000)
        title = QFontMetrics(self._title_font()).boundingRect(room, WRAP, area.title).height()
        small = QFontMetrics(self._small_font())
        text = small.boundingRect(room, WRAP, area.gap or area.told).height()
        return title + text + 2 * GRID + 2

    def _text_width(self) -> int:
        return max(120, self.viewport().width() - CHEVRON - self._bar_width() - 6 * GRID)

    def _bar_width(self) -> int:
        return theme().scaled(BAR)

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme().scale.small)
        return font

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = self.areas.area_at(index)
        if area is None:
            super().drawRow(painter, option, index)
            return
        room = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height())
        painter.save()
        self._paint_ground(painter, room, index)
        self._paint_area(painter, room, area, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, room: QRect, index: Index) -> None:
        chosen = self.selectionModel().isSelected(first_of(index))
        painter.fillRect(room, theme().colour("selection" if chosen else "window"))
        painter.setPen(QPen(theme().colour("line"), 1))
        painter.drawLine(room.topLeft(), room.topRight())
        if chosen and self.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.drawRect(room.adjusted(1, 1, -1, -1))

    def _paint_area(self, painter: QPainter, room: QRect, area: AreaRow, index: Index) -> None:
        colour = theme().colour
        text = QRect(CHEVRON + GRID, room.top() + GRID, self._text_width(), room.height())
        arrow = QRect(GRID // 2, text.top() + 1, CHEVRON, CHEVRON)
        folded = "chevron-down" if self.isExpanded(first_of(index)) else "chevron-right"
        if self.areas.rowCount(first_of(index)):
            icon(folded, "muted").paint(painter, arrow)
        painter.setFont(self._title_font())
        painter.setPen(colour("text"))
        used = painter.boundingRect(text, WRAP, area.title)
        painter.drawText(text, WRAP, area.title)
        below = text.translated(0, used.height() + 2)
        painter.setFont(self._small_font())
        role = {"stop": "danger", "warning": "warning"}.get(area.level, "muted")
        if area.gap:
            mark = QRect(below.left(), below.top(), CHEVRON, CHEVRON)
            icon(area.level, role).paint(painter, mark)
            below.setLeft(below.left() + CHEVRON + 4)
        painter.setPen(colour(role))
        painter.drawText(below, WRAP, area.gap or area.told)
        wide = self._bar_width()
        tall = theme().scaled(HEIGHT)
        left = room.right() - wide - 2 * GRID
        bar = QRectF(left, text.top() + (used.height() - tall) / 2, wide, tall)
        paint_states(painter, bar, area.counts)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Leave the room before an activity empty; its area has drawn its arrow."""
        if self.selectionModel().isSelected(index):
            painter.fillRect(rect, theme().colour("selection"))


def first_of(index: Index) -> QModelIndex:
    """Return the first cell of an index's row."""
    return index.sibling(index.row(), 0)
