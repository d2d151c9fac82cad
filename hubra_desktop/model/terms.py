"""The closed vocabularies of the field, stored in the register by their values.

The values are written to files and exchanged with other registers: they never
change once released. What the user reads is chosen elsewhere.
"""

from enum import StrEnum


class MeetingKind(StrEnum):
    """What sort of meeting it is."""

    ORDINARY = "ordinary"
    EXTRA = "extra"
    THEME = "theme"


class MeetingState(StrEnum):
    """How far a meeting has come; the last two stand beside the line."""

    PLANNED = "planned"
    PREPARING = "preparing"
    CALLED = "called"
    ONGOING = "ongoing"
    HELD = "held"
    APPROVED = "approved"
    ARCHIVED = "archived"
    CANCELLED = "cancelled"
    MOVED = "moved"


HELD_STATES = frozenset({MeetingState.HELD, MeetingState.APPROVED, MeetingState.ARCHIVED})


class ItemKind(StrEnum):
    """What sort of row an agenda item is; breaks and headings carry no number."""

    FORMALITY = "formality"
    INFORMATION = "information"
    DECISION = "decision"
    BREAK = "break"
    HEADING = "heading"
    OTHER = "other"


UNNUMBERED_KINDS = frozenset({ItemKind.BREAK, ItemKind.HEADING})


class PrintTime(StrEnum):
    """How much of a row's time the kallelse prints; the time is used all the same."""

    RANGE = "range"
    START = "start"
    NONE = "none"


class Anchor(StrEnum):
    """What a footnote's mark stands beside."""

    TIME = "time"
    PLACE = "place"
    ITEM = "item"


class BodyKind(StrEnum):
    """What sort of organisation a body is."""

    COUNCIL = "council"
    COMMITTEE = "committee"
    ADMINISTRATION = "administration"
    POLICE = "police"
    ASSOCIATION = "association"
    MUNICIPALITY = "municipality"
    OTHER = "other"


class Role(StrEnum):
    """In which role a person serves a body."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    CO_OPTED = "co_opted"
    PRESENTER = "presenter"
    SECRETARY = "secretary"


LARGE_PRINT = (16, 20)
"""The sizes that papers are offered in for those who see badly, in points."""
