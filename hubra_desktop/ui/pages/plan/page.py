"""The page Verksamhet: the year's plan and the rest of the council's work."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from hubra_desktop.model.language import say, say_in
from hubra_desktop.model.plan.filters import Wanted
from hubra_desktop.model.plan.terms import PlanKind
from hubra_desktop.model.records.plan import Plan
from hubra_desktop.ui import settings
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.pages.plan.activities import VIEWS, ActivitiesPanel
from hubra_desktop.ui.pages.plan.agreements import agreements_panel
from hubra_desktop.ui.pages.plan.consultations import consultations_panel
from hubra_desktop.ui.pages.plan.head import PlanHead
from hubra_desktop.ui.pages.plan.letters import letters_panel
from hubra_desktop.ui.pages.plan.open_plan import OpenPlan
from hubra_desktop.ui.pages.plan.plan_actions import PlanActions
from hubra_desktop.ui.pages.plan.register_panel import RegisterPanel
from hubra_desktop.ui.paper_maker import VIEW, PaperMaker
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import column, row
from hubra_desktop.ui.widgets.part_bar import PartBar
from hubra_desktop.work.issued_papers import ADOPTED
from hubra_desktop.work.papers import PaperRequest
from hubra_desktop.work.queries.plan import plan_of
from hubra_desktop.work.queries.plan_links import find_place

if TYPE_CHECKING:
    from hubra_desktop.ui.pages.law.panel import LawPanel
    from hubra_desktop.ui.pages.reports.panel import ReportsPanel

SEARCHED = 10
"""How many years back a plan to copy is looked for."""
REGISTERS = ("letter", "agreement", "consultation")


class PlanPage(Page):
    """The plan in three views, and the registers beside it, one part at a time."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plan-page")
        self._desk = desk
        self._actions = actions
        self._editable = True
        self.plan = OpenPlan(desk, self)
        self.head = PlanHead(self.plan, actions, self)
        self.parts = PartBar(say("Sidans delar"), self._names(), self)
        self._stack = QStackedWidget(self)
        self.activities = ActivitiesPanel(desk, self.plan, actions, self._stack)
        self.does = PlanActions(desk, self.plan, self.activities)
        self.papers = PaperMaker(desk, self)
        self._registers: dict[str, RegisterPanel] = {}
        self._reports: ReportsPanel | None = None
        self._law: LawPanel | None = None
        self._told: dict[str, str] = {}
        self._stack.addWidget(self.activities)
        band = row(self.parts, None, margins=(2 * GRID - 4, 0, 2 * GRID, 0))
        column(self.head, band, (self._stack, 1), of=self, spacing=GRID)
        self._connect()

    def _names(self) -> list[tuple[str, str]]:
        return [
            ("areas", say("Områden")),
            ("list", say("Lista")),
            ("year", say("Årshjul")),
            ("letters", say_in("letters", "Trygghetsbrev")),
            ("agreements", say("Överenskommelser")),
            ("consultations", say("Remisser")),
            ("reports", say("Handlingar")),
            ("law", say("Lagen")),
        ]

    def _connect(self) -> None:
        self.parts.chosen.connect(self._choose_part)
        self.head.year_chosen.connect(self._choose_year)
        self.head.kind_chosen.connect(self._choose_kind)
        self.head.gap_chosen.connect(self._mend)
        self.head.kept_chosen.connect(self._open_kept)
        self.activities.former = self._former
        self.activities.allowed.connect(self.allowed)
        self.activities.place_asked.connect(self.place_asked)
        self.activities.copy_asked.connect(self.does.copy_here)
        own: dict[str, Callable[[], None]] = {
            "plan-facts": self.does.show_facts,
            "new-area": self.does.new_area,
            "copy-plan": self.does.copy_to_next,
            "new-plan-version": self.does.new_version,
            "remove-plan": self.does.remove_plan,
        }
        self._actions.connect_all(own)
        self._desk.replaced.connect(self.start)

    def restore(self) -> None:
        self.activities.restore()
        part = settings.stored_text("plan/part", "areas")
        self.show_part(part if part in self.parts.names else "areas")

    def remember(self) -> None:
        self.activities.remember()
        settings.remember("plan/part", self.parts.shown)
        if self._reports is not None:
            self._reports.remember()
        if self.plan.years:
            settings.remember("plan/year", str(self.plan.year))

    def start(self) -> None:
        year = settings.stored_text("plan/year")
        self.plan.start_over(int(year) if year.isdecimal() and len(year) == 4 else 0)
        self.activities.start_over()
        for panel in self._registers.values():
            panel.start_over()
        if self._reports is not None:
            self._reports.start_over(self.plan.year)
        if self._law is not None:
            self._law.start_over(self.plan.year)

    def stop(self) -> None:
        self.activities.year.stop()
        self.papers.stop()
        for panel in self._of_year():
            panel.stop()

    def set_editable(self, editable: bool) -> None:
        self._editable = editable
        self.activities.set_editable(editable)
        for panel in self._registers.values():
            panel.set_editable(editable)
        for each in self._of_year():
            each.set_editable(editable)

    def meets(self) -> Needs:
        if self._desk.workspace is None:
            return Needs.NOTHING
        return self._panel().meets() | Needs.PARTS

    def panes(self) -> list[QWidget]:
        return [self.parts, *self._panel().panes()]

    def _of_year(self) -> "tuple[ReportsPanel | LawPanel, ...]":
        """Return the parts of a year that have been shown."""
        return tuple(each for each in (self._reports, self._law) if each is not None)

    def _panel(self) -> "ActivitiesPanel | RegisterPanel | ReportsPanel | LawPanel":
        """Return the part in view."""
        name = self.parts.shown
        if name == "reports" and self._reports is not None:
            return self._reports
        if name == "law" and self._law is not None:
            return self._law
        return self._registers.get(name, self.activities)

    def do(self, action_id: str) -> None:
        if action_id in ("next-part", "previous-part"):
            self._turn(1 if action_id == "next-part" else -1)
        elif action_id in ("new-activity", "new-plan"):
            self._in_plan()
            made = {"new-activity": self.does.new_activity, "new-plan": self.does.new_plan}
            made[action_id]()
        elif action_id.removeprefix("new-") in REGISTERS:
            self.show_part(f"{action_id.removeprefix('new-')}s")
            self._registers[self.parts.shown].add()
        else:
            self._do_with_row(action_id)

    def _do_with_row(self, action_id: str) -> None:
        panel = self._panel()
        if not isinstance(panel, ActivitiesPanel):
            panel.do(action_id)
        elif action_id == "remove-item":
            self.does.remove()
        elif action_id in ("move-up", "move-down"):
            self.does.move(-1 if action_id == "move-up" else 1)
        else:
            panel.year.do(action_id)

    def _in_plan(self) -> None:
        if self.parts.shown not in VIEWS:
            self.show_part("areas")

    def _turn(self, by: int) -> None:
        names = self.parts.names
        place = (names.index(self.parts.shown) + by) % len(names)
        if self._desk.flush():
            self.show_part(names[place])
            self.parts.setFocus()

    def _choose_part(self, name: str) -> None:
        if self._desk.flush():
            self.show_part(name)

    def show_part(self, name: str) -> None:
        """Show a part of the page."""
        self.parts.show_part(name)
        if name in VIEWS:
            self._stack.setCurrentWidget(self.activities)
            self.activities.show_view(name)
        elif name == "reports":
            self._stack.setCurrentWidget(self._papers())
        elif name == "law":
            self._stack.setCurrentWidget(self._lawful())
        else:
            self._stack.setCurrentWidget(self._register(name))
        self.head.show_for(name, self._title(name), self._told.get(name, ""))
        self.allowed.emit()

    def _title(self, name: str) -> str:
        if name == "law":
            return say("Så följer vi lagen")
        return say("Verksamhet") if name in VIEWS else dict(self._names())[name]

    def _papers(self) -> "ReportsPanel":
        """Return the papers of the year, made when they are first shown."""
        if self._reports is None:
            from hubra_desktop.ui.pages.reports.panel import ReportsPanel

            self._reports = ReportsPanel(self._desk, self._actions, self._stack)
            self._reports.restore()
            self._reports.set_editable(self._editable)
            self._reports.allowed.connect(self.allowed)
            self._reports.place_asked.connect(self.place_asked)
            self._stack.addWidget(self._reports)
        self._reports.show_year(self.plan.year)
        return self._reports

    def _lawful(self) -> "LawPanel":
        """Return how the law is followed, made when it is first shown."""
        if self._law is None:
            from hubra_desktop.ui.pages.law.panel import LawPanel

            self._law = LawPanel(self._desk, self._stack)
            self._law.set_editable(self._editable)
            self._law.place_asked.connect(self.place_asked)
            self._stack.addWidget(self._law)
        self._law.show_year(self.plan.year)
        return self._law

    def _register(self, name: str) -> RegisterPanel:
        """Return a register, made when it is first shown."""
        if name not in self._registers:
            panel = self._make(name)
            panel.set_editable(self._editable)
            panel.allowed.connect(self.allowed)
            panel.told.connect(partial(self._tell, name))
            self._stack.addWidget(panel)
            self._registers[name] = panel
        return self._registers[name]

    def _tell(self, name: str, told: str) -> None:
        self._told[name] = told
        if name == self.parts.shown:
            self.head.show_for(name, self._title(name), told)

    def _make(self, name: str) -> RegisterPanel:
        if name == "letters":
            return letters_panel(self._desk, self.plan, self._actions, self._stack)
        if name == "agreements":
            return agreements_panel(self._desk, self._actions, self._stack)
        return consultations_panel(self._desk, self._actions, self._stack)

    def _choose_year(self, year: int) -> None:
        if self._desk.flush():
            self.plan.show(year)
            for panel in self._of_year():
                panel.show_year(year)
        self.head.refresh()

    def _choose_kind(self, kind: PlanKind) -> None:
        if self._desk.flush():
            self.plan.show(self.plan.year, kind)
        self.head.refresh()

    def _open_kept(self, issued_id: str) -> None:
        """Open an adopted version of the plan as it was."""
        self.papers.do(PaperRequest(ADOPTED, None, (("issued", issued_id),)), VIEW)

    def _mend(self, kind: str, record_id: str) -> None:
        """Lead to the place of a gap; what hides it is no longer asked for."""
        if self.plan.narrowed:
            self.plan.want(Wanted())
        self._in_plan()
        self.activities.open_place(kind, record_id)

    def _former(self) -> Plan | None:
        """Return the latest plan that a year without one can be copied from."""
        with self._desk.read() as reader:
            earlier = range(self.plan.year - 1, self.plan.year - SEARCHED, -1)
            found = (plan_of(reader, year, self.plan.kind) for year in earlier)
            return next((each for each in found if each is not None), None)

    def go_to(self, kind: str, record_id: str) -> bool:
        if kind == "law_note":
            self.show_part("law")
            return True
        with self._desk.read() as reader:
            place = find_place(reader, kind, record_id)
        if place is None:
            return False
        if place.year:
            self.plan.show(place.year, place.kind)
        if kind in ("report", "report_section"):
            self.show_part("reports")
            return self._papers().go_to(kind, record_id)
        if kind in REGISTERS:
            self.show_part(f"{kind}s")
            return self._registers[f"{kind}s"].go_to(record_id)
        self._in_plan()
        if kind == "plan":
            self.does.show_facts()
            return True
        return self.activities.open_place(kind, record_id)

    def go_to_field(self, kind: str, field: str) -> None:
        self._panel().go_to_field(field)
