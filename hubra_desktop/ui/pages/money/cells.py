"""How cells of money look, and how they are edited in place."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hubra_desktop.model.money.amounts import MINUS, digits
from hubra_desktop.ui.forms.amount_edit import AmountEdit
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.callout import Callout
from hubra_desktop.ui.widgets.cell_ground import paint_focus, paint_ground, tabular
from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.ui.widgets.money_bar import HEIGHT, Shares, paint_bar

Index = QModelIndex | QPersistentModelIndex
BAR_ROLE = Qt.ItemDataRole.UserRole + 10
AMOUNT_ROLE = Qt.ItemDataRole.UserRole + 11
INK_ROLE = Qt.ItemDataRole.UserRole + 12
ICON = 16
KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


def room_for(amounts: Iterable[int], font: QFont) -> int:
    """Return how wide a column must be, in pixels, so that none of the öre is cut, sign too."""
    amounts = tuple(amounts)
    widest = max((abs(ore) for ore in amounts), default=0)
    decimals = ",00" if any(ore % 100 for ore in amounts) else ""
    bold = QFont(font)
    bold.setBold(True)
    text = f"{MINUS}{digits(widest - widest % 100)}{decimals}"
    return QFontMetrics(tabular(bold)).horizontalAdvance(text) + 2 * GRID + 4


class MoneyDelegate(QStyledItemDelegate):
    """Paints text, amounts and bars; BAR_ROLE, AMOUNT_ROLE and INK_ROLE say which.

    INK_ROLE names a colour of the theme. A cell whose AMOUNT_ROLE is true is edited as
    an amount. ``commit`` carries an editor whose text is to be stored; the receiver
    answers through ``refuse``, and a refused text keeps its editor open.
    """

    commit = Signal(object, object)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._refusal = ""
        self._callout: Callout | None = None

    def refuse(self, sentence: str) -> None:
        """Say why what stands in the open editor cannot be stored."""
        self._refusal = sentence

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
            room.setLeft(room.left() + ICON + GRID // 2)
        font = index.data(Qt.ItemDataRole.FontRole)
        painter.setFont(tabular(font if isinstance(font, QFont) else option.font))
        painter.setPen(theme().colour(index.data(INK_ROLE) or "text"))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        side = index.data(Qt.ItemDataRole.TextAlignmentRole)
        align = Qt.AlignmentFlag(side) if side else Qt.AlignmentFlag.AlignLeft
        cut = Qt.TextElideMode.ElideRight
        told = painter.fontMetrics().elidedText(text, cut, room.width())
        painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter, told)

    def _paint_focus(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self._view.hasFocus() and self._view.currentIndex() == index:
            paint_focus(painter, option)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), theme().row_height)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = AmountEdit(parent) if index.data(AMOUNT_ROLE) else QLineEdit(parent)
        editor.setObjectName("money-cell")
        editor.setProperty("role", "cell")
        editor.setProperty("place", QPersistentModelIndex(index))
        heading = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(heading or ""))
        editor.textEdited.connect(self._accept)
        if isinstance(editor, AmountEdit):
            editor.answered.connect(self._take_answer)
        self._refusal = ""
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            text = str(index.data(Qt.ItemDataRole.EditRole) or "")
            if editor.text() != text:
                editor.setText(text)
                editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Nothing: what is typed is stored before its editor is closed."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(option.rect.adjusted(0, 0, 0, -1))

    def editor(self) -> QLineEdit | None:
        """Return the editor that is open, if one is."""
        return self._view.viewport().findChild(QLineEdit, "money-cell")

    def store(self, editor: QLineEdit) -> bool:
        """Store what stands in an editor; False when it is refused or asked about."""
        if not editor.isModified():
            return True
        if isinstance(editor, AmountEdit) and not editor.settle() and editor.question:
            return False
        self._refusal = ""
        self.commit.emit(editor, editor.property("place"))
        if self._refusal:
            self._show_refusal(editor)
            return False
        editor.setModified(False)
        return True

    def _show_refusal(self, editor: QLineEdit) -> None:
        if self._callout is None:
            self._callout = Callout(self._view.window())
        mark(editor, "refused", True)
        editor.setAccessibleDescription(self._refusal)
        self._callout.show_at(editor, self._refusal)

    def _accept(self) -> None:
        if self._callout is not None:
            self._callout.hide()
        editor = self.sender()
        if isinstance(editor, QLineEdit) and editor.property("refused"):
            mark(editor, "refused", False)
            editor.setAccessibleDescription("")

    def _take_answer(self) -> None:
        editor = self.sender()
        if isinstance(editor, AmountEdit):
            editor.setModified(True)
            if self.store(editor):
                self._end(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _end(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if self._callout is not None:
            self._callout.hide()
        editor.setObjectName("")
        self.closeEditor.emit(editor, hint)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Store before anything closes an editor; one that is refused stays open."""
        if not isinstance(editor, QLineEdit):
            return super().eventFilter(editor, event)
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            return self._focus_out(editor, event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(editor, event)
        return super().eventFilter(editor, event)

    def _focus_out(self, editor: QLineEdit, event: QFocusEvent) -> bool:
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        asked = isinstance(editor, AmountEdit) and editor.question is not None
        if event.reason() not in passing and not asked and self.store(editor):
            self._end(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        return False

    def _key(self, editor: QLineEdit, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            editor.setModified(False)
            self._end(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
            return True
        if event.key() not in KEYS:
            return False
        if self.store(editor):
            hints = QAbstractItemDelegate.EndEditHint
            back = event.key() == Qt.Key.Key_Backtab
            tab = hints.EditPreviousItem if back else hints.EditNextItem
            enter = event.key() in KEYS[:2]
            self._end(editor, hints.SubmitModelCache if enter else tab)
        return True
