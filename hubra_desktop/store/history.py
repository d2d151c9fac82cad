"""The history as it is read by people: pages of steps, newest first, and what rows were called.

A page is cut where a visit to a field ends, so that the saves of one visit stand together.
"""

import datetime as dt
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.engine import Connection

from hubra_desktop.store.deltas import Image
from hubra_desktop.store.journal import CHANGE, STEP, image_of, load_delta
from hubra_desktop.store.reading import some_at_a_time
from hubra_desktop.store.tables import TABLES

RowKey = tuple[str, str]
"""A row by its kind and its id."""


@dataclass(frozen=True)
class HistoryFilter:
    """Which steps are asked for: of some kinds of row, with a text in them, of some days.

    ``first`` and ``last`` are days of the reader's own time zone.
    """

    kinds: frozenset[str] = frozenset()
    text: str = ""
    first: dt.date | None = None
    last: dt.date | None = None


class Visit(NamedTuple):
    """The steps that one visit to a field made, or one step alone; newest last."""

    ids: tuple[int, ...]
    at: dt.datetime
    who: str
    action: str
    label: str


def visits(
    reader: Connection, wanted: HistoryFilter, before: int | None = None, most: int = 100
) -> list[Visit]:
    """Return at least ``most`` visits older than the step ``before``, newest first.

    Fewer means that there are no more.
    """
    found: list[Visit] = []
    last_key: str | None = None
    while True:
        rows = reader.execute(_page(wanted, before, most)).all()
        for row in rows:
            if found and row.merge_key is not None and row.merge_key == last_key:
                found[-1] = found[-1]._replace(ids=(row.id, *found[-1].ids), label=row.label)
                continue
            if len(found) >= most:
                return found
            at = dt.datetime.fromisoformat(row.at).astimezone()
            found.append(Visit((row.id,), at, row.who, row.action, row.label))
            last_key = row.merge_key
        if len(rows) < most:
            return found
        before = rows[-1].id


def _page(wanted: HistoryFilter, before: int | None, most: int) -> Select[tuple[int, str]]:
    conditions = [*_conditions(wanted)]
    if before is not None:
        conditions.append(STEP.c.id < before)
    return select(STEP).where(*conditions).order_by(STEP.c.id.desc()).limit(most)


def _conditions(wanted: HistoryFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.first is not None:
        yield STEP.c.at >= _moment(wanted.first)
    if wanted.last is not None:
        yield STEP.c.at < _moment(wanted.last + dt.timedelta(days=1))
    of_step = CHANGE.c.step_id == STEP.c.id
    if wanted.kinds:
        yield exists().where(of_step, CHANGE.c.kind.in_(wanted.kinds))
    for word in wanted.text.split():
        yield exists().where(of_step, or_(*_told(word)))


def _moment(day: dt.date) -> str:
    """Return when a day begins here, as the history writes moments."""
    start = dt.datetime.combine(day, dt.time()).astimezone()
    return start.astimezone(dt.UTC).isoformat(timespec="milliseconds")


def _told(word: str) -> Iterable[ColumnElement[bool]]:
    """Return what is true of a change that tells a word, written small or with a capital."""
    for each in dict.fromkeys((word, word.lower(), word.upper(), word.capitalize())):
        inside = json.dumps(each, ensure_ascii=False)[1:-1]
        for column in (CHANGE.c.before, CHANGE.c.after):
            yield column.contains(inside, autoescape=True)


def known_images(reader: Connection, keys: Collection[RowKey]) -> dict[RowKey, Image]:
    """Return rows as they are, or as they were when they were removed.

    A row that was taken out of the history as well is left out.
    """
    found: dict[RowKey, Image] = {}
    for kind, row_ids in _by_kind(keys).items():
        table = TABLES[kind]
        for some in some_at_a_time(row_ids):
            rows = reader.execute(select(table).where(table.c.id.in_(some))).mappings()
            found |= {(kind, row["id"]): image_of(row) for row in rows}
    gone = _by_kind([key for key in keys if key not in found])
    for kind, row_ids in gone.items():
        for some in some_at_a_time(row_ids):
            found |= _removed(reader, kind, some)
    return found


def _by_kind(keys: Iterable[RowKey]) -> Mapping[str, list[str]]:
    sorted_out: dict[str, list[str]] = {}
    for kind, row_id in keys:
        sorted_out.setdefault(kind, []).append(row_id)
    return {kind: ids for kind, ids in sorted_out.items() if kind in TABLES}


def _removed(reader: Connection, kind: str, row_ids: Collection[str]) -> dict[RowKey, Image]:
    """Return what rows held when they were removed last."""
    last = (
        select(func.max(CHANGE.c.id))
        .where(CHANGE.c.kind == kind, CHANGE.c.row_id.in_(row_ids), CHANGE.c.after.is_(None))
        .group_by(CHANGE.c.row_id)
    )
    rows = reader.execute(select(CHANGE).where(CHANGE.c.id.in_(last)))
    held = {(kind, row.row_id): load_delta(row.before) for row in rows}
    return {key: image for key, image in held.items() if image}


def rows_there(reader: Connection, keys: Collection[RowKey]) -> set[RowKey]:
    """Return those of the rows that are there now."""
    there: set[RowKey] = set()
    for kind, row_ids in _by_kind(keys).items():
        table = TABLES[kind]
        for some in some_at_a_time(row_ids):
            there |= {
                (kind, each)
                for each in reader.scalars(select(table.c.id).where(table.c.id.in_(some)))
            }
    return there


def masked_rows(reader: Connection, keys: Collection[RowKey]) -> set[RowKey]:
    """Return those of the rows that the history has been made to forget, by law."""
    forgotten = or_(CHANGE.c.before == "{}", CHANGE.c.after == "{}")
    found: set[RowKey] = set()
    for some in some_at_a_time(row_id for _, row_id in keys):
        rows = select(CHANGE.c.kind, CHANGE.c.row_id).where(CHANGE.c.row_id.in_(some), forgotten)
        found |= {(row.kind, row.row_id) for row in reader.execute(rows.distinct())}
    return found & set(keys)


def added_at(reader: Connection, row_id: str) -> int:
    """Return the id of the latest change that added a row, 0 when none is known."""
    added = (CHANGE.c.row_id == row_id) & CHANGE.c.before.is_(None)
    return reader.scalar(select(func.max(CHANGE.c.id)).where(added)) or 0


def removed_rows(
    reader: Connection, kind: str, since: int = 0
) -> list[tuple[str, Image, dt.datetime]]:
    """Return the rows of a kind that a change after ``since`` removed: what they held, and when.

    A row that has come back since is among them too.
    """
    change = CHANGE.c
    rows = reader.execute(
        select(change.row_id, change.before, STEP.c.at)
        .join(STEP, STEP.c.id == change.step_id)
        .where(change.id > since, change.kind == kind, change.after.is_(None))
        .order_by(change.id)
    )
    return [
        (row.row_id, load_delta(row.before) or {}, dt.datetime.fromisoformat(row.at).astimezone())
        for row in rows
    ]


class PurgeStep(NamedTuple):
    """A purge by law: its label, when it was, and the rows that it forgot."""

    label: str
    at: dt.datetime
    keys: tuple[RowKey, ...]


def purges(reader: Connection) -> list[PurgeStep]:
    """Return the purges that the register has seen, oldest first."""
    change = CHANGE.c
    rows = reader.execute(
        select(STEP.c.id, STEP.c.label, STEP.c.at, change.kind, change.row_id)
        .join(CHANGE, STEP.c.id == change.step_id)
        .where(STEP.c.action == "purge")
        .order_by(change.id)
    ).all()
    found: dict[int, PurgeStep] = {}
    for row in rows:
        at = dt.datetime.fromisoformat(row.at).astimezone()
        known = found.get(row.id, PurgeStep(row.label, at, ()))
        found[row.id] = known._replace(keys=(*known.keys, (row.kind, row.row_id)))
    return list(found.values())
