"""The numbers of the ledger's rows, and what is said of a number that a year has no row of.

The rule: rows are numbered as they are booked, through all years. A row keeps its number,
and a number is given once: the one of a row whose booking was undone is not given again,
since it may have been printed, exported or written on a receipt. What a file brings keeps
its numbers where they are free, else it gets the next ones. A ledger tells each number that
it passes over, so that no gap looks like a row taken away.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from hubra_desktop.model.language import N_, Tell, swedish
from hubra_desktop.model.records.money import LedgerEntry
from hubra_desktop.model.swedish import EN_DASH, short_date
from hubra_desktop.model.wording import joined


@dataclass(frozen=True, kw_only=True)
class PassedOver:
    """The numbers within a year's ledger that it has no row of.

    ``elsewhere`` are those of rows of other years, by number; ``undone`` those whose booking
    was undone, with the day of that; ``unknown`` those that the register knows nothing of.
    """

    elsewhere: tuple[tuple[int, int], ...] = ()
    undone: tuple[tuple[int, dt.date], ...] = ()
    unknown: tuple[int, ...] = ()


def passed_over(
    own: Collection[int],
    others: Iterable[tuple[int, int]],
    undone: Iterable[tuple[int, dt.date]],
) -> PassedOver:
    """Return what a year's ledger passes over; ``others`` are (number, year) of other rows.

    ``undone`` are rows that were undone: the year's own wherever they lay, and those of other
    years whose numbers lie within.
    """
    gone = tuple(sorted(undone))
    if not own:
        return PassedOver(undone=gone)
    within = set(range(min(own), max(own))) - set(own)
    elsewhere = tuple(sorted((number, year) for number, year in others if number in within))
    told = {number for number, _ in (*elsewhere, *gone)}
    return PassedOver(elsewhere=elsewhere, undone=gone, unknown=tuple(sorted(within - told)))


def passed_over_text(passed: PassedOver, tell: Tell = swedish) -> str:
    """Tell what a ledger passes over in sentences; "" for nothing."""
    return " ".join(_sentences(passed, tell))


def _sentences(passed: PassedOver, tell: Tell) -> Iterator[str]:
    for year in sorted({year for _, year in passed.elsewhere}):
        numbers = [number for number, each in passed.elsewhere if each == year]
        told = number_ranges(numbers, tell)
        yield tell(N_("Nummer {numbers} hör till {year}."), numbers=told, year=year)
    for day in sorted({day for _, day in passed.undone}):
        numbers = [number for number, each in passed.undone if each == day]
        told = number_ranges(numbers, tell)
        undone = N_("Nummer {numbers} ångrades {day} och används inte igen.")
        yield tell(undone, numbers=told, day=short_date(day))
    if passed.unknown:
        told = number_ranges(passed.unknown, tell)
        yield tell(N_("Nummer {numbers} finns inte i registret."), numbers=told)


def number_ranges(numbers: Iterable[int], tell: Tell = swedish) -> str:
    """Write numbers in their order, those that follow on each other as ``15–17``."""
    ordered = sorted(numbers)
    starts = ordered[:1] + [b for a, b in pairwise(ordered) if b != a + 1]
    ends = [a for a, b in pairwise(ordered) if b != a + 1] + ordered[-1:]
    spans = (
        str(first) if first == last else f"{first}{EN_DASH}{last}"
        for first, last in zip(starts, ends, strict=True)
    )
    return joined(list(spans), tell)


def with_free_numbers(
    entries: Iterable[LedgerEntry], taken: Mapping[int, str], following: int
) -> tuple[LedgerEntry, ...]:
    """Return rows of a file with numbers that no other row has or had, new ones from ``following``.

    ``taken`` are the ids of the rows that numbers were given to.
    """
    given = dict(taken)
    found = []
    for entry in entries:
        number = entry.number
        if number <= 0 or given.get(number, entry.id) != entry.id:
            while following in given:
                following += 1
            number = following
        given[number] = entry.id
        found.append(entry if number == entry.number else replace(entry, number=number))
    return tuple(found)
