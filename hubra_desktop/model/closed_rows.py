"""What of a row behind closed doors everybody may read: its public title, and what is chosen.

A note or a presenter's name can give away what the title must not. Of a closed row they
are printed only when that is chosen for the very row.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from hubra_desktop.model.records.meeting import Item

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
