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


def kallelse_of(
    reader: Connection, meeting_id: str, *, text_size: float | None = None, data: bool = True
) -> bytes:
    """Return the kallelse of a stored meeting as PDF, which carries what it says as ``data``.

    ``text_size`` in points is for large print. Raises InputError for text that cannot
    be printed.
    """
    meeting, style, replacement = _sheets(reader, meeting_id)
    return kallelse(
        meeting,
        style,
        draft=is_draft(meeting),
        text_size=text_size,
        data=kallelse_data(reader, meeting_id) if data else None,
        replacement=replacement,
    )


def kallelse_data(reader: Connection, meeting_id: str) -> bytes:
    """Return what the kallelse of a stored meeting tells as JSON, the same as an export of it.

    What a kallelse does not print is left out: the paper is published.
    """
    from hubra_desktop.exchange.json_file import dump
    from hubra_desktop.model.published import published
    from hubra_desktop.work.queries.bundles import meetings_bundle

    return dump(published(meetings_bundle(reader, [meeting_id]), meeting_id))


def kallelse_page_of(reader: Connection, meeting_id: str, text_size: float | None = None) -> str:
    """Return the kallelse of a stored meeting as one HTML page; ``text_size`` in points."""
    meeting, style, replacement = _sheets(reader, meeting_id)
    return kallelse_page(meeting, style, replacement, text_size)


def _sheets(
    reader: Connection, meeting_id: str
) -> tuple[MeetingSheet, HouseStyle, MeetingSheet | None]:
    """Return a stored meeting, the house style, and the meeting that it was moved to."""
    meeting = meeting_sheet(reader, meeting_id)
    replacement = meeting_sheet(reader, meeting.moved_to) if meeting.moved_to else None
    return meeting, house_style(reader), replacement


def kallelse_pdf(
    meeting: MeetingSheet, style: HouseStyle, replacement: MeetingSheet | None = None
) -> bytes:
    """Return the kallelse as it is shown while it is written, without data in the file.

    ``replacement`` is the meeting it was moved to. Raises InputError for text that
    cannot be printed.
    """
    return kallelse(meeting, style, draft=is_draft(meeting), replacement=replacement)


def kallelse_page(
    meeting: MeetingSheet,
    style: HouseStyle,
    replacement: MeetingSheet | None = None,
    text_size: float | None = None,
) -> str:
    """Return the same kallelse as one HTML page, for those who read it as text."""
    return kallelse_html(
        meeting, style, draft=is_draft(meeting), text_size=text_size, replacement=replacement
    )


def file_name(meeting: MeetingSheet, *, large: bool = False) -> str:
    """Return the name that a meeting's kallelse is offered to be saved under."""
    print_size = " stor stil" if large else ""
    return f"Kallelse {meeting.date.isoformat()}{print_size}.pdf"
