"""How the time rail is drawn: the hours, the bars, what is firm and what collides."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen

from hubra_desktop.model.swedish import clock
from hubra_desktop.model.time_rail import Bar, Rail
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.theme import GRID, theme

TOP = GRID
LABEL = 37
INSET = 10
LEAST = 4.0
"""Pixels of the lowest bar: a row of no length is still seen."""
PIN = 12
CENTRE: Final = Qt.AlignmentFlag.AlignCenter


class Shown(NamedTuple):
    """All that the painting needs to know."""

    rail: Rail | None
    size: QSize
    numbers: Mapping[str, str]
    current: str
    separator: str
    font: QFont


class RailPainter:
    """Paints a rail; ``place`` tells where a bar is, for the mouse too."""

    def __init__(self, painter: QPainter, shown: Shown) -> None:
        self._painter = painter
        self._shown = shown
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._small = QFont(shown.font)
        self._small.setPixelSize(theme().scale.small - 1)

    @staticmethod
    def room(height: float) -> float:
        """Return how much of a height the time takes."""
        return max(1.0, height - 2 * TOP)

    @classmethod
    def place(cls, shown: Shown, bar: Bar) -> QRectF:
        """Return where a bar is drawn."""
        rail = shown.rail
        if rail is None:
            return QRectF()
        height = cls.room(shown.size.height())
        left = theme().scaled(LABEL)
        wide = (shown.size.width() - left) / bar.lanes
        top = TOP + rail.y(bar.start, height)
        bottom = TOP + rail.y(bar.end, height)
        inset = INSET if bar.inner else 0
        high = max(LEAST, bottom - top - 1)
        return QRectF(left + bar.lane * wide + inset, top, wide - 2 - inset, high)

    def paint(self) -> None:
        """Paint everything."""
        rail = self._shown.rail
        if rail is None:
            return
        self._paint_hours(rail)
        for bar in rail.bars:
            self._paint_bar(bar)
        for bar in rail.bars:
            if bar.clash:
                self._paint_clash(rail, bar)
        self._paint_planned(rail)

    def _y(self, rail: Rail, minutes: int) -> float:
        return TOP + rail.y(minutes, self.room(self._shown.size.height()))

    def _paint_hours(self, rail: Rail) -> None:
        painter, words = self._painter, QFontMetricsF(self._small)
        painter.setFont(self._small)
        high, left = words.height(), theme().scaled(LABEL)
        for minutes in rail.ticks(self.room(self._shown.size.height()), 2 * high):
            y = self._y(rail, minutes)
            painter.setPen(QPen(theme().colour("line"), 1))
            painter.drawLine(left - 4, round(y), self._shown.size.width(), round(y))
            painter.setPen(theme().colour("muted"))
            top = min(max(0.0, y - high / 2), self._shown.size.height() - high)
            room = QRectF(0, top, left - 6, high)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, right, clock(minutes, self._shown.separator))

    def _paint_bar(self, bar: Bar) -> None:
        painter, colour = self._painter, theme().colour
        place = self.place(self._shown, bar)
        current = bar.item_id == self._shown.current
        ground = "surface" if bar.pause or bar.inner or bar.open else "accent_soft"
        painter.setBrush(colour("selection" if current else ground))
        line = QPen(
            colour("accent" if current or bar.pinned else "field_line"), 2 if current else 1
        )
        if bar.open:
            line.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(line)
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if bar.pause:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(colour("line"), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(place.adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)
        if bar.pinned:
            self._paint_firm(place)
        self._paint_number(bar, place)

    def _paint_firm(self, place: QRectF) -> None:
        """Paint what holds a row to its time: a firm upper edge, and a pin where it fits."""
        painter = self._painter
        painter.setPen(QPen(theme().colour("accent"), 3))
        painter.drawLine(place.topLeft(), place.topRight())
        if place.height() >= PIN + 4:
            room = QRectF(place.right() - PIN - 2, place.top() + 3, PIN, PIN).toRect()
            icon("pin", "accent").paint(painter, room)

    def _paint_number(self, bar: Bar, place: QRectF) -> None:
        number = self._shown.numbers.get(bar.item_id, "")
        painter = self._painter
        painter.setFont(self._small)
        words = QFontMetricsF(self._small)
        fits = words.horizontalAdvance(number) + 4 <= place.width()
        if number and fits and place.height() >= words.ascent():
            painter.setPen(theme().colour("text"))
            painter.drawText(place, CENTRE, number)

    def _paint_clash(self, rail: Rail, bar: Bar) -> None:
        """Let the minutes that two rows both claim glow."""
        painter, place = self._painter, self.place(self._shown, bar)
        bottom = self._y(rail, bar.start + bar.clash)
        both = QRectF(place.left(), place.top(), place.width(), max(LEAST, bottom - place.top()))
        glow = theme().colour("danger")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring, strength in ((4.0, 50), (2.5, 100), (1.0, 255)):
            glow.setAlpha(strength)
            painter.setPen(QPen(glow, 1.5))
            painter.drawRoundedRect(both.adjusted(-ring, -ring, ring, ring), 3 + ring, 3 + ring)
        glow.setAlpha(60)
        painter.fillRect(both, glow)

    def _paint_planned(self, rail: Rail) -> None:
        """Paint where the meeting was planned to end, and what goes past it."""
        if rail.planned is None:
            return
        y, left = self._y(rail, rail.planned), theme().scaled(LABEL)
        last = max((bar.end for bar in rail.bars), default=rail.planned)
        late = last > rail.planned
        self._painter.setPen(QPen(theme().colour("danger" if late else "muted"), 2))
        self._painter.drawLine(left - 6, round(y), self._shown.size.width(), round(y))
