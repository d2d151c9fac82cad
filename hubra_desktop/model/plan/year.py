"""What a year's wheel shows, in order: activities with their numbers, meetings, letters.

The drawing, its key and the words that are read in its place are made from this, so
that they cannot disagree. All of it is Swedish: the wheel is a paper, also on screen.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from hubra_desktop.model.plan.areas import areas_with, outside
from hubra_desktop.model.plan.periods import Period, When, period_of, when_text
from hubra_desktop.model.plan.terms import SENT_STATES, STATES_WITH_REASON, ActivityState
from hubra_desktop.model.records.plan import Activity, FocusArea, Letter, Plan
from hubra_desktop.model.swedish import EN_DASH, MONTHS, capitalised, day_and_month, sort_key
from hubra_desktop.model.words import swedish_word

REPORT_SIGN: Final = "VB"
PLAN_SIGN: Final = "VP"
WITHOUT_MONTH: Final = (
    ("Hela året", When.ALL_YEAR),
    ("Någon gång under året", When.SOME_TIME),
    ("Utan angiven tid", When.UNKNOWN),
)
"""What is listed after the months of a year, each under its heading."""


class Duty(NamedTuple):
    """A day of the year by which something is to be done; ``sign`` is a letter or two."""

    day: dt.date
    sign: str
    title: str


class WheelEntry(NamedTuple):
    """An activity in the wheel; ``number`` is what stands both in the wheel and in its key.

    ``tone`` is the place of its area among the plan's, None outside them.
    """

    number: str
    tone: int | None
    activity: Activity
    period: Period


class WheelGroup(NamedTuple):
    """An area with its activities, and the numbers of those that it shares with others."""

    title: str
    tone: int | None
    entries: tuple[WheelEntry, ...]
    shared: tuple[str, ...]


def yearly_duties(year: int) -> tuple[Duty, ...]:
    """Return what custom asks of every year: its report in March, the next plan in December."""
    return (
        Duty(dt.date(year, 3, 31), REPORT_SIGN, f"Verksamhetsberättelse för {year - 1}"),
        Duty(dt.date(year, 12, 31), PLAN_SIGN, f"Verksamhetsplan för {year + 1}"),
    )


@dataclass(frozen=True, kw_only=True)
class Wheel:
    """A year: its plan, activities, the days of its meetings, its letters and duties.

    ``meetings`` are days. Struck activities are not in the wheel, nor those that are
    secret: it is a paper. Without a plan the activities stand without area.
    """

    year: int
    plan: Plan | None = None
    activities: tuple[Activity, ...] = ()
    meetings: tuple[dt.date, ...] = ()
    letters: tuple[Letter, ...] = ()
    duties: tuple[Duty, ...] = ()

    @cached_property
    def groups(self) -> tuple[WheelGroup, ...]:
        """Return the areas in order with their numbered activities; last those outside."""
        plan = self.plan or Plan(year=self.year)
        kept = [
            each
            for each in self.activities
            if each.state is not ActivityState.STRUCK and not each.closed
        ]
        areas = list(zip(_prefixes(plan.areas), areas_with(plan, kept), strict=True))
        own = [_entries(found.main, prefix, tone) for tone, (prefix, found) in enumerate(areas)]
        numbers = {entry.activity.id: entry.number for row in own for entry in row}
        groups = tuple(
            WheelGroup(
                _heading(prefix, found.area),
                tone,
                own[tone],
                tuple(numbers[each.id] for each in found.further),
            )
            for tone, (prefix, found) in enumerate(areas)
        )
        rest = _entries(outside(plan, kept), "", None)
        return (*groups, WheelGroup("Utan område", None, rest, ())) if rest else groups

    @property
    def entries(self) -> Iterator[WheelEntry]:
        """Return all activities, area by area."""
        return (entry for group in self.groups for entry in group.entries)

    def at(self, *whens: When) -> tuple[WheelEntry, ...]:
        """Return the activities whose time is given so."""
        return tuple(entry for entry in self.entries if entry.period.when in whens)

    def in_month(
        self, month: int
    ) -> tuple[tuple[tuple[dt.date, WheelEntry], ...], tuple[WheelEntry, ...]]:
        """Return the activities of a month: those with their first day in it, and the others."""
        here = [each for each in self.at(When.MONTHS) if month in each.period.months]
        on_day = []
        for entry in here:
            firsts = [first for first, _ in entry.period.spans]
            on_day += [(d, entry) for d in firsts if (d.year, d.month) == (self.year, month)]
        known = {entry.activity.id for _, entry in on_day}
        return tuple(on_day), tuple(each for each in here if each.activity.id not in known)

    @cached_property
    def dated_letters(self) -> tuple[tuple[dt.date, Letter], ...]:
        """Return the letters that have a day in the year: when sent, else when due."""
        days = ((letter.sent_on or letter.deadline, letter) for letter in self.letters)
        kept = [(day, letter) for day, letter in days if day and day.year == self.year]
        return tuple(sorted(kept, key=lambda pair: pair[0]))

    @cached_property
    def undated_letters(self) -> tuple[Letter, ...]:
        """Return the letters that no day is known of."""
        dated = {letter.id for _, letter in self.dated_letters}
        return tuple(letter for letter in self.letters if letter.id not in dated)


def _prefixes(areas: Sequence[FocusArea]) -> list[str]:
    """Return the areas' numbers, or their places where a number is missing or given twice."""
    numbers = [area.number.strip().rstrip(".") for area in areas]
    good = all(numbers) and len(set(numbers)) == len(numbers)
    return numbers if good else [str(place) for place in range(1, len(areas) + 1)]


def _heading(prefix: str, area: FocusArea) -> str:
    return f"{prefix}. {area.title.strip()}" if area.title.strip() else f"{prefix}."


def _entries(
    activities: Iterable[Activity], prefix: str, tone: int | None
) -> tuple[WheelEntry, ...]:
    return tuple(
        WheelEntry(
            f"{prefix}.{place}" if prefix else f"{EN_DASH}{place}", tone, each, period_of(each)
        )
        for place, each in enumerate(activities, 1)
    )


def wheel_text(wheel: Wheel) -> str:
    """Describe everything that the wheel shows: month by month, then what has no month."""
    lines = [f"Årshjul {wheel.year}."]
    lines += [_month_text(wheel, month) for month in range(1, 13)]
    lines += _rest_texts(wheel)
    return "\n".join(lines)


def _month_text(wheel: Wheel, month: int) -> str:
    days = [(day, f"sammanträde {day_and_month(day)}") for day in wheel.meetings]
    days += [(day, letter_text(letter, day)) for day, letter in wheel.dated_letters]
    days += [
        (duty.day, f"{duty.title} klar senast {day_and_month(duty.day)}") for duty in wheel.duties
    ]
    wanted = (wheel.year, month)
    on_day, rest = wheel.in_month(month)
    days += [(day, wheel_entry_text(entry)) for day, entry in on_day]
    texts = [
        words
        for day, words in sorted(days, key=lambda each: (each[0], sort_key(each[1])))
        if (day.year, day.month) == wanted
    ]
    texts += map(wheel_entry_text, rest)
    return f"{capitalised(MONTHS[month - 1])}: {'; '.join(texts) if texts else 'inget planerat'}."


def _rest_texts(wheel: Wheel) -> Iterator[str]:
    for heading, when in WITHOUT_MONTH:
        texts = [wheel_entry_text(entry) for entry in wheel.at(when)]
        if when is When.UNKNOWN:
            texts += [letter_text(letter, None) for letter in wheel.undated_letters]
        if texts:
            yield f"{heading}: {'; '.join(texts)}."
    shared = [
        f"{group.title}: även {', '.join(group.shared)}" for group in wheel.groups if group.shared
    ]
    if shared:
        yield f"Delade mellan områden: {'; '.join(shared)}."


def wheel_entry_text(entry: WheelEntry) -> str:
    """Write an activity with its number, its time as typed, and how it went if not as planned."""
    activity = entry.activity
    period = when_text(activity)
    when = f" ({period})" if period else ""
    how = f", {swedish_word(activity.state)}" if activity.state in STATES_WITH_REASON else ""
    return f"{entry.number} {activity.title.strip() or 'utan rubrik'}{when}{how}"


def letter_text(letter: Letter, day: dt.date | None) -> str:
    """Describe a letter: its number and when it goes or went out."""
    name = f"Trygghetsbrev nr {letter.number}" if letter.number is not None else "Trygghetsbrev"
    if day is None:
        return name
    return f"{name} {'skickat ' if letter.state in SENT_STATES else 'klart '}{day_and_month(day)}"
