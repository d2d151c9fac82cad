"""How cells of money look, and how they are edited in place."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyleOptionViewItem,
    QWidget,
)

from hubra_desktop.model.money.amounts import MINUS, digits
from hubra_desktop.ui.forms.amount_edit import AmountEdit
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.cell_entry import CellDelegate
from hubra_desktop.ui.widgets.cell_ground import paint_focus, paint_ground, tabular
from hubra_desktop.ui.widgets.money_bar import HEIGHT, Shares, paint_bar
from hubra_desktop.ui.widgets.placed_cells import PlacedEntry

Index = QModelIndex | QPersistentModelIndex
BAR_ROLE = Qt.ItemDataRole.UserRole + 10
AMOUNT_ROLE = Qt.ItemDataRole.UserRole + 11
INK_ROLE = Qt.ItemDataRole.UserRole + 12
ICON = 16
ICON_ROOM = ICON + GRID // 2
"""The room that an icon takes before a cell's text, in pixels."""


NONE_YET = "–"
"""How an amount of nothing is written among others."""


def amount_or_dash(ore: int) -> str:
    """Write an amount for a column of them, a dash for nothing."""
    return digits(ore) if ore else NONE_YET


def bold_font() -> QFont:
    """Return the font of rows that are sums."""
    font = QFont()
    font.setPixelSize(theme().scale.body)
    font.setBold(True)
    return font


def room_for(amounts: Iterable[int], font: QFont) -> int:
    """Return how wide a column must be, in pixels, so that none of the öre is cut, sign too."""
    amounts = tuple(amounts)
    widest = max((abs(ore) for ore in amounts), default=0)
    decimals = ",00" if any(ore % 100 for ore in amounts) else ""
    bold = QFont(font)
    bold.setBold(True)
    text = f"{MINUS}{digits(widest - widest % 100)}{decimals}"
    return QFontMetrics(tabular(bold)).horizontalAdvance(text) + 2 * GRID + 4


def name_room(names: Iterable[str]) -> int:
    """Return how wide a column of names must be, in pixels, so that none is cut though bold."""
    metrics = QFontMetrics(bold_font())
    return max(map(metrics.horizontalAdvance, names), default=0) + 3 * GRID


class AmountEntry(PlacedEntry, AmountEdit):
    """An entry of an amount; while it is asked what was meant, it counts as refused."""

    # Told anew here: of two bases Qt knows the signals of the first alone.
    answered = Signal()

    def settle(self) -> bool:
        settled = super().settle()
        if self.question is not None:
            self.set_refusal(self.question.accessibleName())
        return settled


class MoneyDelegate(CellDelegate):
    """Paints text, amounts and bars; BAR_ROLE, AMOUNT_ROLE and INK_ROLE say which.

    INK_ROLE names a colour of the theme. A cell whose AMOUNT_ROLE is true is edited as
    an amount.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)  # type: ignore[arg-type]  # a tree has the same cells

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint_ground(painter, option)
        drawn = index.data(BAR_ROLE)
        if isinstance(drawn, Shares):
            room = QRectF(option.rect).adjusted(GRID, 0, -GRID, 0)
            room.setTop(room.center().y() - HEIGHT / 2)
            room.setHeight(HEIGHT)
            paint_bar(painter, room, drawn)
        else:
            self._paint_text(painter, option, index)
        self._paint_focus(painter, option, index)
        painter.restore()

    def _paint_text(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        room = option.rect.adjusted(GRID, 0, -GRID, 0)
        shown = index.data(Qt.ItemDataRole.DecorationRole)
        if shown is not None:
            place = room.adjusted(0, 0, 0, 0)
            place.setTop(room.center().y() - ICON // 2)
            place.setSize(QSize(ICON, ICON))
            shown.paint(painter, place)
            room.setLeft(room.left() + ICON_ROOM)
        font = index.data(Qt.ItemDataRole.FontRole)
        painter.setFont(tabular(font if isinstance(font, QFont) else option.font))
        painter.setPen(theme().colour(index.data(INK_ROLE) or "text"))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        side = index.data(Qt.ItemDataRole.TextAlignmentRole)
        align = Qt.AlignmentFlag(side) if side else Qt.AlignmentFlag.AlignLeft
        cut = Qt.TextElideMode.ElideRight
        label_text = painter.fontMetrics().elidedText(text, cut, room.width())
        painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter, label_text)

    def _paint_focus(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self._view.hasFocus() and self._view.currentIndex() == index:
            paint_focus(painter, option)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), theme().row_height)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        amount = bool(index.data(AMOUNT_ROLE))
        kind = AmountEntry if amount else PlacedEntry
        editor = kind("money-cell", index, parent, half_written=not amount)
        self.attend(editor)
        heading = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(heading or ""))
        if isinstance(editor, AmountEntry):
            editor.answered.connect(self._take_answer)
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(option.rect.adjusted(0, 0, 0, -1))

    def _take_answer(self) -> None:
        editor = self.sender()
        if isinstance(editor, AmountEntry):
            self.commit_asked.emit(editor)
            if not editor.refusal:
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
