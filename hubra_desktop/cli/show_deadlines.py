"""The deadlines of meetings shown in the terminal, as text or JSON."""

import datetime as dt
from typing import Any

from hubra_desktop.cli.output import json_values
from hubra_desktop.model.deadline_words import state_text
from hubra_desktop.model.deadlines import Deadline
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.swedish import long_date, parse_date
from hubra_desktop.model.words import swedish_word
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.deadlines import MeetingDeadlines, deadlines_on
from hubra_desktop.work.queries.register import today as register_day

_WIDTH = 32


def show_deadlines(reader: Reader, typed: str) -> tuple[str, dict[str, Any]]:
    """Return what the meetings of the day typed demand, or all that are to come ("").

    Raises InputError where there are none.
    """
    today = register_day(reader)
    day = parse_date(typed, near=today) if typed else None
    found = deadlines_on(reader, day, today)
    if not found:
        said = "som ska hållas" if day is None else f"den {day.isoformat()}"
        raise InputError(f"Det finns inget sammanträde {said}.")
    text = "\n\n".join("\n".join(_lines(each, today)) for each in found)
    return text, {"today": today.isoformat(), "meetings": [_json(each, today) for each in found]}


def _lines(found: MeetingDeadlines, today: dt.date) -> list[str]:
    lines = [f"{found.meeting.body}, {long_date(found.meeting.date)}", ""]
    for each in found.deadlines:
        what = swedish_word(each.kind)
        lines.append(f"{each.day.isoformat()}  {what:<{_WIDTH}}{state_text(each, today)}")
        lines.append(f"{'':12}{each.rule} ({each.source})")
        lines += [f"{'':12}{each.note}"] if each.note else []
    return lines


def _json(found: MeetingDeadlines, today: dt.date) -> dict[str, Any]:
    return {
        **json_values(found.meeting, "id", "body", "date"),
        "deadlines": [_deadline_json(each, today) for each in found.deadlines],
    }


def _deadline_json(deadline: Deadline, today: dt.date) -> dict[str, Any]:
    shown = json_values(deadline, "kind", "day", "raw", "rule", "source", "note", "state")
    return {**shown, "days_left": (deadline.day - today).days}
