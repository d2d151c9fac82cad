"""The page Budget och bidrag: the year's budget, its ledger and the grants."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui import settings
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.side_panel import FormHost
from hubra_desktop.ui.pages.money import parts
from hubra_desktop.ui.pages.money.allowances.panel import AllowancesPanel
from hubra_desktop.ui.pages.money.associations_list import AssociationsList
from hubra_desktop.ui.pages.money.booking import around, meetings_around
from hubra_desktop.ui.pages.money.budget_forms import (
    CloseYearForm,
    DecideBudgetForm,
    NewYearForm,
    YearFactsForm,
)
from hubra_desktop.ui.pages.money.budget_panel import BudgetPanel
from hubra_desktop.ui.pages.money.forecast_panel import ForecastPanel
from hubra_desktop.ui.pages.money.grants_panel import GrantsPanel
from hubra_desktop.ui.pages.money.head import (
    ALLOWANCES,
    ASSOCIATIONS,
    BUDGET,
    FORECAST,
    GRANTS,
    LEDGER,
    PARTS,
    READ,
    RECONCILIATION,
    MoneyHead,
)
from hubra_desktop.ui.pages.money.ledger_forms import TransferForm
from hubra_desktop.ui.pages.money.ledger_panel import LedgerPanel
from hubra_desktop.ui.pages.money.reconciliation_panel import ReconciliationPanel
from hubra_desktop.ui.pages.money.year import BUDGET_TABLES, GRANT_TABLES, OpenYear
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.paper_maker import PaperMaker
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import column
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.papers import PaperRequest
from hubra_desktop.work.queries.money_choices import budget_year_of


class MoneyPage(Page):
    """Shows one of its parts; what a part shows is read when it comes into view."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("money-page")
        self._desk, self._actions = desk, actions
        self._stale = dict.fromkeys(READ, True)
        self.year = OpenYear(desk, self)
        self.head = MoneyHead(self.year, self)
        self._stack = QStackedWidget(self)
        self.side = FormHost(self._stack, self)
        self.budget = BudgetPanel(desk, self.year, actions, self._stack)
        self.ledger = LedgerPanel(desk, self.year, actions, self.side, self._stack)
        self.papers = PaperMaker(desk, self)
        self.grants = GrantsPanel(desk, self.year, actions, self.side, self.papers, self._stack)
        self.associations = AssociationsList(desk, actions, self._stack)
        self.allowances = AllowancesPanel(desk, self.year, actions, self.side, self._stack)
        self.forecast = ForecastPanel(desk, self.year, self._stack)
        self.reconciliation = ReconciliationPanel(desk, self.year, self._stack)
        self._no_year = EmptyState(
            say("Ingen budget än"),
            say("Här står vad rådet får använda, och vad som är kvar."),
            actions["new-budget-year"],
            parent=self._stack,
        )
        for widget in (self._no_year, self.budget, *self._read_when_shown().values()):
            self._stack.addWidget(widget)
        self._lay_out()
        self._connect()

    def _read_when_shown(self) -> dict[str, parts.ReadPart]:
        """Return the parts that are read when they come into view, by name."""
        return {
            LEDGER: self.ledger,
            GRANTS: self.grants,
            ASSOCIATIONS: self.associations,
            ALLOWANCES: self.allowances,
            FORECAST: self.forecast,
            RECONCILIATION: self.reconciliation,
        }

    def _lay_out(self) -> None:
        margins = (2 * GRID, 2 * GRID - 4, 2 * GRID, GRID)
        column(self.head, (self.side, 1), of=self, margins=margins, spacing=GRID + 2)

    def _connect(self) -> None:
        self.head.part_chosen.connect(self.show_part)
        self.head.year_chosen.connect(self._open_year)
        self.year.shown.connect(self._show_year)
        self.year.read.connect(self.budget.show_year)
        self._desk.replaced.connect(self._start_over)
        self._desk.changed.connect(self._note)
        self.budget.post_chosen.connect(self.allowed)
        self.budget.rows_asked.connect(self._show_rows)
        self.ledger.row_chosen.connect(self.allowed)
        self.ledger.grant_asked.connect(self._open_grant)
        self.grants.turned.connect(self.allowed)
        self.grants.associations_asked.connect(self._back_to_associations)
        self.associations.opened.connect(self._open_association)
        self.grants.place_asked.connect(self._lead)
        self.reconciliation.place_asked.connect(self._lead)
        self.forecast.post_asked.connect(partial(self._lead, "budget_post"))
        self.grants.book_asked.connect(self.ledger.book)
        self.grants.repay_asked.connect(self.ledger.repay)
        self._actions.connect_all(
            {
                "correct-entry": self.ledger.correct,
                "add-post": self._add_post,
                "add-subpost": partial(self.budget.add, below=True),
                "decide-budget": self._decide,
                "transfer": self._transfer,
                "budget-facts": self._facts,
                "close-year": self._close,
            }
        )

    @property
    def part(self) -> str:
        """Return the name of the part that is shown."""
        return self.head.parts.shown

    def restore(self) -> None:
        part = settings.stored_text("money/part", BUDGET)
        self.head.parts.show_part(part if part in PARTS else BUDGET)

    def remember(self) -> None:
        settings.remember("money/part", self.part)

    def start(self) -> None:
        self._refresh()

    def stop(self) -> None:
        self.papers.stop()
        self.ledger.hands.lent.stop()
        self.grants.hands.lent.stop()

    def set_editable(self, editable: bool) -> None:
        self.budget.set_editable(editable)
        self.grants.set_editable(editable)
        self.allowances.set_editable(editable)
        self.reconciliation.set_editable(editable)

    def showEvent(self, event: object) -> None:
        self._refresh()

    def _start_over(self) -> None:
        self.side.forget()
        self.year.forget()
        self.grants.forget()
        self._stale = dict.fromkeys(READ, True)
        if self.isVisible():
            self._refresh()

    def _note(self, changes: Changes) -> None:
        self.year.note(changes)
        if changes.kinds & (BUDGET_TABLES | GRANT_TABLES):
            fresh = self.isVisible() and self.part == LEDGER and not self._stale[LEDGER]
            followed = fresh and self.ledger.follow(changes)
            self._stale = {**dict.fromkeys(READ, True), LEDGER: not followed}
        self._stale |= dict.fromkeys(parts.parts_showing(changes.kinds), True)
        if changes.kinds & parts.EVIDENCE_TABLES:
            self._stale[GRANTS] |= bool(self.grants.open_body)
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Read what is stale of what is in view."""
        if self._desk.workspace is None:
            return
        self.year.look()
        self._show_part()

    def _open_year(self, year: int) -> None:
        if not self._desk.flush():
            self.head.show_year()
            return
        self.side.close_form()
        (self.year.pay if self.part == ALLOWANCES else self.year.open)(year)

    def _show_year(self) -> None:
        self.budget.show_year()
        self._stale = dict.fromkeys(READ, True)
        self._show_part()

    def show_part(self, part: str) -> None:
        """Show one of the parts."""
        if not self._desk.flush():
            return
        self.head.parts.show_part(part)
        self._show_part()

    def _show_part(self) -> None:
        part = self.part
        self.head.show_year()
        if part not in parts.WITHOUT_BUDGET and self.year.sheet is None:
            self._stack.setCurrentWidget(self._no_year)
            self.allowed.emit()
            return
        shown = self._read_when_shown().get(part)
        if shown is not None and self._stale.get(part):
            self._stale[part] = False
            shown.read()
        self._stack.setCurrentWidget(shown or self.budget)
        self.allowed.emit()

    def meets(self) -> Needs:
        met = Needs.PARTS
        if self._paper() is not None:
            met |= Needs.PAPER
        if self.year.sheet is None:
            return met
        free = not self.year.closed
        if free:
            met |= Needs.MONEY
        if self.part == BUDGET and self.budget.current_id() and free:
            met |= Needs.POST | Needs.ITEM
        if self.part == LEDGER and self.ledger.view.current_id():
            met |= Needs.ENTRY
        return met

    def do(self, action_id: str) -> None:
        match action_id:
            case "next-part" | "previous-part":
                self._turn(1 if action_id == "next-part" else -1)
            case "remove-item":
                self.budget.editing.remove(self.budget.current_id())
            case "move-up" | "move-down":
                by = 1 if action_id == "move-down" else -1
                self.budget.editing.shift(self.budget.current_id(), by)
            case "new-budget-year":
                self._new_year()
            case "new-association" | "new-grant" | "new-allowances" | "new-allowance-rate":
                self._begin(action_id)
            case "book-entry" | "book-repayment":
                self._book(action_id)
            case "save-pdf" | "print" | "view-pdf":
                if paper := self._paper():
                    self.papers.do(paper, action_id)

    def _begin(self, action_id: str) -> None:
        """Show the part that something new belongs to, and begin it there."""
        part, begin = {
            "new-association": (ASSOCIATIONS, self.grants.new_association),
            "new-grant": (GRANTS, self.grants.new),
            "new-allowances": (ALLOWANCES, self.allowances.new_list),
            "new-allowance-rate": (ALLOWANCES, self.allowances.new_rate),
        }[action_id]
        self.show_part(part)
        begin()

    def _paper(self) -> PaperRequest | None:
        """Return the paper of what is in view."""
        if self.part == GRANTS:
            return self.grants.paper()
        if self.part == ALLOWANCES:
            return self.allowances.paper()
        if self.part == ASSOCIATIONS or self.year.year is None:
            return None
        if self.part in parts.PAPERS:
            return PaperRequest(parts.PAPERS[self.part], self.year.year)
        return PaperRequest("budget", self.year.year, (("ledger", self.part == LEDGER),))

    def _turn(self, by: int) -> None:
        part = PARTS[(PARTS.index(self.part) + by) % len(PARTS)]
        self.show_part(part)
        if self.part == part:
            self.head.parts.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _book(self, action_id: str) -> None:
        """Open the form of a row or a repayment, for the grant that is in view if one is."""
        if self.year.sheet is None:
            self._desk.messages.warn(
                say("Det finns ingen budget att bokföra på än. Lägg upp året först."),
                "new-budget-year",
            )
            return
        grant_id = self.grants.open_grant if self.part == GRANTS else ""
        if not grant_id and self.part != LEDGER:
            self.show_part(LEDGER)
        (self.ledger.book if action_id == "book-entry" else self.ledger.repay)(grant_id)

    def _new_year(self) -> None:
        self.year.look()
        years = self.year.years
        form = NewYearForm(self._desk, max(years, default=self._desk.today().year - 1) + 1, years)
        self.side.open(form, self._made_year)

    def _made_year(self, year: object) -> None:
        self.show_part(BUDGET)
        if isinstance(year, int):
            self.year.open(year)
        self.budget.view.setFocus()

    def _add_post(self) -> None:
        self.show_part(BUDGET)
        self.budget.add(below=False)

    def _decide(self) -> None:
        sheet, table = self.year.sheet, self.year.table
        if sheet is None or table is None:
            return
        meetings = meetings_around(self._desk, sheet.year)
        form = DecideBudgetForm(self._desk, sheet, table, meetings, self._desk.today())
        self.side.open(form, about=sheet.id)

    def _transfer(self) -> None:
        form = TransferForm(self._desk, around(self._desk, self.year))
        if self.part == BUDGET:
            form.begin_from(self.budget.current_id())
        self.side.open(form, begin="to")

    def _facts(self) -> None:
        if self.year.sheet is not None:
            sheet = self.year.sheet
            form = YearFactsForm(self._desk, sheet)
            self.side.open(form, self._made_year, about=sheet.id)

    def _close(self) -> None:
        if self.year.table is not None:
            self.side.open(CloseYearForm(self._desk, self.year.table, self._desk.today()))

    def _show_rows(self, post_id: str) -> None:
        self.show_part(LEDGER)
        self.ledger.show_post(post_id)

    def _open_grant(self, grant_id: str) -> None:
        self.side.close_form()
        self.show_part(GRANTS)
        self.grants.open(grant_id)

    def _open_association(self, body_id: str) -> None:
        self.side.close_form()
        self.show_part(GRANTS)
        self.grants.from_associations = True
        self.grants.open_association(body_id)

    def _back_to_associations(self) -> None:
        self.show_part(ASSOCIATIONS)
        self.associations.view.setFocus()

    def _lead(self, kind: str, record_id: str) -> None:
        """Lead to a record on this page, or let the window lead to another."""
        if not self.go_to(kind, record_id):
            self.place_asked.emit(kind, record_id)

    def panes(self) -> list[QWidget]:
        shown = self._stack.currentWidget()
        return [
            self.head,
            *([shown] if shown else []),
            *([self.side.form] if self.side.form else []),
        ]

    def go_to(self, kind: str, record_id: str) -> bool:
        self.side.close_form()
        if kind in parts.YEARLY_KINDS:
            return self._go_to_year(kind, record_id)
        if kind not in GRANT_TABLES:
            return False
        self.show_part(GRANTS)
        return self.grants.go_to(kind, record_id)

    def _go_to_year(self, kind: str, record_id: str) -> bool:
        """Open the year of a row or of a part of a budget, and show it there."""
        self.show_part(parts.PART_OF.get(kind, BUDGET))
        with self._desk.read() as reader:
            year = budget_year_of(reader, kind, record_id)
        if year is None:
            return False
        if kind in parts.OF_ALLOWANCES:
            self.year.pay(year)
            return self.allowances.go_to(record_id)
        self.year.open(year)
        if kind == "ledger_entry":
            return self.ledger.go_to(record_id)
        return kind != "budget_post" or self.budget.go_to(record_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead back with Esc: from a form, else from a grant to the list."""
        if event.key() == Qt.Key.Key_Escape:
            if self.side.form is not None:
                self.side.close_form()
                return
            if self.part == GRANTS and self.grants.back():
                return
        super().keyPressEvent(event)
