"""The year as a wheel on the screen: the same drawing as on paper."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hubra_desktop.model.drawing import Drawing
from hubra_desktop.model.language import say
from hubra_desktop.model.plan.wheel import wheel
from hubra_desktop.model.plan.year import wheel_text
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.plan.open_plan import OpenPlan
from hubra_desktop.ui.paper_out import PaperOut
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.drawing_view import DrawnView
from hubra_desktop.work.papers import PaperForm, collect, render
from hubra_desktop.work.queries.plan import wheel_of

BESIDE = 820
WIDE = 860.0
TALL = 540.0
MOST = 1.5


class YearView(QScrollArea):
    """Draws the activities that are asked for; its key stands beside it where there is room."""

    def __init__(self, desk: Desk, plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plan-year-view")
        self.setAccessibleName(say("Året som årshjul"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._desk = desk
        self._plan = plan
        self._beside: bool | None = None
        self._out = PaperOut(desk, self)
        self.drawn = DrawnView(self, most=MOST)
        inside = QWidget(self)
        inside.setProperty("role", "surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.addWidget(self.drawn)
        column.addStretch(1)
        self.setWidget(inside)

    def refresh(self) -> None:
        """Draw the year anew."""
        if self._desk.workspace is None:
            return
        self._beside = self._has_room()
        with self._desk.read() as reader:
            year = wheel_of(reader, self._plan.year, self._plan.kind)
        year = replace(year, activities=self._plan.shown)
        beside = self._beside
        drawing = wheel(year, width=WIDE if beside else TALL, key="beside" if beside else "below")
        self._fit(drawing, beside=beside)
        name = say("Årshjul {year}", year=self._plan.year)
        self.drawn.show_drawing(drawing, wheel_text(year), name)

    def _fit(self, drawing: Drawing, *, beside: bool) -> None:
        """Keep the whole wheel in view beside its key, as long as it can be read."""
        most = MOST
        if beside and drawing.height:
            tall = self.viewport().height() - 4 * GRID - 6
            most = min(most, max(1.0, tall / drawing.height / theme().unit))
        self.drawn.limit(most)

    def do(self, action_id: str) -> None:
        """Save, print or lend the wheel on paper."""
        name = say("Årshjul {year}.pdf", year=self._plan.year)
        if action_id == "save-pdf":
            self._out.save(name, self._paper)
        elif action_id == "print":
            self._out.print(name, self._paper)
        elif action_id == "view-pdf":
            self._out.view(name, self._paper)

    def _paper(self, form: PaperForm) -> bytes:
        """Make the wheel of the whole year on paper, whatever is looked for on the screen."""
        with self._desk.read() as reader:
            paper = collect(reader, "arshjul", self._plan.year)
        return render(paper, form)

    def stop(self) -> None:
        """Take back what was lent to other programs."""
        self._out.stop()

    def _has_room(self) -> bool:
        return self.viewport().width() >= theme().scaled(BESIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible() and self._beside is not None:
            QTimer.singleShot(0, self, self.refresh)
