"""The time rail beside the agenda: each item a bar as high as its minutes.

It shows no more than the list says, and what it does has an equal by key there: a bar's
lower edge is the column Min, a press on a bar is the row.
"""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.numbering import printed_numbers
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.swedish import clock
from hubra_desktop.model.time_rail import Bar, Rail, between, dragged, rail_of
from hubra_desktop.model.wording import minutes_in_words
from hubra_desktop.ui.pages.meetings.agenda.time_rail_paint import RailPainter, Shown
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.theme import theme
from hubra_desktop.ui.widgets.motion import may_move
from hubra_desktop.ui.widgets.plain import plain_tip

WIDTH = 68
EDGE = 5
"""Pixels above and below a bar's lower edge where it is taken hold of."""
GLIDE_MS = 220


class TimeRail(QWidget):
    """Follows every keystroke as the live page does; bars glide to where they go.

    ``chosen(id)`` is a press on a bar, ``resized(id, minutes)`` an edge let go of.
    """

    chosen = Signal(str)
    resized = Signal(str, int)

    def __init__(self, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("time-rail")
        self.setAccessibleName(say("Tidslinje"))
        self.setMouseTracking(True)
        self.setFixedWidth(theme().scaled(WIDTH))
        self._meeting = meeting
        self._editable = True
        self._current = ""
        self._old: Rail | None = None
        self.rail: Rail | None = None
        self.shown: Rail | None = None
        self._numbers: Mapping[str, str] = {}
        self._painted: Shown | None = None
        self._held: tuple[str, int, float] | None = None
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(GLIDE_MS)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._go_on)
        meeting.shown.connect(self._show_other)
        meeting.committed.connect(self._follow)
        meeting.drafted.connect(self._follow)

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse that edges are dragged."""
        self._editable = editable

    def show_current(self, item_id: str) -> None:
        """Mark the row that is current in the list."""
        self._current = item_id
        self.update()

    def _show_other(self) -> None:
        """Show another meeting, whose bars come from nowhere."""
        self._held = None
        self._read()
        self._glide.stop()
        self.shown = self.rail
        self.update()

    def _follow(self, *_: object) -> None:
        before = self.shown
        self._read()
        if self._held is not None and before is not None and self.rail is not None:
            # Under the hand the scale stays, or the edge would slip away from it.
            self._glide.stop()
            self.shown = replace(self.rail, start=before.start, end=before.end)
            self.update()
            return
        if before is None or self.rail is None or before == self.rail or not self._glides():
            self._glide.stop()
            self.shown = self.rail
            # Most keys change no times: painted for each, the rail would hold up the page.
            if self._shown_now() != self._painted:
                self.update()
            return
        self._glide.stop()
        self._old = before
        self._glide.start()

    def _glides(self) -> bool:
        """Return whether bars go to their new places in sight, or stand there at once."""
        return self.isVisible() and may_move()

    def _go_on(self, part: float) -> None:
        if self._old is not None and self.rail is not None:
            self.shown = between(self._old, self.rail, part)
            self.update()

    def _read(self) -> None:
        draft = self._meeting.draft
        self.rail = None if draft is None else rail_of(draft)
        style = self._meeting.style
        self._numbers = {} if draft is None else printed_numbers(draft.items, style.sub_numbers)
        self.setAccessibleDescription(self._said())

    def _said(self) -> str:
        """Say in a sentence what the rail shows; every time is also in the list."""
        if self.rail is None:
            return ""
        clashes = sum(1 for bar in self.rail.bars if bar.clash)
        timed = sum(1 for bar in self.rail.bars if not bar.open)
        parts = [say_count("{n} punkt med tid", "{n} punkter med tid", timed)]
        if clashes:
            parts.append(say_count("{n} krock", "{n} krockar", clashes))
        span = (clock(each, self._separator()) for each in (self.rail.start, self.rail.end))
        return ", ".join(["–".join(span), *parts])

    def _separator(self) -> str:
        return self._meeting.style.time_separator

    def item(self, item_id: str) -> Item | None:
        """Return a row as it would be with what is being typed."""
        draft = self._meeting.draft
        items = () if draft is None else draft.items
        return next((item for item in items if item.id == item_id), None)

    def place(self, bar: Bar) -> QRectF:
        """Return where a bar is drawn."""
        return RailPainter.place(self._shown_now(), bar)

    def _shown_now(self) -> Shown:
        return Shown(
            self.shown, self.size(), self._numbers, self._current, self._separator(), self.font()
        )

    def bar_at(self, spot: QPointF) -> Bar | None:
        """Return the bar at a place, the innermost of those that lie over each other."""
        bars = () if self.shown is None else self.shown.bars
        return next((bar for bar in reversed(bars) if self.place(bar).contains(spot)), None)

    def edge_at(self, spot: QPointF) -> Bar | None:
        """Return the bar whose lower edge is at a place, if it can be dragged."""
        bars = () if self.shown is None or not self._editable else self.shown.bars
        near = (bar for bar in reversed(bars) if self._near_edge(self.place(bar), spot))
        return next((bar for bar in near if self._has_length(bar)), None)

    def _near_edge(self, place: QRectF, spot: QPointF) -> bool:
        inside = place.left() <= spot.x() <= place.right()
        return inside and abs(spot.y() - place.bottom()) <= EDGE

    def _has_length(self, bar: Bar) -> bool:
        item = self.item(bar.item_id)
        return item is not None and item.duration is not None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an edge, or choose the row of a bar."""
        spot = event.position()
        edge = self.edge_at(spot)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if edge is not None and (item := self.item(edge.item_id)) is not None:
            self._held = (edge.item_id, item.duration or 0, spot.y())
            self.grabKeyboard()
        elif (bar := self.bar_at(spot)) is not None:
            self.chosen.emit(bar.item_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the row, and all that follows it, go along with the edge that is held."""
        if self._held is None:
            self._hint(event.position())
            return
        item_id, _, _ = self._held
        minutes = self._minutes(event)
        item = self.item(item_id)
        if item is not None and item.duration != minutes:
            self._meeting.type_item(item_id, {"duration": minutes})

    def _minutes(self, event: QMouseEvent) -> int:
        assert self._held is not None
        _, minutes, top = self._held
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        moved = event.position().y() - top
        return dragged(minutes, moved, self._minute_high, fine=fine)

    @property
    def _minute_high(self) -> float:
        """Return how high a minute was, in pixels, when the edge was taken hold of."""
        sheet = self._meeting.sheet
        stood = None if sheet is None else rail_of(sheet)
        if stood is None:
            return 1.0
        return max(0.1, RailPainter.room(self.height()) / (stood.end - stood.start))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Write the minutes that the edge was dragged to, as one step."""
        if self._held is None:
            return
        item_id, before, _ = self._held
        minutes = self._minutes(event)
        self._let_go()
        if minutes != before:
            self.resized.emit(item_id, minutes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take an edge that is held back with Esc."""
        if self._held is not None and event.key() == Qt.Key.Key_Escape:
            self._let_go()
            return
        super().keyPressEvent(event)

    def _let_go(self) -> None:
        self._held = None
        self.releaseKeyboard()
        self._meeting.forget_typing()

    def _hint(self, spot: QPointF) -> None:
        edge = self.edge_at(spot)
        shapes = Qt.CursorShape
        self.setCursor(shapes.SplitVCursor if edge is not None else shapes.ArrowCursor)
        bar = edge or self.bar_at(spot)
        self.setToolTip(plain_tip("" if bar is None else self._told(bar)))

    def _told(self, bar: Bar) -> str:
        item = self.item(bar.item_id)
        span = "–".join(clock(each, self._separator()) for each in (bar.start, bar.end))
        title = item.title if item is not None else ""
        return f"{title}\n{span} · {minutes_in_words(bar.end - bar.start)}".strip()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.width(), 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._painted = self._shown_now()
        RailPainter(painter, self._painted).paint()
        painter.end()
