"""Everything that reads: functions of a read-only connection that return frozen rows.

Whole registers for a file are gathered in ``bundles``, which a start does without.
"""

from sqlalchemy.engine import Connection as ReadSession

from hubra_desktop.work.queries.known import Completions, KnownMatter, KnownPerson, completions
from hubra_desktop.work.queries.meetings import (
    MeetingRow,
    YearRow,
    meetings_of,
    meetings_on,
    nearest_meeting,
    years,
)
from hubra_desktop.work.queries.people import PersonRow, persons
from hubra_desktop.work.queries.register import RegisterInfo, house_style, register_info
from hubra_desktop.work.queries.sheets import meeting_sheet, meeting_sheets

__all__ = [
    "Completions",
    "KnownMatter",
    "KnownPerson",
    "MeetingRow",
    "PersonRow",
    "ReadSession",
    "RegisterInfo",
    "YearRow",
    "completions",
    "house_style",
    "meeting_sheet",
    "meeting_sheets",
    "meetings_of",
    "meetings_on",
    "nearest_meeting",
    "persons",
    "register_info",
    "years",
]
