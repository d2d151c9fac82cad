"""The parts of what is written, one under another, each with what is to be looked at in it."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hubra_desktop.model.language import say_count
from hubra_desktop.ui.theme import GRID, ROW_HEIGHT, theme
from hubra_desktop.ui.widgets.plain import plain_tip

INDENT = GRID
PADDING = 3 * GRID
"""What the style sheet gives a name at both sides."""
_ID = Qt.ItemDataRole.UserRole
_WAITING = Qt.ItemDataRole.UserRole + 1
_INDENT = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


class WrittenPart(NamedTuple):
    """A part: how many steps its name is moved in, and how much ``waiting`` is to be looked at."""

    id: str
    name: str
    waiting: int = 0
    indent: int = 0


class _Badged(QStyledItemDelegate):
    """Paints a part's name, all its lines by its level, and how much is to be looked at in it."""

    def __init__(self, outline: "PartOutline") -> None:
        super().__init__(outline)
        self._outline = outline

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of a name that is wrapped rather than cut."""
        badge = ROW_HEIGHT if index.data(_WAITING) else 0
        indent = index.data(_INDENT)
        width = self._outline.viewport().width() - PADDING - badge - (indent and indent + GRID)
        wrap = Qt.TextFlag.TextWordWrap.value
        words = self._outline.fontMetrics()
        high = words.boundingRect(QRect(0, 0, max(60, width), 10_000), wrap, index.data()).height()
        return QSize(0, max(ROW_HEIGHT, high + GRID))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Keep the room of an indent free, as that of a mark that is not there."""
        super().initStyleOption(option, index)
        if indent := index.data(_INDENT):
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = QSize(indent, 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        waiting = index.data(_WAITING)
        if not waiting:
            super().paint(painter, option, index)
            return
        words = str(waiting)
        width = max(ROW_HEIGHT - 10, option.fontMetrics.horizontalAdvance(words) + GRID + 4)
        whole = QRect(option.rect)
        painter.fillRect(whole, self._ground(option))
        option.rect = whole.adjusted(0, 0, -width - GRID, 0)
        super().paint(painter, option, index)
        pill = QRectF(whole.right() - width - GRID / 2, whole.top() + 6, width, whole.height() - 12)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme().colour("warning"))
        painter.setBrush(theme().colour("warning_soft"))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def _ground(self, option: QStyleOptionViewItem) -> QColor:
        chosen = option.state & QStyle.StateFlag.State_Selected
        return theme().colour("selection" if chosen else "surface")


class PartOutline(QListWidget):
    """``part_chosen(id)`` follows a part that is chosen by the user.

    ``may_leave`` is asked before: where it says no, the part that stood there stays chosen.
    """

    part_chosen = Signal(str)
    may_leave: Callable[[], bool] | None = None

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "outline")
        self.setAccessibleName(label)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(_Badged(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._filling = False
        self._shown: tuple[WrittenPart, ...] = ()
        self.currentItemChanged.connect(self._chosen)

    def current(self) -> str:
        """Return the part that is chosen, "" when none is."""
        row = self.currentRow()
        return str(self.item(row).data(_ID)) if row >= 0 else ""

    def choose(self, part: str) -> bool:
        """Choose a part; False when it is not there, or the one chosen may not be left."""
        for row in range(self.count()):
            if self.item(row).data(_ID) == part:
                self.setCurrentRow(row)
                return self.current() == part
        return False

    def show_rows(self, parts: Iterable[WrittenPart]) -> None:
        """Show these parts; the chosen one stays chosen, else the second of them is."""
        wanted = tuple(parts)
        if wanted == self._shown:
            return
        self._shown = wanted
        chosen = self.current()
        self._filling = True
        self.clear()
        for part in wanted:
            self._add(part)
        self._filling = False
        if not self.choose(chosen) and self.count():
            self.setCurrentRow(min(1, self.count() - 1))

    def _add(self, part: WrittenPart) -> None:
        item = QListWidgetItem(part.name)
        item.setData(_INDENT, INDENT * part.indent)
        item.setData(_ID, part.id)
        item.setData(_WAITING, part.waiting)
        waiting = part.waiting
        said = say_count("{n} att se över", "{n} att se över", waiting) if waiting else ""
        item.setToolTip(plain_tip(f"{part.name}\n{said}".strip()))
        told = f"{part.name}, {said}" if said else part.name
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        self.addItem(item)

    def _chosen(self, now: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        if self._filling or now is None:
            return
        stood = str(before.data(_ID)) if before is not None else ""
        if stood and self.may_leave is not None and not self.may_leave():
            self._stay_at(stood)
            # The press that asked for another part marks it once more when this is done.
            QTimer.singleShot(0, self, lambda: self._stay_at(self.current()))
            return
        self.part_chosen.emit(self.current())

    def _stay_at(self, part: str) -> None:
        with QSignalBlocker(self):
            self.choose(part)
