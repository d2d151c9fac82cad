"""What must be looked at among the follow-ups: late, due soon, or without a day or anybody."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from hubra_desktop.model.due import Due, day_in_words
from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.follow_up_rules import is_overdue
from hubra_desktop.model.minutes.minutes_terms import OPEN_FOLLOW_UPS
from hubra_desktop.model.records.follow_ups import FollowUp
from hubra_desktop.model.wording import quoted, shortened

SOON_DAYS: Final = 14
"""How many days before it is due a follow-up is told of."""
_LONGEST: Final = 80


def follow_ups_due(follow_ups: Iterable[tuple[FollowUp, str]], today: dt.date) -> Iterator[Due]:
    """Report what should have been done, and what is due soon; each comes with who has to act."""
    soon = today + dt.timedelta(days=SOON_DAYS)
    for each, owner in follow_ups:
        if each.state in OPEN_FOLLOW_UPS and each.due is not None and each.due <= soon:
            level = Level.WARNING if is_overdue(each, today) else Level.TIP
            yield Due(
                each.due, level, _sentence(each, each.due, owner, today), "follow_up", each.id
            )


def _sentence(follow_up: FollowUp, due: dt.date, owner: str, today: dt.date) -> str:
    text = quoted(shortened(follow_up.text.strip() or say("(utan text)"), _LONGEST))
    day = day_in_words(due)
    if due < today:
        if owner:
            return say(
                "{text} skulle ha varit klart {day}. Fråga {owner} hur det går.",
                text=text, day=day, owner=owner,
            )  # fmt: skip
        return say("{text} skulle ha varit klart {day}.", text=text, day=day)
    if owner:
        return say("{text} ska vara klart {day}: {owner}.", text=text, day=day, owner=owner)
    return say("{text} ska vara klart {day}.", text=text, day=day)
