"""The life of something drawn as a line of steps: what has happened, is so now, may come."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.plain import plain_tip

DOT = 9.0
GAP = 6


class StepKind(StrEnum):
    """How a step stands: passed, where it is now, still to come, or gone wrong."""

    PASSED = "passed"
    NOW = "now"
    COMING = "coming"
    STOPPED = "stopped"


class LifeStep(NamedTuple):
    """A step: its name, a line or two about it, and how it stands."""

    name: str
    told: str
    kind: StepKind


class LifeLine(QWidget):
    """Draws steps from left to right; the whole is told as the widget's accessible name.

    The kind of a step is drawn as a form (tick, ring with a dot, empty ring, cross), so
    that it is told without colour. Texts wrap under their step.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("life-line")
        self._steps: tuple[LifeStep, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_steps(self, steps: Sequence[LifeStep], said: str) -> None:
        """Show these steps; ``said`` tells them in words."""
        self._steps = tuple(steps)
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(max(self.width(), 480)))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def heightForWidth(self, width: int) -> int:
        tallest = max((self._text_height(step, width) for step in self._steps), default=0)
        return round(2 * DOT) + GAP + tallest + GRID

    def _step_width(self, width: int) -> int:
        return max(48, width // max(1, len(self._steps)))

    def _text_height(self, step: LifeStep, width: int) -> int:
        room = QRect(0, 0, self._step_width(width) - GRID, 10_000)
        name = QFontMetrics(self._bold()).boundingRect(room, WRAP, step.name).height()
        return name + QFontMetrics(self._small()).boundingRect(room, WRAP, step.told).height()

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme().scale.small)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self._step_width(self.width())
        for place, step in enumerate(self._steps):
            left = place * wide
            if place + 1 < len(self._steps):
                self._paint_way(painter, left, wide, self._steps[place + 1])
            self._paint_mark(painter, QPointF(left + DOT, DOT), step.kind)
            self._paint_text(painter, QRect(left, 0, wide - GRID, self.height()), step)
        painter.end()

    def _paint_way(self, painter: QPainter, left: int, wide: int, to: LifeStep) -> None:
        gone = to.kind is not StepKind.COMING
        pen = QPen(theme().colour("accent" if gone else "field_line"), 2)
        pen.setStyle(Qt.PenStyle.SolidLine if gone else Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(left + 2 * DOT + 3, DOT), QPointF(left + wide - 3, DOT))

    def _paint_mark(self, painter: QPainter, centre: QPointF, kind: StepKind) -> None:
        colour = theme().colour
        ring = QRectF(centre.x() - DOT + 1, centre.y() - DOT + 1, 2 * DOT - 2, 2 * DOT - 2)
        filled = kind in (StepKind.PASSED, StepKind.STOPPED)
        role = {StepKind.STOPPED: "danger", StepKind.COMING: "field_line"}.get(kind, "accent")
        painter.setPen(QPen(colour(role), 2))
        painter.setBrush(colour(role) if filled else colour("surface"))
        painter.drawEllipse(ring)
        x, y = centre.x(), centre.y()
        painter.setPen(QPen(colour("on_accent" if kind is StepKind.PASSED else "surface"), 2))
        if kind is StepKind.PASSED:
            points = [QPointF(x - 3.5, y + 0.5), QPointF(x - 1, y + 3), QPointF(x + 4, y - 3)]
            painter.drawPolyline(points)
        elif kind is StepKind.STOPPED:
            painter.drawLine(QPointF(x - 3, y - 3), QPointF(x + 3, y + 3))
            painter.drawLine(QPointF(x - 3, y + 3), QPointF(x + 3, y - 3))
        elif kind is StepKind.NOW:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(centre, 3.5, 3.5)

    def _paint_text(self, painter: QPainter, room: QRect, step: LifeStep) -> None:
        place = room.adjusted(0, round(2 * DOT) + GAP, 0, 0)
        coming = step.kind is StepKind.COMING
        painter.setPen(theme().colour("muted" if coming else "text"))
        painter.setFont(self.font() if coming else self._bold())
        used = painter.boundingRect(place, WRAP, step.name)
        painter.drawText(place, WRAP, step.name)
        painter.setPen(theme().colour("muted"))
        painter.setFont(self._small())
        painter.drawText(place.adjusted(0, used.height(), 0, 0), WRAP, step.told)


WRAP = Qt.TextFlag.TextWordWrap.value
