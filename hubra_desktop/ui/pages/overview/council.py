"""What the overview tells of the year's work: what is due, how far the plan is, the money.

Read when the first page has been painted, and put where room was kept for it, so that
neither the start nor the eye waits for it.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from hubra_desktop.model.due import Due
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.budget import BudgetTable
from hubra_desktop.model.plan.areas import AreaWith, area_name, areas_with
from hubra_desktop.model.plan.counts import by_state
from hubra_desktop.model.plan.terms import ActivityState
from hubra_desktop.model.records.plan import Plan
from hubra_desktop.ui.pages.overview.cards import card, text_in_card
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.layouts import clear
from hubra_desktop.ui.widgets.level_line import level_line
from hubra_desktop.ui.widgets.money_bar import MoneyBar
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.ui.widgets.state_bar import HEIGHT, paint_states, states_text
from hubra_desktop.ui.widgets.wrapped_line import WrappedLine
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.due import due
from hubra_desktop.work.queries.money import budget, budget_years
from hubra_desktop.work.queries.plan import activities_of, plan_of, plan_years

SHOWN_LINES = 7
BAR = 96


class Council(NamedTuple):
    """What is told: what is due, and of one ``year`` the plan with its areas and the budget.

    What the year lacks is None; a register without any year has year 0.
    """

    year: int
    due: tuple[Due, ...]
    plan: Plan | None
    areas: tuple[AreaWith, ...]
    budget: BudgetTable | None


def read_council(reader: Reader, today: date) -> Council:
    """Read it all for a day; plan and budget are those of one year, never of two."""
    planned, budgeted = plan_years(reader), budget_years(reader)
    year = _latest((*planned, *budgeted), today)
    plan = plan_of(reader, year) if year in planned else None
    areas = areas_with(plan, activities_of(reader, year)) if plan else ()
    table = budget(reader, year, today=today) if year in budgeted else None
    return Council(year, due(reader, today), plan, areas, table)


def _latest(years: Sequence[int], today: date) -> int:
    """Return the year that it is if it is there, else the latest before it, else any, else 0."""
    past = [year for year in years if year <= today.year]
    return max(past) if past else min(years, default=0)


class AreaLine(WrappedLine):
    """An area with its small bar; leads to the area in the plan."""

    def __init__(
        self, area_id: str, title: str, counts: Mapping[ActivityState, int], parent: QWidget
    ) -> None:
        super().__init__(f"overview-area-{area_id}", title, None, parent)
        self._counts = counts
        self.beside = theme().scaled(BAR + 2 * GRID)
        said = states_text(counts)
        self.setAccessibleName(f"{title}. {said}")
        self.setToolTip(plain_tip(said))

    def paint_beside(self, painter: QPainter) -> None:
        wide, tall = theme().scaled(BAR), theme().scaled(HEIGHT)
        top = GRID - 3 + (self.fontMetrics().height() - tall) / 2
        bar = QRectF(self.width() - wide - GRID, top, wide, tall)
        paint_states(painter, bar, self._counts)


class CouncilColumn(QWidget):
    """Three cards; ``place_asked(kind, id)`` asks for the place where a line is mended."""

    place_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("council-column")
        self._shown: Council | None = None
        self._all = False
        self._column = build.column(of=self, spacing=2 * GRID)

    def show_council(self, council: Council) -> None:
        """Show what was read, if it is something else than what is shown."""
        if council != self._shown:
            self._shown = council
            self._rebuild()

    def _rebuild(self) -> None:
        clear(self._column)
        council = self._shown
        if council is None:
            return
        self._column.addWidget(self._due_card(council.due))
        if council.plan is not None:
            self._column.addWidget(self._plan_card(council.plan, council.areas))
        elif council.year:
            none = say("Det finns ingen plan för {year} än.", year=council.year)
            heading = say("Verksamhetsplan {year}", year=council.year)
            self._column.addWidget(self._lacking("plan-card", heading, none))
        if council.budget is not None:
            self._column.addWidget(self._budget_card(council.budget))
        elif council.year:
            none = say("Det finns ingen budget för {year} än.", year=council.year)
            heading = say("Budget {year}", year=council.year)
            self._column.addWidget(self._lacking("budget-card", heading, none))
        self._column.addStretch(1)

    def _due_card(self, found: tuple[Due, ...]) -> QFrame:
        made, column = card("due-card", self, say("Att göra och bevaka"))
        for place, each in enumerate(found if self._all else found[:SHOWN_LINES]):
            line = level_line(f"overview-due-{place}", each.level, each.sentence, made)
            line.clicked.connect(partial(self.place_asked.emit, each.kind, each.id))
            column.addWidget(line)
        if not found:
            column.addWidget(text_in_card(say("Inget väntar."), "muted", made))
        more = len(found) - SHOWN_LINES
        if more > 0:
            column.addWidget(self._more(more, made))
        return made

    def _more(self, more: int, parent: QWidget) -> QPushButton:
        said = say("Visa färre") if self._all else say_count("Visa {n} till", "Visa {n} till", more)
        button = QPushButton(said, parent)
        button.setObjectName("overview-due-more")
        button.setProperty("role", "link")
        button.clicked.connect(self._show_all)
        return button

    def _show_all(self) -> None:
        self._all = not self._all
        self._rebuild()
        button = self.findChild(QPushButton, "overview-due-more")
        if button is not None:
            button.setFocus()

    def _lacking(self, name: str, heading: str, told: str) -> QFrame:
        """Return a card that says that the year lacks something."""
        made, column = card(name, self, heading)
        column.addWidget(text_in_card(told, "muted", made))
        return made

    def _plan_card(self, plan: Plan, areas: tuple[AreaWith, ...]) -> QFrame:
        heading = say("Verksamhetsplan {year}", year=plan.year)
        made, column = card("plan-card", self, heading)
        for each in areas:
            counts = by_state(each.activities)
            line = AreaLine(each.area.id, area_name(each.area), counts, made)
            line.clicked.connect(partial(self.place_asked.emit, "focus_area", each.area.id))
            column.addWidget(line)
        return made

    def _budget_card(self, table: BudgetTable) -> QFrame:
        made, column = card("budget-card", self, say("Budget {year}", year=table.year))
        sums = table.total
        bar = MoneyBar(made)
        figures = build.row(margins=(GRID, GRID, GRID, 0))
        said = []
        for name, ore in (
            (say("Netto"), sums.net),
            (say("Intecknat"), sums.committed),
            (say("Kvar"), sums.left),
        ):
            said.append(f"{name} {kronor(ore)}")
            figures.addWidget(_figure(name, kronor(ore), made), 1)
        bar.show_money(sums.planned, sums.net, sums.committed, ", ".join(said))
        column.addLayout(build.row(bar, margins=(GRID, 0, GRID, 0)))
        column.addLayout(figures)
        way = QPushButton(say("Till budgeten"), made)
        way.setObjectName("overview-budget")
        way.setProperty("role", "link")
        way.clicked.connect(partial(self.place_asked.emit, "budget_year", ""))
        column.addSpacing(GRID // 2)
        column.addWidget(way)
        return made


def _figure(name: str, amount: str, parent: QWidget) -> QWidget:
    box = QWidget(parent)
    shown = (build.label(name, "small", box), build.label(amount, "lead", box, wraps=False))
    build.column(*shown, of=box, spacing=0)
    return box
