"""The parts of a paper, one under another, each with what is to be looked at in it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
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

from hubra_desktop.model.language import say, say_count, say_in
from hubra_desktop.model.reports.compose import section_name
from hubra_desktop.ui.pages.reports.open_report import OpenReport
from hubra_desktop.ui.theme import GRID, ROW_HEIGHT, theme
from hubra_desktop.ui.widgets.plain import plain_tip

HEAD = "head"
GAPS = "gaps"
INDENT = GRID
PADDING = 3 * GRID
"""What the style sheet gives a name at both sides."""
_ID = Qt.ItemDataRole.UserRole
_WAITING = Qt.ItemDataRole.UserRole + 1
_INDENT = Qt.ItemDataRole.UserRole + 2


Index = QModelIndex | QPersistentModelIndex


class _Badged(QStyledItemDelegate):
    """Paints a part's name, all its lines by its level, and how much is to be looked at in it."""

    def __init__(self, outline: "Outline") -> None:
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


class Outline(QListWidget):
    """``part_chosen(id)``: a section's id, or ``HEAD`` or ``GAPS``."""

    part_chosen = Signal(str)

    def __init__(self, report: OpenReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("report-outline")
        self.setProperty("role", "outline")
        self.setAccessibleName(say("Handlingens delar"))
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(_Badged(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._report = report
        self._filling = False
        self.currentItemChanged.connect(self._chosen)

    def current(self) -> str:
        """Return the part that is chosen, "" when none is."""
        row = self.currentRow()
        return str(self.item(row).data(_ID)) if row >= 0 else ""

    def choose(self, part: str) -> bool:
        """Choose a part; False when it is not there."""
        for row in range(self.count()):
            if self.item(row).data(_ID) == part:
                self.setCurrentRow(row)
                return True
        return False

    def show_parts(self) -> None:
        """Show the parts of the paper in view; the chosen one stays chosen."""
        chosen = self.current()
        self._filling = True
        self.clear()
        sheet = self._report.sheet
        if sheet is not None:
            whole = len(self._report.of_the_whole())
            self._add(HEAD, say_in("facts of the paper", "Uppgifter"), 2, whole)
            for section in sheet.sections:
                waiting = len(self._report.findings_in(section.id))
                self._add(section.id, section_name(section), section.level, waiting)
            if self._report.gaps:
                self._add(GAPS, say("Luckor"), 2, len(self._report.unanswered))
        self._filling = False
        if not self.choose(chosen) and self.count():
            self.setCurrentRow(min(1, self.count() - 1))

    def _add(self, part: str, name: str, level: int, waiting: int) -> None:
        item = QListWidgetItem(name)
        item.setData(_INDENT, INDENT * (level - 2))
        item.setData(_ID, part)
        item.setData(_WAITING, waiting)
        said = say_count("{n} att se över", "{n} att se över", waiting) if waiting else ""
        item.setToolTip(plain_tip(f"{name}\n{said}".strip()))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {said}" if said else name)
        self.addItem(item)

    def _chosen(self) -> None:
        if not self._filling and self.current():
            self.part_chosen.emit(self.current())
