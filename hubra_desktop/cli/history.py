"""``hubra history``: the steps of the history, or what differs now from a generation."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from hubra_desktop.cli.backups import chosen_generation
from hubra_desktop.cli.parser import Arguments
from hubra_desktop.model.days import moment_in_words
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.swedish import parse_date
from hubra_desktop.ui.page_kinds import kinds_of_pages
from hubra_desktop.ui.pages.history.since import difference_lines, differences_text
from hubra_desktop.ui.pages.history.wording import row_head, row_lines, title, what
from hubra_desktop.work.past import open_past
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.history import (
    PAGE,
    HistoryFilter,
    HistoryStep,
    history,
    named_images,
    step_rows,
)
from hubra_desktop.work.queries.protection import guard
from hubra_desktop.work.queries.since import Differences, differences_since
from hubra_desktop.work.workspace import Workspace

Shown = tuple[str, Any]
"""What is told to people, and the same for JSON."""


def shown_history(workspace: Workspace, arguments: Arguments) -> Shown:
    """Return the steps that are asked for, or what differs from a generation."""
    kinds = kinds_of_pages()[f"page-{arguments.what}"] if arguments.what else frozenset()
    if arguments.which and arguments.since:
        raise InputError("Skriv en säkerhetskopia eller --since, inte båda.")
    with workspace.read() as reader:
        guarded = guard(reader)
        if arguments.which:
            text, shown = _since(reader, workspace, arguments.which, kinds)
        else:
            day = parse_date(arguments.since, near=date.today()) if arguments.since else None
            text, shown = _steps(reader, HistoryFilter(kinds, first=day))
    return guarded.text(text), guarded.value(shown)


def _since(reader: Reader, workspace: Workspace, which: str, kinds: frozenset[str]) -> Shown:
    generation = chosen_generation(workspace.path, which)
    past = open_past(generation.path)
    try:
        with past.read() as then:
            found = differences_since(then, reader)
    finally:
        past.close()
    if kinds:
        rows = tuple(each for each in found.rows if each.row.kind in kinds)
        found = Differences(rows, found.images)
    moment = moment_in_words(generation.moment, datetime.now())
    told = {"generation": str(generation.path), "moment": generation.moment.isoformat()}
    return differences_text(found, moment), {**told, "differences": list(_rows_json(found))}


def _rows_json(found: Differences) -> Iterable[dict[str, Any]]:
    for each in found.rows:
        kind, row_id = each.root
        yield {
            "kind": each.row.kind,
            "id": each.row.id,
            "change": each.row.op,
            "belongs_to": {"kind": kind, "id": row_id} if each.above else None,
            "title": row_head(each.row, found.images),
            "lines": list(difference_lines(each, found.images)),
        }


def _steps(reader: Reader, wanted: HistoryFilter) -> Shown:
    steps = list(_read(reader, wanted))
    lines = [f"{each.at:%Y-%m-%d %H:%M}  {each.who}  {what(each)}" for each in steps]
    if not steps:
        lines = ["Inget steg i historiken stämmer med det du söker."]
    elif wanted.first is None and len(steps) == PAGE:
        lines.append(f"De {PAGE} senaste stegen. Skriv --since och en dag för att se fler.")
    return "\n".join(lines), [_step_json(reader, each) for each in steps]


def _read(reader: Reader, wanted: HistoryFilter) -> Iterable[HistoryStep]:
    """Yield the latest page of steps, or all since a day."""
    before = None
    while page := history(reader, wanted, before):
        yield from page
        before = page[-1].ids[0]
        if wanted.first is None or len(page) < PAGE:
            return


def _step_json(reader: Reader, step: HistoryStep) -> dict[str, Any]:
    rows, more = step_rows(reader, step.ids)
    images = named_images(reader, rows)
    return {
        "at": step.at.isoformat(timespec="seconds"),
        "who": step.who,
        "action": step.action,
        "title": title(step),
        "rows": [
            {
                "kind": row.kind,
                "id": row.id,
                "change": row.op,
                "title": row_head(row, images),
                "lines": row_lines(row, images),
            }
            for row in rows
        ],
        "more": more,
    }
