"""The papers of meetings shown in the terminal, as text or JSON: what is in and what is owed."""

from itertools import groupby
from typing import Any

from hubra_desktop.cli.output import json_values
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.swedish import capitalised, long_date, parse_date
from hubra_desktop.model.words import swedish_word
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.meeting_papers import PaperLine, papers_on
from hubra_desktop.work.queries.register import today as register_day

_TOLD = (
    "id", "title", "author", "date", "received", "reminded_on", "name", "size", "sha256",
    "report_id", "secret", "secrecy_ground", "left_out", "left_out_reason", "note",
)  # fmt: skip


def show_papers(reader: Reader, typed: str) -> tuple[str, dict[str, Any]]:
    """Return the papers of the meetings on the day typed, or of all that are to come ("").

    Raises InputError where there are none.
    """
    today = register_day(reader)
    day = parse_date(typed, near=today) if typed else None
    found = papers_on(reader, day, today)
    if not found:
        said = "som ska hållas" if day is None else f"den {day.isoformat()}"
        raise InputError(f"Det finns inga handlingar till något sammanträde {said}.")
    of_meetings = groupby(found, key=lambda each: (each.meeting_id, each.meeting_day))
    text = "\n\n".join(
        "\n".join([capitalised(long_date(day)), "", *map(_line, lines)])
        for (_, day), lines in of_meetings
    )
    return text, {"today": today.isoformat(), "papers": [_json(each) for each in found]}


def _line(line: PaperLine) -> str:
    number = f"bilaga {line.number}" if line.number else ""
    item = f"ärende {line.item_number}" if line.item_number else ""
    parts = (number, item, line.title, line.paper.author, line.standing_text)
    secret = ", sekretess" if line.paper.secret else ""
    return f"  {', '.join(part for part in parts if part)}{secret}"


def _json(line: PaperLine) -> dict[str, Any]:
    return {
        **json_values(line.paper, *_TOLD),
        "kind": swedish_word(line.paper.kind),
        "meeting": line.meeting_day.isoformat(),
        "item_number": line.item_number,
        "item": line.item,
        "number": line.number,
        "due": line.due.isoformat() if line.due else None,
        "standing": line.standing.value,
    }
