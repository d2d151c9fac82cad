"""Which activities a screen shows: those of a person, in a state, in an area, with a word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hubra_desktop.model.plan.terms import ActivityState
from hubra_desktop.model.records.plan import Activity
from hubra_desktop.model.swedish import folded, sort_key


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is asked for; what is left empty asks nothing.

    ``who`` is the name of somebody responsible, ``area_id`` any area that is served,
    ``text`` words that all must stand somewhere in the activity.
    """

    who: str = ""
    states: frozenset[ActivityState] = field(default=frozenset())
    area_id: str | None = None
    text: str = ""


def filtered(activities: Iterable[Activity], wanted: Wanted) -> tuple[Activity, ...]:
    """Return the activities that are asked for, in the order given."""
    return tuple(activity for activity in activities if _fits(activity, wanted))


def responsible_of(activities: Iterable[Activity]) -> tuple[str, ...]:
    """Return everybody who is responsible for something, in Swedish order."""
    names = {" ".join(activity.responsible.split()) for activity in activities}
    return tuple(sorted(names - {""}, key=sort_key))


def _fits(activity: Activity, wanted: Wanted) -> bool:
    who, words = folded(wanted.who), folded(wanted.text).split()
    return (
        (not who or folded(activity.responsible) == who)
        and (not wanted.states or activity.state in wanted.states)
        and (wanted.area_id is None or wanted.area_id in {each.area_id for each in activity.areas})
        and (not words or _has(activity, words))
    )


def _has(activity: Activity, words: Sequence[str]) -> bool:
    texts = (
        activity.title, activity.partners, activity.responsible, activity.report_text,
        activity.council_role, activity.period, *(each.place for each in activity.occasions),
    )  # fmt: skip
    searched = folded(" ".join(texts))
    return all(word in searched for word in words)
