"""Matters, one with its whole life, and what waits, shown in the terminal as text or JSON.

Of what is behind closed doors no more is told than what is printed.
"""

import datetime as dt
from typing import Any

from hubra_desktop.cli.output import json_values
from hubra_desktop.model.case_number import normal_form
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import swedish
from hubra_desktop.model.matter_life import (
    CLOSED_DOORS,
    MatterLine,
    matter_line_text,
    public_matter_line,
)
from hubra_desktop.model.records.council import Matter
from hubra_desktop.model.swedish import capitalised, folded
from hubra_desktop.model.words import swedish_word
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.backlog import BacklogRow, backlog_rows
from hubra_desktop.work.queries.matters import (
    MatterRow,
    matter_numbered,
    matter_rows,
    matter_view,
)

_WIDTH = 20
_FACTS = ("id", "case_number", "title", "kind", "state", "opened", "closed_on", "retention")


def numbered(reader: Reader, typed: str) -> str:
    """Return the id of the matter with a number, however written; raises InputError."""
    found = matter_numbered(reader, typed)
    if found is None:
        raise InputError(f"Inget ärende har numret {typed}. Se hubra show matters.")
    return found


def show_matters(reader: Reader, typed: str) -> tuple[str, dict[str, Any]]:
    """Return the matters whose number or title holds what was typed ("": all of them).

    Raises InputError when there are none.
    """
    rows = [row for row in matter_rows(reader) if _holds(row, typed)]
    if not rows:
        found = f"Inget ärende har {typed} i nummer eller rubrik." if typed else ""
        raise InputError(found or "Det finns inga ärenden i registret.")
    lines = [line for row in rows for line in _lines(row)]
    return "\n".join(["Ärenden", "", *lines]), {"matters": [_json(row) for row in rows]}


def show_matter(reader: Reader, typed: str) -> tuple[str, dict[str, Any]]:
    """Return one matter with its life; raises InputError when no matter has the number."""
    view = matter_view(reader, numbered(reader, typed))
    life = [public_matter_line(each) for each in view.life]
    lines = [*_lines(view.row), ""]
    lines += [
        f"{_day(each.day) or 'ingen dag':<12}{matter_line_text(each, swedish)}" for each in life
    ]
    lines += ["", "Väntar", *(_waiting_line(each) for each in view.waiting)] if view.waiting else []
    shown = {
        **_json(view.row),
        "life": [_line_json(each) for each in life],
        "waiting": [_waiting_json(each) for each in view.waiting],
    }
    return "\n".join(lines), shown


def show_backlog(reader: Reader, typed: str) -> tuple[str, dict[str, Any]]:
    """Return what waits for a later agenda, whose title holds what was typed ("": all of it).

    Raises InputError when nothing does.
    """
    wanted = folded(typed)
    rows = [row for row in backlog_rows(reader) if row.waits and wanted in folded(_title(row))]
    if not rows:
        raise InputError("Ingenting väntar på ett senare sammanträde.")
    text = "\n".join(["Väntar", "", *map(_waiting_line, rows)])
    return text, {"waiting": [_waiting_json(row) for row in rows]}


def _holds(row: MatterRow, typed: str) -> bool:
    numbers = (normal_form(each) for each in row.numbers)
    return folded(typed) in folded(row.matter.title) or any(
        normal_form(typed) in n for n in numbers
    )


def _lines(row: MatterRow) -> list[str]:
    matter: Matter = row.matter
    met = f", senast på sammanträdet {row.met_on}" if row.met_on else ""
    number = matter.case_number or "inget nummer"
    lines = [f"{number:<{_WIDTH}}{matter.title or '(utan rubrik)'}"]
    lines.append(f"{'':{_WIDTH}}{capitalised(swedish_word(matter.state))}{met}")
    also = ((each.case_number, each.reason or "skäl saknas") for each in row.aliases)
    return [*lines, *(f"{'':{_WIDTH}}Också {number}: {why}" for number, why in also)]


def _json(row: MatterRow) -> dict[str, Any]:
    return {
        **json_values(row.matter, *_FACTS),
        "responsible": row.responsible,
        "aliases": [json_values(each, "case_number", "reason") for each in row.aliases],
        **json_values(row, "met_on"),
    }


def _line_json(line: MatterLine) -> dict[str, Any]:
    term = None if line.term is None else line.term.value
    values = json_values(line, "day", "step", "kind", "id", "about", "note", "number", "closed")
    return {**values, "term": term}


def _title(row: BacklogRow) -> str:
    return swedish(CLOSED_DOORS) if row.item.closed else row.item.title


def _waiting_line(row: BacklogRow) -> str:
    wanted = f", senast {row.item.wanted_by}" if row.item.wanted_by else ""
    raised = f", väckt av {row.raised_by}" if row.raised_by and not row.item.closed else ""
    return f"{capitalised(swedish_word(row.item.kind)):<{_WIDTH}}{_title(row)}{wanted}{raised}"


def _waiting_json(row: BacklogRow) -> dict[str, Any]:
    closed = row.item.closed
    return {
        **json_values(row.item, "id", "kind", "wanted_by", "raised_on", "duration", "closed"),
        "title": _title(row),
        "case_number": "" if closed else row.item.case_number,
        "raised_by": "" if closed else row.raised_by,
        **json_values(row, "from_day"),
    }


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
