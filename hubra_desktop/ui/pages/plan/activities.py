"""The year's activities: by area, as a list or as a wheel, with one of them at work beside."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.plan.terms import PlanKind
from hubra_desktop.model.records.plan import Activity, Plan
from hubra_desktop.ui import settings
from hubra_desktop.ui.action_spec import LINE, Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.forms.side_panel import WIDTH, SidePanel
from hubra_desktop.ui.menus import fill_menu
from hubra_desktop.ui.models.rows_table import RowsModel
from hubra_desktop.ui.pages.plan.activity_columns import columns
from hubra_desktop.ui.pages.plan.activity_form import ActivityForm
from hubra_desktop.ui.pages.plan.area_form import AreaForm, PlanForm
from hubra_desktop.ui.pages.plan.areas_model import OUTSIDE, AreasModel, board
from hubra_desktop.ui.pages.plan.areas_view import PlanAreasView
from hubra_desktop.ui.pages.plan.filter_bar import FilterBar
from hubra_desktop.ui.pages.plan.open_plan import OpenPlan
from hubra_desktop.ui.pages.plan.year_view import YearView
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.ui.widgets.split import split

VIEWS = ("areas", "list", "year")
ROW_MENU = ("new-activity", "new-area", LINE, "move-up", "move-down", LINE, "remove-item")
FIRST_WIDTH = 680


class ActivitiesPanel(QWidget):
    """Three views of the open plan, and the panel where what is chosen is edited.

    ``place_asked(kind, id)`` leads to another page, ``copy_asked(id)`` asks for a copy
    of an earlier plan in a year that has none, ``allowed`` tells that something else is
    chosen.
    """

    allowed = Signal()
    place_asked = Signal(str, str)
    copy_asked = Signal(str)

    def __init__(
        self, desk: Desk, plan: OpenPlan, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("activities-panel")
        self._desk = desk
        self._plan = plan
        self._actions = actions
        self._chosen = ("", "")
        self._stale = set(VIEWS)
        self.view = "areas"
        self.former: Callable[[], Plan | None] = lambda: None
        self.filter = FilterBar(plan, self)
        self.model = AreasModel(self)
        self.tree = PlanAreasView(self.model, self)
        self.rows: RowsModel[Activity] = RowsModel(columns(plan), self)
        self.list = RowsView("plan-list", say("Aktiviteter"), self.rows, self)
        self.year = YearView(desk, plan, self)
        self.activity = ActivityForm(desk, plan, self)
        self.area = AreaForm(desk, plan, self)
        self.facts = PlanForm(desk, plan, actions, self)
        self.side = SidePanel(
            (self.activity, self.area, self.facts), (actions["remove-item"],), self
        )
        self._empty: QWidget = QWidget(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        for widget in (self.tree, self.list, self.year, self._empty):
            self._stack.addWidget(widget)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.filter)
        column.addWidget(self._stack, 1)
        parts = (left, 1, FIRST_WIDTH), (self.side, 0, WIDTH)
        self.splitter = split("plan-splitter", self, *parts)
        self.side.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _connect(self) -> None:
        self._plan.changed.connect(self.refresh)
        for view in (self.tree, self.list):
            view.row_chosen.connect(self._follow_row)
            view.opened.connect(self._open_row)
            view.clicked.connect(self._click)
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(self._show_menu)
            for action_id in ("remove-item", "move-up", "move-down"):
                view.addAction(self._actions[action_id])
        self.side.left.connect(self.close_side)
        self.activity.links.place_asked.connect(self.place_asked)
        for form in self._forms():
            self._desk.hold(form, form.mend)

    def _forms(self) -> tuple[Form, ...]:
        return (self.activity, self.area, self.facts)

    @property
    def rows_view(self) -> PlanAreasView | RowsView:
        """Return the view whose rows can be chosen."""
        return self.list if self.view == "list" else self.tree

    def start_over(self) -> None:
        """Forget what was chosen in another register."""
        self._chosen = ("", "")
        for form in self._forms():
            form.record = None
        self.side.hide()
        self.refresh()

    def show_view(self, name: str) -> None:
        """Show one of the three views; what is chosen stays chosen."""
        self.view = name
        self._refresh_view()
        kind, row_id = self._chosen
        if kind in ("activity", "focus_area") and name != "year":
            self.rows_view.choose(row_id)
        self.allowed.emit()

    def refresh(self) -> None:
        """Show the plan as it is now; views that are not seen wait until they are."""
        self._stale = set(VIEWS)
        self._refresh_view()
        self._refresh_side()
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
            said = say("Kopiera planen för {year}", year=former.year)
            copy.setText(said)
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

    def _refresh_side(self) -> None:
        kind, row_id = self._chosen
        record = self._record(kind, row_id)
        if record is None and kind:
            self._chosen = ("", "")
            for form in self._forms():
                form.record = None
            self.side.hide()
        elif record is not None and self.side.isVisibleTo(self):
            self._form(kind).show_record(record)

    def _record(self, kind: str, row_id: str) -> Any:
        if kind == "activity":
            return self._plan.activity(row_id)
        if kind == "focus_area":
            return self._plan.area(row_id)
        return self._plan.plan if kind == "plan" else None

    def _form(self, kind: str) -> Form:
        forms: dict[str, Form] = {"activity": self.activity, "focus_area": self.area}
        return forms.get(kind, self.facts)

    def _kind_of(self, row_id: str) -> str:
        return "focus_area" if self._plan.area(row_id) is not None else "activity"

    def _follow_row(self, row_id: str) -> None:
        """Show the row that was chosen beside, if the panel is open."""
        before = self._chosen
        if not row_id or row_id == OUTSIDE:
            self.allowed.emit()
            return
        self._chosen = (self._kind_of(row_id), row_id)
        if self.side.isVisibleTo(self) and not self._show_side():
            self._chosen = before
            # After the click has run its course, since it selects its own row last.
            QTimer.singleShot(0, self, self._stay)
        self.allowed.emit()

    def _stay(self) -> None:
        """Choose the row of what must be mended again, and lead to what was refused."""
        view = self.rows_view
        if not view.choose(self._chosen[1]):
            view.setCurrentIndex(QModelIndex())
        rows = QItemSelectionModel.SelectionFlag.Rows
        clear = QItemSelectionModel.SelectionFlag.ClearAndSelect
        view.selectionModel().select(view.currentIndex(), clear | rows)
        self._form(self._chosen[0]).mend()

    def _click(self) -> None:
        self._open_row(self.rows_view.current_id(), focus=False)

    def _open_row(self, row_id: str, *, focus: bool = True) -> None:
        if not row_id or row_id == OUTSIDE:
            return
        self.open_place(self._kind_of(row_id), row_id)
        if focus and self.side.isVisibleTo(self):
            self._form(self._chosen[0]).go_to("title")

    def open_place(self, kind: str, row_id: str) -> bool:
        """Edit an activity, an area or the plan's own facts beside the view."""
        if self._record(kind, row_id) is None:
            return False
        before, self._chosen = self._chosen, (kind, row_id)
        if not self._show_side():
            self._chosen = before
            return False
        if kind != "plan" and self.view != "year":
            self.rows_view.choose(row_id)
        self.allowed.emit()
        return True

    def _show_side(self) -> bool:
        """Show the form of what is chosen; False when another must be mended first."""
        kind, row_id = self._chosen
        form, shown = self._form(kind), self.side.form
        if isinstance(shown, Form) and shown is not form and not shown.flush():
            return False
        if not form.show_record(self._record(kind, row_id)):
            return False
        titles = {"activity": say("Aktivitet"), "focus_area": say("Område")}
        self.side.show_form(form, titles.get(kind, say("Planens uppgifter")))
        self.side.show()
        return True

    def close_side(self) -> None:
        """Close the panel when what is typed in it has been committed."""
        form = self.side.form
        if isinstance(form, Form) and not form.leave():
            return
        self.side.hide()
        if self._chosen[0] == "plan":
            self._chosen = ("", "")
        self.rows_view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.allowed.emit()

    @property
    def chosen(self) -> tuple[str, str]:
        """Return the kind and the id of what is chosen, both "" for nothing."""
        return self._chosen

    def meets(self) -> Needs:
        """Return what can be done with what is chosen."""
        met = Needs.PLAN if self._plan.plan is not None else Needs.NOTHING
        if self.view == "year" and self._stack.currentWidget() is self.year:
            met |= Needs.PAPER
        kind = self._chosen[0]
        if kind in ("activity", "focus_area"):
            met |= Needs.ITEM
        return met | Needs.ACTIVITY if kind == "activity" else met

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        for form in self._forms():
            form.set_editable(editable)

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

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        fill_menu(menu, ROW_MENU, self._actions)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.rows_view.viewport().mapToGlobal(place))
