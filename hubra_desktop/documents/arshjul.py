"""The årshjul: the year as a wheel on one page, and as a table by month.

The wheel is for the wall, the table for those who search it or cannot see it. Large print is
the table alone: no sheet holds a wheel with letters so large.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from hubra_desktop.documents.kit.blocks import Break, Figure, natural_width, spaced
from hubra_desktop.documents.kit.figure_table import Columns, FigureGroup, FigureLine
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.style import BODY, TextStyle
from hubra_desktop.documents.official import OfficialPaper, Sender, on_fitting_sheet
from hubra_desktop.model.drawing import Drawing
from hubra_desktop.model.plan.periods import When, when_text
from hubra_desktop.model.plan.wheel import LARGEST, Wheel, wheel
from hubra_desktop.model.plan.wheel_legend import legend
from hubra_desktop.model.plan.year import WITHOUT_MONTH, WheelEntry, letter_text
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.swedish import MONTHS, capitalised, day_and_month, sort_key
from hubra_desktop.model.words import swedish_word

_COLUMNS: Final[Columns] = {"Vad": 0.5, "När": 0.2, "Läge": 0.12, "Ansvarig": 0.18}
_SMALLEST: Final = 300.0
"""The width of the smallest wheel that is drawn above its key, in points."""
_LEAST: Final = 0.92
"""How much the drawing may be scaled down to fit the page, and still be read."""


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
    paper.table(_COLUMNS, _groups(year.wheel), level=2 if paper.look.large else 3)
    return paper.finish(
        title=f"{title}, {year.body}".rstrip(", "),
        subject=f"Aktiviteter, sammanträden och trygghetsbrev {year.wheel.year}",
        day=dt.date(year.wheel.year, 1, 1),
    )  # fmt: skip


def _add_wheel(paper: OfficialPaper, year: Wheel) -> None:
    """Add the wheel, as large as there is room for on the page that has begun."""
    above = sum(gap + block.height(paper.measure) for gap, block in spaced(paper.blocks))
    room = paper.head.first_room() - above - paper.blocks[-1].after
    element = paper.root.add("Figure")
    element.alt = _spoken(year)
    element.drawing = _drawing(year, paper, room)
    element.bare, element.legend = _bare(year, paper.measure), legend(year)
    paper.add(Figure(element, paper.measure, room), Break())


def _drawing(year: Wheel, paper: OfficialPaper, room: float) -> Drawing:
    """Draw the largest wheel that leaves ``room`` points for its key, else the wheel alone."""
    width = paper.measure
    shown = wheel(year, width=width, measure=_measure)
    over = shown.height - room / _LEAST
    if over <= 0:
        return shown
    largest = min(width, LARGEST) - over
    if largest >= _SMALLEST:
        return wheel(year, width=width, measure=_measure, largest=largest)
    return _bare(year, width)


def _bare(year: Wheel, width: float) -> Drawing:
    """Draw the wheel without its key."""
    return wheel(year, width=width, key="none", measure=_measure)


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


def _groups(year: Wheel) -> Iterator[FigureGroup]:
    """List the year by month, then what has no month."""
    for month in range(1, 13):
        lines = _in_month(year, month)
        yield FigureGroup(capitalised(MONTHS[month - 1]), lines or [_nothing()])
    for name, when in WITHOUT_MONTH:
        lines = [_activity(entry) for entry in year.at(when)]
        if when is When.UNKNOWN:
            lines += _undated(year)
        if lines:
            yield FigureGroup(name, lines)


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
