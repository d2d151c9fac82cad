"""What is followed up after decisions, shown in the terminal as text or JSON.

Of what was decided behind closed doors no more is told than that it is followed up.
"""

from typing import Any

from hubra_desktop.cli.output import json_values
from hubra_desktop.cli.typed import year_typed
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import swedish
from hubra_desktop.model.matter_life import CLOSED_DOORS
from hubra_desktop.model.minutes.follow_up_text import acting_text, decided_at
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.follow_ups import (
    FollowUpRow,
    follow_ups_of_year,
    open_follow_ups,
)
from hubra_desktop.work.queries.register import today

_FACTS = ("id", "text", "state", "created_on", "due", "done_on", "reason", "case_number")
_OF_CLOSED = ("id", "state", "created_on", "due", "done_on")


def show_follow_ups(reader: Reader, typed: str) -> tuple[str, dict[str, Any]]:
    """Return what is open, or of a year also what was decided or done in it.

    Raises InputError when there is nothing.
    """
    year = year_typed(typed) if typed else None
    rows = open_follow_ups(reader) if year is None else follow_ups_of_year(reader, year)
    if not rows:
        raise InputError("Det finns inget att följa upp.")
    day = today(reader)
    lines = [line for row in rows for line in _lines(row, late=row.overdue(day))]
    shown = [_json(row, late=row.overdue(day)) for row in rows]
    return "\n".join(["Uppföljning", "", *lines]), {"follow_ups": shown}


def _lines(row: FollowUpRow, *, late: bool) -> list[str]:
    decided = decided_at(row.number, row.decided_day, swedish)
    origin = f"{capitalised(decided)}: " if decided else ""
    standing = acting_text(row.item, "" if row.closed else row.owner, swedish)
    lines = [f"{origin}{swedish(CLOSED_DOORS) if row.closed else row.title}"]
    lines.append(f"  {'Försenad: ' if late else ''}{standing}")
    if row.closed:
        return lines
    lines += [f"  Skäl: {row.item.reason}"] if row.item.reason.strip() else []
    return [*lines, *(f"  {each.day}  {each.text}" for each in row.item.reports)]


def _json(row: FollowUpRow, *, late: bool) -> dict[str, Any]:
    reports = () if row.closed else row.item.reports
    return {
        **json_values(row.item, *(_OF_CLOSED if row.closed else _FACTS)),
        "owner": "" if row.closed else row.owner,
        "number": row.number,
        "overdue": late,
        "closed": row.closed,
        **json_values(row, "decided_day", "placed_day"),
        "reports": [json_values(each, "day", "author", "text") for each in reports],
    }
