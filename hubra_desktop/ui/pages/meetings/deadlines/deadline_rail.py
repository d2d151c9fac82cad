"""The meeting's deadlines as one line of steps: what has been done, what comes next, what is late.

Pressed, it leads to the part where each day stands with its rule.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hubra_desktop.model.days import calendar_day
from hubra_desktop.model.deadline_words import SHORT_NAMES, state_text
from hubra_desktop.model.deadlines import Deadline, DeadlineState
from hubra_desktop.model.language import say
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.work.changes import Changes

ICON = 14
GAP = 2 * GRID
MORE = "…"

PICTURES = {
    DeadlineState.KEPT: ("check", "success"),
    DeadlineState.MISSED: ("warning", "warning"),
    DeadlineState.COMING: ("stage-coming", "muted"),
    DeadlineState.PASSED: ("stage-coming", "muted"),
}
"""The icon of each state and the role of its colour; the words beside say the same."""

NEXT = ("clock", "accent")


FOLLOWED: Final = frozenset({
    "approval", "body_rules", "decision_notice", "issued_paper", "register", "meeting",
    "meeting_paper", "minutes",
})  # fmt: skip
"""The kinds of rows that a meeting's deadlines are counted from."""

AFTER_MS: Final = 120
"""How long the line waits for the first time: the holidays are read when the page is painted."""


class RailStep(NamedTuple):
    """A step as it is painted; the next one, and what is late, says how long is left.

    ``short`` is its text where there is no room for that.
    """

    text: str
    picture: tuple[str, str]
    strong: bool
    late: bool = False
    short: str = ""


def rail_steps(deadlines: Sequence[Deadline], today: date) -> tuple[RailStep, ...]:
    """Return the steps of a meeting in order."""
    coming = (each for each in deadlines if each.state is DeadlineState.COMING)
    following = next(coming, None)
    return tuple(_step(each, today, is_next=each is following) for each in deadlines)


def _step(deadline: Deadline, today: date, *, is_next: bool) -> RailStep:
    short = text = f"{say(SHORT_NAMES[deadline.kind])} {calendar_day(deadline.day)}"
    late = deadline.state is DeadlineState.MISSED
    if is_next or late:
        text = f"{text}, {state_text(deadline, today)}"
    return RailStep(text, NEXT if is_next else PICTURES[deadline.state], is_next, late, short)


class DeadlineRail(QAbstractButton):
    """Shows as many steps as there is room for, the next one always; all are told in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deadline-rail")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.steps: tuple[RailStep, ...] = ()
        self.hide()

    def show_deadlines(self, deadlines: Sequence[Deadline], today: date) -> None:
        """Show a meeting's deadlines; a meeting that demands nothing has no line."""
        self.steps = rail_steps(deadlines, today)
        said = "; ".join(
            f"{say(SHORT_NAMES[each.kind])} {calendar_day(each.day)}, {state_text(each, today)}"
            for each in deadlines
        )
        self.setAccessibleName(say("Frister: {deadlines}", deadlines=said))
        self.setToolTip(plain_tip(said))
        self.setVisible(bool(self.steps))
        self.update()

    def sizeHint(self) -> QSize:
        height = max(QFontMetrics(self.font()).height(), ICON) + GRID
        return QSize(sum(map(self._width, self.steps)), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def shown_steps(self) -> tuple[RailStep, ...]:
        """Return the steps that there is room for: first those before what is late, or the next."""
        first, last = 0, len(self.steps)
        wanted = (i for i, each in enumerate(self.steps) if each.strong or each.late)
        following = next(wanted, last - 1)
        while self._needs(first, last) > self.width() and last - first > 1:
            if first < following:
                first += 1
            else:
                last -= 1
        shown = self.steps[first:last]
        if self._needs(first, last) > self.width():
            return tuple(each._replace(text=each.short) for each in shown)
        return shown

    def _needs(self, first: int, last: int) -> int:
        marks = (first > 0) + (last < len(self.steps))
        more = QFontMetrics(self.font()).horizontalAdvance(MORE) + GRID
        return sum(map(self._width, self.steps[first:last])) + marks * more

    def _width(self, step: RailStep) -> int:
        return ICON + GRID // 2 + self._metrics(step).horizontalAdvance(step.text) + GAP

    def _metrics(self, step: RailStep) -> QFontMetrics:
        return QFontMetrics(self._font(step))

    def _font(self, step: RailStep) -> QFont:
        font = QFont(self.font())
        font.setBold(step.strong)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme().colour
        room = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft"))
            painter.drawRoundedRect(room, 5, 5)
        self._paint_steps(painter)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def _paint_steps(self, painter: QPainter) -> None:
        shown = self.shown_steps()
        left = GRID // 2
        if shown and shown[0] is not self.steps[0]:
            left = self._paint_text(painter, left, MORE, self.font(), "muted") + GRID
        for step in shown:
            top = (self.height() - ICON) // 2
            icon(*step.picture).paint(painter, QRect(left, top, ICON, ICON))
            role = "text" if step.strong or step.late else "muted"
            after = left + ICON + GRID // 2
            left = self._paint_text(painter, after, step.text, self._font(step), role) + GAP
        if shown and shown[-1] is not self.steps[-1]:
            self._paint_text(painter, left, MORE, self.font(), "muted")

    def _paint_text(self, painter: QPainter, left: int, text: str, font: QFont, role: str) -> int:
        """Paint a text and return where it ends."""
        painter.setFont(font)
        painter.setPen(theme().colour(role))
        width = QFontMetrics(font).horizontalAdvance(text)
        middle = Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value
        painter.drawText(QRect(left, 0, width + 1, self.height()), middle, text)
        return left + width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the line with Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class DeadlinesRead(QObject):
    """Reads the open meeting's deadlines, and shows them on the line under its head."""

    def __init__(self, desk: Desk, meeting: OpenMeeting, rail: DeadlineRail) -> None:
        super().__init__(rail)
        self._desk, self._meeting, self._rail = desk, meeting, rail
        self._soon = later(AFTER_MS, self._show, self)
        meeting.shown.connect(self._soon.start)
        desk.changed.connect(self._follow)

    def _follow(self, changes: Changes) -> None:
        if changes.kinds & FOLLOWED:
            self._soon.start()

    def _show(self) -> None:
        self._rail.show_deadlines(*read_deadlines(self._desk, self._meeting))


def read_deadlines(desk: Desk, meeting: OpenMeeting) -> tuple[tuple[Deadline, ...], date]:
    """Return the open meeting's deadlines, and the day that it is."""
    from hubra_desktop.work.queries.deadlines import deadlines_of

    if meeting.sheet is None or desk.workspace is None:
        return (), desk.today()
    with desk.refusing(), desk.read() as reader:
        return deadlines_of(reader, meeting.sheet, desk.today()), desk.today()
    return (), desk.today()
