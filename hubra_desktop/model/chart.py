"""Charts of values per year, drawn so that they can be read without colour.

A chart is data; ``chart_drawing`` draws it and ``chart_text`` writes what is read in
its place, so the two cannot disagree. Groups are told apart by hatching (bars) or by
marker, dash and their own name beside the line (lines). The scale always begins at
zero: a small change must not look large. A missing value is a gap, never a zero.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10
from operator import itemgetter
from typing import Final, Literal

from hubra_desktop.model.drawing import (
    Drawing,
    Hatch,
    Label,
    Path,
    Point,
    Shape,
    circle,
    polyline,
    rectangle,
    text_width,
)
from hubra_desktop.model.swedish import capitalised, figure, listed

INK: Final = "#1a1a1a"
QUIET: Final = "#4a5158"
GRID: Final = "#d5dade"
SIZE: Final = 8.5
"""The size of a chart's letters in points, unless another is asked for."""
_TICKS: Final = 5
_NOTHING: Final = 1e-9
"""Less than any figure tells apart from zero."""
_DASHES: Final[tuple[tuple[float, ...], ...]] = ((), (5.0, 3.0), (1.0, 3.0), (7.0, 3.0, 1.0, 3.0))
_HATCHES: Final[tuple[tuple[str, Hatch], ...]] = (
    ("ink", ""), ("white", "rising"), ("pale", ""), ("white", "cross"), ("pale", "falling"),
    ("white", "level"),
)  # fmt: skip
MOST_BARS: Final = len(_HATCHES)
MOST_LINES: Final = len(_DASHES)


@dataclass(frozen=True, slots=True)
class Series:
    """One group's value for each of the chart's years; None where there is none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What a chart shows: ``series`` of values, one for each of ``years``.

    ``unit`` says what is counted ("antal", "procent", "kronor"). At most six groups as
    bars, four as lines, and at least one value; else ValueError.
    """

    title: str
    unit: str
    years: tuple[str, ...]
    series: tuple[Series, ...]
    kind: Literal["bars", "lines"] = "bars"

    def __post_init__(self) -> None:
        """Refuse what cannot be told apart or has nothing to show."""
        most = MOST_BARS if self.kind == "bars" else MOST_LINES
        if not 1 <= len(self.series) <= most:
            raise ValueError(f"a chart of {self.kind} has 1 to {most} groups")
        if any(len(group.values) != len(self.years) for group in self.series):
            raise ValueError("every group has one value for each year")
        if not self.known:
            raise ValueError("a chart without a value")

    @property
    def known(self) -> list[float]:
        """The values that there are."""
        return [value for group in self.series for value in group.values if value is not None]


def chart_text(chart: Chart, *, compared: bool = True) -> str:
    """Say what ``chart`` shows in Swedish: every value, the change, the highest and the lowest.

    Years that cannot be ``compared`` have no change.
    """
    kind = "Stapeldiagram" if chart.kind == "bars" else "Linjediagram"
    span = _span(chart.years)
    parts = [f"{kind}: {chart.title}. {capitalised(chart.unit)}, {span}."]
    alone = len(chart.series) == 1
    parts += [_group_text(chart, group, alone, compared) for group in chart.series]
    return " ".join(parts)


def _span(years: Sequence[str]) -> str:
    return years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _group_text(chart: Chart, group: Series, alone: bool, compared: bool) -> str:
    pairs = list(zip(chart.years, group.values, strict=True))
    known = [(year, value) for year, value in pairs if value is not None]
    missing = [year for year, value in pairs if value is None]
    name = "" if alone else f"{capitalised(group.name)}, "
    if not known:
        return capitalised(f"{name}uppgift saknas.")
    text = ", ".join(f"år {year}: {figure(value)}" for year, value in known)
    text += _change(known[0][1], known[-1][1]) if compared and len(known) > 1 else ""
    if len(known) > 2:
        by_value = itemgetter(1)
        top, bottom = max(known, key=by_value), min(known, key=by_value)
        if top[1] != bottom[1]:
            text += f"; högst {top[0]}, lägst {bottom[0]}"
    if missing:
        text += f"; uppgift saknas för {listed(missing)}"
    return capitalised(f"{name}{text}.")


def _change(first: float, last: float) -> str:
    """Say how the last value differs from the first, as it does after its decimals."""
    moved = round(last - first, 3)
    if not moved:
        return "; oförändrat"
    return f"; {'ökning' if moved > 0 else 'minskning'} med {figure(abs(moved))}"


def chart_drawing(
    chart: Chart, width: float, height: float, accent: str = "#1f3a4d", size: float = SIZE
) -> Drawing:
    """Draw ``chart`` in ``width`` by ``height`` points; ``accent`` is the first group's colour.

    All its letters are ``size`` points.
    """
    return _Plot(chart, width, height, accent, size).drawing()


def legible(chart: Chart, width: float, size: float = SIZE) -> bool:
    """Say whether a drawing ``width`` points wide has room for every year, value and name.

    ``size`` is that of its letters, in points.
    """
    return _Plot(chart, width, width, "#1f3a4d", size).legible()


def names_height(chart: Chart, width: float, size: float = SIZE) -> float:
    """Return the height in points of the groups' names where they do not stand by the unit."""
    return _Plot(chart, width, width, "#1f3a4d", size).below


def chart_rows(chart: Chart) -> tuple[tuple[str, ...], ...]:
    """Return what ``chart`` shows as rows: the names of the groups, then each year's values."""
    names = tuple(group.name or capitalised(chart.unit) for group in chart.series)
    rows = [
        (year, *("saknas" if value is None else figure(value) for value in values))
        for year, *values in zip(
            chart.years, *(group.values for group in chart.series), strict=True
        )
    ]
    return (("År", *map(capitalised, names)), *rows)


def scale(lowest: float, highest: float, steps: int = _TICKS) -> tuple[float, float, float]:
    """Find the axis' lower and upper end and its step: 1, 2 or 5 times a power of ten.

    The axis holds zero and all values, with about ``steps`` steps, at most one more.
    """
    low, high = min(lowest, 0.0), max(highest, 0.0)
    if high - low < _NOTHING:
        high = 1.0
    rough = (high - low) / steps
    power = 10.0 ** floor(log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999)
    return floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step, step


class _Plot:
    """Draws one chart; used once."""

    def __init__(self, chart: Chart, width: float, height: float, accent: str, size: float) -> None:
        self.chart, self.width, self.height, self.accent = chart, width, height, accent
        self.size, self.head, self.gap = size, 1.18 * size, size / SIZE
        self.pale = _pale(accent)
        self.low, self.high, self.step = scale(min(chart.known), max(chart.known))
        self.left = self._scale_width()
        self.right = width - self._beside()
        self.rows = self._legend_rows()
        self.beside_unit = self._fits_beside_unit()
        lines = len(self.rows) + 0.4 if self.rows and not self.beside_unit else 0.0
        self.below = lines * 1.6 * size
        self.top = 2.4 * self.head + self.below
        self.bottom = height - 2.0 * self.size
        steps = max(1, min(_TICKS, floor((self.bottom - self.top) / (1.5 * size)) - 1))
        self.low, self.high, self.step = scale(min(chart.known), max(chart.known), steps)
        self.left = self._scale_width()
        self.slot = (self.right - self.left) / len(chart.years)

    def drawing(self) -> Drawing:
        shapes = [*self._frame(), *self._legend()]
        shapes += self._bars() if self.chart.kind == "bars" else self._lines()
        return Drawing(self.width, self.height, tuple(shapes))

    def legible(self) -> bool:
        """Say whether no year or value is left out, and no name runs over the edge."""
        if len(self._shown_years()) < len(self.chart.years):
            return False
        names = [text_width(group.name, self.size) for group in self.chart.series]
        if self.chart.kind == "lines":
            return max(names) <= 0.35 * self.width
        values = (text_width(figure(value), self.size) for value in self.chart.known)
        return max(values) <= self._bar_width() + 2 and max(names) <= 0.8 * self.width

    def _bar_width(self) -> float:
        return min(0.78 * self.slot / len(self.chart.series), 4 * self.size)

    def _scale_width(self) -> float:
        ticks = (figure(value) for value in self._ticks())
        return max(text_width(tick, self.size) for tick in ticks) + 8 * self.gap

    def _ticks(self) -> list[float]:
        count = round((self.high - self.low) / self.step)
        return [self.low + place * self.step for place in range(count + 1)]

    def _beside(self) -> float:
        """Leave room for the names of the lines at their right end."""
        if self.chart.kind == "bars" or len(self.chart.series) == 1:
            return 2.0
        widest = max(text_width(group.name, self.size) for group in self.chart.series)
        return min(widest, 0.35 * self.width) + 16 * self.gap

    def _y(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.bottom - share * (self.bottom - self.top)

    def _middle(self, place: int) -> float:
        return self.left + (place + 0.5) * self.slot

    def _frame(self) -> Iterator[Shape]:
        yield Label(x=0, y=0.9 * self.head, text=self._heading(), size=self.size, colour=QUIET)
        for value in self._ticks():
            y = self._y(value)
            zero = abs(value) < self.step / 2
            yield Path(
                steps=polyline(((self.left, y), (self.right, y))),
                stroke=QUIET if zero else GRID, width=0.9 if zero else 0.6,
            )  # fmt: skip
            yield Label(
                x=self.left - 6 * self.gap, y=y + 0.34 * self.size, text=figure(value),
                size=self.size, anchor="end", colour=QUIET,
            )  # fmt: skip
        for place in self._shown_years():
            yield Label(
                x=self._middle(place), y=self.height - 0.5 * self.size,
                text=self.chart.years[place], size=self.size, anchor="middle", colour=INK,
            )  # fmt: skip

    def _heading(self) -> str:
        unit = capitalised(self.chart.unit)
        alone = self.chart.series[0].name if len(self.chart.series) == 1 else ""
        return f"{alone}, {self.chart.unit}" if alone else unit

    def _shown_years(self) -> range:
        """Leave out years that would run into each other, counted back from the last."""
        widest = max(text_width(year, self.size) for year in self.chart.years) + 6 * self.gap
        every = max(1, ceil(widest / self.slot))
        last = len(self.chart.years) - 1
        return range(last % every, last + 1, every)

    def _legend_rows(self) -> list[list[Series]]:
        """Break the names of the bars into rows as wide as the drawing."""
        if self.chart.kind == "lines" or len(self.chart.series) == 1:
            return []
        rows: list[list[Series]] = [[]]
        used = 0.0
        for group in self.chart.series:
            need = self._entry_width(group)
            if rows[-1] and used + need > self.width - self.left:
                rows.append([])
                used = 0.0
            rows[-1].append(group)
            used += need
        return rows

    def _fits_beside_unit(self) -> bool:
        """Say whether all the names have room on the line of the unit."""
        names = sum(self._entry_width(group) for row in self.rows for group in row)
        return len(self.rows) == 1 and self._unit_width() + names <= self.width

    def _unit_width(self) -> float:
        return text_width(self._heading(), self.size) + 2 * self.size

    def _entry_width(self, group: Series) -> float:
        return text_width(group.name, self.size) + 26 * self.gap

    def _legend(self) -> Iterator[Shape]:
        place = 0
        for row, groups in enumerate(self.rows):
            x, y = self.left, 2.4 * self.head + row * 1.6 * self.size
            if self.beside_unit:
                x, y = self._unit_width(), 0.9 * self.head
            for group in groups:
                yield self._surface(place, x, y - 0.8 * self.size, 14 * self.gap, self.size)
                yield Label(x=x + 18 * self.gap, y=y, text=group.name, size=self.size)
                x += self._entry_width(group)
                place += 1

    def _surface(self, place: int, x: float, y: float, width: float, height: float) -> Path:
        fill, hatch = _HATCHES[place]
        colours = {"ink": self.accent, "white": "#ffffff", "pale": self.pale}
        return Path(
            steps=rectangle(x, y, width, height), closed=True, fill=colours[fill],
            stroke=self.accent, width=0.7, hatch=hatch, ink=self.accent,
        )  # fmt: skip

    def _bars(self) -> Iterator[Shape]:
        count = len(self.chart.series)
        wide = self._bar_width()
        for place in range(len(self.chart.years)):
            start = self._middle(place) - wide * count / 2
            for number, group in enumerate(self.chart.series):
                value = group.values[place]
                if value is not None:
                    yield from self._bar(number, start + number * wide, wide, value)

    def _bar(self, number: int, x: float, wide: float, value: float) -> Iterator[Shape]:
        zero, y = self._y(0), self._y(value)
        inset = 0.04 * wide
        top, tall = min(zero, y), abs(zero - y)
        if tall > 0.1:
            yield self._surface(number, x + inset, top, wide - 2 * inset, tall)
        size = self.size
        room = text_width(figure(value), size)
        if room > wide + 2:
            return
        middle, foot = x + wide / 2, y + (-0.3 * size if value >= 0 else 1.1 * size)
        yield Path(
            steps=rectangle(middle - room / 2, foot - 0.75 * size, room, 0.8 * size),
            closed=True,
            fill="#ffffff",
        )
        yield Label(x=middle, y=foot, text=figure(value), size=size, anchor="middle")

    def _lines(self) -> Iterator[Shape]:
        ends: list[tuple[float, int]] = []
        for number, group in enumerate(self.chart.series):
            points = [
                (self._middle(place), self._y(value)) if value is not None else None
                for place, value in enumerate(group.values)
            ]
            known = [point for point in points if point]
            for first, last in pairwise(points):
                if first and last:
                    yield Path(
                        steps=polyline((first, last)), stroke=self.accent, width=1.5,
                        dash=_DASHES[number],
                    )  # fmt: skip
            yield from (self._marker(number, point) for point in known)
            if known and len(self.chart.series) > 1:
                ends.append((known[-1][1], number))
        for y, number in _apart(ends, 1.35 * self.size, self.top, self.bottom):
            name = self.chart.series[number].name
            yield self._marker(number, (self.right + 8 * self.gap, y))
            yield Label(
                x=self.right + 15 * self.gap, y=y + 0.34 * self.size, text=name, size=self.size
            )

    def _marker(self, number: int, point: Point) -> Path:
        x, y = point
        r = 3.0 * self.gap
        shapes = (
            circle(x, y, r),
            rectangle(x - r, y - r, 2 * r, 2 * r),
            polyline(((x, y - 1.3 * r), (x + 1.2 * r, y + 0.9 * r), (x - 1.2 * r, y + 0.9 * r))),
            polyline(((x, y - 1.4 * r), (x + 1.4 * r, y), (x, y + 1.4 * r), (x - 1.4 * r, y))),
        )
        fill = self.accent if number % 2 == 0 else "#ffffff"
        return Path(steps=shapes[number], closed=True, fill=fill, stroke=self.accent, width=1.2)


def _apart(
    ends: Sequence[tuple[float, int]], least: float, top: float, bottom: float
) -> list[tuple[float, int]]:
    """Move names that would cover each other ``least`` points apart, within the plot."""
    placed: list[tuple[float, int]] = []
    for y, number in sorted(ends):
        above = placed[-1][0] + least if placed else top
        placed.append((max(y, above), number))
    limit = bottom
    for place in range(len(placed) - 1, -1, -1):
        y, number = placed[place]
        placed[place] = (min(y, limit), number)
        limit = placed[place][0] - least
    return placed


def _pale(colour: str) -> str:
    """Mix ``colour`` with four parts of white."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * 0.22):02x}" for part in parts)
