"""Everything that reads: functions of a read-only connection that return frozen rows.

``bundles`` (whole registers for a file), ``known`` (what fields complete) and ``people``
are imported by name: a start does without them.
"""

from sqlalchemy.engine import Connection as Reader

from hubra_desktop.work.queries.meetings import (
    MeetingRow,
    MeetingYear,
    meetings_of,
    meetings_on,
    nearest_meeting,
    years,
)
from hubra_desktop.work.queries.register import (
    RegisterInfo,
    house_style,
    paper_style,
    register_info,
)
from hubra_desktop.work.queries.sheets import (
    copied_meeting,
    meeting_findings,
    meeting_sheet,
    meeting_sheets,
)

__all__ = [
    "MeetingRow",
    "MeetingYear",
    "Reader",
    "RegisterInfo",
    "copied_meeting",
    "house_style",
    "meeting_findings",
    "meeting_sheet",
    "meeting_sheets",
    "meetings_of",
    "meetings_on",
    "nearest_meeting",
    "paper_style",
    "register_info",
    "years",
]
