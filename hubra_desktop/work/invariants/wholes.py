"""What a transaction touched: read whole, its rings, and whether a row's values differ."""

from typing import TypeVar

from sqlalchemy import select

from hubra_desktop.model.records.catalogue import KINDS, owner_of
from hubra_desktop.store.deltas import Image
from hubra_desktop.store.journal import Recorded
from hubra_desktop.store.reading import records, some_at_a_time, table_of
from hubra_desktop.work.invariants.kinds import Touched

R = TypeVar("R")


def touched_wholes(touched: Touched, record: type[R]) -> tuple[R, ...]:
    """Return the records of a kind that were touched, themselves or in a list that they own."""
    kind = KINDS[record]
    ids = {
        image["id" if each.kind == kind else _owner_column(each.kind)]
        for each in touched.rows
        for image in each.images
    }
    own = table_of(record).c.id
    return tuple(
        each
        for some in some_at_a_time(ids)
        for each in records(touched.reader, record, own.in_(some))
    )


def _owner_column(kind: str) -> str:
    """Return the column by which rows of a list name what owns them."""
    owner = owner_of(kind)
    assert owner is not None
    return owner.column


def first_in_ring(touched: Touched, record: type, column: str) -> Image | None:
    """Return a row that leads to itself by a column, at whatever distance, if there is one."""
    table = table_of(record)
    for row_id, image in touched.now(KINDS[record]).items():
        above = image[column]
        passed = {row_id}
        while above is not None:
            if above in passed:
                return image
            passed.add(above)
            above = touched.reader.scalar(select(table.c[column]).where(table.c.id == above))
    return None


def rewritten(touched: Touched, kind: str, *names: str) -> set[str]:
    """Return the ids of the rows of a kind that are new, or whose values of these names are."""
    return {
        each.row_id
        for each in touched.rows
        if each.kind == kind and any(_differs(each, name) for name in names)
    }


def _differs(change: Recorded, name: str) -> bool:
    before, after = change.before, change.after
    return after is not None and (before is None or before[name] != after[name])
