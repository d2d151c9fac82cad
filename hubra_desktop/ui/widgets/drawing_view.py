"""A drawing of the model's on the screen: the same shapes as the paper, in the scheme's colours.

A drawing is made in the inks of paper. In the dark scheme every ink keeps its hue and
is turned from dark on light to light on dark, between the scheme's ground and text.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hubra_desktop.model.drawing import (
    HATCH_WIDTH,
    Curve,
    Drawing,
    Label,
    MoveTo,
    Path,
    Step,
    hatching,
)
from hubra_desktop.ui.theme import DARK, theme


def paint(painter: QPainter, drawing: Drawing, place: QRectF) -> None:
    """Draw ``drawing`` as large as it gets in ``place``, in its upper left corner."""
    scale = fitting(drawing, place.width(), place.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(scale, scale)
    for shape in drawing.shapes:
        if isinstance(shape, Path):
            _paint_path(painter, shape)
        else:
            _paint_label(painter, shape)
    painter.restore()


def fitting(drawing: Drawing, width: float, height: float) -> float:
    """Return how many times its size a drawing becomes in a place of this size."""
    if drawing.width <= 0 or drawing.height <= 0:
        return 1.0
    return min(width / drawing.width, height / drawing.height)


def on_screen(ink: str) -> QColor:
    """Return the colour that an ink of paper has in the scheme in force."""
    colour = QColor(ink)
    if theme().tokens is not DARK:
        return colour
    ground, text = theme().colour("surface"), theme().colour("text")
    light = 1 - colour.lightnessF()
    low, high = ground.lightnessF(), text.lightnessF()
    if colour.hslSaturationF() < 0.12:
        colour = QColor.fromHslF(max(ground.hslHueF(), 0.0), ground.hslSaturationF() / 2, light)
    hue, saturation = max(colour.hslHueF(), 0.0), colour.hslSaturationF()
    return QColor.fromHslF(hue, min(saturation, 0.5), low + light * (high - low))


def _outline(steps: Sequence[Step], closed: bool) -> QPainterPath:
    made = QPainterPath()
    for step in steps:
        if isinstance(step, MoveTo):
            if closed and made.elementCount():
                made.closeSubpath()
            made.moveTo(step.x, step.y)
        elif isinstance(step, Curve):
            made.cubicTo(step.x1, step.y1, step.x2, step.y2, step.x, step.y)
        else:
            made.lineTo(step.x, step.y)
    if closed:
        made.closeSubpath()
    return made


def _paint_path(painter: QPainter, path: Path) -> None:
    outline = _outline(path.steps, path.closed)
    if path.fill:
        painter.fillPath(outline, on_screen(path.fill))
    if path.hatch:
        painter.save()
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(on_screen(path.ink), HATCH_WIDTH))
        for first, last in hatching(path):
            painter.drawLine(QPointF(*first), QPointF(*last))
        painter.restore()
    if path.stroke:
        painter.strokePath(outline, _pen(path))


def _pen(path: Path) -> QPen:
    pen = QPen(on_screen(path.stroke), path.width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if path.dash:
        # Qt counts dashes in widths of the line, and an odd pattern twice.
        dash = path.dash * (2 if len(path.dash) % 2 else 1)
        pen.setDashPattern([length / path.width for length in dash])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _paint_label(painter: QPainter, label: Label) -> None:
    font = QFont(painter.font())
    font.setPixelSize(100)
    font.setBold(label.bold)
    # Sizes are points of the drawing, with fractions; a pixel size has none.
    size = label.size / 100
    width = QFontMetricsF(font).horizontalAdvance(label.text)
    shift = {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    painter.save()
    painter.translate(label.x, label.y)
    painter.rotate(label.turn)
    painter.scale(size, size)
    painter.setFont(font)
    painter.setPen(on_screen(label.colour))
    painter.drawText(QPointF(-shift, 0), label.text)
    painter.restore()


class DrawnView(QWidget):
    """Shows one drawing, as wide as there is room but no larger than ``most`` times its size.

    What it shows is told in words to those who do not see it; the keyboard reaches it
    so that they can be read.
    """

    def __init__(self, parent: QWidget | None = None, *, most: float = 1.6) -> None:
        super().__init__(parent)
        self.setObjectName("drawn")
        self._drawing = Drawing(0, 0, ())
        self._most = most
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self.update)

    @property
    def drawing(self) -> Drawing:
        """Return what is shown."""
        return self._drawing

    def limit(self, most: float) -> None:
        """Show the drawing no larger than ``most`` times its size."""
        if most != self._most:
            self._most = most
            self.updateGeometry()
            self.update()

    def show_drawing(self, drawing: Drawing, told: str, name: str = "") -> None:
        """Show ``drawing``; ``told`` says in words what it shows, ``name`` what it is."""
        self._drawing = drawing
        self.setAccessibleName(name or told)
        self.setAccessibleDescription(told)
        self.updateGeometry()
        self.update()

    def _scale(self, width: int) -> float:
        unit = theme().unit
        if self._drawing.width <= 0:
            return unit
        return min(width / self._drawing.width, self._most * unit)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._drawing.height * self._scale(width - 4)) + 4

    def sizeHint(self) -> QSize:
        unit = theme().unit
        width, height = self._drawing.width * unit, self._drawing.height * unit
        return QSize(round(width) + 4, round(height) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(120, self.sizeHint().width()), 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scale = self._scale(self.width() - 4)
        place = QRectF(2, 2, self._drawing.width * scale, self.height() - 4)
        paint(painter, self._drawing, place)
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
