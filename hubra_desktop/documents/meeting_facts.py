"""When and where a meeting is, as its papers print it."""

from typing import Final

from hubra_desktop.documents.kit.links import linked
from hubra_desktop.documents.kit.tree import Piece
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.model.swedish import clock, long_date

_JOIN: Final = "Delta i mötet på webben"
_TYPED: Final = 25
"""The longest address that somebody types from a paper."""


def moment_text(meeting: Meeting, style: HouseStyle) -> str:
    """Write when a meeting begins, as far as it is known."""
    day = long_date(meeting.date)
    if meeting.start is None:
        return day
    time = clock(meeting.start, style.time_separator)
    words = f"{style.head_prefix}\u00a0{time}" if style.head_prefix else time
    return f"{day}, {words}"


def joining(link: str) -> tuple[Piece, ...]:
    """Name the link to a meeting; one that is short enough to be typed is printed too."""
    name = linked(_JOIN, link)
    if not name.href:
        return (Piece(link),)
    return (name, Piece(f" ({link})")) if len(link) <= _TYPED else (name,)
