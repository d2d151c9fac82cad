"""A bar of how far activities have come, a part for each state."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hubra_desktop.model.language import N_, say
from hubra_desktop.model.plan.terms import ActivityState
from hubra_desktop.model.words import word
from hubra_desktop.ui.theme import theme
from hubra_desktop.ui.widgets.plain import plain_tip

# From done to not begun: the bar fills from the left as the year goes on.
ORDER = (
    ActivityState.DONE,
    ActivityState.PARTLY,
    ActivityState.ONGOING,
    ActivityState.PLANNED,
    ActivityState.NOT_DONE,
    ActivityState.STRUCK,
)
PICTURES: Mapping[ActivityState, tuple[str, str]] = {
    ActivityState.PLANNED: ("state-planned", "muted"),
    ActivityState.ONGOING: ("state-ongoing", "accent"),
    ActivityState.DONE: ("state-done", "success"),
    ActivityState.PARTLY: ("state-partly", "warning"),
    ActivityState.NOT_DONE: ("state-not-done", "danger"),
    ActivityState.STRUCK: ("state-struck", "muted"),
}
# Grounds that are told apart by pattern as well as by colour.
FILLS: Mapping[ActivityState, tuple[str, Qt.BrushStyle]] = {
    ActivityState.DONE: ("success", Qt.BrushStyle.SolidPattern),
    ActivityState.PARTLY: ("warning", Qt.BrushStyle.Dense4Pattern),
    ActivityState.ONGOING: ("accent", Qt.BrushStyle.Dense5Pattern),
    ActivityState.PLANNED: ("line", Qt.BrushStyle.SolidPattern),
    ActivityState.NOT_DONE: ("danger", Qt.BrushStyle.BDiagPattern),
    ActivityState.STRUCK: ("muted", Qt.BrushStyle.HorPattern),
}
HEIGHT = 10
WIDTH = 120
GAP = 1.5


def paint_states(painter: QPainter, room: QRectF, counts: Mapping[ActivityState, int]) -> None:
    """Paint a bar as wide as ``room``; without activities an empty outline."""
    total = sum(counts.values())
    colour = theme().colour
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not total:
        painter.setPen(QPen(colour("field_line"), 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.restore()
        return
    parts = [(state, counts[state]) for state in ORDER if counts.get(state)]
    share = (room.width() - GAP * (len(parts) - 1)) / total
    left = room.left()
    for state, count in parts:
        role, pattern = FILLS[state]
        part = QRectF(left, room.top(), share * count, room.height())
        solid = pattern is Qt.BrushStyle.SolidPattern
        edge = Qt.PenStyle.NoPen if solid else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour(role), 1, edge))
        painter.setBrush(QBrush(colour(role), pattern))
        inset = 0.0 if solid else 0.5
        painter.drawRoundedRect(part.adjusted(inset, inset, -inset, -inset), 2, 2)
        left += part.width() + GAP
    painter.restore()


def states_text(counts: Mapping[ActivityState, int]) -> str:
    """Tell the bar in words: ``5 genomförda, 1 pågår``."""
    said = [_counted(counts[state], state) for state in ORDER if counts.get(state)]
    return ", ".join(said) or say("inga aktiviteter")


def _counted(count: int, state: ActivityState) -> str:
    """Tell how many activities are in a state: ``1 genomförd``, ``5 genomförda``."""
    if count == 1:
        return f"1 {word(state)}"
    many = {
        ActivityState.PLANNED: N_("planerade"),
        ActivityState.DONE: N_("genomförda"),
        ActivityState.PARTLY: N_("delvis genomförda"),
        ActivityState.NOT_DONE: N_("ej genomförda"),
        ActivityState.STRUCK: N_("strukna"),
    }
    return f"{count} {say(many[state]) if state in many else word(state)}"


class StateBar(QWidget):
    """The bar as a widget; told in words as its accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("state-bar")
        self._counts: Mapping[ActivityState, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Mapping[ActivityState, int]) -> None:
        """Show how many activities there are in each state."""
        self._counts = dict(counts)
        said = states_text(counts)
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().scaled(WIDTH), theme().scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_states(painter, QRectF(self.rect()), self._counts)
        painter.end()
