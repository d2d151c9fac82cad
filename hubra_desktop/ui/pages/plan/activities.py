"""The year's activities: by area, as a list or as a wheel, with one of them at work beside."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.plan.terms import PlanKind
from hubra_desktop.model.records.plan import Activity, Plan
from hubra_desktop.ui import settings
from hubra_desktop.ui.action_spec import LINE, Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.models.rows_table import RowsModel
from hubra_desktop.ui.pages.plan.activity_columns import columns
from hubra_desktop.ui.pages.plan.activity_form import ActivityForm
from hubra_desktop.ui.pages.plan.area_form import AreaForm, PlanForm
from hubra_desktop.ui.pages.plan.areas_model import OUTSIDE, AreasModel, board
from hubra_desktop.ui.pages.plan.areas_view import PlanAreasView
from hubra_desktop.ui.pages.plan.filter_bar import FilterBar
from hubra_desktop.ui.pages.plan.open_plan import OpenPlan
from hubra_desktop.ui.pages.plan.rows_beside import RowsBeside
from hubra_desktop.ui.pages.plan.year_view import YearView
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.ui.widgets.rows_view import RowsView

VIEWS = ("areas", "list", "year")
ROW_MENU = ("new-activity", "new-area", LINE, "move-up", "move-down", LINE, "remove-item")


class ActivitiesPanel(RowsBeside):
    """Three views of the open plan, and the panel where what is chosen is edited.

    ``place_asked(kind, id)`` leads to another page, ``copy_asked(id)`` asks for a copy
    of an earlier plan in a year that has none.
    """

    place_asked = Signal(str, str)
    copy_asked = Signal(str)

    def __init__(
        self, desk: Desk, plan: OpenPlan, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, actions, parent)
        self.activity = ActivityForm(desk, plan, self.side.ground)
        self.area = AreaForm(desk, plan, self.side.ground)
        self.facts = PlanForm(desk, plan, actions, self.side.ground)
        self.edit_in(self.activity, self.area, self.facts)
        self.setObjectName("activities-panel")
        self._plan = plan
        self._stale = set(VIEWS)
        self.view = "areas"
        self.former: Callable[[], Plan | None] = lambda: None
        self.filter = FilterBar(plan, self)
        self.model = AreasModel(self)
        self.tree = PlanAreasView(self.model, self)
        self.rows: RowsModel[Activity] = RowsModel(columns(plan), self)
        self.list = RowsView("plan-list", say("Aktiviteter"), self.rows, self)
        self.year = YearView(desk, plan, self)
        self._empty: QWidget = QWidget(self)
        self._stack = QStackedWidget(self)
        for widget in (self.tree, self.list, self.year, self._empty):
            self._stack.addWidget(widget)
        self.lay_out("plan-splitter", self.filter, (self._stack, 1))
        for view in (self.tree, self.list):
            self.follow_view(view, ROW_MENU, ("remove-item", "move-up", "move-down"))
        plan.changed.connect(self.refresh)
        self.activity.links.place_asked.connect(self.place_asked)

    @property
    def rows_view(self) -> PlanAreasView | RowsView:
        return self.list if self.view == "list" else self.tree

    def show_view(self, name: str) -> None:
        """Show one of the three views; what is chosen stays chosen."""
        self.view = name
        with self.rows_changing():
            self._refresh_view()
        self.allowed.emit()

    def refresh(self) -> None:
        """Show the plan as it is now; views that are not seen wait until they are."""
        self._stale = set(VIEWS)
        with self.rows_changing():
            self._refresh_view()
        self.refresh_side()
        self.allowed.emit()

    def _refresh_view(self) -> None:
        plan = self._plan
        empty = plan.plan is None and (self.view == "areas" or not plan.activities)
        self.filter.setVisible(not empty)
        if empty:
            self._show_empty()
            return
        if self.view in self._stale:
            self._stale.discard(self.view)
            if self.view == "areas":
                found = board(plan.plan, plan.shown, plan.gaps, narrowed=plan.narrowed)
                self.model.show_board(found)
            elif self.view == "list":
                self.rows.show_rows(plan.shown)
            else:
                self.year.refresh()
        widgets = {"areas": self.tree, "list": self.list, "year": self.year}
        self._stack.setCurrentWidget(widgets[self.view])

    def _show_empty(self) -> None:
        """Say that the year has no plan, and offer to begin one."""
        self._stack.removeWidget(self._empty)
        self._empty.hide()
        self._empty.deleteLater()
        offered = [self._actions["new-plan"]]
        former = None if self._desk.workspace is None else self.former()
        if former is not None:
            copy = QAction(self)
            text = say("Kopiera planen för {year}", year=former.year)
            copy.setText(text)
            copy.setObjectName("copy-former")
            copy.setEnabled(not self._desk.read_only)
            copy.triggered.connect(partial(self.copy_asked.emit, former.id))
            offered.insert(0, copy)
        own = self._plan.kind is PlanKind.ACTIVITY
        heading = (
            say("Ingen verksamhetsplan för {year}") if own else say("Ingen åtgärdsplan för {year}")
        )
        sentence = (
            say("Här står det som rådet planerar för året, område för område.")
            if own
            else say(
                "Lagen kräver en lägesbild och en åtgärdsplan som följs upp minst "
                "vartannat år. De har samma aktiviteter som rådets egen plan."
            )
        )
        self._empty = EmptyState(
            heading.format(year=self._plan.year), sentence, *offered, parent=self
        )
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    def record(self, kind: str, row_id: str) -> Any:
        if kind == "activity":
            return self._plan.activity(row_id)
        if kind == "focus_area":
            return self._plan.area(row_id)
        return self._plan.plan if kind == "plan" else None

    def form_of(self, kind: str) -> Form:
        forms: dict[str, Form] = {"activity": self.activity, "focus_area": self.area}
        return forms.get(kind, self.facts)

    def kind_of(self, row_id: str) -> str:
        if not row_id or row_id == OUTSIDE:
            return ""
        return "focus_area" if self._plan.area(row_id) is not None else "activity"

    def close_side(self) -> None:
        """Close the panel when what is typed in it has been committed."""
        super().close_side()
        if self._chosen[0] == "plan" and not self.side.isVisibleTo(self):
            self._chosen = ("", "")
            self.allowed.emit()

    def meets(self) -> Needs:
        """Return what can be done with what is chosen."""
        met = Needs.PLAN if self._plan.plan is not None else Needs.NOTHING
        if self.view == "year" and self._stack.currentWidget() is self.year:
            met |= Needs.PAPER
        kind = self._chosen[0]
        if kind in ("activity", "focus_area"):
            met |= Needs.ITEM
        return met | Needs.ACTIVITY if kind == "activity" else met

    def panes(self) -> list[QWidget]:
        """Return the parts that F6 goes between."""
        views: dict[str, QWidget] = {"list": self.list, "year": self.year.drawn}
        return [self.filter, views.get(self.view, self.tree), self.side]

    def remember(self) -> None:
        """Remember how wide the parts are."""
        if self.side.isVisibleTo(self):
            settings.remember("plan/splitter", self.splitter.saveState())

    def restore(self) -> None:
        """Show the parts as wide as they were."""
        self.splitter.restoreState(settings.state("plan/splitter"))
