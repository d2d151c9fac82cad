"""A meeting's papers as bytes, made from the register.

Slow work that only reads: it may run on any thread.
"""

from sqlalchemy.engine import Connection

from hubra_desktop.documents.kallelse import kallelse, kallelse_html
from hubra_desktop.model.sheet import HouseStyle, MeetingSheet
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.work.queries import house_style, meeting_sheet

_DRAFTS = (MeetingState.PLANNED, MeetingState.PREPARING)


def is_draft(meeting: MeetingSheet) -> bool:
    """Tell whether the meeting's kallelse has not been issued yet."""
    return meeting.state in _DRAFTS


def kallelse_of(reader: Connection, meeting_id: str) -> bytes:
    """Return the kallelse of a stored meeting as PDF."""
    meeting = meeting_sheet(reader, meeting_id)
    replacement = meeting_sheet(reader, meeting.moved_to) if meeting.moved_to else None
    return kallelse_pdf(meeting, house_style(reader), replacement)


def kallelse_pdf(
    meeting: MeetingSheet, style: HouseStyle, replacement: MeetingSheet | None = None
) -> bytes:
    """Return the kallelse as PDF; ``replacement`` is the meeting it was moved to.

    Raises InputError for text that cannot be printed.
    """
    return kallelse(meeting, style, draft=is_draft(meeting), replacement=replacement)


def kallelse_page(
    meeting: MeetingSheet, style: HouseStyle, replacement: MeetingSheet | None = None
) -> str:
    """Return the same kallelse as one HTML page, for those who read it as text."""
    return kallelse_html(meeting, style, draft=is_draft(meeting), replacement=replacement)


def file_name(meeting: MeetingSheet) -> str:
    """Return the name that a meeting's kallelse is offered to be saved under."""
    return f"Kallelse {meeting.date.isoformat()}.pdf"
