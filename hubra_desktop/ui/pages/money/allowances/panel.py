"""The part Arvoden: the year's lists for the payroll, its rates, and what it is heading for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from hubra_desktop.model.attendance.allowance import AllowanceForecast, is_later, left_of
from hubra_desktop.model.attendance.allowance_text import forecast_arithmetic, forecast_verdict
from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.records.attendance import AllowancePeriod, AllowanceRate
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.side_panel import FormHost
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.money.allowances.correcting import (
    CorrectRowForm,
    LaterRowForm,
    PayAfterwardsForm,
    SettleForm,
)
from hubra_desktop.ui.pages.money.allowances.forms import (
    BookListForm,
    ClaimForm,
    CloseListForm,
    PeriodForm,
    RateForm,
)
from hubra_desktop.ui.pages.money.allowances.lines import CEILING, SEAT, RateLine, rate_columns
from hubra_desktop.ui.pages.money.allowances.list import AllowanceRowsList
from hubra_desktop.ui.pages.money.forecast_panel import SummedView
from hubra_desktop.ui.pages.money.rows_models import MoneyRows
from hubra_desktop.ui.pages.money.summary import MarkedSentence
from hubra_desktop.ui.pages.money.year import OpenYear
from hubra_desktop.ui.table_saving import save_table
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.build import action_button, button, column, label, row
from hubra_desktop.ui.widgets.money_bar import MoneyBar
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.papers import PaperRequest
from hubra_desktop.work.queries.allowance_forecast import allowance_forecast
from hubra_desktop.work.queries.allowance_meetings import meeting_days_of
from hubra_desktop.work.queries.allowances import (
    AllowanceList,
    allowance_corrections,
    allowance_lists,
    allowance_rates,
    fee_posts,
    open_allowance_periods,
    seat_sorts,
)
from hubra_desktop.work.queries.people_choices import person_choices

_MARKS = {
    Level.STOP: ("warning", "danger"),
    Level.WARNING: ("warning", "warning"),
    Level.TIP: ("information", "muted"),
}
LEAST_ROWS = 5
"""On a screen so low that fewer rows would be seen, the whole part is scrolled."""


class AllowanceSummary(QFrame):
    """Says of a year's forecast whether it keeps within what is planned, and what to look at.

    ``settling`` asks for what differs between the attendance and a closed list to be settled.
    """

    settling = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("allowance-summary")
        self.setProperty("role", "card")
        self.question = label(say("Räcker arvodena?"), "small", self, wraps=False)
        self.verdict = MarkedSentence("allowance-verdict", self)
        self.verdict.text.setProperty("role", "lead")
        self.bar = MoneyBar(self)
        self.arithmetic = label("", "muted", self, name="allowance-arithmetic")
        self.findings = [MarkedSentence(f"allowance-finding-{n}", self) for n in range(3)]
        self.more = label("", "muted", self, name="allowance-more")
        self.settle = button(
            say("Rätta efter närvaron…"), "allowance-settle", self, self.settling.emit,
            mark=icon("undo"),
        )  # fmt: skip
        spacing, margins = GRID // 2, (2 * GRID, GRID + 2, 2 * GRID, GRID + 2)
        left = column(self.question, self.verdict, self.bar, self.arithmetic, None, spacing=spacing)
        settling = row(self.settle, None)
        right = column(*self.findings, self.more, settling, None, spacing=spacing)
        row((left, 3), (right, 2), of=self, margins=margins, spacing=4 * GRID)

    def show_forecast(self, made: AllowanceForecast) -> None:
        """Say what the year is heading for."""
        exceeded = made.rest is not None and made.rest < 0
        mark = ("warning", "danger") if exceeded else ("check", "success")
        if made.planned is None:
            mark = ("information", "muted")
        self.verdict.tell(forecast_verdict(made), *mark)
        used = made.closed + made.held + made.expected
        self.bar.setVisible(made.planned is not None)
        self.bar.show_money(made.planned or 0, made.booked, used, self.verdict.text.text())
        self.arithmetic.setText(forecast_arithmetic(made))

    def show_list(self, shown: AllowanceList | None, lists: Sequence[AllowanceList]) -> None:
        """Say what is to be looked at in a list, and in the closed ones of the year."""
        own = () if shown is None else shown.findings
        others = (each for one in lists if one.closed and one is not shown for each in one.findings)
        found = (*own, *(each for each in others if each.level is not Level.TIP))
        for place, line in enumerate(self.findings):
            line.tell("")
            if place < len(found):
                line.tell(found[place].sentence, *_MARKS[found[place].level])
        rest = len(found) - len(self.findings)
        more = say_count("… och {n} sak till.", "… och {n} saker till.", rest) if rest > 0 else ""
        self.more.setText(more)
        self.settle.setVisible(any(each.differences for each in lists))


class AllowancesPanel(QWidget):
    """Shows the allowances of the year that is open; forms stand beside it."""

    def __init__(
        self,
        desk: Desk,
        year: OpenYear,
        actions: Actions,
        side: FormHost,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("allowances-panel")
        self._desk, self._year, self._side = desk, year, side
        self._lists: tuple[AllowanceList, ...] = ()
        self._rates: tuple[AllowanceRate, ...] = ()
        self.summary = AllowanceSummary(self)
        self.list = AllowanceRowsList(actions, self)
        self.rates: MoneyRows[RateLine] = MoneyRows(rate_columns(), self)
        self.rate_view = SummedView("allowance-rates", say("Årets arvodessatser"), self.rates, self)
        self.rates_title = label("", "section", self, wraps=False)
        self.add_rate = action_button(
            actions["new-allowance-rate"], "allowances", self, text=say("Ny sats…"), mark=True
        )
        self.copy_rates = button(
            "", "allowance-copy-rates", self, self._copy_rates, mark=icon("copy")
        )
        self.no_rates = label("", "muted", self, name="allowance-no-rates")
        self._lay_out()
        self.list.asked.connect(self._do)
        self.summary.settling.connect(self._settle)
        self.list.turned.connect(self._show_list)
        self.list.opened.connect(self._open_row)
        self.rate_view.opened.connect(self._open_rate)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        inside.setProperty("role", "plain")
        self.list.view.setMinimumHeight(LEAST_ROWS * theme().row_height)
        head = row(self.rates_title, None, self.add_rate, self.copy_rates, spacing=GRID)
        parts = (self.summary, (self.list, 1), head, self.rate_view, self.no_rates)
        column(*parts, of=inside, spacing=GRID)
        scroll = QScrollArea(self)
        scroll.setObjectName("allowances-scroll")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        column(scroll, of=self)

    @property
    def shown(self) -> AllowanceList | None:
        """Return the list that is shown."""
        chosen = self.list.period.value()
        return next((each for each in self._lists if each.period.id == chosen), None)

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self.list.set_editable(editable)
        self.copy_rates.setEnabled(editable)
        self.summary.settle.setEnabled(editable)

    def read(self) -> None:
        """Read the allowances of the year that is open."""
        if self._desk.workspace is None:
            return
        year = self._year.paid
        chosen = self.list.period.value()
        with self._desk.read() as reader:
            self._lists = allowance_lists(reader, year)
            self._rates = allowance_rates(reader, year)
            before = allowance_rates(reader, year - 1)
            made = allowance_forecast(reader, year)
        self.summary.show_forecast(made)
        ids = [each.period.id for each in self._lists]
        kept = chosen if chosen in ids else self._first()
        self.list.offer_lists(self._lists, str(kept))
        self._show_rates(year, before)
        self._show_list()
        self.set_editable(not self._desk.read_only)

    def _first(self) -> str:
        """Return the list to begin with: the first that is open, else the last."""
        open_ones = [each for each in self._lists if not each.closed]
        first = open_ones[0] if open_ones else next(reversed(self._lists), None)
        return first.period.id if first is not None else ""

    def _show_list(self) -> None:
        self.list.show_list(self.shown)
        self.summary.show_list(self.shown, self._lists)

    def _show_rates(self, year: int, before: Sequence[AllowanceRate]) -> None:
        self.rates_title.setText(say("Satser {year}", year=year))
        self.rates.show_rows([RateLine(each) for each in self._rates])
        empty = {
            CEILING: all(each.ceiling_ore is None for each in self._rates),
            SEAT: not any(each.seat for each in self._rates),
        }
        self.rate_view.leave_out([place for place, left_out in empty.items() if left_out])
        self.rate_view.setVisible(bool(self._rates))
        self.no_rates.setText(
            say("Här står vad som betalas {year}, som det är beslutat.", year=year)
        )
        self.no_rates.setVisible(not self._rates)
        self.copy_rates.setText(say("Kopiera satserna från {year}", year=year - 1))
        self.copy_rates.setVisible(bool(before) and not self._rates)

    def choose(self, period_id: str) -> None:
        """Show a list of the year."""
        self.list.period.show_value(period_id)
        self._show_list()

    def new_list(self) -> None:
        """Open the form of a list after those of the year."""
        last = max((each.period.last for each in self._lists), default=None)
        self._open(PeriodForm(self._desk, self._year.paid, last))

    def new_rate(self) -> None:
        """Open the form of a rate of the year."""
        self._rate_form(None)

    def go_to(self, record_id: str) -> bool:
        """Show a list, or the rate or the row that an id names."""
        for each in self._lists:
            if record_id in (each.period.id, *(one.id for one in each.rows)):
                self.choose(each.period.id)
                self.list.view.choose(record_id)
                return True
        return self.rate_view.choose(record_id)

    def paper(self) -> PaperRequest | None:
        """Return the paper of the list that is shown."""
        if self.shown is None:
            return None
        return PaperRequest("arvoden", self._year.paid, (("period_id", self.shown.period.id),))

    def _open(self, form: FormPanel, about: str = "", begin: str = "") -> None:
        self._side.open(form, self._done, about=about, begin=begin)

    def _done(self, result: object) -> None:
        """Go to a list that was made."""
        made = getattr(result, "created", None) if isinstance(result, Changes) else None
        if made and any(each.period.id == made for each in self._lists):
            self.choose(made)

    def _do(self, what: str) -> None:
        shown, today = self.shown, self._desk.today()
        if shown is None:
            return
        if what == "change":
            self._open(PeriodForm(self._desk, self._year.paid, None, shown.period),
                       shown.period.id)  # fmt: skip
        elif what == "claim":
            line = self.list.line(self.list.view.current_id())
            self._claim("" if line is None else line.row.attendance_id or "")
        elif what == "close":
            self._open(CloseListForm(self._desk, shown, today), shown.period.id)
        elif what == "book":
            self._book(shown)
        elif what == "correct":
            self._correct(self.list.view.current_id())
        elif what == "export":
            self._export(shown)

    def _claim(self, attendance_id: str) -> None:
        if self.shown is not None:
            self._open(ClaimForm(self._desk, self.shown.there, attendance_id), attendance_id)

    def _book(self, shown: AllowanceList) -> None:
        """Open what books a list: the row's day decides of which year's budget the post is."""
        own, now = self._year.paid, self._desk.today().year
        with self._desk.read() as reader:
            choices = [
                (post.name if year == own else f"{post.name} ({year})", post.id)
                for year in dict.fromkeys((now, own, own + 1))
                if year >= own
                for post in fee_posts(reader, year)
            ]
        form = BookListForm(self._desk, shown, choices, self._desk.today())
        self._open(form, shown.period.id)

    def _correct(self, line_id: str) -> None:
        line = self.list.line(line_id)
        if line is None:
            self._desk.messages.tell(say("Välj först den rad som ska rättas."))
            return
        with self._desk.read() as reader:
            left = left_of(line.row, allowance_corrections(reader, [line.row.id]))
        form = CorrectRowForm(self._desk, line.row, left, self._open_lists())
        form.other_asked.connect(self._pay_afterwards)
        self._open(form, line.row.id, "amount_ore")

    def _open_lists(self) -> list[tuple[str, str]]:
        """Return the lists that a correction may be paid with, of whatever year."""
        with self._desk.read() as reader:
            periods = open_allowance_periods(reader)
        return [(_year_marked(each, self._year.paid), each.id) for each in periods]

    def _settle(self) -> None:
        """Open what settles the differences of the closed lists, those of the shown one first."""
        lists = sorted(self._lists, key=lambda each: each is not self.shown)
        self._open(SettleForm(self._desk, lists, self._open_lists()), begin="reason")

    def _pay_afterwards(self) -> None:
        shown = self.shown
        if shown is None:
            return
        with self._desk.read() as reader:
            people = person_choices(reader)
            days = meeting_days_of(reader, shown.period)
        form = PayAfterwardsForm(self._desk, days, people, self._open_lists())
        self._open(form, shown.period.id)

    def _open_row(self, line_id: str) -> None:
        """Open what a row comes from: its claims, or its correction once the list is closed."""
        line, shown = self.list.line(line_id), self.shown
        if line is None or shown is None or self._only_read():
            return
        if shown.closed:
            self._correct(line_id)
        elif is_later(line.row):
            self._open(LaterRowForm(self._desk, line.row), line.row.id)
        elif line.row.attendance_id:
            self._claim(line.row.attendance_id)

    def _open_rate(self, rate_id: str) -> None:
        rate = next((each for each in self._rates if each.id == rate_id), None)
        if rate is not None and not self._only_read():
            self._rate_form(rate)

    def _only_read(self) -> bool:
        """Say so where the register can only be read."""
        if self._desk.read_only:
            self._desk.messages.tell(self._desk.closed_told)
        return self._desk.read_only

    def _rate_form(self, rate: AllowanceRate | None) -> None:
        with self._desk.read() as reader:
            seats = seat_sorts(reader)
        form = RateForm(self._desk, self._year.paid, seats, rate)
        self._open(form, rate.id if rate is not None else "")

    def _copy_rates(self) -> None:
        from hubra_desktop.work.commands.allowances import CopyRates

        year = self._year.paid
        if self._desk.attempt(CopyRates(year - 1, year)) is not None:
            self._desk.messages.tell(say("Satserna kopierades. Ändra dem som är nya."), "undo")

    def _export(self, shown: AllowanceList) -> None:
        from hubra_desktop.work.allowance_table import export_allowances

        year, period_id = self._year.paid, shown.period.id
        save_table(
            self._desk,
            self,
            f"arvoden-{shown.period.first.isoformat()}",
            lambda reader, xlsx: export_allowances(reader, year, period_id, xlsx=xlsx),
        )


def _year_marked(period: AllowancePeriod, year: int) -> str:
    """Return what a list is called, with its year where that is another."""
    name = period.name
    return name if period.first.year == year else f"{name} ({period.first.year})"
