"""The figures of a forecast: one word for each, with one meaning, on screen and in print."""

from collections.abc import Callable
from typing import Final, NamedTuple

from hubra_desktop.model.language import N_, Tell, say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.figures import COMMITTED, LEFT, NET, PLANNED
from hubra_desktop.model.money.forecast import Forecast, ForecastRow, MonthFigures


class ForecastFigure(NamedTuple):
    """A column of a forecast: its heading and meaning, marked for translation, and its öre.

    A ``rare`` one is left out where nothing stands in it: rows add up without it.
    """

    key: str
    heading: str
    meaning: str
    of: Callable[[ForecastRow], int]
    rare: bool = False


FIGURES: Final = (
    ForecastFigure("planned", PLANNED.heading, PLANNED.meaning, lambda row: row.planned),
    ForecastFigure("net", NET.heading, NET.meaning, lambda row: row.net),
    ForecastFigure("committed", COMMITTED.heading, COMMITTED.meaning, lambda row: row.committed),
    ForecastFigure("left", LEFT.heading, LEFT.meaning, lambda row: row.left),
    ForecastFigure(
        "expected", N_("Väntas"), N_("Vad som väntas utöver det intecknade"),
        lambda row: row.expected, rare=True,
    ),
    ForecastFigure(
        "forecast", N_("Prognos"), N_("Netto, intecknat och väntat tillsammans"),
        lambda row: row.forecast,
    ),
    ForecastFigure(
        "deviation", N_("Avvikelse"), N_("Planerat minus prognosen"), lambda row: row.deviation
    ),
    ForecastFigure(
        "last_year", N_("Netto i fjol"), N_("Förra årets netto"), lambda row: row.last_year,
        rare=True,
    ),
)  # fmt: skip
"""The columns of posts, in order: each row adds up from what stands in it."""


class MonthFigure(NamedTuple):
    """A column of months: its heading, marked for translation, its öre, and if it is rare."""

    key: str
    heading: str
    of: Callable[[MonthFigures], int]
    rare: bool = False


MONTH_FIGURES: Final = (
    MonthFigure("booked", N_("Bokfört netto"), lambda month: month.booked),
    MonthFigure("due", N_("Intecknat"), lambda month: month.due, rare=True),
    MonthFigure("expected", N_("Väntas"), lambda month: month.expected, rare=True),
    MonthFigure("sum", N_("Tillsammans"), lambda month: month.sum),
    MonthFigure("last_year", N_("Netto i fjol"), lambda month: month.last_year, rare=True),
)
"""The columns of months, in order."""

AFTER_YEAR: Final = N_("Efter årets slut")


def shown_months(forecast: Forecast) -> tuple[MonthFigures, ...]:
    """Return the months of the whole that something stands in, in order; none may be left."""
    return tuple(
        each for each in forecast.total.months if any(one.of(each) for one in MONTH_FIGURES)
    )


def forecast_shown(forecast: Forecast) -> tuple[ForecastFigure, ...]:
    """Return the columns of posts that something stands in, and those that always stand."""
    rows = (*forecast.rows, forecast.total)
    return tuple(each for each in FIGURES if not each.rare or any(map(each.of, rows)))


def month_figures_shown(forecast: Forecast) -> tuple[MonthFigure, ...]:
    """Return the columns of months that something stands in, and those that always stand."""
    months = forecast.total.months
    return tuple(each for each in MONTH_FIGURES if not each.rare or any(map(each.of, months)))


def forecast_text(forecast: Forecast, tell: Tell = say) -> str:
    """Say what is left when all that is granted is paid, and what the year is heading for."""
    total = forecast.total
    if forecast.over:
        net, planned = kronor(total.net), kronor(total.planned)
        text = tell("Året är slut: netto {net} av {planned} planerat.", net=net, planned=planned)
        if not total.committed:
            return text
        later = tell("{amount} är beviljat och inte utbetalt.", amount=kronor(total.committed))
        return f"{text} {later}"
    return f"{_left_text(total, tell)} {_end_text(total, tell)}"


def _left_text(total: ForecastRow, tell: Tell) -> str:
    if total.left < 0:
        return tell(
            "Om alla beviljade bidrag betalas ut saknas {amount}.", amount=kronor(-total.left)
        )
    return tell(
        "Om alla beviljade bidrag betalas ut återstår {left} av {planned}.",
        left=kronor(total.left),
        planned=kronor(total.planned),
    )


def _end_text(total: ForecastRow, tell: Tell) -> str:
    end = kronor(total.forecast)
    if not total.deviation:
        return tell("Årets netto väntas bli {end}, lika med det planerade.", end=end)
    amount = kronor(abs(total.deviation))
    if total.deviation < 0:
        return tell(
            "Årets netto väntas bli {end}, {amount} mer än planerat.", end=end, amount=amount
        )
    return tell(
        "Årets netto väntas bli {end}, {amount} mindre än planerat.", end=end, amount=amount
    )
