"""The head of the page of the money: which year, how it counts, and which part is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.language import say, say_in
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import word
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.pages.money.year import OpenYear
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.beside import BesideOrUnder
from hubra_desktop.ui.widgets.build import label, row
from hubra_desktop.ui.widgets.part_bar import PartBar

BUDGET = "budget"
LEDGER = "ledger"
GRANTS = "grants"
ASSOCIATIONS = "associations"
FORECAST = "forecast"
RECONCILIATION = "reconciliation"
ALLOWANCES = "allowances"
PARTS = (BUDGET, LEDGER, GRANTS, ASSOCIATIONS, ALLOWANCES, FORECAST, RECONCILIATION)
READ = PARTS[1:]
"""The parts that are read when they come into view."""


class MoneyHead(QWidget):
    """``part_chosen(name)`` asks for a part; ``year_chosen(year)`` for another year."""

    part_chosen = Signal(str)
    year_chosen = Signal(int)

    def __init__(self, year: OpenYear, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("money-head")
        self._year = year
        self.title = label(say("Budget och bidrag"), "title", self, name="money-title", wraps=False)
        self.chooser = ChoiceField("budget-year", say("År"), self)
        self.chooser.setMinimumContentsLength(5)
        self.chooser.commit_by(self._choose)
        self.basis = label("", "badge", self, name="money-basis", wraps=False)
        self.closed = label("", "readonly", self, name="money-closed", wraps=False)
        self._of_year = (self.chooser, self.basis, self.closed)
        for each in self._of_year:
            each.hide()
        parts = (
            (BUDGET, say("Budget")),
            (LEDGER, say("Händelser")),
            (GRANTS, say_in("grants", "Bidrag")),
            (ASSOCIATIONS, say("Föreningar")),
            (ALLOWANCES, say("Arvoden")),
            (FORECAST, say("Prognos")),
            (RECONCILIATION, say("Avstämning")),
        )
        self.parts = PartBar(say("Sidans del"), parts, self)
        self.parts.chosen.connect(self.part_chosen)
        self._lay_out()
        self.setMinimumWidth(1)

    def _lay_out(self) -> None:
        centre = Qt.AlignmentFlag.AlignVCenter
        of_year = ((each, centre) for each in (self.title, *self._of_year))
        year = row(*of_year, None, spacing=GRID)
        row(BesideOrUnder(year, row(self.parts), self), of=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        """Leave the title out where there is no room for it: the sidebar says it too."""
        seen = (each for each in (*self._of_year, self.parts) if not each.isHidden())
        needs = sum(each.sizeHint().width() + GRID for each in (self.title, *seen))
        self.title.setVisible(needs <= self.width())

    def show_year(self) -> None:
        """Show which year is open, and how it counts; grants are chosen by their own year."""
        year = self._year
        paid = self.parts.shown == ALLOWANCES
        if paid:
            year.read_paid()
        years, shown = (year.paid_years, year.paid) if paid else (year.years, year.year)
        self.chooser.offer([(str(each), each) for each in years])
        self.chooser.show_value(shown)
        by_year = self.parts.shown not in (GRANTS, ASSOCIATIONS)
        self.chooser.setVisible(by_year and bool(years))
        sheet = year.sheet if by_year and shown == year.year else None
        self.basis.setVisible(sheet is not None)
        self.closed.setVisible(sheet is not None and year.closed)
        if sheet is not None:
            self.basis.setText(capitalised(word(sheet.basis)))
            if sheet.closed_on is not None:
                text = say("Stängt {day}", day=day_in_text(sheet.closed_on))
                self.closed.setText(text)
        self._fit_title()

    def _choose(self, field: str, value: object) -> None:
        if isinstance(value, int):
            self.year_chosen.emit(value)
