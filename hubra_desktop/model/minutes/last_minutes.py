"""Which row of an agenda is for the minutes of an earlier meeting; pure."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.swedish import date_in_text, folded

BEGINS: Final = "Sammanträdet den "
"""What the row's note begins with, before the day of the meeting that the minutes are of."""


def row_for_minutes(items: Sequence[Item], held: dt.date, *, only: bool = False) -> Item | None:
    """Return the row of an agenda that is for the minutes of the meeting held on a day, if any.

    It says the day of that meeting, or else (not ``only``) is one that tells of none.
    """
    day = folded(date_in_text(held))
    rows = [each for each in items if _is_for_minutes(each)]
    about = [each for each in rows if day in folded(f"{each.title} {each.note}")]
    free = [] if only else [each for each in rows if not each.note.strip()]
    return next(iter(about or free), None)


def told_of_none(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the rows of a copied agenda, those for minutes free for those of another meeting."""
    return tuple(
        replace(each, note="") if _is_for_minutes(each) and each.note.startswith(BEGINS) else each
        for each in items
    )


def _is_for_minutes(item: Item) -> bool:
    title = folded(item.title)
    named = "protokoll" in title or "minnesanteckning" in title
    return named and any(word in title for word in ("föreg", "förra", "senaste"))
