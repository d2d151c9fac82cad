"""The charts of an indicator: all its years, once as data, drawn the same everywhere.

Bars stand side by side for few years; a long series at equal distances is drawn as
lines. Shares of a count have a chart of their own, since they have another scale.
"""

from itertools import pairwise
from typing import Final, Literal

from hubra_desktop.model.chart import Chart, Series, chart_text
from hubra_desktop.model.drawing import Drawing, Label, Path, Shape, polyline, rectangle
from hubra_desktop.model.indicators.reading import all_years, breaks, known
from hubra_desktop.model.indicators.terms import Group, Missing, Unit
from hubra_desktop.model.indicators.values import group_name, groups_of
from hubra_desktop.model.language import swedish
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.words import swedish_word

MOST_YEARS: Final = 12
"""The latest so many: their names still have room below a chart across the page."""
MOST_AS_BARS: Final = 6
"""A longer series is drawn as lines: the bars of its groups would be thin."""
QUIET: Final = "#4a5158"
_UNITS: Final = {Unit.INDEX: "index 1–100", Unit.PERCENT: "procent", Unit.COUNT: "antal"}


def charts(indicator: Indicator, until: int | None = None) -> tuple[Chart, ...]:
    """Return an indicator's charts, in Swedish: none without a value, two for shares."""
    years = _years(indicator, until)
    groups = groups_of(indicator)
    if not indicator.shares:
        made = [_chart(indicator, years, groups, _UNITS[indicator.unit])]
    else:
        made = [
            _chart(indicator, years, groups[:1], _UNITS[indicator.unit]),
            _chart(indicator, years, groups[1:], "procent", ", fördelning"),
        ]
    return tuple(chart for chart in made if chart is not None)


def chart_description(indicator: Indicator, chart: Chart) -> str:
    """Say what a chart shows, and where its years cannot be compared."""
    inside = [str(year) for year in breaks(indicator) if str(year) in chart.years[1:]]
    broken = [f"{year} och senare kan inte jämföras med åren före." for year in inside]
    return " ".join([chart_text(chart, compared=not broken), *broken])


def _years(indicator: Indicator, until: int | None) -> tuple[int, ...]:
    years = [year for year in all_years(indicator) if until is None or year <= until]
    return tuple(years[-MOST_YEARS:])


def _chart(
    indicator: Indicator,
    years: tuple[int, ...],
    groups: tuple[Group, ...],
    unit: str,
    about: str = "",
) -> Chart | None:
    series = tuple(
        Series(_series_name(indicator, group), tuple(_values(indicator, years, group)))
        for group in groups
    )
    kept = tuple(each for each in series if any(value is not None for value in each.values))
    if not kept:
        return None
    return Chart(
        title=indicator.name + about, unit=unit, years=tuple(map(str, years)), series=kept,
        kind=_kind(years, breaks(indicator)),
    )  # fmt: skip


def _series_name(indicator: Indicator, group: Group) -> str:
    alone = len(groups_of(indicator)) == 1 or (indicator.shares and group is Group.ALL)
    return "" if alone else group_name(indicator, group, swedish)


def _values(indicator: Indicator, years: tuple[int, ...], group: Group) -> list[float | None]:
    values = (known(indicator, year, group) for year in years)
    return [None if value is None else value / 1000 for value in values]


def _kind(years: tuple[int, ...], broken: tuple[int, ...]) -> Literal["bars", "lines"]:
    """Draw lines only where the distances are equal and all years can be compared."""
    steps = {later - year for year, later in pairwise(years)}
    whole = not set(broken) & set(years[1:])
    return "lines" if len(years) > MOST_AS_BARS and len(steps) == 1 and whole else "bars"


def small(indicator: Indicator, width: float, height: float, accent: str) -> Drawing:
    """Draw the years as small bars from zero, the last one full; a missing year is a dash.

    ``width`` and ``height`` are points. Without a value the word says so.
    """
    years = _years(indicator, None)[-8:]
    values = [known(indicator, year, Group.ALL) for year in years]
    there = [value for value in values if value is not None]
    if not there:
        label = Label(
            x=0, y=height / 2 + 3, text=swedish_word(Missing.NOT_STATED), size=9, colour=QUIET
        )
        return Drawing(width, height, (label,))
    top = 100_000 if indicator.unit is not Unit.COUNT else max(there)
    return Drawing(width, height, tuple(_small_bars(values, top or 1, width, height, accent)))


def _small_bars(
    values: list[int | None], top: int, width: float, height: float, accent: str
) -> list[Shape]:
    wide = min(width / max(len(values), 1), 20.0)
    foot = height - 1.5
    shapes: list[Shape] = []
    last = max(place for place, value in enumerate(values) if value is not None)
    for place, value in enumerate(values):
        x = place * wide + 1.5
        if value is None:
            ends = ((x + 1, foot - 3), (x + wide - 4, foot - 3))
            shapes.append(Path(steps=polyline(ends), stroke=QUIET, width=1, dash=(2.0, 2.0)))
            continue
        tall = max(0.8, (foot - 2) * min(value / top, 1.0))
        fill = accent if place == last else "#ffffff"
        shapes.append(
            Path(
                steps=rectangle(x, foot - tall, wide - 3, tall),
                closed=True,
                fill=fill,
                stroke=accent,
                width=1,
            )
        )
    shapes.append(Path(steps=polyline(((0, foot), (len(values) * wide, foot))), stroke=QUIET))
    return shapes
