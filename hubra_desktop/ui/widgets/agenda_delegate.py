"""How a cell of the agenda looks, and how it is edited in place."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.models.agenda import MOVED_ROLE, ROW_ROLE
from hubra_desktop.ui.models.agenda_rows import AgendaRow, Column
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.cell_editor import CellEditor
from hubra_desktop.ui.widgets.completing import WordCompleter

Index = QModelIndex | QPersistentModelIndex
MARGIN = GRID
INDENT = 2 * GRID
ICON = 16
WRAP = Qt.TextFlag.TextWordWrap


class AgendaDelegate(QStyledItemDelegate):
    """Paints prepared rows and owns no data.

    ``commit_asked`` carries an editor whose text is to be committed and returns
    through the editor itself: a refusal stays on it and keeps it open.
    """

    commit_asked = Signal(object)
    drafted = Signal(object)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._words: Mapping[Column, list[tuple[str, str]]] = {}

    def offer(self, words: Mapping[Column, list[tuple[str, str]]]) -> None:
        """Complete these words in the editors of these columns."""
        self._words = words

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: AgendaRow = index.data(ROW_ROLE)
        painter.save()
        self._paint_ground(painter, option, index)
        self._paint_cell(painter, option.rect, row, Column(index.column()), option.font)
        if self._has_focus(option, index):
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _has_focus(self, option: QStyleOptionViewItem, index: Index) -> bool:
        return index == self._view.currentIndex() and self._view.hasFocus()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        role = "surface"
        if option.state & QStyle.StateFlag.State_Selected:
            role = "selection"
        elif index.data(MOVED_ROLE):
            role = "moved"
        painter.fillRect(option.rect, theme().colour(role))
        if index.data(MOVED_ROLE) and index.column() == 0:
            bar = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
            painter.fillRect(bar, theme().colour("warning"))
        painter.setPen(theme().colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _paint_cell(
        self, painter: QPainter, rect: QRect, row: AgendaRow, column: Column, font: QFont
    ) -> None:
        painter.setFont(_font(font, row))
        painter.setPen(theme().colour(_ink(row, column)))
        top = rect.adjusted(MARGIN, self._lift(font), -MARGIN, 0)
        match column:
            case Column.TITLE:
                self._paint_title(painter, top, row)
            case Column.PRESENTERS:
                _paint_lines(painter, top, row.cells[column])
            case Column.MINUTES | Column.NUMBER:
                painter.drawText(top, Qt.AlignmentFlag.AlignRight, row.cells[column])
            case Column.TIME:
                self._paint_time(painter, top, row)
            case _:
                _paint_lines(painter, top, row.cells[column])

    def _lift(self, font: QFont) -> int:
        """Return how far down the first line stands, so that one line is centred in its row."""
        return (theme().row_height - QFontMetrics(font).height()) // 2

    def _paint_time(self, painter: QPainter, rect: QRect, row: AgendaRow) -> None:
        text = row.cells[Column.TIME]
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft, text)
        name = "pin" if row.pinned else ("silent" if row.silent and text else "")
        if name:
            left = rect.left() + painter.fontMetrics().horizontalAdvance(text) + 5
            role = "accent" if row.pinned else "muted"
            icon(name, role).paint(painter, QRect(left, rect.top(), ICON, ICON))

    def _paint_title(self, painter: QPainter, rect: QRect, row: AgendaRow) -> None:
        rect = rect.adjusted(row.level * INDENT, 0, 0, 0)
        if row.item is None:
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeft, self.tr("New item…"))
            return
        mark = QRect(rect.left(), rect.top(), ICON, ICON)
        icon(row.item.kind.value, "muted").paint(painter, mark)
        rect = rect.adjusted(ICON + GRID, 0, 0, 0)
        used = painter.boundingRect(rect, WRAP, row.cells[Column.TITLE] or " ")
        painter.drawText(rect, WRAP, row.cells[Column.TITLE])
        if row.second:
            painter.setFont(_small(painter.font()))
            painter.setPen(theme().colour("muted"))
            painter.drawText(rect.adjusted(0, used.height() + 1, 0, 0), WRAP, row.second)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: AgendaRow = index.data(ROW_ROLE)
        column = Column(index.column())
        width = self._view.columnWidth(column) - 2 * MARGIN
        metrics = QFontMetrics(_font(option.font, row))
        height = metrics.height()
        if column is Column.TITLE and row.item is not None:
            height = self._title_height(row, width, option.font)
        elif column is Column.PRESENTERS:
            height *= max(1, row.cells[column].count("\n") + 1)
        return QSize(width, max(theme().row_height, height + 2 * self._lift(option.font)))

    def _title_height(self, row: AgendaRow, width: int, font: QFont) -> int:
        room = QRect(0, 0, max(40, width - row.level * INDENT - ICON - GRID), 10_000)
        title = QFontMetrics(_font(font, row)).boundingRect(
            room, WRAP, row.cells[Column.TITLE] or " "
        )
        if not row.second:
            return title.height()
        second = QFontMetrics(_small(font)).boundingRect(room, WRAP, row.second)
        return title.height() + second.height() + 1

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = Column(index.column())
        editor = CellEditor(column, parent)
        heading = index.model().headerData(column, Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(heading))
        if column in self._words:
            separator = ";" if column is Column.PRESENTERS else ""
            completer = WordCompleter(separator, editor)
            completer.offer(self._words[column])
            editor.setCompleter(completer)
        editor.paused.connect(self._save_paused)
        editor.textChanged.connect(self._follow_typing)
        return editor

    def _save_paused(self) -> None:
        editor = self.sender()
        if isinstance(editor, CellEditor) and editor.dirty:
            self.commit_asked.emit(editor)

    def _follow_typing(self) -> None:
        editor = self.sender()
        if isinstance(editor, CellEditor):
            self.drafted.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor):
            editor.give(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CellEditor) and editor.dirty:
            self.commit_asked.emit(editor)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        if isinstance(editor, CellEditor):
            editor.fit(option.rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keep an editor whose text is refused open, whatever would close it."""
        if isinstance(editor, CellEditor) and self._would_close(event):
            if editor.dirty:
                self.commit_asked.emit(editor)
            if editor.refusal:
                return event.type() != QEvent.Type.FocusOut
        return super().eventFilter(editor, event)

    def _would_close(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
            return isinstance(event, QFocusEvent) and event.reason() not in passing
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in keys
        )


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


def _ink(row: AgendaRow, column: Column) -> str:
    if row.item is None or row.withdrawn:
        return "muted"
    return "muted" if column is Column.TIME and row.silent else "text"


def _paint_lines(painter: QPainter, rect: QRect, text: str) -> None:
    """Paint each line of a text on a line of its own, shortened to the cell."""
    metrics = painter.fontMetrics()
    for place, line in enumerate(text.split("\n")):
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, rect.width())
        spot = rect.adjusted(0, place * metrics.height(), 0, 0)
        painter.drawText(spot, Qt.AlignmentFlag.AlignLeft, shown)
