"""Draft of an activity in a paper: its own text for the report, else a plain sentence.

The sentence is made from title, period, places, participants, state and reason, and from
nothing else. Always Swedish: it is printed.
"""

import re
from collections.abc import Iterator
from typing import Final

from hubra_desktop.model.narrative import (
    FactText,
    Words,
    begun,
    fill_template,
    join_words,
    own_sentence,
    stored,
)
from hubra_desktop.model.plan.counts import count_of, count_text
from hubra_desktop.model.plan.terms import ActivityState
from hubra_desktop.model.records.plan import Activity
from hubra_desktop.model.reports.facts import STATE_WORDS, participants_key, state_key
from hubra_desktop.model.structured import verbatim
from hubra_desktop.model.swedish import MONTHS, date_in_text, folded, listed

_SEASONS: Final = ("våren", "sommaren", "hösten", "vintern", "vårterminen", "höstterminen", "året")
_BARE: Final = re.compile(r"varje .+|löpande|kontinuerligt|hela .+|(?:i|under|vid|på|från) .+")
_YEAR: Final = re.compile(r"\d{4}")


def activity_draft(activity: Activity) -> str:
    """Return the draft of an activity; a text of its own is left as it is."""
    own = activity.report_text.strip()
    return verbatim(own) if own else stored(activity_narrative(activity))


def activity_narrative(activity: Activity) -> Words:
    """Return an activity in a sentence or two."""
    title = begun(activity.title.strip()) or "Aktiviteten"
    state = FactText(STATE_WORDS[activity.state], state_key(activity.id))
    rest = "".join(f" {part}" for part in (*_when(activity), *_where(activity)))
    people = count_of(activity)
    took_part: Words = ()
    if people is not None and activity.state is not ActivityState.PLANNED:
        took_part = fill_template(
            ", där {people} {noun} deltog", noun="person" if people.number == 1 else "personer",
            people=FactText(count_text(people), participants_key(activity.id)),
        )  # fmt: skip
    reason = own_sentence(activity.reason)
    return join_words([(f"{title} ", state, rest, *took_part, "."), (reason,) if reason else ()])


def _when(activity: Activity) -> Iterator[str]:
    if activity.state in {ActivityState.NOT_DONE, ActivityState.STRUCK}:
        return
    days = [each.date for each in activity.occasions if each.date]
    if activity.state is not ActivityState.PLANNED and len(days) == 1:
        yield date_in_text(days[0])
    elif period_in_text(activity.period):
        yield period_in_text(activity.period)


def period_in_text(period: str) -> str:
    """Write a period as it stands in a sentence: i juni, under hösten, varje vecka.

    The words of the calendar begin with a small letter there; other words are left alone.
    """
    own = " ".join(period.split())
    plain = folded(own).rstrip(".")
    first = plain.split()[0] if plain else ""
    small = own[:1].lower() + own[1:].rstrip(".")
    if not plain or _BARE.fullmatch(plain):
        return small
    if first in MONTHS or re.match(rf"(?:{'|'.join(MONTHS)})[–-]", plain):
        return f"i {small}"
    if first in _SEASONS or _YEAR.fullmatch(plain):
        return f"under {small}"
    return f"({own})"


def _where(activity: Activity) -> Iterator[str]:
    places = list(dict.fromkeys(each.place.strip() for each in activity.occasions))
    named = [place for place in places if place]
    if named:
        yield f"i {listed(named)}"
