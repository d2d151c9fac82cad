"""The history as the window tells it: what each step did, to which row, and what it was called.

A page of steps is read with no more than their first rows: a step that took in a file
may have thousands.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import select

from hubra_desktop.model.council.protection import CONTACTS, MASK, UNSAID, Guard
from hubra_desktop.model.records.catalogue import RECORDS, owner_of, references_of
from hubra_desktop.store.deltas import Delta, Image, joined_deltas, stretch
from hubra_desktop.store.history import (
    HistoryFilter,
    RowKey,
    Visit,
    known_images,
    rows_there,
    visits,
)
from hubra_desktop.store.journal import CHANGE, StoredChange, changes_of, stored_change
from hubra_desktop.store.reading import some_at_a_time
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.protection import guard

__all__ = [
    "HistoryFilter",
    "HistoryStep",
    "RowKey",
    "history",
    "named_images",
    "places_of",
    "step_rows",
]

PAGE = 100
NAMED_BY = ("person_id", "body_id", "post_id", "area_id", "matter_id")
"""The references that rows without words of their own are called by."""

LINKED_BY = ("grant_id", "agreement_id", "letter_id", "item_id", "meeting_id")
"""The references that rows with nothing else to be called by are called by: links."""

SHOWN_ROWS = 60
"""Rows of one step that are told of in full: nobody reads an import row by row here."""


class FieldChange(NamedTuple):
    """A field's value before and after, as stored; ``partial``: the stretch that differs."""

    name: str
    old: Any
    new: Any
    partial: bool = False


@dataclass(frozen=True)
class ChangedRow:
    """What a step did to one row: ``op`` is "added", "changed" or "removed".

    ``fields`` are what of it differs; of a row that came or went, what it held. What was
    ``masked`` by law is told no more.
    """

    kind: str
    id: str
    op: str
    fields: tuple[FieldChange, ...] = ()
    masked: bool = False


@dataclass(frozen=True)
class HistoryStep:
    """A step, or the steps of one visit to a field; ``row`` is what it was about.

    ``more`` is how many other rows it touched, ``images`` are the rows that must be named
    to tell of it.
    """

    id: str
    ids: tuple[int, ...]
    at: dt.datetime
    who: str
    action: str
    label: str
    row: ChangedRow | None
    more: int
    images: Mapping[RowKey, Image]


class _Touched(NamedTuple):
    id: int
    kind: str
    row_id: str


def history(
    reader: Reader, wanted: HistoryFilter, before: int | None = None, most: int = PAGE
) -> list[HistoryStep]:
    """Return a page of the history, newest first; it is the last one when it is shorter."""
    touched = _touched(reader, visits(reader, wanted, before, most))
    mains = [_main(visit.label, rows) for visit, rows in touched]
    changes = _read(reader, [each.id for main in mains for each in main])
    rows = [_net([changes[each.id] for each in main]) if main else None for main in mains]
    images = named_images(reader, [row for row in rows if row is not None])
    guarded = guard(reader)
    rows = [row and unsaid(row, images, guarded) for row in rows]
    return [
        HistoryStep(
            str(visit.ids[-1]), *visit, row, len({each[1:] for each in all_rows}) - 1, images
        )
        for (visit, all_rows), row in zip(touched, rows, strict=True)
    ]


def step_rows(reader: Reader, ids: Sequence[int]) -> tuple[list[ChangedRow], int]:
    """Return what steps did row by row, and how many more rows they touched."""
    by_row: dict[RowKey, list[StoredChange]] = {}
    for change in changes_of(reader, ids):
        by_row.setdefault((change.kind, change.row_id), []).append(change)
    net = [_net(each) for each in list(by_row.values())[:SHOWN_ROWS]]
    images, guarded = known_images(reader, list(by_row)[:SHOWN_ROWS]), guard(reader)
    told = [unsaid(row, images, guarded) for row in net]
    return [row for row in told if row.fields or row.masked], max(0, len(by_row) - SHOWN_ROWS)


_SHOWN_WITH = {
    "allocation": ("budget_post", "post_id"),
    "body_rules": ("body", "body_id"),
    "mandate": ("person", "person_id"),
}
"""What rows of a kind are shown with, where that is not what they belong to: kind and column."""


def places_of(reader: Reader, kind: str, row_id: str) -> list[RowKey]:
    """Return where a row is found: itself and what it belongs to, as far as it is there now."""
    chain, images = [(kind, row_id)], known_images(reader, [(kind, row_id)])
    while above := _shown_at(chain[-1], images):
        chain.append(above)
        images |= known_images(reader, [above])
    there = rows_there(reader, chain)
    return [each for each in chain if each in there]


def _shown_at(key: RowKey, images: Mapping[RowKey, Image]) -> RowKey | None:
    """Return where a row is shown: what it belongs to, or what it is shown with."""
    kind, column = _SHOWN_WITH.get(key[0], ("", ""))
    target = images.get(key, {}).get(column)
    return (kind, str(target)) if target else owner_of_row(key, images)


def owner_of_row(key: RowKey, images: Mapping[RowKey, Image]) -> RowKey | None:
    """Return the row that a row belongs to, as its image tells."""
    owner, image = owner_of(key[0]), images.get(key, {})
    target = image.get(owner.column) if owner else None
    return (owner.kind, str(target)) if owner and target else None


def referred_kinds(kind: str) -> dict[str, str]:
    """Return the kinds of the rows that a kind of row names or belongs to, by column."""
    owner = owner_of(kind)
    return {**references_of(RECORDS[kind]), **({owner.column: owner.kind} if owner else {})}


def named_images(reader: Reader, rows: Iterable[ChangedRow]) -> dict[RowKey, Image]:
    """Return what must be known to tell of rows: what they belong to, name and are called by."""
    images: dict[RowKey, Image] = {}
    wanted: set[RowKey] = set()
    for row in rows:
        wanted |= {(row.kind, row.id), *referred_rows(row)}
    while wanted:
        found = known_images(reader, wanted)
        images |= found
        near = {each for key in found for each in naming_rows(key, images)}
        wanted = near - images.keys()
    return images


def _touched(reader: Reader, found: Sequence[Visit]) -> list[tuple[Visit, list[_Touched]]]:
    by_step: dict[int, list[_Touched]] = {}
    columns = (CHANGE.c.step_id, CHANGE.c.id, CHANGE.c.kind, CHANGE.c.row_id)
    for some in some_at_a_time(each for visit in found for each in visit.ids):
        rows = select(*columns).where(CHANGE.c.step_id.in_(some)).order_by(CHANGE.c.id)
        for row in reader.execute(rows):
            by_step.setdefault(row.step_id, []).append(_Touched(row.id, row.kind, row.row_id))
    return [(v, [row for each in v.ids for row in by_step.get(each, ())]) for v in found]


def _main(label: str, rows: Sequence[_Touched]) -> list[_Touched]:
    """Return the changes of the row that a step was about: the first of the kind it names."""
    kind = label.partition("-")[2].partition("-")[0]
    named = (kind, kind.removesuffix("s"))
    first = next((each for each in rows if each.kind in named), rows[0] if rows else None)
    return [each for each in rows if first is not None and each[1:] == first[1:]]


def _read(reader: Reader, ids: Iterable[int]) -> dict[int, StoredChange]:
    found: dict[int, StoredChange] = {}
    for some in some_at_a_time(ids):
        rows = reader.execute(select(CHANGE).where(CHANGE.c.id.in_(some)))
        found |= {row.id: stored_change(row) for row in rows}
    return found


def _net(changes: Sequence[StoredChange]) -> ChangedRow:
    """Return what changes of one row come to together."""
    first, last = changes[0], changes[-1]
    op = "added" if first.before is None else "removed" if last.after is None else "changed"
    masked = any(each.masked for each in changes)
    spans: list[tuple[Delta, Delta]] = []
    for each in changes:
        pair = each.before or {}, each.after or {}
        both = joined_deltas(spans[-1], pair) if spans else None
        spans = [*spans[:-1], both] if both is not None else [*spans, pair]
    fields = () if masked else tuple(_fields(spans))
    return ChangedRow(first.kind, first.row_id, op, fields, masked)


def _fields(spans: Sequence[tuple[Delta, Delta]]) -> Iterable[FieldChange]:
    """Yield what differs; of a long text changed at several places each stretch."""
    names = dict.fromkeys(name for span in spans for side in span for name in side)
    for name in names:
        pairs = [(b.get(name), a.get(name)) for b, a in spans if name in b or name in a]
        parts = [(stretch(old), stretch(new)) for old, new in pairs]
        if any(part != (None, None) for part in parts):
            old, new = (" … ".join(filter(None, side)) for side in zip(*parts, strict=True))
            yield FieldChange(name, old, new, partial=True)
        elif name != "id" and pairs[0][0] != pairs[-1][1]:
            yield FieldChange(name, pairs[0][0], pairs[-1][1])


def unsaid(row: ChangedRow, images: Mapping[RowKey, Image], guarded: Guard) -> ChangedRow:
    """Return a row without how to reach somebody whose data are protected, or were last."""
    image = images.get((row.kind, row.id), {})
    names: Collection[str] = ()
    if row.kind == "person":
        names = UNSAID if row.id in guarded.people or image.get("protected") else ()
    elif image.get("person_id") in guarded.people:
        names = CONTACTS
    if not (names or guarded):
        return row
    fields = (_masked(each) if each.name in names else guarded.value(each) for each in row.fields)
    return replace(row, fields=tuple(fields))


def _masked(change: FieldChange) -> FieldChange:
    old, new = (MASK if each else each for each in change[1:3])
    return change._replace(old=old, new=new)


def referred_rows(row: ChangedRow) -> Iterable[RowKey]:
    refers = referred_kinds(row.kind)
    for each in row.fields:
        if each.name in refers:
            yield from ((refers[each.name], str(v)) for v in (each.old, each.new) if v)


def naming_rows(key: RowKey, images: Mapping[RowKey, Image]) -> Iterable[RowKey]:
    """Return the rows that a row is told by: its owner, and whose name it bears."""
    above = owner_of_row(key, images)
    refers = references_of(RECORDS[key[0]])
    if above is not None:
        yield above
    for name in (*NAMED_BY, *LINKED_BY):
        if name in refers and images[key].get(name):
            yield refers[name], str(images[key][name])
