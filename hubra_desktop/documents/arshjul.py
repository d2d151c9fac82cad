"""The årshjul: the year as a wheel on one page, and as a table by month.

The wheel is for the wall, the table for those who search it or cannot see it. Large print is
the table alone: no sheet holds a wheel with letters so large.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from math import inf
from typing import Final

from hubra_desktop.documents.kit.blocks import Break, Figure, natural_width, spaced
from hubra_desktop.documents.kit.figure_table import (
    Columns,
    FigureGroup,
    FigureLine,
    filled_columns,
)
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.style import BODY, TextStyle
from hubra_desktop.documents.official import OfficialPaper, Sender, on_fitting_sheet
from hubra_desktop.model.drawing import Drawing
from hubra_desktop.model.plan.periods import When, when_text
from hubra_desktop.model.plan.wheel import LARGEST, Wheel, wheel
from hubra_desktop.model.plan.wheel_key import TALLEST, key_drawing
from hubra_desktop.model.plan.wheel_legend import legend
from hubra_desktop.model.plan.year import WITHOUT_MONTH, WheelEntry, letter_text
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.swedish import MONTHS, capitalised, day_and_month, sort_key
from hubra_desktop.model.words import swedish_word

_COLUMNS: Final[Columns] = {"Vad": 0.5, "När": 0.2, "Läge": 0.12, "Ansvarig": 0.18}
_SMALLEST: Final = 300.0
"""The width of the smallest wheel that is drawn above its key, in points."""
_PAIR: Final = 2


@dataclass(frozen=True, kw_only=True)
class YearPaper:
    """A year's wheel to print, whose it is, and who issues it."""

    sender: Sender
    wheel: Wheel
    body: str = ""
    draft: bool = False


def arshjul_manuscript(
    year: YearPaper, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the year's wheel and its table."""

    def write(wide: bool) -> tuple[OfficialPaper, Manuscript]:
        paper = OfficialPaper(style, year.sender, draft=year.draft, text_size=text_size, wide=wide)
        return paper, _written(paper, year)

    upright = (text_size or BODY) <= BODY
    return write(False)[1] if upright else on_fitting_sheet(write)


def _written(paper: OfficialPaper, year: YearPaper) -> Manuscript:
    title = f"Årshjul {year.wheel.year}"
    paper.begin(title)
    if not paper.look.large:
        _add_wheel(paper, year.wheel)
        paper.section(f"{title}, månad för månad")
    columns, groups = filled_columns(_COLUMNS, list(_groups(year.wheel)))
    paper.table(columns, groups, level=2 if paper.look.large else 3)
    return paper.finish(
        title=f"{title}, {year.body}".rstrip(", "),
        subject=f"Aktiviteter, sammanträden och trygghetsbrev {year.wheel.year}",
        day=dt.date(year.wheel.year, 1, 1),
    )  # fmt: skip


def _add_wheel(paper: OfficialPaper, year: Wheel) -> None:
    """Add the wheel with its key on the page that has begun, or the key on the next one.

    Without the key the wheel is as wide as the page.
    """
    above = sum(gap + block.height(paper.measure) for gap, block in spaced(paper.blocks))
    room = paper.head.first_room() - above - paper.blocks[-1].after
    element = paper.root.add("Figure")
    whole = _with_key(year, paper.measure, room)
    bare = wheel(year, width=paper.measure, key="none", measure=_measure)
    element.drawing = whole or bare
    paper.add(Figure(element, paper.measure, room), Break())
    if whole is not None:
        element.alt = f"{_spoken(year)} {_areas(year)}".strip()
        element.bare, element.legend = bare, legend(year)
        return
    element.alt = _spoken(year)
    paper.section("Teckenförklaring")
    key = paper.root.add("Figure")
    key.alt, key.legend = f"Teckenförklaring till hjulet. {_areas(year)}".strip(), legend(year)
    key.drawing = key_drawing(year, paper.measure, room, _measure)
    paper.add(Figure(key, paper.measure, room, after=paper.look.body))


def _with_key(year: Wheel, width: float, room: float) -> Drawing | None:
    """Draw the largest wheel that leaves room for its whole key within ``room`` points, if any."""
    shown = wheel(year, width=width, measure=_measure)
    cut = key_drawing(year, width, inf, _measure).height > TALLEST
    largest = min(width, LARGEST) - max(0.0, shown.height - room)
    if cut or largest < _SMALLEST:
        return None
    return wheel(year, width=width, measure=_measure, largest=largest)


@lru_cache(maxsize=2048)
def _measure(text: str, size: float, *, bold: bool = False) -> float:
    return natural_width(text, TextStyle(size, size, bold=bold)) if text.strip() else 0.0


def _spoken(year: Wheel) -> str:
    """Describe the drawing and name the table with the same content."""
    entries, areas = sum(1 for _ in year.entries), len(year.groups)
    return (
        f"Årshjul för {year.year} med {entries} aktiviteter i {areas} områden, "
        f"{len(year.meetings)} sammanträden och {len(year.letters)} trygghetsbrev. "
        "Allt som hjulet visar står också i tabellen efter bilden."
    )


def _areas(year: Wheel) -> str:
    """Name the areas that the surfaces stand for."""
    named = "; ".join(group.title for group in year.groups)
    return f"Områden: {named}." if named else ""


def _groups(year: Wheel) -> Iterator[FigureGroup]:
    """List the year by month, empty ones in a row together, then what has no month."""
    months = [_in_month(year, month) for month in range(1, 13)]
    for empty, run in groupby(enumerate(months), key=lambda each: not each[1]):
        if empty:
            yield FigureGroup(_span([place for place, _ in run]), [_nothing()])
        else:
            yield from (FigureGroup(capitalised(MONTHS[place]), lines) for place, lines in run)
    for name, when in WITHOUT_MONTH:
        lines = [_activity(entry) for entry in year.at(when)]
        if when is When.UNKNOWN:
            lines += _undated(year)
        if lines:
            yield FigureGroup(name, lines)


def _span(months: Sequence[int]) -> str:
    """Name months that follow each other, by their places in the year."""
    first, last = capitalised(MONTHS[months[0]]), MONTHS[months[-1]]
    if len(months) == 1:
        return first
    return f"{first} {'och' if len(months) == _PAIR else 'till'} {last}"


def _undated(year: Wheel) -> Iterator[FigureLine]:
    """List the letters without a day, equal ones together."""
    letters = Counter(
        (letter_text(each, None), capitalised(swedish_word(each.state)))
        for each in year.undated_letters
    )
    for (what, state), count in letters.items():
        yield FigureLine((f"{what} ({count} stycken)" if count > 1 else what, "", state, ""))


def _nothing() -> FigureLine:
    return FigureLine(("Inget planerat", "", "", ""))


def _in_month(year: Wheel, month: int) -> list[FigureLine]:
    """List what has a day in a month by day, then its other activities."""
    on_day, rest = year.in_month(month)
    days = [(day, "Sammanträde", "") for day in year.meetings]
    days += [
        (day, letter_text(letter, None), capitalised(swedish_word(letter.state)))
        for day, letter in year.dated_letters
    ]
    days += [(duty.day, f"{duty.sign} {duty.title}", "") for duty in year.duties]
    lines = [
        (day, sort_key(what), FigureLine((what, day_and_month(day), state, "")))
        for day, what, state in days
        if (day.year, day.month) == (year.year, month)
    ]
    lines += [(day, sort_key(entry.activity.title), _activity(entry)) for day, entry in on_day]
    dated = [line for *_, line in sorted(lines, key=lambda each: each[:2])]
    return [*dated, *map(_activity, rest)]


def _activity(entry: WheelEntry) -> FigureLine:
    activity = entry.activity
    when = when_text(activity)
    title = f"{entry.number} {activity.title.strip() or 'Utan rubrik'}"
    return FigureLine(
        (title, when, capitalised(swedish_word(activity.state)), activity.responsible.strip())
    )
