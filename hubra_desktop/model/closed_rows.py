"""What of a row behind closed doors everybody may read: its public title, and what is chosen.

A note or a presenter's name can give away what the title must not. Of a closed row they
are printed only when that is chosen for the very row.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, Final

from hubra_desktop.model.dispatch.dispatch_terms import Audience
from hubra_desktop.model.records.meeting import Item, Meeting

CHOSEN_BY: Final[Mapping[str, str]] = {
    "note": "print_note",
    "place": "print_place",
    "presenters": "print_presenters",
    "case_number": "print_case_number",
}
"""What may be printed of a closed row, each with the field that says that it is."""

_EMPTY: Final[Mapping[str, Any]] = {"note": "", "place": "", "presenters": (), "case_number": ""}


def public_row(item: Item) -> Item:
    """Return a row as everybody may read it, under its public title when it is closed."""
    if not item.closed:
        return item
    hidden = (name for name, choice in CHOSEN_BY.items() if not getattr(item, choice))
    return replace(item, title=item.public_title, **{name: _EMPTY[name] for name in hidden})


def meeting_for(meeting: Meeting, audience: Audience) -> Meeting:
    """Return a meeting as a print for an audience shows it."""
    return public_meeting(meeting) if audience is Audience.PUBLIC else meeting


def public_meeting(meeting: Meeting) -> Meeting:
    """Return a meeting as everybody may read it.

    Of a closed row go, with what the row itself must not tell, its footnotes, unless its
    note is printed, and its papers. Secret papers go wherever they stand.
    """
    closed = {each.id: each for each in meeting.items if each.closed}
    silent = {each.id for each in closed.values() if not each.print_note}
    return replace(
        meeting,
        items=tuple(map(public_row, meeting.items)),
        footnotes=tuple(each for each in meeting.footnotes if each.item_id not in silent),
        papers=tuple(
            each for each in meeting.papers if not each.secret and each.item_id not in closed
        ),
    )


def holds_secrets(meeting: Meeting, only: Collection[str] | None = None) -> bool:
    """Tell whether a print for those who are called says what one for everybody must not.

    ``only`` are the ids of the rows that it prints; None for all.
    """
    rows = tuple(each for each in meeting.items if only is None or each.id in only)
    shown = replace(meeting, items=rows, papers=())
    return public_meeting(shown) != shown
