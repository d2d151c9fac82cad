"""The part Prognos: what the year is heading for, post by post and month by month."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.days import month_word
from hubra_desktop.model.language import say
from hubra_desktop.model.money.figures import post_marked
from hubra_desktop.model.money.forecast import AFTER, Forecast, ForecastRow, MonthFigures
from hubra_desktop.model.money.forecast_figures import (
    AFTER_YEAR,
    FIGURES,
    MONTH_FIGURES,
    forecast_shown,
    forecast_text,
    month_figures_shown,
    shown_months,
)
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.ui.pages.money.cells import amount_or_dash, name_room
from hubra_desktop.ui.pages.money.rows_models import MoneyRows, R
from hubra_desktop.ui.pages.money.rows_view import MoneyView
from hubra_desktop.ui.pages.money.year import OpenYear
from hubra_desktop.ui.table_saving import save_table
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.build import button, column, label, row
from hubra_desktop.work.queries.forecast import forecast_of

LEAST_ROWS = 4
"""The rows of a table that are in view, however low the window is."""

FILLING = 100
"""How much more of the room the tables take than what stands empty below them."""


@dataclass(frozen=True)
class PostLine:
    """A post of the forecast, or its sum."""

    row: ForecastRow
    name: str

    @property
    def id(self) -> str:
        """Return the post's id; what is no post of the budget is known by its name."""
        return self.post_id or self.name

    @property
    def post_id(self) -> str:
        """Return the id of the post that the row leads to, "" for none."""
        return self.row.row.post.id

    @property
    def strong(self) -> bool:
        """Tell whether the row is the sum of others."""
        return not self.row.row.leaf


@dataclass(frozen=True)
class MonthLine:
    """A month of the forecast, or their sum (month 0)."""

    month: MonthFigures
    name: str

    @property
    def id(self) -> str:
        """Return the month's number."""
        return str(self.month.month)

    @property
    def strong(self) -> bool:
        """Tell whether the row is the sum of others."""
        return not self.month.month


class SummedView(MoneyView):
    """Rows with their sum below, in the order given, no taller than the rows are.

    Nothing is sorted: the sums would part from what they are the sums of.
    """

    def __init__(
        self, name: str, label: str, model: MoneyRows[R], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, label, model, parent)
        self.setSortingEnabled(False)
        self.horizontalHeader().setSectionsClickable(False)

    def updateGeometries(self) -> None:
        """Follow the rows, the head and the bar below in height."""
        super().updateGeometries()
        bar = self.horizontalScrollBar()
        beside = self.horizontalHeader().height() + 2 * self.frameWidth()
        beside += bar.height() if bar.isVisible() else 0
        rows = self.verticalHeader().length()
        least = min(rows, LEAST_ROWS * theme().row_height)
        if self.maximumHeight() != beside + rows:
            self.setMinimumHeight(beside + least)
            self.setMaximumHeight(beside + rows)


class ForecastPanel(QWidget):
    """Shows the open year's forecast as of today; ``post_asked(id)`` leads to a post."""

    post_asked = Signal(str)

    def __init__(self, desk: Desk, year: OpenYear, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("forecast-panel")
        self._desk, self._year = desk, year
        self.told = label("", "lead", self, name="forecast-text")
        self.posts: MoneyRows[PostLine] = MoneyRows(_post_columns(), self)
        self.post_view = SummedView("forecast-posts", say("Prognos per post"), self.posts, self)
        self.months: MoneyRows[MonthLine] = MoneyRows(_month_columns(), self)
        self.month_view = SummedView(
            "forecast-months", say("Prognos månad för månad"), self.months, self
        )
        self.export = button(
            say("Spara som tabell…"), "forecast-export", self, self._export, mark=icon("export")
        )
        self.none = label(say("Inget är bokfört, intecknat eller väntat i någon månad."),
                          "muted", self, name="forecast-no-months")  # fmt: skip
        hint = say("När resten av en posts pengar väntas skriver du på posten: Enter öppnar den.")
        column(
            row((self.told, 1), self.export, spacing=2 * GRID),
            (self.post_view, FILLING),
            label(hint, "muted", self),
            (self.month_view, FILLING),
            self.none,
            None,
            of=self,
            spacing=GRID,
        )
        self.post_view.opened.connect(self._ask_post)

    def read(self) -> None:
        """Read the forecast of the year that is open."""
        if self._year.year is None or self._desk.workspace is None:
            return
        with self._desk.refusing(), self._desk.read() as reader:
            self._show(forecast_of(reader, self._year.year, self._desk.today()))

    def _show(self, shown: Forecast) -> None:
        self.told.setText(forecast_text(shown, say))
        posts = [
            PostLine(each, f"{'    ' * each.row.depth}{post_marked(each.row)}")
            for each in shown.rows
        ]
        posts.append(PostLine(shown.total, say("Summa")))
        self.posts.show_rows(posts)
        months = list(shown_months(shown))
        whole = sum(months, MonthFigures(month=0))
        lines = [MonthLine(each, _month(each.month)) for each in months]
        self.months.show_rows([*lines, MonthLine(whole, say("Summa"))] if lines else [])
        self.month_view.setVisible(bool(lines))
        self.none.setVisible(not lines)
        for view, names in ((self.post_view, posts), (self.month_view, lines)):
            view.ask_room(0, name_room(each.name for each in names))
        _fit(self.post_view, FIGURES, forecast_shown(shown), [line.row for line in posts])
        _fit(self.month_view, MONTH_FIGURES, month_figures_shown(shown), [*months, whole])

    def _ask_post(self, post_id: str) -> None:
        place = self.posts.place_of(post_id)
        if place is not None and self.posts.row_at(place).post_id:
            self.post_asked.emit(post_id)

    def _export(self) -> None:
        """Ask for a file, and write the forecast there as a table."""
        from hubra_desktop.work.money_tables import export_forecast

        year = self._year.year
        if year is not None:
            save_table(
                self._desk,
                self,
                f"prognos-{year}",
                lambda reader, xlsx: export_forecast(reader, year, self._desk.today(), xlsx=xlsx),
            )


def _fit(view: MoneyView, figures: Sequence[Any], shown: Sequence[Any], rows: list[Any]) -> None:
    """Give each column of figures room, and leave out those that nothing stands in."""
    for place, each in enumerate(figures, 1):
        view.make_room(place, map(each.of, rows))
    view.leave_out([place for place, each in enumerate(figures, 1) if each not in shown])


def _month(month: int) -> str:
    return say(AFTER_YEAR) if month == AFTER else capitalised(month_word(month))


def _post_columns() -> tuple[ColumnOf[PostLine], ...]:
    def amount(of: Callable[[ForecastRow], int]) -> Callable[[PostLine], str]:
        return lambda line: amount_or_dash(of(line.row))

    names: ColumnOf[PostLine] = ColumnOf(say("Post"), lambda line: line.name)
    figures = (ColumnOf(say(each.heading), amount(each.of), 92, right=True) for each in FIGURES)
    return (names, *figures)


def _month_columns() -> tuple[ColumnOf[MonthLine], ...]:
    def amount(of: Callable[[MonthFigures], int]) -> Callable[[MonthLine], str]:
        return lambda line: amount_or_dash(of(line.month))

    names: ColumnOf[MonthLine] = ColumnOf(say("Månad"), lambda line: line.name)
    figures = (
        ColumnOf(say(each.heading), amount(each.of), 110, right=True) for each in MONTH_FIGURES
    )
    return (names, *figures)
