"""Large registers, made from the demo's meeting row by row as a file."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from hubra_desktop.work.demo import make_demo

ITEMS = 10
STANDING = ("formality", "break")


def make_register(path: Path, *, meetings: int, years: int) -> Path:
    """Make the demo register and give it ``meetings`` more, evenly over ``years`` before it.

    Each has ten items: the demo's own, those of substance with titles of their own.
    """
    path.unlink(missing_ok=True)
    make_demo(path)
    with closing(sqlite3.connect(path)) as database, database:
        database.row_factory = sqlite3.Row
        [meeting] = database.execute("SELECT * FROM meeting")
        step = years * 365.25 / meetings
        for number in range(meetings):
            day = date.fromisoformat(meeting["date"]) - timedelta(days=1 + number * step)
            _copy_meeting(database, dict(meeting), number, day)
        database.execute("ANALYZE")
    return path


def _copy_meeting(
    database: sqlite3.Connection, meeting: dict[str, object], number: int, day: date
) -> None:
    own = f"m{number}"
    _insert(database, "meeting", {**meeting, "id": own, "date": day.isoformat()})
    for table in ("pre_meeting", "signature"):
        for place, row in enumerate(_rows(database, table, "meeting_id", meeting["id"])):
            values = {"id": f"{own}-{table[:3]}{place}", "meeting_id": own}
            _insert(database, table, {**row, **values})
    items = _rows(database, "agenda_item", "meeting_id", meeting["id"])
    for place in range(ITEMS):
        _copy_item(database, items[place % len(items)], own, place)


def _copy_item(
    database: sqlite3.Connection, item: dict[str, object], meeting: str, place: int
) -> None:
    own = f"{meeting}-{place}"
    title = item["title"] if item["kind"] in STANDING else f"{item['title']} {own}"
    values = {"id": own, "meeting_id": meeting, "position": place, "title": title}
    _insert(database, "agenda_item", {**item, **values})
    for number, row in enumerate(_rows(database, "presenter", "item_id", item["id"])):
        _insert(database, "presenter", {**row, "id": f"{own}-{number}", "item_id": own})


def _rows(
    database: sqlite3.Connection, table: str, key: str, value: object
) -> list[dict[str, object]]:
    found = database.execute(f"SELECT * FROM {table} WHERE {key} = ?", (value,))
    return [dict(row) for row in found]


def _insert(database: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    database.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))
