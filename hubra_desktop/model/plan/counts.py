"""How many took part, with the exactness that is known: never more certain than it is.

A number may be exact, a little more (drygt) or a rough one (cirka). What is summed over
occasions is a least as long as one of them has no number. An activity is counted once,
however many areas it serves.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from hubra_desktop.model.language import Tell, say, swedish
from hubra_desktop.model.plan.terms import SENT_STATES, ActivityState, Exactness
from hubra_desktop.model.records.plan import Activity, Letter
from hubra_desktop.model.swedish import figure
from hubra_desktop.model.whole_numbers import parse_whole
from hubra_desktop.model.words import word

HEDGES: Final = {
    Exactness.OVER: ("drygt", "över", "mer än", "fler än"),
    Exactness.ABOUT: ("cirka", "ca", "ca.", "c:a", "ungefär", "omkring", "runt"),
}
"""What people write in Swedish before a number that is not exact."""
_TYPED: Final = (
    (Exactness.EXACT, ("exakt", "exactly")),
    *HEDGES.items(),
    (Exactness.OVER, ("just over", "over", "more than")),
    (Exactness.ABOUT, ("about",)),
)


class Count(NamedTuple):
    """A number of people and how exact it is."""

    number: int
    exactness: Exactness = Exactness.EXACT


def count_of(activity: Activity) -> Count | None:
    """Return how many took part: as said of the whole, else summed over its occasions."""
    if activity.participants is not None:
        return Count(activity.participants, activity.exactness)
    known = [each.participants for each in activity.occasions if each.participants is not None]
    if not known:
        return None
    missing = len(known) < len(activity.occasions) and activity.exactness is Exactness.EXACT
    return Count(sum(known), Exactness.OVER if missing else activity.exactness)


def participants_in_words(activity: Activity) -> str:
    """Write how many took part in Swedish, for papers: ``drygt 100 personer``; "" if not known."""
    return _participants(activity, swedish)


def participants_in_language(activity: Activity) -> str:
    """Write how many took part in the window's language; "" where nothing is known."""
    return _participants(activity, say)


def _participants(activity: Activity, tell: Tell) -> str:
    count = count_of(activity)
    if count is None:
        return ""
    noun = tell("person") if count.number == 1 else tell("personer")
    return f"{count_text(count, tell)} {noun}"


def count_text(count: Count, tell: Tell = swedish) -> str:
    """Write a number of people, never more exact than it is known: ``drygt 100``."""
    how = "" if count.exactness is Exactness.EXACT else f"{word(count.exactness, tell)} "
    return f"{how}{figure(count.number)}"


def by_state(activities: Iterable[Activity]) -> dict[ActivityState, int]:
    """Count activities by state, each once by its id; every state has a place."""
    once = {activity.id: activity.state for activity in activities}
    return {state: sum(1 for each in once.values() if each is state) for state in ActivityState}


def letters_sent(letters: Iterable[Letter]) -> int:
    """Count the letters that have gone out (7 in 2017)."""
    return sum(1 for letter in letters if letter.state in SENT_STATES)


class TypedCount(NamedTuple):
    """A number of people as it was typed; ``exactness`` None says nothing of it."""

    number: int | None
    exactness: Exactness | None


def parse_count(typed: str) -> TypedCount:
    """Read ``drygt 100`` as the number and how exact it is; nothing typed is no number.

    Raises InputError.
    """
    exactness, number = parsed_exactness(typed)
    return TypedCount(parse_whole(number if exactness is not None else typed), exactness)


def parsed_exactness(text: str) -> tuple[Exactness | None, str]:
    """Part ``drygt 100`` into how exact it is and its number; None when it does not say."""
    plain = " ".join(text.split())
    for exactness, hedges in _TYPED:
        for hedge in hedges:
            if plain.casefold().startswith(f"{hedge} "):
                return exactness, plain[len(hedge) + 1 :]
    return None, plain
