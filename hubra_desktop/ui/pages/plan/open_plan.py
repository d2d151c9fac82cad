"""The plan that is in view: its year, its activities, and which of them are asked for."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from hubra_desktop.model.plan.adopted import PlanChange
from hubra_desktop.model.plan.areas import Gap, area_gaps
from hubra_desktop.model.plan.filters import Wanted, filtered
from hubra_desktop.model.plan.terms import PlanKind
from hubra_desktop.model.records.plan import Activity, FocusArea, Plan
from hubra_desktop.ui.desk import Desk
from hubra_desktop.work.adopted_plans import plan_changes
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.issued_papers import Issued, adopted_plans
from hubra_desktop.work.queries.plan import activities_of, plan_of, plan_years

TABLES = frozenset(
    {
        "plan",
        "focus_area",
        "activity",
        "occasion",
        "activity_area",
        "activity_link",
        "follow_up_note",
        "meeting",
        "indicator",
        "issued_paper",
    }
)


class OpenPlan(QObject):
    """Re-reads its year when a change report touches a plan, and nothing else.

    ``changed``: the plan, its activities or what is wanted of them differ; ``year_turned``:
    those of another year are shown. ``plan`` is None for a year that has no plan of the
    kind; the year's activities are there all the same. ``kept`` are its adopted versions,
    ``changes`` what differs from the latest one.
    """

    changed = Signal()
    year_turned = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.years: tuple[int, ...] = ()
        self.year = self._desk.today().year
        self.kind = PlanKind.ACTIVITY
        self.plan: Plan | None = None
        self.activities: tuple[Activity, ...] = ()
        self.wanted = Wanted()
        self.kept: tuple[Issued, ...] = ()
        self.changes: tuple[PlanChange, ...] = ()
        desk.changed.connect(self._follow)

    def today(self) -> date:
        """Return the day that it is in the register."""
        return self._desk.today()

    def start_over(self, year: int = 0) -> None:
        """Show a register just opened: ``year``, else the one that it is, else the latest."""
        self.wanted = Wanted()
        self.kind = PlanKind.ACTIVITY
        self._read_years()
        today = self._desk.today().year
        past = [each for each in self.years if each <= today]
        known = year if year in self.years else 0
        self.year = known or next(iter(past), next(iter(self.years), today))
        self._read()

    def show(self, year: int, kind: PlanKind | None = None) -> None:
        """Show another year, or the other kind of plan."""
        turned = year != self.year
        self.year, self.kind = year, kind or self.kind
        self.wanted = Wanted()
        self._read()
        if turned:
            self.year_turned.emit()

    def want(self, wanted: Wanted) -> None:
        """Show only the activities that are asked for."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.changed.emit()

    @property
    def shown(self) -> tuple[Activity, ...]:
        """Return the activities that are asked for."""
        return filtered(self.activities, self.wanted)

    @property
    def narrowed(self) -> bool:
        """Return whether only some of the activities are asked for."""
        return self.wanted != Wanted()

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Return where the plan has gaps today."""
        return (
            ()
            if self.plan is None
            else area_gaps(self.plan, self.activities, today=self._desk.today())
        )

    def activity(self, activity_id: str) -> Activity | None:
        """Return one of the year's activities."""
        return next((each for each in self.activities if each.id == activity_id), None)

    def area(self, area_id: str) -> FocusArea | None:
        """Return one of the plan's areas."""
        areas = () if self.plan is None else self.plan.areas
        return next((each for each in areas if each.id == area_id), None)

    def near(self) -> date:
        """Return the middle of the year, which dates typed without a year come close to."""
        return date(self.year, 7, 1)

    def _read_years(self) -> None:
        self.years = ()
        if self._desk.workspace is not None:
            with self._desk.read() as reader:
                self.years = plan_years(reader)

    def _read(self) -> None:
        self.plan, self.activities, self.kept, self.changes = None, (), (), ()
        if self._desk.workspace is not None:
            with self._desk.read() as reader:
                self.plan = plan_of(reader, self.year, self.kind)
                self.activities = activities_of(reader, self.year)
                if self.kind is PlanKind.ACTIVITY:
                    self.kept = adopted_plans(reader, self.year)
                    self.changes = plan_changes(reader, self.plan) if self.kept else ()
        self.changed.emit()

    def _follow(self, changes: Changes) -> None:
        if changes.kinds & TABLES:
            self._read_years()
            self._read()
