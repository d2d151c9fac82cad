"""The head of the page Verksamhet: which plan, of which year, and how far it has come."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.plan.counts import by_state
from hubra_desktop.model.plan.terms import ActivityState, PlanKind
from hubra_desktop.model.swedish import short_date
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.plan.open_plan import OpenPlan
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.beside import BesideOrUnder
from hubra_desktop.ui.widgets.build import action_button, button, column, label, row
from hubra_desktop.ui.widgets.level_line import ROLES
from hubra_desktop.ui.widgets.plain import literal
from hubra_desktop.ui.widgets.state_bar import StateBar

BAR_WIDTH = 200
SHOWN_GAPS = 20
# A new register often begins with years that are over: so far back a plan can be begun.
YEARS_BACK = 10
ADDING = ("new-activity", "new-letter", "new-agreement", "new-consultation")


class PlanHead(QWidget):
    """``year_chosen`` and ``kind_chosen`` ask for another plan.

    ``gap_chosen(kind, id)`` asks for the place where a gap of the plan is mended,
    ``kept_chosen(id)`` for a version as it was adopted.
    """

    year_chosen = Signal(int)
    kind_chosen = Signal(object)
    gap_chosen = Signal(str, str)
    kept_chosen = Signal(str)

    def __init__(self, plan: OpenPlan, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plan-head")
        self._plan = plan
        self.title = label("", "title", self, name="plan-title", wraps=False)
        self.year = ChoiceField("plan-year", say("År"), self)
        self.year.setMinimumContentsLength(5)
        self.year.commit_by(self._choose_year)
        self.kind = ChoiceField("plan-kind", say("Vilken plan"), self)
        self.kind.setMinimumContentsLength(18)
        self.kind.offer(
            [
                (say("Rådets plan"), PlanKind.ACTIVITY),
                (say("Lägesbild och åtgärdsplan"), PlanKind.MEASURES),
            ]
        )
        self.kind.commit_by(self._choose_kind)
        self.bar = StateBar(self)
        self.bar.setMaximumWidth(BAR_WIDTH)
        self.told = label("", "muted", self, name="plan-told", wraps=False)
        warning = icon("warning", "warning")
        self.gaps = button("", "plan-gaps", self, self._list_gaps, role="link", mark=warning)
        self.changes = button("", "plan-changes", self, self._list_changes, role="link")
        self.changes.setIcon(icon("warning", "warning"))
        self.kept = button(
            say("Antagna versioner"), "plan-kept", self, self._list_kept, role="link"
        )
        self._new_version = actions["new-plan-version"]
        self.facts = action_button(actions["plan-facts"], "head", self, role="link")
        self._register_told: str | None = None
        self.adding = {
            each: action_button(actions[each], "head", self, role="primary") for each in ADDING
        }
        self._lay_out()
        plan.changed.connect(self.refresh)

    def _lay_out(self) -> None:
        # As high as the button beside it, so that nothing moves when there is none.
        # As high as a button, so that the tabs stay where they are on parts without one.
        self.title.setMinimumHeight(theme().row_height - 2)
        self.told.setMinimumHeight(theme().row_height - 4)
        chosen = row(self.title, self.year, self.kind, None, spacing=GRID)
        doing = row(self.facts, *self.adding.values(), None, spacing=GRID)
        top = BesideOrUnder(chosen, doing, self)
        state = row(self.bar, self.told, self.gaps, None, spacing=GRID)
        adopted = row(self.changes, self.kept, None, spacing=GRID)
        below = BesideOrUnder(state, adopted, self)
        margins = (2 * GRID, 2 * GRID - 4, 2 * GRID, 0)
        column(top, below, of=self, margins=margins, spacing=GRID // 2)

    def refresh(self) -> None:
        """Show which plan is open."""
        plan = self._plan
        self.year.offer([(str(year), year) for year in self._years()])
        self.year.show_value(plan.year)
        self.kind.show_value(plan.kind)
        counts = by_state(plan.activities)
        self.bar.show_counts(counts)
        self.bar.setVisible(bool(plan.activities) and self._register_told is None)
        found = plan.gaps if self._register_told is None else ()
        self.gaps.setText(say_count("{n} lucka", "{n} luckor", len(found)))
        self.gaps.setVisible(bool(found))
        self._tell_adopted()
        text = " · ".join(part for part in self._parts(counts) if part)
        self.told.setText(text if self._register_told is None else self._register_told)

    def _years(self) -> range:
        """Return the years to choose among: those with a plan, and where one can be begun."""
        today = self._plan.today().year
        known = (*self._plan.years, self._plan.year, today)
        oldest = min(min(known) - 1, today - YEARS_BACK)
        return range(max(known) + 1, oldest - 1, -1)

    def _tell_adopted(self) -> None:
        """Tell how much has changed since the plan was adopted, and offer what is kept of it."""
        of_plan = self._register_told is None
        changes = self._plan.changes
        self.changes.setText(
            say_count(
                "{n} ändring efter antagandet", "{n} ändringar efter antagandet", len(changes)
            )
        )
        self.changes.setVisible(bool(changes) and of_plan)
        self.kept.setVisible(bool(self._plan.kept) and of_plan)

    def _list_changes(self) -> None:
        """List what has changed since the plan was adopted; a new version takes it in."""
        menu = self._menu("changes-menu")
        for change in self._plan.changes[:SHOWN_GAPS]:
            action = menu.addAction(literal(change.sentence))
            action.triggered.connect(partial(self.gap_chosen.emit, change.kind, change.row_id))
        more = len(self._plan.changes) - SHOWN_GAPS
        if more > 0:
            menu.addAction(say("och {more} till", more=more)).setEnabled(False)
        menu.addSeparator()
        menu.addAction(self._new_version)
        menu.popup(self.changes.mapToGlobal(self.changes.rect().bottomLeft()))

    def _list_kept(self) -> None:
        """List the versions that were adopted; choosing one opens it as it was."""
        menu = self._menu("kept-menu")
        for each in self._plan.kept:
            text = say(
                "Version {number}, antagen {day}", number=each.version, day=short_date(each.day)
            )
            action = menu.addAction(icon("pdf", "muted"), literal(text))
            action.triggered.connect(partial(self.kept_chosen.emit, each.id))
        menu.popup(self.kept.mapToGlobal(self.kept.rect().bottomLeft()))

    def _menu(self, name: str) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName(name)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _list_gaps(self) -> None:
        """List the gaps of the plan; choosing one leads to where it is mended."""
        menu = self._menu("gaps-menu")
        for gap in self._plan.gaps[:SHOWN_GAPS]:
            mark = icon(gap.level.value, ROLES[gap.level.value])
            action = menu.addAction(mark, literal(gap.sentence))
            kind = "activity" if gap.activity_id else "focus_area"
            place = gap.activity_id or gap.area_id or ""
            action.triggered.connect(partial(self.gap_chosen.emit, kind, place))
        menu.popup(self.gaps.mapToGlobal(self.gaps.rect().bottomLeft()))

    def _parts(self, counts: dict[ActivityState, int]) -> tuple[str, ...]:
        plan = self._plan.plan
        done = counts[ActivityState.DONE]
        number = sum(counts.values())
        of_all = say("{done} av {all} genomförda", done=done, all=number)
        if plan is None:
            return (of_all if number else "",)
        day = plan.decided_on
        adopted = say("Antagen {day}", day=day_in_text(day)) if day else say("Inte antagen än")
        version = say("Version {number}", number=plan.version)
        return (of_all if number else "", adopted, version if plan.version > 1 else "")

    def show_for(self, part: str, title: str, told: str = "") -> None:
        """Show what belongs to a part of the page; ``told`` is said of a register."""
        of_plan = part in ("areas", "list", "year")
        self._register_told = None if of_plan else told
        self.title.setText(title)
        self.year.setVisible(of_plan or part in ("letters", "reports", "law"))
        self.kind.setVisible(of_plan)
        self.facts.setVisible(of_plan)
        for action_id, adds in self.adding.items():
            wanted = "new-activity" if of_plan else f"new-{part.removesuffix('s')}"
            adds.setVisible(action_id == wanted)
        self.refresh()

    def _choose_year(self, field: str, value: object) -> None:
        if isinstance(value, int):
            self.year_chosen.emit(value)

    def _choose_kind(self, field: str, value: object) -> None:
        self.kind_chosen.emit(value)
