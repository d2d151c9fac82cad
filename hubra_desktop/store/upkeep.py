"""The upkeep of the history: old steps thinned, and a person's data taken out of it.

Within thirty days nothing is thinned. Of older steps those that one visit to one field
made are joined into one: what stood before the visit and after it stays.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from sqlalchemy import ColumnElement, String, func, or_, select, type_coerce
from sqlalchemy.engine import Connection

from hubra_desktop.model.records.catalogue import stored_fields
from hubra_desktop.store.deltas import joined_deltas
from hubra_desktop.store.journal import (
    CHANGE,
    LARGE_VALUE,
    STEP,
    StoredChange,
    dump_delta,
    stored_change,
)
from hubra_desktop.store.tables import TABLES

UNTOUCHED_DAYS: Final = 30
_MOST_AT_ONCE: Final = 500
"""Visits whose steps are joined when a register is closed: nobody waits for the rest."""


def thin(connection: Connection, now: dt.datetime) -> int:
    """Join old steps of one visit to one field; return how many steps are gone."""
    runs = list(_runs(connection, now - dt.timedelta(days=UNTOUCHED_DAYS)))
    for first, *others in runs:
        here = CHANGE.c.step_id.in_(others)
        connection.execute(CHANGE.update().where(here).values(step_id=first))
        connection.execute(STEP.delete().where(STEP.c.id.in_(others)))
        _join_changes(connection, first)
    return sum(len(run) - 1 for run in runs)


def _runs(connection: Connection, before: dt.datetime) -> Iterable[list[int]]:
    """Return the ids of steps that follow on each other and were made by one visit."""
    old = STEP.c.at < before.astimezone(dt.UTC).isoformat(timespec="milliseconds")
    key, by_id = STEP.c.merge_key, STEP.c.id
    # Only steps beside one of the same visit leave the database: of ten years there are many.
    found = (
        select(
            STEP.c.id,
            key,
            func.row_number().over(order_by=by_id).label("place"),
            (func.lag(key).over(order_by=by_id) == key).label("follows"),
            (func.lead(key).over(order_by=by_id) == key).label("goes_on"),
        )
        .where(old)
        .subquery()
    )
    steps = select(found).where(found.c.follows | found.c.goes_on).order_by(found.c.place)
    runs: list[list[int]] = []
    latest: tuple[str, int] | None = None
    for row in connection.execute(steps):
        if latest != (row.merge_key, row.place - 1):
            runs.append([])
        runs[-1].append(row.id)
        latest = row.merge_key, row.place
    return [run for run in runs if len(run) > 1][:_MOST_AT_ONCE]


def _join_changes(connection: Connection, step_id: int) -> None:
    """Join changes of a row in one step that follow on each other, where they join."""
    own = CHANGE.c.step_id == step_id
    latest: StoredChange | None = None
    latest_id = 0
    for row in connection.execute(select(CHANGE).where(own).order_by(CHANGE.c.id)).all():
        change = stored_change(row)
        both = _joined(latest, change) if latest is not None else None
        if both is not None:
            connection.execute(CHANGE.delete().where(CHANGE.c.id == latest_id))
            values = {"before": dump_delta(both.before), "after": dump_delta(both.after)}
            connection.execute(CHANGE.update().where(CHANGE.c.id == row.id).values(values))
        latest_id, latest = row.id, both or change


def _joined(one: StoredChange, other: StoredChange) -> StoredChange | None:
    """Return two changes as one, when both are of one row that was there all the time."""
    if (one.kind, one.row_id) != (other.kind, other.row_id):
        return None
    if one.before is None or one.after is None or other.before is None or other.after is None:
        return None
    pair = joined_deltas((one.before, one.after), (other.before, other.after))
    return None if pair is None else StoredChange(other.kind, other.row_id, *pair)


def mask(connection: Connection, forgotten: Mapping[str, Collection[str]]) -> None:
    """Take what rows held, by kind, out of all steps; that they came and went stays.

    The writer overwrites what is freed in the file. The steps cannot be undone after that.
    """
    for kind, row_ids in forgotten.items():
        here = CHANGE.update().where(CHANGE.c.kind == kind, CHANGE.c.row_id.in_(row_ids))
        for column in (CHANGE.c.before, CHANGE.c.after):
            connection.execute(here.where(column.is_not(None)).values({column: "{}"}))


def drop_unnamed(connection: Connection) -> None:
    """Remove the large values that neither a row nor the history names any longer."""
    named = {hash_ for column in _naming() for hash_ in connection.scalars(select(column))}
    for hash_ in set(connection.scalars(select(LARGE_VALUE.c.hash))) - named:
        told = [column.contains(hash_) for column in (CHANGE.c.before, CHANGE.c.after)]
        if connection.scalar(select(CHANGE.c.id).where(or_(*told)).limit(1)) is None:
            connection.execute(LARGE_VALUE.delete().where(LARGE_VALUE.c.hash == hash_))


def large_value_columns() -> Iterator[tuple[str, str]]:
    """Yield the kinds and columns that name a large value by its hash."""
    for kind in TABLES:
        for field in stored_fields(kind):
            if field.kind is bytes or field.is_hash:
                yield kind, field.name


def _naming() -> Iterable[ColumnElement[str]]:
    """Yield the columns that name a large value by its hash."""
    return (type_coerce(TABLES[kind].c[name], String) for kind, name in large_value_columns())
