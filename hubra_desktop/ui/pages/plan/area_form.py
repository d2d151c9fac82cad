"""An area of the plan, and the plan's own facts, edited in place beside it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from hubra_desktop.model.plan.sheets import PlanSheet
from hubra_desktop.model.plan.terms import PlanKind
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.days import weekday_in_text
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.plan.open_plan import OpenPlan
from hubra_desktop.ui.widgets.readings import DAY
from hubra_desktop.ui.widgets.record_form import RecordForm
from hubra_desktop.work.commands import ChangeFocusArea, ChangePlan
from hubra_desktop.work.queries import meetings_of, years


class AreaForm(RecordForm):
    """Edits one area; says what its gap is, if it has one."""

    def __init__(self, desk: Desk, plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__("area-form", "", parent)
        self.setAccessibleName(self.tr("Area"))
        self._desk = desk
        self._plan = plan
        self.gap = QLabel(self.inside)
        self.gap.setProperty("role", "callout")
        self.gap.setProperty("caution", True)
        self.gap.setWordWrap(True)
        self.put(self.gap)
        self.put(
            self.line("number", self.tr("Number")),
            self.line("title", self.tr("Title")),
            stretches=(1, 6),
        )
        self.put(self.area("goal", self.tr("Goal"), least=3))
        self._problem = self.put(
            self.area("problem", self.tr("Problem in the situation report that it answers"))
        )
        comment = self.area("comment", self.tr("Comment"), least=3)
        comment.setPlaceholderText(self.tr("Why there is no activity, or what else is to be said"))
        self.put(comment)
        self.end()

    def near(self) -> date:
        return self._plan.near()

    def fill(self, record: Any) -> None:
        super().fill(record)
        found = [gap for gap in self._plan.gaps if gap.area_id == record.id and not gap.activity_id]
        self.gap.setText("\n".join(gap.brief for gap in found))
        self.gap.setVisible(bool(found))
        self._problem.setVisible(self._plan.kind is PlanKind.MEASURES)

    def write(self, values: Mapping[str, object], edit: str) -> None:
        self._desk.attempt_now(ChangeFocusArea(self.record.id, values, edit))


class PlanForm(RecordForm):
    """Edits the plan's own facts: its title and goal, and in which meeting it was adopted."""

    def __init__(
        self, desk: Desk, plan: OpenPlan, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__("plan-form", "", parent)
        self.setAccessibleName(self.tr("The plan's own facts"))
        self._desk = desk
        self._plan = plan
        self.put(self.line("title", self.tr("Title")))
        self.put(self.area("goal", self.tr("Goal"), least=3))
        self.put(self.choice("meeting_id", self.tr("Adopted in the meeting")))
        self.put(
            self.line("decided_on", self.tr("Adopted on"), DAY),
            self.line("case_number", self.tr("Case number")),
        )
        self._law = [
            self.put(self.area("situation", self.tr("Situation report (lägesbild)"), least=5)),
            self.put(
                self.line("situation_date", self.tr("Situation report of"), DAY),
                self.line("followed_up", self.tr("Followed up on"), DAY),
            ),
        ]
        self.put(self.area("note", self.tr("Note")))
        self.version = QLabel(self.inside)
        self.version.setProperty("role", "muted")
        self.version.setWordWrap(True)
        self.put(self.version)
        for action_id in ("new-plan-version", "copy-plan", "remove-plan"):
            self.put(self._button(actions[action_id]))
        self.end()

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(action.icon(), action.text().replace("&", ""), self.inside)
        button.setObjectName(f"plan-form-{action.objectName()}")
        button.setProperty("role", "link")
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        return button

    def near(self) -> date:
        return self._plan.near()

    def fill(self, record: Any) -> None:
        plan: PlanSheet = record
        self.choices["meeting_id"].offer(self._meetings(plan))
        super().fill(record)
        for band in self._law:
            band.setVisible(plan.kind is PlanKind.MEASURES)
        told = self.tr("This is version {number}.").format(number=plan.version)
        if plan.decided_on is None and plan.meeting_id is None:
            told += " " + self.tr("It has not been adopted yet.")
        self.version.setText(told)

    def _meetings(self, plan: PlanSheet) -> list[tuple[str, object]]:
        """Return the meetings that can have adopted it: of its year and the year before."""
        with self._desk.read() as reader:
            near = [row.year for row in years(reader) if plan.year - 1 <= row.year <= plan.year]
            rows = [row for year in near for row in meetings_of(reader, year)]
        offered: list[tuple[str, object]] = [(self.tr("None chosen"), None)]
        for row in rows:
            text = " · ".join(part for part in (weekday_in_text(row.date), row.place) if part)
            offered.append((text, row.id))
        return offered

    def write(self, values: Mapping[str, object], edit: str) -> None:
        self._desk.attempt_now(ChangePlan(self.record.id, values, edit))
