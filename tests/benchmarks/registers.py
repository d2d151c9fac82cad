"""Large registers, made from the demo's meeting and money row by row as a file."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hubra_desktop.work.demo import make_demo
from tests.store.registers import altered

ITEMS = 10
STANDING = ("formality", "break")


def make_register(path: Path, *, meetings: int, years: int) -> Path:
    """Make the demo register and give it ``meetings`` more, evenly over ``years`` before it.

    Each has ten items: those of the demo's latest, those of substance with titles of their own.
    """
    path.unlink(missing_ok=True)
    make_demo(path)
    with altered(path) as database:
        database.row_factory = sqlite3.Row
        [meeting] = database.execute("SELECT * FROM meeting ORDER BY date DESC LIMIT 1")
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
) -> list[dict[str, Any]]:
    found = database.execute(f"SELECT * FROM {table} WHERE {key} = ?", (value,))
    return [dict(row) for row in found]


def _insert(database: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    database.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(row.values()))


def make_money_register(path: Path, *, years: int, grants: int, rows: int) -> Path:
    """Make the demo register and give it ``years`` more of money, evenly filled, after its own.

    Every year has the demo's posts; all but the latest are closed. A grant is reserved,
    paid in two parts and now and then repaid; the other rows are costs.
    """
    path.unlink(missing_ok=True)
    make_demo(path)
    with altered(path) as database:
        database.row_factory = sqlite3.Row
        [budget] = database.execute("SELECT * FROM budget_year ORDER BY year DESC LIMIT 1")
        for number in range(years):
            year = budget["year"] + 1 + number
            closed = f"{year + 1}-02-15" if number < years - 1 else None
            leaves = _copy_budget(database, dict(budget), year, closed)
            _fill_year(database, year, leaves, grants // years, rows // years)
        database.execute("ANALYZE")
    return path


def _copy_budget(
    database: sqlite3.Connection, budget: dict[str, Any], year: int, closed: str | None
) -> list[str]:
    """Copy a year's posts and its version; return the ids of the posts that carry money."""
    values = {"id": f"by-{year}", "year": year, "closed_on": closed}
    _insert(database, "budget_year", {**budget, **values})
    posts = _rows(database, "budget_post", "budget_year_id", budget["id"])
    ids = {post["id"]: f"{year}-{place}" for place, post in enumerate(posts)}
    for post in posts:
        above = ids.get(post["parent_id"])
        own = {"id": ids[post["id"]], "budget_year_id": f"by-{year}", "parent_id": above}
        _insert(database, "budget_post", {**post, **own})
    [version] = _rows(database, "budget_version", "budget_year_id", budget["id"])
    own = {"id": f"bv-{year}", "budget_year_id": f"by-{year}"}
    _insert(database, "budget_version", {**version, **own})
    for row in _rows(database, "allocation", "budget_version_id", version["id"]):
        values = {"post_id": ids[row["post_id"]], "budget_version_id": f"bv-{year}"}
        _insert(database, "allocation", {**row, **values, "id": f"{year}-{row['id']}"})
    parents = {post["parent_id"] for post in posts}
    return [ids[post["id"]] for post in posts if post["id"] not in parents]


def _fill_year(
    database: sqlite3.Connection, year: int, leaves: list[str], grants: int, rows: int
) -> None:
    [grant] = database.execute('SELECT * FROM "grant" WHERE id = (SELECT min(id) FROM "grant")')
    [decision] = _rows(database, "grant_decision", "grant_id", grant["id"])
    [entry] = database.execute("SELECT * FROM ledger_entry ORDER BY number LIMIT 1")
    [(number,)] = database.execute("SELECT max(number) FROM ledger_entry")
    made: list[dict[str, object]] = []

    def book(kind: str, amount: int, post: str, **values: object) -> str:
        own = f"e-{year}-{len(made)}"
        day = date(year, 1, 1) + timedelta(days=len(made) * 360 // rows)
        row = {
            **dict(entry), "id": own, "number": number + 1 + len(made), "year": year,
            "date": day.isoformat(), "post_id": post, "kind": kind, "amount_ore": amount,
            "grant_id": None, "original_id": None, "counterpart_id": None, **values,
        }  # fmt: skip
        made.append(row)
        return own

    for place in range(grants):
        own = f"g-{year}-{place}"
        post = leaves[place % len(leaves)]
        told = {"report_received": f"{year}-12-01", "verdict": "approved", "outcome": "carried_out"}
        values = {"id": own, "year": year, "post_id": post, "title": f"Bidrag {own}", **told}
        _insert(database, "grant", {**dict(grant), **values})
        granted = {"id": f"d-{own}", "grant_id": own, "year": year, "amount_ore": 4_000_000}
        _insert(database, "grant_decision", {**decision, **granted})
        book("reservation", 4_000_000, post, grant_id=own)
        book("payment", 2_000_000, post, grant_id=own)
        payment = book("payment", 2_000_000, post, grant_id=own)
        if place % 5 == 0:
            book("repayment", 500_000, post, grant_id=own, original_id=payment)
    while len(made) < rows:
        book("cost", 100_000 + len(made), leaves[len(made) % len(leaves)])
    for row in made:
        _insert(database, "ledger_entry", row)
