"""The year as a wheel (årshjul): twelve months round, with all that the council does in them.

From the outside in: the months; the meetings; letters and the year's duties; the
activities in tracks, each told by its area's colour, hatching and number; in the middle
what goes on all the year or has no month. Titles stand in the key, since sixty of them
would not fit round a circle. Everything is Swedish, and lengths are points.
"""

from collections.abc import Iterator, Sequence
from math import cos, degrees, radians, sin
from typing import Final, Literal

from hubra_desktop.model.drawing import (
    Drawing,
    Label,
    Path,
    Point,
    Shape,
    circle,
    on_circle,
    polyline,
    sector,
    text_width,
)
from hubra_desktop.model.plan.periods import When
from hubra_desktop.model.plan.wheel_key import key_of
from hubra_desktop.model.plan.wheel_looks import (
    ACCENT,
    GRID,
    INK,
    QUIET,
    SMALL,
    WHITE,
    Measure,
    chip,
    duty_mark,
    letter_mark,
    meeting_mark,
    surface,
)
from hubra_desktop.model.plan.wheel_places import (
    MONTH,
    Laid,
    angle_of,
    days_stretches,
    lay_out,
    spread,
)
from hubra_desktop.model.plan.year import Wheel, WheelEntry
from hubra_desktop.model.swedish import MONTHS, sort_key

__all__ = ["Wheel", "wheel"]

Key = Literal["below", "beside", "none"]
_MONTH_RING: Final = 17.0
_MARK_RING: Final = 19.0
_EDGE: Final = 4.0
_THINNEST: Final = 11.4
_THICKEST: Final = 21.0
_NARROWEST: Final = 19.0
_GAP: Final = 12.0
WIDTH: Final = 520.0
LARGEST: Final = 460.0
_KEY_BESIDE: Final = 0.40


def wheel(
    year: Wheel, *, width: float = WIDTH, key: Key = "below", measure: Measure = text_width,
    largest: float = LARGEST,
) -> Drawing:  # fmt: skip
    """Draw a year, ``width`` points wide, with its key ``below`` it, ``beside`` it or not at all.

    The wheel above a key is at most ``largest`` points wide. The height follows from what
    there is to tell. ``measure`` gives the width of a text at a size; the estimate that
    is used without it errs on the wide side.
    """
    if key == "none":
        return Drawing(width, width, tuple(_disc(year, width, measure)))
    if key == "beside":
        side = width * (1 - _KEY_BESIDE) - _GAP
        shapes, height = key_of(year, side + _GAP, 0.0, width - side - _GAP, 1, measure)
        disc = _disc(year, side, measure, top=max(0.0, (height - side) / 2))
        return Drawing(width, max(side, height), (*disc, *shapes))
    side = min(width, largest)
    shapes, height = key_of(year, 0.0, side + _GAP, width, 2, measure)
    disc = _disc(year, side, measure, left=(width - side) / 2)
    return Drawing(width, side + _GAP + height, (*disc, *shapes))


def _disc(
    year: Wheel, side: float, measure: Measure, *, left: float = 0.0, top: float = 0.0
) -> Iterator[Shape]:
    """Draw the wheel itself in a square whose upper left corner is (``left``, ``top``)."""
    return _Disc(year, side, measure, (left + side / 2, top + side / 2)).shapes()


class _Disc:
    """The wheel in a square of ``side`` points; its radii follow from what it has to hold."""

    def __init__(self, year: Wheel, side: float, measure: Measure, centre: Point) -> None:
        self.year, self.measure, self.centre = year, measure, centre
        self.rim = side / 2 - _EDGE
        self.meetings = self.rim - _MONTH_RING
        self.marks = self.meetings - _MARK_RING
        self.outer = self.marks - _MARK_RING
        self.middle = _Middle(year, measure, most=self.outer * 0.58)
        self.inner = self.middle.radius
        self.dated = year.at(When.MONTHS)
        room = self.outer - self.inner - 4.0
        # Near the middle a month is short: no part of it may be narrower than a number.
        near = radians(MONTH) * (self.inner + room / 4)
        finest = max(1, min(3, int(near // _NARROWEST)))
        self.laid = lay_out(
            [entry.period.months for entry in self.dated],
            max(1, int(room // _THINNEST)),
            finest,
            {
                place: days_stretches(entry.period.spans, year.year, MONTH / finest)
                for place, entry in enumerate(self.dated)
            },
        )
        tracks = 1 + max((each.track for each in self.laid if each), default=0)
        self.thickness = min(_THICKEST, room / tracks)

    def shapes(self) -> Iterator[Shape]:
        yield from self._ground()
        for entry, laid in zip(self.dated, self.laid, strict=True):
            if laid is not None:
                yield from self._arc(entry, laid)
        yield from self._meetings()
        yield from self._letters_and_duties()
        yield from self.middle.shapes(self.centre)

    def _ground(self) -> Iterator[Shape]:
        """Draw the months' names in their band, and the lines between them."""
        band = sector(self.centre, self.meetings, self.rim, 0.0, 360.0)
        yield Path(steps=band, closed=True, fill=ACCENT)
        for radius in (self.meetings, self.marks, self.outer):
            yield Path(steps=circle(*self.centre, radius), closed=True, stroke=GRID, width=0.6)
        for month in range(12):
            angle = month * MONTH
            inside = on_circle(self.centre, self.inner, angle)
            border = on_circle(self.centre, self.meetings, angle)
            yield Path(steps=polyline((inside, border)), stroke=GRID, width=0.6)
            cut = (border, on_circle(self.centre, self.rim, angle))
            yield Path(steps=polyline(cut), stroke=WHITE, width=1.2)
            yield self._month(month)

    def _month(self, month: int) -> Label:
        radius = (self.meetings + self.rim) / 2
        angle = (month + 0.5) * MONTH
        return _turned(self.centre, radius, angle, MONTHS[month], 8.6, colour=WHITE)

    def _arc(self, entry: WheelEntry, laid: Laid) -> Iterator[Shape]:
        """Draw an activity's stretches, with its number in the middle of each."""
        outside = self.outer - 2.0 - laid.track * self.thickness
        inside = outside - self.thickness + 1.6
        for start, end in laid.stretches:
            trim = degrees(0.9 / outside)
            shape = sector(self.centre, inside, outside, start + trim, end - trim)
            yield from surface(shape, entry.tone)
            yield from self._number(entry.number, (inside + outside) / 2, (start + end) / 2)

    def _number(self, number: str, radius: float, angle: float) -> Iterator[Shape]:
        """Write a number along a circle, on a patch that no hatching lies under."""
        half = degrees((self.measure(number, SMALL, bold=True) / 2 + 1.4) / radius)
        high = SMALL / 2 + 0.9
        patch = sector(self.centre, radius - high, radius + high, angle - half, angle + half)
        yield Path(steps=patch, closed=True, fill=WHITE)
        yield _turned(self.centre, radius, angle, number, SMALL, colour=INK)

    def _meetings(self) -> Iterator[Shape]:
        radius = (self.meetings + self.marks) / 2
        days = sorted(day for day in self.year.meetings if day.year == self.year.year)
        angles = spread([angle_of(day) for day in days], degrees(18.0 / radius))
        for day, angle in zip(days, angles, strict=True):
            yield from meeting_mark(on_circle(self.centre, radius, angle), str(day.day))

    def _letters_and_duties(self) -> Iterator[Shape]:
        radius = (self.marks + self.outer) / 2
        marks = [
            (day, "letter", "" if letter.number is None else str(letter.number))
            for day, letter in self.year.dated_letters
        ]
        duties = (duty for duty in self.year.duties if duty.day.year == self.year.year)
        marks += [(duty.day, "duty", duty.sign) for duty in duties]
        marks.sort(key=lambda mark: (*mark[:2], sort_key(mark[2])))
        angles = spread([angle_of(day) for day, _, _ in marks], degrees(19.0 / radius))
        for (_, kind, text), angle in zip(marks, angles, strict=True):
            draw = letter_mark if kind == "letter" else duty_mark
            yield from draw(on_circle(self.centre, radius, angle), text)


class _Middle:
    """The middle: the year, what goes on all through it, and what is done some time in it."""

    _LEAST: Final = 40.0

    def __init__(self, year: Wheel, measure: Measure, most: float) -> None:
        self._year, self._measure = year, measure
        self._parts = [
            ("hela året", year.at(When.ALL_YEAR)),
            ("under året", year.at(When.SOME_TIME, When.UNKNOWN)),
        ]
        self._blank = not (any(year.entries) or year.meetings or year.letters or year.duties)
        self.radius = most
        for radius in range(int(self._LEAST), int(most) + 1, 4):
            if not any(self._rows(entries, float(radius))[1] for _, entries in self._parts):
                self.radius = float(radius)
                break

    def shapes(self, centre: Point) -> Iterator[Shape]:
        x, y = centre
        yield Path(steps=circle(x, y, self.radius), closed=True, stroke=GRID, width=0.6)
        yield Label(
            x=x, y=y + 6.5, text=str(self._year.year), size=19.0, anchor="middle", bold=True,
            colour=ACCENT,
        )  # fmt: skip
        if self._blank:
            yield Label(
                x=x, y=y + 20.0, text="inget planerat", size=SMALL, anchor="middle", colour=QUIET
            )
        for (name, entries), upward in zip(self._parts, (True, False), strict=True):
            if entries:
                yield from self._half(centre, name, entries, upward=upward)

    def _half(
        self, centre: Point, name: str, entries: Sequence[WheelEntry], *, upward: bool
    ) -> Iterator[Shape]:
        """Draw one half, its heading nearest the year, its chips in rows away from it."""
        x, y = centre
        line = y - 15.0 if upward else y + 20.0
        yield Label(x=x, y=line, text=name, size=SMALL, anchor="middle", colour=QUIET)
        rows, rest = self._rows(entries, self.radius)
        for place, row in enumerate(rows):
            middle = line - 16.0 - 14.0 * place if upward else line + 12.0 + 14.0 * place
            yield from self._row(row, x, middle)
        if rest:
            place = len(rows)
            base = line - 14.0 - 14.0 * place if upward else line + 14.0 + 14.0 * place
            more = f"+ {rest} till"
            yield Label(x=x, y=base, text=more, size=SMALL, anchor="middle", colour=QUIET)

    def _row(self, row: Sequence[WheelEntry], x: float, middle: float) -> Iterator[Shape]:
        left = x - self._width(row) / 2
        for entry in row:
            wide = self._chip(entry)
            yield from chip(left, middle - 6.0, wide, 12.0, entry.number, entry.tone)
            left += wide + 2.5

    def _chip(self, entry: WheelEntry) -> float:
        return self._measure(entry.number, SMALL, bold=True) + 9.0

    def _width(self, row: Sequence[WheelEntry]) -> float:
        return sum(self._chip(entry) + 2.5 for entry in row) - 2.5

    def _rows(
        self, entries: Sequence[WheelEntry], radius: float
    ) -> tuple[list[list[WheelEntry]], int]:
        """Break chips into the rows of half a circle; the second is how many had no room."""
        rows: list[list[WheelEntry]] = []
        left = list(entries)
        reach = 38.5
        while left and reach < radius - 1.0:
            room = 2 * (radius**2 - reach**2) ** 0.5 - 6.0
            row: list[WheelEntry] = []
            while left and self._width([*row, left[0]]) <= room:
                row.append(left.pop(0))
            if not row:
                break
            rows.append(row)
            reach += 14.0
        return rows, len(left)


def _turned(
    centre: Point, radius: float, angle: float, text: str, size: float, *, colour: str
) -> Label:
    """Write a word along a circle, upright: in the lower half it reads the other way round."""
    x, y = on_circle(centre, radius, angle)
    turn = angle - 180.0 if 90.0 < angle < 270.0 else angle
    down = 0.36 * size
    x, y = x - down * sin(radians(turn)), y + down * cos(radians(turn))
    return Label(
        x=x, y=y, text=text, size=size, anchor="middle", bold=True, colour=colour, turn=turn
    )
