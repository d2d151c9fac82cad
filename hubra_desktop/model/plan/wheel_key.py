"""The wheel's key: every area with its surface, every activity with its number and time.

Set in lines first and then in columns, so that it is known how tall it is before
anything is drawn.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from hubra_desktop.model.drawing import Drawing, Label, Shape, rectangle
from hubra_desktop.model.plan.counts import letters_sent
from hubra_desktop.model.plan.periods import When, when_text
from hubra_desktop.model.plan.terms import STATES_WITH_REASON
from hubra_desktop.model.plan.wheel_looks import (
    INK,
    QUIET,
    SMALL,
    Measure,
    duty_mark,
    letter_mark,
    meeting_mark,
    surface,
)
from hubra_desktop.model.plan.year import Wheel, WheelEntry, WheelGroup
from hubra_desktop.model.swedish import day_and_month
from hubra_desktop.model.words import swedish_word

_HEAD: Final = 8.8
_LEADING: Final = 11.2
_SWATCH: Final = 15.0
_MARK: Final = 26.0
_NUMBER: Final = 24.0
TALLEST: Final = 340.0
"""The titles of a key that would be taller than this beside its wheel are cut, in points."""
_BETWEEN: Final = 16.0
_MOST_LINES: Final = 2
_PARTED: Final = 3 * _LEADING
MARKS: Final = {"meeting": meeting_mark, "letter": letter_mark, "duty": duty_mark}
"""What draws the marks of days, by their names."""
_NONE: Final = -1
"""No surface; None is that of what has no area."""


class _Line(NamedTuple):
    """A line of the key: what stands before it, its text, and whether the next must follow."""

    text: str
    indent: float
    bold: bool = False
    quiet: bool = False
    number: str = ""
    swatch: int | None = _NONE
    mark: str = ""
    keep: bool = False
    space: float = 0.0


def key_drawing(year: Wheel, width: float, tallest: float, measure: Measure) -> Drawing:
    """Draw the key alone, in two columns; titles are cut where it would be too tall."""
    shapes, height = key_of(year, 0.0, 0.0, width, 2, measure, tallest)
    return Drawing(width, height, tuple(shapes))


def key_of(
    year: Wheel, left: float, top: float, width: float, columns: int, measure: Measure,
    tallest: float = TALLEST,
) -> tuple[list[Shape], float]:  # fmt: skip
    """Return the key drawn in so many columns from (``left``, ``top``), and its height."""
    wide = (width - _BETWEEN * (columns - 1)) / columns
    marks = list(_marks(year, wide, measure))
    for most in (_MOST_LINES, 1):
        lines = [line for group in year.groups for line in _group(group, wide, measure, most)]
        parted = _columns([*lines, *marks], columns)
        if max(map(_height, parted)) <= tallest:
            break
    shapes: list[Shape] = []
    for place, column in enumerate(parted):
        shapes += _drawn(column, left + place * (wide + _BETWEEN), top)
    return shapes, max((_height(column) for column in parted), default=0.0)


def _group(group: WheelGroup, wide: float, measure: Measure, most: int) -> Iterator[_Line]:
    rows = wrapped(group.title, wide - _SWATCH, _HEAD, measure, bold=True)
    for place, text in enumerate(rows):
        yield _Line(
            text, _SWATCH, bold=True, keep=True, space=0.0 if place else 4.0,
            swatch=_NONE if place else group.tone,
        )  # fmt: skip
    for entry in group.entries:
        yield from _entry(entry, wide, measure, most)
    if group.shared:
        yield _Line(f"Även {', '.join(group.shared)}", _SWATCH, quiet=True)
    elif not group.entries:
        yield _Line("Ingen aktivitet", _SWATCH, quiet=True)


def _entry(entry: WheelEntry, wide: float, measure: Measure, most: int) -> Iterator[_Line]:
    """Set an activity in at most so many lines; its title is cut before its time is."""
    title, *rest = entry_text(entry)
    after = "".join(f" {part}" for part in rest)
    indent = _SWATCH + _NUMBER
    rows = wrapped(title + after, wide - indent, SMALL, measure)
    if len(rows) > most:
        rows = _cut_short(title, after, wide - indent, measure, most)
    for place, row in enumerate(rows):
        last = place == len(rows) - 1
        yield _Line(row, indent, number="" if place else entry.number, keep=not last)


def entry_text(entry: WheelEntry) -> tuple[str, ...]:
    """Return an activity's title, and when it is and how it went where that is told."""
    activity = entry.activity
    period = "" if entry.period.when is When.SOME_TIME else when_text(activity)
    state = swedish_word(activity.state) if activity.state in STATES_WITH_REASON else ""
    after = (f"({period})" if period else "", f"– {state}" if state else "")
    return (activity.title.strip() or "Utan rubrik", *(part for part in after if part))


def _cut_short(title: str, after: str, room: float, measure: Measure, most: int) -> list[str]:
    """Cut a title by words, then by letters, so that it and what comes after fit."""
    left = title
    while left:
        shorter = left.rsplit(" ", 1)[0] if " " in left else left[:-1]
        left = shorter.rstrip(" ,;:–-(")
        rows = wrapped(f"{left}…{after}", room, SMALL, measure)
        if len(rows) <= most:
            return rows
    return wrapped(f"{title}{after}", room, SMALL, measure)[:most]


def _marks(year: Wheel, wide: float, measure: Measure) -> Iterator[_Line]:
    """Explain the marks of days, with what they stand for."""
    for mark, heading, parts in marks_told(year):
        text = f"{heading}: {', '.join(parts)}"
        for place, row in enumerate(wrapped(text, wide - _MARK, SMALL, measure)):
            first = not place
            yield _Line(row, _MARK, mark=mark if first else "", space=9.0 if first else 0.0)


def marks_told(year: Wheel) -> list[tuple[str, str, list[str]]]:
    """Return the marks of days that the year has: the mark, its name and what it stands for."""
    marks = (
        ("meeting", "Sammanträden", [_day(day) for day in sorted(year.meetings)]),
        ("letter", "Trygghetsbrev, numrerade", _letters(year)),
        ("duty", "Hållpunkter", [f"{duty.sign} {duty.title}" for duty in year.duties]),
    )
    return [each for each in marks if each[2]]


def _letters(year: Wheel) -> list[str]:
    """Count the letters that have gone out, and those that are to go."""
    sent = letters_sent(year.letters)
    planned = len(year.letters) - sent
    undated = len(year.undated_letters)
    parts = [f"{sent} skickade"] if sent else []
    parts += [f"{planned} planerade"] if planned else []
    return parts + ([f"{undated} utan dag"] if undated else [])


def _day(day: date) -> str:
    """Write a day that no line may part."""
    return day_and_month(day).replace(" ", "\u00a0")


def wrapped(
    text: str, room: float, size: float, measure: Measure, *, bold: bool = False
) -> list[str]:
    """Break a text into lines that fit."""
    lines: list[str] = []
    for word in filter(None, re.split(r"[ \n]+", text)):
        tried = f"{lines[-1]} {word}" if lines else word
        if lines and measure(tried, size, bold=bold) <= room:
            lines[-1] = tried
        else:
            lines += _pieces(word, room, size, measure, bold=bold)
    return lines or [""]


def _pieces(word: str, room: float, size: float, measure: Measure, *, bold: bool) -> list[str]:
    """Break a word that is wider than a line by itself."""
    found = [""]
    for sign in word:
        if found[-1] and measure(found[-1] + sign, size, bold=bold) > room:
            found.append("")
        found[-1] += sign
    return found


def _columns(lines: Sequence[_Line], count: int) -> list[Sequence[_Line]]:
    """Part the lines into one or two columns, about as tall; rather between areas than within."""
    breaks = [place for place in range(1, len(lines)) if not lines[place - 1].keep]
    if count == 1 or not breaks:
        return [lines]
    place = min(breaks, key=lambda each: _unevenness(lines, each))
    return [lines[:place], lines[place:]]


def _unevenness(lines: Sequence[_Line], place: int) -> float:
    """Weigh a break before a line: by the taller column, and by what it parts from its heading."""
    taller = max(_height(lines[:place]), _height(lines[place:]))
    return taller + (0.0 if lines[place].space else _PARTED)


def _height(lines: Sequence[_Line]) -> float:
    return sum(_LEADING + line.space for line in lines) - (lines[0].space if lines else 0.0)


def _drawn(lines: Sequence[_Line], left: float, top: float) -> Iterator[Shape]:
    y = top - (lines[0].space if lines else 0.0)
    for line in lines:
        y += line.space
        base = y + _LEADING - 2.8
        yield from _before(line, left, base)
        yield Label(
            x=left + line.indent, y=base, text=line.text, size=_HEAD if line.bold else SMALL,
            bold=line.bold, colour=QUIET if line.quiet else INK,
        )  # fmt: skip
        y += _LEADING


def _before(line: _Line, left: float, base: float) -> Iterator[Shape]:
    if line.swatch != _NONE:
        yield from surface(rectangle(left, base - 7.4, 11.0, 9.0), line.swatch)
    if line.number:
        yield Label(x=left + _SWATCH, y=base, text=line.number, size=SMALL, bold=True, colour=INK)
    draw = MARKS.get(line.mark)
    if draw is not None:
        yield from draw((left + 10.0, base - 2.8), "")
