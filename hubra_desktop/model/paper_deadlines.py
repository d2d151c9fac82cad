"""By which day a paper of a meeting must be in: its own day, the meeting's, or the rules'.

KL gives no day for papers: it is the body's own rules that say one, or the one who calls.
"""

import datetime as dt

from hubra_desktop.model.deadlines import DeadlineKind, meeting_deadlines
from hubra_desktop.model.records.meeting import Meeting, MeetingPaper
from hubra_desktop.model.records.rulebook import BodyRules


def stop_day(meeting: Meeting, rules: BodyRules) -> dt.date | None:
    """Return the day by which a meeting's papers must be in; None: nothing says one."""
    deadlines = meeting_deadlines(meeting, rules, meeting.date)
    found = (each.raw for each in deadlines if each.kind is DeadlineKind.PAPERS)
    return next(found, None)


def due_day(paper: MeetingPaper, stop: dt.date | None) -> dt.date | None:
    """Return the day by which a paper must be in; ``stop`` is the meeting's own."""
    return paper.due or stop
