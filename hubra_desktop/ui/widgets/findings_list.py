"""What should be looked at: whole sentences that lead to where they are mended.

One list for every page: stops first, many of a kind as one line that unfolds, and beside a
finding what would mend it, where that can be computed.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QWidget

from hubra_desktop.model.cures import Cure
from hubra_desktop.model.finding_groups import FindingGroup, grouped
from hubra_desktop.model.findings import Finding
from hubra_desktop.model.language import say
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.ui.widgets.level_line import ROLES, level_line, levelled
from hubra_desktop.ui.widgets.plain import literal, plain_tip
from hubra_desktop.ui.widgets.wrapped_line import ICON, WrappedLine

CureOf = Callable[[Finding], Cure | None]
AROUND = (0, 2, GRID - 2, 2)
STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class GroupLine(WrappedLine):
    """A line about many findings of a kind, which unfolds to one line for each."""

    beside = ICON + GRID

    def __init__(self, name: str, group: FindingGroup, parent: QWidget) -> None:
        level = group.level.value
        super().__init__(name, levelled(group.level, group.sentence), (level, ROLES[level]), parent)
        self.setCheckable(True)
        self.setToolTip(plain_tip(say("Visa var och en")))

    def paint_beside(self, painter: QPainter) -> None:
        drawing = icon("chevron-down" if self.isChecked() else "chevron-right")
        room = QRect(self.width() - GRID - ICON, (self.height() - ICON) // 2, ICON, ICON)
        drawing.paint(painter, room)


class FindingsList(QScrollArea):
    """As high as its lines, at most ``most`` pixels (0: without limit); then it is scrolled.

    ``chosen(finding)`` asks to go to where a finding is mended, ``cured(cure)`` to mend it.
    The arrows go between the lines.
    """

    chosen = Signal(object)
    cured = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, most: int = 0) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "checks")
        self.setAccessibleName(say("Att se över"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._most = most
        self._shown: tuple[tuple[Finding, Cure | None], ...] = ()
        self._unfolded: set[tuple[str, str]] = set()
        self._fitting = later(0, self._fit, self)
        self._build()
        self.hide()

    def show_findings(self, findings: Sequence[Finding], cure_of: CureOf | None = None) -> None:
        """Show other findings, each with what would mend it; with none it gives its room away."""
        shown = tuple((each, cure_of(each) if cure_of else None) for each in findings)
        if shown == self._shown:
            return
        focus = self._place_of_focus()
        self._shown = shown
        self._build()
        self.setVisible(bool(shown))
        lines = self.lines()
        if focus is not None and lines:
            lines[min(focus, len(lines) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what is shown, in the order given."""
        return tuple(finding for finding, _ in self._shown)

    def lines(self) -> list[WrappedLine]:
        """Return the lines that can be seen, from the top."""
        lines = self._inside.findChildren(WrappedLine)
        return [line for line in lines if line.isVisibleTo(self)]

    def _place_of_focus(self) -> int | None:
        focus = QApplication.focusWidget()
        if focus is None or not self._inside.isAncestorOf(focus):
            return None
        rows = [line.parentWidget() for line in self.lines()]
        return next((place for place, row in enumerate(rows) if row is focus.parentWidget()), 0)

    def _build(self) -> None:
        old = self.takeWidget()
        if old is not None:
            # What was pressed may stand in it.
            old.deleteLater()
        self._inside = QWidget(self)
        self._inside.setProperty("role", "plain")
        self._column = build.column(of=self._inside, margins=AROUND, spacing=0)
        number = 0
        for group in grouped(self.findings):
            if not group.many:
                self._column.addWidget(self._line(number, group.findings[0]))
            else:
                self._add_group(number, group)
            number += len(group.findings)
        self.setWidget(self._inside)
        self._fit_soon()

    def _add_group(self, number: int, group: FindingGroup) -> None:
        place = QWidget(self._inside)
        head = GroupLine(f"findings-{number}", group, place)
        build.row(head, of=place)
        each = [self._line(number + turn, finding) for turn, finding in enumerate(group.findings)]
        inner = QWidget(self._inside)
        build.column(*each, of=inner, margins=(3 * GRID, 0, 0, 0), spacing=0)
        kind = (group.level.value, group.findings[0].id)
        head.setChecked(kind in self._unfolded)
        self._turn(kind, head, inner, head.isChecked())
        head.toggled.connect(partial(self._turn, kind, head, inner))
        self._column.addWidget(place)
        self._column.addWidget(inner)

    def _turn(self, kind: tuple[str, str], head: GroupLine, inner: QWidget, on: bool) -> None:
        (self._unfolded.add if on else self._unfolded.discard)(kind)
        inner.setVisible(on)
        said = say("{line} Utfällt.") if on else say("{line} Hopfällt.")
        head.setAccessibleName(said.format(line=head.text()))
        self._fit_soon()

    def _line(self, number: int, finding: Finding) -> QWidget:
        row = QWidget(self._inside)
        line = level_line(f"finding-{number}", finding.level, finding.sentence, row)
        line.setToolTip(plain_tip(say("Gå dit det rättas")))
        line.clicked.connect(partial(self.chosen.emit, finding))
        parts: list[build.Part] = [(line, 1)]
        cure = dict(self._shown).get(finding)
        if cure is not None:
            parts.append((self._offer(number, cure, row), Qt.AlignmentFlag.AlignVCenter))
        build.row(*parts, of=row, spacing=GRID // 2)
        return row

    def _offer(self, number: int, cure: Cure, row: QWidget) -> QPushButton:
        do = partial(self.cured.emit, cure)
        made = build.button(literal(cure.said), f"cure-{number}", row, do, role="cure")
        made.setAutoDefault(True)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the line above or below with an arrow."""
        lines, here = self.lines(), self._place_of_focus()
        if event.key() not in STEPS or here is None:
            super().keyPressEvent(event)
            return
        line = lines[min(max(here + STEPS[event.key()], 0), len(lines) - 1)]
        line.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(line, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_soon()

    def _fit_soon(self) -> None:
        self._fitting.start()

    def _fit(self) -> None:
        """Take the height of the lines, as far as ``most`` goes."""
        if not self._shown:
            return
        needs = self._column.totalHeightForWidth(self.viewport().width()) + 2 * self.frameWidth()
        most = theme().scaled(self._most)
        self.setFixedHeight(min(needs, most) if self._most else needs)
        if (around := self.parentWidget()) is not None:
            around.updateGeometry()
