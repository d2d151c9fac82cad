"""How a cell of the agenda looks, and how it is edited in place."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from hubra_desktop.model.language import say
from hubra_desktop.ui.forms.completing import WordCompleter
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.meetings.agenda.agenda_model import MOVED_ROLE, ROW_ROLE
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn, AgendaRow
from hubra_desktop.ui.pages.meetings.agenda.cell_editor import CellEditor
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.cell_entry import CellDelegate
from hubra_desktop.ui.widgets.cell_ground import paint_ground

Index = QModelIndex | QPersistentModelIndex
MARGIN = GRID
INDENT = 2 * GRID
ICON = 16
WRAP = Qt.TextFlag.TextWordWrap
BREAKING = WRAP | Qt.TextFlag.TextWrapAnywhere


class AgendaDelegate(CellDelegate):
    """Paints prepared rows and owns no data.

    ``words_asked`` precedes every editor, for whoever offers words to complete only when
    they are needed.
    """

    words_asked = Signal()
    drafted = Signal(object)
    rows_pasted = Signal(object)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._words: Mapping[AgendaColumn, list[tuple[str, str]]] = {}

    def offer(self, words: Mapping[AgendaColumn, list[tuple[str, str]]]) -> None:
        """Complete these words in the editors of these columns."""
        self._words = words

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: AgendaRow = index.data(ROW_ROLE)
        painter.save()
        self._paint_ground(painter, option, index)
        self._paint_cell(painter, option, row, index)
        self._paint_focus(painter, option.rect, index, row)
        painter.restore()

    def _paint_focus(self, painter: QPainter, cell: QRect, index: Index, row: AgendaRow) -> None:
        current = self._view.currentIndex()
        if not self._view.hasFocus() or current.row() != index.row():
            return
        painter.setPen(QPen(theme().colour("accent"), 2))
        if current.column() == index.column() != AgendaColumn.PRESENTERS:
            painter.drawRect(cell.adjusted(1, 1, -1, -1))
        elif index.column() == AgendaColumn.TITLE and current.column() == AgendaColumn.PRESENTERS:
            painter.drawRect(self.presenters_rect(cell, row).adjusted(-4, -1, 4, 1))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_ground(painter, option, "moved" if index.data(MOVED_ROLE) else "surface")
        if index.data(MOVED_ROLE) and index.column() == 0:
            bar = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
            painter.fillRect(bar, theme().colour("warning"))

    def _paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, row: AgendaRow, index: Index
    ) -> None:
        column = AgendaColumn(index.column())
        painter.setFont(_font(option.font, row))
        painter.setPen(theme().colour(_ink(row, column)))
        top = option.rect.adjusted(MARGIN, self._lift(option.font), -MARGIN, 0)
        match column:
            case AgendaColumn.TITLE:
                plain = not option.state & QStyle.StateFlag.State_Selected
                plain = plain and not index.data(MOVED_ROLE)
                writable = index.flags() & Qt.ItemFlag.ItemIsEditable
                hint = ("hint" if plain else "muted") if writable else ""
                self._paint_title(painter, top, row, hint)
            case AgendaColumn.CASE_NUMBER:
                painter.drawText(top, BREAKING, row.cells[column])
            case AgendaColumn.MINUTES | AgendaColumn.NUMBER:
                painter.drawText(top, Qt.AlignmentFlag.AlignRight, row.cells[column])
            case AgendaColumn.TIME:
                self._paint_time(painter, top, row)

    def _lift(self, font: QFont) -> int:
        """Return how far down the first line stands, so that one line is centred in its row."""
        return (theme().row_height - QFontMetrics(font).height()) // 2

    def _paint_time(self, painter: QPainter, rect: QRect, row: AgendaRow) -> None:
        text = row.cells[AgendaColumn.TIME]
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft, text)
        name = "pin" if row.pinned else ("silent" if row.silent and text else "")
        if name:
            left = rect.left() + painter.fontMetrics().horizontalAdvance(text) + 5
            role = "accent" if row.pinned else "muted"
            icon(name, role).paint(painter, QRect(left, rect.top(), ICON, ICON))
        if row.clash:
            self._paint_clash(painter, rect.adjusted(0, painter.fontMetrics().height() + 2, 0, 0))

    def _paint_clash(self, painter: QPainter, rect: QRect) -> None:
        """Mark a row that collides with another, by a sign and a word."""
        icon("warning", "warning").paint(painter, QRect(rect.left(), rect.top(), ICON, ICON))
        painter.setFont(_small(painter.font()))
        painter.setPen(theme().colour("warning"))
        beside = rect.adjusted(ICON + GRID // 2, 0, 0, 0)
        painter.drawText(beside, Qt.AlignmentFlag.AlignLeft, say("Krock"))

    def _paint_title(self, painter: QPainter, rect: QRect, row: AgendaRow, hint: str) -> None:
        """Write a row; nothing asks to be filled in where there is no ``hint`` to write it in."""
        if row.item is None:
            if hint:
                painter.drawText(rect, Qt.AlignmentFlag.AlignLeft, say("Nytt ärende…"))
            return
        font = painter.font()
        places = title_places(row, rect, font, asking=row.asks_presenters)
        mark = QRect(rect.left() + row.level * INDENT, rect.top(), ICON, ICON)
        icon(row.item.kind.value, "muted").paint(painter, mark)
        painter.drawText(places.title, WRAP, row.cells[AgendaColumn.TITLE])
        painter.setFont(_small(font))
        painter.setPen(theme().colour("muted"))
        painter.drawText(places.second, WRAP, row.second)
        presenters = row.cells[AgendaColumn.PRESENTERS]
        if hint and not presenters:
            painter.setPen(theme().colour(hint))
            presenters = _asking(row)
        painter.drawText(places.presenters, WRAP, presenters)

    def presenters_rect(self, cell: QRect, row: AgendaRow) -> QRect:
        """Return where in the title's cell the presenters stand, or would stand."""
        font = self._view.font()
        rect = cell.adjusted(MARGIN, self._lift(font), -MARGIN, 0)
        return title_places(row, rect, _font(font, row), asking=True).presenters

    def presenters_reach(self, place: QRect, row: AgendaRow) -> QRect:
        """Return where a click is one on the presenters that stand at ``place``.

        Where there are none yet it is the words that ask for them, and nothing beside.
        """
        if row.cells[AgendaColumn.PRESENTERS]:
            return place
        metrics = QFontMetrics(_small(self._view.font()))
        asked = metrics.horizontalAdvance(_asking(row))
        return QRect(place.left(), place.top(), asked + GRID if asked else 0, place.height())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: AgendaRow = index.data(ROW_ROLE)
        column = AgendaColumn(index.column())
        width = max(40, self._view.columnWidth(column) - 2 * MARGIN)
        room = QRect(0, 0, width, 10_000)
        height = QFontMetrics(option.font).height()
        if column is AgendaColumn.TIME and row.clash:
            height += 2 + max(ICON, QFontMetrics(_small(option.font)).height())
        elif column is AgendaColumn.TITLE and row.item is not None:
            asking = row.asks_presenters or self._asks_presenters(index)
            height = title_places(row, room, _font(option.font, row), asking=asking).height
        elif column is AgendaColumn.CASE_NUMBER and row.cells[column]:
            metrics = QFontMetrics(option.font)
            height = metrics.boundingRect(room, BREAKING, row.cells[column]).height()
        return QSize(width, max(theme().row_height, height + 2 * self._lift(option.font)))

    def _asks_presenters(self, index: Index) -> bool:
        """Return whether the presenters of this row are the current cell."""
        current = self._view.currentIndex()
        return current.row() == index.row() and current.column() == AgendaColumn.PRESENTERS

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self.words_asked.emit()
        column = AgendaColumn(index.column())
        editor = CellEditor(index, parent)
        heading = index.model().headerData(column, Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(heading))
        if column in self._words:
            separator = ";" if column is AgendaColumn.PRESENTERS else ""
            completer = WordCompleter(separator, editor)
            completer.offer(self._words[column])
            editor.setCompleter(completer)
        self.attend(editor)
        editor.textChanged.connect(self._follow_typing)
        editor.rows_pasted.connect(self._pass_rows)
        return editor

    def _pass_rows(self) -> None:
        self.rows_pasted.emit(self.sender())

    def _follow_typing(self) -> None:
        editor = self.sender()
        if isinstance(editor, CellEditor):
            self.drafted.emit(editor)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        if isinstance(editor, CellEditor):
            editor.fit(option.rect)


class TitlePlaces(NamedTuple):
    """Where the lines of a title's cell stand, and how high they are together."""

    title: QRect
    presenters: QRect
    second: QRect
    height: int


def title_places(row: AgendaRow, rect: QRect, font: QFont, *, asking: bool) -> TitlePlaces:
    """Lay out title, presenters and the line of states under each other in ``rect``.

    ``asking`` keeps a line for presenters that are not there yet.
    """
    presenters = row.cells[AgendaColumn.PRESENTERS] or (say("Föredragande…") if asking else "")
    left = rect.left() + row.level * INDENT + ICON + GRID
    width = max(40, rect.right() - left)
    small = QFontMetrics(_small(font))
    title = _place(
        left, rect.top(), width, QFontMetrics(font), row.cells[AgendaColumn.TITLE] or " "
    )
    below = _place(left, title.bottom() + 2, width, small, presenters)
    second = _place(left, below.bottom() + 1, width, small, row.second)
    return TitlePlaces(title, below, second, second.bottom() + 1 - rect.top())


def _asking(row: AgendaRow) -> str:
    return say("Föredragande…") if row.asks_presenters else ""


def _place(left: int, top: int, width: int, metrics: QFontMetrics, text: str) -> QRect:
    room = QRect(left, top, width, 10_000)
    height = metrics.boundingRect(room, WRAP, text).height() if text else 0
    return QRect(left, top, width, height)


def _font(font: QFont, row: AgendaRow) -> QFont:
    made = QFont(font)
    made.setStrikeOut(row.withdrawn)
    made.setBold(row.item is not None and row.item.kind.value == "heading")
    return made


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(theme().scale.small)
    made.setStrikeOut(False)
    made.setBold(False)
    return made


def _ink(row: AgendaRow, column: AgendaColumn) -> str:
    if row.item is None or row.withdrawn:
        return "muted"
    return "muted" if column is AgendaColumn.TIME and row.silent else "text"
