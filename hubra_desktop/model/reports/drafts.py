"""What a paper says of an activity: its own text for the report, else a plain sentence.

The sentence is made from title, period, places, participants, state and reason, and from
nothing else. Always Swedish: it is printed.
"""

import re
from collections.abc import Iterator
from typing import Final

from hubra_desktop.model.plan.counts import participants_in_words
from hubra_desktop.model.plan.sheets import ActivitySheet
from hubra_desktop.model.plan.terms import ActivityState
from hubra_desktop.model.reports.fact import Fact, FactKind
from hubra_desktop.model.reports.facts import Facts, grants_key, participants_key
from hubra_desktop.model.reports.linking import with_marks
from hubra_desktop.model.reports.marks import tied
from hubra_desktop.model.reports.money_facts import grant_key
from hubra_desktop.model.swedish import MONTHS, capitalised, date_in_text, folded, listed

_SEASONS: Final = ("våren", "sommaren", "hösten", "vintern", "vårterminen", "höstterminen", "året")
_BARE: Final = re.compile(r"varje .+|löpande|kontinuerligt|hela .+|(?:i|under|vid|på|från) .+")
_YEAR: Final = re.compile(r"\d{4}")
_REPAID: Final = re.compile(r"(?:har )?(?:därför )?återbetal\w+(?: sitt bidrag)?", re.IGNORECASE)


def activity_draft(activity: ActivitySheet, facts: Facts) -> str:
    """Return what a paper says of an activity, its numbers tied to their records."""
    text = activity.report_text.strip() or plain_sentence(activity)
    focus = frozenset({participants_key(activity.id), grants_key(activity.id)})
    return _repayment_tied(with_marks(text, facts.values(), focus), activity, facts)


def plain_sentence(activity: ActivitySheet) -> str:
    """Tell of an activity in a sentence or two."""
    title = capitalised(activity.title.strip().rstrip(".")) or "Aktiviteten"
    lead = f"{title} {_verb(activity)}"
    parts = [lead, *_when(activity), *_where(activity)]
    sentence = " ".join(parts)
    people = participants_in_words(activity)
    if people and activity.state is not ActivityState.PLANNED:
        sentence += f", där {people} deltog"
    reason = activity.reason.strip()
    return f"{sentence}. {_ended(capitalised(reason))}".strip() if reason else f"{sentence}."


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _verb(activity: ActivitySheet) -> str:
    return {
        ActivityState.PLANNED: "är planerad",
        ActivityState.ONGOING: "pågår",
        ActivityState.DONE: "har genomförts",
        ActivityState.PARTLY: "har genomförts delvis",
        ActivityState.NOT_DONE: "genomfördes inte",
        ActivityState.STRUCK: "ströks ur planen",
    }[activity.state]


def _when(activity: ActivitySheet) -> Iterator[str]:
    if activity.state in {ActivityState.NOT_DONE, ActivityState.STRUCK}:
        return
    days = [each.date for each in activity.occasions if each.date]
    if activity.state is not ActivityState.PLANNED and len(days) == 1:
        yield date_in_text(days[0])
    elif period_in_text(activity.period):
        yield period_in_text(activity.period)


def period_in_text(period: str) -> str:
    """Write a period as it stands in a sentence: i juni, under hösten, varje vecka."""
    plain = folded(period).rstrip(".")
    first = plain.split()[0] if plain else ""
    if not plain or _BARE.fullmatch(plain):
        return plain
    if first in MONTHS or re.match(rf"(?:{'|'.join(MONTHS)})[–-]", plain):
        return f"i {plain}"
    if first in _SEASONS or _YEAR.fullmatch(plain):
        return f"under {plain}"
    return f"({plain})"


def _where(activity: ActivitySheet) -> Iterator[str]:
    places = list(dict.fromkeys(each.place.strip() for each in activity.occasions))
    named = [place for place in places if place]
    if named:
        yield f"i {listed(named)}"


def _repayment_tied(text: str, activity: ActivitySheet, facts: Facts) -> str:
    """Tie the words of a repayment to the one grant of the activity that they can mean."""
    grants = [
        facts[key] for each in activity.links if (key := grant_key(each.grant_id or "")) in facts
    ]
    meant = [grant for grant in grants if _came_back(grant, facts)]
    match = _REPAID.search(text)
    if match is None or len(meant) != 1 or "fakta:bidrag:" in text:
        return text
    return text[: match.start()] + tied(match[0], meant[0].key) + text[match.end() :]


def _came_back(grant: Fact, facts: Facts) -> bool:
    """Tell whether a grant came back, by the ledger or because nothing came of it."""
    repaid = facts.get(f"{grant.key}:aterbetalt")
    return grant.kind is FactKind.RECORD and (grant.value == 1 or bool(repaid and repaid.value))
