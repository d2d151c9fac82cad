"""What waits for an agenda and must be put on one soon: the day that it is wanted by draws near."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from hubra_desktop.model.due import Due, day_in_words
from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import say
from hubra_desktop.model.records.council import BacklogItem
from hubra_desktop.model.wording import quoted


def backlog_due(
    waiting: Iterable[BacklogItem], meetings: Sequence[dt.date], today: dt.date
) -> Iterator[Due]:
    """Report what is late, wanted before the next meeting, or can only be taken up there.

    ``meetings`` are the days of the coming meetings that are not called yet, in order: what
    is called is no longer an agenda to put things on.
    """
    for each in waiting:
        if each.wanted_by is not None:
            sentence = _of_waiting(each, each.wanted_by, meetings, today)
            if sentence:
                late = each.wanted_by < today or not _in_time(each.wanted_by, meetings)
                level = Level.WARNING if late else Level.TIP
                yield Due(each.wanted_by, level, sentence, "backlog_item", each.id)


def _in_time(day: dt.date, meetings: Sequence[dt.date]) -> bool:
    return any(each <= day for each in meetings)


def _of_waiting(
    each: BacklogItem, day: dt.date, meetings: Sequence[dt.date], today: dt.date
) -> str:
    name, when = quoted(each.title), day_in_words(day)
    if day < today:
        return say("{name} skulle ha tagits upp senast {day} och väntar än.", name=name, day=when)
    left = [each for each in meetings if each <= day]
    if not left:
        return say(
            "{name} ska tas upp senast {day}, men inget sammanträde hinner kallas till dess.",
            name=name,
            day=when,
        )
    if len(left) == 1:
        return say(
            "{name} ska tas upp senast {day}. Sammanträdet {last} är det sista före den dagen.",
            name=name,
            day=when,
            last=day_in_words(left[0]),
        )
    return ""
