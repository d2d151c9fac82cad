"""What is said of a meeting's deadlines: how long is left, short names, lines for the overview."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from hubra_desktop.model.deadlines import Deadline, DeadlineKind, DeadlineState
from hubra_desktop.model.due import Due, day_in_words
from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import N_, say, say_count
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.terms import HELD_STATES

LEAD_DAYS: Final = 7
"""Days ahead that the overview tells of a deadline: a working week to do something about it."""

LATE_DAYS: Final = 30
"""Days that the overview tells of a deadline that was missed; then the meeting is old news."""

SHORT_NAMES: Final[Mapping[DeadlineKind, str]] = {
    DeadlineKind.PAPERS: N_("Handlingar"),
    DeadlineKind.PREPARATION: N_("Beredning"),
    DeadlineKind.CALL: N_("Kallelse"),
    DeadlineKind.APPROVAL: N_("Justering"),
    DeadlineKind.EXTRACTS: N_("Expediering"),
    DeadlineKind.ANNOUNCEMENT: N_("Anslag"),
    DeadlineKind.APPEAL: N_("Överklagande"),
    DeadlineKind.TAKE_DOWN: N_("Anslag ned"),
}
"""One word for each, where there is little room."""

_TODAY: Final[Mapping[DeadlineKind, str]] = {
    DeadlineKind.PAPERS: N_("Handlingarna till sammanträdet {meeting} ska vara inne i dag."),
    DeadlineKind.PREPARATION: N_("Sammanträdet {meeting} bereds i dag."),
    DeadlineKind.CALL: N_("Kallelsen till sammanträdet {meeting} ska ut i dag."),
    DeadlineKind.APPROVAL: N_("Sammanträdet {meeting} ska vara justerat i dag."),
}
_COMING: Final[Mapping[DeadlineKind, str]] = {
    DeadlineKind.PAPERS: N_("Handlingarna till sammanträdet {meeting} ska vara inne {day}."),
    DeadlineKind.PREPARATION: N_("Sammanträdet {meeting} bereds {day}."),
    DeadlineKind.CALL: N_("Kallelsen till sammanträdet {meeting} ska ut {day}."),
    DeadlineKind.APPROVAL: N_("Sammanträdet {meeting} ska vara justerat {day}."),
}
# Papers that are late are told one by one, with who owes them.
_LATE: Final[Mapping[DeadlineKind, str]] = {
    DeadlineKind.CALL: N_("Kallelsen till sammanträdet {meeting} skulle ha gått ut {day}."),
    DeadlineKind.APPROVAL: N_("Sammanträdet {meeting} skulle ha varit justerat {day}."),
}


def left_text(day: dt.date, today: dt.date) -> str:
    """Say how far off a day is: ``i dag``, ``om 3 dagar``, ``för 2 dagar sedan``."""
    days = (day - today).days
    if not days:
        return say("i dag")
    if days > 0:
        return say_count("om {n} dag", "om {n} dagar", days)
    return say_count("för {n} dag sedan", "för {n} dagar sedan", -days)


def state_text(deadline: Deadline, today: dt.date) -> str:
    """Say how a deadline stands: what is left of it, or how it went."""
    match deadline.state:
        case DeadlineState.COMING:
            return left_text(deadline.day, today)
        case DeadlineState.KEPT:
            return say("klart i tid")
        case DeadlineState.MISSED:
            return say("för sent")
        case _:
            return say("har passerat")


def deadlines_due(meeting: Meeting, deadlines: Sequence[Deadline], today: dt.date) -> Iterator[Due]:
    """Yield what of a meeting is due within a week, or was missed within a month.

    What follows a meeting is told once it has been held: the kallelse of one that has been
    is told of no more, and its minutes not before.
    """
    for each in deadlines:
        after = each.kind is DeadlineKind.APPROVAL
        if after != (meeting.state in HELD_STATES or meeting.date < today):
            continue
        sentence = _sentence(each, today)
        if sentence:
            when = {"meeting": day_in_words(meeting.date), "day": day_in_words(each.day)}
            level = Level.TIP if each.day > today else Level.WARNING
            yield Due(each.day, level, say(sentence).format(**when), "meeting", meeting.id)


def _sentence(deadline: Deadline, today: dt.date) -> str:
    days = (deadline.day - today).days
    if deadline.state is DeadlineState.MISSED:
        return _LATE.get(deadline.kind, "") if -LATE_DAYS <= days <= 0 else ""
    if deadline.state is not DeadlineState.COMING or days > LEAD_DAYS:
        return ""
    if days < 0:  # on a free day: the working day before has passed, the rule's day not
        return _LATE.get(deadline.kind, "")
    return (_COMING if days else _TODAY).get(deadline.kind, "")
