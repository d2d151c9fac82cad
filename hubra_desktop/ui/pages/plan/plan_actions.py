"""What the menus do with the plan: activities, areas and plans made, moved and removed."""

from PySide6.QtCore import QObject

from hubra_desktop.model.language import say
from hubra_desktop.model.plan.areas import main_area
from hubra_desktop.model.plan.filters import Wanted
from hubra_desktop.model.records.plan import Activity, FocusArea, Plan
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.plan.activities import ActivitiesPanel
from hubra_desktop.ui.pages.plan.open_plan import OpenPlan
from hubra_desktop.work.commands.activities import MoveActivity, NewActivity
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.plans import CopyPlan, NewPlan, NewPlanVersion
from hubra_desktop.work.edits import Add, Remove, Reorder
from hubra_desktop.work.queries.plan import plan_of

SEARCHED = 50


class PlanActions(QObject):
    """Each method is one step that can be undone, or leads to where it is asked for."""

    def __init__(self, desk: Desk, plan: OpenPlan, panel: ActivitiesPanel) -> None:
        super().__init__(panel)
        self._desk = desk
        self._plan = plan
        self._panel = panel

    def new_activity(self) -> None:
        """Plan an activity in the area that is chosen, and ask for its title."""
        self._plan.want(Wanted())
        kind, row_id = self._panel.chosen
        area = row_id if kind == "focus_area" else self._area_of(row_id)
        changes = self._desk.run(NewActivity(self._plan.year, {}, (area,) if area else ()))
        if changes is not None and changes.created:
            self._panel.open_place("activity", changes.created)
            self._panel.activity.go_to("title")

    def _area_of(self, activity_id: str) -> str:
        plan, activity = self._plan.plan, self._plan.activity(activity_id)
        if plan is None:
            return ""
        if activity is not None:
            return main_area(plan, activity) or ""
        return ""

    def new_area(self) -> None:
        """Add an area last in the plan, and ask for its title."""
        if self._plan.plan is None:
            return
        changes = self._desk.run(Add(FocusArea, {}, self._plan.plan.id))
        if changes is not None and changes.created:
            self._panel.open_place("focus_area", changes.created)
            self._panel.area.go_to("title")

    def show_facts(self) -> None:
        """Edit the plan's own facts."""
        if self._panel.open_place("plan", ""):
            self._panel.facts.go_to("title")

    def new_plan(self) -> None:
        """Begin the plan of the year in view; if it has one, go to the next year without."""
        if self._plan.plan is not None:
            self._plan.show(self._next_free())
            return
        self._desk.run(NewPlan(self._plan.year, self._plan.kind))

    def _next_free(self) -> int:
        with self._desk.read() as reader:
            for year in range(self._plan.year + 1, self._plan.year + SEARCHED):
                if plan_of(reader, year, self._plan.kind) is None:
                    return year
        return self._plan.year + SEARCHED

    def copy_to_next(self) -> None:
        """Copy the plan in view to the next year, and show it."""
        plan = self._plan.plan
        if plan is not None and self._desk.run(CopyPlan(plan.id)) is not None:
            self._plan.show(plan.year + 1)
            text = say("Planen för {year} kopierades.", year=plan.year)
            self._desk.messages.tell(text, "undo")

    def copy_here(self, plan_id: str) -> None:
        """Copy an earlier plan to the year in view, which has none."""
        self._desk.run(CopyPlan(plan_id, self._plan.year))

    def new_version(self) -> None:
        """Keep the plan as it stands as its former version, and go on with a new one."""
        plan = self._plan.plan
        if plan is not None and self._desk.run(NewPlanVersion(plan.id)) is not None:
            text = say("Nu är det här version {number}. Den förra finns kvar.")
            self._desk.messages.tell(text.format(number=plan.version + 1), "undo")

    def remove_plan(self) -> None:
        """Take away the plan in view; its activities stay in their year. Undo brings it back."""
        plan = self._plan.plan
        if plan is not None and self._desk.run(Remove(Plan, plan.id)) is not None:
            text = say("Planen för {year} togs bort. Aktiviteterna finns kvar.")
            self._desk.messages.tell(text.format(year=plan.year), "undo")

    def remove(self) -> None:
        """Take away the activity or the area that is chosen; Undo brings it back."""
        kind, row_id = self._panel.chosen
        activity, area = self._plan.activity(row_id), self._plan.area(row_id)
        if kind == "activity" and activity is not None:
            self._remove(Remove(Activity, row_id), activity.title)
        elif kind == "focus_area" and area is not None:
            self._remove(Remove(FocusArea, row_id), area.title)

    def _remove(self, command: Command, title: str) -> None:
        if self._desk.run(command) is not None:
            named = title or say("En rad utan rubrik")
            text = say("”{title}” togs bort.", title=named)
            self._desk.messages.tell(text, "undo")

    def move(self, by: int) -> None:
        """Move what is chosen one place up (-1) or down (1) among those it stands with."""
        kind, row_id = self._panel.chosen
        plan = self._plan.plan
        if kind == "focus_area" and plan is not None:
            ids = [area.id for area in plan.areas]
            place = ids.index(row_id) + by
            if 0 <= place < len(ids):
                self._desk.run(Reorder(FocusArea, row_id, place))
        elif kind == "activity":
            self._move_activity(row_id, by)

    def _move_activity(self, row_id: str, by: int) -> None:
        plan, activities = self._plan.plan, self._plan.activities
        area = self._area_of(row_id)
        beside = [
            each.id for each in activities if plan is None or (main_area(plan, each) or "") == area
        ]
        place = beside.index(row_id) + by
        if 0 <= place < len(beside):
            order = [each.id for each in activities]
            self._desk.run(MoveActivity(row_id, order.index(beside[place])))
