"""How many took part, with the exactness that is known: never more certain than its parts.

A number may be exact, a little more (drygt) or a rough one (cirka). A sum is as vague
as the vaguest of its parts: 90 + drygt 100 + 135 is drygt 325, and with a rough part it
is cirka. An activity is counted once, however many areas it serves.
"""

from collections.abc import Iterable
from typing import NamedTuple

from hubra_desktop.model.language import say
from hubra_desktop.model.plan.sheets import ActivitySheet, LetterSheet
from hubra_desktop.model.plan.terms import SENT_STATES, ActivityState, Exactness
from hubra_desktop.model.plan.words import swedish, word
from hubra_desktop.model.swedish import figure

_VAGUENESS = (Exactness.EXACT, Exactness.OVER, Exactness.ABOUT)


class Count(NamedTuple):
    """A number of people and how exact it is."""

    number: int
    exactness: Exactness = Exactness.EXACT


class Total(NamedTuple):
    """The sum of several counts; ``parts`` are counted, ``unknown`` have no number."""

    number: int
    exactness: Exactness
    parts: int
    unknown: int


def count_of(activity: ActivitySheet) -> Count | None:
    """Return how many took part: as said of the whole, else summed over its occasions."""
    if activity.participants is not None:
        return Count(activity.participants, activity.exactness)
    told = [each.participants for each in activity.occasions if each.participants is not None]
    if not told:
        return None
    missing = len(told) < len(activity.occasions) and activity.exactness is Exactness.EXACT
    return Count(sum(told), Exactness.OVER if missing else activity.exactness)


def total_of(activities: Iterable[ActivitySheet]) -> Total:
    """Add up the participants, each activity once by its id."""
    once = {activity.id: activity for activity in activities}
    counts = [count_of(activity) for activity in once.values()]
    known = [count for count in counts if count is not None]
    vaguest = max((_VAGUENESS.index(count.exactness) for count in known), default=0)
    return Total(
        sum(count.number for count in known),
        _VAGUENESS[vaguest],
        len(known),
        len(counts) - len(known),
    )


def in_words(count: Count | Total) -> str:
    """Write a count in Swedish, for papers: ``drygt 100 personer``, ``135 personer``."""
    how = "" if count.exactness is Exactness.EXACT else f"{swedish(count.exactness)} "
    return f"{how}{figure(count.number)} {'person' if count.number == 1 else 'personer'}"


def said(count: Count | Total) -> str:
    """Write a count in the window's language."""
    how = "" if count.exactness is Exactness.EXACT else f"{word(count.exactness)} "
    noun = say("person", "person") if count.number == 1 else say("personer", "people")
    return f"{how}{figure(count.number)} {noun}"


def participants_in_words(activity: ActivitySheet) -> str:
    """Write how many took part in Swedish, for papers; "" where nothing is known."""
    count = count_of(activity)
    return in_words(count) if count else ""


def participants_said(activity: ActivitySheet) -> str:
    """Write how many took part in the window's language; "" where nothing is known."""
    count = count_of(activity)
    return said(count) if count else ""


def by_state(activities: Iterable[ActivitySheet]) -> dict[ActivityState, int]:
    """Count activities by state, each once by its id; every state has a place."""
    once = {activity.id: activity.state for activity in activities}
    return {state: sum(1 for each in once.values() if each is state) for state in ActivityState}


def letters_sent(letters: Iterable[LetterSheet]) -> int:
    """Count the letters that have gone out (7 in 2017)."""
    return sum(1 for letter in letters if letter.state in SENT_STATES)
