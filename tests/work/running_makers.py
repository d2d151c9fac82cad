"""How what is done at a meeting that goes on is drawn at random."""

from collections.abc import Mapping
from typing import Any

from hubra_desktop.model.terms import MeetingState
from hubra_desktop.work.commands.running import (
    EndMeeting,
    NextItem,
    PauseMeeting,
    ResumeMeeting,
    StartMeeting,
)
from tests.work.drawn import Drawn
from tests.work.paper_makers import Maker


def _next(d: Drawn) -> NextItem:
    meeting = _going(d)
    return NextItem(meeting.id, d.id_of(meeting.items), d.number(900, 1500))


def _going(d: Drawn) -> Any:
    """Draw a meeting that goes on, when one does."""
    meetings = d.rows("meeting")
    going = [each for each in meetings if each.state is MeetingState.ONGOING]
    return d.one(*(going * 3 or meetings))


RUNNING: Mapping[str, Maker] = {
    "StartMeeting": lambda d: StartMeeting(d.id("meeting"), d.number(900, 1500)),
    "NextItem": _next,
    "PauseMeeting": lambda d: PauseMeeting(_going(d).id, d.number(900, 1500)),
    "ResumeMeeting": lambda d: ResumeMeeting(_going(d).id, d.number(900, 1500)),
    "EndMeeting": lambda d: EndMeeting(_going(d).id, d.number(900, 1500)),
}
