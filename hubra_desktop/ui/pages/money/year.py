"""The budget year that is open on the page of the money, read anew when it changes."""

from PySide6.QtCore import QObject, Signal

from hubra_desktop.model.money.budget import BudgetTable
from hubra_desktop.model.records.money import BudgetYear
from hubra_desktop.ui.desk import Desk
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.queries.allowances import years_to_pay
from hubra_desktop.work.queries.money import budget, budget_year, budget_years

BUDGET_TABLES = frozenset(
    {
        "budget_year",
        "budget_post",
        "budget_version",
        "allocation",
        "ledger_entry",
        "grant",
        "grant_decision",
    }
)
GRANT_TABLES = frozenset(
    {
        "grant",
        "grant_decision",
        "instalment",
        "association",
        "body",
        "issued_paper",
        "ledger_entry",
        "mandate",
    }
)


class OpenYear(QObject):
    """Knows which years there are and holds one of them: its sheet and its table.

    ``shown``: another year is open, or none. ``read``: the same year was read anew.
    Nothing is read while the page is not in view: ``look`` reads what has become stale.
    What is paid needs no budget: ``paid`` is the year whose allowances are shown.
    """

    shown = Signal()
    read = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stale = True
        self._only_rows = False
        self.years: tuple[int, ...] = ()
        self.paid_years: tuple[int, ...] = ()
        self._paid: int | None = None
        self.year: int | None = None
        self.sheet: BudgetYear | None = None
        self.table: BudgetTable | None = None

    @property
    def closed(self) -> bool:
        """Return whether the year is closed, so that nothing in it changes any more."""
        return self.sheet is not None and self.sheet.closed_on is not None

    @property
    def paid(self) -> int:
        """Return the year whose allowances are shown: the open one, unless another was chosen."""
        return self._paid or self.year or self._desk.today().year

    def pay(self, year: int) -> None:
        """Show the allowances of another year, which may have no budget."""
        if year in self.years:
            self.open(year)
        elif year != self.paid:
            self._paid = year
            self.shown.emit()

    def read_paid(self) -> None:
        """Read which years there may be something to pay for."""
        if self._desk.workspace is None:
            return
        with self._desk.read() as reader:
            others = years_to_pay(reader)
        years = {*self.years, *others, self.paid, self._desk.today().year}
        self.paid_years = tuple(sorted(years, reverse=True))

    def forget(self) -> None:
        """Let go of what was read, for another register."""
        self.years, self.year, self.sheet, self.table = (), None, None, None
        self.paid_years, self._paid = (), None
        self._stale, self._only_rows = True, False

    def note(self, changes: Changes) -> None:
        """Remember that what was read may differ now."""
        touched = changes.kinds & BUDGET_TABLES
        if touched:
            rows = touched <= {"ledger_entry", "grant", "grant_decision"}
            self._only_rows = rows and (self._only_rows or not self._stale)
            self._stale = True

    def look(self) -> None:
        """Read what has become stale."""
        if not self._stale or self._desk.workspace is None:
            return
        self._stale = False
        if self._only_rows and self.sheet is not None:
            self._only_rows = False
            self._read_table(self.sheet)
            self.read.emit()
            return
        self._only_rows = False
        before = self.year
        with self._desk.read() as reader:
            self.years = tuple(sorted(budget_years(reader), reverse=True))
        if self.year not in self.years:
            self.year = self._nearest()
        self._read()
        (self.read if self.year == before and before is not None else self.shown).emit()

    def open(self, year: int) -> None:
        """Show another year."""
        if year in self.years and (year != self.year or self._paid):
            self.year, self._paid = year, None
            self._read()
            self.shown.emit()

    def _nearest(self) -> int | None:
        """Return the year that is going on, else the latest one."""
        now = self._desk.today().year
        past = [year for year in self.years if year <= now]
        return max(past, default=min(self.years, default=None))

    def _read(self) -> None:
        self.sheet = self.table = None
        if self.year is not None:
            with self._desk.read() as reader:
                self.sheet = budget_year(reader, self.year)
            if self.sheet is not None:
                self._read_table(self.sheet)

    def _read_table(self, sheet: BudgetYear) -> None:
        """Read what the posts of a year come to; rows booked change no more of it."""
        with self._desk.read() as reader:
            self.table = budget(reader, sheet.year, sheet=sheet)
