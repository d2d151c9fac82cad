"""Prognos: what a year's budget is heading for, post by post and month by month."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from hubra_desktop.documents.kit.compose import Text
from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.money_text import post_in_print, post_name
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.language import swedish
from hubra_desktop.model.money.amounts import digits
from hubra_desktop.model.money.forecast import AFTER, Forecast, ForecastRow
from hubra_desktop.model.money.forecast_figures import (
    AFTER_YEAR,
    ForecastFigure,
    forecast_shown,
    forecast_text,
    month_figures_shown,
    shown_months,
)
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.swedish import MONTHS, capitalised, short_date

_UPRIGHT: Final = 6
"""The most columns of figures that stand beside the posts' names on an upright page."""


@dataclass(frozen=True, kw_only=True)
class ForecastPaper:
    """A year's forecast to print; ``body`` is the council."""

    sender: Sender
    forecast: Forecast
    body: str = ""


def prognos_manuscript(
    paper: ForecastPaper, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the forecast."""
    return _Writer(style, paper, text_size).manuscript()


class _Writer(OfficialPaper):
    """Writes one forecast; used once."""

    def __init__(self, style: HouseStyle, paper: ForecastPaper, text_size: float | None) -> None:
        self.paper, self.year = paper, paper.forecast
        self.figures = forecast_shown(self.year)
        wide = len(self.figures) > _UPRIGHT
        super().__init__(style, paper.sender, text_size=text_size, wide=wide)

    def manuscript(self) -> Manuscript:
        title, day = f"Prognos {self.year.year}", short_date(self.year.on)
        self.begin(title)
        self.prose(forecast_text(self.year, swedish))
        self._posts()
        self._months()
        return self.finish(
            title=f"{title} per den {day}, {self.paper.body}".rstrip(", "),
            subject=f"Budgetens prognos {self.year.year} per den {day}",
            day=self.year.on,
        )

    def _posts(self) -> None:
        self.section(f"Poster per den {short_date(self.year.on)}")
        columns = {"Post": 1.0, **{each.heading: 0.0 for each in self.figures}}
        lines = [_line(row, self.figures) for row in self.year.rows]
        total = ("Summa", *(digits(each.of(self.year.total)) for each in self.figures))
        self.table(
            columns, [FigureGroup("", lines)], total=total if lines else (),
            caption="Belopp i kronor",
        )  # fmt: skip
        more = " och det som väntas därutöver" if self.year.total.expected else ""
        both = "netto, intecknat" if more else "netto och intecknat"
        self.prose(
            "Kvar är det planerade minus netto och intecknat: vad som återstår när alla beviljade "
            f"bidrag är utbetalda. Prognos är {both}{more}. Avvikelse är det planerade minus "
            "prognosen."
        )

    def _months(self) -> None:
        self.section("Månad för månad")
        months, figures = shown_months(self.year), month_figures_shown(self.year)
        if not months:
            self.prose("Ingen månad har något belopp: inget är bokfört, intecknat eller väntat.")
            return
        columns = {"Månad": 1.0, **{each.heading: 0.0 for each in figures}}
        lines = [
            FigureLine((month_name(each.month), *(digits(one.of(each)) for one in figures)))
            for each in months
        ]
        sums = (sum(map(one.of, months)) for one in figures)
        total = ("Summa", *map(digits, sums))
        self.table(columns, [FigureGroup("", lines)], total=total, caption="Belopp i kronor")
        self.prose(
            "Intecknat står i den månad då utbetalningen ska ske. Det som väntas följer det som "
            "är sagt om posten, annars förra årets månader. Månader utan belopp är utelämnade."
        )


def month_name(month: int) -> str:
    """Return what a month of a forecast is called."""
    return AFTER_YEAR if month == AFTER else capitalised(MONTHS[month - 1])


def _line(row: ForecastRow, figures: Iterable[ForecastFigure]) -> FigureLine:
    name = post_in_print(row.row.post)
    cells: list[Text] = [post_name(row.row, name)]
    cells += [digits(each.of(row)) for each in figures]
    return FigureLine(cells, depth=row.row.depth, strong=not row.row.leaf)
