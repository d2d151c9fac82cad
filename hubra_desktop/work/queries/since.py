"""What differs between the register as it was and as it is now, as one long step would tell it.

A row that came or went with what it belongs to is told of there alone. What the law has
had forgotten since is neither shown nor named.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from hubra_desktop.model.records.catalogue import RECORDS
from hubra_desktop.model.swedish import sort_key
from hubra_desktop.store.comparison import differing_rows
from hubra_desktop.store.deltas import Image, packed, stretch
from hubra_desktop.store.history import RowKey, masked_rows
from hubra_desktop.store.journal import image_of
from hubra_desktop.store.reading import some_at_a_time
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.history import (
    ChangedRow,
    FieldChange,
    naming_rows,
    owner_of_row,
    referred_rows,
    unsaid,
)
from hubra_desktop.work.queries.protection import guard

_LOG = "disposal"
"""The kind of what is neither shown as a difference nor fetched: that something was disposed of."""


@dataclass(frozen=True)
class RowDifference:
    """A row that differs: as it was, ``row``'s old values, and as it is now, its new ones.

    ``above`` are the rows that it belongs to, the nearest first; ``parts`` are rows that
    came or went with it.
    """

    row: ChangedRow
    above: tuple[RowKey, ...] = ()
    parts: tuple[ChangedRow, ...] = ()

    @property
    def id(self) -> str:
        """Return what tells it from the others."""
        return f"{self.row.kind} {self.row.id}"

    @property
    def root(self) -> RowKey:
        """Return the row that it belongs to in the end: a meeting, a paper, a grant."""
        return self.above[-1] if self.above else (self.row.kind, self.row.id)


@dataclass(frozen=True)
class Differences:
    """All that differs, what belongs together side by side, with the rows that tell of it."""

    rows: tuple[RowDifference, ...]
    images: Mapping[RowKey, Image]


def differences_since(then: Reader, now: Reader) -> Differences:
    """Return what differs between two states of the same register."""
    ops = {key: op for key, op in differing_rows(then, now).items() if key[0] != _LOG}
    forgotten = masked_rows(now, ops)
    keys = [key for key in ops if key not in forgotten]
    before = _images(then, [key for key in keys if ops[key] != "added"])
    after = _images(now, [key for key in keys if ops[key] != "removed"])
    rows = {key: _row(key, ops[key], before.get(key), after.get(key)) for key in keys}
    images = _named(then, now, rows.values(), {**after, **before})
    order = {kind: place for place, kind in enumerate(RECORDS)}
    for guarded in (guard(then), guard(now)):
        rows = {key: unsaid(row, images, guarded) for key, row in rows.items()}
    placed = [RowDifference(row, tuple(_above(key, images))) for key, row in rows.items()]
    placed.sort(key=lambda each: _place(each, order, images))
    return Differences(tuple(_together(placed, rows)), images)


def _named(
    then: Reader, now: Reader, rows: Iterable[ChangedRow], known: dict[RowKey, Image]
) -> dict[RowKey, Image]:
    """Return the rows that must be known to tell of some, as they were, else as they are."""
    wanted = {each for row in rows for each in referred_rows(row)}
    wanted |= {each for key in known for each in naming_rows(key, known)}
    wanted -= known.keys()
    while wanted:
        wanted -= masked_rows(now, wanted)
        found = _images(now, wanted) | _images(then, wanted)
        known |= found
        wanted = {each for key in found for each in naming_rows(key, known)} - known.keys()
    return known


def _images(reader: Reader, keys: Iterable[RowKey]) -> dict[RowKey, Image]:
    by_kind: dict[str, list[str]] = {}
    for kind, row_id in keys:
        by_kind.setdefault(kind, []).append(row_id)
    found: dict[RowKey, Image] = {}
    for kind, row_ids in by_kind.items():
        table = TABLES[kind]
        for some in some_at_a_time(row_ids):
            rows = reader.execute(select(table).where(table.c.id.in_(some))).mappings()
            found |= {(kind, row["id"]): image_of(row) for row in rows}
    return found


def _row(key: RowKey, op: str, before: Image | None, after: Image | None) -> ChangedRow:
    old, new = packed(before, after)
    names = dict.fromkeys((*(old or {}), *(new or {})))
    told = (_field(name, (old or {}).get(name), (new or {}).get(name)) for name in names)
    return ChangedRow(*key, op, tuple(each for each in told if each.name != "id"))


def _field(name: str, old: Any, new: Any) -> FieldChange:  # noqa: ANN401
    parts = stretch(old), stretch(new)
    if parts == (None, None):
        return FieldChange(name, old, new)
    return FieldChange(name, parts[0] or "", parts[1] or "", partial=True)


def _together(
    placed: Iterable[RowDifference], rows: Mapping[RowKey, ChangedRow]
) -> Iterator[RowDifference]:
    """Yield each row, but those that came or went with what they belong to."""
    parts: dict[RowKey, list[ChangedRow]] = {}
    leading: list[RowDifference] = []
    for each in placed:
        with_it = [key for key in each.above if key in rows and rows[key].op == each.row.op]
        if each.row.op != "changed" and with_it:
            parts.setdefault(with_it[-1], []).append(each.row)
        else:
            leading.append(each)
    for each in leading:
        yield replace(each, parts=tuple(parts.get((each.row.kind, each.row.id), ())))


def _above(key: RowKey, images: Mapping[RowKey, Image]) -> Iterator[RowKey]:
    owner = owner_of_row(key, images)
    while owner is not None:
        yield owner
        owner = owner_of_row(owner, images)


def _place(
    each: RowDifference, order: Mapping[str, int], images: Mapping[RowKey, Image]
) -> tuple[Any, ...]:
    """Return where a difference stands: by subject, then with what it belongs to."""
    kind, row_id = each.root
    image = images.get(each.root, {})
    day = str(image.get("date") or image.get("year") or "")
    name = str(image.get("name") or image.get("title") or "")
    position = images.get((each.row.kind, each.row.id), {}).get("position") or 0
    own = (len(each.above), order[each.row.kind], position, each.row.id)
    return (order[kind], day, sort_key(name), row_id, *own)
