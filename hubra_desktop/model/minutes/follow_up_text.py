"""How a follow-up is told in a line: what it comes of, who has to act, and how it stands.

``tell`` is ``say`` in the window and ``swedish`` in papers.
"""

import datetime as dt

from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.language import Tell, say
from hubra_desktop.model.records.follow_ups import FollowUp
from hubra_desktop.model.swedish import date_in_text
from hubra_desktop.model.words import word


def decided_at(number: int | None, day: dt.date | None, tell: Tell = say) -> str:
    """Write where something was decided: ``§ 12 den 15 maj 2019``; "" where it is not known."""
    if day is None:
        return f"§\u00a0{number}" if number is not None else ""
    if number is None:
        return tell("sammanträdet {day}", day=_day(day, tell))
    return f"§\u00a0{number} {_day(day, tell)}"


def acting_text(follow_up: FollowUp, owner: str, tell: Tell = say) -> str:
    """Write who has to act, until when, and how far it has come."""
    due = tell("senast {day}", day=_day(follow_up.due, tell)) if follow_up.due else ""
    done = _day(follow_up.done_on, tell) if follow_up.done_on else ""
    state = " ".join(part for part in (word(follow_up.state, tell), done) if part)
    return ", ".join(part for part in (owner, due, state) if part)


def _day(day: dt.date, tell: Tell) -> str:
    return day_in_words(day) if tell is say else date_in_text(day)
