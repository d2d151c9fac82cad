"""Measurements that are due: a recurring survey is due when its year is over."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from hubra_desktop.model.due import Due
from hubra_desktop.model.findings import Level
from hubra_desktop.model.indicators.reading import active, all_years
from hubra_desktop.model.language import say
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.records.rules import LAST_YEAR
from hubra_desktop.model.wording import quoted

BEFORE: Final = timedelta(days=60)
"""How long before its day a measurement is reminded of."""


def next_year(indicator: Indicator) -> int | None:
    """Return the year of the next measurement; None when it has no interval or none before it."""
    years = all_years(indicator)
    if not years or not indicator.interval_years:
        return None
    return years[-1] + indicator.interval_years


def due_of(indicators: Iterable[Indicator], today: date) -> tuple[Due, ...]:
    """Return the measurements due by ``today`` or within two months of it."""
    found = (_due(each, today) for each in indicators)
    return tuple(each for each in found if each is not None)


def _due(indicator: Indicator, today: date) -> Due | None:
    if not all_years(indicator):
        return _never(indicator) if active(indicator, today.year) else None
    year = next_year(indicator)
    if year is None or not active(indicator, year) or year > LAST_YEAR:
        return None
    day = date(year, 12, 31)
    if day - BEFORE > today:
        return None
    level = Level.WARNING if day < today else Level.TIP
    return Due(day, level, _sentence(indicator, year, late=day < today), "indicator", indicator.id)


def _never(indicator: Indicator) -> Due:
    sentence = say(
        "Måttet {name} har inget värde. Skriv in ett, eller varför det saknas.",
        name=quoted(indicator.name),
    )
    return Due(None, Level.WARNING, sentence, "indicator", indicator.id)


def _sentence(indicator: Indicator, year: int, *, late: bool) -> str:
    if late:
        return say(
            "{name} skulle ha mätts {year}. Skriv in värdet, eller varför det saknas.",
            name=quoted(indicator.name),
            year=year,
        )
    return say(
        "{name} mäts {year}. Skriv in värdet när det finns.", name=quoted(indicator.name), year=year
    )
