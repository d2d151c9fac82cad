"""Numbers of the ledger: the next one, and what a year's rows pass over."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.money.ledger_numbers import PassedOver, passed_over
from hubra_desktop.store.history import added_at, removed_rows
from hubra_desktop.store.reading import some_at_a_time
from hubra_desktop.store.tables import LEDGER_ENTRY

_KIND = "ledger_entry"


class _Undone(NamedTuple):
    row_id: str
    number: int
    year: int
    day: Any


def next_entry_number(reader: Connection) -> int:
    """Return the number that the next row gets: after all that were ever given.

    Only what was undone after the latest row was booked can have a higher one.
    """
    entry = LEDGER_ENTRY.c
    last = reader.execute(
        select(entry.id, entry.number).order_by(entry.number.desc()).limit(1)
    ).first()
    since = added_at(reader, last.id) if last else 0
    numbers = [each.number for each in _undone(reader, since)]
    return max([last.number if last else 0, *numbers]) + 1


def numbers_given(reader: Connection) -> dict[int, str]:
    """Return the ids of the rows that numbers were given to, those undone among them."""
    entry = LEDGER_ENTRY.c
    undone = {each.number: each.row_id for each in _undone(reader)}
    return undone | {row.number: row.id for row in reader.execute(select(entry.number, entry.id))}


def numbers_passed_over(reader: Connection, year: int) -> PassedOver:
    """Return what the ledger of a year passes over."""
    entry = LEDGER_ENTRY.c
    own = set(reader.scalars(select(entry.number).where(entry.year == year)))
    first, last = (min(own), max(own)) if own else (0, 0)
    others = reader.execute(
        select(entry.number, entry.year).where(
            entry.year != year, entry.number.between(first, last)
        )
    ).all()
    undone = [
        (each.number, each.day)
        for each in _undone(reader)
        if each.year == year or first < each.number < last
    ]
    return passed_over(own, ((row.number, row.year) for row in others), undone)


def _undone(reader: Connection, since: int = 0) -> Iterator[_Undone]:
    """Yield the rows whose booking was undone, and not done again, after a change."""
    found = {row_id: (image, at) for row_id, image, at in removed_rows(reader, _KIND, since)}
    there = {
        row_id
        for some in some_at_a_time(found)
        for row_id in reader.scalars(select(LEDGER_ENTRY.c.id).where(LEDGER_ENTRY.c.id.in_(some)))
    }
    for row_id, (image, at) in found.items():
        if row_id not in there and "number" in image:
            yield _Undone(row_id, image["number"], image["year"], at.date())
