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
    grant_key,
    join_words,
    reason_sentence,
    stored,
)
from hubra_desktop.model.plan.counts import Count, count_of, count_text
from hubra_desktop.model.plan.terms import STATES_WITH_REASON, ActivityState
from hubra_desktop.model.records.plan import Activity
from hubra_desktop.model.reports.fact import Fact
from hubra_desktop.model.reports.facts import (
    LETTERS,
    NOBODY,
    STATE_WORDS,
    THEN_WORDS,
    Facts,
    followed_up_key,
    grants_key,
    participants_key,
    state_key,
)
from hubra_desktop.model.reports.linking import proposed_links
from hubra_desktop.model.reports.marks import link_fact
from hubra_desktop.model.structured import verbatim
from hubra_desktop.model.swedish import MONTHS, date_in_text, folded, listed

_SEASONS: Final = ("våren", "sommaren", "hösten", "vintern", "vårterminen", "höstterminen", "året")
_BARE: Final = re.compile(r"varje .+|löpande|kontinuerligt|hela .+|(?:i|under|vid|på|från) .+")
_PLACED: Final = re.compile(r"(?:i|på|vid|hos|utanför|runt|längs) ", re.IGNORECASE)
_ON: Final = re.compile(
    r"(?:torg|torget|gata|gatan|väg|vägen|plats|platsen|plan|planen|museet|biblioteket|stationen"
    r"|sjukhuset|skolan|gymnasiet|gården|vägen \d+\w?|gatan \d+\w?)$",
    re.IGNORECASE,
)
"""The places that one is *på* in Swedish."""
REASON: Final = "Orsak"
_NEVER_WAS: Final = frozenset({ActivityState.NOT_DONE, ActivityState.STRUCK})
"""What is not done has no day, and nobody took part."""
_MARKS: Final = frozenset("[]*\\\n")
_YEAR: Final = re.compile(r"\d{4}")


def activity_draft(activity: Activity, known: Facts | None = None) -> str:
    """Return the draft of an activity: its own text as it is, else a sentence about it.

    Where its own text tells what the register knows of it, the words are tied to that: how
    many took part, which grant came back. Why it was not carried out as planned is told
    beside its own text too.
    """
    own = activity.report_text.strip()
    if not own:
        return stored(activity_narrative(activity))
    tied = _tied(verbatim(own), _facts_of(activity, known or {}))
    return "\n\n".join(part for part in (tied, stored(_untold(activity, own))) if part)


def _facts_of(activity: Activity, known: Facts) -> list[Fact]:
    """Return the facts of an activity, and of what it is joined to."""
    keys = {participants_key(activity.id), grants_key(activity.id)}
    for link in activity.links:
        keys |= {followed_up_key(link.agreement_id)} if link.agreement_id else set()
        keys |= {LETTERS} if link.letter_id else set()
        if link.grant_id:
            keys |= {grant_key(link.grant_id), grant_key(link.grant_id, "aterbetalt")}
    return [fact for key, fact in known.items() if key in keys]


def _tied(text: str, known: list[Fact]) -> str:
    """Tie the words of a text that tell facts, each word once."""
    start = len(text)
    for each in sorted(proposed_links(text, known), reverse=True, key=lambda each: each.end):
        if each.end <= start and not _MARKS & set(each.words):
            text = f"{text[: each.start]}{link_fact(each.words, each.fact.key)}{text[each.end :]}"
            start = each.start
    return text


def _untold(activity: Activity, own: str) -> Words:
    """Tell the reason that an activity's own text lacks."""
    reason = activity.reason.strip()
    if activity.state not in STATES_WITH_REASON or not reason or folded(reason) in folded(own):
        return ()
    state = FactText(STATE_WORDS[activity.state], state_key(activity.id))
    return join_words([("Aktiviteten ", state, "."), (reason_sentence(reason, REASON),)])


def activity_narrative(activity: Activity) -> Words:
    """Return an activity in a sentence or two."""
    title = begun(activity.title.strip()) or "Aktiviteten"
    rest = "".join(f" {part}" for part in (*_when(activity), *_where(activity)))
    words = THEN_WORDS.get(activity.state) if rest else None
    planned = activity.state is ActivityState.PLANNED
    if planned:
        words = THEN_WORDS[activity.state]
    state = FactText(words or STATE_WORDS[activity.state], state_key(activity.id))
    took_part = () if planned or activity.state in _NEVER_WAS else _took_part(activity)
    unknown = "Uppgift saknas om det blev av." if planned else ""
    further = (reason_sentence(activity.reason, REASON), unknown)
    return join_words(
        [(f"{title} ", state, rest, *took_part, "."), *((each,) for each in further if each)]
    )


def _took_part(activity: Activity) -> Words:
    """Tell how many took part: med drygt 100 deltagare, utan deltagare."""
    people = count_of(activity)
    if people is None:
        return ()
    key = participants_key(activity.id)
    if not people.number:
        return " ", FactText(NOBODY, key), " deltagare"
    return " med ", FactText("en" if people == Count(1) else count_text(people), key), " deltagare"


def _when(activity: Activity) -> Iterator[str]:
    if activity.state in _NEVER_WAS:
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
    if activity.state in {ActivityState.NOT_DONE, ActivityState.STRUCK}:
        return
    places = list(dict.fromkeys(each.place.strip() for each in activity.occasions))
    named = [place_in_text(place) for place in places if place]
    if named and all(place.startswith("i ") for place in named):
        yield f"i {listed([place.removeprefix('i ') for place in named])}"
    elif named:
        yield listed(named)


def place_in_text(place: str) -> str:
    """Write a place as it stands in a sentence: i Vårby, på Stora torget, vid sjön.

    A place that has its own preposition keeps it.
    """
    own = " ".join(place.split())
    if _PLACED.match(own):
        return own[:1].lower() + own[1:]
    return f"{'på' if _ON.search(own) else 'i'} {own}"
