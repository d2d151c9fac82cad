"""Rules of a meeting beside those of its single fields: times, footnotes, moves."""

from collections.abc import Collection

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.terms import Anchor
from hubra_desktop.model.timetable import next_day


def check_anchor(anchor: Anchor, item_id: str | None, items: Collection[str]) -> None:
    """Refuse a footnote whose mark would stand nowhere; ``items`` are the meeting's rows."""
    if anchor is Anchor.ITEM and item_id not in items:
        raise refusal("Välj vilken punkt fotnoten hör till.")
    if anchor is not Anchor.ITEM and item_id is not None:
        raise refusal("En fotnot till tiden eller platsen hör inte till någon punkt.")


def check_meeting_times(start: int | None, end: int | None) -> None:
    """Refuse a planned end that is not after the start (minutes since midnight)."""
    if start is not None and end is not None and end <= start:
        raise refusal(
            "Sammanträdet slutar innan det börjar. Ändra starttiden eller den planerade sluttiden.",
            field="end",
        )


def end_after(start: int | None, end: int | None) -> int | None:
    """Return the planned end, on the next day when it was typed as a time after midnight."""
    return end if end is None or start is None else next_day(end, start)


def end_kept(start: int | None, end: int | None, new_start: int | None) -> int | None:
    """Return the planned end of a meeting that is to begin at another time, as long as before.

    An end that is not after a known start has no length to keep, and stays.
    """
    if end is None or start is None or new_start is None or end <= start:
        return end
    return end + new_start - start


def check_move(meeting_id: str, moved_to: str | None) -> None:
    """Refuse a meeting that would be moved to itself."""
    if moved_to == meeting_id:
        raise refusal("Ett sammanträde kan inte flyttas till sig självt. Välj ett annat.")
