"""The table of indicators as it looks: as printed, with a small chart and the gaps named."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hubra_desktop.model.indicators.charts import small
from hubra_desktop.model.indicators.table import YearValues
from hubra_desktop.model.language import N_, say
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.indicators.models import IndicatorsModel, Line, Part
from hubra_desktop.ui.theme import GRID, LIGHT, theme
from hubra_desktop.ui.widgets.cell_ground import paint_ground, tabular
from hubra_desktop.ui.widgets.drawing_view import paint as paint_drawing
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.ui.widgets.level_line import ROLES
from hubra_desktop.ui.widgets.rows_view import RowsView

Index = QModelIndex | QPersistentModelIndex
ICON = 14
ROOM_FOR_CHART = 500
PAD = 9
GAP = 2
CHART_HEIGHT = 34
_SHORT = {
    "indicator-name": N_("Saknar namn"),
    "indicator-share-of-count": N_("Kallas andel, men är ett antal"),
    "indicator-count-of-share": N_("Kallas antal, men är en andel"),
    "indicator-no-value": N_("Värde saknas"),
    "indicator-no-comparison": N_("Inget att jämföra med än"),
    "indicator-no-group": N_("En grupp saknar värde"),
    "indicator-shares": N_("Andelarna blir inte 100 %"),
    "indicator-whole": N_("Alla stämmer inte med grupperna"),
    "indicator-incomparable": N_("Åren är inte jämförbara"),
    "indicator-stale-text": N_("Texten nämner andra siffror"),
}


def short_words(finding_id: str) -> str:
    """Return in a few words what a finding is about, for a row of the table."""
    return say(_SHORT[finding_id])


class IndicatorsDelegate(QStyledItemDelegate):
    """Paints a row: name, source and gaps; two cells of lines and a year; a small chart."""

    def __init__(self, view: "IndicatorsView") -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._view.line_at(index.row())
        painter.save()
        paint_ground(painter, option)
        room = option.rect.adjusted(GRID + 2, PAD, -GRID, -PAD)
        painter.setFont(option.font)
        match Part(index.column()):
            case Part.NAME:
                self._paint_name(painter, room, line, option.font)
            case Part.LATEST:
                self._paint_cell(painter, room, line.row.latest)
            case Part.COMPARED:
                self._paint_cell(painter, room, line.row.compared)
            case Part.CHART:
                self._paint_chart(painter, room, line)
        self._paint_focus(painter, option, index)
        painter.restore()

    def _paint_name(self, painter: QPainter, room: QRect, line: Line, font: QFont) -> None:
        small_font = _small(font)
        name = line.row.name or say("Mått utan namn")
        painter.setPen(theme().colour("text" if line.row.name else "muted"))
        place = _wrapped(room.topLeft().x(), room.top(), room.width(), font, name)
        _write(painter, place, name)
        painter.setFont(small_font)
        painter.setPen(theme().colour("muted"))
        top = place.bottom() + GAP
        if line.row.source:
            place = _wrapped(room.left(), top, room.width(), small_font, line.row.source)
            _write(painter, place, line.row.source)
            top = place.bottom() + GAP
        for finding in line.findings:
            role = ROLES[finding.level.value]
            side = _icon_side()
            icon(finding.level.value, role).paint(painter, QRect(room.left(), top, side, side))
            painter.setPen(theme().colour(role))
            left = room.left() + side + GRID // 2
            words = short_words(finding.id)
            place = _wrapped(left, top, room.right() - left, small_font, words)
            _write(painter, place, words)
            top = place.bottom() + GAP

    def _paint_cell(self, painter: QPainter, room: QRect, shown: YearValues) -> None:
        font = tabular(painter.font())
        painter.setFont(font)
        painter.setPen(theme().colour("text" if shown.known else "muted"))
        place = _wrapped(room.left(), room.top(), room.width(), font, "\n".join(shown.lines))
        _write(painter, place, "\n".join(shown.lines))
        if shown.year is not None:
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            below = QRect(room.left(), place.bottom() + 1, room.width(), place.height())
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, str(shown.year))

    def _paint_chart(self, painter: QPainter, room: QRect, line: Line) -> None:
        if not line.row.latest.known:
            return
        unit = theme().unit
        drawing = small(line.row.indicator, room.width() / unit, CHART_HEIGHT, LIGHT.accent)
        place = QRectF(room.left(), room.top(), room.width(), CHART_HEIGHT * unit)
        paint_drawing(painter, drawing, place)

    def _paint_focus(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Mark the whole current row while the table has the focus."""
        if not self._view.hasFocus() or self._view.currentIndex().row() != index.row():
            return
        painter.setPen(QPen(theme().colour("accent"), 2))
        box, last = option.rect.adjusted(0, 1, 0, -2), len(Part) - 1
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if index.column() == 0:
            painter.drawLine(box.left() + 1, box.top(), box.left() + 1, box.bottom())
        if index.column() == last:
            painter.drawLine(box.right(), box.top(), box.right(), box.bottom())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = self._view.line_at(index.row())
        width = max(60, self._view.columnWidth(index.column()) - 2 * GRID - 2)
        match Part(index.column()):
            case Part.NAME:
                tall = self._name_height(line, width, option.font)
            case Part.LATEST:
                tall = _cell_height(line.row.latest, width, option.font)
            case Part.COMPARED:
                tall = _cell_height(line.row.compared, width, option.font)
            case Part.CHART:
                tall = theme().scaled(CHART_HEIGHT)
        return QSize(width, tall + 2 * PAD)

    def _name_height(self, line: Line, width: int, font: QFont) -> int:
        small_font = _small(font)
        name = line.row.name or say("Mått utan namn")
        height = _wrapped(0, 0, width, font, name).height()
        if line.row.source:
            height += GAP + _wrapped(0, 0, width, small_font, line.row.source).height()
        for finding in line.findings:
            words = short_words(finding.id)
            room = width - _icon_side() - GRID // 2
            height += GAP + _wrapped(0, 0, room, small_font, words).height()
        return height


def _cell_height(shown: YearValues, width: int, font: QFont) -> int:
    height = _wrapped(0, 0, width, font, "\n".join(shown.lines)).height()
    return height + (QFontMetrics(font).height() + 1 if shown.year is not None else 0)


def _wrapped(left: int, top: int, width: int, font: QFont, text: str) -> QRect:
    room = QRect(left, top, max(width, 1), 10_000)
    metrics = QFontMetrics(font)
    return QRect(
        left,
        top,
        room.width(),
        metrics.boundingRect(room, _wrap(metrics, width, text), text).height(),
    )


def _write(painter: QPainter, place: QRect, text: str) -> None:
    painter.drawText(place, _wrap(painter.fontMetrics(), place.width(), text), text)


def _wrap(metrics: QFontMetrics, width: int, text: str) -> int:
    """Break lines between words, and within one only where it is wider than its line."""
    widest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
    flags = Qt.TextFlag
    return int(flags.TextWrapAnywhere if widest > width else flags.TextWordWrap)


def _icon_side() -> int:
    return theme().scaled(ICON)


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(theme().scale.small)
    return made


class IndicatorsView(RowsView):
    """The table, a row for each indicator as high as what stands in it."""

    def __init__(self, model: IndicatorsModel, parent: QWidget | None = None) -> None:
        super().__init__("indicators", "", model, parent)
        self._lines = model
        self.setAccessibleName(say("Mått"))
        self.setSortingEnabled(False)
        self.horizontalHeader().setSortIndicatorShown(False)
        self.setItemDelegate(IndicatorsDelegate(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._resizing = later(0, self.resizeRowsToContents, self)
        signals = (model.dataChanged, model.rowsInserted, model.rowsMoved, model.rowsRemoved)
        for signal in (*signals, self.horizontalHeader().sectionResized):
            signal.connect(self._resize_soon)

    def line_at(self, place: int) -> Line:
        """Return the row shown at a place."""
        return self._lines.row_at(place)

    def _resize_soon(self, *_: object) -> None:
        self._resizing.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where there is little room the words go first.
        room = event.size().width() * 13 / theme().scale.body
        self.setColumnHidden(Part.CHART, room < ROOM_FOR_CHART)
        self._resize_soon()
